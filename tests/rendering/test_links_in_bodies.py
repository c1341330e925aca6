"""Links of a body: to records by number, to columns by name, and made absolute for readers outside the site."""

from __future__ import annotations

import pytest

from disclosure.rendering.markdown import render_body, with_absolute_links

PAGE = "https://school.example/xwgk/r/2026-0001/"
HIDDEN = "\uff08本版不公开的记录\uff09"


PAGES = {
    "record:2026-0002": ("../2026-0002/", '校服"套装"<冬> & 夏'),
    "column:招生收费": ("../../admissions-fees/", "招生收费"),
    "column:其他/财务": ("../../other/finance/", "其他/财务"),
}
"""An edition with one record, whose title is awkward, and two columns."""


def html(body: str) -> str:
    return render_body(body, link_to=PAGES.get).strip()


RECORDS = {
    "resolved": ("[见此](record:2026-0002)", '<a href="../2026-0002/">见此</a>'),
    "with fragment": ("[见此](record:2026-0002#fees)", '<a href="../2026-0002/#fees">见此</a>'),
    "with a Chinese fragment": ("[见此](record:2026-0002#收费)", '<a href="../2026-0002/#%E6%94%B6%E8%B4%B9">见此</a>'),
    "with a title of its own": ('[见此](record:2026-0002 "甲 > 乙")', '<a href="../2026-0002/" title="甲 &gt; 乙">见此</a>'),
    "with emphasis inside": ("[**见**此](record:2026-0002)", '<a href="../2026-0002/"><strong>见</strong>此</a>'),
    "with an ampersand": ("[见此](record:2026-0002#a&b)", '<a href="../2026-0002/#a&amp;b">见此</a>'),
    "in capitals": ("[见此](Record:2026-0002)", '<a href="../2026-0002/">见此</a>'),
    "hidden, in capitals": ("[见此](RECORD:2026-0666)", "见此"),
    "without text": ("[](record:2026-0002)", '<a href="../2026-0002/">校服&quot;套装&quot;&lt;冬&gt; &amp; 夏</a>'),
    "without text, with fragment": ("[](record:2026-0002#a)", '<a href="../2026-0002/#a">校服&quot;套装&quot;&lt;冬&gt; &amp; 夏</a>'),
    "by reference": ("[见此][1]\n\n[1]: record:2026-0002", '<a href="../2026-0002/">见此</a>'),
    "in raw HTML": ("<a title='t' href='record:2026-0002'>见此</a>", '<a title="t" href="../2026-0002/">见此</a>'),
    "hidden": ("[见此](record:2026-0666)", "见此"),
    "hidden, with fragment": ("[见此](record:2026-0666#fees)", "见此"),
    "hidden, with emphasis": ("[**见**此](record:2026-0666)", "<strong>见</strong>此"),
    "hidden, without text": ("[](record:2026-0666)", HIDDEN),
    "hidden, in raw HTML": ("<a title='t' href='record:2026-0666'>见此</a>", "见此"),
    "in code": ("`[见此](record:2026-0666)`", "<code>[见此](record:2026-0666)</code>"),
    "to a column": ("[收费](column:招生收费)", '<a href="../../admissions-fees/">收费</a>'),
    "to a column below another": ("[财务](column:其他/财务)", '<a href="../../other/finance/">财务</a>'),
    "to a column, without text": ("[](column:其他/财务)", '<a href="../../other/finance/">其他/财务</a>'),
    "to a column, in raw HTML": ("<a href='column:招生收费'>收费</a>", '<a href="../../admissions-fees/">收费</a>'),
    "to no column": ("[党建](column:党建)", "党建"),
    "only a word": ("见 record:2026-0666", "见 record:2026-0666"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), RECORDS.values(), ids=RECORDS)
def test_a_link_to_a_record(body: str, expected: str) -> None:
    assert html(body) == f"<p>{expected}</p>"


def test_each_of_several_links_is_resolved_for_itself() -> None:
    body = "[甲](record:2026-0666)[乙](record:2026-0002)[丙](a.pdf)[丁](record:2026-0666)[戊](record:2026-0002)"
    assert html(body) == (
        '<p>甲<a href="../2026-0002/">乙</a><a href="a.pdf">丙</a>丁<a href="../2026-0002/">戊</a></p>'
    )


def test_the_number_of_a_hidden_record_is_nowhere() -> None:
    for body in ("[](record:2026-0666)", "[见此](record:2026-0666#a)", '[见此](record:2026-0666 "标题")'):
        assert "0666" not in html(body)
        assert "标题" not in html(body)


ABSOLUTE = {
    "file beside the page": ('<a href="a.pdf">甲</a>', f'<a href="{PAGE}a.pdf">甲</a>'),
    "picture": ('<img src="a.png" alt="图">', f'<img src="{PAGE}a.png" alt="图">'),
    "file in a folder": ('<a href="附/a.pdf">甲</a>', f'<a href="{PAGE}附/a.pdf">甲</a>'),
    "other record": ('<a href="../2026-0002/">甲</a>', '<a href="https://school.example/xwgk/r/2026-0002/">甲</a>'),
    "place in another record": ('<a href="../2026-0002/#fees">甲</a>', '<a href="https://school.example/xwgk/r/2026-0002/#fees">甲</a>'),
    "place on the page": ('<a href="#fn-1" id="fnref-1">1</a>', f'<a href="{PAGE}#fn-1" id="fnref-1">1</a>'),
    "query": ('<a href="?page=2">甲</a>', f'<a href="{PAGE}?page=2">甲</a>'),
    "file with query and fragment": ('<a href="a.pdf?x=1&amp;y=2#page=3">甲</a>', f'<a href="{PAGE}a.pdf?x=1&amp;y=2#page=3">甲</a>'),
    "ampersand in a file name": ('<a href="a&amp;b.pdf">甲</a>', f'<a href="{PAGE}a&amp;b.pdf">甲</a>'),
    "quotation mark in a file name": ('<a href="a&quot;b.pdf">甲</a>', f'<a href="{PAGE}a&quot;b.pdf">甲</a>'),
    "Chinese file name, encoded": ('<a href="%E8%A1%A8.pdf">甲</a>', f'<a href="{PAGE}%E8%A1%A8.pdf">甲</a>'),
    "Chinese file name with a colon": ('<a href="表:1.pdf">甲</a>', f'<a href="{PAGE}表:1.pdf">甲</a>'),
    "from the root of the host": ('<a href="/xwgk/guide/">甲</a>', '<a href="https://school.example/xwgk/guide/">甲</a>'),
    "other attributes before and after": ('<a id="fn-a" href="a.pdf" title="乙">甲</a>', f'<a id="fn-a" href="{PAGE}a.pdf" title="乙">甲</a>'),
    "a title that looks like a link": ('<a title="href=&quot;b&quot;" href="a.pdf">甲</a>', f'<a title="href=&quot;b&quot;" href="{PAGE}a.pdf">甲</a>'),
    "picture inside a link": ('<a href="b"><img src="a.png"></a>', f'<a href="{PAGE}b"><img src="{PAGE}a.png"></a>'),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "outside"), ABSOLUTE.values(), ids=ABSOLUTE)
def test_relative_links_become_absolute(inside: str, outside: str) -> None:
    assert with_absolute_links(inside, base=PAGE) == outside


@pytest.mark.parametrize(
    "untouched",
    [
        '<a href="https://other.example/?a=1&amp;b=2">甲</a>',
        '<a href="//other.example/">甲</a>',
        '<a href="mailto:a@school.example">甲</a>',
        '<a href="tel:0000-5550102">甲</a>',
        '<a id="fn-1">甲</a>',
        "<p>写作 href=&quot;a.pdf&quot;</p>",
        '<td align="left">a.pdf</td>',
    ],
)
def test_everything_else_stays_as_it_is(untouched: str) -> None:
    assert with_absolute_links(untouched, base=PAGE) == untouched


def test_a_body_leads_to_the_site_from_anywhere() -> None:
    body = "[表](收费表.pdf) [见此](record:2026-0002#a) 注[^1]\n\n![图](图.png)\n\n[^1]: 注释"
    links = with_absolute_links(html(body), base=PAGE)
    for address in (
        f'href="{PAGE}%E6%94%B6%E8%B4%B9%E8%A1%A8.pdf"',
        'href="https://school.example/xwgk/r/2026-0002/#a"',
        f'href="{PAGE}#fn-1"',
        f'href="{PAGE}#fnref-1"',
        f'src="{PAGE}%E5%9B%BE.png"',
    ):
        assert address in links
