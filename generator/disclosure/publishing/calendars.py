"""`calendar.ics` of the site and of every column (RFC 5545, RFC 7986). The only place that knows icalendar.

There are no alarms: whoever subscribes to all of it would be woken for every notice, most calendar programs drop alarms of
subscribed calendars anyway, and all of them let readers set their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.school import School
from disclosure.publishing.calendar_entries import CalendarEntry, calendar_entries
from disclosure.publishing.feed_entry import SHANGHAI
from disclosure.publishing.output import OutputFile
from disclosure.rendering.site import Site, paths_above

if TYPE_CHECKING:  # loading it takes longer than a build that makes no calendar
    from icalendar import Calendar, Timezone

_REFRESH = timedelta(hours=12)
"""How often programs may ask again: a site changes once a day."""
_CLOSING = b"END:VCALENDAR\r\n"
_ABOUT = "公示截止、征求意见截止、制度复核的日子"


def calendar_files(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """`calendar.ics` for the site, with the terms, and for every column with those below it.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    edition, told = site.edition, _once_each()
    entries = calendar_entries(site)
    keys = {entry.uid: entry.key for entry in entries}
    listed: dict[str, list[CalendarEntry]] = defaultdict(list, {"": entries})
    for entry in entries:
        for path in paths_above(entry.column) if entry.column else ():
            listed[path].append(entry)
    scopes = [("", f"{edition.school.name}校务公开")]
    scopes += [(column.path, f"{edition.school.name}：{column.full_name}") for column in edition.catalogue.walk()]
    for path, title in scopes:
        make = partial(_calendar, path, title, listed[path], told, edition.school)
        key = digest_of(basis, path, title, "\n".join([keys[entry.uid] for entry in listed[path]]))
        yield OutputFile(path=urls.calendar_url(path), key=key, make=make)


def _once_each() -> Callable[[CalendarEntry], bytes]:
    """Entries are written once, however many calendars list them."""
    made: dict[str, bytes] = {}

    def tell(entry: CalendarEntry) -> bytes:
        if entry.uid not in made:
            made[entry.uid] = _event(entry)
        return made[entry.uid]

    return tell


def _calendar(
    path: str, title: str, entries: list[CalendarEntry], told: Callable[[CalendarEntry], bytes], school: School
) -> bytes:
    about = _ABOUT if path else f"{_ABOUT}，学期的起止"
    page = urls.column_url(path) if path else urls.HOME
    calendar = _begun(title, about, school.site_url + page)
    calendar.add("source", school.site_url + urls.calendar_url(path), parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    return _written(calendar, entries, told)


def reminder_calendar(title: str, about: str, entries: list[CalendarEntry], school: School) -> bytes:
    """A calendar that is handed on as a file: nobody can subscribe to it."""
    return _written(_begun(title, about, school.site_url + urls.CATALOGUE), entries, _event)


def _begun(title: str, about: str, url: str) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//school-disclosure//calendar//ZH")
    calendar.add("method", "PUBLISH")
    for name, text in (("name", title), ("x-wr-calname", title), ("description", about), ("x-wr-caldesc", about)):
        calendar.add(name, text)
    calendar.add("url", url)
    return calendar


def _written(calendar: Calendar, entries: list[CalendarEntry], told: Callable[[CalendarEntry], bytes]) -> bytes:
    if not entries:
        calendar.add_component(_time_zone())
    return bytes(calendar.to_ical()).removesuffix(_CLOSING) + b"".join(map(told, entries)) + _CLOSING


def _event(entry: CalendarEntry) -> bytes:
    """An event of a whole day, which takes up nobody's time.

    There may be a thousand of them in every calendar: lines are put together here, and icalendar escapes and folds what
    has to be, which takes a quarter of the time that its own events would.
    """
    changed = datetime.combine(entry.changed, time(), SHANGHAI).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    dates = (
        f"DTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}\r\nSEQUENCE:{entry.sequence}\r\n"
        f"STATUS:{'CANCELLED' if entry.is_cancelled else 'CONFIRMED'}\r\nDTSTART;VALUE=DATE:{entry.day:%Y%m%d}\r\n"
        f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}\r\n"
    )
    return b"".join((
        b"BEGIN:VEVENT\r\n", _text("UID", entry.uid), dates.encode(), _text("SUMMARY", entry.summary),
        _text("DESCRIPTION", entry.description), _line(f"URL:{entry.url}"), _text("CATEGORIES", entry.category),
        b"TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
    ))  # fmt: skip


def _text(name: str, text: str) -> bytes:
    from icalendar import vText

    return _line(f"{name}:{vText(text).to_ical().decode()}")


def _line(line: str) -> bytes:
    from icalendar.parser import Contentline

    return bytes(Contentline(line).to_ical()) + b"\r\n"


def _time_zone() -> Timezone:
    """The school's time zone. A calendar has to hold something (RFC 5545, 3.6), also one without any day."""
    from icalendar import Timezone, TimezoneStandard

    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 local time, as the format wants it
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", "Asia/Shanghai")
    zone.add_component(standard)
    return zone
