"""Links of a pack: they name files, and what the pack does not hold is no link."""

from __future__ import annotations

import pytest
from lxml import html

from disclosure.packing.offline_links import offline

FILES = {
    "index.html", "r/2026-0001/index.html", "r/2026-0001/a b.pdf", "r/2026-0002/index.html", "registers/opinions/2026/index.html",
    "assets/disclosure.css",
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "base", "turned"),
    [
        ("../2026-0002/", "r/2026-0001/", "../2026-0002/index.html"),
        ("../2026-0002/#fees", "r/2026-0001/", "../2026-0002/index.html#fees"),
        ("../../", "r/2026-0001/", "../../index.html"),
        ("../..", "r/2026-0001/", "../../index.html"),
        ("./", "r/2026-0001/", "index.html"),
        ("a%20b.pdf", "r/2026-0001/", "a%20b.pdf"),
        ("../../registers/opinions/2026/#YJ2026-001", "r/2026-0001/", "../../registers/opinions/2026/index.html#YJ2026-001"),
        ("r/2026-0001/", "", "r/2026-0001/index.html"),
        ("./", "", "index.html"),
        ("#top", "r/2026-0001/", "#top"),
        ("tel:0000-5550101", "", "tel:0000-5550101"),
        ("https://example.org/x/", "", "https://example.org/x/"),
        ("../2026-0009/", "r/2026-0001/", None),
        ("../../feed.xml", "r/2026-0001/", None),
    ],
)  # fmt: skip
def test_where_a_link_leads(written: str, base: str, turned: str | None) -> None:
    page = offline(f'<!doctype html><p><a href="{written}">text</a></p>', base=base, files=FILES)
    (node,) = html.document_fromstring(page).iter("a", "span")
    assert (node.tag, node.get("href"), node.text) == ("a" if turned else "span", turned, "text")


def test_a_pack_has_no_scripts_and_no_buttons() -> None:
    page = offline(
        '<p>a<script>x</script>b<button hidden>c</button>d</p><script src="x.js"></script>', base="", files=()
    )
    assert "script" not in page
    assert "abd" in page
