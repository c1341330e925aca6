"""A preset and the school's own catalogue.yml become one Catalogue."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

import disclosure.presets
from disclosure.domain.catalogue import Catalogue, Column, Item, Threshold, names_of_columns
from disclosure.domain.due import DueRule, due_rule
from disclosure.domain.urls import RESERVED
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.errors.problem import SetupError
from disclosure.reading import values
from disclosure.reading.form import Findings, Form, Key, Part, read_form
from disclosure.reading.nodes import Node, Sequence, Unreadable
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse

PRESETS = Path(disclosure.presets.__file__).parent
_SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _due(node: Node) -> DueRule:
    rule = due_rule(values.text(node))
    if rule is None:
        raise Unreadable(f"「{values.text(node)}」不是公开时间", line=node.line, example="每学期开学前，或者 变动后20个工作日内")
    return rule


def _segment(node: Node) -> str:
    written = values.text(node)
    if not _SEGMENT.fullmatch(written):
        raise Unreadable(f"「{written}」不能作栏目标识", line=node.line, example="admissions-fees")
    return written


def _columns(node: Node) -> tuple[dict[str, Any], ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    findings = Findings(path=PurePosixPath())
    read = tuple(read_form(values.mapping(item), COLUMN, findings) for item in items)
    if findings.problems:
        first = findings.problems[0]
        raise Unreadable(first.message, line=first.line, example=first.hint)
    return read


def _audience(node: Node) -> frozenset[Audience]:
    return frozenset(values.list_of(values.word_of(Audience))(node))


_THRESHOLD = Form("金额起点", (
    Key("amount", "金额", values.amount, "50000元", "达到这个金额。", required=True),
    Key("body", "机构", values.text, "教代会", "须经谁同意。", required=True),
))  # fmt: skip
COLUMN = Form("栏目", (
    Key("id", "标识", _segment, "finance", "网址里的一段，定下后不要改。", required=True),
    Key("name", "名称", values.text, "财务", "栏目名称。"),
    Key("about", "说明", values.text, "预算、决算和大额支出。", "本栏放什么。"),
    Key("aliases", "别名", values.words, "[财务管理]", "写这些名称的记录也归到本栏。"),
    Key("columns", "下级", _columns, "[…]", "下级栏目。"),
    Key("enabled", "启用", values.yes_or_no, "否", "写 否 则不用这个栏目。"),
))  # fmt: skip
ITEM = Form("事项", (
    Key("id", "编号", values.text, "I42", "事项编号。", required=True),
    Key("name", "名称", values.text, "收费项目、标准和依据", "事项名称。"),
    Key("column", "栏目", values.text, "admissions-fees", "栏目的标识路径。"),
    Key("contents", "内容", values.text, "项目、标准、依据", "内容要素。"),
    Key("basis", "依据", values.text, "教办〔2010〕15号", "公开依据。"),
    Key("audience", "范围", _audience, "[社会]", "公开范围。"),
    Key("cadence", "频次", values.word_of(Cadence), "定期", "公开频次。"),
    Key("due", "时间", values.list_of(_due), "每学期开学前", "什么时候应当公开。"),
    Key("publish_within", "时限", values.span, "20个工作日", "形成后多久公开。"),
    Key("department", "责任部门", values.text, "总务处", "责任部门。"),
    Key("owner", "责任人", values.text, "总务主任", "责任人(职务)。"),
    Key("kind", "类型", values.word_of(Kind), "收费", "事项类型。"),
    Key("after_expiry", "到期处理", values.word_of(AfterExpiry), "往期", "默认的到期处理。"),
    Key("min_notice", "最短公示期", values.span, "15天", "公示不得短于。"),
    Key("personal_data", "含个人信息", values.yes_or_no, "否", "是否可能含个人信息。"),
    Key("required", "必填", values.words, "[summary, fees]", "除基本项外必须填写的键。"),
    Key("signoffs", "审签", values.words, "[监督小组, 校长]", "必须审签的角色。"),
    Part("thresholds", "金额起点", _THRESHOLD, lambda found, _: Threshold(**found), "[{金额: 50000元, 机构: 教代会}]", "达到金额须经的程序。", many=True),
    Key("enabled", "启用", values.yes_or_no, "否", "写 否 则不公开这个事项。"),
))  # fmt: skip
CATALOGUE = Form("目录", (
    Key("preset", "预设", values.text, "standard", "standard、five-systems 或 compulsory-education。"),
    Key("name", "名称", values.text, "标准栏目", "目录名称。"),
    Key("summary", "说明", values.text, "……", "目录说明。"),
    Key("tree", "栏目树", _columns, "[…]", "整棵栏目树，取代预设的。"),
    Key("columns", "栏目", _columns, "[{标识: party, 名称: 党建}]", "增加或改动个别栏目。"),
    Part("items", "事项", ITEM, lambda found, _: found, "[{编号: I48, 启用: 否}]", "增加、改动或停用事项。", many=True),
))  # fmt: skip
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
            items[change["id"]] = items.get(change["id"], {}) | {k: v for k, v in change.items() if v is not None}
    columns = tuple(_column(node, (), (), findings) for node in tree if node.get("enabled") is not False)
    names = names_of_columns(columns)
    made = {item_id: item for item_id, fields in items.items() if (item := _item(fields, names, findings))}
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
        findings.add("C101", 0, f"栏目标识「{node['id']}」已有别的用途", "换一个，例如 " + node["id"] + "-column")
    children = [child for child in node.get("columns") or () if child.get("enabled") is not False]
    return Column(
        path="/".join(path), name=name, names=(*names, name), about=node.get("about") or "", aliases=node.get("aliases") or (),
        children=tuple(_column(child, path, (*names, name), findings) for child in children),
    )  # fmt: skip


def _item(fields: dict[str, Any], columns: dict[str, Column], findings: Findings) -> Item | None:
    missing = [key for key in ("name", "column", "publish_within") if key not in fields]
    if missing:
        findings.add("C101", 0, f"事项「{fields['id']}」缺少 {'、'.join(missing)}", "新增的事项要写全名称、栏目、时限")
        return None
    column = columns.get(fields["column"])
    if column is None:
        findings.add("C101", 0, f"事项「{fields['id']}」的栏目「{fields['column']}」不在栏目树里", "写栏目的标识路径，例如 other/finance")
        return None
    return Item(**(_DEFAULTS | fields | {"column": column.path}))
