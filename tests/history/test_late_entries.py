"""H101-H103: the day before, on and after the limit, and what makes up for it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from disclosure.checks.history import check_history
from disclosure.domain.history import History, Reach
from disclosure.domain.library import Library
from disclosure.errors.problem import Problem
from disclosure.reading.load import load_library
from sample import SCHOOL, TODAY, make_school, record

BROUGHT = date(2026, 9, 20)
LATE = "{{日期: {day}, 理由: 经办人交接时遗漏}}"


def late_entry(day: str) -> dict[str, str]:
    return {"补公开": LATE.format(day=day)}


def problems_of(
    folder: Path, fields: dict[str, str], *, school: str = "", brought: date | None = BROUGHT,
    root_day: date | None = date(2026, 9, 10), reach: Reach = Reach.WHOLE, said: str = "",
) -> list[Problem]:  # fmt: skip
    """What is said of one record that was committed on a day, in a repository that was begun on a day."""
    library, found = load_library(make_school(folder, record(**fields), school=SCHOOL + school))
    assert found == []
    commits = {"data/records/a.md": brought} if brought else {}
    history = History(reach=reach, first_commits=commits, root_day=root_day, said=said)
    return list(check_history(with_history(library, history), library.school.settings, TODAY))


def with_history(library: Library, history: History | None) -> Library:
    return Library(school=library.school, catalogue=library.catalogue, records=library.records, history=history)


@pytest.mark.parametrize(
    ("published", "school", "expected"),
    [
        ("2026-09-16", "", ["H101"]),
        ("2026-09-17", "", []),
        ("2026-09-18", "", []),
        ("2026-09-20", "", []),
        ("2026-09-21", "", []),
        ("2026-12-01", "", []),
        ("2026-09-16 23:59", "", ["H101"]),
        ("2026-09-18", "补公开天数: 1\n", ["H101"]),
        ("2026-09-19", "补公开天数: 1\n", []),
        ("2026-09-09", "补公开天数: 10\n", ["H101"]),
        ("2026-09-10", "补公开天数: 10\n", []),
    ],
)
def test_so_many_days_may_lie_between(published: str, school: str, expected: list[str], tmp_path: Path) -> None:
    assert [one.code for one in problems_of(tmp_path, {"公布日期": published}, school=school)] == expected


@pytest.mark.parametrize(
    ("school", "root_day", "expected"),
    [
        ("", date(2026, 9, 19), ["H101"]),
        ("", date(2026, 9, 20), []),
        ("", date(2026, 9, 21), []),
        ("导入截止: 2026-09-19\n", date(2026, 9, 1), ["H101"]),
        ("导入截止: 2026-09-20\n", date(2026, 9, 1), []),
        ("导入截止: 2026-09-21\n", date(2026, 9, 1), []),
        ("导入截止: 2026-09-01\n", date(2026, 9, 20), ["H101"]),
    ],
)
def test_what_was_moved_in_at_the_beginning_is_not_late(
    school: str, root_day: date, expected: list[str], tmp_path: Path
) -> None:
    found = problems_of(tmp_path, {"公布日期": "2026-01-05"}, school=school, root_day=root_day)
    assert [one.code for one in found] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09-16", ["H101"]),
        ("2026-09-17", []),
        ("2026-09-20", []),
        ("2026-09-23", []),
        ("2026-09-24", ["H101"]),
    ],
)
def test_a_late_entry_has_to_name_the_true_day(day: str, expected: list[str], tmp_path: Path) -> None:
    found = problems_of(tmp_path, {"公布日期": "2026-09-01"} | late_entry(day))
    assert [one.code for one in found] == expected


def test_a_late_entry_of_a_record_that_was_in_time_is_nobodys_business(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"公布日期": "2026-09-19"} | late_entry("2026-10-30")) == []


@pytest.mark.parametrize(
    ("published", "expected"), [(TODAY - timedelta(days=4), ["H101"]), (TODAY - timedelta(days=3), []), (TODAY, [])]
)
def test_a_file_that_is_not_committed_comes_today(published: date, expected: list[str], tmp_path: Path) -> None:
    found = problems_of(tmp_path, {"公布日期": published.isoformat()}, brought=None)
    assert [one.code for one in found] == expected


def test_the_very_first_commit_is_yet_to_come(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"公布日期": "2020-01-05"}, brought=None, root_day=None) == []


def test_a_draft_cannot_be_late(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"公布日期": "2026-09-01", "草稿": "是"}) == []


def test_the_line_both_days_and_the_remedy_are_named(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, {"公布日期": "2026-09-01"})
    assert (str(found.path), found.line) == ("data/records/a.md", 5)
    assert found.message == "公布日期是 2026-09-01，2026-09-20 才第一次提交，晚了 19 天"
    assert "补公开: {日期: 2026-09-20, 理由: " in found.hint
    (found,) = problems_of(tmp_path, {"公布日期": "2026-09-01"} | late_entry("2026-09-02"))
    assert found.line == 7
    assert "2026-09-02" in found.message and "2026-09-20" in found.message


@pytest.mark.parametrize(
    ("reach", "code", "words"),
    [
        (Reach.SHALLOW, "H102", "浅克隆"),
        (Reach.NO_PROGRAM, "H103", "没有安装 git"),
        (Reach.NO_REPOSITORY, "H103", "不在 git 仓库里"),
        (Reach.NOT_TRUSTED, "H103", "属于另一个用户"),
        (Reach.NO_ANSWER, "H103", "git 没有回答（bad object）"),
    ],
)
def test_what_git_cannot_tell_is_said_once(reach: Reach, code: str, words: str, tmp_path: Path) -> None:
    fields = {"公布日期": "2020-01-05"}
    (found,) = problems_of(tmp_path, fields, reach=reach, brought=None, root_day=None, said="bad object")
    assert (found.code, found.severity.value, found.line) == (code, "hint", 0)
    assert words in found.message


def test_nothing_is_said_where_nobody_asked_or_nothing_is_public(tmp_path: Path) -> None:
    library, _ = load_library(make_school(tmp_path / "a", record(公布日期="2020-01-05")))
    assert list(check_history(with_history(library, None), library.school.settings, TODAY)) == []
    library, _ = load_library(make_school(tmp_path / "b", record(草稿="是")))
    nothing = History(reach=Reach.NO_REPOSITORY)
    assert list(check_history(with_history(library, nothing), library.school.settings, TODAY)) == []
