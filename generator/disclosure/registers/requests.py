"""依申请公开台账: what was asked for that is not disclosed, and how it was answered (requirements G4, S18)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from disclosure.domain.edition import Edition, Entry
from disclosure.domain.register_days import answer_due, answered_on, is_answer_late
from disclosure.domain.registers import Answer, Exemption, Request
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Heading, Holds, Place, Row, Table, row
from disclosure.domain.urls import register_url
from disclosure.domain.workdays import working_days_between
from disclosure.domain.year import Year
from disclosure.registers.cells import about_cell, entries_by_id
from disclosure.registers.standing import standing

HEADINGS = (
    Heading(id="id", label="编号", width=12),
    Heading(id="received", label="收到日期", holds=Holds.DATE),
    Heading(id="applicant", label="申请人类别", width=10),
    Heading(id="text", label="申请内容", width=40, is_title=True),
    Heading(id="method", label="方式", width=10),
    Heading(id="department", label="承办部门", width=14),
    Heading(id="due", label="答复期限", holds=Holds.DATE),
    Heading(id="extension", label="延长", width=24),
    Heading(id="answered", label="答复日期", holds=Holds.DATE),
    Heading(id="answer", label="答复结果", width=14),
    Heading(id="reason", label="理由", width=30),
    Heading(id="basis", label="依据", width=24),
    Heading(id="record", label="据此公开", width=30),
    Heading(id="reported", label="备案", width=24),
    Heading(id="days", label="用时（天）", holds=Holds.COUNT, width=10),
    Heading(id="working-days", label="用时（工作日）", holds=Holds.COUNT, width=14),
    Heading(id="state", label="状态", width=14),
)


def requests_register(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """Requests received in a year, with deadlines counted as the guide says. The row's id is the request's.

    Of an applicant it tells the category alone.
    """
    requests = [one for one in edition.registers.requests if year is None or one.received in year]
    requests.sort(key=lambda one: (one.received, one.id))
    entries, guide = entries_by_id(edition), edition.school.guide
    exemptions = {one.id: one for one in edition.registers.exemptions}
    extend = f"，需要延长的再加 {guide.extend_within}" if guide.extend_within else ""
    table = Table(
        id="requests",
        title="依申请公开台账",
        headings=HEADINGS,
        rows=tuple(_row(one, edition, entries, exemptions) for one in requests),
        about=_summary(requests),
        notes=(f"答复期限按公开指南：收到后 {guide.reply_within}，收到当天不计{extend}。",),
    )
    return (table,)


def request_days(edition: Edition) -> Iterable[date]:
    """Days on which requests came in."""
    return (one.received for one in edition.registers.requests)


def state_of_request(request: Request, edition: Edition) -> Cell:
    """How its answer stands on the edition's day."""
    if request.answer is Answer.CLOSED and request.answered is None:
        return Cell(value="已撤回")
    guide, today, done = edition.school.guide, edition.today, answered_on(request)
    due, _ = answer_due(request, guide, edition.calendar)
    late = is_answer_late(request, done or today, guide, edition.calendar)
    return standing(due=due, done=done, is_late=late, today=today, warn_days=edition.school.settings.warn_days)


def _row(
    request: Request, edition: Edition, entries: Mapping[str, Entry], exemptions: Mapping[str, Exemption]
) -> Row:  # fmt: skip
    due, _ = answer_due(request, edition.school.guide, edition.calendar)
    done, extension, reported = answered_on(request), request.extension, request.reported
    end = done or edition.today
    return row(
        request.id,
        request.received,
        request.applicant.label,
        request.text,
        request.method,
        request.department,
        due,
        f"{extension.day} {extension.reason}" if extension else "",
        done,
        request.answer.label if request.answer else "",
        request.reason,
        _basis(request, exemptions),
        about_cell(request.record, "", edition, entries),
        f"{reported.day}报{reported.to}" if reported else "",
        (end - request.received).days,
        working_days_between(request.received, end, edition.calendar),
        state_of_request(request, edition),
        id=request.id,
    )


def _basis(request: Request, exemptions: Mapping[str, Exemption]) -> Cell:
    """The exemption that a refusal rests on; led to where the edition has that register."""
    if not request.exemption:
        return Cell(value="")
    known = exemptions.get(request.exemption)
    if known is None:
        return Cell(value=request.exemption)
    url = f"{register_url(RegisterName.EXEMPTIONS.id)}#{known.id}"
    return Cell(value=f"{known.id} {known.ground.label}", places=(Place(url=url),))


def _summary(requests: Sequence[Request]) -> str:
    answered = sum(1 for one in requests if answered_on(one))
    refused = sum(1 for one in requests if one.answer and one.answer.is_refusal)
    return (
        f"共收到 {len(requests)} 件，已答复 {answered} 件，其中部分公开、不予公开 {refused} 件；"
        f"未答复 {len(requests) - answered} 件。只登记申请人类别，不登记姓名。"
    )
