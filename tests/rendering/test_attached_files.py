"""附件: what is opened, what is saved, what is seen at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from disclosure.domain.edition import Shown
from disclosure.rendering.fragments import record_fragment
from disclosure.rendering.site import Site
from sample import record


def page_of(site: Site) -> str:
    shown = site.entries["2026-0001"]
    assert isinstance(shown, Shown)
    return record_fragment(shown, site)


CASES = {
    "a PDF is opened": ("通知.pdf", 10, '<a href="%E9%80%9A%E7%9F%A5.pdf">', ""),
    "a spreadsheet is saved": ("a.xlsx", 10, '<a href="a.xlsx" download>', ""),
    "text is saved: a server may not know its encoding": ("a.txt", 10, '<a href="a.txt" download>', ""),
    "a small picture is seen": ("a.PNG", 10, '<a href="a.PNG">', '<img src="a.PNG" alt="说明" loading="lazy">'),
    "a large picture is opened": ("a.jpg", 300 * 1024 + 1, '<a href="a.jpg">', ""),
    "anything else is saved": ("a", 10, '<a href="a" download>', ""),
}


@pytest.mark.parametrize(("name", "size", "link", "picture"), CASES.values(), ids=CASES)
def test_how_an_attachment_is_offered(
    name: str, size: int, link: str, picture: str, site_of: Callable[..., Site]
) -> None:
    page = page_of(site_of(record(附件=f"[{{文件: {name}, 名称: 说明}}]"), files={name: b"0" * size}))
    assert f"{link}说明</a>" in page
    assert ("<img" in page) is bool(picture)
    assert picture in page
    assert f"，{name}</span>" in page


@pytest.mark.parametrize("target", ["图.png", "%E5%9B%BE.png", "./图.png"])
def test_a_picture_of_the_body_is_not_shown_again(target: str, site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(body=f"![平面图]({target})"), files={"图.png": b"0"}))
    assert page.count("<img") == 1
    assert "图.png</a> <span>PNG\uff0c1 字节" in page, "its name is its title already"
