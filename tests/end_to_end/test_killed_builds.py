"""A build that is killed at any moment leaves the site before or the site after, and a cache that misleads nobody."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from building import contents, disclosure, environment
from disclosure.site_build import Builder
from sample import TODAY, make_school, record
from thoroughness import times

RECORDS = 25
ROUNDS, KILLS = times(2, thorough=5), times(7, thorough=10)
"""So many in a round; fifty in all by `make thorough`."""


def build(root: Path, site: Path, day: str) -> None:
    """A whole build by this process, which has loaded everything already."""
    Builder(root, processes=1).build(date.fromisoformat(day), site_dir=site)


def killed_build(root: Path, site: Path, day: str, *, after: float, whole_group: bool) -> bool:
    """Start a build and kill it, alone or with its workers, some seconds later. Whether it was still at work."""
    command = [sys.executable, "-m", "disclosure", "build", "--root", root, "--site-dir", site, "--today", day]
    process = subprocess.Popen(
        list(map(str, command)),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    was_at_work = process.poll() is None
    if was_at_work:
        (os.killpg if whole_group else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    return was_at_work


def edit(root: Path, chance: random.Random) -> None:
    number = chance.randrange(1, RECORDS + 1)
    text = record(f"2026-{number:04}", 栏目=chance.choice(["招生收费", "其他/财务"]), body=f"改 {chance.random()}。")
    (root / f"data/records/{number}.md").write_text(text)


def school(root: Path) -> Path:
    make_school(root)
    for number in range(1, RECORDS + 1):
        text = record(
            f"2026-{number:04}", 截止日期="2026-11-30" if number % 3 else "", body=f"第 {number} 件。\n\n" * 5
        )
        (root / f"data/records/{number}.md").write_text(text)
    return root


def reference(root: Path, folder: Path, day: str) -> dict[str, bytes]:
    """The site of a build of a copy that nobody kills."""
    copy = shutil.copytree(root, folder / "copy", ignore=shutil.ignore_patterns(".cache"))
    build(copy, folder / "fresh", day)
    made = contents(folder / "fresh")
    shutil.rmtree(copy)
    shutil.rmtree(folder / "fresh")
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killed_builds(tmp_path: Path, seed: int) -> None:
    root, site = school(tmp_path / "school"), tmp_path / "out/site"
    chance, day = random.Random(seed), TODAY
    started = time.monotonic()
    done = disclosure("build", "--root", root, "--site-dir", site, "--today", day.isoformat())
    whole = time.monotonic() - started  # a first build; those that follow take less
    assert done.returncode == 0, done.stdout + done.stderr
    interrupted = 0
    whole_sites = [contents(site)]
    for number in range(KILLS):
        edit(root, chance)
        if number % 5 == 0:
            day += timedelta(days=1)  # most pages change
        if number % 7 == 0:
            shutil.rmtree(root / ".cache")
        if number == 0:
            shutil.rmtree(site)
            whole_sites = [{}]
        interrupted += killed_build(
            root, site, day.isoformat(), after=chance.uniform(0.05, 0.7 * whole), whole_group=bool(number % 2)
        )
        time.sleep(0.1)  # workers of a killed build see that it is gone
        left = contents(site) if site.exists() else {}
        if left not in whole_sites or number % 2:
            whole_sites.append(reference(root, tmp_path, day.isoformat()))
        assert left in whole_sites, number
        if number % 2:  # two builds were killed, one after the other
            build(root, site, day.isoformat())
            assert contents(site) == whole_sites[-1], number
            assert [path.name for path in site.parent.iterdir()] == ["site"], number
            whole_sites = [whole_sites[-1]]
    assert interrupted > KILLS // 4
