"""Page, workbook, csv and annual report tell the same numbers as a recount from the files that knows nothing of the product."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from lxml import html

from building import DAY, PROJECT, built
from recount import recounted

PRESET = PROJECT / "generator/disclosure/presets/standard.yml"
READERS = {"public": {"社会"}, "internal": {"社会", "家长", "教职工"}}
TABLES = {"栏目": "column", "责任部门": "department", "月份": "month", "公开渠道": "channel"}
Counts = dict[str, Counter[str]]


@pytest.fixture(scope="module", params=list(READERS))
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def counts(edition: str) -> Counts:
    return recounted(PROJECT, PRESET, READERS[edition], 2026, DAY)


@pytest.fixture(scope="module")
def folder(edition: str) -> Path:
    return built(PROJECT, DAY, edition) / "statistics/2026"


def filled(rows: list[tuple[str, int]]) -> Counter[str]:
    return Counter({name: number for name, number in rows if number})


def test_there_is_something_to_count(counts: Counts) -> None:
    assert {name: len(found) > 3 for name, found in counts.items()} == dict.fromkeys(TABLES, True)


def test_the_page_tells_what_was_recounted(folder: Path, counts: Counts) -> None:
    page = html.fromstring((folder / "index.html").read_text())
    for name, id in TABLES.items():
        rows = page.xpath(f'//section[h2[@id="{id}"]]//tbody/tr')
        told = [(row[0].text_content(), int(row[1].text_content())) for row in rows]
        assert filled(told) == counts[name]
    total = page.xpath('//section[h2[@id="total"]]//tbody/tr[1]/td[1]')[0].text_content()
    assert int(total) == counts["月份"].total()


def test_the_workbook_tells_what_was_recounted(folder: Path, counts: Counts) -> None:
    book = openpyxl.load_workbook(folder / "statistics-2026.xlsx")
    for name in TABLES:
        rows = [row for row in book[f"按{name}"].iter_rows(values_only=True) if isinstance(row[1], int)]
        assert filled([(str(row[0]), row[1]) for row in rows]) == counts[name]


def test_the_csv_tells_what_was_recounted(folder: Path, counts: Counts) -> None:
    lines = list(csv.DictReader(io.StringIO((folder / "statistics-2026.csv").read_text(encoding="utf-8-sig"))))
    for name in TABLES:
        told = [
            (one["分组"], int(one["数"])) for one in lines if one["统计项"] == f"按{name}" and one["指标"] == "条数"
        ]
        assert filled(told) == counts[name]


def test_every_figure_leads_to_as_many_records_as_it_says(folder: Path) -> None:
    page = html.fromstring((folder / "index.html").read_text())
    links = page.xpath('//table[contains(@class, "figures")]//td/a')
    assert len(links) > 100
    for link in links:
        number = int(link.text_content())
        path, _, id = link.get("href").partition("#")
        counted = html.fromstring((folder / path / "index.html").read_text())
        sections = counted.xpath(f'//section[h2[@id="{id}"]]' if id else "//section[h2]")
        if "附件" in link.getparent().getparent()[0].text_content():
            continue  # the number of files, which lie beside fewer records
        assert sum(len(section.xpath("./ul/li")) for section in sections) in (number, _all_of(link)), link.get("href")


def _all_of(link: html.HtmlElement) -> int:
    """上年同期 leads to the whole year before, whose number stands beside or below it."""
    row = link.getparent().getparent()
    headings = [one.text_content() for one in row.getparent().getparent().xpath("./thead/tr[last()]/th")]
    if "上年全年" in headings:
        return int(row[headings.index("上年全年")].text_content())
    below = row.getnext()
    return int(below[1].text_content()) if row[0].text_content() == "上年同期" else -1


def test_the_annual_report_tells_what_was_recounted(edition: str, counts: Counts) -> None:
    page = html.fromstring((built(PROJECT, DAY, edition) / "reports/2026/index.html").read_text())
    for name in TABLES:
        rows = page.xpath(f'//section[*[text()="按{name}"]]//tbody/tr')
        told = [(row[0].text_content(), int(row[1].text_content())) for row in rows]
        assert filled([one for one in told if one[0] != "合计"]) == counts[name]
    total = re.search(r"主动公开信息 *(\d+) *条", page.text_content())
    assert total and int(total[1]) == counts["月份"].total()
