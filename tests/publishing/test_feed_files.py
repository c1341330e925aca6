"""Which entries stand in which feed, how many, and in which order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

WITHDRAWN = "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"


def feeds_of(site: Site) -> dict[str, str]:
    return {str(file.path): file.content.decode() for file in feed_files(site)}


def told(feed: str) -> list[str]:
    """Number and kind of every entry, in order, in whatever form."""
    return re.findall(r"(?:<guid isPermaLink=\"false\">|<id>|\"id\": \")tag:[^:]+:(\d{4}-\d{4}:[a-z0-9-]+)[<\"]", feed)


def published(numbers: Iterable[int]) -> list[str]:
    return [f"2026-{number:04}:published" for number in numbers]


@pytest.mark.parametrize(
    ("setting", "records", "count"),
    [("", 49, 49), ("", 50, 50), ("", 51, 50), ("feed_entries: 3\n", 2, 2), ("feed_entries: 3\n", 3, 3), ("feed_entries: 3\n", 4, 3)],
)  # fmt: skip
def test_the_newest_entries_up_to_the_limit(
    setting: str, records: int, count: int, site_of: Callable[..., Site]
) -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(records)]
    texts = [record(f"2026-{number:04}", 公布日期=day.isoformat()) for number, day in enumerate(days, start=1)]
    feeds = feeds_of(site_of(*texts, school=SCHOOL + setting))
    for path in (
        "feed.xml",
        "atom.xml",
        "feed.json",
        "admissions-fees/feed.xml",
        "admissions-fees/atom.xml",
        "admissions-fees/feed.json",
    ):
        assert told(feeds[path]) == published(range(records, records - count, -1))


def test_events_are_told_in_the_order_in_which_they_happened(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0001", 公布日期="2026-09-01 08:30", 撤销=WITHDRAWN),
        record("2026-0002", 公布日期="2026-09-01", 变更="[{日期: 2026-10-02, 说明: 补充}, {日期: 2026-10-03, 说明: 再补充}, {日期: 2026-11-24, 说明: 将来}]"),
        record("2026-0003", 公布日期="2026-09-01"),
        record("2026-0004", 公布日期="2026-09-20", 更正="2026-0003"),
    )  # fmt: skip
    expected = ["2026-0002:changed-2026-10-03", "2026-0002:changed-2026-10-02", "2026-0001:withdrawn", "2026-0004:corrected", "2026-0001:published",
                "2026-0003:published", "2026-0002:published"]  # fmt: skip
    assert told(feeds_of(site)["atom.xml"]) == expected
    assert told(feeds_of(site)["feed.xml"]) == expected
    assert told(feeds_of(site)["feed.json"]) == expected


def test_a_column_tells_what_happens_in_it_and_below(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0001", 栏目="其他"),
        record("2026-0002", 栏目="其他/财务"),
        record("2026-0003", 栏目="其他/采购", 截止日期="2026-09-30", 到期处理="撤下"),
        record("2026-0004", 栏目="招生收费"),
        record("2026-0005", 栏目="其他", 公开范围="教职工"),
        record("2026-0006", 栏目="其他", 公布日期="2026-11-24"),
    )
    feeds = feeds_of(site)
    assert told(feeds["atom.xml"]) == published([4, 3, 2, 1])
    assert told(feeds["other/atom.xml"]) == published([3, 2, 1])
    assert told(feeds["other/finance/atom.xml"]) == published([2])
    assert told(feeds["other/procurement/feed.xml"]) == published([3])
    assert told(feeds["planning/feed.xml"]) == []


def test_every_column_has_three_feeds_under_its_own_name_and_address(site_of: Callable[..., Site]) -> None:
    site = site_of(record())
    feeds = {path: feed for path, feed in feeds_of(site).items() if path.endswith((".xml", ".json"))}
    columns = {column.path: column.full_name for column in site.edition.catalogue.walk()}
    names = ("feed.xml", "atom.xml", "feed.json")
    assert set(feeds) == {*names, *(f"{path}/{name}" for path in columns for name in names)}
    for path, name in columns.items():
        assert f"<title>示例学校\uff1a{name}</title>" in feeds[f"{path}/feed.xml"]
        assert f"<link>https://school.example/xwgk/{path}/</link>" in feeds[f"{path}/feed.xml"]
        assert f'href="https://school.example/xwgk/{path}/feed.xml" rel="self"' in feeds[f"{path}/feed.xml"]
        assert f'<link href="https://school.example/xwgk/{path}/atom.xml" rel="self"/>' in feeds[f"{path}/atom.xml"]
        assert f'"feed_url": "https://school.example/xwgk/{path}/feed.json"' in feeds[f"{path}/feed.json"]
    ids = [re.search("<id>([^<]+)</id>", feed) for path, feed in feeds.items() if path.endswith("atom.xml")]
    assert len({found[1] for found in ids if found}) == len(columns) + 1


def test_editions_have_feeds_of_their_own(site_of: Callable[..., Site]) -> None:
    ids = [re.search("<id>([^<]+)</id>", feeds_of(site_of(record(), edition=name))["atom.xml"]) for name in ("public", "internal")]  # fmt: skip
    assert len({found[1] for found in ids if found}) == 2


def test_a_feed_is_as_old_as_its_newest_entry(site_of: Callable[..., Site]) -> None:
    texts = (record(公布日期="2026-09-01 08:30"), record("2026-0002", 公布日期="2026-08-31 23:59"))
    first, later = (feeds_of(site_of(*texts, today=day)) for day in (date(2026, 9, 1), TODAY))
    assert "<lastBuildDate>Tue, 01 Sep 2026 08:30:00 +0800</lastBuildDate>" in first["feed.xml"]
    assert "<pubDate>Mon, 31 Aug 2026 23:59:00 +0800</pubDate>" in first["feed.xml"]
    assert re.findall("<updated>([^<]+)<", first["atom.xml"])[0] == "2026-09-01T08:30:00+08:00"
    assert first["feed.xml"] == later["feed.xml"]
    assert first["admissions-fees/atom.xml"] == later["admissions-fees/atom.xml"]


def test_an_empty_feed_is_the_same_every_day(site_of: Callable[..., Site]) -> None:
    one, other = (feeds_of(site_of(record(), today=day)) for day in (date(2026, 11, 22), TODAY))
    assert told(one["planning/feed.xml"]) == []
    assert one["planning/feed.xml"] == other["planning/feed.xml"]
    assert one["planning/atom.xml"] == other["planning/atom.xml"]


@pytest.mark.parametrize("fields", [{"标题": '"甲\\x01乙"'}, {"概述": '"甲\\x01乙"'}, {"责任部门": '"甲\\uFFFE乙"'}])
def test_no_character_breaks_a_feed(fields: dict[str, str], site_of: Callable[..., Site]) -> None:
    assert "甲乙" in feeds_of(site_of(record(**fields)))["feed.xml"]
    assert "丙丁" in feeds_of(site_of(record(body="丙&#1;丁")))["feed.xml"]
