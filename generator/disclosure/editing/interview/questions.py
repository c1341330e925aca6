"""`disclosure new` as an interview: which question comes next, of what the item asks and what was answered so far.

    answers so far ─→ questions(…) ─→ the first without an answer that still holds ─→ asked, read, kept
                                                └─ none: outcome_of ─→ draft_text

Nothing here talks to a terminal or writes a file: `commands/new.py` does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from disclosure.editing.interview.asked_keys import asked_questions
from disclosure.editing.interview.body_questions import body_questions
from disclosure.editing.interview.ground import Ground, refuse_personal_data
from disclosure.editing.interview.head_questions import head_questions
from disclosure.editing.interview.item_questions import item_in, item_questions
from disclosure.editing.interview.outcome import Outcome, label_of, outcome_of, summary_of
from disclosure.editing.interview.question import Question, answer_of
from disclosure.editing.interview.spoken_days import day_in_full
from disclosure.editing.interview.yes_no import read_yes_no, yes_no
from disclosure.reading.nodes import Unreadable
from disclosure.reading.record_keys import RECORD

CONFIRM, PUBLISH = "confirm/write", "confirm/publish"
YES, NO = "是", "否"
_WITHOUT_DATA = ("item", "confirm")
"""Sections whose answers are not written as they were typed."""


def questions(ground: Ground, given: Mapping[str, str], *, folder: bool = False) -> Iterator[Question]:
    """All questions up to the first that cannot be known yet; the two at the end when everything else is answered.

    Args:
        given: answers as they are kept, by question.
        folder: whether the record was asked to be a folder.
    """
    yield from item_questions(ground.library.catalogue, given)
    if item_in(ground.library.catalogue, given):
        yield from _of_record(ground, given, folder=folder)
        if _pending(_of_record(ground, given, folder=folder), given, ()) is None:
            yield from _last(ground, given, folder=folder)


def next_question(
    ground: Ground, given: Mapping[str, str], *, asked: Collection[str] = (), folder: bool = False
) -> Question | None:
    """The first question without an answer, or whose answer does not hold any more since an earlier one was changed.

    Args:
        asked: sections that somebody wants to be asked, though the item knows an answer.
    """
    return _pending(questions(ground, given, folder=folder), given, asked)


def kept_answer(question: Question, typed: str, ground: Ground) -> str:
    """An answer as it is kept. Raises Unreadable, also where it has personal data in it."""
    answer = answer_of(question, typed)
    if answer and question.section not in _WITHOUT_DATA:
        refuse_personal_data(question, answer, ground)
    return answer


def outcome(ground: Ground, given: Mapping[str, str], *, folder: bool = False) -> Outcome:
    """The record that the answers make; there must be no question left but those at the end."""
    item = item_in(ground.library.catalogue, given)
    assert item is not None
    return outcome_of(item, _settled(_of_record(ground, given, folder=folder), given))


def _of_record(ground: Ground, given: Mapping[str, str], *, folder: bool) -> Iterator[Question]:
    item = item_in(ground.library.catalogue, given)
    assert item is not None
    yield from head_questions(item, ground, given)
    if "published" in given:
        yield from asked_questions(item, ground, given)
        yield from body_questions(item, given, folder=folder)


def _pending(every: Iterator[Question], given: Mapping[str, str], asked: Collection[str]) -> Question | None:
    for question in every:
        if question.name not in given:
            if not question.is_quiet or question.section in asked:
                return question
        elif given[question.name] and not _holds(question, given[question.name]):
            return question
    return None


def _holds(question: Question, answer: str) -> bool:
    try:
        return question.read(answer) == answer
    except Unreadable:
        return False


def _settled(every: Iterator[Question], given: Mapping[str, str]) -> dict[str, str]:
    """The answers that count: given, or known without asking."""
    return {one.name: given.get(one.name, one.default if one.is_quiet else "") for one in every}


def _last(ground: Ground, given: Mapping[str, str], *, folder: bool) -> Iterator[Question]:
    every = list(_of_record(ground, given, folder=folder))
    found = outcome(ground, given, folder=folder)
    sections = {label_of(question): question.section for question in every}
    example = RECORD.spelled["audience"].chinese
    yield Question(
        name=CONFIRM, label="写入吗", read=lambda text: _write_or_change(text, sections), default=YES, may_skip=False,
        shown=f"{summary_of(every, _settled(iter(every), given), found)}\n要改哪一项，写它的名称，例如 {example}。",
        about="是：写成文件。否：什么都不写。写一项的名称：改这一项。", example=f"是，或者 {example}",
    )  # fmt: skip
    if given.get(CONFIRM) == YES and not found.missing:
        later = f"，到{day_in_full(found.published)}才出现在网站上" if found.published > ground.today else ""
        yield yes_no(
            PUBLISH, "现在就公开", default=NO, about=f"是：检查一遍，没有问题就去掉草稿标记{later}。否：先留作草稿。",
            rule="公开以后照样要提交、合并，网站重新生成才看得到。",
        )  # fmt: skip


def _write_or_change(text: str, sections: Mapping[str, str]) -> str:
    """`是`, `否`, or the section that is to be asked again."""
    if text in sections.values():
        return text
    named = [section for label, section in sections.items() if label == text or text in label]
    if named:
        return named[0]
    try:
        return read_yes_no(text)
    except Unreadable:
        raise Unreadable(
            f"没有「{text}」这一项", line=0, advice=f"写 是、否，或一项的名称：{'、'.join(sections)}"
        ) from None
