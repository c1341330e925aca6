"""The heading above a place in a table: a number below `订单号` is no telephone number."""

from __future__ import annotations

from bisect import bisect_right


class Columns:
    """Headings of a text's tables, looked up when first asked for. A table is a block of lines with `|` or tabs."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._heads: list[int] = []
        """For each line, the number of the first line of its block; -1 outside of tables."""

    def heading(self, place: int) -> str:
        """What stands at the top of the column that a place lies in; '' outside of tables and in the first row."""
        if not self._starts:
            self._index()
        line = bisect_right(self._starts, place) - 1
        head = self._heads[line]
        if head < 0 or head == line:
            return ""
        mark = "|" if "|" in self._line(line) else "\t"
        column = self._text.count(mark, self._starts[line], place)
        cells = self._line(head).split(mark)
        return cells[column].strip(" *`") if column < len(cells) else ""

    def _line(self, number: int) -> str:
        start = self._starts[number]
        end = self._text.find("\n", start)
        return self._text[start : end if end >= 0 else len(self._text)]

    def _index(self) -> None:
        start, head = 0, -1
        for number, line in enumerate(self._text.split("\n")):
            if "|" not in line and "\t" not in line:
                head = -1
            elif head < 0:
                head = number
            self._starts.append(start)
            self._heads.append(head)
            start += len(line) + 1
