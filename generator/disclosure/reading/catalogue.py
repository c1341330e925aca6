"""A preset and the school's own catalogue.yml become one Catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from disclosure.domain.catalogue import Catalogue, Column, Item, names_of_columns
from disclosure.domain.urls import RESERVED, RESERVED_BELOW
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.errors.problem import SetupError
from disclosure.reading import values
from disclosure.reading.catalogue_keys import CATALOGUE, ITEM, PRESETS
from disclosure.reading.form import Findings, read_form
from disclosure.reading.nodes import Unreadable
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse

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
    own = _read_file(path, findings) if path.is_symlink() or path.exists() else {}
    layers = [*_preset_layers(own.get("preset") or "standard"), own]
    tree: tuple[dict[str, Any], ...] = ()
    items: dict[str, dict[str, Any]] = {}
    for layer in layers:
        tree = _merged(layer.get("tree") or tree, layer.get("columns") or ())
        for change in layer.get("items") or ():
            given = {key: value for key, value in change.items() if value is not None and key != "line"}
            items[change["id"]] = items.get(change["id"], {}) | given
    columns = tuple(_column(node, (), (), findings) for node in tree if node.get("enabled") is not False)
    names = names_of_columns(columns)
    made = _items(items, own.get("items") or (), names, findings)
    offered = {item_id: item for item_id, item in made.items() if item.enabled}
    _report_namesakes(offered.values(), own.get("items") or (), findings)
    if findings.problems:
        raise SetupError(*findings.problems)
    return Catalogue(
        preset=own.get("preset") or "standard", columns=columns, items=made, column_names=names,
        item_names={item.name: item for item in [*made.values(), *offered.values()]} | made,
        public_registers=next((own for layer in reversed(layers) if (own := layer.get("public_registers"))), frozenset()),
        forbidden_charges=next((own for layer in reversed(layers) if (own := layer.get("forbidden_charges"))), ()),
    )  # fmt: skip


def _preset_layers(name: str) -> list[dict[str, Any]]:
    layer = _read_file(PRESETS / f"{name}.yml", Findings(path=PurePosixPath("presets", f"{name}.yml")))
    below = _preset_layers(layer["preset"]) if layer.get("preset") else []
    return [*below, layer]


def _read_file(path: Path, findings: Findings) -> dict[str, Any]:
    try:
        read = read_form(values.mapping(parse(read_text(path))), CATALOGUE, findings)
    except Unreadable as error:
        findings.unreadable(error, example=CATALOGUE.example)
    if findings.problems:
        raise SetupError(*findings.problems)
    return read


def _items(
    items: dict[str, dict[str, Any]], own: Sequence[dict[str, Any]], columns: dict[str, Column], findings: Findings
) -> dict[str, Item]:
    """Every item in its column. Those of a preset whose column the school has hidden move to the column above it."""
    lines: dict[str, int] = {}
    for change in own:
        if change["id"] in lines:
            message = f"事项「{change['id']}」写了两次（第 {lines[change['id']]} 行已有）"
            findings.add("R105", change["line"], message, "合成一处")
        lines[change["id"]] = change["line"]
    placed_here = {change["id"] for change in own if change.get("column")}
    made, homeless = {}, defaultdict(list)
    for item_id, fields in items.items():
        if missing := [ITEM.spelled[key].chinese for key in _NEEDED if key not in fields]:
            message = f"新增的事项「{item_id}」缺少{'、'.join(missing)}"
            findings.add("C101", lines[item_id], message, f"正确写法：\n{_NEW_ITEM}")
            continue
        column = columns.get(fields["column"]) if item_id in placed_here else _nearest(fields["column"], columns)
        if column:
            made[item_id] = _item(fields | {"column": column.path})
        elif item_id in placed_here:
            message = f"事项「{item_id}」的栏目「{fields['column']}」不在栏目树里"
            findings.add("C101", lines[item_id], message, "写栏目的标识路径，例如 other/finance")
        elif fields.get("enabled") is not False:
            homeless[fields["column"]].append(item_id)
    for path, ids in homeless.items():
        message = f"栏目树里没有「{path}」，有 {len(ids)} 个事项在那里：{'、'.join(ids)}"
        findings.add("C101", 1, message, f"在接收它们的栏目写 别名: [{path}]，或停用这些事项")
    return made


def _item(fields: dict[str, Any]) -> Item:
    """Lists of persons come down when their time is over, unless the catalogue says otherwise (教财厅函〔2017〕28号)."""
    item = Item(**(_DEFAULTS | fields))
    return (
        replace(item, after_expiry=AfterExpiry.REMOVE) if item.lists_persons and "after_expiry" not in fields else item
    )


def _nearest(path: str, columns: dict[str, Column]) -> Column | None:
    """The column of a path, else of the nearest path above it."""
    if path in columns or "/" not in path:
        return columns.get(path)
    return _nearest(path.rpartition("/")[0], columns)


def _report_namesakes(items: Iterable[Item], own: Sequence[dict[str, Any]], findings: Findings) -> None:
    """Records may name an item instead of giving its number, so that a name can only be that of one item."""
    lines = {change["id"]: int(change["line"]) for change in own}
    by_name: dict[str, Item] = {}
    for item in items:
        other = by_name.setdefault(item.name, item)
        if other is not item:
            line = lines.get(item.id) or lines.get(other.id, 1)
            findings.add("C101", line, f"事项「{item.id}」和「{other.id}」同名：{item.name}", "改一个名称")


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
    if node["id"] in (RESERVED_BELOW if above else RESERVED):
        findings.add(
            "C101", node["line"], f"栏目标识「{node['id']}」已有别的用途", "换一个，例如 " + node["id"] + "-column"
        )
    children = [child for child in node.get("columns") or () if child.get("enabled") is not False]
    return Column(
        path="/".join(path), name=name, names=(*names, name), about=node.get("about") or "", aliases=node.get("aliases") or (),
        children=tuple(_column(child, path, (*names, name), findings) for child in children),
    )  # fmt: skip
