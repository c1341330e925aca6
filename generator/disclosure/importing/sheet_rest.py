"""What a workbook holds beside its cells."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from lxml import etree

from disclosure.importing.losses import Losses
from disclosure.importing.package import roots
from disclosure.importing.word_xml import named
from disclosure.masking.package import Package


def tell_rest(package: Package, workbook: Any, losses: Losses) -> None:
    """List comments, charts, boxes, headers, macros."""
    comments = [text for _, text in _comments(workbook)]
    if comments:
        losses.lose(f"批注 {len(comments)} 条", comments)
    charts = [root for name, root in roots(package, "xl/charts/") if posixpath.basename(name).startswith("chart")]
    if charts:
        losses.lose(f"图表 {len(charts)} 个", (" ".join(_words(root)) for root in charts))
    boxes = [
        text
        for _, root in roots(package, "xl/drawings/drawing")
        for one in named(root, "txBody")
        if (text := "".join(_words(one)))
    ]
    if boxes:
        losses.lose(f"文本框 {len(boxes)} 个", boxes)
    headers = [text for sheet in workbook.worksheets for text in _headers(sheet)]
    if headers:
        losses.lose("页眉页脚", dict.fromkeys(headers))
    if any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        losses.lose("宏（没有运行）")
    if any(name.startswith("xl/pivotTables/") for name in package.parts):
        losses.change("数据透视表：只留下显示的数")
    if any(name.startswith("xl/externalLinks/") for name in package.parts):
        losses.change("引用了别的工作簿的数：只留下最后算出的值")
    if any(name.startswith("xl/embeddings/") for name in package.parts):
        losses.lose("嵌入的文件")


def has_personal_traces(package: Package, workbook: Any) -> str:
    """Why the file must not be published as it is; '' where nothing is hidden in it."""
    found = []
    if any(True for _ in _comments(workbook)):
        found.append("批注")
    if any(sheet.sheet_state != "visible" for sheet in workbook.worksheets):
        found.append("隐藏的工作表")
    if any(
        one.hidden
        for sheet in workbook.worksheets
        for one in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
    ):
        found.append("隐藏的行或列")
    if any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        found.append("宏")
    if any(name.startswith(("xl/pivotCache/", "xl/externalLinks/")) for name in package.parts):
        found.append("别处数据的缓存")
    return "、".join(found)


def pieces_of(package: Package) -> list[str]:
    """The text of every cell that has one, read from the XML without openpyxl."""
    shared = [
        "".join(_cell_text(one))
        for _, root in roots(package, "xl/sharedStrings.xml")
        for one in root
        if isinstance(one.tag, str)
    ]
    pieces = []
    for _, root in roots(package, "xl/worksheets/"):
        for one in named(root, "c"):
            written = one.findtext("{*}v") or ""
            if one.get("t") == "s" and written.isdecimal() and int(written) < len(shared):
                pieces.append(shared[int(written)])
            elif one.get("t") == "str":
                pieces.append(written)
            elif one.get("t") == "inlineStr":
                pieces.append("".join(_cell_text(one)))
    return pieces


def cells_of(sheet: Any) -> list[Any]:
    """The cells that a sheet has, in order; asking for rows would make a cell for every place up to the last one."""
    return [sheet._cells[place] for place in sorted(sheet._cells)]


def _cell_text(element: etree._Element) -> Iterator[str]:
    """Without the readings of characters (rPh)."""
    for one in element.iter("{*}t"):
        if one.text and not any(etree.QName(holder).localname == "rPh" for holder in one.iterancestors()):
            yield one.text


def _comments(workbook: Any) -> Iterator[tuple[str, str]]:
    for sheet in workbook.worksheets:
        yield from ((one.coordinate, one.comment.text) for one in cells_of(sheet) if one.comment)


def _headers(sheet: Any) -> Iterator[str]:
    for part in (
        sheet.oddHeader,
        sheet.oddFooter,
        sheet.evenHeader,
        sheet.evenFooter,
        sheet.firstHeader,
        sheet.firstFooter,
    ):
        yield from (
            one.text
            for one in (part.left, part.center, part.right)
            if one.text and "&[" not in one.text and not one.text.startswith("&")
        )


def _words(root: etree._Element) -> Iterator[str]:
    yield from (one.text for one in root.iter("{*}t", "{*}v") if one.text)
