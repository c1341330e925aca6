"""`disclosure pack`: the inspection pack of a year."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import click

from disclosure.chinese_click import ChineseCommand
from disclosure.clock import today
from disclosure.commands.options import EDITION, ROOT, TODAY, YEAR
from disclosure.domain.year import Year


@click.command(cls=ChineseCommand)
@YEAR
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
              help="写到哪个 zip 文件。默认是 检查包-年度.zip。")  # fmt: skip
@ROOT
@TODAY
@EDITION
def pack(year: Year | None, output: Path | None, root: Path, on: date | None, edition: str | None) -> int:
    """打一个督导检查包：目录、登记册、台账、统计、年度报告、自评表和当年的记录，解压后不联网就能看。"""
    from disclosure.errors.problem import has_errors
    from disclosure.packing.archive import write_archive
    from disclosure.packing.pack import folder_name, pack_files
    from disclosure.pipeline import read_and_check, read_attachment, select

    if year is None:
        raise click.UsageError("请用 --year 写明哪一年，例如 --year 2026 或 --year 2025-2026（学年）")
    output = output or Path(f"检查包-{year.slug}.zip")
    if output.suffix.lower() != ".zip":
        raise click.UsageError(f"--output 的扩展名要是 .zip，现在是「{output.name}」")
    chosen = on or today()
    if year.start > chosen:
        raise click.UsageError(f"{year.label}还没有开始（今天是 {chosen}）")
    reading = read_and_check(root, chosen)
    if has_errors(reading.problems):
        click.echo("有错误，没有打包。运行 disclosure check 看是哪些，改好再打。", err=True)
        return 1
    site = select(reading.library, edition=edition or "internal", today=chosen)
    files = pack_files(site, year, read_attachment=partial(read_attachment, root))
    count = write_archive(files, output, folder=folder_name(year))
    click.echo(f"已写好 {output}：{count} 个文件。解压以后双击 index.html；核对用 sha256sum -c SHA256SUMS。")
    return 0
