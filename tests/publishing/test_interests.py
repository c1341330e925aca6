"""Feeds by interest: which records stand in them, under which ids and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import SCHOOL, record

ITEMS = """
事项:
  - {编号: X01, 名称: 食堂收支, 栏目: other/finance, 时限: 20个工作日}
  - {编号: X02, 名称: 校车收费, 栏目: admissions-fees, 时限: 20个工作日}
"""
RECORDS = (
    record("2026-0001", 栏目="其他"),
    record("2026-0002", 栏目="其他/财务"),
    record("2026-0003", 栏目="", 事项="X01"),
    record("2026-0004", 栏目="", 事项="X02"),
    record("2026-0005", 栏目="招生收费", 截止日期="2026-09-30", 到期处理="撤下"),
    record("2026-0006", 栏目="招生收费", 截止日期="2026-10-30", 到期处理="往期"),
    record("2026-0007", 栏目="招生收费", 公开范围="家长"),
    record("2026-0008", 栏目="招生收费", 公布日期="2026-11-24"),
    record("2026-0009", 栏目="招生收费", 草稿="是"),
    record("2026-0010", 栏目="组织领导", 撤销="{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"),
)


def feeds_of(site: Site) -> dict[str, str]:
    return {file.path: file.content.decode() for file in feed_files(site)}


def numbers(feed: str) -> Iterable[int]:
    """Numbers of the records in a feed of any form, each once for each of its entries."""
    return sorted(map(int, re.findall(r"(?:\"false\">|<id>|\"id\": \")tag:[^:]+:2026-(\d{4}):", feed)))


@pytest.mark.parametrize(
    ("places", "public", "internal"),
    [
        ("栏目: 其他", [1, 2, 3], [1, 2, 3]),
        ("栏目: other/finance", [2, 3], [2, 3]),
        ("栏目: [其他, 其他/财务]", [1, 2, 3], [1, 2, 3]),
        ("事项: X01", [3], [3]),
        ("事项: 食堂收支", [3], [3]),
        ("栏目: [其他/财务], 事项: [X01]", [2, 3], [2, 3]),
        ("栏目: [招生收费]", [4, 5, 6], [4, 5, 6, 7]),
        ("栏目: [招生收费], 事项: [食堂收支]", [3, 4, 5, 6], [3, 4, 5, 6, 7]),
        ("栏目: 组织领导、其他/财务", [2, 3, 10, 10], [2, 3, 10, 10]),
        ("栏目: 办学规划", [], []),
    ],
)
def test_records_of_its_columns_or_of_its_items(
    places: str, public: list[int], internal: list[int], site_of: Callable[..., Site]
) -> None:
    school = f"{SCHOOL}关注: [{{标识: mine, 名称: 我的, {places}}}]\n"
    for edition, wanted in (("public", public), ("internal", internal)):
        feeds = feeds_of(site_of(*RECORDS, school=school, catalogue=ITEMS, edition=edition))
        for ending in ("xml", "atom.xml", "json"):
            assert numbers(feeds[f"feeds/mine.{ending}"]) == wanted, (edition, ending)


def test_entries_are_those_of_the_site_word_for_word(site_of: Callable[..., Site]) -> None:
    school = SCHOOL + "关注: [{标识: mine, 名称: 我的, 栏目: [招生收费]}]\n"
    feeds = feeds_of(site_of(record("2026-0001"), record("2026-0002", 概述="每餐 15 元。"), school=school))
    for own, site in (("feeds/mine.xml", "feed.xml"), ("feeds/mine.atom.xml", "atom.xml")):
        mine, all_of_it = (
            re.findall("<(?:item|entry)>.*?</(?:item|entry)>", feeds[path], re.DOTALL) for path in (own, site)
        )
        assert len(mine) == 2
        assert mine == all_of_it


def test_a_feed_by_interest_has_an_id_and_an_address_of_its_own(site_of: Callable[..., Site]) -> None:
    school = SCHOOL + "关注: [{标识: other, 名称: 钱 & 物, 栏目: [其他/财务]}]\nfeed_authority: school.example\n"
    feeds = feeds_of(site_of(record(), school=school))
    atom = feeds["feeds/other.atom.xml"]
    assert "<id>tag:school.example,2026:public:interest:other</id>" in atom
    assert "<title>示例学校\uff1a钱 &amp; 物</title>" in atom
    assert '<link href="https://school.example/xwgk/feeds/other.atom.xml" rel="self"/>' in atom
    assert '<link href="https://school.example/xwgk/subscribe/#feed-other" rel="alternate"/>' in atom
    assert "<id>tag:school.example,2026:public:other</id>" in feeds["other/atom.xml"]
    assert '<?xml-stylesheet type="text/css" href="../assets/feed.css"?>' in atom


def test_the_limit_holds_for_each_feed_by_itself(site_of: Callable[..., Site]) -> None:
    school = SCHOOL + "feed_entries: 2\n关注: [{标识: mine, 名称: 我的, 栏目: [招生收费, 其他]}]\n"
    texts = [record(f"2026-000{number}", 栏目="其他" if number % 2 else "招生收费") for number in range(1, 6)]
    assert numbers(feeds_of(site_of(*texts, school=school))["feeds/mine.json"]) == [4, 5]
