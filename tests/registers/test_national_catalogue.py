"""The catalogue in the columns of the national standard (requirements B3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from disclosure.domain.table import Place, Table
from disclosure.publishing.catalogue_files import catalogue_files
from disclosure.registers.national_catalogue import national_catalogue
from disclosure.rendering.site import Site
from sample import SCHOOL, record

COLUMNS = [
    "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "全社会", "特定群体", "主动", "依申请", "公开层级",
]  # fmt: skip
LEDGER = SCHOOL + "ledger_since: 2026-09-01\n"
PUBLIC = record(事项="I50", 栏目="", 公布日期="2026-10-12", 公开渠道="[公开栏, 网站]")
INTERNAL = record(
    "2026-0002", 事项="I46", 栏目="", 公布日期="2026-10-12", 期号="2026-09", 公开范围="家长", 公开渠道="[家长信]"
)


def table_of(site: Site) -> Table:
    return national_catalogue(site.edition, site.standings)


def cells(table: Table, item: str) -> dict[str, object]:
    (row,) = [row for row in table.rows if row.id == item]
    return {heading.id: cell.value for heading, cell in zip(table.headings, row.cells, strict=True)}


def test_the_national_columns_come_first(site_of: Callable[..., Site]) -> None:
    table = table_of(site_of(PUBLIC, school=LEDGER))
    assert [heading.label for heading in table.headings][: len(COLUMNS)] == COLUMNS
    assert sum(count for _, count in table.groups) == len(table.headings)
    assert {len(row.cells) for row in table.rows} == {len(table.headings)}


def test_an_item_for_everybody(site_of: Callable[..., Site]) -> None:
    told = cells(table_of(site_of(PUBLIC, school=LEDGER)), "I50")
    assert (told["first"], told["second"]) == ("其他", "生均公用经费")
    assert (told["everybody"], told["groups"], told["active"], told["asked"], told["level"]) == (
        "√",
        "",
        "√",
        "",
        "学校",
    )
    assert told["within"] == "每年；信息形成或者变更之日起20个工作日内"
    assert told["channels"] == "网站、公开栏"
    assert (told["last"], told["state"]) == (date(2026, 10, 12), "正常")


def test_rules_in_words(site_of: Callable[..., Site]) -> None:
    table = table_of(site_of(PUBLIC, school=LEDGER))
    assert cells(table, "I01")["within"] == "信息形成或者变更之日起20个工作日内"
    assert cells(table, "I42")["within"] == "每学期开学前；信息形成或者变更之日起5个工作日内"


def test_items_for_some_and_what_became_of_them(site_of: Callable[..., Site]) -> None:
    public = cells(table_of(site_of(PUBLIC, INTERNAL, school=LEDGER)), "I46")
    assert (public["everybody"], public["groups"], public["channels"]) == ("", "家长", "网站")
    assert (public["last"], public["next"], public["state"]) == (None, None, "")
    internal = cells(table_of(site_of(PUBLIC, INTERNAL, school=LEDGER, edition="internal")), "I46")
    assert (internal["last"], internal["next"], internal["channels"]) == (
        date(2026, 10, 12),
        date(2026, 11, 27),
        "网站、家长信",
    )


def test_every_row_leads_to_its_row_on_the_page(site_of: Callable[..., Site]) -> None:
    table = table_of(site_of(PUBLIC, school=LEDGER))
    assert all(row.cells[2].places == (Place(url=f"catalogue/#{row.id}"),) for row in table.rows)
    assert [row.cells[0].value for row in table.rows] == list(range(1, len(table.rows) + 1))


def test_the_files(site_of: Callable[..., Site]) -> None:
    files = {file.path: file.content for file in catalogue_files(site_of(PUBLIC, school=LEDGER))}
    assert set(files) == {"catalogue/catalogue.xlsx", "catalogue/catalogue.csv"}
    assert files["catalogue/catalogue.xlsx"].startswith(b"PK")
    assert "生均公用经费" in files["catalogue/catalogue.csv"].decode("utf-8-sig")
