"""Page fragments: what stands inside the theme's frame. One function for each kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from disclosure.domain import urls
from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.rendering.environment import templates
from disclosure.rendering.facts import facts_of_record, facts_of_stub, fee_table
from disclosure.rendering.markdown import LinkTo, render_body
from disclosure.rendering.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a column's current list or of its archive."""

    column: Column
    entries: Sequence[Entry]
    page: int
    pages: int
    total: int
    is_archive: bool


def link_to(site: Site, *, base: str) -> LinkTo:
    """How links to records and columns are written on the page `base`."""

    def link(target: str) -> tuple[str, str] | None:
        scheme, _, name = target.partition(":")
        if scheme == "column":
            column = site.edition.catalogue.column_names.get(name)
            return (urls.relative(urls.column_url(column.path), base=base), column.full_name) if column else None
        entry = site.entries.get(name)
        return (urls.relative(urls.record_url(name), base=base), entry.title) if entry else None

    return link


def body_of(shown: Shown, site: Site) -> str:
    """A record's body as it stands on its page."""
    return render_body(shown.record.body, link_to=link_to(site, base=urls.record_url(shown.id)))


def record_fragment(shown: Shown, site: Site) -> str:
    """A record's page."""
    school = site.edition.school
    return _render(
        "record.html", site, base=urls.record_url(shown.id),
        shown=shown, body=Markup(body_of(shown, site)), facts=facts_of_record(shown, school), fees=fee_table(shown.record),
        column=site.edition.catalogue.column(shown.column), series=_series(shown, site),
        replaces=_known(shown.record.supersedes, site), replaced_by=_known(shown.replaced_by, site),
        neighbours=site.neighbours[shown.id],
        hotlines=(shown.record.hotline,) if shown.record.hotline else school.phones.supervision,
    )  # fmt: skip


def stub_fragment(stub: Stub, site: Site) -> str:
    """What remains of a record that was taken down or back."""
    school = site.edition.school
    return _render(
        "stub.html", site, base=urls.record_url(stub.id),
        stub=stub, replaced_by=_known(stub.replaced_by, site), facts=facts_of_stub(stub, school), column=site.edition.catalogue.column(stub.column),
        series=_series(stub, site), neighbours=site.neighbours[stub.id],
        hotlines=(stub.hotline,) if stub.hotline else school.phones.supervision,
    )  # fmt: skip


def listing_fragment(listing: Listing, site: Site) -> str:
    """A page of a column."""
    column, url_of = listing.column, urls.column_archive_url if listing.is_archive else urls.column_url
    archived = site.archived[column.path]
    return _render(
        "column.html", site, base=url_of(column.path, page=listing.page),
        listing=listing, column=column, page_url=lambda page: url_of(column.path, page=page), archived=len(archived),
        empty_since=max((entry.left_list_on for entry in archived if entry.left_list_on), default=None) if not listing.total else None,
    )  # fmt: skip


def entries_fragment(entries: Sequence[Entry], site: Site, *, base: str) -> str:
    """A list of entries for a page that the school writes by hand."""
    return _render("entries.html", site, base=base, entries=entries)


def home_fragment(site: Site) -> str:
    """What stands below the school's own words on the home page. What has left its column's list is not news."""
    current = [shown for shown in site.edition.shown if not shown.state.is_archived]
    newest = current[: site.edition.school.settings.newest]
    return _render("home.html", site, base=urls.HOME, newest=newest)


def catalogue_fragment(site: Site) -> str:
    """公开目录: every item that is switched on, by column, with its latest record."""
    items = [item for item in site.edition.catalogue.items.values() if item.enabled]
    groups = []
    for column in site.edition.catalogue.walk():
        rows = [(item, _latest(site.by_item.get(item.id, ()))) for item in items if item.column == column.path]
        if rows:
            groups.append((column, rows))
    return _render("catalogue.html", site, base=urls.CATALOGUE, groups=groups)


def guide_fragment(site: Site) -> str:
    """公开指南"""
    return _render("guide.html", site, base=urls.GUIDE)


def groups_fragment(site: Site) -> str:
    """组织机构: who holds office on the day, and who did before. Terms that have not begun are not shown."""
    today = site.edition.today
    groups = [
        (group, group.on(today), [term for term in reversed(group.terms) if term.end < today])
        for group in site.edition.school.groups
    ]
    return _render("groups.html", site, base=urls.GROUPS, groups=groups)


def archive_fragment(site: Site) -> str:
    """往期: everything that has left the current lists, by year."""
    archived = [entry for entry in site.edition.entries() if entry.state.is_archived]
    years = [(year, list(found)) for year, found in groupby(archived, key=lambda entry: entry.published.year)]
    return _render("archive.html", site, base=urls.ARCHIVE, years=years)


def _render(name: str, site: Site, *, base: str, **context: Any) -> str:
    def url(target: str) -> str:
        return urls.relative(target, base=base)

    edition = site.edition
    return templates().get_template(name).render(
        site=site, school=edition.school, today=edition.today, column_of=edition.catalogue.column, url=url, **context
    )  # fmt: skip


def _latest(entries: Sequence[Entry]) -> Entry | None:
    """The newest that can still be read, else the newest stub."""
    return next((entry for entry in entries if isinstance(entry, Shown)), next(iter(entries), None))


def _series(entry: Entry, site: Site) -> Sequence[Entry]:
    found = site.series.get(entry.series, ())
    return found if len(found) > 1 else ()


def _known(ids: Iterable[str], site: Site) -> list[Entry]:
    return [site.entries[one] for one in ids if one in site.entries]
