"""订阅 in a browser: every feed is one tap away, QR codes can be scanned, and nothing is missing without JavaScript."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from building import PROJECT, built
from debian import program
from disclosure.domain.edition import Edition
from disclosure.domain.feed_scope import FORMS, feed_scopes

pytestmark = pytest.mark.browser


def links(page: Page, address: str) -> list[str]:
    """Targets of all links of our part, as the browser understands them, relative to the site's root where they are in it."""
    found = page.locator("section.subscribe a").evaluate_all("all => all.map(a => a.href)")
    return [link.removeprefix(address) for link in found]


def test_every_feed_and_calendar_is_linked_and_there(page: Page, url: str, edition: Edition) -> None:
    page.goto(url + "subscribe/")
    found, site = links(page, url), built(PROJECT)
    root = edition.school.site_url.partition("://")[2]
    for scope in feed_scopes(edition.school, edition.catalogue):
        for path in [*(scope.feed(form) for form in FORMS), *([scope.calendar] if scope.calendar else [])]:
            assert path in found
            assert (site / path).is_file()
        if scope.calendar:
            assert f"webcal://{root}{scope.calendar}" in found
    assert "feeds.opml" in found
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_interests_come_first_then_the_site_then_columns(page: Page, url: str, edition: Edition) -> None:
    page.goto(url + "subscribe/")
    headings = page.locator("section.subscribe").locator("h2, h3").all_inner_texts()
    names = [interest.name for interest in edition.school.interests]
    assert headings[: len(names) + 3] == ["按关心的事订阅", *names, "订阅全站", "按栏目订阅"]
    expect(page.locator("section.subscribe ul.entries > li")).to_have_count(len(list(edition.catalogue.walk())))


@pytest.mark.parametrize("interest", ["", "parents", "money"])
def test_a_code_on_the_wall_leads_to_its_place_on_this_page(
    interest: str, page: Page, url: str, edition: Edition, tmp_path: Path
) -> None:
    page.goto(url + "subscribe/")
    place = f"feed-{interest}" if interest else "feed"
    picture = page.locator(f"#{place} ~ figure img").first
    wanted = urljoin(edition.school.site_url, f"subscribe/#{place}")
    assert wanted in str(picture.get_attribute("alt"))
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    picture.screenshot(path=tmp_path / "code.png")
    zbarimg = program("zbarimg", package="zbar-tools")
    read = subprocess.run(
        [zbarimg, "--quiet", "--raw", tmp_path / "code.png"], capture_output=True, text=True, check=True
    )
    assert read.stdout.strip() == wanted
    page.goto(f"{url}subscribe/#{place}")
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_without_javascript_and_from_a_folder(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built(PROJECT) / "subscribe/index.html").as_uri())
    page.get_by_role("link", name="家长最关心 RSS").click()
    assert re.search("/feeds/parents.xml$", page.url)
    context.close()
