"""What a Word file holds beside its text: told, since it does not come along."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from disclosure.importing.losses import Losses
from disclosure.importing.package import roots
from disclosure.importing.word_xml import named, text_of, w
from disclosure.masking.package import Package

_ART = ("chart", "chartex")


def tell_rest(package: Package, body: etree._Element, losses: Losses) -> None:
    """List comments, headers, charts, diagrams, objects, layout. `body` is the document's root as it was."""
    _tell_comments(package, losses)
    for prefix, word in (("word/header", "页眉"), ("word/footer", "页脚")):
        texts = list(dict.fromkeys(text for _, root in roots(package, prefix) if (text := _visible(root))))
        if any(any(map(str.isalpha, text)) for text in texts):
            losses.lose(word, texts)
    for prefix, word in (("word/charts/", "图表"), ("word/diagrams/data", "图示（SmartArt）")):
        found = [(name, root) for name, root in roots(package, prefix) if posixpath.dirname(name) == posixpath.dirname(prefix + "x")]  # fmt: skip
        charts = [root for name, root in found if word != "图表" or posixpath.basename(name).startswith(_ART)]
        if charts:
            losses.lose(f"{word} {len(charts)} 个", (" ".join(_drawn(root)) for root in charts))
    _tell_objects(package, body, losses)
    sections = len(named(body, "sectPr"))
    columns = [one for one in named(body, "cols") if one.get(w("num"), "1") not in ("0", "1")]
    if sections > 1 or columns:
        losses.change(f"分节 {sections} 个{'，分栏' if columns else ''}：网页只有一栏，按先后接着写")


def has_personal_traces(package: Package, body: etree._Element) -> str:
    """Why the file must not be published as it is: tracked changes, comments, hidden text, macros; '' where there are none."""
    found = []
    if named(body, "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"):
        found.append("修订")
    if any(named(root, "comment") for _, root in roots(package, "word/comments")):
        found.append("批注")
    if named(body, "vanish"):
        found.append("隐藏的文字")
    if any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        found.append("宏")
    return "、".join(found)


def pieces_of(package: Package) -> list[str]:
    """Every run of text of every part that people write in, found without regard to what the conversion understands."""
    parts = (
        "word/document",
        "word/footnotes",
        "word/endnotes",
        "word/comments",
        "word/header",
        "word/footer",
        "word/diagrams/data",
    )
    return [piece for prefix in parts for _, root in roots(package, prefix) for piece in _pieces(root)]


def _pieces(root: etree._Element) -> Iterator[str]:
    for one in root.iter("{*}t", "{*}delText"):
        holders = {etree.QName(holder).localname for holder in one.iterancestors()}
        if one.text and not holders & {"Fallback", "moveFrom"}:  # what stands there stands elsewhere a second time
            yield one.text


def _tell_comments(package: Package, losses: Losses) -> None:
    texts = [text_of(one) for _, root in roots(package, "word/comments") for one in named(root, "comment")]
    if texts:
        losses.lose(f"批注 {len(texts)} 条", texts)


def _tell_objects(package: Package, body: etree._Element, losses: Losses) -> None:
    objects = [name for name in package.parts if name.startswith("word/embeddings/")]
    if objects:
        losses.lose(
            f"嵌入的文件 {len(objects)} 个（{'、'.join(posixpath.basename(name) for name in sorted(objects))}）"
        )
    chunks = named(body, "altChunk", "subDoc")
    if chunks:
        losses.lose(f"插入的其他文档 {len(chunks)} 个")
    if any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        losses.lose("宏（没有运行）")
    if named(body, "control"):
        losses.lose("控件")
    pictures = {name for name in package.parts if name.startswith(("word/_rels/header", "word/_rels/footer"))}
    if any(b"/image" in package.parts[name] for name in pictures):
        losses.lose("页眉页脚里的图片")


def _visible(root: etree._Element) -> str:
    """Words of a header, with those of its watermark."""
    marks = [one.get("string", "") for one in named(root, "textpath")]
    return " ".join([text_of(root), *marks]).strip()


def _drawn(root: etree._Element) -> Iterator[str]:
    yield from (one.text for one in root.iter("{*}t", "{*}v") if one.text)
