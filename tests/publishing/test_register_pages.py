"""Pages, workbooks and csv of registers: which there are, what leads to them, and that keys change with contents."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Place
from disclosure.publishing.chrome import chrome_of
from disclosure.publishing.data import sitemap
from disclosure.publishing.framing import Framing
from disclosure.publishing.output import OutputFile
from disclosure.publishing.register_pages import register_pages, register_urls
from disclosure.publishing.root_pages import closed_sources, root_pages
from disclosure.registers.all import REGISTERS
from disclosure.rendering.fragments import registers_fragment
from disclosure.rendering.frame import SLOTS, Frame, slot
from disclosure.rendering.keys import registers_key
from disclosure.rendering.site import Site
from disclosure.rendering.volumes import Ways
from sample import SCHOOL, TODAY, record
from tables import table_of

FRAME = Frame.cut("\n".join(map(slot, SLOTS)))
OPEN = "公开的登记册: [内容登记册, 统计]\n"


def files_of(site: Site) -> dict[str, OutputFile]:
    framing = Framing(frame_for=lambda column, depth: FRAME, site=site)
    found = list(register_pages(site, framing=framing))
    assert len({file.path for file in found}) == len(found)
    return {file.path: file for file in found}


def test_the_public_edition_has_none_unless_the_catalogue_opens_them(site_of: Callable[..., Site]) -> None:
    assert files_of(site_of(record())) == {}
    opened = files_of(site_of(record(), catalogue=OPEN))
    assert set(opened) == {
        "registers/contents/2026/index.html",
        "registers/contents/2026/contents-2026.xlsx",
        "registers/contents/2026/contents-2026.csv",
    }


def test_the_staff_has_all_of_them(site_of: Callable[..., Site]) -> None:
    paths = set(files_of(site_of(record(), edition="internal")))
    for register in REGISTERS:
        year = "2026/" if register.by_year else ""
        stem = f"{register.name.id}-2026" if register.by_year else register.name.id
        assert f"registers/{register.name.id}/{year}index.html" in paths
        assert f"registers/{register.name.id}/{year}{stem}.xlsx" in paths


@pytest.mark.parametrize(
    ("kind", "slugs"), [("自然年", ["2026", "2025", "2024"]), ("学年", ["2026-2027", "2025-2026", "2023-2024"])]
)
def test_there_is_a_page_for_each_year_with_rows_and_the_current_one(
    kind: str, slugs: list[str], site_of: Callable[..., Site]
) -> None:
    texts = [record("2024-0001", 公布日期="2024-03-01"), record("2025-0001", 公布日期="2025-12-31")]
    site = site_of(*texts, catalogue=OPEN, school=f"{SCHOOL}统计周期: {kind}\n")
    assert register_urls(site) == [f"registers/contents/{slug}/" for slug in slugs]


def page(site: Site, path: str) -> str:
    return files_of(site)[path].content.decode()


def test_a_page_leads_to_other_years_files_and_the_list_of_registers(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), record("2025-0001", 公布日期="2025-09-01"), catalogue=OPEN)
    html = page(site, "registers/contents/2026/index.html")
    assert "<h1>内容登记册（2026年）</h1>" in html
    links = re.findall('<a href="([^"#]+)"', html)
    assert links == [
        "../../../", "../../", "./", "../2025/", "contents-2026.xlsx", "contents-2026.csv", "../../../r/2026-0001/"
    ]  # fmt: skip
    assert re.findall('<a href="([^"]+)" aria-current="page"', html) == ["./"]
    assert '<link rel="stylesheet" href="../../../assets/tables.css">' in html


def test_a_year_that_runs_tells_the_day_and_one_that_is_over_stays_as_it_is(site_of: Callable[..., Site]) -> None:
    texts = [record(), record("2025-0001", 公布日期="2025-09-01")]
    days = TODAY, TODAY + timedelta(days=1)
    one, other = (files_of(site_of(*texts, catalogue=OPEN, today=day)) for day in days)
    assert '截至 <time datetime="2026-11-23">' in page(
        site_of(*texts, catalogue=OPEN), "registers/contents/2026/index.html"
    )
    changed = {path for path in one if one[path].content != other[path].content}
    assert changed == {"registers/contents/2026/index.html", "registers/contents/2026/contents-2026.xlsx"}
    assert {path for path in one if one[path].key != other[path].key} == changed


CHANGES = {
    "a title": {"标题": "新的标题"},
    "a department": {"责任部门": "教务处"},
    "a day": {"公布日期": "2026-09-02"},
    "a sign-off": {"审签": "[{角色: 校长, 姓名: 沈某某, 日期: 2026-08-30}]"},
    "withdrawn": {"撤销": "{日期: 2026-11-01, 理由: 有误, 批准: 校长办公会}"},
    "a draft": {"草稿": "是"},
    "its text": {"body": "每餐 16 元。"},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_keys_change_when_contents_do(change: dict[str, str], site_of: Callable[..., Site]) -> None:
    sites = [site_of(record(**given), edition="internal") for given in ({}, change)]
    before, after = map(files_of, sites)
    for path in before.keys() & after.keys():
        assert (before[path].key == after[path].key) is (before[path].content == after[path].content), path
    if registers_key(sites[0]) == registers_key(sites[1]):
        assert registers_fragment(sites[0]) == registers_fragment(sites[1])


def test_a_register_of_several_tables_has_a_csv_for_each(site_of: Callable[..., Site]) -> None:
    for volume in site_of(record(), edition="internal").volumes():
        names = [volume.comma_values(table) for table in volume.tables]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"registers/[a-z-]+/(2026/)?[a-z0-9-]+\.csv", name) for name in names)


def test_tables_are_made_once(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), edition="internal")
    assert site.volumes() is site.volumes()


def test_every_table_fits_its_headings(site_of: Callable[..., Site]) -> None:
    for volume in site_of(record(), edition="internal").volumes():
        assert volume.tables
        for table in volume.tables:
            assert {len(row.cells) for row in table.rows} <= {len(table.headings)}
            assert sum(span for _, span in table.groups) in (0, len(table.headings))
            assert re.fullmatch("[a-z0-9-]+", table.id)


def test_the_list_of_registers_names_those_that_are_open(site_of: Callable[..., Site]) -> None:
    html = registers_fragment(site_of(record(), catalogue=OPEN))
    assert re.findall('class="entry-title" href="([^"]+)">([^<]+)', html) == [
        ("contents/2026/", "内容登记册"), ("../statistics/", "统计"),
    ]  # fmt: skip
    everything = registers_fragment(site_of(record(), edition="internal"))
    names = re.findall('class="entry-title" href="[^"]+">([^<]+)', everything)
    assert names == [name.label for name in RegisterName]


def sources(catalogue: str, edition: str, site_of: Callable[..., Site]) -> set[str]:
    given = site_of(record(), catalogue=catalogue).edition
    made = {one.source for one in root_pages(given.school, given.catalogue, edition=edition)}
    closed = closed_sources(given.school, given.catalogue, edition=edition)
    assert made.isdisjoint(closed)
    return {one for one in made if one.split("/")[0] in ("registers", "statistics", "reports")}


@pytest.mark.parametrize(
    ("catalogue", "edition", "expected"),
    [
        ("", "public", set()),
        (OPEN, "public", {"registers/index.md", "statistics/index.md"}),
        ("公开的登记册: [意见登记册]\n", "public", {"registers/index.md"}),
        ("", "internal", {"registers/index.md", "statistics/index.md", "reports/index.md"}),
        ("", "no such edition", set()),
    ],
)
def test_an_edition_has_the_pages_that_its_registers_open(
    catalogue: str, edition: str, expected: set[str], site_of: Callable[..., Site]
) -> None:
    assert sources(catalogue, edition, site_of) == expected
    given = site_of(record(), catalogue=catalogue).edition
    chrome = chrome_of(given.school, given.catalogue, edition=edition, stylesheet="")
    assert chrome.has_registers is bool(expected)


def test_the_sitemap_lists_the_pages(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), catalogue=OPEN)
    listed = b"".join(file.content for file in sitemap(site, page_urls=register_urls(site)))
    assert b"<loc>https://school.example/xwgk/registers/contents/2026/</loc></url>" in listed


LEADING = [
    ("registers/opinions/2026/", True),
    ("registers/opinions/2026/#YJ-1", True),
    ("registers/outages/", True),
    ("registers/", True),
    ("registers/opinions/2024/", False),
    ("registers/requests/2026/", False),
    ("statistics/2026/", False),
    ("reports/2026/", True),
    ("r/2026-0001/", True),
]


@pytest.mark.parametrize(("url", "stays"), LEADING)
def test_a_table_leads_to_no_register_that_the_edition_does_not_have(url: str, stays: bool) -> None:
    ways = Ways(
        pages=frozenset({"registers/opinions/2026/", "registers/outages/"}), opened=frozenset({"opinions", "outages", "reports"})
    )  # fmt: skip
    place = Place(url=url, text="见")
    (row,) = ways.kept(table_of(Cell(places=(place,)))).rows
    assert row.cells == (Cell(places=(place,)) if stays else Cell(value="见"),)
