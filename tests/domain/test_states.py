"""What each state means for the site (design §6), and how a page tells it to scripts and readers."""

from __future__ import annotations

import pytest

from disclosure.domain.vocabulary import State

TABLE = {
    "current": ("公示中", "list", "running"),
    "expiring": ("即将到期", "list", "running"),
    "expired": ("已到期", "list", ""),
    "archived": ("往期", "archive", ""),
    "standing": ("长期有效", "list", ""),
    "review-due": ("待复核", "list", ""),
    "replaced": ("已替代", "archive", ""),
    "withdrawn": ("已撤销", "stub", ""),
    "removed": ("已撤下", "stub", ""),
}


def test_every_state_is_in_the_table() -> None:
    assert [state.value for state in State] == list(TABLE)


@pytest.mark.parametrize("state", State, ids=lambda state: state.value)
def test_what_a_state_means(state: State) -> None:
    label, place, running = TABLE[state.value]
    assert state.label == label
    assert state.is_stub is (place == "stub")
    assert state.is_archived is (place != "list")
    assert state.is_running is (running == "running")
