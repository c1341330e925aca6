"""A new record's file, ready to be filled in: the item's keys in Chinese, with a hint beside each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from disclosure.domain.catalogue import Item
from disclosure.reading.form import Key, Part
from disclosure.reading.record_keys import RECORD
from disclosure.reading.scalar import flow_mapping, scalar

_DEPARTMENT = "某部门 # 改成负责的部门"
_ALWAYS = ("id", "title", "item", "published", "department")
_BESIDE = ("audience", "owner")
"""Written after them, where they are given."""
_ENDS = ("notice_period", "expires")

Answer = str | Sequence[Mapping[str, str]]
"""What is known of a key: one line of text, or of a part its rows, each by English key."""
Given = Mapping[str, Answer]
"""By English key of the record. Texts are written as they are: they have been read before."""
NOTHING_GIVEN: Given = MappingProxyType({})


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


def draft_text(
    item: Item, *, record_id: str, title: str, published: date, given: Given = NOTHING_GIVEN, body: str = "", is_draft: bool = True
) -> str:  # fmt: skip
    """Text of the file: a draft that passes the checks as it stands and is published when its `草稿` line is deleted.

    Args:
        given: what is known already; for everything else that the item asks for, a line says so.
        body: Markdown; '' for a sentence that says what belongs there.
        is_draft: False for a record that is published on its day as it stands.
    """
    head = {
        "id": record_id, "title": scalar(title), "item": f"{scalar(item.id)} # {item.name}",
        "published": published.isoformat(), "department": scalar(item.department) if item.department else _DEPARTMENT,
    }  # fmt: skip
    head |= {key: scalar(text) for key in ("published", "department") if isinstance(text := given.get(key), str)}
    lines = ["---", *(f"{_chinese(key)}: {head[key]}" for key in _ALWAYS)]
    lines += [line for key in _BESIDE if key in given for line in _written(key, given[key], item)]
    if item.publish_within:
        lines.append(f"# 信息形成后 {item.publish_within}内公开。依据：{item.basis}")
    lines += _end(item, given)
    for key in _still_asked(item, given):
        lines += _written(key, given[key], item) if key in given else _hint(key, item)
    lines += ["草稿: 是 # 写好以后删掉这一行，才会公开"] if is_draft else []
    return "\n".join([*lines, "---", "", body or f"（这里写正文。应当写明：{item.contents}）", ""])


def _end(item: Item, given: Given) -> list[str]:
    """公示期 or 截止日期: what was given, else the shortest notice that the item allows."""
    for name in _ENDS:
        if isinstance(text := given.get(name), str):
            note = f" # 不得少于 {item.min_notice}" if item.min_notice else ""
            return [f"{_chinese(name)}: {scalar(text)}{note}"]
    return [f"公示期: {item.min_notice} # 不得少于 {item.min_notice}"] if item.min_notice else []


def _written(name: str, value: Answer, item: Item) -> list[str]:
    """A key with what was given for it; roles that have not signed yet are named in a comment."""
    key = _key(name)
    if isinstance(value, str):
        return [f"{key.chinese}: {scalar(value)}"]
    assert isinstance(key, Part)
    rows = [flow_mapping((one.chinese, row[one.name]) for one in key.form.keys if row.get(one.name)) for row in value]
    if not key.many:
        return [f"{key.chinese}: {rows[0]}"]
    signed = {row.get("role") for row in value}
    missing = [role for role in item.signoffs if role not in signed] if name == "signoffs" else []
    todo = [f"  # - {_some_signature(role)} # 审签以后去掉开头的 # 和空格再填" for role in missing]
    return [f"{key.chinese}:", *(f"  - {row}" for row in rows), *todo]


def _still_asked(item: Item, given: Given) -> list[str]:
    """The keys below the head: those that the item asks for, then what was given beside them."""
    done = {*_ENDS} if any(one in given for one in _ENDS) else set()
    keys = [key for key in _asked(item) if key not in done and not (key in _BESIDE and key in given)]
    placed = {*_ALWAYS, *_BESIDE, *_ENDS, *keys}
    return keys + [key.name for key in RECORD.keys if key.name in given and key.name not in placed]


def _asked(item: Item) -> list[str]:
    """Required keys that are still to be written; the roles of sign-offs are asked for wherever there are any."""
    keys = ["notice_period" if key in ("expiry", "expires") else key for key in item.required]
    if item.signoffs:
        keys.append("signoffs")
    done = {*_ALWAYS, "attachments", *(["notice_period"] if item.min_notice else [])}
    return [key for key in dict.fromkeys(keys) if key not in done]


def _hint(name: str, item: Item) -> list[str]:
    key = _key(name)
    if name == "signoffs":
        roles = item.signoffs or ("校长",)
        return [f"# {key.chinese}: # {key.about}把每行开头的 # 去掉再填"] + [
            f"#   - {_some_signature(role)}" for role in roles
        ]
    if isinstance(key, Key):
        return [f"{key.chinese}: # {key.about}例如：{key.example}"]
    return [f"# {key.chinese}: {key.example} # {key.about}去掉开头的 # 再填"]


def _some_signature(role: str) -> str:
    return f"{{角色: {role}, 姓名: 某某, 日期: 2026-09-01}}"


def _key(name: str) -> Key | Part:
    return next(key for key in RECORD.keys if key.name == name)


def _chinese(name: str) -> str:
    return _key(name).chinese
