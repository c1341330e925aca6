"""xlsx → a table of Markdown for each sheet, as the sheet shows it: no hidden rows, no formulas, values as displayed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from disclosure.documents.guard import silence
from disclosure.importing.cell_formats import shown
from disclosure.importing.converted import Converted, Facts
from disclosure.importing.losses import Losses, NotImported
from disclosure.importing.markdown import cell as cell_of
from disclosure.importing.markdown import escaped
from disclosure.importing.package import DAMAGED, opened
from disclosure.importing.pictures import Pictures
from disclosure.importing.properties import made_on
from disclosure.importing.sheet_rest import cells_of, has_personal_traces, pieces_of, tell_rest

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_MOST_CELLS = 60_000
"""Cells that a page can bear; a larger table stays an attachment."""
_NOTE = 12
"""Characters from which a lone text below a table is a note."""
_NUMERIC = re.compile(r"-?[¥￥$]?[\d,]+(?:\.\d+)?%?")
_LINKED = ("http://", "https://")


def convert_workbook(content: bytes, name: str) -> Converted:
    """A workbook as Markdown.

    Raises:
        NotImported: locked, damaged or no workbook.
    """
    package = opened(content, name)
    if "xl/workbook.xml" not in package.parts:
        raise NotImported("不是 Excel 文件。请用 Excel 或 WPS 打开，另存为 xlsx 再导入")
    values, formulas = _loaded(package.to_bytes(), values=True), _loaded(package.to_bytes(), values=False)
    losses = Losses()
    pictures = Pictures(losses)
    sections = []
    visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    for sheet in visible:
        body = _sheet(sheet, formulas[sheet.title], losses)
        names = [one for one in (pictures.add(_bytes_of(image)) for image in _images(sheet)) if one]
        body = "\n\n".join([body, *(f"![{one.partition('.')[0]}]({one})" for one in names)]).strip()
        if body:
            sections.append(f"## {escaped(sheet.title)}\n\n{body}" if len(visible) > 1 else body)
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            losses.lose(f"隐藏的工作表「{sheet.title}」", _texts(sheet))
    tell_rest(package, values, losses)
    traces = has_personal_traces(package, values)
    return Converted(
        body="\n\n".join(sections), facts=Facts(made=made_on(package)), beside=pictures.files, losses=losses, pieces=pieces_of(package),
        why_not_attached=f"里面有{traces}" if traces else "",
    )  # fmt: skip


def _loaded(content: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    silence("PIL")
    try:
        return load_workbook(BytesIO(content), data_only=values, rich_text=False)
    except Exception:  # openpyxl raises whatever fails first in an odd file
        raise NotImported(DAMAGED) from None


def _sheet(sheet: Any, formulas: Any, losses: Losses) -> str:
    """The used part of a sheet as a table, with what stands above and below it as paragraphs."""
    if len(sheet._cells) > _MOST_CELLS:
        losses.lose(f"工作表「{sheet.title}」：{len(sheet._cells)} 格，太大，见附件", _texts(sheet))
        return ""
    rows = _shown_rows(sheet, formulas, losses)
    width = max(map(len, rows), default=0)
    lead, tail = list[str](), list[str]()
    while len(rows) > 1 and width > 1 and sum(map(bool, rows[0])) == 1:
        lead.append(next(filter(None, rows.pop(0))))
    while len(rows) > 2 and width > 1 and sum(map(bool, rows[-1])) == 1 and len(max(rows[-1], key=len)) > _NOTE:
        tail.insert(0, next(filter(None, rows.pop())))
    if width == 1:
        lead, rows = [row[0] for row in rows], []
    table = [f"| {' | '.join(row)} |" for row in rows]
    table[1:1] = [f"| {' | '.join(_alignment(rows, at) for at in range(width))} |"] if table else []
    parts = [
        *(text.replace("<br>", "\\\n") for text in lead),
        "\n".join(table),
        *(text.replace("<br>", "\\\n") for text in tail),
    ]
    return "\n\n".join(part for part in parts if part)


def _alignment(rows: list[list[str]], at: int) -> str:
    """Numbers below each other stand at the right."""
    values = [row[at] for row in rows[1:] if row[at]]
    return "---:" if values and all(_NUMERIC.fullmatch(value) for value in values) else "---"


def _shown_rows(sheet: Any, formulas: Any, losses: Losses) -> list[list[str]]:
    """The cells that say something, in rows and columns that do; what does not come along is told."""
    hidden_columns = _hidden_columns(sheet)
    cells: dict[tuple[int, int], str] = {}
    hidden, odd, errors = [], list[str](), list[str]()
    for one in cells_of(sheet):
        text, known = shown(one.value, one.number_format)
        if not text.strip():
            continue
        if one.column in hidden_columns or sheet.row_dimensions[one.row].hidden:
            hidden.append(text)
            continue
        odd += [] if known else [f"{one.coordinate} {one.number_format}"]
        errors += [f"{one.coordinate} {text}"] if one.data_type == "e" else []
        cells[one.row, one.column] = _linked(one, cell_of(text))
    _tell(sheet, formulas, losses, hidden=hidden, odd=odd, errors=errors)
    columns = sorted({column for _, column in cells})
    return [[cells.get((row, column), "") for column in columns] for row in sorted({row for row, _ in cells})]


def _tell(sheet: Any, formulas: Any, losses: Losses, *, hidden: list[str], odd: list[str], errors: list[str]) -> None:
    place = f"工作表「{sheet.title}」"
    empty = [
        f"{one.coordinate} {one.value}"
        for one in cells_of(formulas)
        if one.data_type == "f" and isinstance(one.value, str) and sheet.cell(one.row, one.column).value is None
    ]
    if hidden:
        losses.lose(f"{place}：隐藏的行、列里 {len(hidden)} 格", hidden)
    if empty:
        losses.lose(f"{place}：公式没有算出的值 {len(empty)} 格（在 Excel 里打开，保存一次再导入）", empty)
    if odd:
        losses.change(f"{place}：{len(odd)} 格的数字格式没有照样显示（{'、'.join(odd[:5])}）")
    if errors:
        losses.change(f"{place}：{len(errors)} 格是错误值（{'、'.join(errors[:5])}）")
    if sheet.merged_cells.ranges:
        losses.change(f"{place}：合并的单元格 {len(sheet.merged_cells.ranges)} 处，内容写在第一格，其余的格空着")


def _hidden_columns(sheet: Any) -> set[int]:
    """openpyxl keeps neighbours that are alike as one entry."""
    return {
        at for one in sheet.column_dimensions.values() if one.hidden for at in range(one.min, (one.max or one.min) + 1)
    }


def _linked(cell: Any, text: str) -> str:
    target = (cell.hyperlink.target or "") if cell.hyperlink else ""
    is_plain = target.startswith(_LINKED) and not set(target) & set(" <>|()")
    return f"[{text}]({target})" if text and is_plain else text


def _texts(sheet: Any) -> Iterator[str]:
    yield from (text for one in cells_of(sheet) if (text := shown(one.value, one.number_format)[0]))


def _images(sheet: Any) -> list[Any]:
    return list(sheet._images)


def _bytes_of(image: Any) -> bytes:
    content: bytes = image._data()
    return content
