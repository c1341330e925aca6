"""The page for the wall: which records have one, what it says, where its links and its QR code lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.domain.wall import due_down, has_print_page, may_hang
from disclosure.publishing.prints import print_pages
from disclosure.rendering.fragments import record_fragment
from disclosure.rendering.poster import one_folder_deeper, with_pictures
from disclosure.rendering.print_page import print_page
from disclosure.rendering.site import Site
from sample import SCHOOL, record

SiteOf = Callable[..., Site]
_WITH_PEOPLE = f"{SCHOOL}phones: {{office: 0000-1, supervision: [0000-2, 0000-3]}}\nmailbox: box@school.example\n"


def page_of(site: Site, record_id: str = "2026-0001") -> str:
    return print_page(next(one for one in site.edition.shown if one.id == record_id), site)


@pytest.mark.parametrize(
    ("fields", "hangs"),
    [
        ({}, True),
        ({"截止日期": "2026-12-31"}, True),
        ({"截止日期": "2026-11-23"}, True),
        ({"复核日期": "2026-10-01"}, True),
        ({"截止日期": "2026-11-22"}, False),
        ({"截止日期": "2026-11-22", "到期处理": "往期"}, False),
        ({"公开渠道": "网站、公开栏"}, True),
        ({"公开渠道": "网站、家长信"}, False),
    ],
    ids=["standing", "current", "last day", "review due", "expired", "archived", "for the wall", "not for the wall"],
)
def test_what_holds_today_and_is_meant_for_the_wall_has_a_page(
    fields: dict[str, str], hangs: bool, site_of: SiteOf
) -> None:
    site = site_of(record(**fields))
    (shown,) = site.edition.shown
    assert has_print_page(shown) is hangs
    assert [file.path for file in print_pages(site)] == ["r/2026-0001/print/index.html"] * hangs
    assert ('href="print/"' in record_fragment(shown, site)) is hangs


@pytest.mark.parametrize(
    "fields",
    [
        {"截止日期": "2026-11-22", "到期处理": "撤下"},
        {"撤销": "{日期: 2026-11-01, 理由: 有误, 批准: 校长}"},
        {"草稿": "是"},
        {"公布日期": "2026-12-01"},
        {"公开范围": "教职工"},
    ],
    ids=["removed", "withdrawn", "draft", "scheduled", "for others"],
)
def test_what_may_not_be_shown_has_none(fields: dict[str, str], site_of: SiteOf) -> None:
    assert list(print_pages(site_of(record(**fields)))) == []


def test_what_was_replaced_has_none(site_of: SiteOf) -> None:
    site = site_of(record(), record("2026-0002", 替代="2026-0001"))
    assert [one.id for one in site.edition.shown if may_hang(one)] == ["2026-0002"]


def test_a_file_in_its_place_keeps_its_address(site_of: SiteOf) -> None:
    site = site_of(record(), files={"print": b"text"})
    assert list(print_pages(site)) == []
    assert 'href="print/"' not in record_fragment(site.edition.shown[0], site)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"截止日期": "2026-12-01"}, "2026年9月1日至 2026年12月1日（含当日）"),
        ({"截止日期": "2026-12-01"}, "应于 2026年12月2日取下"),
        ({"截止日期": "2026-12-31"}, "应于 2027年1月1日取下"),
        ({"公示期": "90天"}, "共 90天"),
        ({}, "长期张贴"),
        ({"复核日期": "2027-08-31"}, "长期张贴，2027年8月31日前复核"),
        ({"文号": "示校〔2026〕1号"}, "示校〔2026〕1号"),
        ({"公布日期": "2026-09-01 08:30"}, "2026年9月1日 08:30"),
        ({"责任人": "总务主任"}, "总务处（总务主任）"),
        ({"金额": "5.8万元"}, "58,000元"),
        ({"变更": "[{日期: 2026-10-01, 说明: 改了电话}]"}, "2026年10月1日 改了电话"),
        ({"审签": "[{角色: 校长, 姓名: 沈砚秋, 日期: 2026-08-31}]"}, "<td>沈砚秋</td><td>2026年8月31日</td>"),
        ({"监督电话": "0000-9"}, "监督电话：0000-9　"),
        ({}, "监督电话：0000-2、0000-3　意见箱：box@school.example"),
        ({}, "校务公开 · 招生收费"),
        ({}, "张贴日期："),
        ({}, "取下日期："),
        ({"标题": "a<b>&c"}, "<h1>a&lt;b&gt;&amp;c</h1>"),
    ],
)
def test_the_sheet_says_it(fields: dict[str, str], said: str, site_of: SiteOf) -> None:
    assert said in page_of(site_of(record(**fields), school=_WITH_PEOPLE))


def test_the_code_is_told_in_words_and_the_address_stands_below(site_of: SiteOf) -> None:
    html = page_of(site_of(record()))
    assert 'aria-label="二维码，内容是网址 https://school.example/xwgk/r/2026-0001/"' in html
    assert '<span class="address">https://school.example/xwgk/r/2026-0001/</span>' in html


def test_attachments_are_named_with_their_size(site_of: SiteOf) -> None:
    html = page_of(site_of(record(附件="[{文件: a.csv, 名称: 明细}]"), files={"a.csv": b"1,2\n" * 600}))
    assert "明细（CSV，2 KB）。附件见网页。" in html


def test_links_lead_where_they_led_on_the_records_page(site_of: SiteOf) -> None:
    body = "[甲](record:2026-0002) [栏](column:其他/财务) [文](a.csv) ![图](a.png) [外](https://other.example/) 注[^1]\n\n[^1]: 说明"
    files = {"a.csv": b"1", "a.png": b"\x89PNG\r\n\x1a\n"}
    html = page_of(site_of(record(body=body), record("2026-0002"), files=files))
    sheet = html.partition("<section")[0]
    links = set(re.findall(r'(?:href|src)="([^"]*)"', sheet.partition('class="poster"')[2]))
    assert links >= {
        "../../2026-0002/",
        "../../../other/finance/",
        "../a.csv",
        "../a.png",
        "https://other.example/",
        "#fn-1",
    }


@pytest.mark.parametrize(
    ("html", "moved"),
    [
        ('<a href="a.pdf">x</a>', '<a href="../a.pdf">x</a>'),
        ('<a href="./a.pdf" title="t">x</a>', '<a href=".././a.pdf" title="t">x</a>'),
        ('<a title="href=&quot;" href="../b/">x</a>', '<a title="href=&quot;" href="../../b/">x</a>'),
        ('<img alt="a" src="b.png">', '<img alt="a" src="../b.png">'),
        ('<a href="#fn-1">1</a>', '<a href="#fn-1">1</a>'),
        ('<a href="/r/1/">x</a>', '<a href="/r/1/">x</a>'),
        ('<a href="//other.example/">x</a>', '<a href="//other.example/">x</a>'),
        ('<a href="mailto:a@b.c">x</a>', '<a href="mailto:a@b.c">x</a>'),
        ('<p>src="a.png"</p>', '<p>src="a.png"</p>'),
    ],
)
def test_links_for_a_page_in_a_folder_below(html: str, moved: str) -> None:
    assert one_folder_deeper(html) == moved


def test_pictures_are_taken_from_where_they_are_and_others_are_not_asked_for() -> None:
    html = '<img src="a%20b.png" alt="甲"><img alt="乙" src="c.png">'
    found = with_pictures(html, {"a%20b.png": "file:///x/a%20b.png"}.get)
    assert found == '<img src="file:///x/a%20b.png" alt="甲"><img alt="乙">'


def test_the_page_does_not_change_from_day_to_day(site_of: SiteOf) -> None:
    texts = record(截止日期="2026-12-31")
    first, second = (page_of(site_of(texts, today=date(2026, 11, day))) for day in (20, 21))
    assert first == second


def test_a_page_has_another_key_where_it_is_another(site_of: SiteOf) -> None:
    variants = [
        {}, {"标题": "另一件"}, {"截止日期": "2026-12-31"}, {"监督电话": "0000-7"},
        {"公开渠道": "公开栏"}, {"变更": "[{日期: 2026-10-01, 说明: 改}]"},
    ]  # fmt: skip
    files = [next(iter(print_pages(site_of(record(**one))))) for one in variants]
    assert len({file.key for file in files}) == len(variants)


def test_what_ended_lately_has_to_come_down_now(site_of: SiteOf) -> None:
    site = site_of(
        record("2026-0001", 截止日期="2026-11-20"),
        record("2026-0002", 截止日期="2026-11-22", 到期处理="撤下"),
        record("2026-0003", 撤销="{日期: 2026-11-01, 理由: 有误, 批准: 校长}"),
        record("2026-0004"),
        record("2026-0005", 替代="2026-0004", 公布日期="2026-11-10"),
        record("2026-0006", 截止日期="2026-09-30"),
        record("2026-0007", 截止日期="2026-11-20", 公开渠道="网站"),
        record("2026-0008", 截止日期="2026-11-23"),
    )
    assert [(one.entry.id, one.reason, one.since.isoformat()) for one in due_down(site.edition)] == [
        ("2026-0003", "已撤销", "2026-11-01"),
        ("2026-0004", "已替代", "2026-11-10"),
        ("2026-0001", "公示期满", "2026-11-21"),
        ("2026-0002", "公示期满", "2026-11-23"),
    ]
