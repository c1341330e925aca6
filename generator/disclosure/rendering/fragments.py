"""Page fragments: what stands inside the theme's frame. One function for each kind of page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from disclosure.domain import urls
from disclosure.domain.disclosed import WHEN_IT_HAPPENS
from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.feed_scope import feed_scopes
from disclosure.domain.registers_shown import RegisterName
from disclosure.rendering.environment import templates
from disclosure.rendering.listing import Listing, empty_since, latest_of, newest
from disclosure.rendering.markdown import LinkTo, render_body
from disclosure.rendering.marks import Url
from disclosure.rendering.record_page import record_page, stub_page
from disclosure.rendering.register_page import ABOUT_REGISTERS
from disclosure.rendering.site import Site
from disclosure.rendering.statistics_page import statistics_page
from disclosure.rendering.table_page import style_link

RUNNING_ON_HOME = 30
"""How many running notices the home page lists, the first to end first; of more it says how many, and where they are."""


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
    return render_body(site.edition.body(shown), link_to=link_to(site, base=urls.record_url(shown.id)))


def record_fragment(shown: Shown, site: Site) -> str:
    """A record's page."""
    return record_page(shown, site, body=body_of(shown, site), url=_links_from(urls.record_url(shown.id)))


def stub_fragment(stub: Stub, site: Site) -> str:
    """What remains of a record that was taken down or back."""
    return stub_page(stub, site, url=_links_from(urls.record_url(stub.id)))


def listing_fragment(listing: Listing, site: Site) -> str:
    """A page of a column."""
    column, url_of = listing.column, urls.column_archive_url if listing.is_archive else urls.column_url
    return _render(
        "column.html", site, base=url_of(column.path, page=listing.page),
        listing=listing, column=column, page_url=lambda page: url_of(column.path, page=page), archived=len(site.archived[column.path]),
        empty_since=None if listing.total else empty_since(column, site),
    )  # fmt: skip


def entries_fragment(entries: Sequence[Entry], site: Site, *, base: str) -> str:
    """A list of entries for a page that the school writes by hand."""
    return _render("entries.html", site, base=base, entries=entries)


def home_fragment(site: Site) -> str:
    """What stands below the school's own words on the home page."""
    running = site.running
    return _render(
        "home.html", site, base=urls.HOME, running=running[:RUNNING_ON_HOME], unlisted=running[RUNNING_ON_HOME:], newest=newest(site)
    )  # fmt: skip


def catalogue_fragment(site: Site) -> str:
    """公开目录: every item that is switched on, by column: its rules, its latest record, when the next one is due.

    Nothing on it is counted in days, so that it stays true until the next day on which something falls due.
    """
    items = [item for item in site.edition.catalogue.items.values() if item.enabled]
    standings = {standing.item.id: standing for standing in site.standings}
    groups = []
    for column in site.edition.catalogue.walk():
        rows = [
            (item, latest_of(site.by_item.get(item.id, ())), standings.get(item.id))
            for item in items
            if item.column == column.path
        ]
        if rows:
            groups.append((column, rows))
    return _render(
        "catalogue.html", site, base=urls.CATALOGUE, groups=groups, warn_days=site.edition.school.settings.due_warn_days,
        files=(urls.CATALOGUE_XLSX, urls.CATALOGUE_CSV), happens=WHEN_IT_HAPPENS,
    )  # fmt: skip


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


def search_fragment(site: Site) -> str:
    """搜索"""
    return _render("search.html", site, base=urls.SEARCH)


def subscribe_fragment(site: Site) -> str:
    """订阅: what can be subscribed to and how; interests first, for they are what parents ask for."""
    school = site.edition.school
    scopes = feed_scopes(school, site.edition.catalogue)
    return _render(
        "subscribe.html", site, base=urls.SUBSCRIBE,
        everything=scopes[0], interests=[scope for scope in scopes if scope.interest], columns=[scope for scope in scopes if scope.column],
        webcal="webcal://" + school.site_url.partition("://")[2],
    )  # fmt: skip


def registers_fragment(site: Site) -> str:
    """登记册和统计: every register that the edition has with its volumes, then statistics and reports."""
    is_open = site.edition.open_registers.__contains__
    by_register = groupby(site.volumes(), key=lambda volume: volume.register)
    others = [(RegisterName.STATISTICS, urls.STATISTICS), (RegisterName.REPORTS, urls.REPORTS)]
    return _render(
        "registers.html", site, base=urls.REGISTERS, about=ABOUT_REGISTERS,
        volumes=[(register, list(found)) for register, found in by_register],
        others=[(name, target) for name, target in others if is_open(name.id)],
    )  # fmt: skip


def statistics_fragment(site: Site) -> str:
    """统计: the newest year, and the way to the others."""
    base = urls.STATISTICS
    return style_link(base=base) + statistics_page(site.statistics()[0], site, base=base, has_title=False)


def compose_fragment(site: Site) -> str:
    """写记录: what its scripts fill; the items and rules come from `compose/data.js` (`editing/compose.py`)."""
    return _render("compose.html", site, base=urls.COMPOSE)


def accessibility_fragment(site: Site) -> str:
    """无障碍说明"""
    return _render("accessibility.html", site, base=urls.ACCESSIBILITY)


def _render(name: str, site: Site, *, base: str, **context: Any) -> str:
    edition = site.edition
    return templates().get_template(name).render(
        site=site, school=edition.school, since=site.since, column_of=edition.catalogue.column, url=_links_from(base), **context
    )  # fmt: skip


def _links_from(base: str) -> Url:
    return lambda target: urls.relative(target, base=base)
