"""A notice that was up while the site was down stays up longer, and everything that the site writes agrees on it."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from building import built, disclosure
from sample import make_school, record

OUTAGES = "- {开始: 2026-09-10, 结束: 2026-09-11, 原因: 机房停电}\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notice of 15 days from 1 September, two of them lost; and a list that has to be taken down."""
    notice = record("2026-0001", "每餐 15 元。", 公示期="15天")
    names = record("2026-0002", "金丝雀同学。", 公示期="15天", 到期处理="撤下", 标题="获奖公示")
    folder = make_school(tmp_path_factory.mktemp("outage"), notice, names)
    (folder / "data/registers").mkdir()
    (folder / "data/registers/outages.yml").write_text(OUTAGES)
    return folder


def page(root: Path, number: str, day: date) -> str:
    return (built(root, day) / f"r/{number}/index.html").read_text()


@pytest.mark.parametrize(
    ("day", "state", "list_is_up"),
    [("2026-09-16", "expiring", True), ("2026-09-17", "expiring", True), ("2026-09-18", "expired", False)],
    ids=["the day after the old end", "the new end", "the day after it"],
)
def test_it_is_up_as_many_days_as_were_promised(root: Path, day: str, state: str, list_is_up: bool) -> None:
    on = date.fromisoformat(day)
    assert f'data-state="{state}"' in page(root, "2026-0001", on)
    assert ("金丝雀" in page(root, "2026-0002", on)) is list_is_up
    assert (
        any("金丝雀" in path.read_text("utf-8", "replace") for path in built(root, on).rglob("*.*") if path.is_file())
        is list_is_up
    )


def test_the_page_says_so(root: Path) -> None:
    html = page(root, "2026-0001", date(2026, 9, 16))
    assert "公示期因停机顺延 2 天（原定 2026年9月15日截止）" in html
    assert "公示至 2026年9月17日（含当日）" in html


def test_everything_agrees_on_the_day(root: Path) -> None:
    site = built(root, date(2026, 9, 16))
    records = {row["id"]: row for row in json.loads((site / "records.json").read_text())["records"]}
    assert {row["expires"] for row in records.values()} == {"2026-09-17"}
    with (site / "records.csv").open(encoding="utf-8-sig") as stream:
        assert {value for row in csv.DictReader(stream) for value in row.values() if value.startswith("2026-09-1")} == {
            "2026-09-17"
        }
    calendar = (site / "calendar.ics").read_text()
    assert calendar.count("DTSTART;VALUE=DATE:20260917") == 2
    assert "20260915" not in calendar
    last = built(root, date(2026, 9, 17))
    assert json.loads((last / "next-change.json").read_text())["next_change"] == "2026-09-18"
    for name in ("feed.xml", "atom.xml", "feed.json", "r/2026-0001/print/index.html"):
        text = (site / name).read_text()
        assert "9月15日" not in text
        assert "2026-09-15" not in text
    assert "9月17日" in (site / "r/2026-0001/print/index.html").read_text()


def test_no_check_complains_of_the_extension(root: Path) -> None:
    done = disclosure("check", "--root", root, "--today", "2026-09-16", "--format", "json")
    before = [problem["code"] for problem in json.loads(done.stdout)]
    (root / "data/registers/outages.yml").rename(root / "data/registers/outages.away")
    try:
        done = disclosure("check", "--root", root, "--today", "2026-09-15", "--format", "json")
    finally:
        (root / "data/registers/outages.away").rename(root / "data/registers/outages.yml")
    assert before == [problem["code"] for problem in json.loads(done.stdout)]


def test_the_live_site_as_it_was_before_the_outage_is_no_reason_to_complain(tmp_path: Path, root: Path) -> None:
    """H113 tells of last days that were moved in silence; an outage is no such thing, whichever way it is compared."""
    live = tmp_path / "records.json"
    rows = json.loads((built(root, date(2026, 9, 16)) / "records.json").read_text())
    for row in rows["records"]:
        row["expires"] = (date.fromisoformat(row["expires"]) - timedelta(days=2)).isoformat()
    live.write_text(json.dumps(rows))
    done = disclosure("check", "--root", root, "--today", "2026-09-16", "--published", live, "--format", "json")
    assert "H113" not in done.stdout
    for row in rows["records"]:
        row["expires"] = "2026-09-30"
    live.write_text(json.dumps(rows))
    done = disclosure("check", "--root", root, "--today", "2026-09-16", "--published", live, "--format", "json")
    assert "H113" in done.stdout
