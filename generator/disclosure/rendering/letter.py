"""家长信、公众号: a record as a message. What parents ask first comes first: how much, until when, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from disclosure.domain.edition import Shown
from disclosure.domain.record import FeeLine
from disclosure.domain.school import School
from disclosure.rendering.facts import fee_table
from disclosure.rendering.markdown import with_absolute_links
from disclosure.rendering.plain_text import plain_text, tree_of
from disclosure.rendering.poster import record_address
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words, size_in_words, yuan

if TYPE_CHECKING:  # a build that makes no letter does without
    from lxml.html import HtmlElement

_CELL = "border:1px solid #999;padding:4px 6px;text-align:left;vertical-align:top"
_STYLES = {
    "p": "margin:0 0 12px;line-height:1.75", "h2": "margin:20px 0 8px;font-size:17px;font-weight:bold",
    "h3": "margin:16px 0 8px;font-size:16px;font-weight:bold", "table": "border-collapse:collapse;margin:0 0 12px;font-size:14px",
    "td": _CELL, "th": f"{_CELL};font-weight:bold;background:#f2f2f2", "ul": "margin:0 0 12px;padding-left:24px",
    "ol": "margin:0 0 12px;padding-left:24px", "blockquote": "margin:0 0 12px;padding-left:12px;border-left:3px solid #999",
}  # fmt: skip
"""Written on each element: an editor for messages keeps nothing else."""
_KEPT = {"td": ("colspan", "rowspan"), "th": ("colspan", "rowspan"), "ol": ("start",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The same message twice."""

    text: str
    html: Markup
    """Plain elements with inline styles; no links, pictures, classes or numbers of elements."""


class Answer(NamedTuple):
    """A line at the top: plain text."""

    question: str
    text: str


def letter_of(shown: Shown, site: Site, *, body: str) -> Letter:
    """A record as a message.

    Args:
        body: safe HTML, as on the record's page.
    """
    record, school = shown.record, site.edition.school
    address = record_address(shown.id, school)
    absolute = with_absolute_links(body, base=address)
    asked, end = answers(shown, school), _end(shown, school, address)
    fees = [_fee_line(line) for line in record.fees]
    first = [f"{question}：{text}" for question, text in asked]
    parts = [
        shown.title, "\n".join(first), record.summary, plain_text(absolute), "\n".join(f"· {line}" for line in fees),
        _basis(shown), "\n".join(end),
    ]  # fmt: skip
    html = [_strong(shown.title), *(f"<b>{escape(q)}：</b>{escape(t)}" for q, t in asked), escape(record.summary)]
    made = "".join(_paragraph(one) for one in html if one) + _styled(absolute)
    made += _fee_table(record.fees) + "".join(_paragraph(escape(line)) for line in [_basis(shown), *end] if line)
    return Letter(text="\n\n".join(part for part in parts if part), html=Markup(made))


def answers(shown: Shown, school: School) -> list[Answer]:
    """多少钱、何时前、找谁问, as far as the record says so."""
    record, found = shown.record, []
    if record.fees:
        found.append(Answer("多少钱", "；".join(_price(line) for line in record.fees)))
    elif record.amount is not None:
        found.append(Answer("多少钱", yuan(record.amount)))
    if record.expires:
        what = "可以提意见" if shown.is_consultation else "公示截止"
        found.append(Answer("何时前", f"{day_in_words(record.expires)}（含当日），{what}"))
    else:
        found.append(Answer("何时起", f"{day_in_words(record.published)}起长期有效"))
    owner = f"（{record.owner}）" if record.owner else ""
    office = f"，电话 {'、'.join(school.phones.office)}" if school.phones.office else ""
    numbers = (record.hotline,) if record.hotline else school.phones.supervision
    hotline = f"；监督电话 {'、'.join(numbers)}" if numbers else ""
    found.append(Answer("找谁问", f"{record.department}{owner}{office}{hotline}"))
    return found


def _price(line: FeeLine) -> str:
    return f"{line.name} {line.standard}" + (f"（{line.unit}）" if line.unit else "")


def _fee_line(line: FeeLine) -> str:
    """A charge with what a parent has to know of it beside the price."""
    more = [
        f"{label}：{text}"
        for label, text in (("范围", line.scope), ("减免", line.relief), ("批准", line.approved_by))
        if text
    ]
    return "；".join([_price(line), *more])


def _basis(shown: Shown) -> str:
    table = fee_table(shown.record)
    return f"收费依据：{'、'.join(table.bases)}" if table and table.bases else ""


def _fee_table(fees: tuple[FeeLine, ...]) -> str:
    if not fees:
        return ""
    heads = ("项目", "标准", "计费单位", "范围", "减免")
    rows = "".join(
        f"<tr>{''.join(_cell('td', text) for text in (one.name, one.standard, one.unit, one.scope, one.relief))}</tr>"
        for one in fees
    )
    return f'<table style="{_STYLES["table"]}"><tbody><tr>{"".join(_cell("th", head) for head in heads)}</tr>{rows}</tbody></table>'


def _cell(tag: str, text: str) -> str:
    return f'<{tag} style="{_STYLES[tag]}">{escape(text)}</{tag}>'


def _end(shown: Shown, school: School, address: str) -> list[str]:
    record = shown.record
    number = f"编号：{record.id}" + (f"　文号：{record.document_number}" if record.document_number else "")
    files = "、".join(f"{one.title}（{size_in_words(one.size)}）" for one in record.attachments)
    lines = [
        f"附件（见网页）：{files}" if files else "",
        number,
        f"原文：{address}",
        f"{school.name}　{day_in_words(record.published)}",
    ]
    return [line for line in lines if line]


def _strong(text: str) -> str:
    return f'<strong style="font-size:18px">{escape(text)}</strong>'


def _paragraph(html: str) -> str:
    return f'<p style="{_STYLES["p"]}">{html}</p>'


def _styled(html: str) -> str:
    """A body whose elements carry their own styles, without links (an editor would drop them) and pictures (it cannot load them)."""
    from lxml.etree import strip_tags
    from lxml.html import tostring

    root = tree_of(html)
    for element in list(root.iter("img", "input")):
        _replace(element)
    for element in root.iter():
        _dress(element)
    strip_tags(root, "a", "span")
    inner = "".join([escape(root.text or ""), *(tostring(child, encoding="unicode") for child in root)])
    return inner.strip()


def _replace(element: HtmlElement) -> None:
    """A few words instead of what cannot be pasted."""
    if element.tag == "input":
        words = "☑" if element.get("checked") is not None else "☐"
    else:
        words = f"（图：{element.get('alt')}，见网页）" if element.get("alt") else ""
    element.tail = words + (element.tail or "")
    element.drop_tree()


def _dress(element: HtmlElement) -> None:
    tag = str(element.tag)
    kept = {name: value for name in _KEPT.get(tag, ()) if (value := element.get(name))}
    align = element.get("align")
    element.attrib.clear()
    style = _STYLES.get(tag, "")
    if align in ("left", "right", "center"):
        style = style.replace("text-align:left", f"text-align:{align}")
    for name, value in (kept | ({"style": style} if style else {})).items():
        element.set(name, value)
