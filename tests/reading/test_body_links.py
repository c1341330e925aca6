"""Links of a body: Markdown's and HTML's, none from code, each on its line of the file."""

from __future__ import annotations

import pytest

from disclosure.domain.record import Link
from disclosure.reading.body_links import links_in
from disclosure.reading.nodes import Unreadable


def targets(body: str) -> list[str]:
    return [link.target for link in links_in(body, first_line=1)]


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("[预算](budget.xlsx)", "budget.xlsx"),
        ('[预算](budget.xlsx "2026年")', "budget.xlsx"),
        ("[预算](<budget.xlsx>)", "budget.xlsx"),
        ("见[**预算**](budget.xlsx)。", "budget.xlsx"),
        ("[收费](record:2026-0001)", "record:2026-0001"),
        ("[收费](record:2026-0001#二)", "record:2026-0001#%E4%BA%8C"),
        ("[](record:2026-0001)", "record:2026-0001"),
        ("[上文](#one)", "#one"),
        ("[来信](mailto:xwgk@school.example)", "mailto:xwgk@school.example"),
        ("[外站](https://other.example/a?b=1&c=2#d)", "https://other.example/a?b=1&c=2#d"),
        ("<https://other.example/>", "https://other.example/"),
        ("[表](表.pdf)", "%E8%A1%A8.pdf"),
        ("[表](<一 表.pdf>)", "%E4%B8%80%20%E8%A1%A8.pdf"),
        ("[表](a%20b.pdf)", "a%20b.pdf"),
        ("[表](a_(1).pdf)", "a_(1).pdf"),
        ("[表](a\\_b.pdf)", "a_b.pdf"),
        ("[预算][b]\n\n[b]: budget.xlsx", "budget.xlsx"),
        ("[预算][]\n\n[预算]: budget.xlsx '标题'", "budget.xlsx"),
        ("[预算]\n\n[预算]: <budget.xlsx>\n", "budget.xlsx"),
        ("| 附件 |\n| --- |\n| [预算](budget.xlsx) |", "budget.xlsx"),
        ("| 甲 | 乙 |\n| --- | --- |\n| ` | [预算](budget.xlsx)` |", "budget.xlsx"),
        ("> - 1. [预算](budget.xlsx)", "budget.xlsx"),
        ("## [预算](budget.xlsx)", "budget.xlsx"),
    ],
)
def test_links_in_markdown(body: str, target: str) -> None:
    assert links_in(body, first_line=1)[0].target == target
    assert len(targets(body)) == 1
    assert not links_in(body, first_line=1)[0].is_image


@pytest.mark.parametrize(
    "body",
    ["![图](plan.png)", '![图](plan.png "标题")', "![](plan.png)", "![图][p]\n\n[p]: plan.png", '<img src="plan.png">', "<img src='plan.png' alt=图>",
     "<img src=plan.png>", '<IMG SRC="plan.png"/>', '<img alt="图" width=1\n  src = "plan.png">', '<p align="center"><img src="plan.png"></p>'],
)  # fmt: skip
def test_images(body: str) -> None:
    assert [(link.target, link.is_image) for link in links_in(body, first_line=1)] == [("plan.png", True)]


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ('<a href="a.pdf">甲</a>', "a.pdf"),
        ("<a href='a.pdf'>甲</a>", "a.pdf"),
        ("<a href=a.pdf>甲</a>", "a.pdf"),
        ("<A HREF=a.pdf TARGET=_blank>甲</A>", "a.pdf"),
        ('<a class="b" title="丙" href = "a.pdf">甲</a>', "a.pdf"),
        ('<a\n  href="a.pdf"\n  class=b>甲</a>', "a.pdf"),
        ('<a href="it\'s.pdf">甲</a>', "it's.pdf"),
        ('<a href="a&amp;b.pdf">甲</a>', "a&b.pdf"),
        ('<a href="a&b.pdf">甲</a>', "a&b.pdf"),
        ('<a href="&#x72;ecord&#58;2026-0001">甲</a>', "record:2026-0001"),
        ("<a href=record:2026-0001>甲</a>", "record:2026-0001"),
        ('<details><summary>附</summary><a href="a.pdf">甲</a></details>', "a.pdf"),
        ('<pre><a href="a.pdf">甲</a></pre>', "a.pdf"),
    ],
)
def test_links_in_html(body: str, target: str) -> None:
    assert targets(body) == [target]


@pytest.mark.parametrize(
    "body",
    [
        "没有链接", "", "`[甲](a.pdf)`", "``<a href='a.pdf'>``", "```\n[甲](a.pdf)\n<img src=a.png>\n```", "~~~ markdown\n![甲](a.png)\n~~~",
        "    [甲](a.pdf)", "段落\n\n\t<a href=a.pdf>", "```html\n<a href=\"a.pdf\">甲</a>\n", "\\[甲](a.pdf)", "[甲] (a.pdf)", "[甲]a.pdf", "[甲]",
        "\\<a href=\"a.pdf\">", "&lt;a href=\"a.pdf\"&gt;", '<a name="x">甲</a>', '<a href="">甲</a>', '<abbr href="a.pdf">', "[甲]: 不是链接 而是句子",
        "a.pdf", "甲<乙 href=a.pdf>", '<a href="a.pdf', "<pre>[甲](a.pdf)</pre>", '<!-- <a href="b.pdf"> -->', '<img data-src="x">', '<a title="href=c">甲</a>', '<video src="a.mp4"></video>', "- [ ] 待办\n- [x] 已办",
    ],
)  # fmt: skip
def test_what_is_no_link(body: str) -> None:
    assert targets(body) == []


@pytest.mark.parametrize(
    ("body", "target"),
    [('<img alt="a > b" src="pic.png">', "pic.png"), ('<img data-src="x" src="y">', "y"), ('<a title="href=c" href="b.pdf">', "b.pdf"),
     ("<img src='/&#9;/other.example/x.png'>", "//other.example/x.png"), ("<a href=' b.pdf '>", "b.pdf")],
)  # fmt: skip
def test_tags_are_read_as_a_browser_reads_them(body: str, target: str) -> None:
    assert targets(body) == [target]


@pytest.mark.parametrize(
    "body", ["a.pdf\n\n[甲](a.pdf)", "一\n\n[甲](预算%20表.pdf)", "一\n\n[甲](a&amp;b.pdf)", "一\n\n[甲](a\\_b.pdf)"]
)
def test_the_line_is_where_the_link_stands(body: str) -> None:
    (link,) = links_in(body, first_line=1)
    assert link.line == 3


def test_more_links_than_a_person_writes_are_refused() -> None:
    assert len(links_in("[a](b)\n" * 5000, first_line=1)) == 5000
    with pytest.raises(Unreadable) as caught:
        links_in("[a](b)\n" * 5001, first_line=1)
    assert caught.value.code == "R117"


def test_a_link_after_code_counts() -> None:
    body = "`[甲](a.pdf)`\n\n```\n[乙](b.pdf)\n```\n\n[丙](c.pdf)\n\n    [丁](d.pdf)\n"
    assert targets(body) == ["c.pdf"]


def test_all_links_in_their_order_with_their_lines() -> None:
    body = "\n".join(
        [
            "见[甲](a.pdf)、[乙](b.pdf)",
            "",
            "![丙](c.png)",
            '<a href="d.pdf">',
            "丁</a>",
            "",
            "| 表 |",
            "| --- |",
            "| [戊](戊.pdf) |",
            "",
            "[![己](f.png)](g.pdf)",
        ]
    )
    assert links_in(body, first_line=12) == (
        Link(target="a.pdf", line=12),
        Link(target="b.pdf", line=12),
        Link(target="c.png", line=14, is_image=True),
        Link(target="d.pdf", line=15),
        Link(target="%E6%88%8A.pdf", line=20),
        Link(target="g.pdf", line=22),
        Link(target="f.png", line=22, is_image=True),
    )


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("[甲](a.pdf)", 5),
        ("\n\n[甲](a.pdf)", 7),
        ("[甲][a]\n\n一\n\n[a]: a.pdf", 9),
        ("一\n\n<a\nhref=a.pdf>甲</a>", 8),
        ("一\n\n[甲](<一 表.pdf>)", 7),
        ("一\n\n[甲](%E8%A1%A8.pdf)", 7),
        ("```\n一\n```\n\n- [甲](a.pdf)", 9),
    ],
)
def test_the_line_is_that_of_the_file(body: str, line: int) -> None:
    assert [link.line for link in links_in(body, first_line=5)] == [line]
