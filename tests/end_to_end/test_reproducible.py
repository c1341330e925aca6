"""The same records and day give the same bytes, whichever program builds them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import DAY, PROJECT, built, contents, disclosure, environment, epoch
from disclosure.domain.library import Library
from disclosure.domain.wall import has_print_page
from disclosure.rendering.site import paths_above


def differing(one: Path, other: Path) -> list[str]:
    left, right = contents(one), contents(other)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


def test_two_builds_of_one_day_are_identical(tmp_path: Path) -> None:
    done = disclosure("build", "--site-dir", tmp_path / "site", "--today", DAY.isoformat())
    assert done.returncode == 0, done.stderr
    assert differing(built(PROJECT), tmp_path / "site") == []


def test_a_copy_in_another_folder_gives_the_same_site(tmp_path: Path) -> None:
    copy = tmp_path / "other place"
    for name in ("data", "site_src"):
        shutil.copytree(PROJECT / name, copy / name)
    shutil.copy(PROJECT / "mkdocs.yml", copy)
    assert differing(built(PROJECT), built(copy)) == []


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_the_usual_command_gives_the_same_site(program: str, tmp_path: Path) -> None:
    options = ["-f", PROJECT / "mkdocs.yml", "--strict", "--site-dir", tmp_path / "site"]
    command = [sys.executable, "-m", program, "build", *map(str, options)]
    done = subprocess.run(
        command, env=environment(SOURCE_DATE_EPOCH=epoch(DAY)), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert differing(built(PROJECT), tmp_path / "site") == []


def test_the_day_matters(tmp_path: Path) -> None:
    assert "index.html" in differing(built(PROJECT), built(PROJECT, DAY.replace(day=24)))


def counted_of_the_year() -> Iterator[str]:
    """Registers, statistics and report of the year that runs say up to which day they count; those of other years do not."""
    yield from ("statistics/index.html", "statistics/2026/index.html", "statistics/2026/state/index.html")
    yield from (f"statistics/2026/statistics-2026.{form}" for form in ("csv", "xlsx"))
    for name in ("changes", "contents", "ledger", "opinions", "procurement", "requests"):
        yield from (f"registers/{name}/2026/index.html", f"registers/{name}/2026/{name}-2026.xlsx")
    for name in ("contents/2026/contents-2026", "opinions/2026/opinions-2026-opinions", "requests/2026/requests-2026"):
        yield f"registers/{name}.csv"  # states and days that are left
    yield from ("reports/index.html", "reports/2026/index.html", "reports/2026/report-2026.docx")


def test_from_day_to_day_only_pages_that_count_days_differ(library: Library) -> None:
    """A page without a running notice has no word of the day of the build in it."""
    tomorrow = DAY.replace(day=24)
    running = [shown for shown in library.for_edition("public", DAY).shown if shown.state.is_running]
    begun = [shown for shown in library.for_edition("public", tomorrow).shown if shown.published == tomorrow]
    states = [{e.id: e.state for e in library.for_edition("public", day).entries()} for day in (DAY, tomorrow)]
    assert states[0] != states[1]
    assert running
    assert begun == []
    theirs = {f"r/{shown.id}/index.html" for shown in running}
    columns = {f"{path}/index.html" for shown in running for path in paths_above(shown.column)}
    lists = {path.name for path in (PROJECT / "site_src").glob("*.md") if "![](" in path.read_text()}
    written = {f"{name.removesuffix('.md')}/index.html" for name in lists - {"index.md"}}
    expected = theirs | columns | written | {"index.html", "next-change.json", "records.json", "records.csv"}
    expected |= {"screen/index.html", "search/plan.js"}
    turned = [shown.id for shown in running if has_print_page(shown) and states[1][shown.id] is not states[0][shown.id]]
    expected |= {f"r/{number}/print/index.html" for number in turned}  # its word for the state is another
    expected |= set(counted_of_the_year())
    assert set(differing(built(PROJECT), built(PROJECT, tomorrow))) == expected


def test_only_the_home_page_tells_the_day_of_the_build() -> None:
    pages = {path: content.decode() for path, content in contents(built(PROJECT)).items() if path.endswith(".html")}
    assert [path for path, page in pages.items() if "本站生成于" in page] == ["index.html"]
    assert "本站生成于 <time datetime=2026-11-23>2026年11月23日</time>" in pages["index.html"]
    assert [path for path, page in pages.items() if "data-built" in page or "[[disclosure-slot:" in page] == []
    assert all(
        page.count("本页更新于") == 1 for path, page in pages.items() if re.fullmatch("r/[^/]*/index.html", path)
    )
