"""无障碍说明: what is aimed at, how to use it, whom to tell — and no day, so that it stays the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from disclosure.rendering.fragments import accessibility_fragment
from disclosure.rendering.site import Site
from sample import SCHOOL, record

REACH = """phones: {office: 0000-5550101, supervision: 0000-5550102}
mailbox: office@school.example
guide: {office: 办公室, hours: 工作日 8:30—16:30}
"""


def test_it_says_what_is_aimed_at_and_how_to_use_it(site_of: Callable[..., Site]) -> None:
    page = accessibility_fragment(site_of(record()))
    for word in ("WCAG 2.2", "AA", "GB/T 37668—2019", "关怀版", "键盘", "放大", "JavaScript", "打印", "不足"):
        assert word in page
    assert '<a href="../catalogue/">公开目录</a>' in page


def test_it_says_whom_to_tell_as_far_as_the_school_said_so(site_of: Callable[..., Site]) -> None:
    page = accessibility_fragment(site_of(record(), school=SCHOOL + REACH))
    assert re.findall(r'href="((?:tel|mailto):[^"?]+)', page) == [
        "tel:0000-5550101", "mailto:office@school.example", "tel:0000-5550102",
    ]  # fmt: skip
    assert "工作日 8:30—16:30" in page
    bare = accessibility_fragment(site_of(record()))
    assert "tel:" not in bare
    assert "mailto:" not in bare
    assert "None" not in bare


def test_it_is_the_same_on_every_day(site_of: Callable[..., Site]) -> None:
    first, later = (accessibility_fragment(site_of(record(), today=date(year, 11, 23))) for year in (2026, 2028))
    assert first == later
