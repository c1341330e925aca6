"""The files in a record's folder: all of them, or those it lists, with titles, order, size and fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

import pytest

from disclosure.domain.record import Attachment, Record
from disclosure.reading.load import load_library
from sample import make_school, record


def school_with(folder: Path, files: dict[str, bytes], text: str) -> Path:
    root = make_school(folder)
    for name, content in files.items():
        path = root / "data/records/收费" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (root / "data/records/收费/index.md").write_text(text)
    return root


def read(folder: Path, names: str, *, listed: str = "") -> tuple[Record | None, list[tuple[str, int]]]:
    root = school_with(folder, dict.fromkeys(names.split(), b"x") | {"index.md": b""}, record(附件=listed))
    library, problems = load_library(root)
    assert {problem.path.as_posix() for problem in problems} <= {"data/records/收费/index.md"}
    return library.records.get("2026-0001"), [(problem.code, problem.line) for problem in problems]


def titles(found: Record | None) -> list[tuple[str, str]]:
    assert found is not None
    return [(str(attachment.file), attachment.title) for attachment in found.attachments]


def test_every_file_of_the_folder_by_default_in_the_order_of_names(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "b.pdf a.xlsx sub/c.png .hidden .git/config B.pdf")
    assert problems == []
    assert titles(found) == [("B.pdf", "B.pdf"), ("a.xlsx", "a.xlsx"), ("b.pdf", "b.pdf"), ("sub/c.png", "c.png")]
    assert found is not None and [str(file) for file in found.source.files] == ["B.pdf", "a.xlsx", "b.pdf", "sub/c.png"]
    assert found.source.is_folder


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("[b.pdf, a.xlsx]", [("b.pdf", "b.pdf"), ("a.xlsx", "a.xlsx")]),
        ("a.xlsx", [("a.xlsx", "a.xlsx")]),
        ("{文件: a.xlsx, 名称: 预算表}", [("a.xlsx", "预算表")]),
        ("[b.pdf, {文件: a.xlsx, 名称: 预算表}]", [("b.pdf", "b.pdf"), ("a.xlsx", "预算表")]),
        ("[{file: a.xlsx, title: 预算表}, {文件: b.pdf}]", [("a.xlsx", "预算表"), ("b.pdf", "b.pdf")]),
        ("[sub/c.png]", [("sub/c.png", "c.png")]),
        ("['sub\\c.png']", [("sub/c.png", "c.png")]),
        ("[./b.pdf]", [("b.pdf", "b.pdf")]),
        ("[]", []),
        ("# 以后再列", [("a.xlsx", "a.xlsx"), ("b.pdf", "b.pdf"), ("sub/c.png", "c.png")]),
    ],
)
def test_a_list_gives_titles_and_order(listed: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    found, problems = read(tmp_path, "b.pdf a.xlsx sub/c.png", listed=listed)
    assert problems == []
    assert titles(found) == expected
    assert found is not None and len(found.source.files) == 3


@pytest.mark.parametrize(
    ("listed", "code"),
    [
        ("[没有.pdf]", "A101"), ("[A.xlsx]", "A101"), ("[c.png]", "A101"), ("[index.md]", "A101"), ("[.hidden]", "A101"), ("[sub]", "A101"),
        ("[../b.md]", "A103"), ("[sub/../a.xlsx]", "A103"), ("[/etc/hosts]", "A103"), ("['C:\\a.xlsx']", "A103"), ("['..\\b.md']", "A103"),
        ("['https://other.example/a.pdf']", "A103"), ("[{文件: ../../school.yml, 名称: 甲}]", "A103"), ("[{名称: 甲}]", "R108"),
        ("[{文件: a.xlsx, 标题: 乙}]", "R107"), ("[{文件: a.xlsx, 名称: 甲, title: 乙}]", "R105"), ("[[a.xlsx]]", "R109"),
    ],
)  # fmt: skip
def test_a_list_names_only_files_of_the_folder(listed: str, code: str, tmp_path: Path) -> None:
    found, problems = read(tmp_path, "a.xlsx .hidden sub/c.png", listed=listed)
    assert (found, problems) == (None, [(code, 7)])


def test_a_record_without_a_folder_has_no_files(tmp_path: Path) -> None:
    root = make_school(tmp_path, record(), record("2026-0002", 附件="[b.pdf]"))
    (root / "data/records/b.pdf").write_bytes(b"x")
    library, problems = load_library(root)
    assert {(p.code, str(p.path)) for p in problems} == {("A101", "data/records/b.md"), ("A106", "data/records/b.pdf")}
    found = library.records["2026-0001"]
    assert (found.attachments, found.source.files, found.source.is_folder) == ((), (), False)


def test_size_and_fingerprint_are_those_of_the_file(tmp_path: Path) -> None:
    content = b"x" * 1000
    library, _ = load_library(school_with(tmp_path, {"sub/a.txt": content}, record()))
    assert library.records["2026-0001"].attachments == (
        Attachment(
            file=PurePosixPath("sub/a.txt"),
            title="a.txt",
            source=PurePosixPath("data/records/收费/sub/a.txt"),
            size=1000,
            sha256=hashlib.sha256(content).hexdigest(),
        ),
    )


@pytest.mark.parametrize(
    ("name", "content", "runnable"),
    [
        ("a.html", b"x", True), ("a.HTM", b"x", True), ("a.xml", b"x", True), ("a.js", b"x", True), ("a.exe", b"x", True), ("a.pdf.exe", b"x", True),
        ("a.bat", b"x", True), ("a.lnk", b"x", True), ("a.php", b"x", True), ("a.pdf", b"<script>", False), ("a.xlsx", b"x", False),
        ("a.txt", b"x", False), ("a", b"x", False), ("exe", b"x", False), ("a.exe.pdf", b"x", False),
        ("a.svg", b"<svg><path d='M0 0'/></svg>", False), ("a.svg", b"<svg><script>1</script></svg>", True),
        ("a.SVG", b"<svg>< SCRIPT/></svg>", True), ("a.svg", b'<svg onload="a()"/>', True), ("a.svg", b"<svg><a href='javascript :a()'/></svg>", True),
        ("a.svg", b"<svg><foreignObject/></svg>", True),
    ],
)  # fmt: skip
def test_what_a_browser_or_a_system_would_run(name: str, content: bytes, runnable: bool, tmp_path: Path) -> None:
    library, problems = load_library(school_with(tmp_path, {name: content}, record()))
    assert [problem.code for problem in problems] == ["A105"] * runnable
    assert ("2026-0001" in library.records) is not runnable


@pytest.mark.parametrize("name", [".DS_Store", "~$预算.docx", "Thumbs.db", "thumbs.db", "desktop.ini"])
def test_what_systems_leave_behind_is_no_attachment(name: str, tmp_path: Path) -> None:
    library, problems = load_library(school_with(tmp_path, {name: b"x", "a.pdf": b"x"}, record()))
    assert problems == []
    assert [str(one.file) for one in library.records["2026-0001"].attachments] == ["a.pdf"]


def test_another_record_and_links_in_the_folder_are_refused(tmp_path: Path) -> None:
    root = school_with(tmp_path, {"说明.md": b"x", "sub/index.md": b"x", "a.pdf": b"x"}, record())
    (root / "data/records/收费/b.pdf").symlink_to("a.pdf")
    library, problems = load_library(root)
    assert dict(library.records) == {}
    assert sorted(problem.code for problem in problems) == ["R112", "R113", "R113"]
    assert {str(problem.path) for problem in problems} == {"data/records/收费/index.md"}
