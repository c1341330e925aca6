"""What no clerk types and a form has to bear: values for every field of a record, a different one in each case."""

from __future__ import annotations

from typing import Any

from disclosure.editing.fields import Field, Widget, record_fields

HOSTILE = (
    "“引号”和\"双引号\"", "it's '单引号'", "冒号: 在中间", "冒号在末尾:", "井号 # 不是注释", "#开头", "  前后有空格  ", "null", "Null", "~", "是", "否", "true", "yes",
    "007", "1.50", "0x1F", "1e3", "12:30", "2026-09-01", "- 短横开头", "-", "? 问号", "! 感叹", "!tag", "&锚点", "*星号", "%百分", "@邮", "`反引号`", "[甲, 乙]", "{甲: 乙}",
    "| 竖线", "> 大于", "---", "...", "反斜杠 \\n \\\\ \\", "制表\t符", "全角：Ａ１　空格", "表情😀", "家庭👨‍👩‍👧‍👦", "旗🇨🇳", "生僻字𠮷𪚥", "零宽\u200b字符", "行分隔\u2028符", "控制\x07字符",
    "\ufeff字节序", "组合é\u0301", "右到左\u202e字", "软连\u00ad字", "不换行\u00a0空格", "下一行\x85符", "省略…号", "<b>标签</b>", "a: b: c", "'", '"', ",", "甲,乙，丙、丁", "العربية", "%YAML 1.2",
    "甲 : 乙", "甲:乙", "甲#乙", "第一行\n第二行", "=", "<<", "键: |", "\u3000全角空格开头", "长" * 300,
)  # fmt: skip
"""Texts that YAML, the reader or a browser might take for something else."""
_VALID = {
    Widget.DAY: ("2026-11-24", "2027-02-28"), Widget.MOMENT: ("2026-09-01", "2026-09-01 08:30", "2026-09-01 23:59"),
    Widget.EXPIRY: ("长期", "2026-12-31"), Widget.SPAN: ("１５天", "7个工作日", "30日"), Widget.AMOUNT: ("５.８万元", "¥58,000.00元", "人民币0元整"),
    Widget.COUNT: ("96", "０７"), Widget.YES_NO: ("是", ""),
}  # fmt: skip
_CHOSEN = {
    "column": ("", "其他/财务", "招生收费"),
    "edition": ("internal",),
    "year": ("2025-2026",),
    "start": ("",),
    "end": ("",),
}
_IDS = ("replaces", "corrects")


def hostile_values(number: int, *, item: str) -> dict[str, Any]:
    """Values for every field. With `number` all texts wander through all fields; what has a form of its own is right."""
    values = _values(record_fields(), number, "")
    year_end = {"notice_period": values["notice_period"], "expires": ""} if number % 2 else {"notice_period": ""}
    title = f"{number} {_text(number + 3)}"
    given: dict[str, Any] = {
        "id": f"2026-{number + 100:04d}", "item": item, "title": title, "column": values["column"] if item else "招生收费",
        "body": f"正文 {number}\n\n{_text(number)}\n\n---\n\n| 甲 | 乙 |\n|--|--|\n\ttab  \n",
    }  # fmt: skip
    values["attachments"] = (
        [{"file": f"附件 {number}：表#1.txt", "title": _text(number + 9)}] if number % 3 == 0 else []
    )
    return values | year_end | given


def _text(number: int) -> str:
    return HOSTILE[number % len(HOSTILE)]


def _values(fields: tuple[Field, ...], number: int, path: str) -> dict[str, Any]:
    return {field.name: _value(field, number + place * 5, path) for place, field in enumerate(fields)}


def _value(field: Field, number: int, path: str) -> Any:
    if field.widget is Widget.GROUP:
        return _values(field.parts, number, field.name)
    if field.widget is Widget.GROUPS:
        return [_values(field.parts, number + row * 7, field.name) for row in range(2)]
    if field.widget is Widget.CHOICE:
        return ("", *field.choices)[number % (len(field.choices) + 1)]
    if field.widget is Widget.CHOICES:
        return "、".join(field.choices[: number % (len(field.choices) + 1)])
    if field.widget in _VALID:
        return _VALID[field.widget][number % len(_VALID[field.widget])]
    if field.name in _IDS:
        return f"2025-{number:04d}"
    if field.name in _CHOSEN and (path == "report" or field.name == "column"):
        return _CHOSEN[field.name][number % len(_CHOSEN[field.name])]
    if path == "report":
        return field.example
    return _text(number)
