"""Counts an edition of a school again, from the files alone. Knows nothing of the product, and is no part of it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml


def recounted(root: Path, preset: Path, readers: set[str], year: int, today: date) -> dict[str, Counter[str]]:
    """How many records an edition for some readers disclosed in a year, by column, department, month and channel."""
    names, items = columns_and_items(
        yaml.safe_load(preset.read_text()), yaml.safe_load((root / "data/catalogue.yml").read_text())
    )
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("栏目", "责任部门", "月份", "公开渠道")}
    for file in sorted((root / "data/records").rglob("*.md")):
        facts = yaml.safe_load(file.read_text().split("---\n")[1])
        item = items.get(str(facts.get("事项")), {})
        day = date.fromisoformat(str(facts["公布日期"])[:10])
        audience = words(facts.get("公开范围") or item.get("audience") or item.get("范围") or "社会")
        if facts.get("草稿") or day.year != year or day > today or not readers & set(audience):
            continue
        column = facts.get("栏目") or item.get("column") or item.get("栏目")
        counts["栏目"][names[column]] += 1
        counts["责任部门"][facts["责任部门"]] += 1
        counts["月份"][f"{day.year}年{day.month}月"] += 1
        counts["公开渠道"].update({"网站", *words(facts.get("公开渠道") or [])})
    return counts


def columns_and_items(preset: Any, own: Any) -> tuple[dict[str, str], dict[str, Any]]:
    """Full names of columns by path and by name; items by id and by name, the school's own words over the preset's."""
    names: dict[str, str] = {}
    for top in preset["tree"]:
        for path, name in [(top["id"], top["name"])] + [
            (f"{top['id']}/{one['id']}", f"{top['name']}/{one['name']}") for one in top.get("columns", [])
        ]:
            names |= {path: name, name: name, name.split("/")[-1]: name}
    merged: dict[str, Any] = {one["id"]: one for one in preset["items"]}
    for one in own["事项"]:
        merged[one["编号"]] = merged.get(one["编号"], {}) | one
    return names, merged | {one.get("名称") or one["name"]: one for one in merged.values()}


def words(written: Any) -> list[str]:
    """A list, or words in one line."""
    return written if isinstance(written, list) else str(written).replace(",", "、").replace("，", "、").split("、")
