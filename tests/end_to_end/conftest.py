"""The example school, read once: what its site is held against."""

from __future__ import annotations

import pytest

from building import DAY, PROJECT
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.pipeline import read_and_check


@pytest.fixture(scope="session")
def library() -> Library:
    return read_and_check(PROJECT, DAY).library


@pytest.fixture(scope="session")
def edition(library: Library) -> Edition:
    return library.for_edition("public", DAY)
