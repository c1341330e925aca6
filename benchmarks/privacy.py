"""How much of the personal data in the labelled snippets is found, and how much that is none is taken for it.

    python benchmarks/privacy.py [--show]     a table by kind; with --show, every snippet that was judged wrongly
    python benchmarks/privacy.py --time       seconds for hostile texts of 2 MB

Recall: snippets in which the kind was found. Precision: of all snippets in which a kind was found, those that have it.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.finder import sightings_in

FOLDER = Path(__file__).parents[1] / "tests/cases/privacy"
HARMLESS = {PersonalData.FRAGMENT}
"""Masked numbers are collected for a check of the whole site; alone they are no finding."""
HOSTILE = {
    "single digits": "1 ", "digits": "1", "digits and blanks": "3   ", "masks": "*", "masked digits": "1*", "addresses": "a@", "letters": "a",
    "labels": "住址", "tags": "<", "open tags": "1<a ", "entities": "&#1", "tabs": "\t", "headings": "姓名|", "rows": "<tr><td>姓名",
    "birthdays": "2014年3月5日生", "chats": "QQ", "numbers": "11010519491231002X ", "tables": "姓名|学号\n王思源|20260001\n",
    "urls": "http://1380000/", "names": "王思源，", "hidden": "●1", "emphasis": "1**", "households": "户口", "passports": "护照E1",
}  # fmt: skip
"""Pieces that are hard to look through when they are repeated."""
_SIZE = 2 * 1024 * 1024


@dataclass(slots=True)
class Score:
    """Counts by the name of a kind."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    misjudged: list[tuple[str, str, str]] = field(default_factory=list)
    """What was wanted, what was found, the text."""

    def recall(self, kind: str) -> float:
        """Share of what is there that was found."""
        return self.found[kind] / self.wanted[kind]

    def precision(self, kind: str) -> float:
        """Share of what was found that is there."""
        claimed = self.found[kind] + self.wrong[kind]
        return self.found[kind] / claimed if claimed else 1.0


def snippets(stem: str) -> Iterator[tuple[str, str]]:
    """Kind and text of all snippets: those of `privacy_snippets.py`, and those by somebody who had not seen the finder."""
    for file in sorted(FOLDER.glob(f"{stem}*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["kind"], row["text"]


def score() -> Score:
    """Judge all snippets."""
    result = Score()
    for kind, text in snippets("positive"):
        seen = kinds_in(text)
        result.wanted[kind] += 1
        result.found[kind] += kind in seen
        if kind not in seen:
            result.misjudged.append((kind, ",".join(sorted(seen)), text))
    for _, text in snippets("negative"):
        seen = kinds_in(text)
        result.wrong.update(seen)
        if seen:
            result.misjudged.append(("", ",".join(sorted(seen)), text))
    return result


def kinds_in(text: str) -> set[str]:
    """Names of the kinds that are found in a snippet."""
    return {one.kind.name for one in sightings_in(text) if one.kind not in HARMLESS}


def time_hostile_texts() -> None:
    for name, piece in HOSTILE.items():
        text = piece * (_SIZE // len(piece))
        began = time.perf_counter()
        found = len(sightings_in(text))
        print(f"{name:20} {time.perf_counter() - began:6.2f} s {found:8} found")


def main() -> None:
    if "--time" in sys.argv:
        time_hostile_texts()
        return
    result = score()
    negatives = sum(1 for _ in snippets("negative"))
    print(f"{sum(result.wanted.values())} snippets with personal data, {negatives} without\n")
    print(f"{'kind':15} {'snippets':>8} {'recall':>8} {'precision':>10}")
    for kind, wanted in result.wanted.items():
        print(f"{kind:15} {wanted:8} {result.recall(kind):8.1%} {result.precision(kind):10.1%}")
    if "--show" in sys.argv:
        for wanted, found, text in result.misjudged:
            print(f"wanted {wanted or 'nothing'}, found {found or 'nothing'}: {text!r}")


if __name__ == "__main__":
    main()
