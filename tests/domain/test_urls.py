"""URLs are a promise (design §7): each is written out here, so that no change of the code changes one unseen."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from disclosure.domain import urls

ROOT = "https://school.example/xwgk/"


@pytest.mark.parametrize(
    ("made", "url"),
    [
        (urls.HOME, ""),
        (urls.CATALOGUE, "catalogue/"),
        (urls.GUIDE, "guide/"),
        (urls.GROUPS, "groups/"),
        (urls.ARCHIVE, "archive/"),
        (urls.record_url("2026-0012"), "r/2026-0012/"),
        (urls.record_url("A-1"), "r/A-1/"),
        (urls.column_url("organization"), "organization/"),
        (urls.column_url("other/finance"), "other/finance/"),
        (urls.column_url("other/finance", page=1), "other/finance/"),
        (urls.column_url("other/finance", page=2), "other/finance/page/2/"),
        (urls.column_url("admissions-fees", page=12), "admissions-fees/page/12/"),
        (urls.column_archive_url("other/finance"), "other/finance/archive/"),
        (urls.column_archive_url("other/finance", page=1), "other/finance/archive/"),
        (urls.column_archive_url("other/finance", page=2), "other/finance/archive/page/2/"),
        (urls.feed_url("", form="rss"), "feed.xml"),
        (urls.feed_url("", form="atom"), "atom.xml"),
        (urls.feed_url("other/finance", form="rss"), "other/finance/feed.xml"),
        (urls.feed_url("other/finance", form="atom"), "other/finance/atom.xml"),
        (urls.feed_url("", form="json"), "feed.json"),
        (urls.feed_url("other/finance", form="json"), "other/finance/feed.json"),
        (urls.interest_feed_url("parents", form="rss"), "feeds/parents.xml"),
        (urls.interest_feed_url("parents", form="atom"), "feeds/parents.atom.xml"),
        (urls.interest_feed_url("parents", form="json"), "feeds/parents.json"),
        (urls.FEEDS_OPML, "feeds.opml"),
        (urls.SUBSCRIBE, "subscribe/"),
        (urls.subscription_url(""), "subscribe/#feed"),
        (urls.subscription_url("parents"), "subscribe/#feed-parents"),
        (urls.subscription_code_url(""), "subscribe/qr.svg"),
        (urls.subscription_code_url("parents"), "subscribe/qr-parents.svg"),
    ],
)
def test_the_promise(made: str, url: str) -> None:
    assert made == url


@pytest.mark.parametrize(
    "segment",
    ["r", "catalogue", "guide", "groups", "archive", "search", "subscribe", "screen", "accessibility", "registers",
     "statistics", "reports", "feeds", "assets", "compose"],
)  # fmt: skip
def test_what_no_column_may_be_called(segment: str) -> None:
    assert segment in urls.RESERVED


@pytest.mark.parametrize("made", [urls.column_archive_url("other"), urls.column_url("other", page=2)])
def test_further_pages_and_archives_are_kept_free_below_a_column(made: str) -> None:
    assert made.removeprefix("other/").partition("/")[0] in urls.RESERVED_BELOW


@pytest.mark.parametrize(
    ("url", "depth"),
    [("", 0), ("404.html", 0), ("other/", 1), ("other/feed.xml", 1), ("r/2026-0012/", 2), ("other/finance/page/2/", 4)],
)
def test_how_deep_a_page_lies(url: str, depth: int) -> None:
    assert urls.depth_of(url) == depth


@pytest.mark.parametrize(
    ("target", "base", "link"),
    [
        ("", "", "./"),
        ("", "404.html", "./"),
        ("", "other/", "../"),
        ("", "r/2026-0012/", "../../"),
        ("catalogue/", "", "catalogue/"),
        ("feed.xml", "", "feed.xml"),
        ("feed.xml", "other/finance/", "../../feed.xml"),
        ("r/2026-0012/", "r/2026-0012/", "./"),
        ("r/2026-0013/", "r/2026-0012/", "../2026-0013/"),
        ("r/2026-0012/", "", "r/2026-0012/"),
        ("r/2026-0012/a.pdf", "r/2026-0012/", "a.pdf"),
        ("r/2026-0012/a.pdf", "other/", "../r/2026-0012/a.pdf"),
        ("other/", "other/finance/", "../"),
        ("other/finance/", "other/", "finance/"),
        ("other/", "other/page/2/", "../../"),
        ("other/page/3/", "other/page/2/", "../3/"),
        ("organization/", "other/", "../organization/"),
        ("assets/disclosure.css", "404.html", "assets/disclosure.css"),
        ("other/archive/", "other-matters/", "../other/archive/"),
    ],
)
def test_links_between_pages(target: str, base: str, link: str) -> None:
    assert urls.relative(target, base=base) == link
    assert urljoin(ROOT + base, link) == ROOT + target
