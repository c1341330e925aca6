"""G150: a consultation whose result is overdue; the mended school is in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sample import SCHOOL, codes_of, make_school, problems_of, record

ASKED = record(公布日期="2026-05-20", 截止日期="2026-06-03", 关联="作息", 环节="征求意见")
RESULT = record("2026-0002", 公布日期="2026-06-22", 关联="作息", 环节="意见采纳情况")


@pytest.mark.parametrize(
    ("today", "told"), [(date(2026, 7, 1), False), (date(2026, 7, 2), False), (date(2026, 7, 3), True)]
)
def test_it_is_told_on_the_day_after_the_result_was_due(today: date, told: bool, tmp_path: Path) -> None:
    assert ("G150" in codes_of(make_school(tmp_path, ASKED), today)) is told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((ASKED, RESULT), False),
        ((ASKED, record("2026-0002", 公布日期="2026-06-22", 替代="2026-0001")), False),
        ((ASKED, RESULT.replace("作息", "别的")), True),
        ((ASKED, RESULT.replace("意见采纳情况", "公告")), True),
        ((ASKED, RESULT.replace("---\n\n", "草稿: 是\n---\n\n")), True),
        ((ASKED.replace("---\n\n", "撤销: {日期: 2026-06-01, 理由: 有误, 批准: 校长}\n---\n\n"),), False),
        ((record(栏目="", 事项="I18", 公布日期="2026-05-20", 截止日期="2026-06-03"),), True),
        ((record(栏目="", 事项="I18", 公布日期="2026-05-20", 截止日期="2026-06-03", 环节="决定"),), False),
    ],
    ids=["result", "replaced", "other matter", "other step", "draft", "withdrawn", "by item", "later step of the item"],
)
def test_who_still_owes_a_result(texts: tuple[str, ...], told: bool, tmp_path: Path) -> None:
    assert ("G150" in codes_of(make_school(tmp_path, *texts))) is told


def test_a_second_round_owes_it_instead_of_the_first(tmp_path: Path) -> None:
    second = record("2026-0002", 公布日期="2026-06-01", 截止日期="2026-06-15", 环节="征求意见", 替代="2026-0001")
    found = [one for one in problems_of(make_school(tmp_path, ASKED, second)) if one.code == "G150"]
    assert [str(one.path) for one in found] == ["data/records/b.md"]


def test_the_school_says_how_long_it_takes(tmp_path: Path) -> None:
    school = SCHOOL + "征求意见结果时限: 10天\n"
    assert "G150" in codes_of(make_school(tmp_path / "a", ASKED, school=school), date(2026, 6, 14))
    assert "G150" not in codes_of(make_school(tmp_path / "b", ASKED, school=school), date(2026, 6, 13))


def test_the_line_and_the_way_to_mend_it(tmp_path: Path) -> None:
    (found,) = (one for one in problems_of(make_school(tmp_path, ASKED)) if one.code == "G150")
    assert ASKED.splitlines()[found.line - 1] == "环节: 征求意见"
    assert "2026-07-02" in found.message
    assert "关联: 作息\n环节: 意见采纳情况" in found.hint
