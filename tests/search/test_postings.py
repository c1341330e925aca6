"""Pairs of characters and the texts that hold them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.amending import amended
from disclosure.search.characters import folded_character
from disclosure.search.folding import Folding
from disclosure.search.lists import MAX_TEXTS, is_in, texts_in, written
from disclosure.search.postings import Fields, postings
from disclosure.search.shards import sections

ALPHABET = [chr(code) for code in range(33, 127) if chr(code) not in '"\\;']
Found = dict[tuple[str, str], list[list[int]]]
"""Texts by pair: anywhere, in titles, among numbers."""


def read(written_list: str, count: int) -> list[int]:
    """What `search.js` reads from a list."""
    mark, values = written_list[:1], [ALPHABET.index(character) for character in written_list]
    if mark == "~":
        bits = "".join(f"{value:06b}"[::-1] for value in values[1:])
        return [number for number, bit in enumerate(bits) if bit == "1"]
    if mark == "}":
        missing = stepped(values[1:])
        return [number for number in range(count) if number not in missing]
    return stepped(values)


def stepped(values: list[int]) -> list[int]:
    """1 to 80 in one character, more in two."""
    at, found, rest = -1, [], iter(values)
    for step in rest:
        at += step + 1 if step < 80 else (step - 79) * 80 + next(rest) + 1
        found.append(at)
    return found


def found_in(texts: list[Fields], folding: Folding | None = None) -> Found:
    found = {}
    for first, second, lists in postings(texts, folding=folding or Folding()):
        fields = [read(one, len(texts)) for one in lists.split(";")]
        found[first, second] = fields + [[]] * (3 - len(fields))
    return found


def expected(texts: list[Fields]) -> Found:
    found: Found = defaultdict(lambda: [[], [], []])
    for number, fields in enumerate(texts):
        held = [pairs_of(field) for field in fields]
        for place, pairs in enumerate((set().union(*held), held[0], held[1])):
            for pair in pairs:
                found[pair][place].append(number)
    return dict(found)


def pairs_of(text: str) -> set[tuple[str, str]]:
    folded = "".join(folded_character(character) for character in text)
    return set(zip(folded, folded[1:] + "|", strict=False))


def anywhere(text: str) -> Fields:
    return "", "", text


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
    assert sorted("".join(pair) for pair in found_in([anywhere(text)])) == pairs


words = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
few_words = st.text(st.sampled_from("甲乙丙 ㎡Ａa|;~}"), max_size=6)
school = st.lists(st.tuples(few_words, few_words, few_words | words), max_size=12)


@given(school)
def test_every_pair_leads_to_the_texts_that_hold_it(texts: list[Fields]) -> None:
    assert found_in(texts) == expected(texts)


def test_pairs_come_in_the_order_of_their_characters_whatever_was_met_before() -> None:
    met = Folding()
    met.folded("丙乙甲")
    texts = [anywhere("甲乙丙"), anywhere("丙甲")]
    pairs = [posting[:2] for posting in postings(texts, folding=met)]
    assert pairs == sorted(pairs)
    assert found_in(texts, met) == expected(texts)


def test_many_characters_that_need_larger_numbers() -> None:
    met = Folding()
    met.folded("".join(map(chr, range(0x4E00, 0x4E00 + 4000))))
    texts = [(f"标题{number}", f"{number}", "甲乙" * (number % 3)) for number in range(MAX_TEXTS)]
    assert found_in(texts, met) == expected(texts) == found_in(texts)


def test_characters_that_count_as_several_meet_those_that_do_not() -> None:
    assert sorted("".join(pair) for pair in found_in([anywhere("㎡ｍ2"), anywhere("甲")])) == ["2m", "2|", "m2", "甲|"]


@pytest.mark.parametrize("gap", [1, 2, 79, 80, 81, 82, 160, 161, 240, 400, MAX_TEXTS - 1])
def test_steps_of_every_width(gap: int) -> None:
    texts = [anywhere(text) for text in ["甲乙", *[""] * (gap - 1), "甲乙"]]
    assert found_in(texts)["甲", "乙"][0] == [0, gap]


@st.composite
def some_of_many(draw: st.DrawFn) -> tuple[list[int], int]:
    """Any texts of up to 512, as rare or frequent as may be."""
    count = draw(st.integers(1, MAX_TEXTS))
    chance, share = draw(st.randoms(use_true_random=False)), draw(st.sampled_from([0.005, 0.05, 0.3, 0.8, 0.95, 1.0]))
    return [number for number in range(count) if chance.random() < share], count


@given(some_of_many())
def test_a_list_is_read_as_it_was_written(some: tuple[list[int], int]) -> None:
    numbers, count = some
    one = written(numbers, count=count)
    assert read(one, count) == texts_in(one, count=count) == [n for n in range(count) if is_in(n, one)] == numbers
    assert len(one) <= min(len(numbers), count - len(numbers)) + 7
    assert len(one) <= 1 + -(-count // 6)
    texts = [anywhere("甲乙" if number in numbers else "丙") for number in range(count)]
    assert {posting[:2]: posting[2] for posting in postings(texts)}.get(("甲", "乙"), "") == one


@given(school, st.data())
def test_texts_that_are_replaced_leave_what_indexing_anew_gives(texts: list[Fields], data: st.DataObject) -> None:
    replaced = st.tuples(st.integers(0, 11), st.tuples(few_words, few_words, few_words))
    new = {number: fields for number, fields in data.draw(st.lists(replaced, max_size=4)) if number < len(texts)}
    changed = [new.get(number, fields) for number, fields in enumerate(texts)]
    old = sections(postings(texts), shards=8)
    assert amended(old, new, count=len(texts)) == sections(postings(changed), shards=8)
