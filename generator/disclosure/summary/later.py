"""What happens to a record by itself, later: nobody has to do anything for it, so everybody should know of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from disclosure.domain.consultations import asks_for_opinions, result_due
from disclosure.domain.library import Library
from disclosure.domain.life import changes_until, state_on, turning_days
from disclosure.domain.record import Record
from disclosure.domain.vocabulary import State
from disclosure.domain.wall import WALL, take_down_day
from disclosure.rendering.quoted import cut
from disclosure.rendering.words import day_in_words

_ONE_DAY = timedelta(days=1)
_TURNS = {
    State.EXPIRING: "网页和列表标出「即将到期」",
    State.EXPIRED: "公示期满：网页留着，上面写明已到期",
    State.ARCHIVED: "公示期满：从栏目列表移到往期，网页留着",
    State.REMOVED: "公示期满：正文和附件自动撤下，只留存根",
    State.WITHDRAWN: "撤销生效：正文和附件撤下，只留存根",
    State.REVIEW_DUE: "过了复核日期：网页标出「待复核」",
    State.REPLACED: "标明已被取代，移到往期",
}
Successors = Mapping[str, tuple[Record, ...]]
"""Who replaces or corrects a record, by its id."""


def successors_of(library: Library) -> Successors:
    """Who takes whose place, now or later, but for drafts."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in library.records.values():
        if not record.draft:
            for target in record.supersedes:
                found[target].append(record)
    return {target: tuple(by) for target, by in found.items()}


def turns(record: Record, library: Library, by: Successors, today: date) -> list[tuple[date, str]]:
    """The days after today on which something happens to a record, and what, in the order of time."""
    if record.draft:
        return []
    found = list(_turns_of_state(record, library, by.get(record.id, ()), today))
    item = library.catalogue.items.get(record.item)
    if record.expires and record.expires >= today and asks_for_opinions(record.stage, item) and not record.withdrawn:
        due, is_known = result_due(record.expires, library.school.settings, library.calendar)
        certain = "" if is_known else "（那一年的放假安排还没有公布，先按自然日算）"
        found.append((due, f"这一天以前要公布征求意见的结果，过后标出逾期{certain}"))
    return sorted(found)


def wall_days(record: Record, today: date) -> str:
    """From when to when a record may hang on the school's wall; '' where it should not."""
    is_over = record.expires is not None and record.expires < today
    if record.draft or record.withdrawn or is_over or (record.channels and WALL not in record.channels):
        return ""
    first = max(record.published, today)
    down = take_down_day(record.expires)
    return f"{day_in_words(first)}起可以张贴，{f'{day_in_words(down)}取下' if down else '长期'}"


def _turns_of_state(
    record: Record, library: Library, successors: tuple[Record, ...], today: date
) -> Iterator[tuple[date, str]]:
    warn_days = library.school.settings.warn_days

    def state(day: date) -> State | None:
        if day < record.published:
            return None
        is_replaced = any(_stands(one, day) for one in successors)
        return state_on(record, day, replaced=is_replaced, warn_days=warn_days)

    days = {*turning_days(record, warn_days=warn_days), *(one.published for one in successors)}
    for day in sorted(one for one in days if one > today):
        old, new = state(day - _ONE_DAY), state(day)
        notes = [one.note for one in changes_until(record, day) if one.day == day]
        if old is None and new is not None:
            yield day, "网站上出现" if new not in _TURNS else f"网站上出现，{_TURNS[new]}"
        elif new is not None and new is not old and (words := _turn(record, old, new)):
            yield day, words
        yield from ((day, f"网页上加变更说明「{cut(note, 60)}」") for note in notes)


def _turn(record: Record, old: State | None, new: State) -> str:
    """Nothing for what does not turn by a day, such as the end of a replacement."""
    if new is State.REVIEW_DUE:
        return f"{_TURNS[new]}，请{record.owner or record.department}在那以前再看一遍"
    return _TURNS.get(new, "")


def _stands(record: Record, day: date) -> bool:
    return record.published <= day and not (record.withdrawn and record.withdrawn.day <= day)
