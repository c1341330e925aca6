"""The letter on the print page: what parents ask first comes first, and the text of the record stands there once."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from disclosure.rendering.print_page import print_page
from disclosure.rendering.site import Site
from sample import SCHOOL, record

SiteOf = Callable[..., Site]
_PHONES = f"{SCHOOL}phones: {{office: 0000-1, supervision: 0000-2}}\n"
_FEES = "[{项目: 午餐, 标准: 15元, 计费单位: 每餐, 依据: 某办法, 减免: 困难学生免收}, {项目: 校服, 标准: 98元, 计费单位: 每套}]"
_LETTER = re.compile('<div class="letter[^"]*">(.*?)</div>')
_PARAGRAPH = re.compile("<p>(.*?)</p>")


def page_of(site: Site) -> str:
    (shown,) = site.edition.shown
    return print_page(shown, site)


def letter(site: Site) -> list[list[str]]:
    """What a letter says before and behind the text, as HTML."""
    return [_PARAGRAPH.findall(part) for part in _LETTER.findall(page_of(site))]


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
    before_the_text, _ = letter(site_of(record(**fields), school=_PHONES))
    question, _, answer = first.partition("：")
    assert f"<b>{question}：</b>{answer}" in before_the_text


def test_nothing_is_said_of_money_where_there_is_none(site_of: SiteOf) -> None:
    assert "多少钱" not in page_of(site_of(record()))


def test_a_letter_in_full(site_of: SiteOf) -> None:
    text = record(
        概述="午餐涨价。", 文号="示校1号", 收费=_FEES, 截止日期="2026-12-31", 附件="[{文件: a.csv, 名称: 明细}]"
    )
    assert letter(site_of(text, files={"a.csv": b"1"})) == [
        [
            "<b>多少钱：</b>午餐 15元（每餐）；校服 98元（每套）",
            "<b>何时前：</b>2026年12月31日（含当日），公示截止",
            "<b>找谁问：</b>总务处",
            "午餐涨价。",
        ],
        [
            "附件（见网页）：明细（1 字节）",
            "编号：2026-0001　文号：示校1号",
            "原文：https://school.example/xwgk/r/2026-0001/",
            "示例学校　2026年9月1日",
        ],
    ]


def test_title_text_charges_and_what_they_rest_on_are_those_of_the_sheet(site_of: SiteOf) -> None:
    html = page_of(site_of(record(body="请看：\n\n只说一遍。", 收费=_FEES)))
    assert html.count("只说一遍。") == 1
    parts = ["<h1>", "找谁问", "只说一遍。", "困难学生免收", "收费依据：某办法", 'class="facts"', "原文："]
    assert sorted(parts, key=html.index) == parts


def test_a_summary_is_said_once_where_there_is_no_text(site_of: SiteOf) -> None:
    html = page_of(site_of(record(body="", 概述="午餐涨价。")))
    assert html.count("午餐涨价。") == 1
    assert '<div class="body"><p>午餐涨价。</p></div>' in html


def test_what_is_written_as_html_stays_text(site_of: SiteOf) -> None:
    html = page_of(site_of(record(标题="a<b>c", 概述="1<2<i>", 责任人="<u>", 文号="<s>")))
    for said in ("a<b>c", "1<2<i>", "总务处（<u>）", "文号：<s>"):
        assert said not in html and said in unescape(html)


def test_little_stands_beside_the_text(site_of: SiteOf) -> None:
    """Of sites with hundreds of notices on the wall, these pages are a good part."""
    text = record(
        body="文" * 1000,
        概述="这是一句不长不短的概述，供师生员工和家长查阅。",
        文号="示校〔2026〕1号",
        截止日期="2026-12-31",
    )
    assert len(page_of(site_of(text)).encode()) < 3000 + 4500
