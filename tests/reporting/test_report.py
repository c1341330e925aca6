"""Annual reports: figures are those of the lists, chapters are the school's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.annual_report import days_between
from disclosure.domain.report_figures import COUNTED
from disclosure.domain.year import calendar_year
from disclosure.reporting.draft import body_text
from disclosure.reporting.filling import plain_text
from disclosure.reporting.report import make_report, report_years
from disclosure.statistics.figures import figures_of
from reports import AFTER, OPEN, RECORDS, SETTINGS, report_of, reporting_school, site_on
from sample import SCHOOL, record

GOLDEN = Path(__file__).parent / "golden"


def sentences(root: Path, chapter: str, **given: object) -> str:
    """All sentences of a chapter."""
    found = next(one for one in report_of(root, **given).chapters if one.id == chapter)  # type: ignore[arg-type]
    return "".join(plain_text(sentence) for sentence in found.sentences)


def test_the_report_of_a_small_school_word_for_word(tmp_path: Path) -> None:
    reporting_school(tmp_path, school=f"{SCHOOL}台账开始: 2025-12-20\n")
    assert body_text(report_of(tmp_path)) == (GOLDEN / "report.md").read_text()


def test_the_figures_are_those_of_the_statistics(tmp_path: Path) -> None:
    site = site_on(reporting_school(tmp_path))
    counted = figures_of(site.edition, calendar_year(2025), duties=site.edition.duties)
    figures = {id: figure.value for id, figure in report_of(tmp_path).figures.items()}
    assert figures["disclosed"] == counted.total == 4
    assert figures["withdrawn"] == counted.group("change", "withdrawn").count == 1
    assert figures["corrected"] == counted.group("change", "corrected").count == 1
    assert figures["opinions"] == len(counted.opinions.received) == 2
    assert figures["answered"] == len(counted.opinions.answered) == 1
    assert figures["requests"] == len(counted.requests.received) == 2
    assert figures["missing"] == len(counted.fulfilment.missing)
    assert figures["in_time"] == len(counted.promptness.on_time) == 1


def test_the_staffs_report_counts_what_only_they_see(tmp_path: Path) -> None:
    reporting_school(tmp_path)
    assert report_of(tmp_path, edition="internal").figures["disclosed"].value == 5


def test_what_happens_later_is_not_known_yet(tmp_path: Path) -> None:
    reporting_school(tmp_path)
    early = report_of(tmp_path, day=date(2025, 10, 31)).figures
    assert (early["disclosed"].value, early["withdrawn"].value) == (4, 0)
    assert not report_of(tmp_path, day=date(2025, 10, 31)).is_final
    assert report_of(tmp_path, day=date(2026, 1, 31)).figures["answered"].value == 2


def test_opinions_are_counted_where_their_register_is_closed_without_their_words(tmp_path: Path) -> None:
    site = site_on(reporting_school(tmp_path, catalogue="公开的登记册: [年度报告]\n"))
    assert site.edition.registers.opinions == ()
    assert report_of(tmp_path).figures["opinions"].value == 2
    assert [(one.text, one.answer, one.record, one.sender) for one in site.edition.tally.opinions] == [
        ("", "", "", None)
    ] * 2
    assert [(one.text, one.reason, one.sender) for one in site.edition.tally.requests] == [("", "", None)] * 2


def test_figures_lead_to_what_they_count(tmp_path: Path) -> None:
    figures = report_of(reporting_school(tmp_path)).figures
    places = {
        id: [place.url for place in figures[id].places] for id in ("disclosed", "withdrawn", "opinions", "exemptions")
    }
    assert places == {
        "disclosed": ["statistics/2025/month/"], "withdrawn": ["statistics/2025/change/#withdrawn"],
        "opinions": ["registers/opinions/2025/"], "exemptions": [],
    }  # fmt: skip


def test_a_year_without_statistics_lists_what_it_counts(tmp_path: Path) -> None:
    reporting_school(tmp_path)
    (tmp_path / "data/reports/2024-2025.md").write_text("## 概述\n\n一学年。\n")
    report = report_of(tmp_path, "2024-2025")
    assert [place.url for place in report.figures["disclosed"].places] == ["reports/2024-2025/#report-records"]
    assert report.records is not None
    assert [row.id for row in report.records.rows] == ["2025-0002", "2025-0001"]
    assert report_of(tmp_path).records is None


@pytest.mark.parametrize(
    ("settings", "titles"),
    [
        ("", ["概述", "主动公开情况", "依申请公开情况", "收费及减免情况", "复议、诉讼和申诉情况", "存在的问题和改进", "需要说明的事项与附表"]),
        ("版式: 五段\n", ["概述", "主动公开情况", "依申请公开情况", "存在的问题和改进", "需要说明的事项与附表"]),
        ("版式: five\n", ["概述", "主动公开情况", "依申请公开情况", "存在的问题和改进", "需要说明的事项与附表"]),
        ("章节: [problems, {标识: overview, 名称: 总体情况}]\n", ["存在的问题和改进", "总体情况"]),
        ("章节: [overview, {标识: own, 名称: 特色, 句子: ['有 {公开总数} 条。']}]\n", ["概述", "特色"]),
    ],
)  # fmt: skip
def test_chapters(settings: str, titles: list[str], tmp_path: Path) -> None:
    reporting_school(tmp_path, settings=settings, prose="")
    assert [chapter.title for chapter in report_of(tmp_path).chapters] == titles


def test_five_chapters_keep_the_sentences_and_words_of_seven(tmp_path: Path) -> None:
    prose = "## 复议、诉讼和申诉情况\n\n一件，已经结案。\n"
    reporting_school(tmp_path, settings=f"版式: 五段\n{SETTINGS}", prose=prose)
    assert "被提起诉讼 1 件" in sentences(tmp_path, "requests")
    assert [plain_text(one.prose) for one in report_of(tmp_path).chapters if one.id == "requests"] == [
        "一件，已经结案。"
    ]


def test_sentences_whose_figures_nobody_knows_are_left_out_and_told_to_the_school(tmp_path: Path) -> None:
    reporting_school(tmp_path, settings="")
    assert sentences(tmp_path, "disputes") == ""
    assert any("收取费用、复议、诉讼、申诉" in hint for hint in report_of(tmp_path).wanting)
    assert any("编制人" in hint for hint in report_of(tmp_path).wanting)


def test_a_sentence_and_what_is_said_instead_of_nought(tmp_path: Path) -> None:
    reporting_school(tmp_path)
    assert sentences(tmp_path, "disputes") == "没有因公开工作被申请行政复议。因公开工作被提起诉讼 1 件。没有收到申诉。"


def test_any_days_can_be_reported(tmp_path: Path) -> None:
    edition = site_on(reporting_school(tmp_path)).edition
    report = make_report(edition, days_between(date(2025, 3, 1), date(2025, 9, 1)))
    assert report.title == "2025年3月1日至2025年9月1日校务公开情况报告"
    assert report.interval.slug == "20250301-20250901"
    assert (report.figures["disclosed"].value, report.figures["disclosed"].places) == (3, ())


@pytest.mark.parametrize(
    ("first", "last", "slug"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 9, 1), date(2026, 8, 31), "2025-2026"),
        (date(2024, 6, 1), date(2026, 5, 31), "20240601-20260531"),
    ],
)
def test_days_that_are_a_year_are_called_by_its_name(first: date, last: date, slug: str, tmp_path: Path) -> None:
    interval = days_between(first, last)
    assert interval.slug == slug
    edition = site_on(reporting_school(tmp_path)).edition
    assert make_report(edition, interval).figures["disclosed"].value >= 1  # type: ignore[operator]


def test_no_days_the_wrong_way_round() -> None:
    with pytest.raises(ValueError, match="早于"):
        days_between(date(2025, 2, 1), date(2025, 1, 1))


def test_the_years_that_have_pages(tmp_path: Path) -> None:
    assert [year.slug for year in report_years(site_on(reporting_school(tmp_path / "a")).edition)] == ["2026", "2025"]
    closed = reporting_school(tmp_path / "b", catalogue="")
    assert report_years(site_on(closed).edition) == []
    assert [year.slug for year in report_years(site_on(closed, edition="internal").edition)] == ["2026", "2025"]
    yearly = reporting_school(tmp_path / "c", school=f"{SCHOOL}统计周期: 学年\n", prose="")
    assert [year.slug for year in report_years(site_on(yearly).edition)] == ["2025-2026", "2024-2025"]


def test_a_published_report_gives_its_year_a_page(tmp_path: Path) -> None:
    own = record("2026-0002", body="公开 2 条。", 公布日期="2026-01-10", 年报="{年度: 2024-2025, 公开总数: 2}")
    reporting_school(tmp_path, *RECORDS, own, catalogue=OPEN)
    assert [year.slug for year in report_years(site_on(tmp_path).edition)] == ["2026", "2025", "2024-2025"]


def test_every_counted_figure_is_known_of_a_year_with_everything(tmp_path: Path) -> None:
    figures = report_of(reporting_school(tmp_path), day=AFTER).figures
    assert {name.id for name in COUNTED} - set(figures) == set()
