"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from disclosure.chinese_click import day, job_count
from disclosure.domain.year import Year, year_named

ROOT = click.option("--root", type=click.Path(path_type=Path), default=".", metavar="文件夹",
                    help="学校的文件夹，里面有 mkdocs.yml 和 data/。默认是当前文件夹。")  # fmt: skip
TODAY = click.option(
    "--today", "on", type=day, metavar="日期", help="按哪一天生成或检查，例如 2026-09-01。默认是今天。"
)
JOBS = click.option("--jobs", type=job_count, metavar="个数", help="同时用几个进程，默认与处理器个数相同。")
EDITION = click.option("--edition", metavar="版本", help="public 社会版（默认），internal 校内版。")


def year(value: str) -> Year:
    """A year as `2026` or `2025-2026`, for an option's type. Raises BadParameter for anything else."""
    named = year_named(value)
    if named is None:
        raise click.BadParameter(f"「{value}」不是年度，正确写法：2026（自然年），或者 2025-2026（学年）")
    return named


YEAR = click.option("--year", type=year, metavar="年度", help="哪一年：2026 是自然年，2025-2026 是学年。")
