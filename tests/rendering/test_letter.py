"""The letter: what parents ask first comes first, and tables and lists can be read as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from disclosure.rendering.fragments import body_of
from disclosure.rendering.letter import Letter, letter_of
from disclosure.rendering.plain_text import plain_text
from disclosure.rendering.site import Site
from sample import SCHOOL, record

SiteOf = Callable[..., Site]
_PHONES = f"{SCHOOL}phones: {{office: 0000-1, supervision: 0000-2}}\n"
_FEES = "[{项目: 午餐, 标准: 15元, 计费单位: 每餐, 依据: 某办法, 减免: 困难学生免收}, {项目: 校服, 标准: 98元, 计费单位: 每套}]"


def letter(site: Site) -> Letter:
    (shown,) = site.edition.shown
    return letter_of(shown, site, body=body_of(shown, site))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p>\n<p>二</p>", "一\n\n二"),
        ("<h2>标题</h2>\n<p>正文</p>", "标题\n\n正文"),
        ("<p>一<br>\n二</p>", "一\n二"),
        ("<p>一\n二</p>", "一 二"),
        ("<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>", "· 甲\n· 乙"),
        ("<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>", "1. 甲\n2. 乙"),
        ('<ol start="3">\n<li>甲</li>\n</ol>', "3. 甲"),
        ("<ul>\n<li>甲\n<ul>\n<li>子</li>\n</ul>\n</li>\n<li>乙</li>\n</ul>", "· 甲\n　· 子\n· 乙"),
        ("<ul>\n<li><p>甲</p></li>\n<li><p>乙</p></li>\n</ul>", "· 甲\n· 乙"),
        ('<ul><li><input type="checkbox" checked="" disabled=""> 甲</li></ul>', "· ☑ 甲"),
        (
            "<table><thead><tr><th>餐</th><th>标准</th><th>单位</th></tr></thead><tbody><tr><td>早餐</td><td>5元</td><td>每餐</td></tr><tr><td>午餐</td><td>15元</td><td></td></tr></tbody></table>",
            "· 早餐：标准 5元；单位 每餐\n· 午餐：标准 15元",
        ),
        ("<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>", "· 甲　乙"),
        ("<p>前</p><table><thead><tr><th>单列</th></tr></thead><tbody><tr><td>甲</td></tr></tbody></table><p>后</p>", "前\n\n· 甲\n\n后"),
        ('<p>看<a href="https://school.example/">网页</a>。</p>', "看网页（https://school.example/）。"),
        ('<p><a href="https://school.example/">https://school.example/</a></p>', "https://school.example/"),
        ('<p><a href="mailto:a@b.example">a@b.example</a></p>', "a@b.example"),
        ('<p>话<sup><a href="#fn-1">1</a></sup></p><ol><li>注 <a href="#fnref-1">↩</a></li></ol>', "话〔1〕\n\n1. 注"),
        ('<p><img src="a.png" alt="流程图"></p>', "（图：流程图）"),
        ('<p>一<img src="a.png"></p>', "一"),
        ("<blockquote>\n<p>引文</p>\n</blockquote>", "　　引文"),
        ("<pre><code>a  b\nc</code></pre>", "a  b\nc"),
        ("<hr>", "——————"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        ("文字 <strong>重</strong>点", "文字 重点"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_as_text(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"收费": _FEES}, "多少钱：午餐 15元（每餐）；校服 98元（每套）"),
        ({"金额": "5.8万元"}, "多少钱：58,000元"),
        ({"截止日期": "2026-12-31"}, "何时前：2026年12月31日（含当日），公示截止"),
        ({"截止日期": "2026-12-31", "关联": "甲", "环节": "征求意见"}, "何时前：2026年12月31日（含当日），可以提意见"),
        ({}, "何时起：2026年9月1日起长期有效"),
        ({"责任人": "主任"}, "找谁问：总务处（主任），电话 0000-1；监督电话 0000-2"),
        ({"监督电话": "0000-9"}, "找谁问：总务处，电话 0000-1；监督电话 0000-9"),
    ],
)
def test_what_parents_ask_comes_first(fields: dict[str, str], first: str, site_of: SiteOf) -> None:
    made = letter(site_of(record(**fields), school=_PHONES))
    before_the_body = made.text.partition("每餐 15 元。")[0]
    assert first in before_the_body.split("\n")
    question, _, answer = first.partition("：")
    assert f"<b>{question}：</b>{answer}" in made.html


def test_nothing_is_said_of_money_where_there_is_none(site_of: SiteOf) -> None:
    assert "多少钱" not in letter(site_of(record())).text


def test_a_letter_in_full(site_of: SiteOf) -> None:
    text = record(
        body="请看：\n\n| 餐 | 价 |\n| --- | --- |\n| 午餐 | 15 元 |\n",
        概述="午餐涨价。",
        文号="示校1号",
        收费=_FEES,
        截止日期="2026-12-31",
    )
    assert letter(site_of(text)).text == (
        "第2026-0001件\n\n"
        "多少钱：午餐 15元（每餐）；校服 98元（每套）\n"
        "何时前：2026年12月31日（含当日），公示截止\n"
        "找谁问：总务处\n\n"
        "午餐涨价。\n\n"
        "请看：\n\n· 午餐：价 15 元\n\n"
        "· 午餐 15元（每餐）；减免：困难学生免收\n· 校服 98元（每套）\n\n"
        "收费依据：某办法\n\n"
        "编号：2026-0001　文号：示校1号\n"
        "原文：https://school.example/xwgk/r/2026-0001/\n"
        "示例学校　2026年9月1日"
    )


def test_the_rich_letter_is_plain_elements_with_their_own_styles(site_of: SiteOf) -> None:
    body = "## 一\n\n[甲](record:2026-0001) ![图](a.png)\n\n| 餐 | 价 |\n| --- | ---: |\n| 午餐 | 15 |\n\n注[^1]\n\n[^1]: 说明"
    html = letter(site_of(record(body=body, 收费=_FEES), files={"a.png": b"\x89PNG\r\n\x1a\n"})).html
    for word in ("<a", "<img", "class=", " id=", "href=", "<script", "<input"):
        assert word not in html
    assert '<h2 style="' in html and "text-align:right" in html and "（图：图，见网页）" in html
    assert '<td style="border:1px solid #999' in html and "困难学生免收" in html


def test_what_is_written_as_html_stays_text(site_of: SiteOf) -> None:
    made = letter(site_of(record(标题="a<b>c", 概述="1<2")))
    assert made.text.startswith("a<b>c\n") and "1<2" in made.text
    assert "a&lt;b&gt;c" in made.html and "1&lt;2" in made.html
