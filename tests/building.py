"""Real builds for tests: the command line in a process of its own, each school and day built once."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

PROJECT = Path(__file__).parents[1]
"""The repository; its data/ is the example school."""
CORPUS = PROJECT.parent / "shared/corpus"
"""A school of real documents, beside the repository on the founders' machines only."""
DAY = date(2026, 11, 23)
"""The day for which the example school is written: every state occurs on it."""


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
    """The site of a school on a day."""
    folder = Path(mkdtemp(prefix="site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    site = folder / "site"
    done = disclosure("build", "--root", root, "--site-dir", site, "--today", day.isoformat(), "--edition", edition)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def contents(site: Path) -> dict[str, bytes]:
    """All files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
