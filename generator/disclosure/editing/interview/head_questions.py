"""The questions that every new record has: for which period, its title, from when to when, to whom, by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from disclosure.domain.catalogue import Item
from disclosure.domain.period_names import ELSEWHEN, named_stretch
from disclosure.domain.periods import LOOKS_BACK
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.domain.workdays import last_day_or_calendar
from disclosure.editing.interview.ground import Ground
from disclosure.editing.interview.key_questions import asked_for
from disclosure.editing.interview.question import Question
from disclosure.editing.interview.spoken_days import day_in_full, moment_in_full, spoken_day, spoken_moment
from disclosure.editing.interview.suggestions import title_for, words_for
from disclosure.reading import values
from disclosure.reading.nodes import Scalar, Unreadable
from disclosure.rendering.words import audience_in_words

STANDING = "长期"
_PERIODS_SHOWN = 3
_YEARS_AHEAD = 10
_ENDS = "15天、7个工作日、2026-09-30，或者 长期"


def head_questions(item: Item, ground: Ground, given: Mapping[str, str]) -> Iterator[Question]:
    """Up to the end of the notice; what the item knows better comes quietly. Later ones follow from earlier answers."""
    if "issue" in item.required:
        yield _issue(item, ground)
    suggested = title_for(item, given.get("issue", "") or _period(item, ground), ground.library, ground.today)
    yield asked_for("title", default=suggested, may_skip=False)
    yield asked_for(
        "published", default=ground.today.isoformat(), read=lambda text: _published(text, ground.today), words=lambda text: _published_in_words(text, ground.today),
        may_skip=False, example="2026-09-01、9月1日，或者 明天",
    )  # fmt: skip
    if "published" in given:
        yield _end(item, ground, given)
    yield from _quiet(item, ground, given)


def published_on(given: Mapping[str, str]) -> date:
    """公布日期, which has been answered."""
    return date.fromisoformat(given["published"].partition(" ")[0])


def last_day(end: str, given: Mapping[str, str], ground: Ground) -> tuple[date | None, bool]:
    """The last day of an end as it was answered, None for 长期; and whether its working days are known."""
    if end == STANDING:
        return None, True
    try:
        span = values.span(Scalar(text=end, line=0))
    except Unreadable:
        return date.fromisoformat(end), True
    return last_day_or_calendar(span, start=published_on(given), calendar=ground.library.calendar)


def _issue(item: Item, ground: Ground) -> Question:
    periods = ground.periods(item)
    shown = f"还没有公开的：{'；'.join(periods[:_PERIODS_SHOWN])}。" if len(periods) > 1 else ""
    return asked_for("issue", default=_period(item, ground), shown=shown, rule="这一项要写明是哪一期。")


def _period(item: Item, ground: Ground) -> str:
    return next(iter(ground.periods(item)), "")


def _published(text: str, today: date) -> str:
    found = spoken_moment(text, today)
    if not today.year - _YEARS_AHEAD <= int(found[:4]) <= today.year + _YEARS_AHEAD:
        raise Unreadable(f"「{text}」的年份不对", line=0, example=today.isoformat())
    return found


def _published_in_words(text: str, today: date) -> str:
    """With how far away it is: a wrong year is seen at once."""
    days = (date.fromisoformat(text.partition(" ")[0]) - today).days
    far = f"，{days} 天以后" if days > 0 else f"，比今天早 {-days} 天" if days else ""
    return moment_in_full(text) + far


def _quiet(item: Item, ground: Ground, given: Mapping[str, str]) -> Iterator[Question]:
    """What is taken from the item unless somebody wants something else."""
    yield asked_for("audience", default=audience_in_words(item.audience), is_quiet=True, may_skip=False)
    yield asked_for("department", default=item.department, is_quiet=bool(item.department), may_skip=False)
    is_known = bool(item.owner) or "owner" not in item.required
    yield asked_for("owner", default=item.owner, is_quiet=is_known)
    if "issue" not in item.required:
        yield asked_for("issue", default=_issue_of(item, ground, given.get("title", "")), is_quiet=True)


def _issue_of(item: Item, ground: Ground, title: str) -> str:
    """The period that a title names; '' where it is another one, or none that the ledger would understand."""
    period = _period(item, ground)
    if not period or words_for(period, ground.library) not in title:
        return ""
    stretch = named_stretch(period, near=ground.today, terms=ground.library.school.terms)
    return period if stretch not in (None, ELSEWHEN) else ""


def _end(item: Item, ground: Ground, given: Mapping[str, str]) -> Question:
    least = f"「{item.name}」至少公示 {item.min_notice}。" if item.min_notice else ""
    must = "到期要撤下或者要写明截止，不能写 长期。" if _must_end(item) else ""
    return Question(
        name="end", label="公示到什么时候", default=_usual_end(item, ground, given), may_skip=False,
        read=lambda text: _read_end(text, item, ground, given), words=lambda end: _end_in_words(end, given, ground),
        about="写公示期（公布那天算第一天）、截止的日期，或者 长期。", example=_ENDS, rule=f"{least}{must}",
    )  # fmt: skip


def _must_end(item: Item) -> bool:
    asks = {"expiry", "notice_period"} & set(item.required)
    return bool(asks) or item.lists_persons or item.after_expiry is AfterExpiry.REMOVE


def _usual_end(item: Item, ground: Ground, given: Mapping[str, str]) -> str:
    """The shortest notice; else the end of the period that the record is for; else 长期, or a week where that may not be."""
    if item.min_notice:
        return str(item.min_notice)
    issue = given.get("issue") or _issue_of(item, ground, given.get("title", ""))
    published = published_on(given)
    stretch = named_stretch(issue, near=published, terms=ground.library.school.terms) if issue else None
    if stretch and stretch[1] >= published and item.kind not in LOOKS_BACK and "notice_period" not in item.required:
        return stretch[1].isoformat()
    return "7天" if _must_end(item) else STANDING


def _read_end(text: str, item: Item, ground: Ground, given: Mapping[str, str]) -> str:
    node = Scalar(text=text, line=0, plain=False)
    published = published_on(given)
    try:
        end = str(values.span(node))
    except Unreadable:
        if "notice_period" in item.required:
            raise Unreadable(f"「{text}」不是公示期", line=0, example="15天，或者 7个工作日") from None
        end = (
            STANDING if text in (STANDING, "长期有效", "长期公开") else _last_day_written(text, ground.today, published)
        )
    if end == STANDING:
        if _must_end(item):
            raise Unreadable(f"「{item.name}」不能长期公示", line=0, example=str(item.min_notice or "7天"))
        return end
    last, _ = last_day(end, given, ground)
    least, _ = last_day_or_calendar(item.min_notice, start=published, calendar=ground.library.calendar) if item.min_notice else (published, True)  # fmt: skip
    if last and last < published:
        raise Unreadable(f"{day_in_full(last)}早于公布的那天", line=0, example=f"{least.isoformat()}，或者 15天")
    if last and last < least:
        raise Unreadable(
            f"「{item.name}」至少公示 {item.min_notice}，到 {day_in_full(least)}", line=0, example=str(item.min_notice)
        )
    return end


def _last_day_written(text: str, today: date, published: date) -> str:
    try:
        return spoken_day(text, today, since=published).isoformat()
    except Unreadable:
        raise Unreadable(f"看不懂「{text}」", line=0, example=_ENDS) from None


def _end_in_words(end: str, given: Mapping[str, str], ground: Ground) -> str:
    last, is_known = last_day(end, given, ground)
    if last is None:
        return STANDING
    told = day_in_full(last) if end == last.isoformat() else f"{end}，到 {day_in_full(last)}"
    return told if is_known else f"{told}，放假安排还没有公布，暂按自然日算"
