"""The print page in a browser: paper is chosen without a script, texts are copied, nothing is wider than the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from disclosure.domain.edition import Edition
from disclosure.domain.wall import has_print_page
from printing_tools import sizes_of

pytestmark = pytest.mark.browser
ADDRESS = "r/2026-0014/print/"
"""A fee record of the example school."""


def test_the_record_leads_to_its_sheet_and_back(page: Page, url: str) -> None:
    page.goto(f"{url}r/2026-0014/")
    page.get_by_role("link", name="打印、家长信").click()
    expect(page.locator(".poster h1")).to_be_visible()
    expect(page.locator(".poster")).to_contain_text("2026-0014")
    page.get_by_role("link", name="返回网页").click()
    expect(page.locator("article.record h1")).to_be_visible()
    assert page.url.endswith("/r/2026-0014/")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_paper_is_chosen_by_a_link(scripts: bool, browser: Browser, url: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    tab = context.new_page()
    tab.goto(url + ADDRESS)
    for choice, size in (("", (210, 297)), ("A3", (297, 420)), ("A4", (210, 297))):
        if choice:
            tab.get_by_role("link", name=choice).click()
        tab.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
        assert sizes_of(tmp_path / "a.pdf") == {size}
    tab.emulate_media(media="print")
    expect(tab.locator(".bar")).to_be_hidden()
    expect(tab.locator(".letter")).to_be_hidden()
    context.close()


def test_every_sheet_fits_a_phone(browser: Browser, url: str, edition: Edition) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    wide = []
    for one in edition.shown:
        if has_print_page(one):
            tab.goto(f"{url}r/{one.id}/print/")
            if not tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
                wide.append(one.id)
    context.close()
    assert wide == []


def test_texts_are_copied(browser: Browser, url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(url + ADDRESS)
    tab.get_by_role("button", name="复制文字").click()
    expect(tab.get_by_role("status").first).to_have_text("已复制，可以去粘贴了。")
    assert tab.evaluate("navigator.clipboard.readText()") == tab.locator("#plain").input_value()
    tab.get_by_role("button", name="复制图文").click()
    expect(tab.get_by_role("status").last).to_have_text("已复制，可以去粘贴了。")
    rich = tab.evaluate("navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())")
    assert "<table" in rich and "border" in rich and "多少钱" in rich
    context.close()


def test_without_a_script_texts_are_there_to_select(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(url + ADDRESS)
    expect(tab.get_by_role("button")).to_have_count(0)
    assert "多少钱" in tab.locator("#plain").input_value()
    expect(tab.locator("#rich")).to_contain_text("找谁问")
    context.close()


def test_a_sheet_that_nobody_rebuilt_says_that_it_is_over(browser: Browser, url: str, edition: Edition) -> None:
    one = next(one for one in edition.shown if has_print_page(one) and one.expires)
    assert one.expires is not None
    context = browser.new_context()
    tab = context.new_page()
    tab.clock.install(time=f"{one.expires.year + 1}-06-01T04:00:00Z")
    tab.goto(f"{url}r/{one.id}/print/")
    expect(tab.locator(".bar")).to_contain_text("公示期已于")
    context.close()
