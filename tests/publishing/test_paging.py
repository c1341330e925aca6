"""Long lists come in pages of fifty: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from disclosure.publishing.framing import Framing
from disclosure.publishing.pages import list_pages
from disclosure.rendering.frame import Frame, slot
from disclosure.rendering.listing import listings
from disclosure.rendering.site import Site
from sample import SCHOOL, record

GONE = {"截止日期": "2026-09-30", "到期处理": "往期"}
SIZES = [(0, [0]), (1, [1]), (49, [49]), (50, [50]), (51, [50, 1]), (100, [50, 50]), (101, [50, 50, 1])]


def framed(site: Site, html: str) -> Framing:
    return Framing(frame_for=lambda column, depth: Frame.cut(html), site=site)


def records(count: int, **fields: str) -> list[str]:
    return [record(f"2026-{number:04}", **fields) for number in range(1, count + 1)]


def sizes(site: Site, *, is_archive: bool, column: str = "admissions-fees") -> list[int]:
    return [len(one.entries) for one in listings(site.edition.catalogue.column(column), site, is_archive=is_archive)]


@pytest.mark.parametrize(("count", "expected"), SIZES)
@pytest.mark.parametrize("is_archive", [False, True], ids=["current", "archive"])
def test_fifty_stand_on_a_page(count: int, expected: list[int], is_archive: bool, site_of: Callable[..., Site]) -> None:
    site = site_of(*records(count, **(GONE if is_archive else {})))
    assert sizes(site, is_archive=is_archive) == expected
    assert sizes(site, is_archive=not is_archive) == [0]


@pytest.mark.parametrize(("size", "expected"), [(1, [1, 1, 1]), (2, [2, 1]), (3, [3]), (4, [3])])
def test_a_school_may_choose_another_size(size: int, expected: list[int], site_of: Callable[..., Site]) -> None:
    assert sizes(site_of(*records(3), school=SCHOOL + f"page_size: {size}\n"), is_archive=False) == expected


def test_every_entry_stands_on_one_page_newest_first(site_of: Callable[..., Site]) -> None:
    site = site_of(*records(101))
    pages = listings(site.edition.catalogue.column("admissions-fees"), site, is_archive=False)
    assert [entry.id for page in pages for entry in page.entries] == [f"2026-{n:04}" for n in range(101, 0, -1)]
    assert [(page.page, page.pages, page.total) for page in pages] == [(1, 3, 101), (2, 3, 101), (3, 3, 101)]


def test_a_column_counts_those_below_it(site_of: Callable[..., Site]) -> None:
    site = site_of(*records(50, 栏目="其他/财务"), record("2026-0051", 栏目="其他"))
    assert sizes(site, is_archive=False, column="other") == [50, 1]
    assert sizes(site, is_archive=False, column="other/finance") == [50]


@pytest.mark.parametrize(
    ("current", "further"),
    [(50, []), (51, ["page/2/"]), (100, ["page/2/"]), (101, ["page/2/", "page/3/"])],
)
def test_further_pages_are_written_where_they_are_needed(
    current: int, further: list[str], site_of: Callable[..., Site]
) -> None:
    site = site_of(*records(current))
    written = [file.path for file in list_pages(site, framing=framed(site, slot("content")))]
    own = [path for path in written if path.startswith("admissions-fees/")]
    assert own == [f"admissions-fees/{url}index.html" for url in [*further, "archive/"]]


@pytest.mark.parametrize(("archived", "pages"), [(50, 1), (51, 2), (101, 3)])
def test_the_archive_is_paged_alike(archived: int, pages: int, site_of: Callable[..., Site]) -> None:
    site = site_of(*records(archived, **GONE))
    written = {
        file.path: file.content.decode()
        for file in list_pages(site, framing=framed(site, slot("title") + slot("content")))
    }
    urls = ["admissions-fees/archive/index.html"]
    urls += [f"admissions-fees/archive/page/{number}/index.html" for number in range(2, pages + 1)]
    assert [path for path in written if path.startswith("admissions-fees/")] == urls
    assert written[urls[0]].startswith("招生收费\uff08往期\uff09<h1>")
    for number, url in enumerate(urls[1:], start=2):
        assert written[url].startswith(f"招生收费\uff08往期\uff09第 {number} 页<h1>")
