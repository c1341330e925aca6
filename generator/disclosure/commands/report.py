"""`disclosure report`: the annual report of a year, for reading, for sending and as the draft of a record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from disclosure.chinese_click import ChineseCommand, day
from disclosure.clock import today
from disclosure.commands.options import EDITION, ROOT, TODAY, YEAR
from disclosure.domain.year import Year

if TYPE_CHECKING:
    from disclosure.domain.annual_report import Interval, Report
    from disclosure.domain.library import Library
    from disclosure.rendering.site import Site


@click.command(cls=ChineseCommand)
@YEAR
@click.option("--from", "start", type=day, metavar="日期", help="不是整年的，写第一天；与 --to 一起写。")
@click.option("--to", "end", type=day, metavar="日期", help="不是整年的，写最后一天。")
@click.option("--output-dir", type=click.Path(path_type=Path, file_okay=False), default=".", metavar="文件夹",
              help="docx、pdf、html 写到哪里。默认是当前文件夹。")  # fmt: skip
@click.option("--record", is_flag=True, help="再写一条记录草稿：正文是报告，附上 docx，数字写进“年报”供检查核对。")
@ROOT
@TODAY
@EDITION
def report(
    year: Year | None, start: date | None, end: date | None, output_dir: Path, record: bool, root: Path, on: date | None,
    edition: str | None,
) -> int:  # fmt: skip
    """写年度报告（docx、html、pdf）：数字从名单里数，文字写在 data/reports/。PDF 要有浏览器。"""
    from disclosure.errors.problem import has_errors
    from disclosure.frames.settings import edition_or
    from disclosure.pipeline import read_and_check, select
    from disclosure.reporting.report import make_report

    interval, chosen = _interval(year, start, end), on or today()
    if interval.start > chosen:
        raise click.UsageError(f"{interval.label}还没有开始（今天是 {chosen}）")
    reading = read_and_check(root, chosen)
    if has_errors(reading.problems):
        click.echo("有错误，没有写报告：数不全。运行 disclosure check 看是哪些，改好再写。", err=True)
        return 1
    site = select(reading.library, edition=edition or edition_or("public"), today=chosen)
    made = make_report(site.edition, interval)
    for file in _write(made, site, output_dir):
        click.echo(f"已写好 {file}")
    for hint in made.wanting:
        click.echo(f"提示：{hint}", err=True)
    if record:
        click.echo(_write_record(made, site, reading.library, root))
    return 0


def _interval(year: Year | None, start: date | None, end: date | None) -> Interval:
    from disclosure.domain.annual_report import days_between, interval_of

    if year and not (start or end):
        return interval_of(year)
    if year or not (start and end):
        raise click.UsageError("请用 --year 写明哪一年（2026 或 2025-2026），或用 --from、--to 写明从哪天到哪天")
    if end < start:
        raise click.UsageError(f"--to {end} 早于 --from {start}")
    return days_between(start, end)


def _write(made: Report, site: Site, folder: Path) -> list[Path]:
    """The text document, the page that stands alone, and the PDF where there is a browser."""
    from tempfile import TemporaryDirectory

    from disclosure.printing.chromium import NoChromiumError, write_pdf
    from disclosure.rendering.report_page import report_file
    from disclosure.reporting.writing import write_together

    name, html = f"report-{made.interval.slug}", report_file(made, site)
    files = {f"{name}.docx": _document(made, site), f"{name}.html": html.encode()}
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".report-", dir=folder) as place:
        try:
            write_pdf(html, Path(place) / "made.pdf", day=made.today)
            files[f"{name}.pdf"] = (Path(place) / "made.pdf").read_bytes()
        except NoChromiumError as error:
            click.echo(f"没有写 PDF。{error}", err=True)
    return write_together(files, folder)


def _document(made: Report, site: Site) -> bytes:
    from functools import partial

    from disclosure.rendering.report_page import plain_prose
    from disclosure.reporting.document import report_document

    return report_document(made, day=made.today, render_prose=partial(plain_prose, site=site))


def _write_record(made: Report, site: Site, library: Library, root: Path) -> str:
    """Write the draft of a record; what has been done, in words."""
    from disclosure.domain.annual_report import edition_for
    from disclosure.reading.draft import next_id
    from disclosure.reporting.draft import item_of_reports, record_text
    from disclosure.reporting.writing import write_folder

    item = item_of_reports(library.catalogue)
    if item is None:
        raise click.UsageError(
            "公开目录里没有年度报告的事项，记录草稿没有写。在 data/catalogue.yml 里加一个名称带“年报”的事项"
        )
    records, published = root / "data/records", made.today
    record_id = next_id([*library.records, *(path.stem for path in records.rglob("*"))], published.year)
    own = edition_for(library.school.editions, item.audience)
    text = record_text(
        made,
        item=item,
        record_id=record_id,
        published=published,
        edition="" if own == site.edition.name else site.edition.name,
    )
    path = records / str(published.year) / record_id
    write_folder({"index.md": text.encode(), f"report-{made.interval.slug}.docx": _document(made, site)}, path)
    return f"已新建 {path / 'index.md'}\n看过、改好、审签以后删掉“草稿: 是”那一行，再运行 disclosure check。"
