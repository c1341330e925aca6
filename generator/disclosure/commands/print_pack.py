"""`disclosure print` and `disclosure certificate`: what a school takes from its records on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from disclosure.chinese_click import ChineseCommand, day, nearest
from disclosure.clock import today
from disclosure.commands.options import EDITION, ROOT, TODAY

if TYPE_CHECKING:
    from disclosure.domain.catalogue import Catalogue, Column
    from disclosure.domain.library import Library
    from disclosure.rendering.site import Site

_SUFFIXES = (".pdf", ".html")


@click.command("print", cls=ChineseCommand)
@click.option(
    "--since", type=day, metavar="日期", help="只要这一天以来公布的，例如 2026-09-01。默认是现在能张贴的全部。"
)
@click.option("--column", metavar="栏目", help="只要这个栏目和它下面的，例如 招生收费、其他/财务。")
@click.option("--paper", type=click.Choice(["A4", "A3"], case_sensitive=False), default="A4", metavar="纸张",
              help="A4（默认）或 A3。")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
              help="写到哪个 PDF 文件。必须写。")  # fmt: skip
@ROOT
@TODAY
@EDITION
def print_pack(
    since: date | None, column: str | None, paper: str, output: Path | None, root: Path, on: date | None, edition: str | None
) -> int:  # fmt: skip
    """把能上公开栏的记录印成一册 PDF，前面是张贴、取下清单。要有 Chromium、Chrome 或 Edge。"""
    from disclosure.printing.chromium import find_chromium, write_pdf
    from disclosure.printing.pack import choose, pack_html
    from disclosure.rendering.print_pack import PAPERS

    if output is None or output.suffix.lower() != ".pdf":
        raise click.UsageError("请用 --output 写明 PDF 文件，例如 --output 公开栏.pdf")
    find_chromium()
    _, site, is_sound = _read(root, on, edition)
    if not is_sound:
        click.echo("有错误，没有印：贴出去的收不回来。运行 disclosure check 看是哪些，改好再印。", err=True)
        return 1
    pack = choose(site.edition, since=since, column=_column(site.edition.catalogue, column))
    if not pack.hanging and not pack.down:
        click.echo(f"没有要张贴的，也没有要取下的（{pack.about}），没有写文件。")
        return 0
    write_pdf(pack_html(pack, site, root=root, paper=PAPERS[paper]), output, day=site.edition.today)
    click.echo(f"已写好 {output}：张贴 {len(pack.hanging)} 件，现在要取下 {len(pack.down)} 件。")
    return 0


@click.command(cls=ChineseCommand)
@click.argument("record_id", metavar="编号")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
              help="写到哪里：.html（不用浏览器就能写）或 .pdf。默认是 公开证明-编号.html。")  # fmt: skip
@ROOT
@TODAY
@EDITION
def certificate(record_id: str, output: Path | None, root: Path, on: date | None, edition: str | None) -> int:
    """开一份公开证明：一条记录从哪天公开到哪天，正文和附件的 SHA-256。"""
    from disclosure.printing.chromium import write_pdf
    from disclosure.printing.pack import style_sheet
    from disclosure.rendering.certificate import certificate_page

    output = output or Path(f"公开证明-{record_id}.html")
    if output.suffix.lower() not in _SUFFIXES:
        raise click.UsageError(f"--output 的扩展名要是 .pdf 或 .html，现在是「{output.name}」")
    library, site, is_sound = _read(root, on, edition)
    if not is_sound:
        click.echo("有些记录有错误，没有算进来；运行 disclosure check 看是哪些。", err=True)
    entry = site.entries.get(record_id)
    if entry is None:
        like = nearest(record_id, site.entries)
        raise click.UsageError(f"到 {site.edition.today} 没有公开过编号是 {record_id} 的记录{like}")
    html = certificate_page(
        entry, site, style=style_sheet(), late=library.records[record_id].late_entry,
        first_commit=_first_commit(library, record_id, root),
    )  # fmt: skip
    if output.suffix.lower() == ".pdf":
        write_pdf(html, output, day=site.edition.today)
    else:
        output.write_text(html, encoding="utf-8")
    click.echo(f"已写好 {output}。打印后签字、盖章。")
    return 0


def _read(root: Path, on: date | None, edition: str | None) -> tuple[Library, Site, bool]:
    """A school, what one of its editions shows on a day, and whether there is no error in it.

    Records that cannot be read are left out, as in a preview; others may hold what a check refuses.
    """
    from disclosure.errors.problem import has_errors
    from disclosure.frames.settings import edition_or
    from disclosure.pipeline import read_and_check, select

    chosen = on or today()
    reading = read_and_check(root, chosen)
    site = select(reading.library, edition=edition or edition_or("public"), today=chosen)
    return reading.library, site, not has_errors(reading.problems)


def _column(catalogue: Catalogue, written: str | None) -> Column | None:
    if written is None:
        return None
    found = catalogue.column_names.get(written)
    if found is None:
        known = "、".join(column.full_name for column in catalogue.walk())
        raise click.UsageError(f"没有栏目 {written}{nearest(written, catalogue.column_names)}\n可选：{known}")
    return found


def _first_commit(library: Library, record_id: str, root: Path) -> date | None:
    """The day on which git saw the record's file first; None where git does not know."""
    from disclosure.history.first_commits import read_history

    path = str(library.records[record_id].source.path)
    return read_history([path], root=root).first_commits.get(path)
