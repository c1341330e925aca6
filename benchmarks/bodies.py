"""Bodies of invented records: two or three headings, a list, and a table in every fourth."""

from __future__ import annotations

import re
from random import Random

from words import ADDRESS, EMPHASISED, HEADINGS, PEOPLE, PLACES, POINTS, SENTENCES, THINGS

_GAP = re.compile(r"\{(\w+)\}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SHORTEST, _LONGEST = 640, 1080
"""How many Chinese characters a body aims at; its last sentence may run over."""


def make_body(random: Random, *, number: int) -> str:
    """A body of 600 to 1,200 Chinese characters in Markdown.

    Args:
        random: the source of all choices; the same state gives the same body.
        number: the record's place in the school; every fourth has a table.
    """
    headings = random.sample(HEADINGS, random.choice((2, 3)))
    listed, tabled = random.randrange(len(headings)), random.randrange(len(headings))
    share = random.randint(_SHORTEST, _LONGEST) // len(headings)
    blocks: list[str] = []
    for place, heading in enumerate(headings):
        extras = [_list(random)] if place == listed else []
        extras += [_table(random)] if place == tabled and number % 4 == 0 else []
        wanted = share - sum(chinese_characters(extra) for extra in extras)
        blocks += [f"## {heading}", *_paragraphs(random, wanted), *extras]
    return "\n\n".join(blocks) + "\n"


def chinese_characters(text: str) -> int:
    """How many Chinese characters a text holds, punctuation aside."""
    return len(_HAN.findall(text))


def _paragraphs(random: Random, wanted: int) -> list[str]:
    paragraphs: list[str] = []
    written = 0
    while not paragraphs or written < wanted:
        paragraphs.append("")
        for sentence in _some_sentences(random):
            if written < wanted or not paragraphs[-1]:
                paragraphs[-1] += (text := _filled(random, sentence))
                written += chinese_characters(text)
    return paragraphs


def _some_sentences(random: Random) -> list[str]:
    sentences = random.sample(SENTENCES, random.randint(2, 3))
    return sentences if random.random() < 0.75 else [*sentences[1:], random.choice(EMPHASISED)]


def _list(random: Random) -> str:
    lines = [_filled(random, random.choice(POINTS)) for _ in range(random.randint(3, 6))]
    return "\n".join(f"- {line}" for line in lines)


def _table(random: Random) -> str:
    rows = ["| 名目 | 数量 | 单价（元） | 放在 | 经手 |", "| --- | ---: | ---: | --- | --- |"]
    for thing in random.sample(THINGS, random.randint(4, 7)):
        price = f"{random.randint(3, 900)}.{random.randint(0, 9)}0"
        rows.append(
            f"| {thing} | {random.randint(1, 80)} | {price} | {random.choice(PLACES)} | {random.choice(PEOPLE)} |"
        )
    return "\n".join(rows)


def _filled(random: Random, sentence: str) -> str:
    words = {
        "thing": iter(random.sample(THINGS, 2)),
        "place": iter(random.sample(PLACES, 2)),
        "people": iter(random.sample(PEOPLE, 2)),
    }

    def fill(gap: re.Match[str]) -> str:
        name = gap[1]
        return next(words[name]) if name in words else _figure(random, name)

    return _GAP.sub(fill, sentence)


def _figure(random: Random, name: str) -> str:
    if name == "home":
        return ADDRESS
    lowest, highest = {"month": (1, 12), "few": (2, 9), "many": (11, 480), "money": (320, 98000)}[name]
    return str(random.randint(lowest, highest))
