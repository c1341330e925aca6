"""G143, G144: the record of an annual report states what the lists say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.errors.report import text_of
from reports import AFTER, RECORDS, reporting_school, told
from sample import record

BODY = "公开 4 条，撤销 1 条，收到意见 2 条，答复 1 条，诉讼 1 件，按时率 100%。"


def own(figures: str, body: str = BODY, **more: str) -> str:
    """The record of a report, published a fortnight after the year."""
    return record("2026-0002", body=body, 公布日期="2026-01-10", 年报=figures, **more)


def codes(root: Path, day: date = AFTER) -> list[str]:
    return [problem.code for problem in told(root, "G143", "G144", day=day)]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("{年度: 2025, 公开总数: 4, 撤销: 1, 意见: 2, 已答复意见: 1, 诉讼: 1, 按时公布率: 100%}", []),
        ("{年度: 2025, 公开总数: 5}", ["G143", "G144"]),
        ("{年度: 2025, 意见: 1}", ["G143"]),
        ("{年度: 2025, 收取费用: 0元, 更正: 1}", []),
        ("{年度: 2025, 减免费用: 3元}", ["G143", "G144"]),
        ("{开始: 2025-03-01, 结束: 2025-09-30, 公开总数: 3}", ["G144"]),
        ("{年度: 2025, 版本: internal, 公开总数: 5}", ["G144"]),
        ("{年度: 2025, 版本: 内部, 公开总数: 5}", ["G143", "G144"]),
        ("{year: 2025, disclosed: 4}", []),
    ],
)
def test_figures(figures: str, expected: list[str], tmp_path: Path) -> None:
    assert codes(reporting_school(tmp_path, *RECORDS, own(figures))) == expected


def test_the_report_word_for_word(tmp_path: Path) -> None:
    reporting_school(tmp_path, *RECORDS, own("{年度: 2025, 公开总数: 52}", body="公开 ５２ 条。"))
    (problem,) = told(tmp_path, "G143", "G144")
    assert text_of(problem) == (
        "data/records/g.md:7: 警告 G143 年报：公开总数写的是 52 条，到 2026-01-10 的名单里是 4 条\n"
        "    怎么改：改成 公开总数: 4，正文里也改；看名单：disclosure report --year 2025 --today 2026-01-10 --edition public"
    )


def test_what_happens_after_publication_changes_nothing(tmp_path: Path) -> None:
    late = "{日期: 2026-02-01, 理由: 有误, 批准: 校长办公会}"
    records = [RECORDS[0].replace("公开渠道", f"撤销: {late}\n公开渠道"), *RECORDS[1:]]
    root = reporting_school(tmp_path, *records, own("{年度: 2025, 公开总数: 4, 撤销: 1, 已答复意见: 1}"))
    assert codes(root) == codes(root, date(2026, 12, 31)) == []


def test_a_report_of_the_running_year_does_not_count_itself(tmp_path: Path) -> None:
    assert codes(reporting_school(tmp_path, *RECORDS, own("{年度: 2026, 公开总数: 1}"))) == []


def test_drafts_are_compared_and_what_was_withdrawn_is_not(tmp_path: Path) -> None:
    wrong = "{年度: 2025, 公开总数: 9}"
    assert codes(reporting_school(tmp_path / "a", *RECORDS, own(wrong, 草稿="是"))) == ["G143", "G144"]
    taken = own(wrong, 撤销="{日期: 2026-01-12, 理由: 有误, 批准: 校长办公会}")
    assert codes(reporting_school(tmp_path / "b", *RECORDS, taken)) == []


def test_a_report_for_the_staff_is_compared_with_their_lists(tmp_path: Path) -> None:
    given = own("{年度: 2025, 公开总数: 5}", body="公开 5 条。", 公开范围="教职工")
    assert codes(reporting_school(tmp_path, *RECORDS, given)) == []


@pytest.mark.parametrize(("body", "expected"), [("共 1,204 条。", []), ("共 1204.0 条", []), ("共 11204 条", ["G144"])])
def test_numbers_in_the_text(body: str, expected: list[str], tmp_path: Path) -> None:
    given = own("{年度: 2025, 点击量: 1204}", body=body)
    root = reporting_school(tmp_path, *RECORDS, given, settings="年度数据: [{年度: 2025, 点击量: 1204}]\n")
    assert codes(root) == expected
