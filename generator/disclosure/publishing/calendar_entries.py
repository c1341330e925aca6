"""What calendars remind of; independent of any calendar format.

A withdrawn record's entry, and one whose successor came before its day, stays as a cancelled one under the same id, so
that a phone that holds it takes it down too. A standing document that is withdrawn leaves no day behind (a stub tells
none) and so no entry: a subscribed calendar drops what is no longer in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from disclosure.domain import urls
from disclosure.domain.edition import Shown, Stub
from disclosure.domain.school import Term
from disclosure.domain.vocabulary import State
from disclosure.publishing.feed_entry import TAG_YEAR, authority_of
from disclosure.rendering.site import Site

KEPT = timedelta(days=400)
"""How long a day that has passed stays: the school year before can still be looked up."""
_TERMS_ENTERED = date(TAG_YEAR, 1, 1)
"""When terms count as written down: nobody knows, so that it is always the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One whole day in a calendar."""

    uid: str
    """Record and kind, whatever else changes: `2026-0012-deadline@school.example`."""
    day: date
    summary: str
    description: str
    url: str
    """Absolute."""
    column: str
    """Path; '' for what belongs to no column."""
    category: str
    changed: date
    sequence: int
    """Rises with every change."""
    is_cancelled: bool = False

    @property
    def key(self) -> str:
        """All that it is made from, but for the school and the catalogue."""
        said = f"{self.uid}\n{self.day}\n{self.summary}\n{self.description}\n{self.category}"
        return f"{said}\n{self.changed}\n{self.sequence}\n{self.is_cancelled}"


def calendar_entries(site: Site) -> list[CalendarEntry]:
    """All of an edition, by day: ends of notice periods and consultations, days of review, first and last days of terms."""
    since = site.edition.today - KEPT
    found = [*_of_records(site, since), *_of_terms(site, since)]
    return sorted(found, key=lambda entry: (entry.day, entry.uid))


def _of_records(site: Site, since: date) -> Iterator[CalendarEntry]:
    told = _Telling(site)
    for shown in site.edition.shown:
        day = shown.expires or shown.record.review_by
        if day and day >= since:
            yield told.of_shown(shown, day)
    for stub in site.edition.stubs:
        if stub.expires and stub.expires >= since:
            yield told.of_stub(stub, stub.expires)


class _Telling:
    """Says what is to be said of a record's day."""

    def __init__(self, site: Site) -> None:
        self._school, self._column, self._changes = (
            site.edition.school,
            site.edition.catalogue.column,
            site.last_changes,
        )
        self._authority = authority_of(self._school)

    def of_shown(self, shown: Shown, day: date) -> CalendarEntry:
        """An end of a notice period or of a consultation, or a day of review."""
        changed, changes = self._changes[shown.id], len(shown.changes) + shown.record.extended
        kind = "deadline" if shown.expires else "review"
        left = shown.left_list_on if shown.state is State.REPLACED else None
        if left and left <= day:
            return self._entry(
                shown, kind, day, shown.state_label, changed=max(changed, left), changes=changes + 1, is_cancelled=True
            )
        if kind == "review":
            return self._entry(shown, kind, day, "复核", changed=changed, changes=changes)
        if shown.is_consultation:
            invitation = f"有意见请在这一天以前（含当天）向{shown.department}提出。"
            return self._entry(
                shown, kind, day, "征求意见截止", changed=changed, changes=changes, invitation=invitation
            )
        return self._entry(shown, kind, day, "公示截止", changed=changed, changes=changes)

    def of_stub(self, stub: Stub, day: date) -> CalendarEntry:
        """The end of a notice period that has been, or that was called off."""
        gone = stub.state is State.WITHDRAWN
        changed, changes = self._changes[stub.id], len(stub.changed_on) + stub.extended + gone
        word = stub.state_label if gone else "公示截止"
        return self._entry(stub, "deadline", day, word, changed=changed, changes=changes, is_cancelled=gone)

    def _entry(
        self, entry: Shown | Stub, kind: str, day: date, word: str, *, changed: date, changes: int, is_cancelled: bool = False,
        invitation: str = "",
    ) -> CalendarEntry:  # fmt: skip
        url = self._school.site_url + urls.record_url(entry.id)
        return CalendarEntry(
            uid=f"{entry.id}-{kind}@{self._authority}",
            day=day,
            summary=f"{word}：{entry.title}",
            description=f"{invitation}编号 {entry.id}，{entry.department}。\n{url}",
            url=url,
            column=entry.column,
            category=self._column(entry.column).full_name,
            changed=changed,
            sequence=changes,
            is_cancelled=is_cancelled,
        )


def _of_terms(site: Site, since: date) -> Iterator[CalendarEntry]:
    """First and last days. A term is known by its name, so that a corrected day moves its entry."""
    for term in site.edition.school.terms:
        for kind, day, word in (("start", term.start, "学期开始"), ("end", term.end, "学期结束")):
            if day >= since:
                yield _term_entry(term, site, kind=kind, day=day, word=word)


def _term_entry(term: Term, site: Site, *, kind: str, day: date, word: str) -> CalendarEntry:
    school = site.edition.school
    name = sha256(term.name.encode()).hexdigest()[:12]
    return CalendarEntry(
        uid=f"term-{name}-{kind}@{authority_of(school)}",
        day=day,
        summary=f"{word}：{term.name}",
        description=f"{school.name}校历\n{school.site_url}",
        url=school.site_url,
        column="",
        category="校历",
        changed=_TERMS_ENTERED,
        sequence=0,
    )
