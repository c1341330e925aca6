"""Schools for tests: small ones, read from files as the product reads them, and the example school, read once."""

from __future__ import annotations

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


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        os.environ[RUN_FOLDER] = tempfile.mkdtemp(prefix="disclosure-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(RUN_FOLDER), ignore_errors=True)


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
