"""Schools for tests: small ones, read from files as the product reads them, and the example school, read once."""

from __future__ import annotations

import getpass
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from building import DAY, PROJECT, RUN_FOLDER
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.pipeline import read_and_check, select
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, make_school

MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""
_ENOUGH = 8 << 30
"""Bytes; the tests write a hundred thousand small files, some 1.5 GB."""


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    if "TMPDIR" not in os.environ and _has_room(MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)
    os.environ[RUN_FOLDER] = tempfile.mkdtemp(prefix="disclosure-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    shutil.rmtree(os.environ.pop(RUN_FOLDER), ignore_errors=True)
    if tempfile.tempdir == str(MEMORY):  # memory is not for keeping; whoever wants to look at the files sets TMPDIR
        shutil.rmtree(MEMORY / f"pytest-of-{getpass.getuser()}", ignore_errors=True)


def _has_room(folder: Path) -> bool:
    """Whether files of tests, programs among them, can be kept there."""
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        return False
    told = os.statvfs(folder)
    return told.f_bavail * told.f_frsize >= _ENOUGH and not told.f_flag & os.ST_NOEXEC


@pytest.fixture
def site_of(tmp_path: Path) -> Callable[..., Site]:
    """From texts of any number of records to the indexed edition of a day; files go beside the first record."""
    folders = count()

    def make(
        *texts: str, today: date = TODAY, school: str = SCHOOL, edition: str = "public", catalogue: str = "",
        files: dict[str, bytes] | None = None,
    ) -> Site:  # fmt: skip
        root = make_school(tmp_path / str(next(folders)), *texts, school=school, catalogue=catalogue)
        if files:
            (root / "data/records/a").mkdir()
            (root / "data/records/a.md").rename(root / "data/records/a/index.md")
        for name, content in (files or {}).items():
            (root / "data/records/a" / name).write_bytes(content)
        reading = read_and_check(root, today)
        assert [problem for problem in reading.problems if problem.severity.value == "error"] == []
        return select(reading.library, edition=edition, today=today)

    return make


@pytest.fixture(scope="session")
def library() -> Library:
    return read_and_check(PROJECT, DAY).library


@pytest.fixture(scope="session")
def edition(library: Library) -> Edition:
    return library.for_edition("public", DAY)
