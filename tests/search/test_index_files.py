"""The files of the index: what can be found, in which tier, and what a build from memory makes of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from disclosure.caching.cache import NO_CACHE, Cache, open_cache
from disclosure.domain.edition import Shown
from disclosure.rendering.fragments import record_fragment, stub_fragment
from disclosure.rendering.frame import Frame
from disclosure.rendering.site import Site
from disclosure.search.index import search_files
from sample import record

WITHDRAWN = "{日期: 2026-11-05, 理由: 有误, 批准: 校长办公会}"


def files_of(
    site: Site, cache: Cache = NO_CACHE, pages: dict[str, Frame] | None = None, processes: int = 1
) -> dict[str, bytes]:
    def read(path: str) -> bytes:
        entry = site.entries[path.split("/")[1]]
        html = record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)
        return f"<html><nav>导航</nav>{html}</html>".encode()

    found = search_files(site, pages=pages or {}, read=read, cache=cache, processes=processes)
    return {file.path: file.content for file in found}


def handed_over(content: bytes) -> tuple[str, Any]:
    """Name and content of a script."""
    call = content.decode().strip()
    assert call.startswith("disclosureSearch(")
    name, content_of = json.loads("[" + call.removeprefix("disclosureSearch(").removesuffix(")") + "]")
    return str(name), content_of


def plan_of(site: Site) -> dict[str, Any]:
    plan: dict[str, Any] = handed_over(files_of(site)["search/plan.js"])[1]
    return plan


def test_scripts_are_named_as_they_lie(site_of: Callable[..., Site]) -> None:
    for path, content in files_of(site_of(record(), record("2026-0002"))).items():
        assert path == f"search/{handed_over(content)[0]}.js"


@pytest.mark.parametrize(
    ("published", "tier"), [("2024-12-31", "earlier"), ("2025-01-01", "recent"), ("2026-01-01", "recent")]
)
def test_the_year_of_the_build_and_the_one_before_are_recent(
    site_of: Callable[..., Site], published: str, tier: str
) -> None:
    site = site_of(record(公布日期=published, 截止日期="长期"), today=date(2026, 1, 1))
    assert [one["name"] for one in plan_of(site)["tiers"]] == [tier]


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({}, True),
        ({"截止日期": "2026-10-09"}, True),
        ({"截止日期": "2026-10-09", "到期处理": "撤下"}, False),
        ({"截止日期": "2026-10-09", "到期处理": "往期"}, True),
        ({"撤销": WITHDRAWN}, False),
        ({"公布日期": "2026-12-31"}, False),
        ({"草稿": "true"}, False),
        ({"公开范围": "教职工"}, False),
    ],
)
def test_only_what_is_shown_is_indexed(site_of: Callable[..., Site], fields: dict[str, str], is_found: bool) -> None:
    files = files_of(site_of(record(body="獨特文字。", **fields), record("2026-0002"), today=date(2026, 11, 20)))
    shards = b"".join(content for path, content in files.items() if path.count("/") == 2)
    assert ("獨" in shards.decode()) is is_found


def test_a_stub_is_found_by_title_and_number_only(site_of: Callable[..., Site]) -> None:
    site = site_of(record(标题="取下的一件", 概述="不该看到", 撤销=WITHDRAWN), today=date(2026, 11, 20))
    files = files_of(site)
    assert handed_over(files["search/recent/rows-0.js"])[1] == [["2026-0001", "取下的一件", "2026-09-01", ""]]
    shards = [handed_over(content)[1] for path, content in files.items() if path.count("/") == 2 and "rows" not in path]
    found = {line[0] for sections in shards for section in sections for line in section.split("\n") if line}
    assert "取" in found
    assert found.isdisjoint("该看")


def test_pages_that_a_school_wrote_by_hand(site_of: Callable[..., Site]) -> None:
    head = "<html><head><title>家长须知 - 示例学校</title></head><body><nav>导航</nav>"
    page = Frame(
        parts=(f'{head}<div id="content"><h1>家长须知</h1><p>接送<b>路线</b></p><script>暗</script></div>底</body>',)
    )
    empty = Frame(parts=('<html><body><div id="content">', "content", "</div></body></html>"))
    files = files_of(site_of(record()), pages={"parents/index.html": page, "guide/index.html": empty})
    assert handed_over(files["search/pages/rows-0.js"])[1] == [["parents/", "家长须知"]]
    shards = b"".join(content for path, content in files.items() if path.startswith("search/pages/")).decode()
    assert "路" in shards
    for hidden in ("导", "暗", "底"):
        assert hidden not in shards


def test_a_build_from_memory_makes_the_same_files(site_of: Callable[..., Site], tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    texts = [record(), record("2025-0002", 公布日期="2024-05-01", 截止日期="长期")]
    first = files_of(site_of(*texts), cache)
    assert files_of(site_of(*texts), cache) == first
    changed = [record(body="换了文字。"), texts[1]]
    assert files_of(site_of(*changed), cache) == files_of(site_of(*changed)) != first


@pytest.mark.parametrize("damage", [b"", b"\x00" * 50])
def test_a_damaged_memory_is_indexed_anew(site_of: Callable[..., Site], tmp_path: Path, damage: bytes) -> None:
    cache = open_cache(tmp_path)
    site = site_of(record())
    first = files_of(site, cache)
    for box in (tmp_path / ".cache/disclosure/search").iterdir():
        box.write_bytes(damage)
        assert files_of(site, cache) == first


def test_a_few_edits_of_many_give_what_indexing_anew_gives(site_of: Callable[..., Site], tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    texts = [record(f"2026-{number:04}", f"第{number}件的内容。" * (number % 3)) for number in range(1, 120)]
    files_of(site_of(*texts), cache)
    for changed in ({3: "改了。", 117: "也改了。"}, {3: "再改。"}, dict.fromkeys(range(40), "全改。")):
        for number, body in changed.items():
            texts[number] = record(f"2026-{number + 1:04}", body, 标题="标题也改了")
        assert files_of(site_of(*texts), cache) == files_of(site_of(*texts))
    del texts[60]
    assert files_of(site_of(*texts), cache) == files_of(site_of(*texts))


def test_rows_of_hits_are_cut_into_files_of_256(site_of: Callable[..., Site]) -> None:
    texts = [record(f"2026-{number:04}", "内容。") for number in range(1, 600)]
    files = files_of(site_of(*texts))
    rows = [handed_over(files[f"search/recent/rows-{number}.js"])[1] for number in range(3)]
    assert [len(some) for some in rows] == [256, 256, 87]
    assert len({row[0] for some in rows for row in some}) == 599


def test_several_processes_index_the_same(site_of: Callable[..., Site]) -> None:
    texts = [record(f"2026-{number:04}", f"第{number}件的内容。") for number in range(1, 1100)]
    site = site_of(*texts)
    assert files_of(site, processes=3) == files_of(site)
