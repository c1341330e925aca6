"""Bodies of records: what was read and checked is what is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.domain.library import Library
from disclosure.reading.load import begin_records, read_setup
from disclosure.reading.remembered import Memory

SCHOOL = "名称: 示例实验学校\n网址: https://school.example/\n"
RECORD = "---\n编号: 2026-0001\n标题: 甲\n栏目: 其他\n公布日期: 2026-09-01\n责任部门: 办公室\n---\n原来的正文。\n"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "data/records/2026-0001.md"
    path.parent.mkdir(parents=True)
    (tmp_path / "data/school.yml").write_text(SCHOOL, encoding="utf-8")
    path.write_text(RECORD, encoding="utf-8")
    return path


def library_of(root: Path, memory: Memory) -> Library:
    library, problems = begin_records(read_setup(root), memory=memory).finish()
    assert problems == []
    return library


def test_a_body_that_was_read_just_now_is_not_read_again(tmp_path: Path, record: Path) -> None:
    library = library_of(tmp_path, Memory())
    record.write_text(RECORD.replace("原来", "后来"), encoding="utf-8")
    assert library.bodies["2026-0001"] == "原来的正文。\n"


def test_a_body_that_is_remembered_must_be_the_one_that_was_checked(tmp_path: Path, record: Path) -> None:
    memory = Memory()
    library_of(tmp_path, memory)
    library = library_of(tmp_path, memory)
    assert library.bodies["2026-0001"] == "原来的正文。\n"
    record.write_text(RECORD.replace("原来", "后来"), encoding="utf-8")
    with pytest.raises(OSError, match="改动"):
        library.bodies["2026-0001"]


def test_bodies_are_those_of_all_records(tmp_path: Path, record: Path) -> None:
    bodies = library_of(tmp_path, Memory()).bodies
    assert (list(bodies), len(bodies)) == (["2026-0001"], 1)
