"""D101-D103, D107: the day before, on and after the limit of each rule about dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sample import TODAY, codes_of, make_school, problems_of, record


def withdrawn(day: str) -> dict[str, str]:
    return {"撤销": f"{{日期: {day}, 理由: 金额有误, 批准: 校长办公会}}"}


def changed(*days: str) -> dict[str, str]:
    return {"变更": "[" + ", ".join(f"{{日期: {day}, 说明: 补充电话}}" for day in days) + "]"}


def codes(folder: Path, fields: dict[str, str], today: date = TODAY) -> list[str]:
    return codes_of(make_school(folder, record(**fields)), today)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"截止日期": "2026-08-31"}, ["D101"]),
        ({"截止日期": "2026-09-01"}, []),
        ({"截止日期": "2026-09-02"}, []),
        ({"截止日期": "长期"}, []),
        ({"公示期": "1天"}, []),
        ({"公布日期": "2028-03-01", "截止日期": "2028-02-29"}, ["D101"]),
        ({"公布日期": "2028-02-29", "截止日期": "2028-02-29"}, []),
        ({"公布日期": "2027-01-01", "截止日期": "2026-12-31"}, ["D101"]),
        ({"公布日期": "2026-09-01 23:59", "截止日期": "2026-09-01"}, []),
        ({"形成日期": "2026-08-31"}, []),
        ({"形成日期": "2026-09-01"}, []),
        ({"形成日期": "2026-09-02"}, ["D102"]),
        ({"形成日期": "2026-09-02", "截止日期": "2026-08-31"}, ["D101", "D102"]),
    ],
)
def test_formed_then_published_then_expired(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert sorted(codes(tmp_path, fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"复核日期": "2026-08-31"}, ["D107"]),
        ({"复核日期": "2026-09-01"}, []),
        ({"复核日期": "2026-09-02"}, []),
        (withdrawn("2026-08-31"), ["D107"]),
        (withdrawn("2026-09-01"), []),
        (withdrawn("2026-09-02"), []),
        (changed("2026-08-31"), ["D107"]),
        (changed("2026-09-01"), []),
        (changed("2026-09-02"), []),
        ({"补公开": "{日期: 2026-08-31, 理由: 遗漏}"}, ["D107"]),
        ({"补公开": "{日期: 2026-09-01, 理由: 遗漏}"}, []),
        (changed("2026-09-02", "2026-08-31", "2026-08-30"), ["D107", "D107"]),
        (changed("2026-08-31") | withdrawn("2026-08-31") | {"复核日期": "2026-08-31"}, ["D107", "D107", "D107"]),
        ({"草稿": "是"} | withdrawn("2026-08-31"), ["D107"]),
    ],
)
def test_what_can_only_happen_to_a_published_record(
    fields: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"公布日期": "1989-12-31"}, ["D103"]),
        ({"公布日期": "1990-01-01"}, []),
        ({"公布日期": "2036-12-31"}, []),
        ({"公布日期": "2037-01-01"}, ["D103"]),
        ({"公布日期": "2062-09-01"}, ["D103"]),
        ({"形成日期": "1989-12-31"}, ["D103"]),
        ({"形成日期": "1990-01-01"}, []),
        ({"截止日期": "2036-12-31"}, []),
        ({"截止日期": "2037-01-01"}, ["D103"]),
        ({"复核日期": "2036-12-31"}, []),
        ({"复核日期": "2037-01-01"}, ["D103"]),
        ({"截止日期": "2062-09-30", "复核日期": "2062-09-30"}, ["D103", "D103"]),
        ({"公示期": "9999天"}, ["D103"]),
        (withdrawn("2062-09-12"), ["D103"]),
        (changed("2026-09-12", "2062-09-12"), ["D103"]),
        ({"审签": "[{角色: 校长, 姓名: 沈某某, 日期: 1926-08-28}]"}, ["D103"]),
        ({"备案": "{单位: 示例市教育局, 日期: 2062-09-12}"}, ["D103"]),
        ({"补公开": "{日期: 2062-09-12, 理由: 遗漏}"}, ["D103"]),
    ],
)
def test_years_that_are_probably_slips(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, fields) == expected


@pytest.mark.parametrize(
    ("today", "expected"), [(date(2026, 12, 31), ["D103"]), (date(2027, 1, 1), []), (date(2028, 2, 29), [])]
)
def test_ten_years_ahead_are_counted_from_today(today: date, expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, {"截止日期": "2037-06-30"}, today) == expected


@pytest.mark.parametrize(
    ("fields", "line", "words"),
    [
        ({"截止日期": "2026-08-31"}, "截止日期: 2026-08-31", ("2026-08-31", "2026-09-01")),
        ({"形成日期": "2026-09-02"}, "形成日期: 2026-09-02", ("2026-09-02", "2026-09-01")),
        ({"复核日期": "2026-08-31"}, "复核日期: 2026-08-31", ("复核", "2026-08-31")),
        (withdrawn("2026-08-31"), "撤销: ", ("撤销", "2026-08-31")),
        (changed("2026-08-31"), "变更: ", ("变更", "2026-08-31")),
        ({"公布日期": "2062-09-01"}, "公布日期: 2062-09-01", ("2062-09-01",)),
    ],
)
def test_a_finding_names_the_line_and_both_dates(
    fields: dict[str, str], line: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    text = record(**fields)
    (found,) = problems_of(make_school(tmp_path, text))
    assert text.splitlines()[found.line - 1].startswith(line)
    assert all(word in found.message for word in words)


def test_an_end_that_was_counted_is_told_at_the_period(tmp_path: Path) -> None:
    (problem,) = problems_of(make_school(tmp_path, record(公示期="9999天")))
    assert problem.line == 7
