"""One draft for each column, so that nobody has to begin with an empty folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.domain.catalogue import Catalogue, Column, Item
from disclosure.domain.vocabulary import Audience
from disclosure.reading.draft import draft_text
from disclosure.reading.scalar import scalar
from disclosure.starting.start_file import StartFile

RECORDS = "data/records"


def sample_records(catalogue: Catalogue, today: date) -> Iterator[StartFile]:
    """A draft in the folder of each column, numbered in the order of the tree."""
    for number, column in enumerate(catalogue.walk(), start=1):
        record_id = f"{today.year}-{number:04d}"
        path = f"{RECORDS}/{column.path}/{record_id}.md"
        yield StartFile(path=path, text=_text(catalogue, column, record_id, today), written=True)


def _text(catalogue: Catalogue, column: Column, record_id: str, today: date) -> str:
    item = suitable_item(catalogue, column.path)
    if item:
        title = f"样本：{today.year}年{item.name}"
        return draft_text(item, record_id=record_id, title=title, published=today)
    lines = [
        "---", f"编号: {record_id}", f"标题: {scalar(f'样本：{column.full_name}')}", f"栏目: {scalar(column.full_name)}",
        f"公布日期: {today.isoformat()}", "责任部门: 某部门 # 改成负责的部门",
        "草稿: 是 # 写好以后删掉这一行，才会公开", "---", "", f"（这里写正文。本栏放：{column.about}）", "",
    ]  # fmt: skip
    return "\n".join(lines)


def suitable_item(catalogue: Catalogue, column: str) -> Item | None:
    """The item of a column that shows best how a record is written: for everybody, without persons; None without items."""
    items = [item for item in catalogue.items.values() if item.enabled and item.column == column]
    return min(items, key=lambda item: (item.personal_data, Audience.PUBLIC not in item.audience), default=None)
