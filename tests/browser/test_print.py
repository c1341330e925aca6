"""The print page in a browser: paper and letter are chosen without a script, nothing is wider than the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from disclosure.domain.edition import Edition
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.domain.wall import has_print_page
from printing_tools import codes_in, pages_of, sizes_of

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
    expect(tab.locator(".letter").first).to_be_hidden()
    context.close()


def printed(tab: Page, pdf: Path) -> str:
    """Text of the PDF that a page becomes, without the blanks that are put between Chinese and figures."""
    tab.pdf(path=pdf, prefer_css_page_size=True)
    return "".join("".join(pages_of(pdf)).split())


def test_what_is_chosen_is_printed(browser: Browser, url: str, tmp_path: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(url + ADDRESS)
    sheet = printed(tab, tmp_path / "a.pdf")
    (tmp_path / "codes").mkdir()
    assert codes_in(tmp_path / "a.pdf", tmp_path / "codes") == ["https://school.example/xwgk/r/2026-0014/"]
    tab.get_by_role("link", name="家长信").click()
    letter = printed(tab, tmp_path / "b.pdf")
    context.close()
    for said in ("2026年秋季学期收费公示", "伙食费按实际就餐次数月结", "收费依据：", "第1页"):
        assert said in sheet and said in letter
    for said in ("多少钱：", "找谁问：", "附件（见网页）："):
        assert said in letter and said not in sheet
    for said in ("校务公开·", "收费一览", "批准机关", "合计：", "公示期", "张贴人", "扫码看", "网址："):
        assert said in sheet and said not in letter
    assert "返回网页" not in sheet + letter and "Ctrl" not in sheet + letter


def test_every_sheet_fits_a_phone(browser: Browser, url: str, edition: Edition) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    wide = []
    for one in edition.shown:
        if has_print_page(one):
            tab.goto(f"{url}r/{one.id}/print/")
            for view in ("", "#letter"):
                tab.evaluate("view => { location.hash = view; }", view)
                if not tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
                    wide.append(one.id + view)
    context.close()
    assert wide == []


def test_without_a_script_the_letter_is_there_to_select(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False, permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(url + ADDRESS)
    expect(tab.get_by_role("button")).to_have_count(0)
    expect(tab.locator(".send")).to_be_hidden()
    expect(tab.locator(".letter").first).to_be_hidden()
    tab.get_by_role("link", name="家长信").click()
    expect(tab.locator(".send")).to_contain_text("选中下面的信")
    tab.keyboard.press("Control+A")
    said = tab.evaluate("getSelection().toString()").strip()
    assert [line for line in said.split("\n") if line][:2] == [
        "2026年秋季学期收费公示",
        tab.locator(".letter p").first.inner_text(),
    ]
    assert said.endswith("2026年8月24日") and said.index("多少钱：") < said.index("何时前：") < said.index(
        "月结"
    ) < said.index("原文：https://")
    for word in ("返回网页", "选中下面的信", "校务公开 ·", "批准机关", "合计：", "张贴人", "扫码看"):
        assert word not in said
    tab.get_by_role("link", name="A4").click()
    expect(tab.locator(".letter").first).to_be_hidden()
    expect(tab.locator(".facts")).to_be_visible()
    context.close()


def test_a_letter_that_has_to_be_down_cannot_be_copied_any_more(browser: Browser, url: str, edition: Edition) -> None:
    one = next(
        one
        for one in edition.shown
        if has_print_page(one) and one.expires and one.record.after_expiry is AfterExpiry.REMOVE
    )
    assert one.expires is not None
    context = browser.new_context()
    tab = context.new_page()
    tab.clock.install(time=f"{one.expires.year + 1}-06-01T04:00:00Z")
    tab.goto(f"{url}r/{one.id}/print/#letter")
    expect(tab.locator(".bar")).to_contain_text("已按规定撤下")
    for gone in (".poster", ".body", ".letter", ".send", "button", "a[href='#letter']"):
        expect(tab.locator(gone)).to_have_count(0)
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
