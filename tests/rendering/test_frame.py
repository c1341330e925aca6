"""The theme's frame: cut once at its slots, filled once for each page."""

from __future__ import annotations

import pytest

from disclosure.rendering.frame import SLOTS, Frame, record_frame, slot

PAGE = (
    "<title>[[disclosure-slot:title]] - 示例学校</title>[[disclosure-slot:head]]"
    "<link href='[[disclosure-slot:canonical]]'><main>[[disclosure-slot:content]]</main>"
)
VALUES = {
    "title": "收费公示", "head": "<meta>", "canonical": "https://school.example/r/1/", "content": "<p>正文</p>",
    "dated": "本页更新于 2026年9月1日",
}  # fmt: skip


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
    [
        slot("content"),
        slot("title"),
        slot("x"),
        r"\1 \g<0> \n",
        "{content} {0} %s $content",
        "{{ config }}",
        "[[disclosure-slot:",
    ],
)
def test_what_looks_like_a_slot_in_a_value_stays_text(name: str, text: str) -> None:
    marked = Frame.cut("".join(f"<{one}>{slot(one)}</{one}>" for one in SLOTS))
    page = marked.fill(VALUES | {name: text}).decode()
    assert f"<{name}>{text}</{name}>" in page
    assert all(f"<{other}>{VALUES[other]}</{other}>" in page for other in SLOTS if other != name)


@pytest.mark.parametrize(
    "text",
    [
        "[[disclosure-slot:]]",
        "[[disclosure-slot:Title]]",
        "[disclosure-slot:title]",
        "[[ disclosure-slot:title ]]",
        "[[slot:title]]",
        "[[disclosure-slot:footer]]",
        "[[disclosure-slot:count]]",
        "[[disclosure-slot:list:a b]]",
    ],
)
def test_what_is_not_written_like_a_slot_stays_in_the_frame(text: str) -> None:
    assert Frame.cut(text + slot("content")).fill({"content": "乙"}).decode() == text + "乙"


@pytest.mark.parametrize(
    "html",
    ["", "<main>正文</main>", slot("title"), slot("content") + slot("footer"), slot("Content")],
    ids=["nothing", "no slot", "no content", "a slot nobody knows", "content in capitals"],
)
def test_a_theme_that_lost_the_content_or_invented_a_slot_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="slots"):
        record_frame(html)


def test_a_theme_need_not_use_every_slot() -> None:
    assert Frame.cut(slot("content")).fill(VALUES).decode() == VALUES["content"]


def test_what_all_pages_share_is_filled_in_beforehand() -> None:
    frame = Frame.cut(f"{slot('count:other/finance')} {slot('title')} {slot('count:other')}")
    shared = frame.partly_filled({"count:other": "2", "count:other/finance": "1"})
    assert shared.slots == ("title",)
    assert shared.fill({"title": "甲"}) == frame.fill({"title": "甲", "count:other": "2", "count:other/finance": "1"})
    assert shared.fill({"title": "甲"}).decode() == "1 甲 2"


def test_a_digest_is_that_of_the_pages_that_a_frame_makes() -> None:
    assert Frame.cut(PAGE).digest == Frame.cut(PAGE).digest
    others = [PAGE + " ", PAGE.replace("title", "dated"), slot("content"), f"{slot('content')}{slot('title')}"]
    assert len({Frame.cut(html).digest for html in [PAGE, *others]}) == 5


def test_the_frame_of_records_has_no_blanks_between_its_lines() -> None:
    html = f"\n\n<main>\n   {slot('content')}\n\n  </main>  \n</body>"
    assert record_frame(html).fill({"content": "甲\n\n  乙"}).decode() == "<main>甲\n\n  乙</main></body>"


SQUEEZED = {
    "blocks": ("<ul>\n <li>甲\n\n <li>乙\n</ul>\n<p>丙", "<ul><li>甲<li>乙</ul><p>丙"),
    "the head": ("<meta name=a>\n<link rel=b>\n<title>甲</title>\n", "<meta name=a><link rel=b><title>甲</title>"),
    "elements within a line stay apart": ("<nav>\n  <a>甲</a>\n  <a>乙</a>\n</nav>", "<nav><a>甲</a>\n<a>乙</a></nav>"),
    "lines of words stay apart": ("<p>甲\n<b>乙</b>\n丙", "<p>甲\n<b>乙</b>\n丙"),
    "a link of ours": ('<a class=x href="../../other/finance/" rel=y>甲</a>', "<a class=x href=../../other/finance/ rel=y>甲</a>"),
    "other files": ('<script src="../a.js"></script><link href="b.css">', "<script src=../a.js></script><link href=b.css>"),
    "any other link": ('<a href="../%E5%85%B3/">甲</a><a href="?a=b">', '<a href="../%E5%85%B3/">甲</a><a href="?a=b">'),
    "an address": ('<a href="tel:1">甲</a><a href="https://a.example/">', '<a href="tel:1">甲</a><a href="https://a.example/">'),
    "none at all": ('<a href="">甲</a>', '<a href="">甲</a>'),
    "words that look like one": ('甲 href="a" <p title=\'<a href="b">\'>', '甲 href="a" <p title=\'<a href=b>\'>'),
    "a slot": (f'<link href="{slot("canonical")}">', '<link href="甲">'),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), SQUEEZED.values(), ids=SQUEEZED)
def test_what_the_frame_of_records_does_without(html: str, expected: str) -> None:
    made = record_frame(f"{html}{slot('content')}").fill({"content": "", "canonical": "甲"}).decode()
    assert made == expected
