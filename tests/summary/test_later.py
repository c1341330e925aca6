"""What is said of later days: every day on which the record turns by itself, and no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.library import Library
from disclosure.domain.life import turning_days
from disclosure.pipeline import read_and_check
from disclosure.summary.hiding import Hiding
from disclosure.summary.later import successors_of, turns, wall_days
from sample import SCHOOL, TODAY, make_school, record

CASES = [
    ({"截止日期": "2026-12-20"}, [("2026-12-14", "即将到期"), ("2026-12-21", "网页留着，上面写明已到期")]),
    ({"截止日期": "2026-12-20", "到期处理": "往期"}, [("2026-12-14", "即将到期"), ("2026-12-21", "移到往期")]),
    ({"截止日期": "2026-12-20", "到期处理": "撤下"}, [("2026-12-14", "即将到期"), ("2026-12-21", "自动撤下")]),
    ({"截止日期": "2026-11-25"}, [("2026-11-26", "已到期")]),
    ({"截止日期": "2026-11-23"}, [("2026-11-24", "已到期")]),
    ({"截止日期": "2026-11-22"}, []),
    ({"复核日期": "2027-08-31"}, [("2027-09-01", "待复核")]),
    ({"公布日期": "2026-12-01"}, [("2026-12-01", "网站上出现")]),
    ({"公布日期": "2026-12-01", "公示期": "5天"}, [("2026-12-01", "网站上出现，网页和列表标出"), ("2026-12-06", "已到期")]),
    ({"变更": "[{日期: 2026-12-02, 说明: 换电话}]"}, [("2026-12-02", "变更说明「换电话」")]),
    ({"撤销": "{日期: 2026-12-03, 理由: 有误, 批准: 校长}", "截止日期": "2026-12-20"}, [("2026-12-03", "撤销生效")]),
    ({"草稿": "是", "截止日期": "2026-12-20"}, []),
]  # fmt: skip


def library_of(root: Path, *texts: str, school: str = SCHOOL) -> Library:
    return read_and_check(make_school(root, *texts, school=school), TODAY).library


@pytest.mark.parametrize(("fields", "expected"), CASES)
def test_each_day_is_told(fields: dict[str, str], expected: list[tuple[str, str]], tmp_path: Path) -> None:
    library = library_of(tmp_path, record(**fields))
    one = library.records["2026-0001"]
    told = turns(one, library, successors_of(library), TODAY)
    assert [day.isoformat() for day, _ in told] == [day for day, _ in expected]
    for (_, words), (_, wanted) in zip(told, expected, strict=True):
        assert wanted in words
    assert {day for day, _ in told} == {day for day in turning_days(one) if day > TODAY}


def test_a_record_that_another_one_replaces_later(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        record(截止日期="2026-12-20", 到期处理="往期"),
        record("2026-0002", 公布日期="2026-12-01", 替代="2026-0001"),
    )
    told = turns(library.records["2026-0001"], library, successors_of(library), TODAY)
    assert told == [(date(2026, 12, 1), "标明已被取代，移到往期")]


def test_the_result_of_a_consultation_is_owed(tmp_path: Path) -> None:
    library = library_of(tmp_path, record(环节="征求意见", 截止日期="2026-11-30"))
    told = turns(library.records["2026-0001"], library, successors_of(library), TODAY)
    assert told[-1][0] == date(2026, 12, 28)
    assert "征求意见的结果" in told[-1][1]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "2026年11月23日起可以张贴，长期"),
        ({"公布日期": "2026-12-01", "公示期": "5天"}, "2026年12月1日起可以张贴，2026年12月6日取下"),
        ({"公开渠道": "网站"}, ""),
        ({"公开渠道": "网站、公开栏", "截止日期": "2026-11-23"}, "2026年11月23日起可以张贴，2026年11月24日取下"),
        ({"截止日期": "2026-11-22"}, ""),
    ],
)
def test_when_it_hangs_on_the_wall(fields: dict[str, str], expected: str, tmp_path: Path) -> None:
    assert wall_days(library_of(tmp_path, record(**fields)).records["2026-0001"], TODAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电话 1３8 0013-8000", "电话 （手机号码不显示）"),
        ("11010519491231002x 等", "（身份证号不显示） 等"),
        ("学号 20261234，2026-12-34", "学号 （学号或工号不显示），2026-12-34"),
        ("编号 120261234", "编号 120261234"),
        ("2026年12月1日 58,000元 0000-5550101", "2026年12月1日 58,000元 0000-5550101"),
    ],
)
def test_what_was_found_is_hidden_however_it_is_written(text: str, expected: str, tmp_path: Path) -> None:
    library = library_of(tmp_path, record(body="学号：20261234 电话 13800138000 身份证 11010519491231002X"))
    assert Hiding(library)(text) == expected
