"""Which item of the catalogue a notice belongs to, by the words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.domain.catalogue import Catalogue, Column, Item

_BETWEEN = re.compile(r"[、，,；;（）()/\s]|和|及其?|与|的|等")
_COMMON = frozenset("学校 学生 教师 公示 结果 情况 办法 制度 标准 工作 计划 程序 方案 名单 学期 项目 年度".split())
"""Words that say little: they count half."""
_HINTS = (
    ("中标 成交 招标 采购 询价 磋商 供应商", "采购"), ("工程 改造 维修 竣工 基建", "基建"), ("预算 决算 经费 财务 收支", "财务"), ("招生 录取 分班 收费 缴费 伙食费 校服", "招生收费"),
    ("职称 聘任 招聘 考核 人事", "人事"), ("评优 先进 表彰 荣誉 三好", "评优"), ("工会 教代会 福利", "工会"), ("章程 规定 制度 办法 细则", "管理制度"), ("规划 计划 总结", "办学规划"),
)  # fmt: skip
_TITLES = (
    ("工程.*(招标|中标|成交|合同|进度)", "基建工程招投标、造价和决算"), ("竣工", "工程竣工验收"), ("(采购|招标|中标|成交|询价|磋商|合同).*公告|验收结果", "招标公告、中标和执行"),
    ("招生(简章|方案|计划|章程|公告)", "招生计划、程序和政策"), ("录取", "录取名单"), ("分班", "分班和师资配备"), ("(?<!服务)收费(公示|标准|项目|公告)", "收费项目、标准和依据"),
    ("资助.*(结果|名单|公示)", "减免条件和结果"), ("(部门|财务|年度)(预算|决算)", "预算、决算和收支"), ("征求意见", "重大决策"), ("(三好学生|优秀学生|学生.*(获奖|表彰|处分))", "学生奖惩和评优评先"),
    ("(优秀|先进|模范)(教师|班主任|工作者|集体)", "评模、评先、评优"), ("(学期|处|科|室).*工作计划", "学校和处室学期计划"), ("章程", "规章制度和办事流程"), ("应急预案|消防|安全", "校园安全"), ("捐赠", "捐赠款物"),
    ("考勤", "考勤"),
)  # fmt: skip
"""Usual titles, and the shipped catalogues' names for what they tell of; a name that a catalogue does not have is passed over."""
_ENOUGH = 3.0


def guess_item(title: str, catalogue: Catalogue) -> Item | None:
    """The item that titles like this one belong to, else the one whose words stand in it, if one is clearly best."""
    for pattern, name in _TITLES:
        item = catalogue.item_names.get(name)
        if item and item.enabled and re.search(pattern, title):
            return item
    scored = sorted(
        ((_score(title, item), -at, item) for at, item in enumerate(catalogue.items.values()) if item.enabled),
        key=lambda one: one[:2], reverse=True,
    )  # fmt: skip
    if not scored or scored[0][0] < _ENOUGH or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][2]


def column_for(title: str, catalogue: Catalogue) -> Column:
    """Where a notice without an item is put until somebody decides: by its words, else the last column of the tree."""
    for words, name in _HINTS:
        if any(word in title for word in words.split()) and name in catalogue.column_names:
            return catalogue.column_names[name]
    return catalogue.columns[-1]


def _score(title: str, item: Item) -> float:
    return sum(_words(title, item.name, 1.0)) + sum(_words(title, item.contents, 0.4))


def _words(title: str, text: str, weight: float) -> Iterator[float]:
    """Whole words count by their length, pairs of characters of longer ones for less."""
    for word in dict.fromkeys(_BETWEEN.split(text)):
        if len(word) >= 2 and word in title:
            yield len(word) * weight * (0.5 if word in _COMMON else 1)
        elif len(word) > 2:
            pairs = {word[at : at + 2] for at in range(len(word) - 1)} - _COMMON
            yield sum(1.1 * weight for pair in pairs if pair in title)
