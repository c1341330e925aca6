"""Real builds for tests: the command line in a process of its own, each school and day built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

PROJECT = Path(__file__).parents[1]
"""The repository; its data/ is the example school."""
CORPUS = PROJECT.parent / "shared/corpus"
"""A school of real documents, beside the repository on the founders' machines only."""
DAY = date(2026, 11, 23)
"""The day for which the example school is written: every state occurs on it."""
RUN_FOLDER = "DISCLOSURE_TESTS_FOLDER"
"""Names the folder that all processes of one run of the tests share; conftest.py makes it and clears it away."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a process under test, without what the developer's shell has set."""
    hidden = ("SOURCE_DATE_EPOCH", "DISCLOSURE_EDITION")
    return {key: value for key, value in os.environ.items() if key not in hidden} | {"NO_MKDOCS_2_WARNING": "1"} | more


def epoch(day: date) -> str:
    """Noon of a day in UTC, as SOURCE_DATE_EPOCH."""
    return str(int(datetime(day.year, day.month, day.day, 4, tzinfo=UTC).timestamp()))


def disclosure(*arguments: str | Path, cwd: Path = PROJECT, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line."""
    command = [sys.executable, "-m", "disclosure", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment(), input=stdin, capture_output=True, text=True, check=False)


@cache
def built(root: Path, day: date = DAY, edition: str = "public") -> Path:
    """The site of a school on a day, built by the first process that asks."""
    name = sha256(f"{root}\n{day}\n{edition}".encode()).hexdigest()[:16]
    folder = Path(os.environ[RUN_FOLDER]) / name
    site, whole = folder / "site", folder / "whole"
    with FileLock(folder.with_suffix(".lock")):
        if not whole.exists():
            done = disclosure(
                "build", "--root", root, "--site-dir", site, "--today", day.isoformat(), "--edition", edition
            )
            assert done.returncode == 0, done.stdout + done.stderr
            whole.touch()
    return site


def below_a_path(site: Path) -> Path:
    """A folder with a copy of a `built` site in `xwgk/`, as many schools serve it."""
    folder = site.parent / "served"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            shutil.copytree(site, folder.with_suffix(".part") / "xwgk")
            folder.with_suffix(".part").rename(folder)
    return folder


def contents(site: Path) -> dict[str, bytes]:
    """All files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
