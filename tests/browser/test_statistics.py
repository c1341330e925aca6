"""The statistics page in a real browser: charts can be read on the smallest phone and on paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from building import PROJECT, built

pytestmark = pytest.mark.browser

SIZES = """() => [...document.querySelectorAll('.d-chart')].map(chart => {
  const box = chart.getBoundingClientRect();
  const words = [...chart.querySelectorAll('text')].map(text => text.getBoundingClientRect());
  return {
    text: parseFloat(getComputedStyle(chart).fontSize) * box.width / chart.viewBox.baseVal.width,
    inside: words.every(word => word.left >= box.left - 1 && word.right <= box.right + 1 && word.right <= innerWidth),
    table: !!chart.closest('section').querySelector('table'),
  };
})"""


def test_charts_are_legible_on_the_smallest_phone(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, java_script_enabled=True)
    tab = context.new_page()
    tab.goto(f"{url}statistics/")
    found = tab.evaluate(SIZES)
    assert len(found) >= 5
    assert [chart for chart in found if chart["text"] < 12 or not chart["inside"] or not chart["table"]] == []
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    context.close()


def test_a_figure_leads_to_what_it_counts(page: Page, url: str) -> None:
    page.goto(f"{url}statistics/")
    row = page.locator("section:has(> h2#column) tbody tr", has_text="其他/财务")
    number = int(row.locator("td").first.inner_text())
    row.locator("td a").first.click()
    assert page.url.endswith("statistics/2026/column/#other-finance")
    section = page.locator("section:has(> h2#other-finance)")
    section.locator("h2").wait_for()
    assert section.locator("li").count() == number
    assert section.locator("h2").is_visible()
    section.locator("li a").first.click()
    page.locator("article[data-state]").wait_for()


def test_a_department_leads_to_its_records(page: Page, url: str) -> None:
    """Fragments are Chinese words."""
    page.goto(f"{url}statistics/2026/")
    page.locator("section:has(> h2#department) tbody td a").first.click()
    page.locator("h2:target").wait_for()


def test_it_works_from_a_folder_without_script(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((built(PROJECT) / "statistics/index.html").as_uri())
    assert tab.locator(".d-chart").count() >= 5
    assert tab.locator("section:has(> h2#column) tbody tr").count() > 10
    context.close()


def test_printed_pages_hold_charts_and_numbers(browser: Browser, url: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(f"{url}statistics/2026/")
    pages = pypdf.PdfReader(BytesIO(tab.pdf(format="A4"))).pages
    assert 3 <= len(pages) <= 10
    text = "".join("".join(one.extract_text() for one in pages).split())
    assert "其他/财务" in text and "按月份" in text
    tab.emulate_media(media="print")
    assert tab.locator(".d-chart").first.is_visible()
    context.close()
