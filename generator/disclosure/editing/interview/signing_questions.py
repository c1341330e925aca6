"""The questions about sign-offs: who in each role that the item asks for, and when. Names come from the groups in office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from disclosure.domain.catalogue import Item
from disclosure.domain.roles import people_in
from disclosure.domain.signing import SUPERVISION
from disclosure.domain.vocabulary import Kind
from disclosure.editing.interview.ground import Ground
from disclosure.editing.interview.head_questions import published_on
from disclosure.editing.interview.question import Question
from disclosure.editing.interview.spoken_days import EXAMPLES, day_in_full, spoken_day
from disclosure.editing.interview.yes_no import yes_no
from disclosure.reading.nodes import Unreadable

_EVERYBODY = ("全部", "全体", "都签了")
_NUMBERS = re.compile(r"\d+(?:[\s、，,;；]+\d+)*")


def signing_questions(item: Item, ground: Ground, given: Mapping[str, str]) -> Iterator[Question]:
    """Nothing but one question as long as nobody has signed yet; 公布日期 has been answered."""
    roles = roles_of(item)
    whole = (
        "财务公开要监督小组全体审签。"
        if item.kind is Kind.FINANCE and any(SUPERVISION in role for role in roles)
        else ""
    )
    yield yes_no(
        "signoffs/any", "已经审签了吗", default="否", shown=f"要审签的：{'、'.join(roles)}。", rule=f"先审签，后公开。{whole}",
        about="还没有就回车，文件里会留好位置，审签以后再填。",
    )  # fmt: skip
    if given.get("signoffs/any") != "是":
        return
    before = min(ground.today, published_on(given))
    for number, role in enumerate(roles, start=1):
        name, day = f"signoffs/{number}/name", f"signoffs/{number}/date"
        in_office = ground.holders(role, before)
        yield _signer(name, role, in_office, rule=whole if SUPERVISION in role else "")
        if given.get(name):
            yield _signed_on(day, role, people_in(given[name]), ground, published_on(given))


def roles_of(item: Item) -> tuple[str, ...]:
    """The roles that have to sign, none where the item asks for no sign-off."""
    return item.signoffs or (("校长",) if "signoffs" in item.required else ())


def _signer(name: str, role: str, in_office: tuple[str, ...], *, rule: str) -> Question:
    shown = f"在任的{role}：" + "  ".join(f"{number} {one}" for number, one in enumerate(in_office, start=1))
    ways = "写姓名或前面的序号，几个人用顿号隔开，全体都签了写 全部。" if in_office else ""
    return Question(
        name=name, label=f"{role}由谁审签", read=lambda text: _people(text, role, in_office), shown=shown if in_office else "",
        enter="还没有就回车", about=f"审签人的姓名。{ways}", example=in_office[0] if in_office else "沈某某",
        rule=rule, context="姓名: ",
    )  # fmt: skip


def _people(text: str, role: str, in_office: tuple[str, ...]) -> str:
    if in_office and text in _EVERYBODY:
        return "、".join(in_office)
    people = tuple(re.findall(r"\d+", text)) if _NUMBERS.fullmatch(text) else people_in(text)
    if in_office:
        people = tuple(_by_number(one, in_office) for one in people)
        strangers = [one for one in people if one not in in_office]
        if strangers:
            raise Unreadable(f"「{'、'.join(strangers)}」不是在任的{role}", line=0, example=in_office[0])
    if not people:
        raise Unreadable(f"「{text}」不是姓名", line=0, example=in_office[0] if in_office else "沈某某")
    return "、".join(dict.fromkeys(people))


def _signed_on(name: str, role: str, people: tuple[str, ...], ground: Ground, published: date) -> Question:
    latest = min(ground.today, published)
    is_known = bool(ground.holders(role, latest))

    def read(text: str) -> str:
        day = spoken_day(text, ground.today)
        if day > latest:
            raise Unreadable(f"{day_in_full(day)}还没有到，或者晚于公布日期", line=0, example=latest.isoformat())
        in_office = ground.holders(role, day)
        if strangers := [one for one in people if is_known and one not in in_office]:
            raise Unreadable(f"「{'、'.join(strangers)}」{day} 不是{role}", line=0, example=latest.isoformat())
        return day.isoformat()

    return Question(
        name=name, label="哪一天审签的", default=latest.isoformat(), read=read, may_skip=False, about="审签的日期，照实写。",
        words=lambda text: day_in_full(date.fromisoformat(text)), example=EXAMPLES, rule="审签不能晚于公布日期。",
    )  # fmt: skip


def _by_number(one: str, in_office: tuple[str, ...]) -> str:
    return in_office[int(one) - 1] if one.isdecimal() and 1 <= int(one) <= len(in_office) else one
