"""Pairs of characters and the texts that hold them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.characters import folded_character
from disclosure.search.postings import MAX_TEXTS, Pair, postings

ALPHABET = [chr(code) for code in range(33, 127) if chr(code) not in '"\\;']


def texts_in(steps: str) -> list[int]:
    """What `search.js` reads from steps: 1 to 80 in one character, more in two."""
    at, found = -1, []
    characters = iter(steps)
    for character in characters:
        step = ALPHABET.index(character)
        at += step + 1 if step < 80 else (step - 79) * 80 + ALPHABET.index(next(characters)) + 1
        found.append(at)
    return found


def expected(texts: list[str]) -> dict[Pair, list[int]]:
    found: dict[Pair, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        folded = "".join(folded_character(character) for character in text)
        for pair in sorted(set(zip(folded, folded[1:] + "|", strict=False))):
            found[pair].append(number)
    return dict(found)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", []),
        ("价", ["价|"]),
        ("单价", ["价|", "单价"]),
        ("单 \n　价", ["价|", "单价"]),
        ("ＡＢ", ["ab", "b|"]),
        ("㎡", ["2|", "m2"]),
        ("单\u200b价", ["价|", "单价"]),
        ("𠮷野", ["野|", "𠮷野"]),
        ('"\\', ['"\\', "\\|"]),
    ],
)
def test_pairs_of_a_text(text: str, pairs: list[str]) -> None:
    assert sorted("".join(pair) for pair in postings([text])) == pairs


@given(st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])), max_size=8))
def test_every_pair_leads_to_the_texts_that_hold_it(texts: list[str]) -> None:
    assert {pair: texts_in(steps) for pair, steps in postings(texts).items()} == expected(texts)


@pytest.mark.parametrize("gap", [1, 2, 79, 80, 81, 82, 160, 161, 240, 400, MAX_TEXTS - 1])
def test_steps_of_every_width(gap: int) -> None:
    texts = ["甲乙", *[""] * (gap - 1), "甲乙"]
    assert texts_in(postings(texts)["甲", "乙"]) == [0, gap]


def test_characters_that_count_as_several_meet_those_that_do_not() -> None:
    assert sorted("".join(pair) for pair in postings(["㎡ｍ2", "甲"])) == ["2m", "2|", "m2", "甲|"]
