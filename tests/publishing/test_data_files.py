"""Small files for machines: the day of the next change, robots.txt."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.publishing.data import marker_files
from disclosure.rendering.site import Site
from sample import TODAY, record

BASE = "https://school.example/xwgk/"
WITHDRAWN = "{日期: 2026-12-05, 理由: 有误, 批准: 校长办公会}"


NOTHING_DUE = "items:\n" + "".join(f"- {{id: I{number:02}, enabled: no}}\n" for number in range(1, 71))
"""A catalogue of which nothing falls due: what does, changes a site too (tests/domain/test_duties_turn.py)."""


def files_of(site: Site) -> dict[str, str]:
    return {file.path: file.content.decode() for file in marker_files(site)}


def test_these_files_and_no_others(site_of: Callable[..., Site]) -> None:
    assert set(files_of(site_of(record()))) == {"next-change.json", "robots.txt"}


def test_robots_are_told_where_the_sitemap_is(site_of: Callable[..., Site]) -> None:
    assert files_of(site_of(record()))["robots.txt"] == f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n"


CHANGES = {
    "nothing ever changes": ({}, TODAY, None),
    "a record of the future": ({"公布日期": "2026-11-24"}, TODAY, "2026-11-24"),
    "an internal record of the future": ({"公布日期": "2026-11-24", "公开范围": "教职工"}, TODAY, None),
    "a draft of the future": ({"公布日期": "2026-11-24", "草稿": "是"}, TODAY, None),
    "before the last week": ({"截止日期": "2026-11-30"}, date(2026, 11, 23), "2026-11-24"),
    "in the last week": ({"截止日期": "2026-11-30"}, date(2026, 11, 24), "2026-12-01"),
    "on the last day": ({"截止日期": "2026-11-30"}, date(2026, 11, 30), "2026-12-01"),
    "after the last day": ({"截止日期": "2026-11-30"}, date(2026, 12, 1), None),
    "on the day of review": ({"复核日期": "2026-11-23"}, TODAY, "2026-11-24"),
    "after the day of review": ({"复核日期": "2026-11-22"}, TODAY, None),
    "a withdrawal to come": ({"撤销": WITHDRAWN}, TODAY, "2026-12-05"),
    "a change to come": ({"变更": "[{日期: 2026-12-24, 说明: 甲}]"}, TODAY, "2026-12-24"),
    "a period that is warned of before it begins": ({"公布日期": "2026-12-10", "公示期": "3天"}, TODAY, "2026-12-10"),
    "a period after the withdrawal": (
        {"公示期": "180天", "撤销": "{日期: 2026-09-12, 理由: 有误, 批准: 校长办公会}"},
        TODAY,
        None,
    ),
    "a withdrawal of today": ({"撤销": WITHDRAWN}, date(2026, 12, 5), None),
}


@pytest.mark.parametrize(("fields", "today", "day"), CHANGES.values(), ids=CHANGES)
def test_the_day_of_the_next_change(
    fields: dict[str, str], today: date, day: str | None, site_of: Callable[..., Site]
) -> None:
    content = files_of(site_of(record(**fields), today=today, catalogue=NOTHING_DUE))["next-change.json"]
    assert json.loads(content) == {"built": today.isoformat(), "next_change": day}
    assert content.endswith("}\n")


def test_the_first_of_several_changes_counts(site_of: Callable[..., Site]) -> None:
    records = [record("2026-0001", 撤销=WITHDRAWN), record("2026-0002", 公布日期="2026-12-04"), record("2026-0003")]
    assert (
        json.loads(files_of(site_of(*records, catalogue=NOTHING_DUE))["next-change.json"])["next_change"]
        == "2026-12-04"
    )
