"""click, speaking Chinese: help pages and usage errors in the words of the people who type the commands."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

import click
from click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoArgsIsHelpError, NoSuchOption, UsageError

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.+)\)")
_OS_ERRORS = {
    errno.EADDRINUSE: "端口已被别的程序占用，换一个，例如 --port 8001",
    errno.EACCES: "没有读写的权限",
    errno.EPERM: "没有读写的权限",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "这个磁盘只能读",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "这是文件，不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
}


def day(value: str) -> date:
    """A day as `2026-09-01`, for an option's type. Raises BadParameter for anything else."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadParameter(f"「{value}」不是日期，正确写法：2026-09-01") from None


def port_number(value: str) -> int:
    """A port, for an option's type. Raises BadParameter for anything else."""
    if not value.isascii() or not value.isdecimal() or not 0 < int(value) < 65536:
        raise BadParameter(f"「{value}」不是端口，应是 1 到 65535 的整数")
    return int(value)


def job_count(value: str) -> int:
    """How many processes may work at the same time, for an option's type. Raises BadParameter for anything else."""
    if not value.isascii() or not value.isdecimal() or not 0 < int(value) < 1000:
        raise BadParameter(f"「{value}」不是进程个数，应是 1 到 999 的整数")
    return int(value)


class _Formatter(click.HelpFormatter):
    def write_heading(self, heading: str) -> None:
        """A heading with a full-width colon."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")


class _Context(click.Context):
    formatter_class = _Formatter


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    context_class = _Context

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`用法：disclosure build [选项]`"""
        pieces = ["[选项]" if piece == "[OPTIONS]" else piece for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of options."""
        rows = [row for param in self.get_params(ctx) if (row := param.get_help_record(ctx))]
        with formatter.section("选项"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in Chinese."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这份说明。"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """The program itself: a group of commands."""

    command_class = ChineseCommand

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises UsageError with the nearest one for an unknown name."""
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            raise UsageError(f"没有命令 {args[0]}{nearest(args[0], known)}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names in the order in which they were written down."""
        return list(self.commands)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """`disclosure [选项] 命令`"""
        return ["[选项]", "命令 …"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the program, then its commands."""
        super().format_options(ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl(self.rows(ctx))

    def rows(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Each command and the first line of its help."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.get_short_help_str(80)) for name, command in found if command]


def usage_in_chinese(error: UsageError) -> str:
    """What was wrong with a command line; the help page where nothing was asked for."""
    if isinstance(error, NoArgsIsHelpError):
        return error.message
    return f"{_wrong_with(error)}\n用 disclosure --help 看用法。"


def _wrong_with(error: UsageError) -> str:
    if isinstance(error, NoSuchOption):
        return f"没有选项 {error.option_name}{nearest(error.option_name, error.possibilities or [])}"
    if isinstance(error, BadOptionUsage):
        return f"{error.option_name} 后面要写值"
    if isinstance(error, MissingParameter):
        return f"缺少 {error.param.human_readable_name if error.param else '参数'}"
    if isinstance(error, BadParameter):
        name = error.param.opts[0] if error.param and error.param.opts else ""
        return f"{name} 的值不对：{_wanted(error)}"
    if match := _EXTRA.match(error.message):
        return f"多写了 {match[1]}"
    return error.message


def nearest(written: str, known: Iterable[str]) -> str:
    """`，是不是 2026-0012？`: the known word that is most like one that was written; '' where none is."""
    near = get_close_matches(written, list(known), n=1)
    return f"，是不是 {near[0]}？" if near else ""


def os_error_in_chinese(error: OSError) -> str:
    """What the system refused, and for which file."""
    told = _OS_ERRORS.get(error.errno or 0) or error.strerror or str(error)
    return f"{error.filename}：{told}" if error.filename else told


def _wanted(error: BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"可选：{'、'.join(map(str, kind.choices))}"
    return error.message
