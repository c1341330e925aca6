"""A school's folder becomes one library: no bad file hides a good one, and the outcome does not depend on the disk."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from disclosure.domain.library import Library
from disclosure.errors.problem import Problem, SetupError
from disclosure.reading.load import load_library
from sample import make_school, record

Files = dict[str, str | bytes]
"""Contents by path below data/records."""


def place(root: Path, files: Files) -> Path:
    make_school(root)
    for name, content in files.items():
        path = root / "data/records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def told(problems: list[Problem]) -> set[tuple[str, str, int]]:
    return {(problem.code, problem.path.as_posix().removeprefix("data/records/"), problem.line) for problem in problems}


def paths(library: Library) -> dict[str, str]:
    return {key: found.source.path.as_posix().removeprefix("data/records/") for key, found in library.records.items()}


BROKEN: Files = {
    "a-gbk.md": record("2026-0101").encode("gbk"),
    "b-no-front-matter.md": "# 收费\n",
    "c-yaml.md": "---\n标题: [甲\n---\n",
    "d-key.md": record("2026-0102", 公示期限="15天"),
    "e-folder/index.md": record("2026-0103", 附件="[没有.pdf]"),
    "f-item.md": record("2026-0104", 事项="没有"),
    "g-large.md": "---\n" + "a" * (2 * 1024 * 1024 + 1),
    "h-empty.md": "",
}


def test_a_bad_record_hides_no_other(tmp_path: Path) -> None:
    good: Files = {f"{letter}1.md": record(f"2026-00{number:02}") for number, letter in enumerate("abcdefghi", start=1)}
    library, problems = load_library(place(tmp_path, BROKEN | good))
    assert list(library.records) == [f"2026-00{number:02}" for number in range(1, 10)]
    assert told(problems) == {
        ("R101", "a-gbk.md", 2), ("R103", "b-no-front-matter.md", 1), ("R104", "c-yaml.md", 2), ("R107", "d-key.md", 7),
        ("A101", "e-folder/index.md", 7), ("C102", "f-item.md", 7), ("R102", "g-large.md", 0), ("R103", "h-empty.md", 1),
    }  # fmt: skip


def test_which_files_are_records(tmp_path: Path) -> None:
    files: Files = {
        "one.md": record("2026-0001"),
        "TWO.MD": record("2026-0002"),
        "2026/09/three.md": record("2026-0003"),
        "2026/four/index.md": record("2026-0004"),
        "2026/four/表.pdf": b"x",
        "README.md": "怎么写",
        "2026/README.md": "怎么写",
        ".draft.md": "没写完",
        "_template.md": "样子",
        ".git/index.md": "别的",
        "_old/five.md": record("2026-0005"),
        "2026/扫描件.pdf": b"x",
        "notes.txt": "备忘",
    }
    library, problems = load_library(place(tmp_path, files))
    assert paths(library) == {
        "2026-0001": "one.md", "2026-0002": "TWO.MD", "2026-0003": "2026/09/three.md", "2026-0004": "2026/four/index.md",
    }  # fmt: skip
    assert told(problems) == {("A106", "2026/扫描件.pdf", 0), ("A106", "notes.txt", 0)}


@pytest.mark.parametrize(
    ("ids", "kept", "problems"),
    [
        (["2026-0001", "2026-0002"], ["2026-0001", "2026-0002"], set()),
        (["2026-0001", "2026-0001"], ["2026-0001"], {("R110", "b.md", 2)}),
        (["2026-A1", "2026-a1"], ["2026-A1"], {("R111", "b.md", 2)}),
        (["2026-A1", "2026-a1", "2026-A1"], ["2026-A1"], {("R111", "b.md", 2), ("R110", "c.md", 2)}),
        (["2026-0001", "2026-0002", "2026-0001"], ["2026-0001", "2026-0002"], {("R110", "c.md", 2)}),
    ],
)
def test_a_number_is_taken_by_the_first_file(
    ids: list[str], kept: list[str], problems: set[tuple[str, str, int]], tmp_path: Path
) -> None:
    library, found = load_library(make_school(tmp_path, *(record(one) for one in ids)))
    assert list(library.records) == kept
    assert told(found) == problems
    assert all("data/records/a.md" in problem.message for problem in found)


def test_a_number_is_taken_across_folders(tmp_path: Path) -> None:
    library, found = load_library(place(tmp_path, {"2025/a/index.md": record(), "2026/b.md": record()}))
    assert paths(library) == {"2026-0001": "2025/a/index.md"}
    assert told(found) == {("R110", "2026/b.md", 2)}


class Listing(list[os.DirEntry[str]]):
    """What a disk lists, open until it is closed."""

    def __enter__(self) -> Listing:
        return self

    def __exit__(self, *_: object) -> None: ...


@contextmanager
def shuffled_disk(monkeypatch: pytest.MonkeyPatch, seed: int) -> Iterator[None]:
    """A disk that lists its files in another order."""
    real = os.scandir

    def scandir(folder: Any) -> Listing:
        entries = Listing(sorted(real(folder), key=lambda entry: entry.name))
        random.Random(seed).shuffle(entries)
        return entries

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        yield


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_on_disk_does_not_matter(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: Files = {f"{name}.md": record(f"2026-000{n}") for n, name in enumerate("hgfedcba", start=1)}
    files |= {"twin/index.md": record("2026-0003"), "y/index.md": record("2026-0009"), "y/b.pdf": b"x", "y/a.pdf": b"x"}
    root = place(tmp_path, files)
    (root / "site_src/guide.md").write_text("[一](record:2026-0001)\n")
    with shuffled_disk(monkeypatch, seed):
        library, problems = load_library(root)
    assert list(library.records) == [f"2026-000{number}" for number in range(1, 10)]
    assert paths(library)["2026-0003"] == "f.md"
    assert told(problems) == {("R110", "twin/index.md", 2)}
    assert [str(attachment.file) for attachment in library.records["2026-0009"].attachments] == ["a.pdf", "b.pdf"]
    assert [str(page.path) for page in library.pages] == ["site_src/guide.md", "site_src/index.md"]


def test_a_school_without_records_is_a_school(tmp_path: Path) -> None:
    (make_school(tmp_path) / "data/records").rmdir()
    library, problems = load_library(tmp_path)
    assert (dict(library.records), problems) == ({}, [])


def test_links_of_the_file_system_are_told_and_not_followed(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    outside = make_school(tmp_path / "outside", record("2026-0666"))
    (root / "data/records/b.md").symlink_to(outside / "data/records/a.md")
    (root / "data/records/c").symlink_to(outside / "data/records")
    library, problems = load_library(root)
    assert list(library.records) == ["2026-0001"]
    assert told(problems) == {("R112", "b.md", 0), ("R112", "c", 0)}


@pytest.mark.parametrize("name", ["school.yml", "catalogue.yml"])
def test_a_broken_set_up_stops_everything(name: str, tmp_path: Path) -> None:
    root = make_school(tmp_path, record())
    (root / "data" / name).write_text("甲: [乙\n")
    with pytest.raises(SetupError) as caught:
        load_library(root)
    assert [(p.code, str(p.path), p.line) for p in caught.value.problems] == [("R104", f"data/{name}", 1)]


def test_a_data_folder_that_is_a_link_is_a_broken_set_up(tmp_path: Path) -> None:
    root, outside = make_school(tmp_path / "school"), make_school(tmp_path / "outside", record("2026-0666"))
    (root / "data").rename(root / "old")
    (root / "data").symlink_to(outside / "data")
    with pytest.raises(SetupError) as caught:
        load_library(root)
    assert [(p.code, str(p.path), p.line) for p in caught.value.problems] == [("R112", "data", 0)]
