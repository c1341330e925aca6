"""Ids of feed entries are a promise: whatever happens to a record, what was told once is never told anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.domain.events import events_of
from disclosure.publishing.feed_entry import FeedEntry, authority_of, feed_entry
from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import SCHOOL, record

OWN = SCHOOL + "feed_authority: feeds.school.example\n"
LATER = date(2027, 3, 1)
EARLY, LATE = "{日期: 2026-09-10, 说明: 补充了电话}", "{日期: 2026-09-12, 说明: 补充了附件}"
TWICE = "{日期: 2026-09-10, 说明: 补充了地址}"
WITHDRAWN = {"撤销": "{日期: 2026-10-01, 理由: 金额有误, 批准: 校长办公会}"}
REMOVED = {"截止日期": "2026-09-30", "到期处理": "撤下"}


def entries(site: Site, record_id: str = "2026-0001") -> list[FeedEntry]:
    """Everything feeds ever say of a record, oldest first."""
    return [feed_entry(event, site) for event in events_of(site.entries[record_id])]


def ids(site: Site) -> list[str]:
    """Ids of the first record, without what all of them share."""
    start = "tag:feeds.school.example,2026:2026-0001:"
    found = [entry.id for entry in entries(site)]
    assert all(each.startswith(start) for each in found)
    return [each.removeprefix(start) for each in found]


def changes(*listed: str) -> dict[str, str]:
    return {"变更": f"[{', '.join(listed)}]"}


@pytest.mark.parametrize(
    "later",
    [{"标题": "另一个标题"}, {"栏目": "其他/财务"}, {"责任部门": "教务处"}, {"概述": "概述"}, {"公开范围": "社会、家长"},
     {"截止日期": "2026-09-30"}, {"公布日期": "2026-09-01 08:30"}, {"公布日期": "2026-08-31"}, {"公布日期": "2025-12-31"},
     {"替代": "2026-0009"}, REMOVED, WITHDRAWN, changes(LATE, EARLY)],
)  # fmt: skip
def test_whatever_happens_to_a_record_its_first_entry_keeps_its_id(
    later: dict[str, str], site_of: Callable[..., Site]
) -> None:
    old = record("2026-0009", 公布日期="2025-12-01")
    assert ids(site_of(record(), old, school=OWN)) == ["published"]
    assert ids(site_of(record(**later), old, school=OWN, today=LATER))[0] == "published"


@pytest.mark.parametrize("published", ["2026-09-01", "2026-09-02 08:30", "2026-08-31", "2025-09-01"])
@pytest.mark.parametrize("end", [{}, WITHDRAWN, REMOVED], ids=["shown", "withdrawn", "removed"])
def test_a_corrected_date_of_publication_renames_nothing(
    published: str, end: dict[str, str], site_of: Callable[..., Site]
) -> None:
    site = site_of(record(公布日期=published, **changes(EARLY, TWICE, LATE), **end), school=OWN)
    expected = ["published", "changed-2026-09-10", "changed-2026-09-10-2", "changed-2026-09-12"]
    assert ids(site) == [*expected, *(["withdrawn"] if end is WITHDRAWN else [])]


@pytest.mark.parametrize(
    "listed", [(EARLY, TWICE, LATE), (LATE, EARLY, TWICE), (EARLY, LATE, TWICE)], ids=["in order", "newest first", "mixed"]
)  # fmt: skip
def test_ids_of_changes_do_not_follow_the_order_in_which_they_are_listed(
    listed: tuple[str, ...], site_of: Callable[..., Site]
) -> None:
    told = {
        entry.id.rpartition(":")[2]: entry.summary.partition("。")[0]
        for entry in entries(site_of(record(**changes(*listed))))
    }
    del told["published"]
    assert told == {
        "changed-2026-09-10": "补充了电话",
        "changed-2026-09-10-2": "补充了地址",
        "changed-2026-09-12": "补充了附件",
    }


def test_a_change_that_is_told_late_renames_none_that_was_told(site_of: Callable[..., Site]) -> None:
    before = ids(site_of(record(**changes(LATE)), school=OWN))
    after = ids(site_of(record(**changes(LATE, EARLY)), school=OWN))
    assert (before, after) == (
        ["published", "changed-2026-09-12"],
        ["published", "changed-2026-09-10", "changed-2026-09-12"],
    )


@pytest.mark.parametrize("first", ["published", "corrected"])
@pytest.mark.parametrize("end", [WITHDRAWN, REMOVED], ids=["withdrawn", "removed"])
def test_what_is_taken_down_keeps_the_ids_of_all_that_was_told_and_loses_the_text(
    end: dict[str, str], first: str, site_of: Callable[..., Site]
) -> None:
    corrects = {"更正": "2026-0009"} if first == "corrected" else {}
    texts = (record(**changes(EARLY, TWICE, LATE), **corrects, **end), record("2026-0009"))
    before, after = (site_of(*texts, school=OWN, today=day) for day in (date(2026, 9, 30), date(2026, 10, 1)))
    assert ids(before) == [first, "changed-2026-09-10", "changed-2026-09-10-2", "changed-2026-09-12"]
    assert ids(after) == [*ids(before), *(["withdrawn"] if end is WITHDRAWN else [])]
    assert [entry.moment for entry in entries(before)] == [entry.moment for entry in entries(after)][:4]
    for file in feed_files(after):
        assert "补充了".encode() not in file.content
    assert any("补充了".encode() in file.content for file in feed_files(before))


def test_ids_follow_neither_address_nor_edition(site_of: Callable[..., Site]) -> None:
    here = entries(site_of(record()))[0]
    moved = entries(site_of(record(), school=SCHOOL.replace("school.example", "new.example")))[0]
    internal = entries(site_of(record(), edition="internal"))[0]
    assert here.id == moved.id == internal.id
    assert (here.url, moved.url) == (
        "https://school.example/xwgk/r/2026-0001/",
        "https://new.example/xwgk/r/2026-0001/",
    )


@pytest.mark.parametrize("today", [date(2026, 9, 1), date(2027, 1, 1), date(2031, 1, 1)])
def test_the_year_in_an_id_is_that_of_the_scheme(today: date, site_of: Callable[..., Site]) -> None:
    texts = (record(), record("2025-0001", 公布日期="2025-09-01"))
    site = site_of(*texts, school=OWN, today=today)
    assert [entries(site, each)[0].id for each in site.entries] == [
        "tag:feeds.school.example,2026:2026-0001:published",
        "tag:feeds.school.example,2026:2025-0001:published",
    ]


def test_without_a_choice_of_its_own_a_school_gets_a_name_no_host_can_have(site_of: Callable[..., Site]) -> None:
    schools = [site_of(record(), school=text).edition.school for text in (SCHOOL, SCHOOL.replace("示例", "样板"), OWN)]
    first, other, own = map(authority_of, schools)
    assert re.fullmatch(r"[0-9a-f]{12}\.school\.invalid", first)
    assert first != other
    assert own == "feeds.school.example"
