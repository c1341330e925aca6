"""What attachments and documents tell, and that nothing is looked into twice."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from disclosure.domain.personal_data import PersonalData
from disclosure.domain.record import Attachment
from disclosure.reading import attachments, inspection
from disclosure.reading.inspection import Looker, Seen, known_from, look_into, sightings_in_names
from disclosure.reading.load import begin_records, read_setup
from disclosure.reading.remembered import Memory
from sample import make_school, record

ID = "11010519491231002X"
LIST = f"姓名,证件\n王思源,{ID}\n".encode()


def test_a_row_of_a_table_is_a_place() -> None:
    (sighting,) = look_into(LIST, name="名单.csv").sightings
    assert (sighting.kind, sighting.value, sighting.place) == (PersonalData.ID_NUMBER, ID, "第2行")


def test_tables_of_persons_tell_headings_and_names() -> None:
    (table,) = look_into(LIST, name="名单.csv").tables
    assert (table.headings, table.names) == (("姓名", "证件"), ("王思源",))


def test_tables_of_two_sheets_are_two() -> None:
    book = openpyxl.Workbook()
    for title, rows in (
        ("一班", [["姓名", "班级"], ["王思源", "一班"]]),
        ("二班", [["学校", "人数"], ["示例学校", 20]]),
    ):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    (table,) = look_into(stream.getvalue(), name="名单.xlsx").tables
    assert table.names == ("王思源",)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.zip", "a.jpg", "a"])
def test_no_content_is_too_broken(name: str) -> None:
    assert isinstance(look_into(b"PK\x03\x04 broken", name=name), Seen)


def test_names_of_files_are_looked_at() -> None:
    files = [f"名单/{ID}.txt", "决算.xlsx"]
    (sighting,) = sightings_in_names(files, line=3)
    assert (sighting.line, sighting.place) == (3, f"文件名「名单/{ID}.txt」")


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are really looked into."""
    names: list[str] = []

    def look(content: bytes, *, name: str) -> Seen:
        names.append(name)
        return look_into(content, name=name)

    monkeypatch.setattr(attachments, "look_into", look)
    monkeypatch.setattr(inspection, "look_into", look)
    return names


def attached(root: Path, memory: Memory) -> tuple[Attachment, ...]:
    library, _ = begin_records(read_setup(root), memory=memory).finish()
    return library.records["2026-0001"].attachments


def test_an_attachment_that_is_known_is_not_looked_into_again(tmp_path: Path, looks: list[str]) -> None:
    root, memory = make_school(tmp_path), Memory()
    folder = root / "data/records/a"
    folder.mkdir()
    (folder / "index.md").write_text(record())
    (folder / "名单.csv").write_bytes(LIST)
    first = attached(root, memory)
    (folder / "index.md").write_text(record(body="改过的正文。"))
    assert attached(root, memory) == first
    assert looks == ["名单.csv"]
    (folder / "名单.csv").write_bytes(LIST + b"\n")
    assert attached(root, memory)[0].sightings == first[0].sightings
    assert looks == ["名单.csv", "名单.csv"]


def test_a_document_of_the_hand_written_part_is_not_looked_into_again(tmp_path: Path, looks: list[str]) -> None:
    root, memory = make_school(tmp_path, record()), Memory()
    (root / "site_src/名单.csv").write_bytes(LIST)
    for _ in range(2):
        library, _problems = begin_records(read_setup(root), memory=memory).finish()
        assert [page.sightings[0].value for page in library.pages if page.sightings] == [ID]
    assert looks == ["名单.csv"]


def test_the_name_of_a_file_decides_how_it_is_read() -> None:
    csv, txt = (look_into(LIST, name=name) for name in ("a.csv", "a.txt"))
    assert known_from([]) == {}
    assert csv.tables != ()
    assert txt.sightings[0].value == ID


def test_a_looker_forgets_what_is_gone() -> None:
    first = Looker()
    first.look(LIST, name="a.csv")
    second = Looker(first.used)
    second.look(b"a,b\n", name="b.csv")
    assert len(second.used) == 1
