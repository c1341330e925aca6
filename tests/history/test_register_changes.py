"""A pull request that changes registers, or the records that they speak of, is told what it breaks there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import disclosure
from repository import Repository
from sample import make_school, record

OPINION = "- 编号: {}\n  收到日期: 2026-11-16\n  来源: 来电\n  意见: {}\n  记录: {}\n"
GOOD = OPINION.format("YJ2026-001", "甲", "2026-0001")
OLD = OPINION.format("YJ2026-002", "乙", "2026-0404")


def told(root: Path) -> list[tuple[str, str, int]]:
    """Code, file and line of everything that a check says about a change."""
    done = disclosure("check", "--root", root, "--today", "2026-11-23", "--format", "json", "--base", "main")
    assert done.returncode in (0, 1), done.stderr
    return [(one["code"], one["path"], one["line"]) for one in json.loads(done.stdout) if one["code"][0] != "H"]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A school with registers on `main`, one entry of which has been wrong for long, and a branch for a pull request."""
    made = Repository(make_school(tmp_path / "school", record(), record("2026-0002")))
    made.write_at({"data/registers/opinions.yml": GOOD + OLD})
    made.commit("2026-09-01")
    made.branch("change")
    return made


def test_what_was_wrong_before_is_nobodys_fault(repository: Repository) -> None:
    repository.write_at({"data/registers/outages.yml": "- {开始: 2026-05-03, 结束: 2026-05-04, 原因: 搬迁}\n"})
    repository.commit("2026-11-20")
    assert told(repository.folder) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"requests.yml": "- 甲\n"}, [("R109", "data/registers/requests.yml", 1)]),
        ({"request.yml": ""}, [("G101", "data/registers/request.yml", 0)]),
        ({"opinions.yml": GOOD + OPINION.format("YJ2026-003", "打 13900005678", "2026-0001")},
         [("P103", "data/registers/opinions.yml", 9)]),
    ],
)  # fmt: skip
def test_what_a_change_brings_is_told(
    files: dict[str, str], expected: list[tuple[str, str, int]], repository: Repository
) -> None:
    repository.write_at({f"data/registers/{name}": text for name, text in files.items()})
    repository.commit("2026-11-20")
    assert told(repository.folder) == expected


def test_a_record_that_goes_leaves_a_register_behind_that_speaks_of_it(repository: Repository) -> None:
    (repository.folder / "data/records/a.md").unlink()
    repository.commit("2026-11-20")
    assert ("G102", "data/registers/opinions.yml", 5) in told(repository.folder)
    assert ("G102", "data/registers/opinions.yml", 10) not in told(repository.folder)
