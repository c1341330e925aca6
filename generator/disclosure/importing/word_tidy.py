"""Word's XML made ready for mammoth: what it would pass over in silence is turned into paragraphs and runs, or told."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from disclosure.importing.losses import Losses
from disclosure.importing.word_equations import linear
from disclosure.importing.word_numbering import Numbering
from disclosure.importing.word_xml import W, child, is_on, named, run, text_of, value, w
from disclosure.masking.package import discard, unwrap

_SHELLS = ("smartTag", "customXml", "fldSimple", "bdo", "dir", "ins", "moveTo", "contentPart")
"""Elements around text that say nothing to a reader. Of some, mammoth would pass over what is in them."""
_CONTENTS = ("toc ", "目录 ", "table of figures")
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def tidy(root: etree._Element, styles: etree._Element | None, losses: Losses) -> None:
    """Make a body or a part of notes ready. Counting of numbers comes afterwards (`write_numbers`)."""
    _choose_newer(root)
    _drop_deleted(root, losses)
    for element in named(root, *_SHELLS):
        parent = element.getparent()
        if parent is not None and etree.QName(parent).localname not in ("rPr", "trPr"):
            unwrap(element)
    _drop_hidden(root, styles, losses)
    _drop_contents(root, styles, losses)
    _equations(root, losses)
    _ruby(root)
    for mark in named(root, "checkbox"):
        if "office/word" in (etree.QName(mark).namespace or ""):
            discard(mark)  # the sign itself, ☐ or ☑, is text already


def write_numbers(root: etree._Element, numbering: Numbering) -> int:
    """Put automatic numbers into the text; bullets stay lists. Says how many paragraphs have a number now."""
    count = 0
    for paragraph in root.iter(w("p")):
        label = numbering.label(paragraph)
        if label is None or label.is_bullet:
            continue
        properties = child(paragraph, "pPr")
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        if (own := child(properties, "numPr")) is not None:
            properties.remove(own)
        own = etree.SubElement(properties, w("numPr"))
        for name in ("ilvl", "numId"):
            etree.SubElement(own, w(name)).set(w("val"), "0")
        if label.text.strip():
            count += 1
            blank = " " if label.text[-1].isascii() else "　" if label.text[-1].isalnum() else ""
            paragraph.insert(paragraph.index(properties) + 1, run(label.text + blank))
    return count


def free_boxes(root: etree._Element, losses: Losses) -> None:
    """Text boxes become paragraphs behind the one they are anchored in; pictures in groups become pictures."""
    boxes = 0
    while (box := root.find(f".//{w('txbxContent')}")) is not None:
        boxes += 1
        host = next((one for one in box.iterancestors(w("p"))), None)
        blocks = list(box)
        discard(box)
        if host is not None:
            for block in reversed(blocks):
                host.addnext(block)
    if boxes:
        losses.change(f"文本框 {boxes} 个：文字放在它所在的段落后面")
    for drawing in named(root, "drawing"):
        pictures = [one for one in named(drawing, "pic") if etree.QName(one.getparent()).localname != "graphicData"]
        for picture in reversed(pictures):
            if (holder := drawing.getparent()) is not None:
                holder.addnext(_inline(picture))


def _choose_newer(root: etree._Element) -> None:
    """Of the same thing for new and for old programs, the first: mammoth takes the last, which may be missing."""
    for both in named(root, "AlternateContent"):
        choices = [one for one in both if etree.QName(one).localname in ("Choice", "Fallback")]
        for other in choices[1:]:
            both.remove(other)
        if choices:
            unwrap(choices[0])
        unwrap(both)


def _drop_deleted(root: etree._Element, losses: Losses) -> None:
    gone = []
    for row in named(root, "tr"):
        if row.tag == w("tr") and child(child(row, "trPr"), "del") is not None:
            gone.append(text_of(row))
            discard(row)
    moved = "".join(text_of(one) for one in named(root, "moveTo"))
    for element in named(root, "del", "moveFrom"):
        if etree.QName(element.getparent()).localname in ("rPr", "trPr"):
            continue  # the mark of a paragraph: mammoth joins it to the next one
        text = text_of(element)
        gone.append("" if element.tag == w("moveFrom") and text in moved else text)
        discard(element)
    texts = [text for text in gone if text]
    if texts:
        losses.lose(f"修订里删去的文字 {len(texts)} 处", texts)


def _drop_hidden(root: etree._Element, styles: etree._Element | None, losses: Losses) -> None:
    hidden_styles = {
        one.get(w("styleId"), "") for one in ([] if styles is None else named(styles, "style")) if is_on(child(child(one, "rPr"), "vanish"))
    }  # fmt: skip
    texts = []
    for one in root.findall(f".//{w('r')}"):
        properties, paragraph = child(one, "rPr"), next(one.iterancestors(w("p")), None)
        own = child(properties, "vanish")
        style = {value(child(properties, "rStyle")), value(child(child(paragraph, "pPr"), "pStyle"))}
        if is_on(own) or (own is None and style & hidden_styles):
            texts.append(text_of(one))
            discard(one)
    texts = [text for text in texts if text]
    if texts:
        losses.lose(f"隐藏的文字 {len(texts)} 处", texts)


def _drop_contents(root: etree._Element, styles: etree._Element | None, losses: Losses) -> None:
    """The table of contents: page numbers mean nothing on the web."""
    names = {
        one.get(w("styleId"), ""): (value(child(one, "name")) or "").lower() for one in ([] if styles is None else named(styles, "style"))
    }  # fmt: skip
    lines = []
    for paragraph in root.findall(f".//{w('p')}"):
        style = value(child(child(paragraph, "pPr"), "pStyle")) or ""
        if names.get(style, style).lower().startswith(_CONTENTS):
            lines.append(text_of(paragraph))
            for one in list(paragraph):
                if one.tag != w("pPr"):
                    paragraph.remove(one)
    if lines:
        losses.lose("自动目录（网页不分页，页码没有用）", lines)


def _equations(root: etree._Element, losses: Losses) -> None:
    equations = [one for one in named(root, "oMath") if not any(True for _ in one.iterancestors(one.tag))]
    for one in equations:
        one.addprevious(run(linear(one)))
        discard(one)
    for one in named(root, "oMathPara"):
        parent = one.getparent()
        if parent is not None and parent.tag != w("p"):
            wrapper = etree.Element(w("p"))
            one.addprevious(wrapper)
            wrapper.extend(list(one))
            discard(one)
        else:
            unwrap(one)
    if equations:
        losses.change(f"公式 {len(equations)} 个：改写成一行文字，请与原件核对")


def _ruby(root: etree._Element) -> None:
    """拼音 above characters: behind them, in brackets."""
    for one in named(root, "ruby"):
        base, above = (
            text_of(found) if found is not None else "" for found in (child(one, "rubyBase"), child(one, "rt"))
        )
        if (holder := one.getparent()) is not None:
            holder.addprevious(run(f"{base}（{above}）" if above else base))
        discard(one)


def _inline(picture: etree._Element) -> etree._Element:
    """A run with a picture out of a group, in the plain form that mammoth knows."""
    made = etree.Element(w("r"), nsmap={"w": W})
    inline = etree.SubElement(etree.SubElement(made, w("drawing")), f"{{{_WP}}}inline")
    properties = etree.SubElement(inline, f"{{{_WP}}}docPr")
    given = next(iter(named(picture, "cNvPr")), None)
    properties.set("descr", "" if given is None else given.get("descr", ""))
    data = etree.SubElement(etree.SubElement(inline, f"{{{_A}}}graphic"), f"{{{_A}}}graphicData")
    data.append(deepcopy(picture))
    return made
