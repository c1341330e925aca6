"""What an interview came to: the values of the new record, what is still to be written, and the summary of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from disclosure.domain.catalogue import Item
from disclosure.editing.interview.asked_keys import rows_of
from disclosure.editing.interview.body_questions import body_of, has_files, lines_in
from disclosure.editing.interview.head_questions import STANDING, published_on
from disclosure.editing.interview.question import Question
from disclosure.editing.interview.signing_questions import roles_of
from disclosure.reading.draft import Answer
from disclosure.reading.form import Part
from disclosure.reading.record_keys import RECORD
from disclosure.rendering.words import audience_in_words

_SECTIONS = {"end": "公示", "body": "正文"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A record that can be written."""

    item: Item
    title: str
    published: date
    given: Mapping[str, Answer]
    """For `draft_text`."""
    body: str
    folder: bool
    """Whether it becomes a folder, for attachments."""
    missing: tuple[str, ...]
    """Chinese words for what the item asks for and what is still to be written."""


def outcome_of(item: Item, settled: Mapping[str, str]) -> Outcome:
    """From the answers of all questions.

    Args:
        settled: by question, with the defaults of those that nobody was asked.
    """
    given: dict[str, Answer] = {
        key.name: text for key in RECORD.keys if (text := settled.get(key.name)) and key.name != "title"
    }
    if given.get("audience") == audience_in_words(item.audience):
        del given["audience"]  # it follows from the item, also when the catalogue changes
    end = settled["end"]
    given["expires" if end == STANDING or "-" in end else "notice_period"] = end
    for key in RECORD.keys:
        if isinstance(key, Part) and (rows := rows_of(key, settled, roles=roles_of(item))):
            given[key.name] = rows
    folder, body = has_files(settled), body_of(lines_in(settled))
    return Outcome(
        item=item, title=settled["title"], published=published_on(settled), given=given, body=body, folder=folder,
        missing=tuple(_missing(item, given, body=body, folder=folder)),
    )  # fmt: skip


def _missing(item: Item, given: Mapping[str, Answer], *, body: str, folder: bool) -> Iterable[str]:
    for name in dict.fromkeys(item.required):
        if name == "attachments" or name in given or name in ("expiry", "expires", "notice_period", "signoffs"):
            continue
        yield RECORD.spelled[name].chinese
    signed = {row["role"] for row in given.get("signoffs", ()) if not isinstance(row, str)}
    if unsigned := [role for role in roles_of(item) if role not in signed]:
        yield f"审签（{'、'.join(unsigned)}）"
    if not body:
        yield "正文"
    if folder:
        yield "附件"


def summary_of(questions: Iterable[Question], settled: Mapping[str, str], outcome: Outcome) -> str:
    """Everything that would be written, a line for each, and what is still missing."""
    item, given = outcome.item, outcome.given
    rows = [("事项", f"{item.id} {item.name}")]
    rows += [
        (label_of(question), question.words(text))
        for question in questions
        if "/" not in question.name and (text := settled.get(question.name))
    ]
    rows += [
        (key.chinese, "；".join(" ".join(row.values()) for row in value))
        for key in RECORD.keys
        if (value := given.get(key.name)) and not isinstance(value, str)
    ]
    lines = outcome.body.splitlines()
    rows.append(("正文", f"{lines[0]}{' ……' if len(lines) > 1 else ''}" if lines else "以后写在文件里"))
    if outcome.folder:
        rows.append(("附件", "和记录放在同一个文件夹"))
    told = [f"  {label}：{text}" for label, text in rows]
    if outcome.missing:
        told.append(f"还要在文件里补：{'、'.join(outcome.missing)}。")
    return "\n".join(["", "要写的记录：", *told])


def label_of(question: Question) -> str:
    """What the section of a question is called, in the summary and where somebody wants to change it."""
    key = RECORD.spelled.get(question.section)
    return key.chinese if key else _SECTIONS.get(question.section, question.label)
