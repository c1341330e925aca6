"""The command line (design §8): which commands there are, and what becomes of their errors."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module

import click

from disclosure.chinese_click import ChineseGroup, os_error_in_chinese, usage_in_chinese
from disclosure.errors.formats.text import as_text
from disclosure.errors.problem import SetupError
from disclosure.spoken import Spoken

_COMMANDS = {
    "init": ("init", "init", "建好一个学校的仓库，马上就能用；在里面再运行，更新程序写的文件。没写的，会在终端上问。"),
    "new": ("new", "new", "新建一条记录：在终端里一问一答；写明事项和标题就不问。编号和要填的内容自动写好。"),
    "import": (
        "import_files",
        "import_files",
        "把 Word、Excel、网页、文字文件或整个旧网站导入成草稿，没有带过来的内容逐项列出。",
    ),
    "check": ("check", "check", "检查所有记录，不生成网站。有错误或警告时退出码为 1。"),
    "build": ("build", "build", "检查并生成网站。有错误时不生成，原来的网站不动。"),
    "serve": ("build", "serve", "在本机预览；保存文件后网页自己更新。按 Ctrl+C 结束。"),
    "deploy": ("deploy", "deploy", "把生成好的网站传到主机：只传改动的，删掉没有了的。密码只从环境变量来。"),
    "due": ("due", "due", "列出应公开、应答复、应复核的：逾期、将到期、空缺和 60 天内的。有逾期或空缺时退出码为 1。"),
    "opinion": ("registers", "opinion", "登记群众意见和答复，写进 data/registers/opinions.yml。"),
    "request": ("registers", "request", "登记依申请公开和答复，写进 data/registers/requests.yml。"),
    "mask": ("mask", "mask", "写一份脱敏的名单副本（csv、xlsx、docx、md、txt），原件不动。"),
    "print": (
        "print_pack",
        "print_pack",
        "把能上公开栏的记录印成一册 PDF，前面是张贴、取下清单。要有 Chromium、Chrome 或 Edge。",
    ),
    "certificate": ("print_pack", "certificate", "开一份公开证明：一条记录从哪天公开到哪天，正文和附件的 SHA-256。"),
    "report": (
        "report",
        "report",
        "写年度报告（docx、html、pdf）：数字从名单里数，文字写在 data/reports/。PDF 要有浏览器。",
    ),
    "pack": (
        "pack",
        "pack",
        "打一个督导检查包：目录、登记册、台账、统计、年度报告、自评表和当年的记录，解压后不联网就能看。",
    ),
    "summary": (
        "pull_request",
        "summary",
        "合并请求的摘要，可以直接作评论：会公开什么、给谁看、从哪天到哪天、谁签了、以后自己会变什么。",
    ),
    "next-change": (
        "pull_request",
        "next_change",
        "显示网站下一次自己变化是哪一天；加 --published，就回答今天要不要重新生成。",
    ),
    "explain": ("explain", "explain", "说明一个检查代码：为什么查，错的和对的写法，怎样调整。不写代码就列出全部。"),
}
"""In which file of commands/ each is, what it is called there, and the first line of its help, so that the page of all of
them loads none; in the order of that page."""


class _Program(ChineseGroup):
    """Loads a command when it is asked for: a check does not wait for what a report needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, in the order of the help page."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, attribute, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"disclosure.commands.{module}"), attribute)
        return command

    def rows(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Each command and what it does, without loading it."""
        return [(name, about) for name, (_, _, about) in _COMMANDS.items()]


@click.group(cls=_Program, context_settings={"max_content_width": 100})
@click.version_option(
    None, "-V", "--version", package_name="school-disclosure", message="%(version)s", help="显示版本。"
)
def program() -> None:
    """校务公开网站生成器：记录写成文件，一条命令检查并生成网站。"""


def main() -> None:
    """Run the program: 0 clean, 1 problems, 2 usage or broken set-up; never a traceback for bad input."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy sorts only; what has threads is not to be copied
    logging.getLogger("mkdocs").addHandler(Spoken())
    try:
        code = program.main(standalone_mode=False, prog_name="disclosure")
    except SetupError as error:
        click.echo(as_text(error.problems), err=True)
        code = 2
    except click.UsageError as error:
        click.echo(usage_in_chinese(error), err=True)
        code = 2
    except OSError as error:
        click.echo(f"不能继续：{os_error_in_chinese(error)}", err=True)
        code = 2
    except ValueError as error:
        click.echo(f"不能继续：{error}", err=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 130
    sys.exit(code or 0)


def commands() -> dict[str, click.Command]:
    """Every command by its name, loaded: for the reference."""
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in program.list_commands(context)}
    return {name: command for name, command in found.items() if command}
