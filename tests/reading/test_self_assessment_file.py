"""data/self-assessment.yml: what it changes, what it answers, and every mistake with its line and the way to mend it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.indicators import Indicators, Limit
from disclosure.domain.table import Light
from disclosure.pipeline import read_and_check, select
from disclosure.reading.self_assessment import read_self_assessment
from disclosure.statistics.measures import MEASURES
from sample import SCHOOL, TODAY, make_school, problems_of, record

FILE = "data/self-assessment.yml"


def school(tmp_path: Path, text: str, *records: str, school: str = SCHOOL) -> Path:
    root = make_school(tmp_path, *(records or (record(),)), school=school)
    (root / FILE).write_text(text)
    return root


def read(tmp_path: Path, text: str) -> Indicators:
    found = read_self_assessment(school(tmp_path, text))
    assert found.problems == ()
    return found.indicators


def test_the_shipped_indicators_are_a_hundred_points_in_six_dimensions() -> None:
    shipped = read_self_assessment(Path("/nowhere")).indicators
    assert sum(one.points for one in shipped.indicators) == 100
    assert [one.label for one in dict.fromkeys(one.dimension for one in shipped.indicators)] == [
        "内容", "程序", "时间", "形式", "反馈", "成效",
    ]  # fmt: skip
    assert shipped.version == "2026.1"
    assert {one.measure for one in shipped.indicators if one.measure} <= set(MEASURES)
    assert all(one.green and one.amber for one in shipped.indicators if one.measure)


def test_a_school_changes_switches_off_and_adds(tmp_path: Path) -> None:
    found = read(tmp_path, (
        "指标:\n  - {编号: N01, 分值: 9, 绿: 2个, 黄: 5个}\n  - {编号: N03, 启用: 否}\n  - {编号: N04, 指标: 换个说法}\n"
        "  - {编号: Z01, 方面: 内容, 指标: 有英文摘要, 分值: 1}\n  - {编号: Z02, 方面: 反馈, 指标: 点题, 分值: 2, 计算: 点题有回应}\n"
    ))  # fmt: skip
    by_id = {one.id: one for one in found.indicators}
    assert (by_id["N01"].points, str(by_id["N01"].green), str(by_id["N01"].amber)) == (9, "2个", "5个")
    assert "N03" not in by_id
    assert by_id["N04"].text == "换个说法"
    assert by_id["Z01"].is_asked
    assert by_id["Z02"].green == by_id["Z02"].amber == Limit(count=0, is_share=False), "nothing may be missing"
    assert [one.id for one in found.indicators if one.dimension.label == "内容"] == ["N01", "N02", "N04", "N05", "Z01"]


def test_answers_are_kept_by_year(tmp_path: Path) -> None:
    found = read(tmp_path, (
        "years:\n  - {year: 2026, judgements: [{indicator: N04, light: 绿, note: 抽查, evidence: [2026-0001, https://a.example/]}]}\n"
    ))  # fmt: skip
    one = found.judgement("2026", "N04")
    assert one and (one.light, one.note, one.evidence) == (Light.GREEN, "抽查", ("2026-0001", "https://a.example/"))
    assert found.judgement("2025", "N04") is None


MISTAKES = {
    "unknown key": ("分数: 1\n", "R107", 1, "没有「分数」"),
    "not a mapping": ("- a\n", "R109", 1, "键: 值"),
    "broken": ("指标: [\n", "R104", 2, ""),
    "unknown indicator": ("指标:\n  - {编号: N77, 分值: 2}\n", "G151", 2, "没有指标「N77」"),
    "given twice": ("指标:\n  - {编号: N01, 分值: 2}\n  - {编号: N01, 分值: 3}\n", "R105", 3, "写了两次"),
    "unknown measure": ("指标:\n  - {编号: N01, 计算: 有概要}\n", "G151", 2, "没有计算办法「有概要」"),
    "unknown dimension": ("指标:\n  - {编号: Z01, 方面: 其他, 指标: 甲, 分值: 1}\n", "R109", 2, "不在可选范围"),
    "limit in words": ("指标:\n  - {编号: N01, 绿: 很好}\n", "R109", 2, "不是限度"),
    "more than everything": ("指标:\n  - {编号: N01, 绿: 120%}\n", "R109", 2, "不是限度"),
    "no year": ("自评:\n  - {年度: 今年, 回答: []}\n", "R109", 2, "不是年度"),
    "year twice": ("自评:\n  - {年度: 2026, 回答: [{指标: N04, 结论: 绿}]}\n  - {年度: 2026年, 回答: [{指标: N05, 结论: 绿}]}\n", "R105", 3, "写了两次"),
    "answer to nothing": ("自评:\n  - 年度: 2026\n    回答:\n      - {指标: N40, 结论: 绿}\n", "G151", 4, "不在自评表里"),
    "answer to what is off": ("指标: [{编号: N04, 启用: 否}]\n自评:\n  - {年度: 2026, 回答: [{指标: N04, 结论: 绿}]}\n", "G151", 3, "已经停用"),
    "answered twice": ("自评:\n  - 年度: 2026\n    回答:\n      - {指标: N04, 结论: 绿}\n      - {指标: N04, 结论: 红}\n", "G152", 5, "答了两次"),
    "own judgement": ("自评:\n  - {年度: 2026, 回答: [{指标: N01, 结论: 绿}]}\n", "G152", 2, "不能自己下结论"),
    "no judgement": ("自评:\n  - {年度: 2026, 回答: [{指标: N04, 说明: 好}]}\n", "G152", 2, "没有写结论"),
    "judgement in words": ("自评:\n  - {年度: 2026, 回答: [{指标: N04, 结论: 好}]}\n", "R109", 2, "不在可选范围"),
    "evidence in words": ("自评:\n  - {年度: 2026, 回答: [{指标: N04, 结论: 绿, 证据: [会议 记录]}]}\n", "R109", 2, "不是记录的编号"),
    "evidence of nothing": ("自评:\n  - 年度: 2026\n    回答:\n      - {指标: N04, 结论: 绿, 证据: [2026-0007]}\n", "G153", 4, "没有这条记录"),
    "school year": ("自评:\n  - 年度: 2026-2027学年\n    回答:\n      - {指标: N04, 结论: 绿}\n", "G154", 4, "统计周期"),
    "other version": ('预设版本: "2025.1"\n', "G155", 1, "2025.1"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "words"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_have_a_place_and_a_way_to_mend_them(
    text: str, code: str, line: int, words: str, tmp_path: Path
) -> None:
    found = [one for one in problems_of(school(tmp_path, text)) if str(one.path) == FILE]
    assert [(one.code, one.line) for one in found] == [(code, line)]
    assert words in found[0].message
    assert found[0].hint


def test_a_broken_file_keeps_nothing_else_from_being_read(tmp_path: Path) -> None:
    reading = read_and_check(school(tmp_path, "指标: [\n"), TODAY)
    assert list(reading.library.records) == ["2026-0001"]
    assert reading.library.indicators.indicators


def test_personal_data_in_the_file_is_found(tmp_path: Path) -> None:
    text = "自评:\n  - 年度: 2026\n    回答:\n      - {指标: N04, 结论: 绿, 说明: 证件 11010519491231002X}\n"
    found = [(one.code, one.line) for one in problems_of(school(tmp_path, text)) if str(one.path) == FILE]
    assert found == [("P101", 4)]


def test_an_edition_has_no_evidence_that_it_does_not_show(tmp_path: Path) -> None:
    text = "自评:\n  - {年度: 2026, 回答: [{指标: N04, 结论: 绿, 证据: [2026-0001, 2026-0002, 2026-0003]}]}\n"
    records = (record(), record("2026-0002", 公开范围="教职工"), record("2026-0003", 公布日期="2026-12-01"))
    root = school(tmp_path, text, *records)
    (root / "data/catalogue.yml").write_text("公开的登记册: [自评表]\n")
    library = read_and_check(root, TODAY).library

    def evidence(edition: str, today: date = TODAY) -> tuple[str, ...]:
        judged = select(library, edition=edition, today=today).edition.indicators.judgement("2026", "N04")
        assert judged
        return judged.evidence

    assert evidence("public") == ("2026-0001",)
    assert evidence("internal") == ("2026-0001", "2026-0002")
    assert evidence("internal", date(2026, 12, 1)) == ("2026-0001", "2026-0002", "2026-0003")


def test_a_closed_table_is_not_in_the_edition_at_all(tmp_path: Path) -> None:
    library = read_and_check(
        school(tmp_path, "自评:\n  - {年度: 2026, 回答: [{指标: N04, 结论: 绿, 说明: 内部}]}\n"), TODAY
    ).library
    assert select(library, edition="public", today=TODAY).edition.indicators.indicators == ()
    assert select(library, edition="internal", today=TODAY).edition.indicators.indicators
