"""What a clerk may write in a body: GitHub's Markdown, with emphasis and lines that suit Chinese."""

from __future__ import annotations

import pytest

from disclosure.rendering.markdown import render_body


def html(body: str) -> str:
    return render_body(body, link_to=lambda _: None).strip()


WRITTEN = {
    "emphasis": ("*一* **二**", "<p><em>一</em> <strong>二</strong></p>"),
    "strikethrough": ("~~作废~~", "<p><del>作废</del></p>"),
    "a list right below its paragraph": ("项目\n- 伙食费", "<p>项目</p>\n<ul>\n<li>伙食费</li>\n</ul>"),
    "a numbered list that starts later": ("3. 三", '<ol start="3">\n<li>三</li>\n</ol>'),
    "a bare address": (
        "https://school.example/a",
        '<p><a href="https://school.example/a">https://school.example/a</a></p>',
    ),
    "a bare mail address": (
        "office@school.example",
        '<p><a href="mailto:office@school.example">office@school.example</a></p>',
    ),
    "code is not read as Markdown": ("`**甲**`", "<p><code>**甲**</code></p>"),
    "a quotation": ("> 原文", "<blockquote>\n<p>原文</p>\n</blockquote>"),
    "an entity": ("甲 &lt; 乙 & 丙", "<p>甲 &lt; 乙 &amp; 丙</p>"),
    "a template's braces": ("{{ config }} {% raw %}", "<p>{{ config }} {% raw %}</p>"),
}


@pytest.mark.parametrize(("body", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_markdown(body: str, expected: str) -> None:
    assert html(body) == expected


def test_a_table_keeps_its_alignment() -> None:
    table = html("|项目|标准|\n|:--|--:|\n|伙食费|15 元|")
    assert '<th align="left">项目</th>' in table
    assert '<th align="right">标准</th>' in table
    assert '<td align="left">伙食费</td>' in table
    assert '<td align="right">15 元</td>' in table


def test_a_task_list_cannot_be_ticked_by_readers() -> None:
    tasks = html("- [x] 已办\n- [ ] 未办")
    assert '<li><input type="checkbox" checked="" disabled=""> 已办</li>' in tasks
    assert '<li><input type="checkbox" disabled=""> 未办</li>' in tasks


def test_a_footnote_leads_there_and_back() -> None:
    page = html("正文[^1]\n\n[^1]: 注释")
    assert '<a href="#fn-1" id="fnref-1">1</a>' in page
    assert '<li id="fn-1">' in page
    assert '<a href="#fnref-1">' in page
    assert "注释" in page


CLOSING_MARKS = {
    "full-width colon": "\uff1a",
    "full-width comma": "\uff0c",
    "ideographic full stop": "\u3002",
    "full-width exclamation mark": "\uff01",
    "full-width bracket": "\uff09",
    "corner bracket": "\u300d",
    "curly quote": "\u201d",
    "book title mark": "\u300b",
}


@pytest.mark.parametrize("mark", CLOSING_MARKS.values(), ids=CLOSING_MARKS)
def test_emphasis_may_end_with_chinese_punctuation(mark: str) -> None:
    assert html(f"**收费标准{mark}**每生") == f"<p><strong>收费标准{mark}</strong>每生</p>"


@pytest.mark.parametrize("mark", ["\uff08", "\u300c", "\u201c", "\u300a"])
def test_emphasis_may_begin_with_chinese_punctuation(mark: str) -> None:
    assert html(f"按**{mark}试行**执行") == f"<p>按<strong>{mark}试行</strong>执行</p>"


HEADINGS = {
    "# 一": "<h2>一</h2>",
    "一\n===": "<h2>一</h2>",
    "## 二": "<h2>二</h2>",
    "### 三": "<h2>三</h2>",
    "###### 六": "<h2>六</h2>",
    "## 二\n\n### 三\n\n## 又二": "<h2>二</h2>\n<h3>三</h3>\n<h2>又二</h2>",
    "# 一\n\n## 二\n\n### 三": "<h2>一</h2>\n<h3>二</h3>\n<h4>三</h4>",
    "## 二\n\n##### 五\n\n### 三": "<h2>二</h2>\n<h3>五</h3>\n<h3>三</h3>",
    "### 三\n\n## 二\n\n### 又三": "<h2>三</h2>\n<h2>二</h2>\n<h3>又三</h3>",
    "# 一\n\n# 又一": "<h2>一</h2>\n<h2>又一</h2>",
    "<h1>一</h1>": "<h2>一</h2>",
    '<H1 class="大">一</H1>': "<h2>一</h2>",
    "`<h1>`": "<p><code>&lt;h1&gt;</code></p>",
}


@pytest.mark.parametrize(("body", "expected"), HEADINGS.items())
def test_headings_start_at_the_second_level_and_skip_none(body: str, expected: str) -> None:
    assert html(body) == expected


LINES = {
    "Chinese lines are joined": ("家长可以\n在此查询", "<p>家长可以在此查询</p>"),
    "also after punctuation": ("每餐 15 元\uff0c\n按月结算", "<p>每餐 15 元\uff0c按月结算</p>"),
    "also around emphasis": ("**甲**\n*乙*", "<p><strong>甲</strong><em>乙</em></p>"),
    "a Latin word keeps its space": ("使用\nWPS 打开", "<p>使用\nWPS 打开</p>"),
    "a break that was asked for stays": ("甲  \n乙", "<p>甲<br>\n乙</p>"),
    "paragraphs stay apart": ("甲\n\n乙", "<p>甲</p>\n<p>乙</p>"),
    "preformatted text stays as it is": ("```\n甲\n乙\n```", "<pre><code>甲\n乙\n</code></pre>"),
    "joined again after preformatted text": (
        "```\n甲\n乙\n```\n\n丙\n丁",
        "<pre><code>甲\n乙\n</code></pre>\n<p>丙丁</p>",
    ),
}


@pytest.mark.parametrize(("body", "expected"), LINES.values(), ids=LINES)
def test_line_ends_in_the_source(body: str, expected: str) -> None:
    assert html(body) == expected
