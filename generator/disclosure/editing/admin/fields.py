"""A record's fields as a git-based editor shows them: each `Field` becomes a widget that Sveltia and Decap both know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from disclosure.domain.catalogue import Column, Item
from disclosure.domain.repository import Editor
from disclosure.editing.fields import Field, Widget, record_fields

Entry = dict[str, Any]
"""A mapping of the editor's configuration."""

_OFTEN = ("notice_period", "expires", "signoffs", "amount", "fees", "document_number", "issue")
"""Keys that come right after the text and its attachments."""
_LAST = ("changes", "replaces", "corrects", "late_entry", "waivers", "withdrawn")
"""Keys that few records need and none when it is new."""
_NOT_SHOWN = ("report", "column")
"""`disclosure report` writes the first; the second is shown by those who ask for it."""
_LONG = ("summary", "reason", "note", "relief")
_DAY = {"format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False, "picker_utc": False}
"""Written as `2026-09-01`: no time of day, no time zone."""
_DIGITS = "[0-9０-９]"
_PATTERNS: dict[Widget, tuple[str, str]] = {
    Widget.EXPIRY: (rf"^\s*(长期|{_DIGITS}{{4}}).*$", "写日期，例如 2026-09-30，或者写 长期"),
    Widget.SPAN: (rf"^\s*{_DIGITS}{{1,4}}\s*(天|日|个工作日|工作日|个自然日|自然日)\s*$", "写成 15天 或 7个工作日"),
    Widget.AMOUNT: (r"^.*[0-9０-９]\s*(元|万元|亿元)整?\s*$", "写成 58000元 或 5.8万元，不能没有单位"),
    Widget.COUNT: (rf"^\s*{_DIGITS}{{1,9}}\s*$", "写正整数"),
}
"""What the form takes: no less than `reading.values` does, so that no record there is becomes uneditable."""
_ID = ("^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$", "只用数字、字母和短横，例如 2026-0012")
_AS_WRITTEN = "raw"
_RICH = "rich_text"
"""In this mode a text is written anew as a whole: tables lose their alignment, and more (docs/editor.md). Decap does so when the
text is changed, Sveltia when anything is; so Sveltia begins without it."""


def form_fields(items: Iterable[Item], columns: Iterable[Column], *, editor: Editor, is_new: bool) -> list[Entry]:
    """The form: what every record needs, the text, what many need, what few need.

    Args:
        items: to choose from.
        columns: to choose from where no item fits.
        editor: for which editor.
        is_new: whether the form is for writing, not only for changing what is there.
    """
    fields = {field.name: field for field in record_fields() if field.name not in _NOT_SHOWN}
    first = [fields.pop(name) for name in ("title", "id")]
    item, summary, draft = fields.pop("item"), fields.pop("summary"), fields.pop("draft")
    needed = [fields.pop(name) for name, field in list(fields.items()) if field.required]
    attachments = fields.pop("attachments")
    often, last = [fields.pop(name) for name in _OFTEN], [fields.pop(name) for name in _LAST]
    made = [_widget(field, editor) for field in first]
    made += _place(item, items, columns)
    made += [_widget(field, editor) for field in (*needed, summary)]
    made += [_body(is_new=is_new, editor=editor), _attachments(attachments)]
    made += [_widget(field, editor) for field in (*often, *fields.values(), *last)]
    return [*made, _draft(draft)]


def _widget(field: Field, editor: Editor, *, in_group: bool = False) -> Entry:
    """Decap asks for the required keys of a group even where the group is not wanted: there they are only told of."""
    required = field.required and (editor is Editor.SVELTIA or not in_group)
    told = "填了这一组就必须填。" if field.required and not required else ""
    entry: Entry = {"name": field.label, "label": field.label, **_kind(field, editor)}
    entry |= {"required": required, "hint": told + _hint(field)}
    if pattern := _ID if field.name in ("id", "replaces", "corrects") else _PATTERNS.get(field.widget):
        entry["pattern"] = list(pattern)
    if field.name == "published":
        entry |= {"default": "{{now}}", "hint": "到这一天才出现在网站上。"}
    return entry


def _kind(field: Field, editor: Editor) -> Entry:
    match field.widget:
        case Widget.DAY | Widget.MOMENT:
            return {"widget": "datetime", "type": "date", **_DAY}
        case Widget.CHOICE:
            return {"widget": "select", "options": list(field.choices)}
        case Widget.CHOICES:
            return {"widget": "select", "multiple": True, "options": list(field.choices)}
        case Widget.YES_NO:
            return {"widget": "boolean"}
        case Widget.GROUP:
            parts = [_widget(part, editor, in_group=True) for part in field.parts]
            return {"widget": "object", "collapsed": True, "fields": parts}
        case Widget.GROUPS:
            return _list(field, [_widget(part, editor) for part in field.parts])
    return {"widget": "text" if field.name in _LONG else "string"}


def _list(field: Field, parts: list[Entry]) -> Entry:
    names = [part["name"] for part in parts[:2]]
    return {
        "widget": "list", "label_singular": field.label, "collapsed": True,
        "summary": " ".join(f"{{{{fields.{name}}}}}" for name in names), "fields": parts,
    }  # fmt: skip


def _hint(field: Field) -> str:
    if field.parts:
        return field.about
    return f"{field.about}例如：{field.example}"


def _place(item: Field, items: Iterable[Item], columns: Iterable[Column]) -> Iterator[Entry]:
    """事项 where there are any to choose from, and 栏目, which is chosen already where there are none."""
    offered = [{"label": f"{one.id} {one.name}", "value": one.id} for one in items]
    paths = [{"label": column.full_name, "value": column.full_name} for column in columns]
    if offered:
        hint = "公开目录里的哪一项；公开范围、公示期、审签的要求由它而来。"
        yield _choice(item.label, offered, hint)
        yield _choice("栏目", paths, "选了事项就不用选栏目；没有合适的事项时才选。")
    else:
        yield _choice("栏目", paths, "这一栏在公开目录里没有事项。") | {"default": paths[0]["value"]}


def _choice(name: str, options: list[dict[str, str]], hint: str) -> Entry:
    return {"name": name, "label": name, "widget": "select", "options": options, "required": False, "hint": hint}


def _body(*, is_new: bool, editor: Editor) -> Entry:
    hint = "空一行是另起一段；一行开头写“- ”是列表。大表格、名单、扫描件做成附件。富文本会重写全文，已经写好的表格不要用它改。"
    modes = [_AS_WRITTEN]
    if is_new:
        modes = [_RICH, _AS_WRITTEN] if editor is Editor.DECAP else [_AS_WRITTEN, _RICH]
    return {"name": "body", "label": "正文", "widget": "markdown", "required": False, "modes": modes, "hint": hint}


def _attachments(field: Field) -> Entry:
    file, title = field.parts
    parts: list[Entry] = [
        {"name": file.label, "label": file.label, "widget": "file", "required": True, "choose_url": False, "media_folder": "", "public_folder": "",
         "hint": "先改好文件名再上传：读者看到的、下载到的就是它。"},
        {"name": title.label, "label": title.label, "widget": "string", "required": False, "hint": _hint(title)},
    ]  # fmt: skip
    hint = "上传的文件放在这条记录的文件夹里。一个也不列，文件夹里的文件就都公开。"
    return {"name": field.label, "label": field.label, **_list(field, parts), "required": False, "hint": hint}


def _draft(field: Field) -> Entry:
    hint = "开着就是草稿，合并以后也不会公开。全部写好、审签过了再关掉。"
    return {
        "name": field.label,
        "label": field.label,
        "widget": "boolean",
        "default": True,
        "required": False,
        "hint": hint,
    }
