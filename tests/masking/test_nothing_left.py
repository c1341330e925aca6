"""Whatever is in a list and wherever it stands: no number of a person is in the copy."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from disclosure.domain.school import NameMask, NumberMask
from disclosure.masking.rules import Rules
from masking.invented import cards, copy_of, id_numbers, mobiles
from thoroughness import times

Table = Sequence[Sequence[str]]
_HEADINGS = ["姓名", "班级", "身份证号", "联系电话", "备注", "学校", "家庭住址", "学号", "", "奖项", "监督电话"]


def _spaced(number: str) -> str:
    return " ".join((number[:3], number[3:7], number[7:])) if len(number) == 11 else number


def _full_width(number: str) -> str:
    return number.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


_numbers = st.one_of(id_numbers, mobiles, cards)
_written = st.tuples(
    _numbers, st.sampled_from([str, str, _spaced, _full_width]), st.sampled_from(["{}", "张三{}", "联系电话：{}", "（{}）", "请找李四，{}。"])
)  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    """Numbers of persons, and a table that has them in some of its cells."""
    width = draw(st.integers(1, 5))
    plain = st.sampled_from(["张三", "王小明", "一班", "", "12", "优秀", "2026-09-01"])
    numbers: list[str] = []

    def cell() -> str:
        if draw(st.booleans()):
            return draw(plain)
        number, write, around = draw(_written)
        numbers.append(number)
        return around.format(write(number))

    rows = [[cell() for _ in range(width)] for _ in range(draw(st.integers(1, 4)))]
    header = draw(st.lists(st.sampled_from(_HEADINGS), min_size=width, max_size=width))
    title = [cell(), *[""] * (width - 1)]
    return numbers, [title, header, *rows]


def as_csv(table: Table) -> tuple[str, bytes]:
    out = io.StringIO()
    csv.writer(out).writerows(table)
    return "名单.csv", out.getvalue().encode("gb18030")


def as_markdown(table: Table) -> tuple[str, bytes]:
    lines = [f"| {' | '.join(row)} |" for row in table[1:]]
    lines.insert(1, "|" + "---|" * len(table[1]))
    return "名单.md", "\n".join([table[0][0], "", *lines, ""]).encode()


def as_text(table: Table) -> tuple[str, bytes]:
    return "名单.txt", "\n".join("\t".join(row) for row in table).encode()


def as_spreadsheet(table: Table) -> tuple[str, bytes]:
    book = Workbook()
    for row in table:
        book.worksheets[0].append([int(cell) if re.fullmatch("1[0-9]{10}", cell) else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return "名单.xlsx", out.getvalue()


def as_word(table: Table) -> tuple[str, bytes]:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in re.findall(".{1,4}", table[0][0]):
        paragraph.add_run(piece)
    word_table = document.add_table(rows=len(table), cols=len(table[0]))
    for cells, row in zip(word_table.rows, table, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return "名单.docx", out.getvalue()


def all_texts(copy: Path) -> str:
    """Everything in a copy, without tags, blanks and differences of width."""
    content = copy.read_bytes()
    if zipfile.is_zipfile(copy):
        with zipfile.ZipFile(copy) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    text = re.sub(
        r"</?w:(?:r|t|rPr)\b[^>]*>",
        "",
        content.decode("gb18030" if copy.suffix == ".csv" else "utf-8", errors="replace"),
    )
    narrow = unescape(text).translate({ord("０") + digit: ord("0") + digit for digit in range(10)})
    return narrow.replace(" ", "")


@pytest.mark.parametrize("write", [as_csv, as_markdown, as_text, as_spreadsheet, as_word])
@settings(deadline=None, max_examples=times(8, thorough=20))
@given(
    made=lists(), names=st.sampled_from(NameMask), numbers=st.sampled_from(NumberMask), own=st.sampled_from(["", "备注"])
)  # fmt: skip
def test_no_number_of_a_list_is_in_its_copy(
    write: Callable[[Table], tuple[str, bytes]],
    made: tuple[list[str], list[list[str]]],
    names: NameMask,
    numbers: NumberMask,
    own: str,
) -> None:
    secrets, table = made
    name, content = write(table)
    with TemporaryDirectory() as folder:
        original = Path(folder) / name
        original.write_bytes(content)
        assert [secret for secret in secrets if secret not in all_texts(original)] == []
        copy, _ = copy_of(original, Rules(names=names, numbers=numbers, own_headings=frozenset({own}) - {""}))
        left = all_texts(copy)
        assert [secret for secret in secrets if secret in left] == []
        assert original.read_bytes() == content
