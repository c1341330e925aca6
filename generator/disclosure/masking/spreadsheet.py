"""xlsx: every visible sheet is written anew with what can be seen in it; whatever openpyxl does not know stays behind."""

from __future__ import annotations

import warnings
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.workbook.defined_name import DefinedNameDict

from disclosure.masking.edits import applied, edits_of
from disclosure.masking.package import opened
from disclosure.masking.refusal import CannotMaskError
from disclosure.masking.rules import Rules
from disclosure.masking.sheet import see_sheet
from disclosure.masking.sheet_copy import copy_sheet
from disclosure.masking.spreadsheet_parts import told_of
from disclosure.masking.tables import mask_table, with_persons
from disclosure.masking.tally import Tally

_LONGEST_TITLE = 31
_DAMAGED = "文件已损坏，或者不是 xlsx。请用 Excel 或 WPS 打开，另存为 xlsx"


def mask_spreadsheet(content: bytes, rules: Rules, tally: Tally) -> bytes:
    """The masked file. Raises CannotMaskError where it is no xlsx."""
    told_of(opened(content), tally)
    shown, formulas = _load(content, data_only=True), _load(content, data_only=False)
    old = list(shown.worksheets)
    visible = [sheet for sheet in old if sheet.sheet_state == "visible"]
    if not visible or any(row < 1 or column < 1 for sheet in old for row, column in sheet._cells):
        raise CannotMaskError(_DAMAGED)
    _tell(tally, "隐藏的工作表", len(old) - len(visible))
    seen = [see_sheet(sheet, formulas[sheet.title], tally) for sheet in visible]
    rules = with_persons(rules, [sheet.rows for sheet in seen])
    titles = [_title(sheet.title, rules, tally) for sheet in visible]
    copies = [(sheet, mask_table(sheet.rows, rules, tally)) for sheet in seen]
    new = [shown.create_sheet(f"_{number}") for number in range(len(copies))]
    for (one, masked), copy in zip(copies, new, strict=True):
        copy_sheet(one, masked, copy, rules, tally)
    for name in [sheet.title for sheet in (*old, *shown.chartsheets)]:
        del shown[name]
    for copy, title in zip(new, titles, strict=True):
        copy.title = title
    return _saved(shown)


def _load(content: bytes, *, data_only: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl will not keep is told in the summary
            return load_workbook(BytesIO(content), data_only=data_only, keep_links=False)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, OverflowError, OSError):
        raise CannotMaskError(_DAMAGED) from None


def _title(title: str, rules: Rules, tally: Tally) -> str:
    edits = edits_of(title, rules)
    tally.count(edits)
    return applied(title, edits)[:_LONGEST_TITLE]


def _saved(book: Workbook) -> bytes:
    book.properties = DocumentProperties(creator="")
    book.custom_doc_props = CustomPropertyList()  # type: ignore[attr-defined] # missing in the stubs
    book.defined_names = DefinedNameDict()
    book.active = 0
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _tell(tally: Tally, what: str, count: int) -> None:
    if count:
        tally.left_out[what] += count
