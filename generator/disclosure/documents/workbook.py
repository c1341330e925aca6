"""What the cells of a workbook refer to: texts that many cells share, and formats that make a number a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from disclosure.documents.found import Unreadable
from disclosure.documents.limits import MAX_SHARED_STRINGS
from disclosure.documents.xml_parsing import xml_parser
from disclosure.documents.xml_tree import attribute, elements, local_name, tree_of

_CHINESE_DATES = frozenset({*range(27, 37), *range(50, 59)})
"""Formats of the Chinese Excel (ECMA-376 part 1, 18.8.30), which openpyxl takes for numbers."""
_LONGEST_NUMBER = 40
"""Digits to which an exponent is written out; no number for people is longer."""


@dataclass(slots=True)
class Workbook:
    """The shared parts of a workbook."""

    texts: list[str] = field(default_factory=list)
    date_formats: Mapping[int, bool] = field(default_factory=dict)
    """The cell formats that show a date, and whether they show a span of time instead."""
    counts_from_1904: bool = False


def shared_texts(content: bytes) -> list[str]:
    """The texts in `sharedStrings.xml`, runs joined, without the readings of characters.

    Raises:
        Unreadable: more than any workbook has.
        lxml.etree.XMLSyntaxError: not well-formed.
    """
    texts = _SharedTexts()
    parser = xml_parser(texts)
    parser.feed(content)
    parser.close()
    return texts.found


class _SharedTexts:
    """A Target."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._runs: list[str] = []
        self._in_text = False
        self._readings = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local_name(tag)
        self._in_text = name == "t" and not self._readings
        self._readings += name == "rPh"

    def data(self, text: str) -> None:
        """Text within an element."""
        if self._in_text:
            self._runs.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._in_text = False
        name = local_name(tag)
        self._readings -= name == "rPh"
        if name == "si":
            if len(self.found) == MAX_SHARED_STRINGS:
                raise Unreadable("工作簿里的文字太多，没有看")
            self.found.append("".join(self._runs))
            self._runs.clear()

    def close(self) -> None:
        """The file ends."""


def date_formats(styles: bytes) -> dict[int, bool]:
    """From `styles.xml`: which cell formats show dates or spans of time. Raises what `tree_of` raises."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

    codes: dict[str, str] = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    codes |= {str(number): "yyyy-mm-dd" for number in _CHINESE_DATES}
    formats: dict[int, bool] = {}
    for element in elements(tree_of(styles)):
        if local_name(element.tag) == "numFmt":
            codes[attribute(element, "numFmtId")] = attribute(element, "formatCode")
        elif local_name(element.tag) == "cellXfs":
            for index, cell_format in enumerate(element):
                code = codes.get(attribute(cell_format, "numFmtId"), "")
                if is_date_format(code):
                    formats[index] = bool(is_timedelta_format(code))
    return formats


def number_text(raw: str) -> str:
    """A number as people write it: `1.3912345678E10` is 13912345678, as far as the file has the digits."""
    if not ("E" in raw or "e" in raw or raw.endswith(".0")):
        return raw
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return raw
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_NUMBER:
        return raw
    return f"{number.to_integral_value() if number == number.to_integral_value() else number:f}"


def date_text(raw: str, workbook: Workbook, *, is_span: bool) -> str:
    """A serial number as the date or time it stands for, in ISO 8601; the number itself where it stands for none."""
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    epoch = MAC_EPOCH if workbook.counts_from_1904 else WINDOWS_EPOCH
    try:
        moment: datetime | date | time | timedelta | None = from_excel(float(raw), epoch, timedelta=is_span)
    except (ValueError, OverflowError):
        return number_text(raw)
    if isinstance(moment, datetime):
        return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ", "seconds")
    if isinstance(moment, time):
        return moment.isoformat("seconds")
    return str(moment)
