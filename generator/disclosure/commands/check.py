"""`disclosure check`: everything that has to be mended, and nothing built."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import click

from disclosure.chinese_click import ChineseCommand
from disclosure.clock import today
from disclosure.commands.options import JOBS, ROOT, TODAY
from disclosure.errors.formats.table import FORMATS
from disclosure.errors.problem import SetupError, fails_check
from disclosure.side_by_side import processors
from disclosure.spoken import say_report


@click.command(cls=ChineseCommand)
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", metavar="格式",
              help="text 给人看（默认）；github、gitlab、sarif、junit 给代码托管平台；json 给别的程序。")  # fmt: skip
@click.option("--strict", is_flag=True, help="提示也算不通过。")
@click.option("--base", default="", metavar="版本",
              help="合并到哪里，例如 origin/main：只报告这次改动涉及的问题，并检查有没有删掉公开过的记录。")  # fmt: skip
@click.option("--published", default="", metavar="网址或文件",
              help="网站上的 records.json：检查公开过的记录有没有删掉、改掉。")  # fmt: skip
@JOBS
def check(root: Path, on: date | None, form: str, strict: bool, base: str, published: str, jobs: int | None) -> int:
    """检查所有记录，不生成网站。有错误或警告时退出码为 1。"""
    from disclosure.gate import check_school

    gc.disable()
    try:
        problems = check_school(root, on or today(), base=base, published=published, processes=jobs or processors())
    except SetupError as error:
        if form == "text":
            raise
        say_report(error.problems, form)
        return 2
    say_report(problems, form)
    return int(fails_check(problems, strict=strict))
