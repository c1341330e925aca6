"""D104, D108: a notice as long as its item asks or one day shorter; removals that have an end or never come."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample import codes_of, make_school, problems_of, record


def catalogue(least: str = "", after: str = "横幅") -> str:
    """A catalogue with an item X01 of its own."""
    notice = f", 最短公示期: {least}" if least else ""
    return f"事项:\n  - {{编号: X01, 名称: 校车收费, 栏目: admissions-fees, 时限: 20个工作日, 到期处理: {after}{notice}}}\n"


def codes(folder: Path, least: str, **fields: str) -> list[str]:
    return codes_of(make_school(folder, record(栏目="", 事项="X01", **fields), catalogue=catalogue(least)))


@pytest.mark.parametrize(
    ("published", "least", "key", "value", "expected"),
    [
        ("2026-09-01", "15天", "公示期", "14天", ["D104"]),
        ("2026-09-01", "15天", "公示期", "15天", []),
        ("2026-09-01", "15天", "公示期", "16天", []),
        ("2026-09-01", "15天", "截止日期", "2026-09-14", ["D104"]),
        ("2026-09-01", "15天", "截止日期", "2026-09-15", []),
        ("2026-09-01", "15天", "截止日期", "长期", []),
        ("2026-09-01", "15天", "概述", "没有截止日期", []),
        ("2026-09-01", "1天", "截止日期", "2026-09-01", []),
        ("2028-02-15", "15天", "截止日期", "2028-02-28", ["D104"]),
        ("2028-02-15", "15天", "截止日期", "2028-02-29", []),
        ("2026-12-20", "15天", "截止日期", "2027-01-02", ["D104"]),
        ("2026-12-20", "15天", "截止日期", "2027-01-03", []),
        ("2026-09-01", "15天", "公示期", "10个工作日", ["D104"]),
        ("2026-09-01", "15天", "公示期", "11个工作日", []),
        ("2026-09-21", "5个工作日", "公示期", "4个工作日", ["D104"]),
        ("2026-09-21", "5个工作日", "公示期", "5个工作日", []),
        ("2026-09-21", "5个工作日", "公示期", "7天", ["D104"]),
        ("2026-09-21", "5个工作日", "公示期", "8天", []),
        ("2026-09-21", "5个工作日", "截止日期", "2026-09-27", ["D104"]),
        ("2026-09-21", "5个工作日", "截止日期", "2026-09-28", []),
        ("2026-10-01", "1个工作日", "截止日期", "2026-10-07", ["D104"]),
        ("2026-10-01", "1个工作日", "截止日期", "2026-10-08", []),
        ("2035-09-03", "5个工作日", "截止日期", "2035-09-03", ["D104"]),
        ("2035-09-03", "5个工作日", "截止日期", "2035-09-06", ["D104"]),
        ("2035-09-03", "5个工作日", "截止日期", "2035-09-07", ["D106"]),
        ("2035-09-03", "5个工作日", "截止日期", "2035-09-25", ["D106"]),
        ("2035-09-03", "5个工作日", "截止日期", "2035-09-26", []),
        ("2035-09-03", "5个工作日", "公示期", "7天", ["D106"]),
        ("2035-09-03", "5个工作日", "公示期", "5个工作日", ["D106"]),
        ("2026-09-01", "", "公示期", "1天", []),
    ],
)
def test_the_shortest_notice_of_an_item(
    published: str, least: str, key: str, value: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, least, 公布日期=published, **{key: value}) == expected


def test_a_record_without_an_item_may_be_as_short_as_it_likes(tmp_path: Path) -> None:
    assert codes_of(make_school(tmp_path, record(公示期="1天"), catalogue=catalogue("15天"))) == []


@pytest.mark.parametrize(("key", "value"), [("公示期", "14天"), ("截止日期", "2026-09-14")])
def test_the_finding_stands_where_the_end_was_written_and_names_both_ends(key: str, value: str, tmp_path: Path) -> None:
    text = record(栏目="", 事项="X01", **{key: value})
    (found,) = problems_of(make_school(tmp_path, text, catalogue=catalogue("15天")))
    assert text.splitlines()[found.line - 1] == f"{key}: {value}"
    for word in ("校车收费", "15天", "2026-09-15", "2026-09-14"):
        assert word in found.message
    assert "公示期: 15天" in found.hint


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"到期处理": "撤下"}, ["D108"]),
        ({"到期处理": "撤下", "截止日期": "长期"}, ["D108"]),
        ({"到期处理": "撤下", "复核日期": "2027-08-31"}, ["D108"]),
        ({"到期处理": "撤下", "公示期": "7天"}, []),
        ({"到期处理": "撤下", "截止日期": "2026-09-07"}, []),
        ({"到期处理": "撤下", "撤销": "{日期: 2026-09-12, 理由: 有误, 批准: 校长办公会}"}, []),
        ({"到期处理": "横幅"}, []),
        ({"到期处理": "往期", "截止日期": "长期"}, []),
        ({}, []),
    ],
)
def test_a_removal_needs_an_end(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes_of(make_school(tmp_path, record(**fields))) == expected


@pytest.mark.parametrize(
    ("after", "fields", "expected"),
    [
        ("撤下", {}, ["D108"]),
        ("撤下", {"截止日期": "长期"}, ["D108"]),
        ("撤下", {"公示期": "7天"}, []),
        ("撤下", {"到期处理": "往期"}, []),
        ("往期", {}, []),
        ("往期", {"到期处理": "撤下"}, ["D108"]),
    ],
)
def test_the_item_decides_unless_the_record_does(
    after: str, fields: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    root = make_school(tmp_path, record(栏目="", 事项="X01", **fields), catalogue=catalogue(after=after))
    assert codes_of(root) == expected
