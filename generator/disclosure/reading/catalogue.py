"""A preset and the school's own catalogue.yml become one Catalogue."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import disclosure.presets
from disclosure.domain.catalogue import Catalogue, Column, Item, names_of_columns
from disclosure.domain.urls import RESERVED
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.errors.problem import SetupError
from disclosure.reading import values
from disclosure.reading.catalogue_keys import CATALOGUE, ITEM
from disclosure.reading.form import Findings, read_form
from disclosure.reading.nodes import Unreadable
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse

PRESETS = Path(disclosure.presets.__file__).parent
_NEW_ITEM = "- {编号: X01, 名称: 校车收费, 栏目: admissions-fees, 时限: 20个工作日}"
_NEEDED = ("name", "column", "publish_within")
"""What an item has to have once all layers are merged."""
_DEFAULTS: dict[str, Any] = {
    "audience": frozenset({Audience.PUBLIC}), "cadence": Cadence.IMMEDIATE, "due": (), "kind": Kind.ANNOUNCEMENT,
    "after_expiry": AfterExpiry.BANNER, "contents": "", "basis": "", "department": "", "owner": "",
}  # fmt: skip


def read_catalogue(path: Path, *, root: Path) -> Catalogue:
    """The school's catalogue on top of its preset; the standard one where the school has no catalogue.yml.

    Raises:
        SetupError: unknown preset, columns or keys.
    """
    findings = Findings(path=PurePosixPath(path.relative_to(root).as_posix()))
    own = _read_file(path, findings) if path.exists() else {}
    layers = [*_preset_layers(own.get("preset") or "standard", findings), own]
    tree: tuple[dict[str, Any], ...] = ()
    items: dict[str, dict[str, Any]] = {}
    for layer in layers:
        tree = _merged(layer.get("tree") or tree, layer.get("columns") or ())
        for change in layer.get("items") or ():
            given = {key: value for key, value in change.items() if value is not None and key != "line"}
            items[change["id"]] = items.get(change["id"], {}) | given
    columns = tuple(_column(node, (), (), findings) for node in tree if node.get("enabled") is not False)
    names = names_of_columns(columns)
    lines = {change["id"]: change["line"] for change in own.get("items") or ()}
    made = {}
    for item_id, fields in items.items():
        if item := _item(fields, names, lines.get(item_id, 1), findings):
            made[item_id] = item
    if findings.problems:
        raise SetupError(*findings.problems)
    return Catalogue(
        preset=own.get("preset") or "standard", columns=columns, items=made, column_names=names,
        item_names={item.name: item for item in made.values()} | made,
    )  # fmt: skip


def _preset_layers(name: str, findings: Findings) -> list[dict[str, Any]]:
    path = PRESETS / f"{name}.yml"
    known = sorted(preset.stem for preset in PRESETS.glob("*.yml"))
    if name not in known:
        findings.add("C101", 1, f"没有预设目录「{name}」", "可用的预设：" + "、".join(known))
        raise SetupError(*findings.problems)
    layer = _read_file(path, Findings(path=PurePosixPath("presets") / path.name))
    below = _preset_layers(layer["preset"], findings) if layer.get("preset") else []
    return [*below, layer]


def _read_file(path: Path, findings: Findings) -> dict[str, Any]:
    try:
        read = read_form(values.mapping(parse(read_text(path))), CATALOGUE, findings)
    except Unreadable as error:
        findings.unreadable(error)
    if findings.problems:
        raise SetupError(*findings.problems)
    return read


def _merged(tree: tuple[dict[str, Any], ...], changes: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """The tree with columns changed or added by id, level by level."""
    nodes = {node["id"]: node for node in tree}
    for change in changes:
        old = nodes.get(change["id"], {})
        merged = old | {key: value for key, value in change.items() if value is not None}
        merged["columns"] = _merged(old.get("columns") or (), change.get("columns") or ())
        nodes[change["id"]] = merged
    return tuple(nodes.values())


def _column(node: dict[str, Any], above: tuple[str, ...], names: tuple[str, ...], findings: Findings) -> Column:
    path, name = (*above, node["id"]), node.get("name") or node["id"]
    if not above and node["id"] in RESERVED:
        findings.add(
            "C101", node["line"], f"栏目标识「{node['id']}」已有别的用途", "换一个，例如 " + node["id"] + "-column"
        )
    children = [child for child in node.get("columns") or () if child.get("enabled") is not False]
    return Column(
        path="/".join(path), name=name, names=(*names, name), about=node.get("about") or "", aliases=node.get("aliases") or (),
        children=tuple(_column(child, path, (*names, name), findings) for child in children),
    )  # fmt: skip


def _item(fields: dict[str, Any], columns: dict[str, Column], line: int, findings: Findings) -> Item | None:
    missing = [ITEM.spelled[key].chinese for key in _NEEDED if key not in fields]
    if missing:
        findings.add("C101", line, f"新增的事项「{fields['id']}」缺少{'、'.join(missing)}", "正确写法：\n" + _NEW_ITEM)
        return None
    column = columns.get(fields["column"])
    if column is None:
        findings.add(
            "C101",
            line,
            f"事项「{fields['id']}」的栏目「{fields['column']}」不在栏目树里",
            "写栏目的标识路径，例如 other/finance；不再公开的事项写 启用: 否",
        )
        return None
    return Item(**(_DEFAULTS | fields | {"column": column.path}))
