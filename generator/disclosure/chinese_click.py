"""click, speaking Chinese: help pages and usage errors in the words of the people who type the commands."""

from __future__ import annotations

from datetime import date

import click
from click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError


def day(value: str) -> date:
    """A day as `2026-09-01`, for an option's type. Raises BadParameter for anything else."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadParameter(f"「{value}」不是日期，正确写法：2026-09-01") from None


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`用法: disclosure build [选项]`"""
        pieces = ["[选项]" if piece == "[OPTIONS]" else piece for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法: ")

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

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """`disclosure [选项] 命令`"""
        return ["[选项]", "命令 …"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the program, then its commands."""
        super().format_options(ctx, formatter)
        rows = [(name, command.get_short_help_str(80)) for name, command in self.commands.items()]
        with formatter.section("命令"):
            formatter.write_dl(rows)


def usage_in_chinese(error: UsageError) -> str:
    """What was wrong with a command line."""
    if isinstance(error, NoSuchOption):
        near = f",是不是 {error.possibilities[0]}?" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, MissingParameter):
        return f"缺少 {error.param.human_readable_name if error.param else '参数'}"
    if isinstance(error, BadParameter):
        name = error.param.opts[0] if error.param and error.param.opts else ""
        choices = error.param.type if error.param else None
        told = f"可选：{'、'.join(map(str, choices.choices))}" if isinstance(choices, click.Choice) else error.message
        return f"{name} 的值不对：{told}"
    return f"命令写错了：{error.message}"
