"""An inspection pack opens from its folder by a double click."""

from __future__ import annotations

from playwright.sync_api import Browser

from packs import unpacked

MATERIALS = 14


def test_it_opens_by_double_click(browser: Browser) -> None:
    page, errors, asked = browser.new_page(), [], []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((unpacked() / "index.html").as_uri())
    materials = page.locator("#materials + table tbody tr th a")
    assert materials.count() == MATERIALS
    for number in range(MATERIALS):
        name = materials.nth(number).inner_text()
        materials.nth(number).click()
        assert page.locator("h1").count() == 1, name
        coloured = page.evaluate("getComputedStyle(document.querySelector('body > header')).backgroundColor")
        assert coloured != "rgba(0, 0, 0, 0)", name
        page.go_back()
    page.locator("ul.entries a").first.click()
    assert page.locator("article.record").count() == 1
    page.close()
    assert errors == []
    assert all(url.startswith("file:") for url in asked)
