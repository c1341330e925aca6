"""G113, G114: what is kept back is reported, and looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import in_register
from disclosure.domain.library import Library
from disclosure.domain.registers import EXEMPTIONS
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_exemptions(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every exemption that has been decided (requirements R18)."""
    for one in library.registers.exemptions:
        if one.decided > today:
            continue
        if one.reported is None:
            message = "没有写备案，暂不宜公开的要报上一级备案"
            hint = "备案以后加一行：备案: {单位: 示例市教育局, 日期: 2026-03-06}"
            yield in_register(EXEMPTIONS, one, "id", "G113", message, hint)
        has_ended = one.ended is not None and one.ended <= today
        if one.review_by and one.review_by < today and not has_ended:
            message = f"{one.review_by} 应当复核，已经过了 {(today - one.review_by).days} 天"
            hint = "能公开了就公布，写 公开日期 和 记录；还不能的，改 复核日期"
            yield in_register(EXEMPTIONS, one, "review_by", "G114", message, hint)
