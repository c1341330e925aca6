"""Workbooks made by hand."""

from __future__ import annotations

from collections.abc import Mapping

from documents.making import found, office, relations, xml


def workbook(rows: str, **parts: str) -> bytes:
    """A workbook with one sheet of these rows, and other parts of `xl/` by their names."""
    return office({
        "xl/workbook.xml": xml("s:workbook", '<s:sheets><s:sheet name="一班" sheetId="1" r:id="rId1"/></s:sheets>'),
        "xl/_rels/workbook.xml.rels": relations(rId1="worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": xml("s:worksheet", f"<s:sheetData>{rows}</s:sheetData>"),
        **{f"xl/{name}.xml": content for name, content in parts.items()},
    })  # fmt: skip


def row(number: int, *cells: str) -> str:
    return f'<s:row r="{number}">{"".join(cells)}</s:row>'


def cell(value: str, reference: str = "", kind: str = "n", style: int = 0) -> str:
    return f'<s:c r="{reference}" t="{kind}" s="{style}"><s:v>{value}</s:v></s:c>' if reference else f'<s:c t="{kind}"><s:v>{value}</s:v></s:c>'  # fmt: skip


def rows_of(content: bytes) -> Mapping[str, str]:
    return {p.place: p.text for p in found(content) if p.place.endswith("行")}
