"""Registers in a browser: cards on a phone, a table that scrolls by itself on a desk, no barriers, paper lies across."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building import DAY, PROJECT, below_a_path, built
from printing_tools import pages_of, sizes_of
from registry import npm_file
from serving import served

pytestmark = pytest.mark.browser
AXE = "axe-core@4.14.1"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: tags}).then(found => found.violations.map(one =>
    `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 5).join(' | ')}`))"""
WIDE = """() => {
    const html = document.documentElement, found = {plain: html.scrollWidth > window.innerWidth};
    html.classList.add("care");
    found.care = html.scrollWidth > window.innerWidth;
    return found;
}"""
CONTENTS = "registers/contents/2026/"


@pytest.fixture(scope="module")
def internal() -> Iterator[str]:
    """The edition for the staff, served under a sub-path."""
    with served(below_a_path(built(PROJECT, edition="internal"))) as address:
        yield address + "xwgk/"


def addresses() -> list[str]:
    site = built(PROJECT, edition="internal")
    return [f"{page.parent.relative_to(site).as_posix()}/" for page in sorted(site.glob("registers/**/index.html"))]


def tab_of(browser: Browser, width: int, care: bool, url: str) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="zh-CN", reduced_motion="reduce")
    tab = context.new_page()
    tab.clock.install(time=datetime(DAY.year, DAY.month, DAY.day, 4, tzinfo=UTC))
    if care:
        tab.goto(url)
        tab.get_by_role("button", name="关怀版").click()
    return tab


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_fits_its_screen(width: int, browser: Browser, internal: str) -> None:
    """As it comes and in the 关怀版, whose class the button sets."""
    tab = tab_of(browser, width, False, internal)
    wide = []
    for address in addresses():
        tab.goto(internal + address)
        wide += [f"{address} {look}" for look, is_wide in tab.evaluate(WIDE).items() if is_wide]
        expect(tab.locator("h1")).to_have_count(1)
    tab.context.close()
    assert wide == []


@pytest.mark.parametrize(("width", "care"), [(390, True), (1280, False)], ids=["phone, care", "desk, plain"])
def test_no_page_has_a_barrier(width: int, care: bool, browser: Browser, internal: str) -> None:
    """The newest year of each register; the others are made from the same parts."""
    script = npm_file(AXE, "axe.min.js").read_text(encoding="utf-8")
    tab = tab_of(browser, width, care, internal)
    found = {}
    for address in addresses():
        if re.search("/20(24|25)/", address):
            continue
        tab.goto(internal + address)
        tab.evaluate(script)
        if wrong := tab.evaluate(RUN, TAGS):
            found[address] = wrong
    tab.context.close()
    assert found == {}


def test_registers_are_two_steps_from_home(page: Page, internal: str) -> None:
    page.goto(internal)
    page.get_by_role("navigation", name="全部栏目").get_by_role("link", name="登记册和统计").click()
    page.get_by_role("link", name="内容登记册", exact=True).click()
    expect(page.locator("h1")).to_have_text("内容登记册（2026年）")
    page.get_by_role("navigation", name="年份").get_by_role("link", name="2025年").click()
    expect(page.locator("h1")).to_have_text("内容登记册（2025年）")


def test_a_row_is_a_card_on_a_phone_and_a_line_on_a_desk(page: Page, internal: str) -> None:
    page.goto(internal + CONTENTS)
    row = page.locator("table.register tbody tr").first
    tops = row.locator("td:not(:empty), th").evaluate_all(
        "cells => cells.map(one => Math.round(one.getBoundingClientRect().top))"
    )
    is_phone = (page.viewport_size or {})["width"] < 720
    assert (len(set(tops)) == len(tops)) if is_phone else (len(set(tops)) == 1)
    label = row.locator("td", has_text="网站").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert ("公开渠道" in label) is is_phone


def test_a_wide_table_is_scrolled_by_the_keyboard(browser: Browser, internal: str) -> None:
    tab = tab_of(browser, 1280, False, internal)
    tab.goto(internal + CONTENTS)
    box = tab.get_by_role("group", name=re.compile("内容登记册"))
    box.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("document.querySelector('.wide').scrollLeft > 0")
    tab.context.close()


def test_a_link_to_a_row_finds_it(page: Page, internal: str) -> None:
    page.goto(internal + CONTENTS)
    number = page.locator("table.register tbody tr").last.get_attribute("id")
    page.goto(f"{internal}{CONTENTS}#{number}")
    expect(page.locator(f'[id="{number}"]')).to_be_in_viewport()


def test_files_are_downloaded(page: Page, internal: str) -> None:
    page.goto(internal + CONTENTS)
    for name, file in (("下载表格", "contents-2026.xlsx"), ("下载数据", "contents-2026.csv")):
        with page.expect_download() as started:
            page.get_by_role("link", name=name).click()
        assert started.value.suggested_filename == file


def test_paper_lies_across_and_repeats_the_header(browser: Browser, internal: str, tmp_path: Path) -> None:
    tab = tab_of(browser, 1280, False, internal)
    tab.goto(internal + CONTENTS)
    tab.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    pages = pages_of(tmp_path / "a.pdf")
    assert sizes_of(tmp_path / "a.pdf") == {(297, 210)}
    assert len(pages) > 2
    assert all("承办部门" in text for text in pages[:-1])
    tab.emulate_media(media="print")
    expect(tab.get_by_role("link", name="下载表格")).to_be_hidden()
    table = tab.locator("table.register").first
    assert table.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth + 1")
    tab.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_it_opens_from_a_folder(scripts: bool, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    tab = context.new_page()
    tab.goto((built(PROJECT, edition="internal") / CONTENTS / "index.html").as_uri())
    header = tab.locator("table.register thead th").first
    expect(header).to_be_visible()
    assert header.evaluate("one => getComputedStyle(one).minWidth") != "0px", "the style sheet is there"
    if scripts:  # without, a browser lists the folder, which has the page in it
        tab.locator("table.register tbody a").first.click()
        expect(tab.locator("article h1")).to_be_visible()
    context.close()
