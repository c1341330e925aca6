"""The head of every page of a built site: its one address, what previews show, what search engines read."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from building import DAY, PROJECT, built, contents
from disclosure.domain.edition import Edition
from sample import make_school, record

BASE = "https://school.example/xwgk/"
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
LARGEST = 350
"""Bytes of data on the page of a record without attachments, as long as its title is no longer than usual."""


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return contents(built(PROJECT))


@pytest.fixture(scope="module")
def pages(site: dict[str, bytes]) -> dict[str, str]:
    """Heads by URL, relative to the site's root; pages that ask not to be indexed are for walls and screens."""
    heads = {path: head_of(content) for path, content in site.items() if path.endswith(".html")}
    return {
        path.removesuffix("index.html"): head
        for path, head in heads.items()
        if not re.search('<meta name="?robots"? content="?[^">]*noindex', head)
    }


def head_of(page: bytes) -> str:
    """What stands before the body, whose first element follows the style sheets."""
    text = page.decode()
    return text[: min(at for mark in ("</head>", "<a class=d-skip") if (at := text.find(mark)) >= 0)]


def shown(head: str) -> dict[str, str]:
    """Open Graph of a page."""
    return {name: unescape(value) for name, value in re.findall(r'property="?(og:[a-z_]+)"? content="?([^">]*)', head)}


def data_of(head: str) -> list[dict[str, Any]]:
    return [json.loads(data) for data in _DATA.findall(head)]


def test_every_page_has_one_address(pages: dict[str, str]) -> None:
    """Frames and pages of MkDocs; the page for what is not there has none."""
    found = {url: re.findall('<link rel=canonical href="([^"]*)">', head) for url, head in pages.items()}
    assert found.pop("404.html") == []
    assert {url: [quote(one, safe=":/%") for one in links] for url, links in found.items()} == {
        url: [BASE + quote(url)] for url in found
    }


def test_every_page_is_in_the_sitemap_and_no_other(pages: dict[str, str], site: dict[str, bytes]) -> None:
    listed = re.findall("<loc>([^<]+)</loc>", site["sitemap.xml"].decode())
    assert sorted(listed) == sorted(BASE + quote(url) for url in pages if url != "404.html")


def test_previews_show_a_title_and_the_school(pages: dict[str, str], edition: Edition) -> None:
    for url, head in pages.items():
        if url == "404.html" or re.search(r"/(archive|page)/", url):
            continue
        found = shown(head)
        assert found["og:title"] and found["og:site_name"] == edition.school.name
        assert found["og:type"] == ("article" if url.startswith("r/") else "website")
        assert found.get("og:url", BASE + url) == BASE + url
        described = re.findall('<meta name=description [^>]*content="([^"]*)"', head)
        assert [found["og:description"]] == [unescape(one) for one in described] if described else True


def test_records_that_are_shown_are_described_and_stubs_are_not(pages: dict[str, str], edition: Edition) -> None:
    for stub in edition.stubs:
        assert data_of(pages[f"r/{stub.id}/"]) == []
    for entry in edition.shown:
        (found,) = data_of(pages[f"r/{entry.id}/"])
        assert (found["@type"], found["identifier"], found["headline"]) == ("Article", entry.id, entry.title)
        assert found["datePublished"].startswith(entry.published.isoformat())
        assert found.get("expires") == (entry.expires.isoformat() if entry.expires else None)


def test_data_on_record_pages_are_small(pages: dict[str, str], edition: Edition) -> None:
    sizes = {
        entry.id: len(_DATA.search(pages[f"r/{entry.id}/"]).group(0).encode())  # type: ignore[union-attr]
        for entry in edition.shown
        if not entry.record.attachments
    }
    assert max(sizes.values()) <= LARGEST


def test_attachments_that_are_described_are_there(pages: dict[str, str], site: dict[str, bytes]) -> None:
    files = [
        urljoin(url, one["contentUrl"])
        for url, head in pages.items() if url.startswith("r/")
        for data in data_of(head) for one in data.get("encoding", ())
    ]  # fmt: skip
    assert files
    assert [file for file in files if file not in {quote(path) for path in site}] == []


def test_steps_on_the_way_to_a_list_are_pages(pages: dict[str, str]) -> None:
    ways = [data for head in pages.values() for data in data_of(head) if data.get("@type") == "BreadcrumbList"]
    assert ways
    steps = {step["item"].removeprefix(BASE) for way in ways for step in way["itemListElement"]}
    assert steps <= set(pages)


def test_every_other_page_names_the_school_of_the_home_page(pages: dict[str, str]) -> None:
    (home,) = data_of(pages[""])
    school = next(node for node in home["@graph"] if node["@type"] == "EducationalOrganization")
    named = {
        data["publisher"]["@id"] for url, head in pages.items() if url for data in data_of(head) if "publisher" in data
    }
    assert named == {school["@id"]}


def test_the_guide_leads_to_the_data(site: dict[str, bytes]) -> None:
    links = re.findall('href="([^"]*)"', site["guide/index.html"].decode())
    for name in ("records.json", "records.csv", "records.schema.json", "records.csv-metadata.json", "dataset.jsonld"):
        assert f"../{name}" in links
        assert name in site


def test_the_published_data_are_as_the_published_schema_says(site: dict[str, bytes]) -> None:
    schema = json.loads(site["records.schema.json"])
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in check.iter_errors(json.loads(site["records.json"]))] == []


def test_a_page_with_awkward_words_and_address(tmp_path: Path) -> None:
    root = make_school(tmp_path, record())
    (root / "site_src/关于 本站.md").write_text('# 甲 & <乙> "丙" </script>\n')
    site = contents(built(root, DAY))
    head = head_of(site["关于 本站/index.html"])
    assert (
        shown(head)["og:title"] == unescape(re.findall("<title>(.*) - 示例学校</title>", head)[0]) == '甲 & <乙> "丙"'
    )
    assert data_of(head) == []
    assert f"<loc>{BASE}{quote('关于 本站/')}</loc>" in site["sitemap.xml"].decode()
