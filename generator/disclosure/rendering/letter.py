"""家长信、公众号: a record as a message. What parents ask first comes first: how much, until when, whom to ask.

A letter is another view of the sheet for the wall (`print_page`): title, text and charges stand on the page once, and what
only a letter says stands before and behind them. As text or as HTML with styles of its own it is put together by
assets/print.js at the moment somebody copies it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from disclosure.domain.edition import Shown
from disclosure.domain.record import FeeLine
from disclosure.domain.school import School
from disclosure.rendering.words import day_in_words, size_in_words, yuan


class Answer(NamedTuple):
    """A line at the top: plain text."""

    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a letter says and a sheet does not: plain text, a paragraph for each."""

    answers: tuple[Answer, ...]
    summary: str
    """Nothing where the sheet has it in place of a text."""
    end: tuple[str, ...]


def letter_of(shown: Shown, school: School, *, address: str, has_text: bool) -> Letter:
    """A record as a message.

    Args:
        address: the record's page, absolute.
        has_text: whether the record says more than its summary.
    """
    summary = shown.record.summary if has_text else ""
    return Letter(answers=tuple(answers(shown, school)), summary=summary, end=tuple(_end(shown, school, address)))


def answers(shown: Shown, school: School) -> list[Answer]:
    """多少钱、何时前、找谁问, as far as the record says so."""
    record, found = shown.record, []
    if record.fees:
        found.append(Answer("多少钱", "；".join(_price(line) for line in record.fees)))
    elif record.amount is not None:
        found.append(Answer("多少钱", yuan(record.amount)))
    if record.expires:
        what = "可以提意见" if shown.is_consultation else "公示截止"
        found.append(Answer("何时前", f"{day_in_words(record.expires)}（含当日），{what}"))
    else:
        found.append(Answer("何时起", f"{day_in_words(record.published)}起长期有效"))
    owner = f"（{record.owner}）" if record.owner else ""
    office = f"，电话 {'、'.join(school.phones.office)}" if school.phones.office else ""
    numbers = (record.hotline,) if record.hotline else school.phones.supervision
    hotline = f"；监督电话 {'、'.join(numbers)}" if numbers else ""
    found.append(Answer("找谁问", f"{record.department}{owner}{office}{hotline}"))
    return found


def _price(line: FeeLine) -> str:
    return f"{line.name} {line.standard}" + (f"（{line.unit}）" if line.unit else "")


def _end(shown: Shown, school: School, address: str) -> list[str]:
    record = shown.record
    number = f"编号：{record.id}" + (f"　文号：{record.document_number}" if record.document_number else "")
    files = "、".join(f"{one.title}（{size_in_words(one.size)}）" for one in record.attachments)
    first = [f"附件（见网页）：{files}"] if files else []
    return [*first, number, f"原文：{address}", f"{school.name}　{day_in_words(record.published)}"]
