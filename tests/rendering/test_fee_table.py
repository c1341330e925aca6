"""收费一览: every charge with its elements, totals by unit, the documents it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from disclosure.domain.edition import Shown
from disclosure.rendering.facts import FeeTable, fee_table
from disclosure.rendering.fragments import record_fragment
from disclosure.rendering.site import Site
from sample import record


def fee(standard: str, unit: str = "每餐", **more: str) -> str:
    fields = {"项目": "伙食费", "标准": standard, "计费单位": unit} | more
    return "{" + ", ".join(f'{key}: "{value}"' for key, value in fields.items()) + "}"


def shown_of(site: Site) -> Shown:
    shown = site.entries["2026-0001"]
    assert isinstance(shown, Shown)
    return shown


@pytest.fixture
def table_of(site_of: Callable[..., Site]) -> Callable[..., FeeTable]:
    def make(*fees: str) -> FeeTable:
        table = fee_table(shown_of(site_of(record(收费=f"[{', '.join(fees)}]"))).record)
        assert table
        return table

    return make


def totals(table: FeeTable) -> list[tuple[str, Decimal, int]]:
    return [(total.unit, total.amount, total.count) for total in table.totals]


def test_a_record_without_fees_has_no_table(site_of: Callable[..., Site]) -> None:
    site = site_of(record())
    assert fee_table(shown_of(site).record) is None
    assert "收费一览" not in record_fragment(shown_of(site), site)


@pytest.mark.parametrize(
    ("standard", "amount"),
    [
        ("15元", "15"),
        ("15 元", "15"),
        ("0元", "0"),
        ("1200.50元", "1200.5"),
        ("1,200元", "1200"),
        ("1.2万元", "12000"),
        ("¥15元", "15"),
        ("\uff11\uff15元", "15"),
    ],
)
def test_a_plain_amount_is_totalled(standard: str, amount: str, table_of: Callable[..., FeeTable]) -> None:
    assert totals(table_of(fee(standard))) == [("每餐", Decimal(amount), 1)]


@pytest.mark.parametrize(
    "standard",
    [
        "按实结算",
        "免费",
        "15",
        "15元/生",
        "15元起",
        "不超过15元",
        "10元—15元",
        "10元至15元",
        "约15元",
        "15美元",
        "-15元",
    ],
)
def test_a_line_without_a_plain_amount_is_shown_and_not_totalled(
    standard: str, table_of: Callable[..., FeeTable]
) -> None:
    alone = table_of(fee(standard))
    assert [line.standard for line in alone.lines] == [standard]
    assert alone.totals == ()
    assert totals(table_of(fee("3元"), fee(standard))) == [("每餐", Decimal(3), 1)]


def test_each_unit_has_a_total_of_its_own(table_of: Callable[..., FeeTable]) -> None:
    table = table_of(fee("15元"), fee("280元", "每套"), fee("3.5元"), fee("按实结算", "每次"), fee("120元", "每套"))
    assert totals(table) == [("每餐", Decimal("18.5"), 2), ("每套", Decimal(400), 2)]
    assert len(table.lines) == 5


@pytest.mark.parametrize(
    ("standards", "total"),
    [
        (["0.1元"] * 3, "0.3"),
        (["33.33元"] * 3, "99.99"),
        (["0.07元"] * 100, "7"),
        (["9007199254740993元", "0.01元"], "9007199254740993.01"),
        (["1.005万元", "0.1元"], "10050.1"),
    ],
)
def test_totals_are_exact(standards: list[str], total: str, table_of: Callable[..., FeeTable]) -> None:
    assert totals(table_of(*map(fee, standards))) == [("每餐", Decimal(total), len(standards))]


def test_documents_are_named_once_in_order(table_of: Callable[..., FeeTable]) -> None:
    first = {"依据": "示例市学生餐管理办法", "文号": "示教〔2026〕3号"}
    table = table_of(fee("1元", **first), fee("2元"), fee("3元", 文号="示发改价〔2026〕8号"), fee("4元", **first))
    assert table.bases == ("示例市学生餐管理办法 示教〔2026〕3号", "示发改价〔2026〕8号")
    assert table_of(fee("1元")).bases == ()


def page_of(site_of: Callable[..., Site], *fees: str) -> str:
    site = site_of(record(收费=f"[{', '.join(fees)}]"))
    page = record_fragment(shown_of(site), site)
    section = re.search(r'<section [^>]*aria-labelledby="fees">.*?</section>', page, re.DOTALL)
    assert section
    return section[0]


def test_the_page_shows_every_element(site_of: Callable[..., Site]) -> None:
    elements = {"依据": "示例市学生餐管理办法", "批准机关": "示例市发展和改革委员会", "文号": "示发改价〔2026〕8号",
                "范围": "自愿就餐的学生", "减免": "家庭经济困难学生免收"}  # fmt: skip
    page = page_of(site_of, fee("15元", **elements))
    cells = dict(re.findall(r'data-label="([^"]+)">(.*?)</t[hd]>', page))
    assert cells == {
        "项目": "伙食费",
        "标准": "<strong>15元</strong>",
        "计费单位": "每餐",
        "依据": "示例市学生餐管理办法 示发改价〔2026〕8号",
        "批准机关": "示例市发展和改革委员会",
        "范围": "自愿就餐的学生",
        "减免": "家庭经济困难学生免收",
    }
    assert "收费依据\uff1a示例市学生餐管理办法 示发改价〔2026〕8号</p>" in page


def test_the_page_says_what_is_added_up(site_of: Callable[..., Site]) -> None:
    page = page_of(site_of, fee("15元"), fee("3.5元"), fee("1280元", "每套"))
    text = re.sub("<[^>]+>", "", page)
    assert "合计\uff1a每餐 18.50元\uff082 项\uff09\uff1b每套 1,280元\uff081 项\uff09" in text


def test_the_page_adds_nothing_up_that_has_no_amount(site_of: Callable[..., Site]) -> None:
    page = page_of(site_of, fee("按实结算"))
    assert "按实结算" in page
    assert "合计" not in page
    assert "收费依据" not in page


def test_what_a_clerk_writes_is_text(site_of: Callable[..., Site]) -> None:
    assert "&lt;b&gt;15元&lt;/b&gt;" in page_of(site_of, fee("<b>15元</b>"))
