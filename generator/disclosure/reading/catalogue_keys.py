"""The keys of catalogue.yml and of the presets: the one table that reading and the reference share."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

import disclosure.presets
from disclosure.domain.catalogue import Lead, Threshold
from disclosure.domain.due import DueRule, due_rule
from disclosure.domain.registers_shown import RegisterName, register_named
from disclosure.domain.requirable import REQUIRABLE, requirable, word_for
from disclosure.domain.vocabulary import AfterExpiry, Cadence, Kind
from disclosure.reading import values
from disclosure.reading.form import Findings, Form, Key, Part, read_form
from disclosure.reading.nodes import Node, Sequence, Unreadable

PRESETS = Path(disclosure.presets.__file__).parent
_OTHER_PRESETS = {"annual-report", "self-assessment"}
"""Those that are no catalogues."""
_SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _due(node: Node) -> tuple[DueRule, ...]:
    rules = []
    for written in values.words(node):
        rule = due_rule(written)
        if rule is None:
            raise Unreadable(f"「{written}」不是公开时间", line=node.line, example="每学期开学前、变动后20个工作日内")
        rules.append(rule)
    return tuple(rules)


def _preset(node: Node) -> str:
    written = values.text(node)
    known = sorted({path.stem for path in PRESETS.glob("*.yml")} - _OTHER_PRESETS)
    if written not in known:
        raise Unreadable(f"没有预设目录「{written}」", line=node.line, advice="可用的预设：" + "、".join(known))
    return written


def _segment(node: Node) -> str:
    written = values.text(node)
    if not _SEGMENT.fullmatch(written):
        raise Unreadable(f"「{written}」不能作栏目标识", line=node.line, example="admissions-fees")
    return written


def _columns(node: Node) -> tuple[dict[str, Any], ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    findings = Findings(path=PurePosixPath())
    read = tuple(read_form(values.mapping(item), COLUMN, findings) | {"line": item.line} for item in items)
    _raise_first(findings)
    seen: set[str] = set()
    for column in read:
        if column["id"] in seen:
            raise Unreadable(f"栏目「{column['id']}」写了两次", line=column["line"], code="R105", advice="只保留一处")
        seen.add(column["id"])
    return read


def _raise_first(findings: Findings) -> None:
    if findings.problems:
        first = findings.problems[0]
        raise Unreadable(first.message, line=first.line, code=first.code, advice=first.hint)


def _required(node: Node) -> tuple[str, ...]:
    keys = []
    for written in values.words(node):
        key = requirable(written)
        if key is None:
            raise Unreadable(
                f"不能要求「{written}」", line=node.line, advice="可选：" + "、".join(map(word_for, REQUIRABLE))
            )
        keys.append(key)
    return tuple(keys)


def _registers(node: Node) -> frozenset[str]:
    ids = set()
    for written in values.words(node):
        register = register_named(written)
        if register is None:
            names = "、".join(one.label for one in RegisterName)
            raise Unreadable(f"没有登记册「{written}」", line=node.line, advice=f"可选：{names}")
        ids.add(register.id)
    return frozenset(ids)


_THRESHOLD = Form("金额起点", (
    Key("amount", "金额", values.amount, "50000元", "达到这个金额。", required=True),
    Key("body", "机构", values.text, "教代会", "须经谁同意。", required=True),
    Key("per_person", "人均", values.yes_or_no, "是", "金额是人均的：用记录的金额除以人数。"),
))  # fmt: skip
_LEAD = Form("提前送达", (
    Key("role", "角色", values.text, "监督小组", "送给谁。", required=True),
    Key("span", "期限", values.span, "14天", "开会以前多久。", required=True),
))  # fmt: skip
COLUMN = Form("栏目", (
    Key("id", "标识", _segment, "finance", "网址里的一段，定下后不要改。", required=True),
    Key("name", "名称", values.text, "财务", "栏目名称。"),
    Key("about", "说明", values.text, "预算、决算和大额支出。", "本栏放什么。"),
    Key("aliases", "别名", values.words, "[财务管理]", "写这些名称的记录也归到本栏。"),
    Key("columns", "下级", _columns, "[{标识: budget, 名称: 预算}]", "下级栏目。"),
    Key("enabled", "启用", values.yes_or_no, "否", "写 否 则不用这个栏目。"),
))  # fmt: skip
ITEM = Form("事项", (
    Key("id", "编号", values.text, "I42", "事项编号。", required=True),
    Key("name", "名称", values.text, "收费项目、标准和依据", "事项名称。"),
    Key("column", "栏目", values.text, "admissions-fees", "栏目的标识路径。"),
    Key("contents", "内容", values.text, "项目、标准、依据", "内容要素。"),
    Key("basis", "依据", values.text, "教办〔2010〕15号", "公开依据。"),
    Key("audience", "范围", values.audiences, "[社会]", "公开范围。"),
    Key("cadence", "频次", values.word_of(Cadence), "定期", "公开频次。"),
    Key("due", "时间", _due, "每学期开学前", "什么时候应当公开。"),
    Key("publish_within", "时限", values.span, "20个工作日", "形成后多久公开。"),
    Key("department", "责任部门", values.text, "总务处", "责任部门。"),
    Key("owner", "责任人", values.text, "总务主任", "责任人（职务）。"),
    Key("kind", "类型", values.word_of(Kind), "收费", "事项类型。"),
    Key("after_expiry", "到期处理", values.word_of(AfterExpiry), "往期", "默认的到期处理。"),
    Key("min_notice", "最短公示期", values.span, "15天", "公示不得短于。"),
    Key("personal_data", "含个人信息", values.yes_or_no, "否", "是否可能含个人信息。"),
    Key("required", "必填", _required, "[概述, 收费]", "除基本项外必须填写的键。"),
    Key("signoffs", "审签", values.words, "[监督小组, 校长]", "必须审签的角色。"),
    Part("thresholds", "金额起点", _THRESHOLD, lambda found, _: Threshold(**found), "[{金额: 50000元, 机构: 教代会}]", "达到金额须经的程序。", many=True),
    Part("leads", "提前送达", _LEAD, lambda found, _: Lead(**found), "[{角色: 监督小组, 期限: 14天}]", "会议报告要提前多久送给谁。", many=True),
    Key("settles", "结算事项", values.text, "I43", "这一事项是哪一事项的期末结算。"),
    Key("enabled", "启用", values.yes_or_no, "否", "写 否 则不公开这个事项。"),
))  # fmt: skip
CATALOGUE = Form("目录", (
    Key("preset", "预设", _preset, "standard", "standard、five-systems 或 compulsory-education。"),
    Key("name", "名称", values.text, "标准栏目", "目录名称。"),
    Key("summary", "说明", values.text, "……", "目录说明。"),
    Key("tree", "栏目树", _columns, "[…]", "整棵栏目树，取代预设的。"),
    Key("columns", "栏目", _columns, "[{标识: party, 名称: 党建}]", "增加或改动个别栏目。"),
    Key("forbidden_charges", "禁收项目", values.words, "[讲义, 试卷]", "不得作为服务性收费和代收费的项目，取代预设的。"),
    Key("public_registers", "公开的登记册", _registers, "[内容登记册, 统计]", "社会版和家长看的版本也有的登记册、统计和年度报告；不写的只在校内版。"),
    Part("items", "事项", ITEM, lambda found, line: found | {"line": line}, "[{编号: I48, 启用: 否}]", "增加、改动或停用事项。", many=True),
))  # fmt: skip
