"""The questions for what an item asks of its records beside the head: keys, lines of 收费, sign-offs. Each may be skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from disclosure.domain.catalogue import Item
from disclosure.editing.interview.fee_questions import fee_questions
from disclosure.editing.interview.ground import Ground
from disclosure.editing.interview.head_questions import published_on
from disclosure.editing.interview.key_questions import asked_for, line_of
from disclosure.editing.interview.question import Question
from disclosure.editing.interview.signing_questions import roles_of, signing_questions
from disclosure.editing.interview.spoken_days import EXAMPLES, day_in_full, spoken_day
from disclosure.reading import values
from disclosure.reading.form import Key, Part
from disclosure.reading.nodes import Unreadable
from disclosure.reading.record_keys import RECORD

_ELSEWHERE = frozenset({"issue", "owner", "expiry", "expires", "notice_period", "signoffs", "fees", "attachments"})
"""What other questions ask for."""
_RECALLED = ("series", "stage")
"""Words that have to be the same in several records."""
_RECALLED_SHOWN = 5


def asked_questions(item: Item, ground: Ground, given: Mapping[str, str]) -> Iterator[Question]:
    """As far as they follow from the answers so far; 公布日期 has been answered."""
    for name in dict.fromkeys(item.required):
        if name == "fees":
            yield from fee_questions(given)
        elif name not in _ELSEWHERE:
            yield from _key(name, item, ground, given)
    if roles_of(item):
        yield from signing_questions(item, ground, given)


def rows_of(part: Part, settled: Mapping[str, str], *, roles: Sequence[str]) -> list[dict[str, str]]:
    """What was answered for the lines of a part: `fees/1/name`, `fees/1/unit`, … A line that lacks what it must have is none.

    Args:
        roles: of sign-offs, the role of each line.
    """
    numbers = {int(name.split("/")[1]) for name in settled if re.fullmatch(rf"{part.name}/\d+/\w+", name)}
    rows: list[dict[str, str]] = []
    for number in sorted(numbers):
        row = {key.name: settled.get(f"{part.name}/{number}/{key.name}", "") for key in part.form.keys}
        if part.name == "signoffs":
            row["role"] = roles[number - 1]
        if all(row[key.name] for key in part.form.keys if key.required):
            rows.append({name: text for name, text in row.items() if text})
    return rows


def _key(name: str, item: Item, ground: Ground, given: Mapping[str, str]) -> Iterator[Question]:
    key = RECORD.spelled[name]
    rule = f"「{item.name}」要求写这一项；现在没有就回车，以后在文件里补。"
    if isinstance(key, Part):
        yield from _part(key, given, ground.today, rule)
    elif key.read is values.day:
        yield _day_question(key, name, ground.today, rule=rule, given=given, context=f"{key.chinese}: ")
    else:
        known = ground.used(item, name)[:_RECALLED_SHOWN] if name in _RECALLED else ()
        yield asked_for(name, rule=rule, shown=f"以前写过：{'、'.join(known)}" if known else "")


def _part(part: Part, given: Mapping[str, str], today: date, rule: str) -> Iterator[Question]:
    """A part of one row (备案): its first key decides whether there is one."""
    names = [f"{part.name}/1/{key.name}" for key in part.form.keys]
    for name, key in zip(names, part.form.keys, strict=True):
        if not isinstance(key, Key):
            continue
        needed = key.required and name != names[0]
        if key.read is values.day:
            question = _day_question(key, name, today, rule=rule, may_skip=not needed)
        else:
            question = line_of(key, name, f"{part.chinese}的{key.chinese}", rule=rule, may_skip=not needed)
        yield question
        if not given.get(names[0]):
            return


def _day_question(
    key: Key, name: str, today: date, *, rule: str, may_skip: bool = True, given: Mapping[str, str] | None = None, context: str = ""
) -> Question:  # fmt: skip
    def read(text: str) -> str:
        day = spoken_day(text, today)
        if given is not None:
            _check_order(key, day, published_on(given))
        return day.isoformat()

    return Question(
        name=name, label=key.chinese, read=read, words=lambda text: day_in_full(date.fromisoformat(text)), about=key.about,
        example=EXAMPLES, rule=rule, may_skip=may_skip, context=context,
    )  # fmt: skip


def _check_order(key: Key, day: date, published: date) -> None:
    if key.name == "formed" and day > published:
        raise Unreadable(f"形成日期 {day} 晚于公布日期 {published}", line=0, example=published.isoformat())
    if key.name == "review_by" and day < published:
        raise Unreadable(f"复核日期 {day} 早于公布日期 {published}", line=0, example=f"{published.year + 1}-08-31")
