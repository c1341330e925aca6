"""The theme's frame: cut once at its slots, filled once for each page."""

from __future__ import annotations

import pytest

from disclosure.rendering.frame import SLOTS, Frame, slot

PAGE = (
    "<title>[[slot:title]] - 示例学校</title>[[slot:head]]<link href='[[slot:canonical]]'><main>[[slot:content]]</main>"
)
VALUES = {"title": "收费公示", "head": "<meta>", "canonical": "https://school.example/r/1/", "content": "<p>正文</p>"}


def test_slots_are_filled_and_the_rest_stays() -> None:
    assert Frame.cut(PAGE).fill(VALUES).decode() == (
        "<title>收费公示 - 示例学校</title><meta><link href='https://school.example/r/1/'><main><p>正文</p></main>"
    )


def test_the_page_is_utf8() -> None:
    assert Frame.cut(slot("content")).fill(VALUES | {"content": "校服\U0002070e"}) == "校服\U0002070e".encode()


def test_one_frame_serves_many_pages() -> None:
    frame = Frame.cut(PAGE)
    first, second = (frame.fill(VALUES | {"content": text}).decode() for text in ("甲", "乙"))
    assert "<main>甲</main>" in first
    assert "<main>乙</main>" in second


def test_a_slot_may_stand_twice() -> None:
    frame = Frame.cut(slot("title") + slot("content") + slot("title"))
    assert frame.fill({"title": "甲", "content": "乙"}).decode() == "甲乙甲"


@pytest.mark.parametrize("name", SLOTS)
@pytest.mark.parametrize(
    "text",
    [slot("content"), slot("title"), slot("x"), r"\1 \g<0> \n", "{content} {0} %s $content", "{{ config }}", "[[slot:"],
)
def test_what_looks_like_a_slot_in_a_value_stays_text(name: str, text: str) -> None:
    marked = Frame.cut("".join(f"<{one}>{slot(one)}</{one}>" for one in SLOTS))
    page = marked.fill(VALUES | {name: text}).decode()
    assert f"<{name}>{text}</{name}>" in page
    assert all(f"<{other}>{VALUES[other]}</{other}>" in page for other in SLOTS if other != name)


@pytest.mark.parametrize("text", ["[[slot:]]", "[[slot:Title]]", "[slot:title]", "[[ slot:title ]]", "{{slot:title}}"])
def test_what_is_not_written_like_a_slot_stays_in_the_frame(text: str) -> None:
    assert Frame.cut(text + slot("content")).fill({"content": "乙"}).decode() == text + "乙"


@pytest.mark.parametrize(
    "html",
    ["", "<main>正文</main>", slot("title"), slot("content") + slot("footer"), "[[slot:Content]]"],
    ids=["nothing", "no slot", "no content", "a slot nobody knows", "content in capitals"],
)
def test_a_theme_that_lost_the_content_or_invented_a_slot_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="slots"):
        Frame.cut(html)


def test_a_theme_need_not_use_every_slot() -> None:
    assert Frame.cut(slot("content")).fill(VALUES).decode() == VALUES["content"]
