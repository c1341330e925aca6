"""Links to records and columns on the school's own pages, the same as in records, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markdown import Markdown

from disclosure.publishing.root_pages import filled_page
from disclosure.rendering.frame import Frame
from disclosure.rendering.page_links import PageLinks
from disclosure.rendering.site import Site
from sample import SCHOOL, record

HIDDEN = "\uff08本版不公开的记录\uff09"
WITHDRAWN = "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"


@pytest.fixture
def render(site_of: Callable[..., Site]) -> Callable[..., str]:
    """Renders a page of the public edition, which has a record 2026-0002 and a stub 2026-0003; 2026-0004 is internal."""
    site = site_of(
        record("2026-0002", 标题="校服 <冬> & 夏"),
        record("2026-0003", 撤销=WITHDRAWN),
        record("2026-0004", 公开范围="教职工"),
        record("2026-0005", 栏目="其他/财务"),
        record("2026-0006", 栏目="其他/采购", 公布日期="2026-09-02"),
        record("2026-0007", 栏目="其他/采购"),
        school=SCHOOL + "newest: 2\n",
    )
    markdown = Markdown(extensions=[PageLinks(), "attr_list"])

    def make(text: str, *, url: str = "guide/") -> str:
        frame = Frame.cut(markdown.reset().convert(text))
        path = url if url.endswith(".html") else f"{url}index.html"
        return filled_page(path, frame, site).decode()

    return make


LINKS = {
    "resolved": ("[见此](record:2026-0002)", '<a href="../r/2026-0002/">见此</a>'),
    "to a stub": ("[见此](record:2026-0003)", '<a href="../r/2026-0003/">见此</a>'),
    "with fragment": ("[见此](record:2026-0002#fees)", '<a href="../r/2026-0002/#fees">见此</a>'),
    "with title": ('[见此](record:2026-0002 "提示")', '<a href="../r/2026-0002/" title="提示">见此</a>'),
    "with emphasis": ("[**见**此](record:2026-0002)", '<a href="../r/2026-0002/"><strong>见</strong>此</a>'),
    "without text": ("[](record:2026-0002)", '<a href="../r/2026-0002/">校服 &lt;冬&gt; &amp; 夏</a>'),
    "by reference": ("[见此][1]\n\n[1]: record:2026-0002", '<a href="../r/2026-0002/">见此</a>'),
    "with attributes": (
        '[见此](record:2026-0002){ .md-button data-x="1" aria-label="甲 > 乙" }',
        '<a aria-label="甲 &gt; 乙" class="md-button" data-x="1" href="../r/2026-0002/">见此</a>',
    ),
    "internal, with attributes": ('[见此](record:2026-0004){ .md-button data-x="1" id=a1 }', "见此"),
    "around a picture": (
        "[![图](a.png)](record:2026-0002)",
        '<a href="../r/2026-0002/"><img alt="图" src="a.png" /></a>',
    ),
    "internal": ("[见此](record:2026-0004)", "见此"),
    "internal, with title": ('[见此](record:2026-0004 "提示")', "见此"),
    "internal, with emphasis": ("[**见**此](record:2026-0004#a)", "<strong>见</strong>此"),
    "internal, without text": ("[](record:2026-0004)", HIDDEN),
    "unknown": ("[见此](record:2026-9999)", "见此"),
    "column by name": ("[收费](column:招生收费)", '<a href="../admissions-fees/">收费</a>'),
    "column by full name": ("[财务](column:其他/财务)", '<a href="../other/finance/">财务</a>'),
    "column by path, without text": ("[](column:other/finance)", '<a href="../other/finance/">其他/财务</a>'),
    "column in percent signs": (
        "[收费](column:%E6%8B%9B%E7%94%9F%E6%94%B6%E8%B4%B9)",
        '<a href="../admissions-fees/">收费</a>',
    ),
    "in capitals": ("[见此](Record:2026-0002)", '<a href="../r/2026-0002/">见此</a>'),
    "a list in a sentence": ("见 ![公示](record:2026-0002)。", '见 <a href="../r/2026-0002/">公示</a>。'),
    "a list in a sentence, without text": (
        "见 ![](column:招生收费#5)。",
        '见 <a href="../admissions-fees/">招生收费</a>。',
    ),
    "other address": ("[见此](https://other.example/)", '<a href="https://other.example/">见此</a>'),
    "other address without text": ("[](a.pdf)", '<a href="a.pdf"></a>'),
    "HTML in code": (
        '`<a href="record:2026-0002">见此</a>`',
        '<code>&lt;a href="record:2026-0002"&gt;见此&lt;/a&gt;</code>',
    ),
    "in code": ("`[见此](record:2026-0002)`", "<code>[见此](record:2026-0002)</code>"),
}


@pytest.mark.parametrize(("text", "expected"), LINKS.values(), ids=LINKS)
def test_a_link(text: str, expected: str, render: Callable[..., str]) -> None:
    assert render(text) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("", "r/2026-0002/"),
        ("guide/", "../r/2026-0002/"),
        ("other/finance/", "../../r/2026-0002/"),
        ("about.html", "r/2026-0002/"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(url: str, target: str, render: Callable[..., str]) -> None:
    assert render("[见此](record:2026-0002)", url=url) == f'<p><a href="{target}">见此</a></p>'


def test_text_around_links_stays(render: Callable[..., str]) -> None:
    text = "甲[乙](record:2026-0002)丙[丁](record:2026-0004)戊"
    assert render(text) == '<p>甲<a href="../r/2026-0002/">乙</a>丙丁戊</p>'


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("![](record:2026-0002)", ["2026-0002"]),
        ("![](record:2026-0003)", ["2026-0003"]),
        ("![](record:2026-0004)", []),
        ("![](record:2026-0007) ![](record:2026-0002)", ["2026-0007", "2026-0002"]),
        ("![](column:招生收费)", ["2026-0002"]),
        ("![](column:其他)", ["2026-0006", "2026-0007"]),
        ("![](column:其他#1)", ["2026-0006"]),
        ("![](column:其他#9)", ["2026-0006", "2026-0007", "2026-0005"]),
        ("![](column:办学规划)", []),
    ],
)
def test_a_list_of_records(text: str, numbers: list[str], render: Callable[..., str]) -> None:
    page = render(text)
    assert re.findall(r"<li data-state=[^>]+><a href=\.\./r/([0-9-]+)/>", page) == numbers
    assert ("目前没有现行内容。" in page) is not bool(numbers)
    assert "<img" not in page
