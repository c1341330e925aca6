"""A new record's file, ready to be filled in: the item's keys in Chinese, with a hint beside each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from disclosure.domain.catalogue import Item
from disclosure.reading.form import Key
from disclosure.reading.record_keys import RECORD
from disclosure.reading.scalar import scalar

_DEPARTMENT = "某部门 # 改成负责的部门"
_ALWAYS = ("id", "title", "item", "published", "department")


def next_id(taken: Iterable[str], year: int) -> str:
    """The number after the highest one of a year: `2026-0013`. Numbers that were skipped stay skipped."""
    prefix = f"{year}-"
    used = (one.removeprefix(prefix) for one in taken if one.startswith(prefix))
    return f"{prefix}{max((int(number) for number in used if number.isdecimal()), default=0) + 1:04d}"


def folder_of_new(records: Path, item: Item, year: int) -> Path:
    """Where a new record's file belongs: in the folder of its item's column where the school has one, else in its year's.

    Args:
        records: `data/records`, absolute.
    """
    of_column = records / item.column
    return of_column if of_column.is_dir() else records / str(year)


def draft_text(item: Item, *, record_id: str, title: str, published: date) -> str:
    """Text of the file: a draft that passes the checks as it stands and is published when its `草稿` line is deleted."""
    given = {
        "id": record_id, "title": scalar(title), "item": f"{scalar(item.id)} # {item.name}",
        "published": published.isoformat(), "department": scalar(item.department) if item.department else _DEPARTMENT,
    }  # fmt: skip
    lines = ["---", *(f"{_chinese(key)}: {given[key]}" for key in _ALWAYS)]
    if item.publish_within:
        lines.append(f"# 信息形成后 {item.publish_within}内公开。依据：{item.basis}")
    if item.min_notice:
        lines.append(f"公示期: {item.min_notice} # 不得少于 {item.min_notice}")
    lines += [line for key in _asked(item) for line in _hint(key, item)]
    lines += ["草稿: 是 # 写好以后删掉这一行，才会公开", "---", "", f"（这里写正文。应当写明：{item.contents}）", ""]
    return "\n".join(lines)


def _asked(item: Item) -> list[str]:
    """Required keys that are still to be written; the roles of sign-offs are asked for wherever there are any."""
    keys = ["notice_period" if key in ("expiry", "expires") else key for key in item.required]
    if item.signoffs:
        keys.append("signoffs")
    done = {*_ALWAYS, "attachments", *(["notice_period"] if item.min_notice else [])}
    return [key for key in dict.fromkeys(keys) if key not in done]


def _hint(name: str, item: Item) -> list[str]:
    key = next(one for one in RECORD.keys if one.name == name)
    if name == "signoffs":
        roles = item.signoffs or ("校长",)
        return [f"# {key.chinese}: # {key.about}把每行开头的 # 去掉再填"] + [
            f"#   - {{角色: {role}, 姓名: 某某, 日期: 2026-09-01}}" for role in roles
        ]
    if isinstance(key, Key):
        return [f"{key.chinese}: # {key.about}例如：{key.example}"]
    return [f"# {key.chinese}: {key.example} # {key.about}去掉开头的 # 再填"]


def _chinese(name: str) -> str:
    return next(key.chinese for key in RECORD.keys if key.name == name)
