"""A school of real documents: each record is in the state that an independent list says, on every day of the list."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from building import CORPUS, built, contents

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus lies beside the repository, not in it")

EXPECTED: dict[str, Any] = (
    json.loads((CORPUS / "expected.json").read_text()) if CORPUS.exists() else {"public": {}, "records": []}
)
RECORDS = {record["id"]: record for record in EXPECTED["records"]}
DATA_STATES = {
    "shown": {"current", "expiring", "standing", "review-due"},
    "replaced": {"replaced"},
    "expired-banner": {"expired"},
    "expired-archive": {"archived"},
    "stub": {"removed", "withdrawn"},
}


@pytest.mark.parametrize("day", sorted(EXPECTED["public"]))
def test_every_record_is_in_the_state_the_list_says(day: str) -> None:
    site = contents(built(CORPUS, date.fromisoformat(day)))
    wrong = {}
    for record_id, state in EXPECTED["public"][day].items():
        if problem := wrong_with(RECORDS[record_id], state, site):
            wrong[record_id] = problem
    assert wrong == {}


def wrong_with(record: dict[str, Any], state: str, site: dict[str, bytes]) -> str:
    canary, title = record["canary"].encode(), record["title"].encode()
    page = site.get(f"r/{record['id']}/index.html", b"")
    holding = [path for path, content in site.items() if canary in content]
    if state == "absent":
        named = [path for path, content in site.items() if record["id"] in path or title in content]
        return f"in {holding + named}" if holding or named else ""
    found = re.search(rb'data-state="([a-z-]+)"', page)
    if not found or found[1].decode() not in DATA_STATES[state]:
        return f"state {found and found[1]!r}"
    if title not in page:
        return "no title"
    if state == "stub":
        return f"text in {holding}" if holding else ""
    return "" if canary in page else "no text"


def test_the_list_tells_states_apart() -> None:
    site = contents(built(CORPUS, date(2026, 11, 23)))
    states = EXPECTED["public"]["2026-11-23"]
    others = {
        "absent": "shown",
        "shown": "absent",
        "stub": "shown",
        "replaced": "stub",
        "expired-banner": "expired-archive",
    }
    for record_id, state in states.items():
        if state in others:
            assert wrong_with(RECORDS[record_id], others[state], site), f"{record_id} passes as {others[state]}"
