"""CSV and TSV: encoding, delimiter and line ends stay; quoting is the csv module's."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from disclosure.masking.edits import applied
from disclosure.masking.encodings import decoded
from disclosure.masking.header_rows import Cell
from disclosure.masking.refusal import CannotMaskError
from disclosure.masking.rules import Rules
from disclosure.masking.tables import mask_table, with_persons
from disclosure.masking.tally import Tally

_DELIMITERS = ",\t;|"
_SAMPLE = 20
"""Rows that show which delimiter it is."""
_LONGEST_FIELD = 10_000_000


def mask_comma_values(content: bytes, rules: Rules, tally: Tally) -> bytes:
    """The masked file. Raises CannotMaskError where it cannot be read."""
    source = decoded(content)
    delimiter = delimiter_of(source.text)
    rows = rows_of(source.text, delimiter)
    written, _ = mask_rows(rows, with_persons(rules, [filled(rows)]), tally)
    out = io.StringIO()
    end = "\r\n" if "\r\n" in source.text else "\n"
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(written)
    text = out.getvalue()
    return source.encoded(text if source.text.endswith(("\n", "\r")) else text.removesuffix(end))


def filled(rows: Sequence[Sequence[str]]) -> list[list[Cell]]:
    """The cells with something in them, of the rows with something in them."""
    cells = ([Cell(text, at, at + 1) for at, text in enumerate(row) if text.strip()] for row in rows)
    return [row for row in cells if row]


def mask_rows(rows: Sequence[Sequence[str]], rules: Rules, tally: Tally) -> tuple[list[list[str]], frozenset[int]]:
    """The rows of the copy, and the columns that it does not have."""
    table = filled(rows)
    masked = mask_table(table, rules, tally)
    cells, edits = iter(table), iter(masked.edits)
    copy = []
    for row in rows:
        written = [text for at, text in enumerate(row) if at not in masked.left_out]
        if any(text.strip() for text in row):
            for cell, changes in zip(next(cells), next(edits), strict=True):
                text = applied(cell.text, changes)
                if text or cell.start not in masked.left_out:
                    _put(written, masked.home(cell), text)
        copy.append(written)
    return copy, masked.left_out


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a file. Raises CannotMaskError where they cannot be told."""
    usual = csv.field_size_limit(_LONGEST_FIELD)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise CannotMaskError(f"CSV 文件读不下去（{error}）。请用表格程序打开，另存为 CSV 或 xlsx") from None
    finally:
        csv.field_size_limit(usual)  # it counts for the whole process; those who look into the copy rely on it


def delimiter_of(text: str) -> str:
    """What separates the columns: the character that cuts most rows into the same number of columns."""

    def evenness(delimiter: str) -> tuple[int, int]:
        sizes = Counter(len(row) for row in _sample(text, delimiter) if len(row) > 1)
        return max(((count, size) for size, count in sizes.items()), default=(0, 0))

    return max(_DELIMITERS, key=lambda delimiter: (evenness(delimiter), -_DELIMITERS.index(delimiter)))


def _sample(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = io.StringIO("\n".join(text.splitlines()[: 10 * _SAMPLE]))
    try:
        for _, row in zip(range(_SAMPLE), csv.reader(lines, delimiter=delimiter), strict=False):
            yield row
    except csv.Error:
        return


def _put(row: list[str], at: int, text: str) -> None:
    row.extend([""] * (at + 1 - len(row)))
    row[at] = text
