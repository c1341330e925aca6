"""What is left of a name or a number: pure functions from text to text (requirements B7)."""

from __future__ import annotations

import re

from disclosure.domain.personal_data import PersonalData
from disclosure.domain.school import NameMask, NumberMask

HIDDEN = "（已隐去）"
"""What stands in running text for something that is not shown."""
_COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 长孙 宇文 司空 令狐 端木 轩辕 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 "
    "司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 赫连 纳兰 完颜".split()
)
"""复姓. A third character decides: 欧阳 alone is a person Ou Yang."""
_HAN = r"[\u3400-\u9fff]"
_NAME = re.compile(
    rf"(?<!{_HAN}){_HAN}(?:[ \u3000]+{_HAN}(?!{_HAN}))+"  # 张　三
    r"|[A-Za-z][A-Za-z.'·-]*(?: [A-Za-z][A-Za-z.'·-]*)*"  # Li Ming
    r"|[^\s、，,;；/|（）()\[\]：:A-Za-z]+"
)
_BESIDE_A_NAME = re.compile(r"男|女|.{1,3}族|组长|班长|等|和|及")
_ENDS = {PersonalData.ID_NUMBER: (6, 4), PersonalData.BANK_CARD: (6, 4), PersonalData.MOBILE: (3, 4)}
_ENDS_BY_LENGTH = {11: (3, 4), 15: (6, 4), 16: (6, 4), 17: (6, 4), 18: (6, 4), 19: (6, 4)}


def mask_number(kind: PersonalData | None, value: str, mask: NumberMask) -> str:
    """What is written for a value: nothing of it, or its ends (ID numbers 6 and 4, mobiles 3 and 4, cards 6 and 4).

    Args:
        kind: None where a heading says that the value is about a person, but not what it is.
    """
    if mask is NumberMask.NOTHING:
        return HIDDEN
    known = _ENDS_BY_LENGTH if kind is PersonalData.FRAGMENT else {}
    return _ends(value, *known.get(len(value), _ENDS.get(kind, (1, 1)) if kind else (1, 1)))


def mask_name(name: str, mask: NameMask) -> str:
    """A person's name: as it is, the surname (张**), or the ends (张*, 张*明)."""
    name = re.sub(r"\s+", "", name) if re.search(r"[\u4e00-\u9fff]", name) else name
    if mask is NameMask.KEEP or not name:
        return name
    if mask is NameMask.FIRST:
        return surname(name) + "**"
    return name[0] + "*" if len(name) == 2 else _ends(name, 1, 1)


def surname(name: str) -> str:
    """The family name, as far as characters tell; of other names the first letter."""
    return name[:2] if len(name) > 2 and name[:2] in _COMPOUND else name[:1]


def names_in(text: str) -> list[tuple[int, int]]:
    """Where the names are in a cell of names: several may stand side by side, one may be spaced out as 张　三."""
    return [match.span() for match in _NAME.finditer(text) if not _BESIDE_A_NAME.fullmatch(match[0])]


def _ends(value: str, first: int, last: int) -> str:
    if len(value) <= first + last:
        return "*" * len(value)
    return value[:first] + "*" * (len(value) - first - last) + value[len(value) - last :]
