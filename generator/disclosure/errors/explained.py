"""An explanation in words: what `disclosure explain` prints, the reference pages show and code hosts display."""

from __future__ import annotations

import re

from disclosure.errors.explanation import Explanation
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.problem import Severity

GROUPS = {
    "R": "文件和写法",
    "C": "学校资料和公开目录",
    "D": "日期和有效期",
    "L": "链接",
    "A": "附件",
    "P": "个人信息",
    "S": "审签和程序",
    "F": "收费",
    "H": "历史：删除和倒签",
    "G": "登记册",
    "U": "上传",
}
"""What the first letter of a code stands for (design §8), in the order of lists."""
_WEIGHT = {
    Severity.ERROR: "检查不通过，网站不生成",
    Severity.WARNING: "检查不通过，网站照样生成",
    Severity.HINT: "检查照样通过，加 --strict 才算不通过",
    Severity.OFF: "不检查",
}


def grouped() -> dict[str, list[Explanation]]:
    """All explanations by the title of their group; groups without any are left out."""
    groups = {
        title: [one for code, one in EXPLANATIONS.items() if code.startswith(letter)]
        for letter, title in GROUPS.items()
    }
    return {title: members for title, members in groups.items() if members}


def listing() -> str:
    """All codes by group, with weight and title."""
    blocks = [
        "\n".join([title, *(f"  {one.code} {one.severity.label}  {one.title}" for one in members)])
        for title, members in grouped().items()
    ]
    return "\n\n".join([*blocks, f"看一项的说明：disclosure explain {next(iter(EXPLANATIONS))}"])


def weight(one: Explanation) -> str:
    """How much it weighs where the school says nothing else, and what follows from it."""
    return f"{one.severity.label}（{_WEIGHT[one.severity]}）"


def setting(one: Explanation) -> str:
    """The line of data/school.yml that makes less of it; empty where a school cannot."""
    lower = Severity.WARNING if one.severity is Severity.ERROR else Severity.OFF
    return "" if one.fixed else f"检查等级: {{{one.code}: {lower.value}}}"


def changing(one: Explanation) -> str:
    """How a school changes the weight, or why it cannot."""
    if one.fixed:
        return "不能调低：有这个错误就不能公开，只能改好。"
    return (
        "在 data/school.yml 里加下面这一行；已经有“检查等级”的，加在花括号里，用逗号隔开。"
        "可以写 error（错误）、warning（警告）、hint（提示）、off（不检查）。"
    )


def explanation_text(one: Explanation) -> str:
    """Everything about a code, for a terminal."""
    change = "\n\n".join(filter(None, [changing(one), setting(one)]))
    parts = {"为什么查": one.why, "错误写法": one.wrong, "正确写法": one.right, "怎样调整": change}
    return "\n\n".join(
        [f"{one.code} {one.title}", f"等级：{weight(one)}", *(f"{head}：\n{_indented(text)}" for head, text in parts.items())]
    )  # fmt: skip


def explanation_markdown(one: Explanation) -> str:
    """The same as a page, without its title."""
    change = "\n\n".join(filter(None, [changing(one), setting(one) and _fenced(setting(one), "yaml")]))
    parts = {"为什么查": one.why, "错误写法": _fenced(one.wrong), "正确写法": _fenced(one.right), "怎样调整": change}
    return "\n\n".join([f"等级：{weight(one)}", *(f"## {head}\n\n{text}" for head, text in parts.items())]) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def _fenced(text: str, language: str = "text") -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
