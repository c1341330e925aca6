"""Page fragments: what stands inside the theme's frame. One function for each kind of page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from disclosure.domain import urls
from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.feed_scope import feed_scopes
from disclosure.rendering.environment import templates
from disclosure.rendering.listing import Listing, empty_since, latest_of, newest
from disclosure.rendering.markdown import LinkTo, render_body
from disclosure.rendering.marks import Url
from disclosure.rendering.record_page import record_page, stub_page
from disclosure.rendering.site import Site


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
    return _render("home.html", site, base=urls.HOME, newest=newest(site))


def catalogue_fragment(site: Site) -> str:
    """公开目录: every item that is switched on, by column, with its latest record."""
    items = [item for item in site.edition.catalogue.items.values() if item.enabled]
    groups = []
    for column in site.edition.catalogue.walk():
        rows = [(item, latest_of(site.by_item.get(item.id, ()))) for item in items if item.column == column.path]
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
