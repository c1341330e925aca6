"""Raw HTML in a body: what attacks lose, and what honest pages keep."""

from __future__ import annotations

import re

import pytest

from disclosure.rendering.markdown import render_body


def html(body: str) -> str:
    return render_body(body, link_to=lambda _: None).strip()


ATTACKS = {
    "script": ("<script>alert(1)</script>后文", "后文"),
    "script in the middle of text": ("甲<script>alert(1)</script>乙", "<p>甲乙</p>"),
    "handler of a picture": ("<img src=x.png onerror=alert(1)>", '<img src="x.png">'),
    "handler of a link": ('<a href="x" onclick="alert(1)">甲</a>', '<p><a href="x">甲</a></p>'),
    "script as address": ("[甲](javascript:alert(1))", "<p><a>甲</a></p>"),
    "script as address in mixed case": ("[甲](JaVaScRiPt:alert(1))", "<p><a>甲</a></p>"),
    "script as address in raw HTML": ("<a href='javascript:alert(1)'>甲</a>", "<p><a>甲</a></p>"),
    "script as address behind a tab": ("<a href='java&#9;script:alert(1)'>甲</a>", "<p><a>甲</a></p>"),
    "script as address behind a control character": ("<a href='&#1;javascript:alert(1)'>甲</a>", "<p><a>甲</a></p>"),
    "a page as address": ("[甲](data:text/html;base64,AAAA)", "<p><a>甲</a></p>"),
    "Visual Basic as address": ("[甲](vbscript:msgbox)", "<p><a>甲</a></p>"),
    "script as picture": ("<img src='javascript:alert(1)' alt=甲>", '<img alt="甲">'),
    "data as picture": ("![甲](data:image/svg+xml;base64,AAAA)", '<p><img alt="甲"></p>'),
    "frame": ("<iframe src='https://other.example/'></iframe>后文", "后文"),
    "frame with words": ("<iframe><b>内文</b></iframe>后文", "后文"),
    "words for browsers without script": ("<noscript><b>内文</b></noscript>后文", "<p>后文</p>"),
    "object": ("<object data='x.swf'></object>后文", "<p>后文</p>"),
    "embedded file": ("<embed src='x.swf'>后文", "<p>后文</p>"),
    "drawing with script": ("<svg onload=alert(1)><circle/></svg>后文", "<p>后文</p>"),
    "formula with script": ("<math><mtext><script>alert(1)</script></mtext></math>后文", "<p>后文</p>"),
    "style sheet": ("<style>body{display:none}</style>后文", "后文"),
    "style, class, id and data of an element": ("<b style='x' class='record' id='content' data-state='y'>甲</b>", "<p><b>甲</b></p>"),
    "id that imitates the page's own": ("<a id='facts'>甲</a>", "<p><a>甲</a></p>"),
    "base address": ("<base href='https://other.example/'>后文", "后文"),
    "redirection": ("<meta http-equiv=refresh content='0;url=https://other.example/'>后文", "<p>后文</p>"),
    "foreign style sheet": ("<link rel=stylesheet href='https://other.example/x.css'>后文", "后文"),
    "end of our own elements": ("</div></article></main>后文", "后文"),
    "comment": ("甲<!-- 内部意见 -->乙", "<p>甲乙</p>"),
    "quote that breaks out": ("<img src=x.png alt='\"><script>alert(1)</script>'>", '<img src="x.png" alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">'),
    "link to a new window": ("<a href='x' target='_blank'>甲</a>", '<p><a href="x">甲</a></p>'),
    "film": ("<video src='https://other.example/x.mp4' autoplay></video>后文", "<p>后文</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_loses_what_makes_it_one(body: str, expected: str) -> None:
    assert html(body) == expected


FORMS = ["<form action='https://other.example/'><button>提交</button></form>", "<input type=text name=a>",
         "<textarea>甲</textarea>", "<select><option>甲</option></select>", "<input type=image src='https://other.example/'>",
         "<input type=password>"]  # fmt: skip


@pytest.mark.parametrize("body", FORMS)
def test_nothing_can_be_typed_or_sent(body: str) -> None:
    page = html(body)
    assert not re.search("<(form|button|textarea|select|option)|type=|name=|src=", page)
    assert "<input" not in page or "disabled" in page


ELSEWHERE = ["https://other.example/x.png", "http://other.example/x.png", "HTTPS://other.example/x.png",
             "//other.example/x.png", "data:image/png;base64,AAAA", "ftp://other.example/x.png", "record:2026-0002"]  # fmt: skip


@pytest.mark.parametrize("address", ELSEWHERE)
def test_a_picture_on_another_host_leaves_its_description(address: str) -> None:
    assert html(f"![校门]({address})") == '<p><img alt="校门"></p>'
    assert html(f"<img alt=校门 src=' {address}'>") == '<img alt="校门">'


@pytest.mark.parametrize(
    "address",
    ["/&#9;/other.example/x.png", "ht&#10;tps://other.example/x.png", "&#1;//other.example/x.png", "&#13;https:x"],
)
def test_characters_that_browsers_drop_do_not_hide_another_host(address: str) -> None:
    assert html(f"<img alt=校门 src='{address}'>") == '<img alt="校门">'


@pytest.mark.parametrize("body", ["甲&#1;乙", "甲&#xFFFE;乙", "甲&#x1F;乙"])
def test_nothing_is_left_that_no_feed_can_hold(body: str) -> None:
    assert "".join(html(body).split("<p>")).replace("</p>", "") == "甲乙"


def test_a_backslash_does_not_lead_a_picture_to_another_host() -> None:
    assert html("<img src='/\\other.example/x.png' alt=甲>") == '<img alt="甲">'
    assert html("<img src='\\\\other.example/x.png' alt=甲>") == '<img alt="甲">'


def test_a_picture_brings_no_second_source() -> None:
    assert html("<img src='a.png' srcset='https://other.example/x.png 2x'>") == '<img src="a.png">'
    assert "other.example" not in html("<picture><source srcset='https://other.example/x'><img src='a.png'></picture>")


KEPT = [
    '<table><caption>表一</caption><tbody><tr><td colspan="2" rowspan="3" align="center">甲</td></tr></tbody></table>',
    '<table><colgroup><col span="2"></colgroup><thead><tr><th colspan="2">甲</th></tr></thead></table>',
    "<details><summary>说明</summary>正文</details>",
    '<details open=""><summary>说明</summary>正文</details>',
    '<p><img src="a.png" alt="校门" title="正门" width="300" height="200"></p>',
    "<figure><img src=\"a.png\" alt=\"校门\"><figcaption>校门</figcaption></figure>",
    "<p><ruby>校<rp>(</rp><rt>xiào</rt><rp>)</rp></ruby></p>",
    "<p>10<sup>2</sup> H<sub>2</sub>O <mark>重点</mark> <kbd>F5</kbd> <u>线</u> <s>删</s> <small>小</small></p>",
    "<dl><dt>项目</dt><dd>标准</dd></dl>",
    "<p>甲<br>乙</p>",
    '<div><p>段</p></div>',
    '<ol start="5"><li>五</li></ol>',
]  # fmt: skip


@pytest.mark.parametrize("body", KEPT)
def test_what_honest_pages_write_stays_as_it_is(body: str) -> None:
    assert html(body) == body


ADDRESSES = ["https://other.example/", "http://other.example/", "mailto:a@school.example", "tel:0000-5550102",
             "a.pdf", "../2026-0002/", "/xwgk/guide/", "#fees", "?page=2"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_of_these_kinds_stay(address: str) -> None:
    assert html(f"[甲]({address})") == f'<p><a href="{address}">甲</a></p>'


def test_an_element_that_is_not_closed_swallows_nothing_of_the_page() -> None:
    page = html("<div><details>甲")
    assert page.count("<div>") == page.count("</div>") == 1
    assert page.count("<details>") == page.count("</details>") == 1
