"""Files that no honest person makes: nothing raises, hangs or fills the memory.

Limits of time are far above what is needed: a hang is a failure.
"""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.documents.passage import Passage
from documents.making import NUMBER, found, office, relations, unread, xml, zipped

BEARABLE = 120
"""Seconds, on a computer that does other things as well."""


@pytest.fixture(autouse=True)
def _in_bearable_time() -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < BEARABLE


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY l0 'ha'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)


@pytest.mark.parametrize(
    "content",
    [
        office({"word/document.xml": f"{LAUGHS}<w><p><t>&l11;</t></p></w>"}),
        office({"docProps/core.xml": f"{LAUGHS}<w><creator>&l11;</creator></w>"}),
        office({"word/_rels/document.xml.rels": f"{LAUGHS}<w>&l11;</w>"}),
        office({"xl/sharedStrings.xml": f"{LAUGHS}<sst><si><t>&l11;</t></si></sst>"}),
    ],
    ids=["body", "properties", "relations", "texts"],
)
def test_entities_that_multiply_are_refused(content: bytes) -> None:
    assert len(unread(content)) == 1
    assert sum(len(passage.text) for passage in found(content)) < 10_000_000


def test_entities_from_elsewhere_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not to be seen")
    document = f'<!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w><p><t>before &e; after</t></p></w>'
    for content in (
        office({"word/document.xml": document}),
        document.encode(),
        office({"docProps/core.xml": document}),
    ):
        assert not any("not to be seen" in passage.text for passage in found(content, "a.xml"))


@pytest.mark.parametrize(
    "document",
    [
        "<p>" * 60_000,
        "<tbl><tr><tc>" * 20_000,
        "".join(f"<comment ref='B3'><p><t>{n} text</t></p>" for n in range(20_000)),
        "<r>" + "".join(f"<AlternateContent><p><t>text {n}</t></p>" for n in range(20_000)),
        "<r>" + "<AlternateContent><Fallback>" * 5_000 + "".join(f"<p><t>text {n}</t></p>" for n in range(20_000)),
    ],
    ids=["paragraphs", "tables", "boxes", "alternatives", "fallbacks"],
)
def test_elements_without_end_take_no_more_time_than_others(document: str) -> None:
    assert len(unread(office({"word/document.xml": document}))) == 1


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "p"])
def test_a_web_page_of_open_tags_is_read_in_time(tag: str) -> None:
    assert found(f"<html><{tag}>{NUMBER}".encode() + f"<{tag}>".encode() * 40_000) != []


def test_an_archive_of_ten_thousand_files_is_read_as_far_as_is_reasonable() -> None:
    content = zipped({f"{number}.txt": NUMBER for number in range(10_000)})
    result = found(content)
    assert sum(passage.text == NUMBER for passage in result) == 5_000
    assert unread(content) == ["：里面的文件超过 5000 个，后面的没有看"]


def test_an_archive_of_a_hundred_thousand_entries_is_not_opened() -> None:
    assert unread(zipped({"a": ""}) + b"PK\x01\x02" * 100_000) == ["：压缩包里的文件太多，没有看"]


def test_a_file_that_unpacks_to_a_thousand_times_its_size_is_left() -> None:
    content = zipped({"a.txt": bytes(40 * 1024 * 1024), "b.txt": NUMBER})
    assert unread(content) == ["压缩包内「a.txt」：压缩得反常，没有解开"]
    assert Passage("压缩包内「b.txt」第1行", NUMBER) in found(content)


def test_files_that_are_bearable_alone_are_not_all_unpacked() -> None:
    block = b"".join(struct.pack(">Q", number * 2654435761**3 % 2**64) for number in range(2_000))
    large = block * 2_500
    content = zipped({f"{number}.bin": large for number in range(6)})
    assert unread(content)[-1] == "：解压后超过 200 MB，后面的没有看"


def test_archives_in_archives_that_multiply_are_left() -> None:
    content = zipped({"a.txt": NUMBER})
    for _ in range(5):
        content = zipped({f"{number}.zip": content for number in range(9)})
    assert unread(content)[-1] == "：里面的文件超过 5000 个，后面的没有看"


def sheet(rows: str, shared: str) -> bytes:
    return office({
        "xl/workbook.xml": xml("workbook", '<sheet name="一" r:id="rId1"/>'),
        "xl/_rels/workbook.xml.rels": relations(rId1="worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst><si><t>{shared}</t></si></sst>",
    })  # fmt: skip


def test_a_text_that_thousands_of_cells_share_does_not_fill_the_memory() -> None:
    long, cell = "长" * 200_000, '<c t="s"><v>0</v></c>'
    assert unread(sheet(f"<row>{cell * 9_000}</row>", long)) == ["工作表「一」：工作表的一行太长，后面的没有看"]
    assert unread(sheet(f"<row>{cell}</row>" * 9_000, long)) == ["：文字太多，后面的没有看"]


def test_rows_of_one_cell_in_the_last_column_do_not_fill_the_memory() -> None:
    rows = "".join(f'<row r="{number}"><c r="XFD{number}"><v>{number}</v></c></row>' for number in range(1, 9_000))
    assert unread(sheet(rows, "x")) == ["：文字太多，后面的没有看"]


def test_lines_without_end_are_not_counted_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disclosure.documents.plain_text.MAX_LINES", 1_000)
    assert unread(b"a\n" * 1_001, "a.txt") == ["：行数太多，后面的没有看"]
    assert unread(b"a\n" * 1_001, "a.csv") == ["：行数太多，后面的没有看"]
    assert unread(b"a\n" * 1_000, "a.csv") == []
