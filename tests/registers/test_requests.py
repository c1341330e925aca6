"""依申请公开台账: deadlines in working days as the guide says, extension, reasons, state."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure.domain.registers import (
    Answer,
    Applicant,
    Exemption,
    Extension,
    Ground,
    Registers,
    Reported,
    Request,
    Sender,
)
from disclosure.domain.school import Guide
from disclosure.domain.table import Light, Table
from disclosure.domain.year import calendar_year
from disclosure.registers.requests import requests_register
from domain_records import day
from small_editions import column, edition_of, line, of_item

EXEMPTION = Exemption(
    id="MG2026-001", text="安防图纸", ground=Ground.SAFETY, reason="危及安全", decided=day("2026-01-10"), approved_by="领导小组"
)  # fmt: skip
LATER = Extension(day=day("2026-10-19"), reason="要征求第三方意见")


def request(number: int = 1, received: str = "2026-10-12", **fields: Any) -> Request:
    """Monday, 12 October 2026: ten working days end on Monday the 26th, twenty on 9 November."""
    given = {"applicant": Applicant.PARENT, "text": "校服样品检测报告", "department": "总务处"}
    return Request(id=f"SQ2026-{number:03}", received=day(received), **(given | fields))


def registered(*requests: Request, today: str = "2026-11-23", **more: Any) -> Table:
    registers = Registers(requests=requests, exemptions=more.pop("exemptions", ()))
    more = {"guide": Guide(extend_within="10个工作日")} | more
    (table,) = requests_register(
        edition_of(*more.pop("records", ()), registers=registers, today=day(today), **more), calendar_year(2026)
    )
    return table


@pytest.mark.parametrize(
    ("fields", "today", "due", "state", "light"),
    [
        ({}, "2026-10-16", "2026-10-26", "还有 10 天", None),
        ({}, "2026-10-25", "2026-10-26", "还有 1 天", Light.AMBER),
        ({}, "2026-10-26", "2026-10-26", "今天到期", Light.AMBER),
        ({}, "2026-10-27", "2026-10-26", "已超期 1 天", Light.RED),
        ({"extension": LATER}, "2026-10-27", "2026-11-09", "还有 13 天", None),
        ({"extension": LATER}, "2026-11-10", "2026-11-09", "已超期 1 天", Light.RED),
        ({"answered": day("2026-10-26"), "answer": Answer.GRANTED}, "2026-11-23", "2026-10-26", "按期办结", Light.GREEN),
        ({"answered": day("2026-10-28"), "answer": Answer.GRANTED}, "2026-11-23", "2026-10-26", "迟 2 天", Light.AMBER),
        ({"answer": Answer.AT_ONCE}, "2026-11-23", "2026-10-26", "按期办结", Light.GREEN),
    ],
)  # fmt: skip
def test_deadline_and_state(fields: dict[str, Any], today: str, due: str, state: str, light: Light | None) -> None:
    cells = line(registered(request(**fields), today=today), "SQ2026-001")
    assert (cells["due"].value, cells["state"].value, cells["state"].light) == (day(due), state, light)


def test_a_refusal_has_reason_basis_and_filing() -> None:
    refused = request(
        answered=day("2026-10-20"), answer=Answer.REFUSED, reason="危及校园安全", exemption="MG2026-001",
        reported=Reported(to="示例市教育局", day=day("2026-10-21")), method="信函",
    )  # fmt: skip
    cells = line(registered(refused, exemptions=(EXEMPTION,)), "SQ2026-001")
    assert {key: cells[key].value for key in ("applicant", "method", "answer", "reason", "basis", "reported", "days", "working-days")} == {
        "applicant": "家长", "method": "信函", "answer": "不予公开", "reason": "危及校园安全", "basis": "MG2026-001 校园安全稳定",
        "reported": "2026-10-21报示例市教育局", "days": 8, "working-days": 6,
    }  # fmt: skip
    assert [place.url for place in cells["basis"].places] == ["registers/exemptions/#MG2026-001"]


def test_it_leads_to_the_record_that_was_published_on_it() -> None:
    table = registered(
        request(record="2026-0001"), records=[of_item("I61", "2026-0001", "2026-10-20", title="检测报告")]
    )
    assert column(table, "record") == ["检测报告"]
    assert [place.url for place in line(table, "SQ2026-001")["record"].places] == ["r/2026-0001/"]


@pytest.mark.parametrize("name", ["public", "internal"])
def test_no_applicant_in_any_edition(name: str) -> None:
    table = registered(request(sender=Sender(name="金丝雀", contact="13800000000")), name=name, open_to_all=True)
    assert len(table.rows) == 1
    assert "金丝雀" not in str(table)
    assert "13800000000" not in str(table)
