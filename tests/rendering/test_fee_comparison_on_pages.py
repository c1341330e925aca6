"""与去年相比 on the page of a fee record: words, amounts, and the link to the record that it is compared with."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from disclosure.domain.edition import Shown
from disclosure.rendering.fragments import record_fragment
from disclosure.rendering.keys import page_key
from disclosure.rendering.site import Site
from sample import record

NOW = {"栏目": "", "事项": "I42", "公布日期": "2026-09-01"}
BEFORE = NOW | {"公布日期": "2025-09-01", "标题": "'去年 <收费>'"}


def fees(**standards: str) -> str:
    return "[" + ", ".join(f"{{项目: {name}, 标准: {one}, 计费单位: 每餐}}" for name, one in standards.items()) + "]"


def section_of(site: Site, record_id: str = "2026-0001") -> str:
    shown = site.entries[record_id]
    assert isinstance(shown, Shown)
    found = re.search(r'<section [^>]*aria-labelledby="compare">.*?</section>', record_fragment(shown, site), re.DOTALL)
    return found[0] if found else ""


def rows_of(section: str) -> list[str]:
    return [" ".join(re.sub("<[^>]+>", " ", row).split()) for row in re.findall(r"<tr>.*?</tr>", section, re.DOTALL)]


def test_a_page_says_what_rose_and_what_fell(site_of: Callable[..., Site]) -> None:
    now = record(收费=fees(午餐="15元", 早餐="5元", 牛奶="按实结算", 点心="3元", 水果="2元"), **NOW)
    before = record("2025-0001", 收费=fees(午餐="14元", 早餐="6元", 牛奶="2元", 点心="3元", 汤="1元"), **BEFORE)
    section = section_of(site_of(now, before))
    assert "与去年相比</h2>" in section
    assert rows_of(section)[1:] == [
        "午餐（每餐） 14元 15元 上涨 1元（7.1%）",
        "早餐（每餐） 6元 5元 下降 1元（16.7%）",
        "牛奶（每餐） 2元 按实结算 标准表述有变",
        "水果（每餐） 2元 新增",
        "汤（每餐） 1元 本次没有列出",
    ]
    assert "没有变的：点心（每餐）3元。" in section
    assert '<a href="../2025-0001/">去年 &lt;收费&gt;</a>' in section
    assert "data-removable" in section


def test_nothing_is_said_of_what_is_not_in_this_edition(site_of: Callable[..., Site]) -> None:
    now = record(收费=fees(午餐="15元"), **NOW)
    for hidden in (
        {"公开范围": "教职工"},
        {"草稿": "是"},
        {"撤销": "{日期: 2026-01-01, 理由: 有误, 批准: 校长}"},
        {"截止日期": "2026-01-01", "到期处理": "撤下"},
        {"截止日期": "2027-12-31", "到期处理": "撤下"},
    ):
        assert section_of(site_of(now, record("2025-0001", 收费=fees(午餐="14元"), **BEFORE | hidden))) == ""


def test_the_other_record_counts_in_the_key_of_the_page(site_of: Callable[..., Site]) -> None:
    now = record(收费=fees(午餐="15元"), **NOW)
    keys = set()
    for before in (BEFORE, BEFORE | {"标题": "另一个标题"}, BEFORE | {"公布日期": "2025-09-02"}):
        for amount in ("14元", "13元"):
            site = site_of(now, record("2025-0001", 收费=fees(午餐=amount), **before), today=date(2026, 11, 23))
            keys.add(page_key(site.entries["2026-0001"], site))
    assert len(keys) == 6
