"""D109: published within the item's limit after it was formed; and D106 where nobody can know."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample import codes_of, make_school, problems_of, record


def school(folder: Path, limit: str, **fields: str) -> Path:
    """A school with one record of an item X01 with a limit."""
    catalogue = f"事项:\n  - {{编号: X01, 名称: 校车收费, 栏目: admissions-fees, 时限: {limit}}}\n"
    return make_school(folder, record(**({"栏目": "", "事项": "X01"} | fields)), catalogue=catalogue)


@pytest.mark.parametrize(
    ("limit", "formed", "published", "expected"),
    [
        ("5个工作日", "2026-09-14", "2026-09-20", []),
        ("5个工作日", "2026-09-14", "2026-09-21", ["D109"]),
        ("5个工作日", "2026-09-24", "2026-10-09", []),
        ("5个工作日", "2026-09-24", "2026-10-10", ["D109"]),
        ("30天", "2026-09-01", "2026-10-01", []),
        ("30天", "2026-09-01", "2026-10-02", ["D109"]),
        ("1天", "2026-09-01", "2026-09-01", []),
        ("1天", "", "2026-09-01", []),
        ("5个工作日", "2027-01-04", "2027-01-09", []),
        ("5个工作日", "2027-01-04", "2027-01-10", ["D106"]),
        ("5个工作日", "2027-01-04", "2027-01-28", ["D106"]),
        ("5个工作日", "2027-01-04", "2027-01-29", ["D109"]),
    ],
)
def test_the_day_before_on_and_after_the_limit(
    limit: str, formed: str, published: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes_of(school(tmp_path, limit, 形成日期=formed, 公布日期=published)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["D109"]),
        ({"草稿": "是"}, []),
        ({"撤销": "{日期: 2026-11-02, 理由: 有误, 批准: 校长办公会}"}, []),
        ({"事项": "", "栏目": "招生收费"}, []),
    ],
)
def test_whom_it_is_told(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    root = school(tmp_path, "5天", **({"形成日期": "2026-06-01", "公布日期": "2026-09-01"} | fields))
    assert codes_of(root) == expected


def test_the_finding_stands_at_the_publication_and_names_all_days(tmp_path: Path) -> None:
    (found,) = problems_of(school(tmp_path, "5个工作日", 形成日期="2026-09-14", 公布日期="2026-09-21"))
    assert found.line == 4
    for word in ("2026-09-14", "2026-09-21", "5个工作日", "最晚 2026-09-20", "校车收费"):
        assert word in found.message


@pytest.mark.parametrize(
    ("formed", "published", "year"), [("2026-12-28", "2027-01-04", "2027"), ("2028-03-01", "2028-03-08", "2028")]
)
def test_the_year_that_is_unknown_is_named(formed: str, published: str, year: str, tmp_path: Path) -> None:
    (found,) = problems_of(school(tmp_path, "5个工作日", 形成日期=formed, 公布日期=published))
    assert found.code == "D106" and f"{year} 年起" in found.message


def test_that_a_year_is_unknown_is_told_once(tmp_path: Path) -> None:
    root = school(tmp_path, "5个工作日", 形成日期="2027-01-04", 公布日期="2027-01-11", 公示期="5个工作日")
    assert codes_of(root) == ["D106"]
