"""axe-core finds nothing on any kind of page, on a phone and on a desk, as it is and in the 关怀版 (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from disclosure.domain.edition import Edition
from registry import npm_file
from thoroughness import IS_THOROUGH

pytestmark = pytest.mark.browser

AXE = "axe-core@4.14.1"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: tags}).then(found => found.violations.map(one =>
    `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 5).join(' | ')}`))"""


def addresses(edition: Edition) -> dict[str, str]:
    shown = edition.shown
    fees = next(one for one in shown if len(one.record.fees) > 2)
    wide = next(one for one in shown if "|---" in edition.body(one).replace(" ", ""))
    pictured = next(one for one in shown if any(file.extension in ("jpg", "png") for file in one.record.attachments))
    return {
        "home": "", "column": "other/", "archive": "other/finance/archive/", "fees": f"r/{fees.id}/", "table": f"r/{wide.id}/",
        "picture": f"r/{pictured.id}/", "stub": f"r/{edition.stubs[0].id}/", "catalogue": "catalogue/", "guide": "guide/",
        "groups": "groups/", "all archives": "archive/", "search": "search/", "subscribe": "subscribe/",
        "accessibility": "accessibility/", "print": f"r/{fees.id}/print/", "screen": "screen/", "about": "about/",
        "parents": "parents/", "missing": "404.html", "statistics": "statistics/", "counted": "statistics/2026/column/",
    }  # fmt: skip


def violations(page: Page) -> list[str]:
    """What axe-core finds on the open page."""
    page.evaluate(npm_file(AXE, "axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


LOOKS = [(390, True), (1280, False)] + [(390, False), (1280, True)] * IS_THOROUGH


@pytest.mark.parametrize(("width", "care"), LOOKS, ids=["phone, care", "desk", "phone", "desk, care"][: len(LOOKS)])
def test_no_page_has_a_barrier(browser: Browser, url: str, edition: Edition, width: int, care: bool) -> None:
    npm_file(AXE, "axe.min.js")
    context = browser.new_context(
        viewport={"width": width, "height": 844}, locale="zh-CN", reduced_motion="reduce"
    )  # colours are measured when nothing is fading in
    tab = context.new_page()
    if care:
        tab.goto(url)
        tab.get_by_role("button", name="关怀版").click()
    found = {}
    for name, address in addresses(edition).items():
        tab.goto(url + address)
        if wrong := violations(tab):
            found[name] = wrong
    context.close()
    assert found == {}
