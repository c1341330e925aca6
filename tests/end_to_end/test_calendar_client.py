"""Calendars in a program that people use: khal imports those of the example school, and their later versions."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from building import DAY, PROJECT, built
from debian import program
from disclosure.cli import program as program_of_ours
from sample import make_school, record

pytestmark = pytest.mark.readers

SETTINGS = """\
[calendars]
[[school]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture
def khal(tmp_path: Path) -> Callable[..., str]:
    """Runs khal with a calendar of its own; gives what it prints."""
    path = program("khal", package="khal")
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(SETTINGS.format(folder=tmp_path))

    def run(*arguments: str | Path) -> str:
        command = [path, "-c", str(tmp_path / "config"), *map(str, arguments)]
        home = os.environ | {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, env=home, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def imported(khal: Callable[..., str], calendar: Path) -> list[str]:
    """What the program shows after an import: day and summary of each event."""
    khal("import", "--batch", "-a", "school", calendar)
    shown = khal("list", "--notstarted", "--format", "{start-date} {title}", "--day-format", "", "2020-01-01", "9000d")
    return sorted(line for line in shown.splitlines() if line.strip())


@pytest.mark.parametrize("name", ["calendar.ics", "admissions-fees/calendar.ics"])
def test_the_calendars_of_the_example_school(name: str, khal: Callable[..., str]) -> None:
    calendar = built(PROJECT) / name
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    wanted = sorted(f"{event['dtstart'].dt} {event['summary']}" for event in events)
    assert len(wanted) > 5
    assert [line.removesuffix(" ") for line in imported(khal, calendar)] == wanted


def test_a_later_version_takes_the_place_of_the_one_before(khal: Callable[..., str], tmp_path: Path) -> None:
    def calendar(name: str, later: dict[str, str]) -> Path:
        fields = {"标题": "校服采购", "截止日期": "2026-12-31"}
        return built(make_school(tmp_path / name, record(**fields | later))) / "calendar.ics"

    moved = {"标题": "校服采购（延期）", "截止日期": "2027-01-15", "变更": "[{日期: 2026-11-01, 说明: 延期}]"}
    gone = moved | {"撤销": f"{{日期: {DAY - timedelta(days=1)}, 理由: 有误, 批准: 校长办公会}}"}
    assert imported(khal, calendar("first", {})) == ["2026-12-31 公示截止：校服采购"]
    assert imported(khal, calendar("second", moved)) == ["2027-01-15 公示截止：校服采购（延期）"]
    assert imported(khal, calendar("third", gone)) == ["2027-01-15 已撤销：校服采购（延期）"]


def test_reminders_of_what_is_due(khal: Callable[..., str], tmp_path: Path) -> None:
    """A later list takes the place of the one before; what is done by then stays until somebody deletes it."""
    calendar = tmp_path / "due.ics"
    for today in ("2026-11-20", DAY.isoformat()):
        options = ["--root", str(PROJECT), "--format", "ics", "--output", str(calendar), "--today", today]
        CliRunner().invoke(program_of_ours, ["due", *options], standalone_mode=False)
        shown = imported(khal, calendar)
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    wanted = {f"{event['dtstart'].dt} {event['summary']}" for event in events}
    assert len(wanted) > 10
    shown_now = [line.removesuffix(" ") for line in shown]
    assert wanted <= set(shown_now)
    assert len(shown_now) == len(set(shown_now))
