"""URLs are a promise (design §7). All of them are made here, relative to the site's root, and never change."""

from __future__ import annotations

HOME = ""
CATALOGUE = "catalogue/"
GUIDE = "guide/"
GROUPS = "groups/"
ARCHIVE = "archive/"
SEARCH = "search/"
SUBSCRIBE = "subscribe/"
ACCESSIBILITY = "accessibility/"
SCREEN = "screen/"
REGISTERS = "registers/"
STATISTICS = "statistics/"
REPORTS = "reports/"
ADMIN = "admin/"
COMPOSE = "compose/"
CATALOGUE_XLSX = "catalogue/catalogue.xlsx"
CATALOGUE_CSV = "catalogue/catalogue.csv"
FEEDS_OPML = "feeds.opml"
NEXT_CHANGE = "next-change.json"
"""In every site of ours, by which it is known."""
RECORDS_JSON = "records.json"
RECORDS_CSV = "records.csv"
RECORDS_SCHEMA = "records.schema.json"
RECORDS_CSV_METADATA = "records.csv-metadata.json"
"""The name that CSVW looks for beside a table."""
DATASET = "dataset.jsonld"
RESERVED = ("r", "catalogue", "guide", "groups", "archive", "search", "subscribe", "screen", "accessibility",
            "registers", "statistics", "reports", "feeds", "assets", "compose", "admin")  # fmt: skip
"""First segments that no column may use."""
RESERVED_BELOW = ("archive", "page")
"""Segments that no column below another may use."""


def record_url(record_id: str) -> str:
    """Page of a record or its stub: depends on the number alone."""
    return f"r/{record_id}/"


def print_url(record_id: str) -> str:
    """The page of a record for the wall and for letters; there only where `wall.has_print_page` says so."""
    return f"r/{record_id}/print/"


def column_url(path: str, *, page: int = 1) -> str:
    """A column's list of current records; pages count from 1."""
    return f"{path}/" if page == 1 else f"{path}/page/{page}/"


def column_archive_url(path: str, *, page: int = 1) -> str:
    """A column's archive (往期)."""
    return f"{path}/archive/" if page == 1 else f"{path}/archive/page/{page}/"


def feed_url(path: str, *, form: str) -> str:
    """A feed of a column, or of the site for ''. `form` is `rss`, `atom` or `json`."""
    name = {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"}[form]
    return f"{path}/{name}" if path else name


def interest_feed_url(interest_id: str, *, form: str) -> str:
    """A feed of an interest (关注). `form` is `rss`, `atom` or `json`."""
    ending = {"rss": "xml", "atom": "atom.xml", "json": "json"}[form]
    return f"feeds/{interest_id}.{ending}"


def subscription_url(interest_id: str) -> str:
    """The place on 订阅 that tells of an interest, or of the whole site for ''; QR codes on walls lead here."""
    return f"{SUBSCRIBE}#feed-{interest_id}" if interest_id else f"{SUBSCRIBE}#feed"


def subscription_code_url(interest_id: str) -> str:
    """The picture of the QR code that leads to `subscription_url`."""
    return f"{SUBSCRIBE}qr-{interest_id}.svg" if interest_id else f"{SUBSCRIBE}qr.svg"


def calendar_url(path: str) -> str:
    """The calendar of a column, or of the site for ''."""
    return f"{path}/calendar.ics" if path else "calendar.ics"


def register_url(register_id: str, year: str = "") -> str:
    """A register, or its page for a year (`2026`, `2025-2026`)."""
    return f"{REGISTERS}{register_id}/{year}/" if year else f"{REGISTERS}{register_id}/"


def statistics_url(year: str) -> str:
    """The statistics of a year."""
    return f"{STATISTICS}{year}/"


def counted_url(year: str, dimension: str, group: str = "") -> str:
    """The records that the statistics of a year count, by one dimension; `group` leads to one of its groups."""
    return f"{STATISTICS}{year}/{dimension}/#{group}" if group else f"{STATISTICS}{year}/{dimension}/"


def report_url(year: str) -> str:
    """The annual report of a year."""
    return f"{REPORTS}{year}/"


def depth_of(url: str) -> int:
    """How many folders below the root a page lies."""
    return url.count("/")


def relative(target: str, *, base: str) -> str:
    """A link from the page `base` to `target`, both relative to the site's root; never empty, keeps a closing slash."""
    if not target.startswith(base.partition("/")[0] + "/"):
        return "../" * depth_of(base) + target or "./"
    here, there = base.split("/")[:-1], target.split("/")
    same = 0
    for own, other in zip(here, there[:-1], strict=False):
        if own != other:
            break
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:]) or "./"
