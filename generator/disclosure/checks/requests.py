"""G109–G112, G119: requests are answered in time, in full, and a refusal says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from disclosure.checks.finding import in_register
from disclosure.checks.unknown_years import unknown_year
from disclosure.domain.library import Library
from disclosure.domain.register_days import (
    USUAL_ANSWER,
    answer_due,
    answered_on,
    extension_due,
    is_answer_late,
    is_extension_late,
    span_named_in,
)
from disclosure.domain.registers import REQUESTS, Request
from disclosure.domain.school import Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_SCHOOL = PurePosixPath("data/school.yml")


def check_requests(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every request that has come (requirements R07, A8, S34)."""
    requests = [one for one in library.registers.requests if one.received <= today]
    if requests:
        yield from _guide(library, any(one.extension for one in requests))
    for request in requests:
        answered = answered_on(request)
        if answered or not request.answer:
            yield from _lateness(request, answered if answered and answered <= today else None, library, today)
        yield from _late_extension(request, library)
        yield from _gaps(request)


def _guide(library: Library, has_extensions: bool) -> Iterator[Problem]:
    guide = library.school.guide
    if span_named_in(guide.reply_within) is None:
        message = f"公开指南的答复时限「{guide.reply_within}」看不出是几天，申请的限期按 {USUAL_ANSWER}算"
        yield problem("G119", path=_SCHOOL, line=0, message=message, hint="写明几天，例如 答复时限: 10个工作日")
    if has_extensions and span_named_in(guide.extend_within) is None:
        message = "公开指南没有写明可以延长几天，延长一次按与答复时限一样长算"
        yield problem("G119", path=_SCHOOL, line=0, message=message, hint="写明几天，例如 延长时限: 10个工作日")


def _lateness(request: Request, answered: date | None, library: Library, today: date) -> Iterator[Problem]:
    guide, calendar = library.school.guide, library.calendar
    is_late = is_answer_late(request, answered or today, guide, calendar)
    last, _ = answer_due(request, guide, calendar)
    extended = "延长以后" if request.extension else ""
    if is_late is None:
        yield from unknown_year(REQUESTS, request, request.received, last, calendar)
    elif is_late and answered:
        message = f"{extended}最晚 {last} 答复，{answered} 才答复，晚了 {(answered - last).days} 天"
        hint = "日期写错了就改正；写得对就不要动，以后在期限以内答复"
        yield in_register(REQUESTS, request, "answered", "G110", message, hint)
    elif is_late:
        message = f"{extended}最晚 {last} 答复，已经过了 {(today - last).days} 天，还没有答复"
        hint = f"答复以后登记：disclosure request answer {request.id}"
        yield in_register(REQUESTS, request, "received", "G109", message, hint)


def _late_extension(request: Request, library: Library) -> Iterator[Problem]:
    guide, calendar = library.school.guide, library.calendar
    if request.extension and is_extension_late(request, guide, calendar):
        last, _ = extension_due(request, guide, calendar)
        message = f"要延长的最晚 {last} 告诉申请人，{request.extension.day} 才告诉"
        hint = "日期写错了就改正；写得对就不要动，以后在到期以前告诉"
        yield in_register(REQUESTS, request, "extension", "G110", message, hint)


def _gaps(request: Request) -> Iterator[Problem]:
    if request.answer and answered_on(request) is None:
        message, hint = f"答复结果是{request.answer.label}，没有写答复日期", "加一行：答复日期: 2026-03-18"
        yield in_register(REQUESTS, request, "answer", "G112", message, hint)
    if request.answered and request.answer is None:
        message, hint = "写了答复日期，没有写答复结果", "加一行：答复结果: 予以公开"
        yield in_register(REQUESTS, request, "answered", "G112", message, hint)
    if request.answer and request.answer.is_refusal:
        written = {"理由": request.reason, "备案册编号": request.exemption}
        if missing := [word for word, value in written.items() if not value]:
            message = f"{request.answer.label}，没有写{'、'.join(missing)}"
            hint = "加上，例如 理由: 涉及学生的个人隐私，备案册编号: BA2026-001（exemptions.yml 里的编号）"
            yield in_register(REQUESTS, request, "answer", "G111", message, hint)
