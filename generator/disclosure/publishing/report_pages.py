"""`/reports/…`: the annual report of every year, as a page and as a text document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import partial

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.annual_report import Interval, Report, interval_of
from disclosure.domain.edition import Shown
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.year import Year
from disclosure.publishing.framing import Framing
from disclosure.publishing.output import OutputFile
from disclosure.publishing.structured_data import framed_head
from disclosure.rendering.environment import templates
from disclosure.rendering.report_page import plain_prose, report_fragment
from disclosure.rendering.site import Site
from disclosure.reporting.report import make_report, published_report, report_years
from disclosure.statistics.named import counted_in


def report_pages(site: Site, *, framing: Framing, basis: str = "") -> Iterator[OutputFile]:
    """All of them; none where the edition has no reports.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    intervals = [interval_of(year) for year in report_years(site.edition)]
    counted = counted_in(site.edition, *intervals)
    procurement = {one.year: one.tables for one in site.volumes() if one.register.name is RegisterName.PROCUREMENT}
    for interval in intervals:
        report = make_report(
            site.edition, interval, counted=counted[interval], procurement=procurement.get(interval.year)
        )
        published = published_report(site.edition, interval)
        url, name = urls.report_url(interval.slug), document_name(interval)
        told = digest_of(
            _told(report, site), f"{published.id} {published.title} {published.published}" if published else ""
        )
        yield framing.page(
            url, title=report.title, column="", key=told, changed=None,
            content=partial(_page, report, site, name, published),
            head=partial(framed_head, report.title, url, school=site.edition.school),
        )  # fmt: skip
        yield OutputFile(
            path=f"{url}{name}",
            key=digest_of(basis, "docx", told, str(_day(report))),
            make=partial(_document, report, site),
        )


def report_urls(site: Site) -> list[str]:
    """URLs of the pages, for the sitemap."""
    return [urls.report_url(year.slug) for year in report_years(site.edition)]


def document_urls(year: Year) -> tuple[str, ...]:
    """URLs of the files beside the page of a year."""
    return (f"{urls.report_url(year.slug)}{document_name(interval_of(year))}",)


def reports_fragment(site: Site) -> str:
    """年度报告: every year, the newest first."""
    return templates().get_template("reports.html").render(
        site=site, years=_listed(site), url=lambda target: urls.relative(target, base=urls.REPORTS),
    )  # fmt: skip


def reports_key(site: Site) -> str:
    """What the list is made from."""
    today = site.edition.today
    return "\n".join(
        f"{interval.slug} {total} {today if interval.end >= today else ''} {f'{one.id} {one.title}' if one else ''}"
        for interval, total, one in _listed(site)
    )


def document_name(interval: Interval) -> str:
    """Name of the text document: `report-2026.docx`."""
    return f"report-{interval.slug}.docx"


def _listed(site: Site) -> list[tuple[Interval, int, Shown | None]]:
    edition = site.edition
    days = sorted(entry.published for entry in site.entries.values())
    return [
        (interval, bisect_right(days, interval.end) - bisect_left(days, interval.start), published_report(edition, interval))
        for interval in map(interval_of, report_years(edition))
    ]  # fmt: skip


def _page(report: Report, site: Site, name: str, published: Shown | None) -> str:
    return report_fragment(report, site, files=[(name, "下载报告（docx）")], published=published)


def _document(report: Report, site: Site) -> bytes:
    from disclosure.reporting.document import report_document  # loaded for the first document that is made

    return report_document(report, day=_day(report), render_prose=partial(plain_prose, site=site))


def _day(report: Report) -> date:
    """The day of the build, or the last of a year that is over, whose files then stay."""
    return min(report.today, report.interval.end)


def _told(report: Report, site: Site) -> str:
    """Everything that page and document say. What the school wrote may name records, whose titles it takes over."""
    day = "" if report.is_final else report.today.isoformat()
    written = "\n".join(f"{chapter.prose}" for chapter in report.chapters)
    may_link = site.entries.values() if "record:" in written else ()
    linked = [f"{entry.id} {entry.title}" for entry in may_link if f"record:{entry.id}" in written]
    return digest_of(
        repr(report.interval),
        report.school,
        report.compiler,
        report.phone,
        day,
        repr(report.chapters),
        repr(report.records),
        *linked,
    )
