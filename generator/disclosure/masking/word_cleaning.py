"""What a Word file carries besides its text: comments, tracked changes, hidden text, links, things put in."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from disclosure.masking.package import discard, local_name, unwrap
from disclosure.masking.tally import Tally

ALLOWED_PARTS = frozenset(
    "officeDocument styles stylesWithEffects numbering settings webSettings fontTable theme header footer footnotes endnotes".split()
)
"""Kinds of relationships that lead to text and its formatting. Whatever else there is stays behind."""
_WORDS = {
    "image": "图片", "chart": "图表", "chartEx": "图表", "diagramData": "图示", "oleObject": "嵌入的对象", "package": "嵌入的文件", "comments": "批注",
    "aFChunk": "嵌入的文件", "vbaProject": "宏", "hyperlink": "超链接的网址", "video": "视频", "audio": "音频", "subDocument": "子文档",
    "control": "控件", "glossaryDocument": "文档部件", "mailMergeSource": "邮件合并的数据源",
}  # fmt: skip
_HOLDERS = (
    "numPicBullet",
    "background",
    "drawing",
    "pict",
    "object",
    "altChunk",
    "subDoc",
    "control",
    "attachedTemplate",
)
"""Elements that make no sense without the part they refer to, the outermost first."""
_MARKS = frozenset(
    "commentRangeStart commentRangeEnd commentReference annotationRef rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange "
    "numberingChange cellIns cellDel cellMerge moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd "
    "customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd "
    "dataBinding placeholder docVars mailMerge trackRevisions lvlPicBulletId smartTagPr embedRegular embedBold embedItalic embedBoldItalic".split()
)
"""Elements that tell of people, of other files or of changes, and hold no text of the document."""
_OFF = ("0", "false", "off")


def told_of(kinds: Mapping[str, str], tally: Tally) -> None:
    """Count what a part loses."""
    tally.left_out.update(_WORDS[kind] for kind in kinds.values() if kind in _WORDS)


def clean(root: etree._Element, dropped: Mapping[str, str], tally: Tally) -> None:
    """Take out of a part what refers to dropped relationships, accept its tracked changes, take out what nobody sees."""
    if dropped:
        _without_references(root, dropped)
    _accept_changes(root, tally)
    _without_hidden_text(root, tally)
    for element in _named(root, *_MARKS):
        discard(element)
    for element in _named(root, "hyperlink"):
        unwrap(element)


def _without_references(root: etree._Element, dropped: Mapping[str, str]) -> None:
    for element in list(root.iter(etree.Element)):
        for name, value in list(element.attrib.items()):
            if value in dropped and "}" in str(name) and "/relationships" in str(name):
                holders = [one for one in (*element.iterancestors(), element) if local_name(one) in _HOLDERS]
                if holders:
                    discard(min(holders, key=lambda one: _HOLDERS.index(local_name(one))))
                else:
                    del element.attrib[name]


def _accept_changes(root: etree._Element, tally: Tally) -> None:
    for row in _named(root, "tr"):
        if any(
            local_name(mark) == "del" for properties in row if local_name(properties) == "trPr" for mark in properties
        ):
            tally.left_out["修订中删去的文字"] += 1
            discard(row)
    for element in _named(root, "del", "moveFrom"):
        if len(element):
            tally.left_out["修订中删去的文字"] += 1
        discard(element)
    for element in _named(root, "ins", "moveTo"):
        unwrap(element)


def _without_hidden_text(root: etree._Element, tally: Tally) -> None:
    for run in _named(root, "r"):
        properties = [one for one in run if local_name(one) == "rPr"]
        if any(local_name(one) == "vanish" and not _is_off(one) for each in properties for one in each):
            if any(local_name(one) == "t" and one.text for one in run):
                tally.left_out["隐藏的文字"] += 1
            discard(run)


def _is_off(element: etree._Element) -> bool:
    return any(value in _OFF for name, value in element.attrib.items() if str(name).endswith("val"))


def _named(root: etree._Element, *names: str) -> list[etree._Element]:
    return list(root.iter(*(f"{{*}}{name}" for name in names)))
