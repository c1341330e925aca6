"""The same records and day give the same bytes, whichever program builds them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import DAY, PROJECT, built, contents, disclosure, environment, epoch


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
