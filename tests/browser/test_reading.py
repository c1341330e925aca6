"""Reading in one's own way: large type that stays, the keyboard alone, no JavaScript, the smallest phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building import DAY, PROJECT, built
from disclosure.domain.edition import Edition
from sample import SCHOOL, make_school, record
from serving import served

pytestmark = pytest.mark.browser

BACKGROUND = "getComputedStyle(document.querySelector('body > header')).backgroundColor"
LETTERS = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
FOCUSED = """() => { const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {text: one.textContent.trim(), href: one.getAttribute('href') || '', tag: one.tagName,
            outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            inside: box.left >= 0 && box.width > 0 && box.top < innerHeight && box.bottom > 0}; }"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A tab of the smallest phone."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, locale="zh-CN")
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def test_large_type_stays_until_it_is_switched_off(phone: Page, url: str) -> None:
    phone.goto(url)
    button = phone.get_by_role("button", name="关怀版")
    expect(button).to_have_attribute("aria-pressed", "false")
    small, colour = phone.evaluate(LETTERS), phone.evaluate(BACKGROUND)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert phone.evaluate(LETTERS) >= small * 1.3
    assert phone.evaluate(BACKGROUND) != colour
    phone.get_by_role("navigation", name="栏目", exact=True).get_by_role("link", name="招生收费").click()
    phone.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert phone.evaluate(LETTERS) >= small * 1.3
    button.click()
    phone.reload()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert phone.evaluate(LETTERS) == small


def test_large_type_is_there_before_anything_is_painted(phone: Page, url: str) -> None:
    phone.goto(url)
    phone.get_by_role("button", name="关怀版").click()
    phone.add_init_script("""new MutationObserver(() => {
        if (document.body && window.first === undefined) window.first = document.documentElement.className;
    }).observe(document, {childList: true, subtree: true})""")
    phone.goto(f"{url}r/2026-0014/")
    assert "care" in phone.evaluate("window.first").split()


def test_large_type_without_a_memory_lasts_for_the_page(phone: Page, url: str) -> None:
    """Some browsers forbid storage in private windows."""
    phone.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})")
    phone.goto(url)
    button = phone.get_by_role("button", name="关怀版")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_large_type_works_from_a_folder(phone: Page) -> None:
    phone.goto((built(PROJECT) / "index.html").as_uri())
    phone.get_by_role("button", name="关怀版").click()
    phone.locator(".entries > li > a").first.click()
    expect(phone.get_by_role("button", name="关怀版")).to_have_attribute("aria-pressed", "true")


WIDE = """() => {
    const html = document.documentElement, found = {plain: html.scrollWidth > window.innerWidth};
    html.classList.add("care");
    found.care = html.scrollWidth > window.innerWidth;
    return found;
}"""


def test_nothing_is_wider_than_the_smallest_phone(phone: Page, url: str, edition: Edition) -> None:
    """Neither as it comes nor in the 关怀版, whose class the button sets."""
    pages = ["", "other/", "catalogue/", "guide/", "groups/", "archive/", "search/", "subscribe/", "accessibility/",
             "about/", "404.html", *(f"r/{entry.id}/" for entry in edition.entries())]  # fmt: skip
    wide = []
    for path in pages:
        phone.goto(url + path)
        wide += [f"{path} {look}" for look, is_wide in phone.evaluate(WIDE).items() if is_wide]
    assert wide == []


def focused_after(page: Page, wanted: str) -> None:
    """Press Tab until a link with these words has the focus; every stop on the way must be seen."""
    for _ in range(200):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["tag"] != "BODY":
            assert now["outlined"], now
            assert now["inside"], now
        if wanted in now["text"] and now["tag"] == "A":
            return
    pytest.fail(f"Tab never comes to {wanted}")


def test_the_keyboard_alone_leads_from_home_to_an_attachment(browser: Browser, url: str, edition: Edition) -> None:
    one = next(one for one in edition.shown if one.id == "2026-0014")
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(url)
    focused_after(tab, "跳到正文")
    focused_after(tab, "招生收费")
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_have_text("招生收费")
    focused_after(tab, "跳到正文")
    tab.keyboard.press("Enter")
    focused_after(tab, one.title)
    tab.keyboard.press("Enter")
    expect(tab.locator("article.record")).to_have_attribute("data-record", one.id)
    expect(tab.locator("article.record > h1")).to_have_text(one.title)
    expect(tab.locator(".facts tr", has_text="编号").first).to_have_text(f"编号{one.id}")
    focused_after(tab, one.record.attachments[0].title)
    with tab.expect_request(lambda sent: sent.url.endswith(".pdf")):
        tab.keyboard.press("Enter")
    context.close()


def test_without_javascript_links_lead_from_home_to_a_record_and_the_catalogue(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(url)
    expect(tab.get_by_text("关怀版")).to_have_count(0)
    tab.get_by_role("navigation", name="栏目", exact=True).get_by_role("link", name="招生收费").click()
    tab.locator(".entries > li > a", has_text="收费公示").first.click()
    expect(tab.locator(".fees").first).to_contain_text("元")
    expect(tab.get_by_role("heading", name="与去年相比")).to_be_visible()
    share = tab.get_by_role("link", name="分享链接")
    expect(share).to_have_attribute("href", "https://school.example/xwgk/r/2026-0014/")
    tab.get_by_role("navigation", name="栏目", exact=True).get_by_role("link", name="公开目录").click()
    expect(tab.locator("h1")).to_have_text("公开目录")
    assert tab.locator("table.catalogue a").count() > 10
    context.close()


def test_a_fee_is_a_card_on_a_phone_and_stays_a_table_for_ears(phone: Page, url: str) -> None:
    phone.goto(f"{url}r/2026-0014/")
    table = phone.locator("table.fees").first
    assert table.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display") == "block"
    expect(phone.get_by_role("columnheader", name="批准机关")).to_have_count(1)
    expect(phone.get_by_role("rowheader", name="早餐").first).to_be_visible()
    assert phone.get_by_role("cell", name="6元").count() >= 1


def test_a_wide_table_is_scrolled_with_the_keyboard(phone: Page, tmp_path: Path) -> None:
    row = "|" + "|".join(f"第{n}列" for n in range(14)) + "|"
    root = make_school(tmp_path, record(body=f"{row}\n{'|---' * 14}|\n{row}\n"))
    with served(built(root)) as address:
        phone.goto(f"{address}r/2026-0001/")
        box = phone.get_by_role("group", name="可以左右滚动")
        box.focus()
        for _ in range(5):
            phone.keyboard.press("ArrowRight")
        phone.wait_for_function("document.querySelector('.wide').scrollLeft > 0")
        expect(phone.get_by_role("table")).to_have_count(2)


def test_the_link_of_a_record_is_copied(browser: Browser, url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.add_init_script("delete Navigator.prototype.share")
    tab.goto(f"{url}r/2026-0014/")
    tab.get_by_role("link", name="分享链接").click()
    expect(tab.get_by_role("status")).to_have_text("链接已复制")
    assert tab.evaluate("navigator.clipboard.readText()") == "https://school.example/xwgk/r/2026-0014/"
    context.close()


def test_a_letter_about_a_record_names_it(phone: Page, tmp_path: Path) -> None:
    school = SCHOOL + "mailbox: office@school.example\n"
    root = make_school(tmp_path, record(标题="'收费 & 退费 100% \"新\" 办法？'"), school=school)
    with served(built(root)) as address:
        phone.goto(f"{address}r/2026-0001/")
        link = phone.locator("[aria-labelledby=contact] a[href^='mailto:']")
        subject = link.evaluate("a => new URLSearchParams(new URL(a.href).search).get('subject')")
    assert subject == '反映问题\uff1a2026-0001 收费 & 退费 100% "新" 办法\uff1f'


def test_a_removed_record_takes_its_comparison_along(browser: Browser, tmp_path: Path) -> None:
    fees = "[{项目: 午餐, 标准: %s元, 计费单位: 每餐}]"
    common = {"事项": "I42", "栏目": ""}
    root = make_school(
        tmp_path,
        record("2025-0001", 公布日期="2025-09-01", 收费=fees % 14, **common),
        record("2026-0001", 公布日期="2026-09-01", 截止日期=DAY.isoformat(), 到期处理="撤下", 收费=fees % 15, **common),
    )
    with served(built(root)) as address:
        context = browser.new_context()
        tab = context.new_page()
        tab.clock.install(time=f"{DAY.isoformat()}T04:00:00Z")
        tab.goto(f"{address}r/2026-0001/")
        expect(tab.locator("#compare")).to_have_count(1)
        tab.clock.set_fixed_time("2026-12-24T04:00:00Z")
        tab.reload()
        expect(tab.locator("#compare")).to_have_count(0)
        context.close()
