"""The example school in a browser: nothing overflows, nothing is asked of other hosts, all that matters is visible."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building import PROJECT, built
from disclosure.domain.edition import Edition
from sample import make_school, record
from serving import served

pytestmark = pytest.mark.browser


def addresses(edition: Edition) -> dict[str, str]:
    fees = next(one for one in edition.shown if len(one.record.fees) > 2)
    return {
        "home": "", "column": "admissions-fees/", "archive": "other/finance/archive/", "catalogue": "catalogue/",
        "guide": "guide/", "groups": "groups/", "all archives": "archive/", "about": "about/",
        "record": f"r/{edition.shown[0].id}/", "fees": f"r/{fees.id}/", "stub": f"r/{edition.stubs[0].id}/",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["home", "column", "archive", "catalogue", "guide", "groups", "all archives", "about", "record", "fees", "stub"],
)
def test_every_kind_of_page_fits_its_screen(name: str, page: Page, url: str, edition: Edition) -> None:
    page.goto(url + addresses(edition)[name])
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("navigation", name="栏目", exact=True)).to_be_visible()
    expect(page.locator("footer")).to_contain_text("监督电话")


def test_the_meal_fee_is_two_taps_from_home(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("navigation", name="栏目", exact=True).get_by_role("link", name="招生收费").click()
    page.locator(".entries > li > a", has_text="伙食费").first.click()
    expect(page.locator("article.record")).to_contain_text("元")


def test_a_fee_record_shows_every_line_with_its_amount(page: Page, url: str, edition: Edition) -> None:
    one = next(one for one in edition.shown if len(one.record.fees) > 2)
    page.goto(f"{url}r/{one.id}/")
    for line in one.record.fees:
        row = page.locator(".fees tbody tr", has=page.locator("th", has_text=line.name)).first
        expect(row).to_be_visible()
        expect(row).to_contain_text(line.standard)
        expect(row).to_contain_text(line.unit)
    expect(page.locator(".totals")).to_be_visible()


def test_all_links_of_the_main_pages_lead_somewhere(page: Page, url: str, edition: Edition) -> None:
    seen: set[str] = set()
    for address in addresses(edition).values():
        page.goto(url + address)
        seen |= set(page.evaluate("Array.from(document.querySelectorAll('a[href]'), a => a.href.split('#')[0])"))
    broken = [one for one in sorted(seen) if one.startswith("http://127.0.0.1") and page.request.get(one).status != 200]
    assert broken == []


def test_a_missing_page_helps_on(page: Page, url: str) -> None:
    page.goto(url + "404.html")
    expect(page.locator("h1")).to_have_text("没有这个页面")


def test_without_javascript_everything_is_readable(browser: Browser, url: str, edition: Edition) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab = context.new_page()
    one = next(one for one in edition.shown if one.days_left is not None)
    tab.goto(f"{url}r/{one.id}/")
    assert one.expires is not None
    expect(tab.locator(".banner")).to_contain_text(f"{one.expires.year}年{one.expires.month}月{one.expires.day}日")
    expect(tab.locator(".body")).to_be_visible()
    expect(tab.locator("nav.d-columns")).to_be_visible()
    tab.goto(url)
    expect(tab.locator(".none-running")).to_be_hidden()
    context.close()


def test_a_page_prints_without_navigation(page: Page, url: str, edition: Edition) -> None:
    page.goto(f"{url}r/{edition.shown[0].id}/")
    page.emulate_media(media="print")
    expect(page.locator("nav.d-columns")).to_be_hidden()
    expect(page.locator("article.record h1")).to_be_visible()


def test_a_wide_table_prints_whole(browser: Browser, tmp_path: Path) -> None:
    row = "|" + "|".join(f"第{n}列的内容" for n in range(12)) + "|"
    root = make_school(tmp_path, record(body=f"{row}\n{'|---' * 12}|\n{row}\n"))
    context = browser.new_context(viewport={"width": 794, "height": 1123})
    tab = context.new_page()
    tab.emulate_media(media="print")
    with served(built(root)) as address:
        tab.goto(address + "r/2026-0001/")
        table = tab.locator(".body table").evaluate(
            "t => [t.getBoundingClientRect().right, t.scrollWidth - t.clientWidth]"
        )
    context.close()
    assert table[0] <= 794
    assert table[1] <= 1


def test_the_site_works_when_opened_from_a_folder(browser: Browser, edition: Edition) -> None:
    from building import built

    site = built(PROJECT)
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site / "index.html").as_uri())
    tab.get_by_role("navigation", name="栏目", exact=True).get_by_role("link", name="招生收费").click()
    expect(tab.locator("h1")).to_have_text("招生收费")
    tab.locator(".entries > li > a").first.click()
    expect(tab.locator("article.record")).to_be_visible()
    tab.locator("body > header > p a").click()
    expect(tab.locator("#running")).to_be_visible()
    context.close()
