"""What a first visit costs: everything that a page asks for on a cold cache, as a server with gzip sends it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from building import PROJECT, built
from disclosure.domain.edition import Edition
from sample import make_school, record
from serving import served

pytestmark = pytest.mark.browser

FIRST_VIEW = 120 * 1024
HTML_BEFORE_THE_BODY = 16 * 1024
ATTACHMENT = re.compile(r"/r/[^/]+/.+")


def asked_for(browser: Browser, address: str, path: str) -> list[str]:
    """Paths of everything that a page loads, without attachments."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    sent: list[str] = []
    tab.on("request", lambda one: sent.append(unquote(urlsplit(one.url).path)))
    tab.goto(address + path, wait_until="networkidle")
    context.close()
    return [one for one in sent if not ATTACHMENT.fullmatch(one)]


def encoded(site: Path, paths: list[str]) -> dict[str, int]:
    """Bytes of files as gzip sends them."""
    files = {path: site / (path.lstrip("/") + ("index.html" if path.endswith("/") else "")) for path in paths}
    return {path: len(gzip.compress(file.read_bytes(), 6)) for path, file in files.items() if file.is_file()}


@pytest.mark.parametrize("path", ["", "admissions-fees/", "r/2026-0014/", "accessibility/"])
def test_a_first_view_is_light(browser: Browser, path: str) -> None:
    site = built(PROJECT)
    with served(site) as address:
        sizes = encoded(site, asked_for(browser, address, path))
    assert sum(sizes.values()) <= FIRST_VIEW
    assert [one for one in sizes if "stylesheets" in one] == [], "nothing of Material"


def test_little_stands_before_the_body_of_any_record(edition: Edition) -> None:
    site = built(PROJECT)
    before = {one.id: (site / f"r/{one.id}/index.html").read_bytes().index(b"<div class=body") for one in edition.shown}
    assert max(before.values()) <= HTML_BEFORE_THE_BODY


MATERIAL = {
    "plain words": ("# 关于\n\n一段话。\n\n- 一项\n\n> 引文\n\n|甲|乙|\n|-|-|\n|1|2|\n\n    代码\n", False),
    "admonition": ("# 关于\n\n!!! note\n    请注意。\n", True),
    "a button": ("# 关于\n\n[报名](index.md){ .md-button }\n", True),
    "cards": ('# 关于\n\n<div class="grid cards" markdown>\n\n- 一\n- 二\n\n</div>\n', True),
    "a word that is no class": ("# 关于\n\n说到 admonition 和 md-button 而已。\n", False),
}


@pytest.fixture(scope="module")
def of_many_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page for each of these."""
    root = make_school(tmp_path_factory.mktemp("words"), record())
    for number, (words, _) in enumerate(MATERIAL.values()):
        (root / f"site_src/about{number}.md").write_text(words)
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write("markdown_extensions: [admonition, attr_list, md_in_html, tables]\n")
    return built(root)


@pytest.mark.parametrize("what", MATERIAL)
def test_material_is_loaded_by_pages_that_use_it_alone(what: str, browser: Browser, of_many_words: Path) -> None:
    number, loads = list(MATERIAL).index(what), MATERIAL[what][1]
    with served(of_many_words) as address:
        sent = asked_for(browser, address, f"about{number}/")
    assert any("/stylesheets/main." in one for one in sent) is loads


@pytest.mark.parametrize("path", ["", "r/2026-0001/"])
def test_other_pages_of_the_same_site_load_nothing_of_it(path: str, browser: Browser, of_many_words: Path) -> None:
    with served(of_many_words) as address:
        sent = asked_for(browser, address, path)
    assert not any("/stylesheets/main." in one for one in sent), path
