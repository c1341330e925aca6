"""补公开: a record that was put on the site late says so itself."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from disclosure.domain.edition import Shown, Stub
from disclosure.rendering.fragments import record_fragment, stub_fragment
from disclosure.rendering.site import Site
from sample import record


def entered(day: str, reason: str = "经办人交接时遗漏") -> dict[str, str]:
    return {"补公开": f"{{日期: {day}, 理由: {reason}}}"}


def note_of(site: Site) -> list[str]:
    entry = site.entries["2026-0001"]
    assert isinstance(entry, Shown)
    page = record_fragment(entry, site)
    banner = page[page.index("<div class=banner") : page.index("class=body")]
    return re.findall(r"<p data-removable>(补公开.*?)</p>", banner)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (entered("2026-09-20"), ["补公开：本件于 2026年9月20日补充公开，晚于公布日期 19 天。理由：经办人交接时遗漏。"]),
        (entered("2026-09-20", "忘了！"), ["补公开：本件于 2026年9月20日补充公开，晚于公布日期 19 天。理由：忘了！"]),
        (entered("2026-09-20", "甲<乙>&丙"), ["补公开：本件于 2026年9月20日补充公开，晚于公布日期 19 天。理由：甲&lt;乙&gt;&amp;丙。"]),
        (entered("2026-09-01"), ["补公开：本件于 2026年9月1日补充公开。理由：经办人交接时遗漏。"]),
        ({}, []),
    ],
    ids=["late", "exclamation", "escaped", "the same day", "in time"],
)  # fmt: skip
def test_the_note(fields: dict[str, str], expected: list[str], site_of: Callable[..., Site]) -> None:
    assert note_of(site_of(record(**fields))) == expected


def test_a_stub_does_not_repeat_the_reason(site_of: Callable[..., Site]) -> None:
    site = site_of(record(截止日期="2026-10-31", 到期处理="撤下", **entered("2026-09-20")))
    entry = site.entries["2026-0001"]
    assert isinstance(entry, Stub)
    assert "补公开" not in stub_fragment(entry, site)
