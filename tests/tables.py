"""Tables for tests: one with every kind of value, and small ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from disclosure.domain.table import Cell, Heading, Holds, Light, Place, Row, Table, Value, row

EVERYTHING = Table(
    id="everything",
    title="什么都有的表",
    about="一行一件 & 一句话。",
    headings=(
        Heading(id="id", label="编号", width=10),
        Heading(id="title", label="内容 <要点>", width=30, is_title=True),
        Heading(id="day", label="日期", holds=Holds.DATE),
        Heading(id="count", label="次数", holds=Holds.COUNT, width=8),
        Heading(id="amount", label="金额（元）", holds=Holds.YUAN),
        Heading(id="share", label="比例", holds=Holds.PERCENT, width=8),
        Heading(id="state", label="状态"),
    ),
    groups=(("", 2), ("办理", 3), ("结果", 2)),
    rows=(
        row(
            "甲-1", Cell(value="食堂 <伙食费>", places=(Place(url="r/2026-0001/"),)), date(2026, 3, 12), 1234,
            Decimal("58000"), Decimal("0.125"), Cell(value="已公开", light=Light.GREEN), id="jia-1",
        ),
        row(
            "甲-2", Cell(value="招标、中标", places=(Place(url="r/2026-0002/", text="招标"), Place(url="r/2026-0003/", text="中标"))),
            "长期", Cell(value=-5, places=(Place(url="registers/opinions/2026/#YJ-1"),)), Decimal("-0.5483"),
            Cell(value=Decimal("0.5"), light=Light.AMBER), Cell(value="逾期", light=Light.RED, places=(Place(url="r/2026-0004/", text="更正"),)),
            id="jia-2",
        ),
        row(None, "第一行\n第二行", Cell(value=date(2026, 1, 2), places=(Place(url="r/2026-0005/"),)), 0, None, Decimal(1),
            Cell(light=Light.AMBER), id="jia-2"),
    ),
    notes=("金额不含税。", "比例按件数算。"),
)  # fmt: skip
"""Every kind of column, every kind of link, colours with and without words, groups, an id that is taken."""


def table_of(*values: Value | Cell, holds: Holds = Holds.TEXT, **more: str) -> Table:
    """One column, a value in each row."""
    rows = tuple(Row(cells=(value if isinstance(value, Cell) else Cell(value=value),)) for value in values)
    given = {"id": "small", "title": "小表"} | more
    return Table(headings=(Heading(id="value", label="值", holds=holds),), rows=rows, **given)
