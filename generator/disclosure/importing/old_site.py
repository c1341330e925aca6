"""An old site, saved to a folder: its pages by its feed, by its sitemap, or all that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path

from lxml import etree

from disclosure.documents.found import Unreadable
from disclosure.documents.xml_tree import attribute, elements, local_name, tree_of
from disclosure.importing.converted import Facts
from disclosure.importing.losses import NotImported
from disclosure.importing.sources import PAGES, Copy, Source, files_in, source

_CHINA = timezone(timedelta(hours=8))
_DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d{1,5}\.)")
_DEEPEST = 30


def from_feed(file: Path) -> Iterator[Source]:
    """The entries of a saved RSS or Atom feed, each with its page from the folder the feed lies in.

    An entry whose page is not there is made from the text in the feed itself.

    Raises:
        ValueError: no feed.
    """
    root, copy = _tree(file), Copy(file.parent)
    entries = [one for one in elements(root) if local_name(one.tag) in ("item", "entry")]
    if not entries:
        raise ValueError(f"{file} 里没有条目，不是 RSS 或 Atom 订阅源")
    for number, entry in enumerate(entries, 1):
        link = _link(entry)
        facts = Facts(title=_text(entry, "title"), published=_day(entry), department="")
        yield _entry(entry, link, facts, copy, label=f"{file.name} 第{number}条「{facts.title[:30]}」")


def from_sitemap(path: Path) -> Iterator[Source]:
    """Pages of a saved site: those that a sitemap names, or all pages of a folder.

    Raises:
        ValueError: no sitemap, or a folder without pages.
    """
    if path.is_dir():
        pages = sorted(_pages(path))
        if not pages:
            raise ValueError(f"{path} 里没有网页（.html）")
        copy = Copy(path)
        for page in pages:
            yield _dated(source(path / page, copy, label=page), page)
        return
    copy = Copy(path.parent)
    places = [(one.text or "").strip() for one in elements(_tree(path)) if local_name(one.tag) == "loc"]
    if not places:
        raise ValueError(f"{path} 里没有网址，不是网站地图（sitemap.xml）")
    for address in places:
        page = copy.find(address)
        if page:
            yield _dated(source(path.parent / page, copy, label=page), page)
        else:
            yield _absent(address)


def _entry(entry: etree._Element, link: str, facts: Facts, copy: Copy, *, label: str) -> Source:
    page = copy.find(link) if link else ""
    if page:
        found = source(copy.root / page, copy, label=page)
        found.facts = facts
        return found
    text = next(
        (text for name in ("encoded", "content", "description", "summary") if len(text := _text(entry, name)) > 20), ""
    )
    if not text:
        return _absent(link or label)
    whole = f"<html><head><meta charset='utf-8'></head><body><article>{text}</article></body></html>"
    return Source(
        label=label, name="entry.html", read=whole.encode, resolve=lambda address: copy.target(address, ""), facts=facts
    )


def _absent(address: str) -> Source:
    def nothing() -> bytes:
        raise NotImported("副本里没有这个网页")

    return Source(label=address, name="absent.html", read=nothing, resolve=lambda _: Copy(Path()).target("", ""))


def _dated(found: Source, page: str) -> Source:
    """Many systems write the day into the address: /2019/0302/, t20190302_1234.html."""
    if match := _DAY_IN_PATH.search(page):
        with suppress(ValueError):  # no such day
            found.facts.made = date(int(match[1]), int(match[2]), int(match[3]))
    return found


def _pages(folder: Path, prefix: str = "", depth: int = 0) -> Iterator[str]:
    files, folders = files_in(folder)
    yield from (
        f"{prefix}{one.name}"
        for one in files
        if one.suffix.lower() in PAGES or (one.suffix.lower().startswith((".asp", ".jsp", ".php")))
    )
    if depth < _DEEPEST:
        for one in folders:
            yield from _pages(one, f"{prefix}{one.name}/", depth + 1)


def _tree(file: Path) -> etree._Element:
    try:
        return tree_of(file.read_bytes())
    except (etree.XMLSyntaxError, Unreadable):
        raise ValueError(f"{file} 不是 XML 文件，或者已损坏") from None


def _text(entry: etree._Element, name: str) -> str:
    found = next((one for one in entry if local_name(one.tag) == name), None)
    return "" if found is None else "".join(map(str, found.itertext())).strip()


def _link(entry: etree._Element) -> str:
    for one in entry:
        if local_name(one.tag) == "link" and attribute(one, "rel") in ("", "alternate"):
            return attribute(one, "href") or (one.text or "").strip()
    return ""


def _day(entry: etree._Element) -> date | None:
    for name in ("pubDate", "published", "date", "updated"):
        written = _text(entry, name)
        try:
            when = parsedate_to_datetime(written) if name == "pubDate" else datetime.fromisoformat(written)
        except (ValueError, TypeError):
            continue
        return when.astimezone(_CHINA).date() if when.tzinfo else when.date()
    return None
