"""自评表: every measure says what was done and what was not; lights, points, and what an edition cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from disclosure.domain.edition import Edition
from disclosure.domain.indicators import Dimension, Indicator, Indicators, Judgement, Limit
from disclosure.domain.record import Filing, LateEntry, Record, SignOff, StatedFigures, Withdrawal
from disclosure.domain.registers import (
    Answer,
    Applicant,
    Exemption,
    Ground,
    Inspection,
    Opinion,
    Outcome,
    Registers,
    Reported,
    Request,
    Shortcoming,
    Source,
)
from disclosure.domain.school import Group, Guide, Member, Phones, TermOfOffice
from disclosure.domain.table import Light, Table
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.domain.year import Year, calendar_year, school_year
from disclosure.reading.self_assessment import read_self_assessment
from disclosure.registers.judging import judge
from disclosure.registers.self_assessment import self_assessment_register
from disclosure.statistics.measures import MEASURES
from disclosure.statistics.tally import see
from domain_records import day
from small_editions import TERMS, column, edition_of, line, of_item

Y2026 = calendar_year(2026)
WHOLE = tuple(SignOff(role="监督小组", name=name, day=day("2026-09-01")) for name in ("程以宁", "白慕晴"))
HEAD = SignOff(role="校长", name="沈砚秋", day=day("2026-09-02"))
SUPERVISION = Group(
    id="supervision", name="校务公开监督小组",
    terms=(TermOfOffice(start=day("2025-09-01"), end=day("2026-12-31"), members=(Member(name="程以宁"), Member(name="白慕晴"))),),
)  # fmt: skip
LEADING = replace(SUPERVISION, id="leading", name="校务公开领导小组")
OVER = replace(LEADING, terms=(replace(LEADING.terms[0], end=day("2026-06-30")),))


def tally(name: str, *records: Record, year: Year = Y2026, **more: Any) -> tuple[list[str], list[str]]:
    """What a measure finds done and missing, in words."""
    found = MEASURES[name].of(see(edition_of(*records, **more), year))
    assert (found.done_count, found.missing_count) == (len(found.done), len(found.missing)), "few enough to be named"
    return [place.text for place in found.done], [place.text for place in found.missing]


def fees(record_id: str = "2026-0001", published: str = "2026-09-10", **fields: Any) -> Record:
    return of_item("I42", record_id, published, **fields)


def finance(**fields: Any) -> Record:
    return of_item("I52", "2026-0001", "2026-09-10", **fields)


def opinion(id: str = "YJ1", received: str = "2026-05-13", **fields: Any) -> Opinion:
    days = {key: day(fields.pop(key)) for key in ("answered", "reply_by", "fed_back") if key in fields}
    return Opinion(id=id, received=day(received), source=Source.BOX, text="意见", **days, **fields)


def exemption(id: str, decided: str, **fields: Any) -> Exemption:
    return Exemption(
        id=id, text="图", ground=Ground.SAFETY, reason="安全", decided=day(decided), approved_by="领导小组", **fields
    )


def inspection(id: str, when: str, **fields: Any) -> Inspection:
    return Inspection(id=id, day=day(when), by="监督小组", scope="收费", findings="真实", **fields)


RECORD_CASES: list[tuple[str, Record, bool]] = [
    ("有概述", fees(summary="概述"), True),
    ("有概述", fees(), False),
    ("有责任人", fees(owner="总务主任"), True),
    ("有责任人", fees(), False),
    ("审签齐全", fees(signoffs=(*WHOLE, HEAD)), True),
    ("审签齐全", fees(signoffs=(HEAD,)), False),
    ("财务全体审签", finance(signoffs=(*WHOLE, HEAD)), True),
    ("财务全体审签", finance(signoffs=(WHOLE[0], HEAD)), False),
    ("财务全体审签", finance(signoffs=(HEAD,)), False),
    ("先审后公开", fees(signoffs=(HEAD,)), True),
    ("先审后公开", fees(published="2026-09-02", signoffs=(HEAD,)), True),
    ("先审后公开", fees(published="2026-09-01", signoffs=(HEAD,)), False),
    ("先审后公开", fees(published="2026-09-01", signoffs=(HEAD,), late_entry=LateEntry(day=day("2026-09-05"), reason="漏")), True),
    ("撤销有备案", fees(withdrawn=Withdrawal(day=day("2026-10-01"), reason="有误", approved_by="校长", filed_to="教育局")), True),
    ("撤销有备案", fees(withdrawn=Withdrawal(day=day("2026-10-01"), reason="有误", approved_by="校长")), False),
    ("及时公布", fees(formed=day("2026-09-08")), True),
    ("及时公布", fees(formed=day("2026-01-05")), False),
    ("公示期足够", of_item("I11", "2026-0001", "2026-09-10", expires=day("2026-12-10")), True),
    ("公示期足够", of_item("I11", "2026-0001", "2026-09-10", expires=day("2026-09-11")), False),
    ("名单已撤下", of_item("I40", "2026-0001", "2026-09-10", expires=day("2026-09-20"), after_expiry=AfterExpiry.REMOVE), True),
    ("名单已撤下", of_item("I40", "2026-0001", "2026-09-10", expires=day("2026-09-20")), False),
    ("长期文件已复核", fees(review_by=day("2026-11-23")), True),
    ("长期文件已复核", fees(review_by=day("2026-11-22")), False),
    ("多渠道公开", fees(channels=("网站", "公开栏")), True),
    ("多渠道公开", fees(channels=("网站",)), False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "record", "is_done"), RECORD_CASES)
def test_what_counts_as_done_of_a_record(name: str, record: Record, is_done: bool) -> None:
    done, missing = tally(name, record, groups=(SUPERVISION,))
    assert (done, missing) == ((["2026-0001"], []) if is_done else ([], ["2026-0001"]))


@pytest.mark.parametrize("name", sorted({name for name, _, _ in RECORD_CASES} - {"长期文件已复核"}))
def test_records_of_other_years_are_not_counted(name: str) -> None:
    records = [record for measure, record, _ in RECORD_CASES if measure == name]
    for record in records:
        assert tally(name, record, year=calendar_year(2024), groups=(SUPERVISION,)) == ([], [])


REGISTER_CASES: list[tuple[str, dict[str, Any], list[str], list[str]]] = [
    ("意见有答复", {"opinions": (opinion(answered="2026-05-20"), opinion("YJ2"), opinion("YJ3", "2026-11-20"))}, ["YJ1"], ["YJ2"]),
    ("意见按期答复", {"opinions": (opinion(answered="2026-05-27"), opinion("YJ2", answered="2026-05-28"))}, ["YJ1"], ["YJ2"]),
    ("意见有反馈", {"opinions": (opinion(answered="2026-05-20", fed_back="2026-05-21"), opinion("YJ2", answered="2026-05-20"))}, ["YJ1"], ["YJ2"]),
    ("整改再公布", {"opinions": (opinion(answered="2026-05-20", outcome=Outcome.ADOPTED, republished="2026-0001"),
                            opinion("YJ2", answered="2026-05-20", outcome=Outcome.ADOPTED),
                            opinion("YJ3", answered="2026-05-20", outcome=Outcome.DECLINED))}, ["YJ1"], ["YJ2"]),
    ("点题有回应", {"opinions": (opinion(is_topic=True, answered="2026-05-20"), opinion("YJ2", is_topic=True), opinion("YJ3"))}, ["YJ1"], ["YJ2"]),
    ("申请按期答复", {"requests": tuple(
        Request(id=id, received=day("2026-05-13"), applicant=Applicant.PARENT, text="合同", answered=day(answered), answer=Answer.GRANTED)
        for id, answered in (("SQ1", "2026-05-20"), ("SQ2", "2026-07-20")))}, ["SQ1"], ["SQ2"]),
    ("暂不公开已备案", {"exemptions": (exemption("BA1", "2026-03-02", reported=Reported(to="教育局", day=day("2026-03-03"))),
                                exemption("BA2", "2026-03-02"), exemption("BA3", "2025-03-02"))}, ["BA1"], ["BA2"]),
    ("暂不公开按期复核", {"exemptions": (exemption("BA1", "2025-03-02", review_by=day("2026-11-23")), exemption("BA2", "2025-03-02"),
                                 exemption("BA3", "2025-03-02", review_by=day("2026-11-22")),
                                 exemption("BA4", "2025-03-02", ended=day("2026-03-02")))}, ["BA1"], ["BA2", "BA3"]),
    ("每学期有检查", {"inspections": (inspection("JC1", "2026-05-20"),)}, ["2025-2026学年第二学期"], []),
    ("每学期有检查", {"inspections": (inspection("JC1", "2026-09-20"),)}, ["2026-2027学年第一学期"], ["2025-2026学年第二学期"]),
    ("问题已整改", {"inspections": (inspection("JC1", "2026-05-20", shortcomings=(
        Shortcoming(text="甲", mended=day("2026-06-01")), Shortcoming(text="乙", mend_by=day("2026-06-01")),
        Shortcoming(text="丙", mend_by=day("2026-12-01")), Shortcoming(text="丁"))),)}, ["JC1-1"], ["JC1-2", "JC1-4"]),
    ("知情率", {"inspections": (inspection("JC1", "2026-05-20", informed_share=80), inspection("JC2", "2026-06-20", informed_share=94))}, ["JC2"], []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kept", "done", "missing"), REGISTER_CASES)
def test_what_counts_as_done_in_the_registers(
    name: str, kept: Mapping[str, Any], done: list[str], missing: list[str]
) -> None:
    assert tally(name, fees(), registers=Registers(**kept), terms=TERMS) == (done, missing)


@pytest.mark.parametrize(
    ("others", "done", "missing"),
    [
        ((), [], ["2026-0001"]),
        ((of_item("I21", "2026-0002", "2026-06-22", series="作息", stage="采纳情况"),), ["2026-0001"], []),
    ],
)
def test_consultations_have_a_result(others: tuple[Record, ...], done: list[str], missing: list[str]) -> None:
    asked = of_item("I21", "2026-0001", "2026-05-20", expires=day("2026-06-03"), series="作息", stage="征求意见")
    assert tally("征求意见有结果", asked, *others) == (done, missing)
    assert tally("征求意见有结果", asked, *others, today=day("2026-06-10"))[1] == []


@pytest.mark.parametrize(
    ("groups", "missing"),
    [
        ((LEADING, SUPERVISION), []),
        ((OVER, SUPERVISION), ["校务公开领导小组"]),
        ((SUPERVISION,), ["领导小组"]),
        ((), ["领导小组", "监督小组"]),
    ],
)
def test_groups_are_in_office(groups: tuple[Group, ...], missing: list[str]) -> None:
    assert tally("小组在任", fees(), groups=groups)[1] == missing


def test_columns_are_filled_and_updated() -> None:
    records = [
        fees(published="2026-05-20"),
        of_item("I54", "2026-0002", "2026-10-10", expires=day("2026-10-30"), after_expiry=AfterExpiry.ARCHIVE),
    ]
    filled, empty = tally("栏目不空", *records)
    assert filled == ["招生收费"]
    assert "其他/财务" in empty, "what left the list does not fill it"
    updated, left = tally("半年有更新", *records)
    assert updated == ["其他", "其他/财务"]
    assert "招生收费" in left
    assert tally("栏目不空", *records, today=day("2026-10-20"))[0] == ["招生收费", "其他", "其他/财务"]


def test_the_guide_is_complete() -> None:
    done, missing = tally(
        "指南齐全", fees(), guide=Guide(office="办公室", hours="工作日"), phones=Phones(supervision=("1",))
    )
    assert (done, missing[:2]) == (["受理部门", "受理时间", "答复时限", "监督电话"], ["地址", "电话"])


@pytest.mark.parametrize(("end", "done"), [("2025-12-31", ["2026-0001"]), ("2024-12-31", [])])
def test_the_report_on_last_year_is_published(end: str, done: list[str]) -> None:
    earlier = of_item("I42", "2025-0001", "2025-09-10")
    report = StatedFigures(start=day(f"{end[:4]}-01-01"), end=day(end), values=())
    assert tally("上年年报", earlier, fees(report=report))[0] == done
    assert tally("上年年报", fees()) == ([], []), "a school that begins this year owes none"


def test_what_falls_due_is_published_in_time() -> None:
    months = [of_item("I53", f"2026-000{n}", f"2026-0{n}-08", issue=f"2026-0{n - 1}") for n in (2, 3)]
    found = MEASURES["按期公开"].of(see(edition_of(*months, terms=TERMS), Y2026))
    named = {place.text for place in found.done}
    assert "2026-0003" in named
    assert found.missing_count > 0
    assert {place.url.split("#")[0] for place in found.missing} == {"registers/ledger/2026/"}
    items = MEASURES["事项不缺"].of(see(edition_of(*months, terms=TERMS), Y2026))
    assert "监督电话、意见箱和信访部门" in [place.text for place in items.missing]
    issues = MEASURES["保留四期"].of(see(edition_of(*months, terms=TERMS), Y2026))
    assert any("月" in place.text for place in issues.missing)


def test_every_measure_is_shown_here_and_says_what_it_counts() -> None:
    shown = {name for name, *_ in (*RECORD_CASES, *REGISTER_CASES)}
    shown |= {
        "征求意见有结果",
        "小组在任",
        "栏目不空",
        "半年有更新",
        "指南齐全",
        "上年年报",
        "按期公开",
        "事项不缺",
        "保留四期",
    }
    assert shown == set(MEASURES)
    assert all(one.about.endswith("。") for one in MEASURES.values())


@cache
def shipped() -> Indicators:
    return read_self_assessment(Path("/nowhere")).indicators


def with_indicators(edition: Edition, *indicators: Indicator, **judged: tuple[Judgement, ...]) -> Edition:
    judgements = {slug.removeprefix("y"): found for slug, found in judged.items()}
    chosen = replace(shipped(), indicators=indicators or shipped().indicators, judgements=judgements)
    return replace(edition, indicators=chosen)


def indicator(
    measure: str = "有概述", green: str = "90%", amber: str = "50%", points: int = 4, id: str = "N1"
) -> Indicator:
    def limit(text: str) -> Limit:
        return Limit(count=int(text.removesuffix("%")), is_share=text.endswith("%"))

    return Indicator(
        id=id, dimension=Dimension.CONTENT, text="概述", points=points, measure=measure,
        green=limit(green) if measure else None, amber=limit(amber) if measure else None,
    )  # fmt: skip


def records(done: int, missing: int) -> list[Record]:
    return [fees(f"2026-{n:04}", summary="概述" if n < done else "") for n in range(done + missing)]


@pytest.mark.parametrize(
    ("done", "missing", "limits", "light", "points"),
    [
        (9, 1, ("90%", "50%"), Light.GREEN, "4"),
        (89, 11, ("90%", "50%"), Light.AMBER, "2"),
        (899, 101, ("90%", "50%"), Light.AMBER, "2"),
        (1, 1, ("90%", "50%"), Light.AMBER, "2"),
        (49, 51, ("90%", "50%"), Light.RED, "0"),
        (5, 0, ("0", "2"), Light.GREEN, "4"),
        (5, 1, ("0", "2"), Light.AMBER, "2"),
        (5, 2, ("0", "2"), Light.AMBER, "2"),
        (5, 3, ("0", "2"), Light.RED, "0"),
        (5, 1, ("0", "0"), Light.RED, "0"),
    ],
)
def test_lights_and_points(done: int, missing: int, limits: tuple[str, str], light: Light, points: str) -> None:
    (one,) = judge(
        with_indicators(edition_of(*records(done, missing)), indicator(green=limits[0], amber=limits[1])), Y2026
    )
    assert (one.light, f"{one.reached.normalize():f}") == (light, points)
    assert one.words.startswith(f"{done + missing} 条中 {done} 条")


def test_an_odd_number_of_points_can_be_halved() -> None:
    (one,) = judge(with_indicators(edition_of(*records(1, 1)), indicator(points=3)), Y2026)
    result = self_assessment_register(with_indicators(edition_of(*records(1, 1)), indicator(points=3)), Y2026)[0]
    assert f"{one.reached.normalize():f}" == "1.5"
    assert "满分 3 分，得 1.5 分，50%" in result.about


def test_what_did_not_happen_is_not_counted() -> None:
    """A school without any opinion neither wins nor loses by it."""
    (one,) = judge(with_indicators(edition_of(fees()), indicator("意见有答复")), Y2026)
    assert (one.light, one.counts, one.words) == (None, False, "没有这类情况")
    result, to_do, table = self_assessment_register(with_indicators(edition_of(fees()), indicator("意见有答复")), Y2026)
    assert result.about.startswith("满分 0 分，得 0 分。")
    assert to_do.rows == ()
    assert column(table, "light") == ["不适用"]


def test_what_is_asked_waits_for_its_answer() -> None:
    asked = indicator(measure="")
    edition = with_indicators(edition_of(fees()), asked)
    (one,) = judge(edition, Y2026)
    assert (one.is_open, one.light, one.words) == (True, None, "待填")
    said = Judgement(
        indicator="N1", light=Light.AMBER, note="抽查过", evidence=("2026-0001", "https://school.example/p")
    )
    table = self_assessment_register(with_indicators(edition_of(fees()), asked, y2026=(said,)), Y2026)[2]
    row = line(table, "N1")
    assert (row["light"].value, row["reached"].value, row["figure"].value) == ("黄", 2, "抽查过")
    assert row["evidence"].value == "2026-0001、https://school.example/p"
    assert [place.url for place in row["evidence"].places] == ["r/2026-0001/"]
    assert judge(with_indicators(edition_of(fees()), asked, y2025=(said,)), Y2026)[0].is_open, (
        "each year is answered anew"
    )


def test_words_may_be_added_to_what_is_computed() -> None:
    said = Judgement(indicator="N1", light=None, note="九月补写")
    (one,) = judge(with_indicators(edition_of(*records(1, 1)), indicator(), y2026=(said,)), Y2026)
    assert one.words == "2 条中 1 条（50%）；九月补写"


def test_many_are_counted_and_some_are_named() -> None:
    edition = with_indicators(edition_of(*records(30, 40)), indicator(amber="10%"))
    row = line(self_assessment_register(edition, Y2026)[2], "N1")
    assert row["evidence"].value.endswith(" 等 30 处")
    assert len(row["evidence"].places) == 5
    assert row["missing"].value.endswith(" 等 40 处")
    assert [place.url for place in row["figure"].places] == ["registers/contents/2026/"], "where all of them are listed"


def test_the_worst_come_first() -> None:
    wanted = [indicator(id="A", amber="10%"), indicator(id="B", green="0", amber="0", points=2), indicator(id="C", measure=""),
              indicator(id="D", green="0", amber="0", points=6)]  # fmt: skip
    to_do = self_assessment_register(with_indicators(edition_of(*records(1, 1)), *wanted), Y2026)[1]
    assert column(to_do, "id") == ["D", "B", "A", "C"]
    assert column(to_do, "lost") == [6, 2, 2, 4]


def test_the_sums_are_those_of_the_lines() -> None:
    edition = with_indicators(edition_of(*records(3, 1), terms=TERMS, groups=(LEADING, SUPERVISION)))
    result, _, table = self_assessment_register(edition, Y2026)
    total = result.rows[-1].cells
    assert total[0].value == "合计"
    assert total[1].value == len(table.rows) == len(shipped().indicators)
    assert total[2].value == sum(value for value in column(table, "possible") if value is not None)
    assert total[3].value == sum(value for value in column(table, "reached") if value is not None)
    lights = column(table, "light")
    assert [cell.value for cell in total[4:]] == [lights.count(word) for word in ("绿", "黄", "红", "待填", "不适用")]


def public(edition: Edition) -> Table:
    return self_assessment_register(with_indicators(edition, indicator("意见有答复")), Y2026)[2]


def test_an_edition_without_a_register_says_that_it_cannot_tell() -> None:
    """Its own opinions are empty: that must not look as if there had been none."""
    row = line(public(edition_of(fees(), name="public", registers=Registers(opinions=(opinion(),)))), "N1")
    assert (row["light"].value, row["figure"].value) == ("不适用", "依据的意见登记册不在本版公开")
    assert (
        line(
            public(edition_of(fees(), name="public", open_to_all=True, registers=Registers(opinions=(opinion(),)))),
            "N1",
        )["light"].value
        == "红"
    )


def test_the_present_says_nothing_of_the_past() -> None:
    edition = with_indicators(edition_of(fees(review_by=day("2026-01-01"))), indicator("长期文件已复核"))
    assert judge(edition, Y2026)[0].light is Light.RED
    assert judge(edition, calendar_year(2025))[0].words == "只看当前，往年不计"


def test_school_years_are_judged_too() -> None:
    edition = with_indicators(edition_of(fees(summary="概述"), fees("2026-0002", "2026-08-31")), indicator())
    assert judge(edition, school_year(2026))[0].light is Light.GREEN
    assert judge(edition, school_year(2025))[0].light is Light.RED


def test_records_that_are_filed_and_named_are_all_of_the_edition() -> None:
    """Every link of the table leads to a page that the edition has."""
    filed = fees(filed=Filing(to="教育局", day=day("2026-09-12")))
    tables = self_assessment_register(with_indicators(edition_of(filed, terms=TERMS)), Y2026)
    places = {
        place.url.split("#")[0] for table in tables for row in table.rows for cell in row.cells for place in cell.places
    }
    assert places <= {"catalogue/", "groups/", "guide/", "reports/", "r/2026-0001/"} | {
        url for url in places if url.startswith(("registers/", "other/", "admissions", "organization", "planning", "regulations"))
    }  # fmt: skip
