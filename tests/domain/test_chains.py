"""整改链: which records belong to one story, and its steps in order."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure.domain.chains import Chain, StepKind, chains_of
from disclosure.domain.record import Record, Withdrawal
from disclosure.domain.registers import Opinion, Outcome, Registers, Sender, Source
from disclosure.domain.vocabulary import AfterExpiry, Audience
from domain_records import day
from small_editions import edition_of, of_item

FIRST = of_item("I46", "2026-0001", "2026-05-10")
CORRECTION = of_item("I46", "2026-0002", "2026-05-20", corrects="2026-0001")
AGAIN = of_item("I66", "2026-0003", "2026-05-25")
OTHER = of_item("I46", "2026-0009", "2026-05-01")
TAKEN_BACK = Withdrawal(day=day("2026-05-30"), reason="有误", approved_by="校长办公会")


def opinion(id: str = "YJ2026-001", received: str = "2026-05-13", **fields: Any) -> Opinion:
    days = {key: day(fields.pop(key)) for key in ("answered", "reply_by", "fed_back") if key in fields}
    given = {"source": Source.BOX, "text": "人工费怎样算的", "record": "2026-0001"} | fields
    return Opinion(id=id, received=day(received), **days, **given)


ANSWERED: dict[str, Any] = {
    "answered": "2026-05-15", "answer": "算错了", "outcome": Outcome.ADOPTED, "corrected_by": "2026-0002",
    "republished": "2026-0003", "fed_back": "2026-05-16",
}  # fmt: skip


def chains(
    *records: Record, opinions: tuple[Opinion, ...] = (), today: str = "2026-11-23", **more: Any
) -> dict[str, Chain]:
    edition = edition_of(*records, registers=Registers(opinions=opinions), today=day(today), **more)
    return chains_of(edition, {entry.id: entry for entry in edition.entries()})


def steps(chain: Chain) -> list[tuple[str, str, str]]:
    return [
        (one.day.isoformat()[5:], one.kind.label, one.record or (one.opinion.id if one.opinion else "")) for one in chain.steps
    ]  # fmt: skip


def test_the_whole_story_is_the_same_on_all_of_its_records() -> None:
    found = chains(FIRST, CORRECTION, AGAIN, OTHER, opinions=(opinion(**ANSWERED),))
    assert set(found) == {"2026-0001", "2026-0002", "2026-0003"}
    assert found["2026-0001"] is found["2026-0002"] is found["2026-0003"]
    assert steps(found["2026-0001"]) == [
        ("05-10", "公布", "2026-0001"),
        ("05-13", "收到意见", "YJ2026-001"),
        ("05-15", "答复", "YJ2026-001"),
        ("05-16", "反馈", "YJ2026-001"),
        ("05-20", "更正", "2026-0002"),
        ("05-25", "再公布", "2026-0003"),
    ]


def test_without_opinions_there_are_no_chains() -> None:
    """A correction and a replacement are told on the pages as before."""
    replacement = of_item("I46", "2026-0004", "2026-06-01", replaces="2026-0002")
    assert chains(FIRST, CORRECTION, replacement) == {}
    assert chains(FIRST, CORRECTION, opinions=(opinion(record="", item="I46"),)) == {}


def test_a_correction_belongs_to_it_without_being_named() -> None:
    found = chains(FIRST, CORRECTION, opinions=(opinion(),))
    assert steps(found["2026-0002"])[-1] == ("05-20", "更正", "2026-0002")


def test_an_opinion_on_the_correction_leads_back_to_what_was_corrected() -> None:
    assert set(chains(FIRST, CORRECTION, opinions=(opinion(record="2026-0002", received="2026-05-21"),))) == {
        "2026-0001", "2026-0002",
    }  # fmt: skip


@pytest.mark.parametrize(("published", "belongs"), [("2026-05-12", False), ("2026-05-13", True), ("2026-05-14", True)])
def test_what_replaced_a_record_after_an_opinion_on_it_belongs_to_it(published: str, belongs: bool) -> None:
    replacement = of_item("I46", "2026-0004", published, replaces="2026-0001")
    found = chains(FIRST, replacement, opinions=(opinion(),))
    assert ("2026-0004" in found) is belongs
    assert ("替代" in [kind for _, kind, _ in steps(found["2026-0001"])]) is belongs


def test_the_tables_of_other_years_stay_out_of_it() -> None:
    """A fee table replaces that of last year, and is replaced by that of next year: an opinion is about one of them."""
    years = [
        of_item("I42", "2024-0001", "2024-08-20"), of_item("I42", "2025-0001", "2025-08-20", replaces="2024-0001"),
        of_item("I42", "2026-0001", "2026-05-10", replaces="2025-0001"), of_item("I42", "2026-0005", "2026-08-20", replaces="2026-0001"),
        of_item("I42", "2026-0006", "2026-10-20", replaces="2026-0005"),
    ]  # fmt: skip
    assert set(chains(*years, opinions=(opinion(),))) == {"2026-0001", "2026-0005"}


def test_opinions_that_share_a_record_are_one_story() -> None:
    second = opinion("YJ2026-002", "2026-05-14", record="2026-0009", republished="2026-0003")
    third = opinion("YJ2026-003", "2026-05-14", record="2026-0008")
    alone = of_item("I46", "2026-0008", "2026-05-02")
    found = chains(FIRST, CORRECTION, AGAIN, OTHER, alone, opinions=(opinion(**ANSWERED), second, third))
    assert found["2026-0001"].records == ("2026-0009", "2026-0001", "2026-0002", "2026-0003")
    assert found["2026-0008"].records == ("2026-0008",)


def test_stories_that_meet_later_are_one() -> None:
    middle = opinion("YJ2026-003", "2026-05-16", record="2026-0001", republished="2026-0009")
    first, second = opinion(), opinion("YJ2026-002", record="2026-0009")
    found = chains(FIRST, OTHER, opinions=(first, second, middle))
    assert found["2026-0001"] is found["2026-0009"]


@pytest.mark.parametrize(
    ("today", "known"),
    [
        ("2026-05-12", []),
        ("2026-05-13", ["公布", "收到意见"]),
        ("2026-05-14", ["公布", "收到意见"]),
        ("2026-05-15", ["公布", "收到意见", "答复"]),
        ("2026-05-16", ["公布", "收到意见", "答复", "反馈"]),
        ("2026-05-19", ["公布", "收到意见", "答复", "反馈"]),
        ("2026-05-20", ["公布", "收到意见", "答复", "反馈", "更正"]),
        ("2026-05-25", ["公布", "收到意见", "答复", "反馈", "更正", "再公布"]),
    ],
)
def test_nothing_is_told_before_its_day(today: str, known: list[str]) -> None:
    found = chains(FIRST, CORRECTION, AGAIN, opinions=(opinion(**ANSWERED),), today=today)
    assert [kind for _, kind, _ in steps(found["2026-0001"])] == known if known else found == {}


@pytest.mark.parametrize(
    ("today", "days"), [("2026-05-26", 0), ("2026-05-27", 0), ("2026-05-28", 1), ("2026-06-06", 10)]
)
def test_an_opinion_without_answer_counts_its_days_from_the_tenth_working_day_on(today: str, days: int) -> None:
    """13 May, a Wednesday: ten working days later is 27 May."""
    (waiting,) = chains(FIRST, opinions=(opinion(),), today=today)["2026-0001"].open
    assert (waiting.reply_by, waiting.days_overdue) == (day("2026-05-27"), days)


def test_a_limit_that_is_written_holds() -> None:
    (waiting,) = chains(FIRST, opinions=(opinion(reply_by="2026-05-20"),), today="2026-05-21")["2026-0001"].open
    assert waiting.days_overdue == 1


def test_what_is_answered_waits_for_nothing() -> None:
    assert chains(FIRST, opinions=(opinion(**ANSWERED),))["2026-0001"].open == ()


@pytest.mark.parametrize(
    "fields", [{"withdrawn": TAKEN_BACK}, {"expires": day("2026-05-24"), "after_expiry": AfterExpiry.REMOVE}],
    ids=["withdrawn", "removed"],
)  # fmt: skip
def test_stubs_keep_their_place(fields: dict[str, Any]) -> None:
    correction = of_item("I46", "2026-0002", "2026-05-20", corrects="2026-0001", **fields)
    found = chains(FIRST, correction, AGAIN, opinions=(opinion(**ANSWERED),))
    told = steps(found["2026-0002"])
    assert ("05-20", "更正", "2026-0002") in told
    assert (("05-30", "撤销", "2026-0002") in told) is ("withdrawn" in fields)


def test_an_edition_tells_only_of_what_it_has() -> None:
    """The public edition has no opinions unless the catalogue opens the register, and never an internal correction."""
    internal = of_item("I46", "2026-0002", "2026-05-20", corrects="2026-0001", audience=frozenset({Audience.STAFF}))
    said = (opinion(**(ANSWERED | {"sender": Sender(name="张三丰")})),)
    assert chains(FIRST, internal, AGAIN, opinions=said, name="public") == {}
    found = chains(FIRST, internal, AGAIN, opinions=said, name="public", open_to_all=True)
    assert found["2026-0001"].records == ("2026-0001", "2026-0003")
    assert "张三丰" not in repr(found)


def test_a_record_says_which_opinions_it_answers() -> None:
    second = opinion("YJ2026-002", "2026-05-14", republished="2026-0003")
    chain = chains(FIRST, CORRECTION, AGAIN, opinions=(opinion(**ANSWERED), second))["2026-0001"]
    assert [one.id for one in chain.answered_by("2026-0003")] == ["YJ2026-001", "YJ2026-002"]
    assert [one.id for one in chain.answered_by("2026-0002")] == ["YJ2026-001"]
    assert chain.answered_by("2026-0001") == ()


def test_every_kind_of_step_can_be_told() -> None:
    assert {kind.label for kind in StepKind} >= {"公布", "收到意见", "答复", "更正", "再公布", "撤销", "反馈", "替代"}
