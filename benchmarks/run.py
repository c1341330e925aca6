"""Measure this product beside Hugo and stock MkDocs + Material, on the same invented records.

    python benchmarks/run.py [--sizes 1000 10000] [--runs 3] [--work DIR]

cold                  no cache, no earlier output
one record edited     everything else as the last build left it
nothing changed       the same command once more
next day              the same records, a day later

Whole processes are measured, in turns; the tables show medians. MkDocs + Material takes part up to 1,000
records. With 10,000 records it takes some minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from machine import describe_machine
from measure import Cost, FailedError, Written, cost_of, middle_of, written_in
from steps import find_hugo, steps_of
from table import Line, growth_of, table_of

_REHEARSAL = 20
"""A first turn with few records, which nobody counts: it compiles Python files and brings programs into memory."""


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", metavar="N", type=int, nargs="+", default=[1000, 10000], help="numbers of records")
    parser.add_argument("--runs", metavar="N", type=int, default=3, help="turns that the medians are taken of")
    parser.add_argument("--work", metavar="DIR", type=Path, help="where the temporary folder is made")
    given = parser.parse_args()
    if min(given.runs, *given.sizes) < 1:
        parser.error("--runs and --sizes want numbers from 1 up")
    hugo = find_hugo()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=given.work) as folder:
        _say("\n".join(f"- {fact}" for fact in describe_machine(Path(folder), hugo=hugo)))
        try:
            measure(Path(folder, "rehearsal"), _REHEARSAL, runs=1, hugo=hugo)
            lines = [
                line
                for size in given.sizes
                for line in measure(Path(folder, str(size)), size, runs=given.runs, hugo=hugo)
            ]
        except FailedError as error:
            sys.exit(str(error))
    _say(f"\nMedians of {given.runs}:\n\n{table_of(lines)}")
    if growth := growth_of(lines):
        _say(f"\n{growth}")
    _say("\nEvery build left one page for each record, and the edited ones show the edit.")


def measure(folder: Path, count: int, *, runs: int, hugo: Path | None) -> list[Line]:
    """The medians of all steps with so many records.

    Raises:
        FailedError: a program ended badly or its output is not right.
    """
    corpus = folder / "corpus"
    maker = Path(__file__).with_name("make_school.py")  # in another process, so that this one stays small
    subprocess.run([sys.executable, maker, str(count), corpus], check=True)
    steps = steps_of(corpus, folder, count=count, hugo=hugo)
    costs: defaultdict[int, list[Cost]] = defaultdict(list)
    sites: dict[int, Written] = {}
    for turn in range(1, runs + 1):
        for place, step in enumerate(steps):
            sys.stderr.write(f"{count:,} records, turn {turn} of {runs}: {step.who}, {step.what}\n")
            step.prepare(turn)
            costs[place].append(cost_of(step.command))
            step.verify(turn)
            if step.site:
                sites[place] = written_in(step.site)
    return [
        Line(count=count, step=step, cost=middle_of(costs[place]), written=sites.get(place))
        for place, step in enumerate(steps)
    ]


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
