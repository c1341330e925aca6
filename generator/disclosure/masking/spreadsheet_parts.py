"""What a spreadsheet file has besides cells, by the names of its parts: all of it stays behind, and is told."""

from __future__ import annotations

import re

from disclosure.masking.package import Package
from disclosure.masking.tally import Tally

_WORDS = (
    ("xl/charts/chart", "图表"),
    ("xl/chartsheets/", "图表"),
    ("xl/media/", "图片"),
    ("xl/cellimages", "单元格图片"),
    ("xl/pivotTables/", "数据透视表"),
    ("xl/vbaProject", "宏"),
    ("xl/comments", "批注"),
    ("xl/embeddings/", "嵌入的文件"),
    ("xl/externalLinks/externalLink", "指向别的文件的链接"),
    ("xl/ctrlProps/", "控件"),
    ("xl/activeX/activeX", "控件"),
    ("xl/slicers/", "切片器"),
    ("xl/connections", "数据连接"),
    ("customXml/item", "自定义数据"),
)
_IN_A_DRAWING = re.compile(rb"<(?:xdr|[a-z]+\d*):sp[ >]")
_IN_A_SHEET = (
    (re.compile(rb"<(?:\w+:)?dataValidation "), "下拉列表和输入限制"),
    (re.compile(rb"<(?:\w+:)?conditionalFormatting[ >]"), "条件格式"),
    (re.compile(rb"<(?:\w+:)?hyperlink "), "超链接的网址"),
    (re.compile(rb"<(?:\w+:)?autoFilter[ >]"), "筛选"),
)


def told_of(package: Package, tally: Tally) -> None:
    """Count everything that will not be in the copy."""
    for name, part in package.parts.items():
        what = next((what for start, what in _WORDS if name.startswith(start) and "/_rels/" not in name), None)
        if what == "批注":
            tally.left_out[what] += len(re.findall(rb"<(?:\w+:)?comment ", part))
        elif what:
            tally.left_out[what] += 1
        if name.startswith("xl/drawings/drawing"):
            tally.left_out["文本框和图形"] += len(_IN_A_DRAWING.findall(part))
        if name.startswith("xl/worksheets/sheet"):
            for pattern, what in _IN_A_SHEET:
                tally.left_out[what] += len(pattern.findall(part))
    for what in [what for what, count in tally.left_out.items() if not count]:
        del tally.left_out[what]
