"""The labelled snippets: what has to be found is found, what is none is not taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from snippets import benchmark

HARD = ("ID_NUMBER", "BANK_CARD", "MOBILE")
"""A build is refused for these."""
SOFT = ("PASSPORT", "HOUSEHOLD", "BIRTH_DATE", "ADDRESS", "SCHOOL_NUMBER", "EMAIL", "CHAT_ID")


@pytest.mark.parametrize("kind", HARD)
def test_what_must_never_be_published_is_found_and_little_else(kind: str) -> None:
    score = benchmark("privacy").score()
    assert score.wanted[kind] >= 60
    assert score.recall(kind) >= 0.99
    assert score.precision(kind) >= 0.98


@pytest.mark.parametrize("kind", SOFT)
def test_what_only_its_label_makes_personal_is_found(kind: str) -> None:
    score = benchmark("privacy").score()
    assert score.wanted[kind] >= 30
    assert score.recall(kind) >= 0.95
    assert score.precision(kind) >= 0.95


@pytest.mark.parametrize("stem", ["positive", "negative"])
def test_there_are_enough_snippets_and_they_are_those_of_the_generator(stem: str, tmp_path: Path) -> None:
    written = list(benchmark("privacy").snippets(stem))
    assert len(written) >= 400
    made = benchmark("privacy_snippets")
    made.FOLDER = tmp_path
    made.write()
    assert (tmp_path / f"{stem}.jsonl").read_text() == (benchmark("privacy").FOLDER / f"{stem}.jsonl").read_text()
