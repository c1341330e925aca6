"""On which day the registers of an edition change by themselves, so that a site is built again on that day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from disclosure.domain.registers import (
    Answer,
    Applicant,
    Exemption,
    Ground,
    Inspection,
    Opinion,
    Outage,
    Registers,
    Request,
    Shortcoming,
    Source,
)
from small_editions import DAY, edition_of

TO_COME = date(2026, 12, 8)


def _request(**fields: Any) -> Request:
    given: dict[str, Any] = {
        "id": "SQ1",
        "received": date(2026, 11, 20),
        "applicant": Applicant.PARENT,
        "text": "校服检验报告",
    }
    return Request(**(given | fields))


def _exemption(**fields: Any) -> Exemption:
    given: dict[str, Any] = {
        "id": "ZB1",
        "text": "监控位置",
        "ground": Ground.SAFETY,
        "reason": "安全",
        "decided": date(2026, 1, 5),
        "approved_by": "校长",
    }
    return Exemption(**(given | fields))


def _inspection(*shortcomings: Shortcoming, day: date = date(2026, 11, 2)) -> Inspection:
    return Inspection(id="JC1", day=day, by="监督小组", scope="食堂", findings="两处", shortcomings=shortcomings)


@pytest.mark.parametrize(
    ("registers", "turns"),
    [
        # received on Friday 20 November: 10 working days end on 4 December, the day after it is overdue
        (Registers(requests=(_request(),)), date(2026, 12, 5)),
        (Registers(requests=(_request(received=TO_COME),)), TO_COME),
        (Registers(requests=(_request(answered=TO_COME, answer=Answer.GRANTED),)), TO_COME),
        (Registers(requests=(_request(answered=date(2026, 11, 22), answer=Answer.GRANTED),)), None),
        (Registers(requests=(_request(received=date(2026, 9, 1)),)), None),  # overdue since long
        (Registers(exemptions=(_exemption(review_by=date(2026, 12, 7)),)), TO_COME),
        (Registers(exemptions=(_exemption(review_by=date(2026, 11, 22)),)), None),
        (Registers(exemptions=(_exemption(review_by=date(2026, 12, 7), ended=date(2026, 6, 1)),)), None),
        (Registers(exemptions=(_exemption(decided=TO_COME),)), TO_COME),
        (Registers(outages=(Outage(start=TO_COME, end=TO_COME, reason="检修"),)), TO_COME),
        (Registers(inspections=(_inspection(Shortcoming(text="未公布", mend_by=date(2026, 12, 7))),)), TO_COME),
        (Registers(inspections=(_inspection(Shortcoming(text="未公布", mended=TO_COME)),)), TO_COME),
        (Registers(inspections=(_inspection(Shortcoming(text="未公布", mend_by=date(2026, 12, 7), mended=DAY)),)), None),
        (Registers(inspections=(_inspection(day=TO_COME),)), TO_COME),
    ],
)  # fmt: skip
def test_the_day_on_which_a_register_changes(registers: Registers, turns: date | None) -> None:
    assert edition_of(registers=registers).next_change == turns
    assert edition_of(registers=registers, name="public").next_change is None
    assert edition_of(registers=registers, name="public", open_to_all=True).next_change == turns


def test_an_open_opinion_is_counted_from_day_to_day() -> None:
    open_one = Registers(opinions=(Opinion(id="YJ1", received=date(2026, 11, 3), source=Source.CALL, text="问"),))
    assert edition_of(registers=open_one).next_change == date(2026, 11, 24)
    assert edition_of(registers=open_one, name="public").next_change is None
