"""Which records an inspector is given."""

from __future__ import annotations

from collections.abc import Callable

from disclosure.domain.selection import is_periodic, select_records
from disclosure.domain.year import calendar_year, school_year
from disclosure.rendering.site import Site
from sample import record


def _monthly(number: int, published: str) -> str:
    return record(f"{published[:4]}-{number:04d}", 事项="I46", 栏目="", 公布日期=published, 公开范围="社会", 期号=published[:7],
                  审签="[{角色: 膳食委员会, 姓名: 白某某, 日期: 2024-01-01}]")  # fmt: skip


def test_the_year_and_the_last_four_issues(site_of: Callable[..., Site]) -> None:
    texts = [_monthly(1, "2025-06-10"), _monthly(2, "2025-09-10"), _monthly(3, "2025-10-10"), _monthly(4, "2025-11-10"),
             _monthly(5, "2025-12-10"), _monthly(1, "2026-01-10"), record("2025-0100", 公布日期="2025-12-01")]  # fmt: skip
    chosen = select_records(site_of(*texts).edition, calendar_year(2026))
    assert [entry.id for entry in chosen.in_year] == ["2026-0001"]
    (canteen,) = (one for one in chosen.issues if one.item.id == "I46")
    assert [entry.id for entry in canteen.entries] == ["2026-0001", "2025-0005", "2025-0004", "2025-0003"]
    assert [entry.id for entry in chosen.entries] == ["2026-0001", "2025-0005", "2025-0004", "2025-0003"]


def test_what_came_after_the_year_is_left_out(site_of: Callable[..., Site]) -> None:
    texts = [_monthly(1, "2025-08-31"), _monthly(2, "2025-09-01"), _monthly(1, "2026-08-31"), _monthly(2, "2026-09-01")]
    chosen = select_records(site_of(*texts).edition, school_year(2025))
    assert [entry.id for entry in chosen.in_year] == ["2026-0001", "2025-0002"]
    assert "2026-0002" not in {entry.id for entry in chosen.entries}


def test_items_that_only_follow_events_are_not_periodic(site_of: Callable[..., Site]) -> None:
    items = site_of(record()).edition.catalogue.items
    assert is_periodic(items["I46"])
    assert is_periodic(items["I61"])  # each term's summary
    assert not is_periodic(items["I01"])
    assert not is_periodic(items["I54"])
