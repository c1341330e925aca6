"""data/annual-report.yml and data/reports: what is wrong in them is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.pipeline import read_and_check
from reports import AFTER, report_of, reporting_school, told
from sample import SCHOOL, make_school, record


def said(root: Path, *codes: str) -> list[str]:
    return [f"{one.path}:{one.line} {one.code} {one.message} {one.hint}" for one in told(root, *codes)]


@pytest.mark.parametrize(
    ("prose", "line", "code", "words"),
    [
        ("## 概述\n\n公开\n{公开条数} 条。\n", 4, "G140", "是不是「公开总数」？"),
        ("## 概述\n\n\n```\n## 不是标题\n```\n公开 {} 条。\n", 7, "G140", "没有叫「」的数字"),
        ("## 主动公开情况说明\n\n文字\n", 1, "G141", "是不是「主动公开情况」？"),
        ("# 2025年\n\n先说几句。\n\n## 概述\n\n文字\n", 1, "G142", "不在任何章节里"),
        ("## 概述\n\n电话 13800138000。\n", 3, "P103", "手机号码"),
        ("## 概述\n\n见 [收费](record:2019-0001)。\n", 3, "L101", "2019-0001"),
    ],
)
def test_prose(prose: str, line: int, code: str, words: str, tmp_path: Path) -> None:
    (one,) = said(reporting_school(tmp_path, prose=prose), code)
    assert one.startswith(f"data/reports/2025.md:{line} {code} ")
    assert words in one


@pytest.mark.parametrize(
    ("settings", "line", "code", "words"),
    [
        ("编制人: 办公室\n版式: 六段\n", 2, "G141", "七段、五段"),
        ("章节:\n  - overview\n  - feees\n", 3, "G141", "是不是「fees」？"),
        ("章节:\n  - {标识: overview, 句子: ['{公开数} 条']}\n", 2, "G140", "公开数"),
        ("章节:\n  - {标识: overview, 句子: [{文字: 有, 有: 公开数}]}\n", 2, "G140", "公开数"),
        ("章节: [overview, overview]\n", 1, "R105", "写了两次"),
        ("章节: [{标识: overview, 并入: [feees]}]\n", 1, "G141", "是不是「fees」？"),
        ("章节: [{标识: overview, 附表: [部们]}]\n", 1, "R109", "没有附表「部们」"),
        ("年度数据: [{年度: 26, 复议: 0}]\n", 1, "R109", "不是年度"),
        ("年度数据: [{年度: 2025, 复议: 无}]\n", 1, "R109", "不是整数"),
        ("编者: 办公室\n", 1, "R107", "没有「编者」这个键"),
        ("编制人: 林某某 13800138000\n", 1, "P103", "手机号码"),
    ],
)
def test_settings(settings: str, line: int, code: str, words: str, tmp_path: Path) -> None:
    (one,) = said(reporting_school(tmp_path, settings=settings, prose=""), code)
    assert one.startswith(f"data/annual-report.yml:{line} {code} ")
    assert words in one


def test_a_file_that_is_not_named_after_a_year(tmp_path: Path) -> None:
    reporting_school(tmp_path, prose="")
    (tmp_path / "data/reports").mkdir()
    (tmp_path / "data/reports/年报.md").write_text("## 概述\n\n文字\n")
    assert said(tmp_path, "G142") == [
        "data/reports/年报.md:0 G142 文件名「年报.md」不是年度 写成 2026.md，或者 2025-2026.md"
    ]


def test_a_school_without_these_files_has_the_shipped_chapters(tmp_path: Path) -> None:
    reading = read_and_check(make_school(tmp_path, record()), AFTER)
    assert reading.problems == ()
    assert len(reading.library.reports.chapters) == 7


def test_remarks_above_the_first_chapter_are_no_text(tmp_path: Path) -> None:
    reporting_school(tmp_path, prose="<!-- 说明\n两行 -->\n\n## 概述\n\n文字\n")
    assert said(tmp_path, "G142") == []


def test_what_nobody_knows_yet_is_a_dash_in_prose(tmp_path: Path) -> None:
    reporting_school(tmp_path, prose="## 概述\n\n关注 {公众号关注数} 人。\n")
    report = report_of(tmp_path)
    assert "".join(part if isinstance(part, str) else part.text for part in report.chapters[0].prose) == "关注 —— 人。"
    assert any("公众号关注数" in hint for hint in report.wanting)


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        ("{年度: 2025, 公开条数: 4}", "R107", "是不是想写「公开总数」？"),
        ("{公开总数: 4}", "R109", "没有写是哪一年的"),
        ("{年度: 25, 公开总数: 4}", "R109", "不是年度"),
        ("{年度: 2025, 公开总数: 四}", "R109", "不是整数"),
        ("{开始: 2025-06-30, 结束: 2025-01-01, 公开总数: 4}", "R109", "没有写是哪一年的"),
    ],
)
def test_figures_in_front_matter(written: str, code: str, words: str, tmp_path: Path) -> None:
    root = make_school(tmp_path, record(年报=written), school=SCHOOL)
    (one,) = [f"{one.message} {one.hint}" for one in told(root, code)]
    assert words in one
