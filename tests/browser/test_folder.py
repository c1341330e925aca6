"""A preview that was unpacked into a folder: every link of every page leads to a file, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from building import DAY, disclosure
from disclosure.domain import urls
from disclosure.publishing.folder_links import with_folder_links
from disclosure.publishing.output import ready
from sample import make_school, record

pytestmark = pytest.mark.browser
LINKS = "found => found.map(one => one.href || one.src || one.action)"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with an attachment and another with a notice period, so that all kinds of pages are there."""
    notice = record(
        "2026-0002", "见[第一条](record:2026-0001)。", 公布日期="2026-11-20", 公示期="15天", 替代="2026-0001"
    )
    root = make_school(tmp_path_factory.mktemp("school"), record(), notice)
    (root / "data/records/a").mkdir()
    (root / "data/records/a.md").rename(root / "data/records/a/index.md")
    (root / "data/records/a/表 一.csv").write_text("甲,乙\n")
    return root


def previewed(school: Path, *options: str) -> Path:
    preview = school / "preview"
    done = disclosure("build", "--root", school, "--site-dir", preview, "--today", DAY.isoformat(), *options)
    assert done.returncode == 0, done.stderr
    return preview


def leads_nowhere(tab: Page, site: Path) -> Iterator[str]:
    """Links, from one page of each kind, to what is no file of the site."""
    seen: set[str] = set()
    for file in sorted(site.rglob("index.html")):
        path = file.relative_to(site).as_posix()
        column = path.partition("/")[0] not in (*urls.RESERVED, "index.html")
        kind = f"column/{path.count('archive/')}" if column else path.replace("2026-0002", "2026-0001")
        if kind in seen or "statistics/20" in kind:
            continue
        seen.add(kind)
        tab.goto(file.as_uri())
        for address in set(tab.eval_on_selector_all("a[href], link[href], script[src], img[src]", LINKS)):
            parts = urlsplit(address)
            if parts.scheme == "file" and not Path(unquote(parts.path)).is_file():
                yield f"{path}: {address}"
    assert len(seen) > 10


@pytest.mark.parametrize(
    ("options", "has_scripts"), [(("--folder-links",), False), ((), True)], ids=["without scripts", "with"]
)
def test_every_link_leads_to_a_file(
    options: tuple[str, ...], has_scripts: bool, school: Path, browser: Browser
) -> None:
    site = previewed(school, *options)
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=has_scripts)
    tab = context.new_page()
    assert list(leads_nowhere(tab, site)) == []
    assert ("index.html" in (site / "r/2026-0001/index.html").read_text()) is bool(options)
    tab.goto((site / "index.html").as_uri())
    tab.get_by_role("navigation", name="栏目", exact=True).get_by_role("link", name="招生收费").click()
    tab.locator(".entries > li > a", has_text="2026-0002").first.click()
    tab.get_by_role("link", name="第一条").click()
    assert unquote(tab.url).endswith("/preview/r/2026-0001/index.html")
    tab.get_by_role("link", name="表 一").click(modifiers=["Alt"])
    context.close()


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("../", "../index.html"), ("..", "../index.html"), ("./", "./index.html"), (".", "./index.html"),
        ("r/2026-0001/#body", "r/2026-0001/index.html#body"), ("../..", "../../index.html"), ("a.b/", "a.b/index.html"),
        ("feed.xml", "feed.xml"), ("https://a.example/b/", "https://a.example/b/"), ("#top", "#top"), ("", ""),
        ("mailto:a@b.example", "mailto:a@b.example"), ("?q=x", "?q=x"), ("x..", "x.."), ("/b/", "/b/"),
    ],
)  # fmt: skip
def test_only_links_to_folders_are_turned(written: str, made: str) -> None:
    page = '<a class="x" href="{0}">x</a><link href="../"><p>href="../"</p>'
    turned = with_folder_links(ready("index.html", page.format(written).encode()))
    assert turned.content.decode() == page.format(made)
    assert turned.key != ready("index.html", page.format(written).encode()).key
    assert with_folder_links(ready("a.xml", page.encode())).content == page.encode()


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("../", "../index.html"), ("../../", "../../index.html"), ("./", "./index.html"), ("..", "../index.html"),
        ("../../other/finance/", "../../other/finance/index.html"), ("../a/#b", "../a/index.html#b"), ("#content", "#content"),
        ("feed.xml", "feed.xml"), ("../a/feed.xml", "../a/feed.xml"), ("/b/", "/b/"), ("https://a.example/b/", "https://a.example/b/"),
    ],
)  # fmt: skip
def test_links_without_quotes_are_turned_as_well(written: str, made: str) -> None:
    page = '<a href={0}>x</a> <a class=x href={0} rel=y/>href=../ </a><a href={0}\n>"</a><link href=../>'
    turned = with_folder_links(ready("index.html", page.format(written).encode()))
    assert turned.content.decode() == page.format(made)
