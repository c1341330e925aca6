"""`disclosure next-change`: when the site changes by itself, and whether it has to be made again today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from disclosure.cli import program
from sample import SCHOOL, make_school, record
from serving import served

OFF = "items:\n" + "".join(f"- {{id: I{number:02}, enabled: no}}\n" for number in range(1, 71))
NOTICE = record(公布日期="2026-11-10", 截止日期="2026-11-30")
"""即将到期 from the 24th on, 已到期 from 1 December on."""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "school", NOTICE, school=SCHOOL, catalogue=OFF)


def asked(root: Path, today: str, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(
        program, ["next-change", "--root", str(root), "--today", today, *options], standalone_mode=False
    )
    return (2, str(done.exception)) if done.exception else (done.return_value, done.output)


def live(root: Path, built: str, next_change: str | None) -> str:
    place = root.parent / "next-change.json"
    place.write_text(json.dumps({"built": built, "next_change": next_change}))
    return str(place)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-01", "2026-11-10\n"),
        ("2026-11-10", "2026-11-24\n"),
        ("2026-11-23", "2026-11-24\n"),
        ("2026-11-24", "2026-12-01\n"),
        ("2026-12-01", "没有\n"),
    ],
)
def test_the_next_day_is_printed(today: str, expected: str, school: Path) -> None:
    assert asked(school, today) == (0, expected)


@pytest.mark.parametrize(
    ("today", "built", "coming", "code", "said"),
    [
        ("2026-11-23", "2026-11-10", "2026-11-24", 1, "下一次变化：2026-11-24。今天不用重新生成"),
        ("2026-11-24", "2026-11-10", "2026-11-24", 0, "2026-11-24 有变化：要重新生成"),
        ("2026-11-25", "2026-11-10", "2026-11-24", 0, "2026-11-24 有变化：要重新生成"),
        ("2026-11-24", "2026-11-24", "2026-12-01", 1, "今天不用"),
        ("2026-12-05", "2026-12-01", None, 1, "下一次变化：没有"),
        ("2026-11-24", "2026-11-10", None, 0, "2026-11-24 有变化"),
        ("2026-11-23", "2026-11-09", "2026-12-31", 0, "2026-11-10 有变化"),
    ],
    ids=["before", "on", "after", "made today", "never", "the site does not know yet", "the same, on another day"],
)
def test_whether_it_is_due(today: str, built: str, coming: str | None, code: int, said: str, school: Path) -> None:
    found, told = asked(school, today, "--published", live(school, built, coming))
    assert (found, said in told) == (code, True), told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<html>", "不是本程序生成的 next-change.json"),
        ('{"built": "2026-11-10"}', "不是本程序生成的"),
        ('{"built": 5, "next_change": null}', "不是本程序生成的"),
        ("[" * 60_000, "不是本程序生成的"),
        ("x" * 70_000, "超过 64 KB"),
    ],
)
def test_what_cannot_be_understood_is_a_reason_to_build(content: str, said: str, school: Path) -> None:
    place = school.parent / "next-change.json"
    place.write_text(content)
    code, told = asked(school, "2026-11-23", "--published", str(place))
    assert code == 0
    assert said in told and "当作要重新生成" in told


def test_what_cannot_be_read_is_a_reason_to_build(school: Path) -> None:
    for where in (str(school / "nowhere"), "http://127.0.0.1:9/next-change.json", "ftp://example/next-change.json"):
        code, told = asked(school, "2026-11-23", "--published", where)
        assert code == 0 and "当作要重新生成" in told


def test_a_live_site_is_asked_over_http(school: Path) -> None:
    live(school, "2026-11-10", "2026-11-24")
    with served(school.parent) as address:
        assert asked(school, "2026-11-23", "--published", f"{address}next-change.json")[0] == 1
        assert asked(school, "2026-11-24", "--published", address)[0] == 0
        assert asked(school, "2026-11-23", "--published", f"{address}gone.json")[0] == 0


def test_another_edition_has_other_days(school: Path) -> None:
    (school / "data/records/b.md").write_text(record("2026-0002", 公布日期="2026-11-15", 公开范围="教职工"))
    assert asked(school, "2026-11-10") == (0, "2026-11-24\n")
    assert asked(school, "2026-11-10", "--edition", "internal") == (0, "2026-11-15\n")
    assert asked(school, "2026-11-10", "--edition", "nowhere")[0] == 2
