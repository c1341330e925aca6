"""`disclosure import`: office files, saved pages and whole old sites become drafts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from disclosure.chinese_click import ChineseCommand, day, nearest
from disclosure.clock import today
from disclosure.commands.options import ROOT, TODAY

if TYPE_CHECKING:
    from disclosure.domain.catalogue import Catalogue, Column, Item
    from disclosure.importing.sources import Source

_SIGNED = "落款"


def _publication(value: str) -> date | str:
    """A day, or 落款 for the day under each notice. Raises BadParameter for anything else."""
    return value if value == _SIGNED else day(value)


@click.command("import", cls=ChineseCommand)
@click.argument("files", metavar="[文件]…", nargs=-1, type=click.Path(path_type=Path))
@click.option("--from-rss", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
              help="旧网站保存下来的订阅源（RSS、Atom）；网页在它旁边的文件夹里找。")  # fmt: skip
@click.option("--from-sitemap", type=click.Path(path_type=Path), metavar="文件夹或文件",
              help="旧网站保存下来的副本：一个文件夹，或者里面的 sitemap.xml。")  # fmt: skip
@click.option("--item", metavar="事项", help="全部归到这个公开事项，例如 I42。默认从标题猜。")
@click.option("--column", metavar="栏目", help="没有对应事项时，全部放在这个栏目。")
@click.option("--department", metavar="部门", help="责任部门。默认从落款猜。")
@click.option(
    "--published",
    type=_publication,
    metavar="日期",
    help="公布日期；写 落款 就用每份文件的落款日期。默认：网页写的日期，没有就是今天。",
)
@click.option("--without-original", is_flag=True, help="不把原来的 docx、xlsx 文件附在草稿旁边。")
@click.option("--masked", is_flag=True, help="隐去身份证号、手机号等个人信息。不写这个选项，有个人信息的文件不导入。")
@click.option("--with-contacts", is_flag=True, help="手机号、邮箱照样导入：确实要公开的联系方式，之后写 隐私核准。")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="把完整的清单写到这个文件（放在仓库以外）。",
)
@click.option("--dry-run", is_flag=True, help="只试一遍，什么也不写。")
@ROOT
@TODAY
def import_files(
    files: tuple[Path, ...], from_rss: Path | None, from_sitemap: Path | None, item: str | None, column: str | None,
    department: str | None, published: date | str | None, without_original: bool, masked: bool, with_contacts: bool,
    report: Path | None, dry_run: bool, root: Path, on: date | None,
) -> int:  # fmt: skip
    """把 Word、Excel、网页、文字文件或整个旧网站导入成草稿，没有带过来的内容逐项列出。"""
    from disclosure.importing.importer import prepare
    from disclosure.importing.options import Wishes
    from disclosure.importing.told import told
    from disclosure.importing.writing import imported_before, numbered, write_all
    from disclosure.pipeline import read_and_check

    if not (files or from_rss or from_sitemap):
        raise click.UsageError("请写明要导入的文件或文件夹，例如 disclosure import 旧通知/")
    chosen = on or today()
    library = read_and_check(root, chosen).library
    wishes = Wishes(
        today=chosen, published=published if isinstance(published, date) else None, as_signed=published == _SIGNED,
        item=_item(library.catalogue, item), column=_column(library.catalogue, column), department=department or "",
        with_original=not without_original, masked=masked, with_contacts=with_contacts,
    )  # fmt: skip
    records = root / "data/records"
    outcome = prepare(
        _sources(files, from_rss, from_sitemap), wishes, school=library.school, catalogue=library.catalogue, known=imported_before(records)
    )  # fmt: skip
    taken = [*library.records, *(path.stem for path in records.rglob("*"))]
    drafts = numbered(outcome.pending, records, taken)
    if drafts and not dry_run:
        write_all(drafts, records)
    click.echo(told(drafts, outcome, written=not dry_run))
    if report:
        report.write_text(told(drafts, outcome, whole=True, written=not dry_run) + "\n", encoding="utf-8")
    return int(bool(outcome.refused))


def _sources(files: tuple[Path, ...], feed: Path | None, site: Path | None) -> Iterator[Source]:
    from disclosure.importing.old_site import from_feed, from_sitemap
    from disclosure.importing.sources import sources_of

    for file in files:
        yield from sources_of(file)
    if feed:
        yield from from_feed(feed)
    if site:
        yield from from_sitemap(site)


def _item(catalogue: Catalogue, written: str | None) -> Item | None:
    if not written:
        return None
    found = catalogue.item_names.get(written)
    if found is None or not found.enabled:
        raise click.UsageError(f"公开目录里没有事项「{written}」{nearest(written, catalogue.item_names)}")
    return found


def _column(catalogue: Catalogue, written: str | None) -> Column | None:
    if not written:
        return None
    found = catalogue.column_names.get(written)
    if found is None:
        raise click.UsageError(f"没有栏目「{written}」{nearest(written, catalogue.column_names)}")
    return found
