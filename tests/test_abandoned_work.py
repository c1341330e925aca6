"""Where something goes wrong while others work: nobody waits for ever, and nothing of it stays."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from disclosure.errors.problem import BuildRefusedError, SetupError
from disclosure.side_by_side import share
from disclosure.site_build import Builder
from processes import held
from sample import SCHOOL, TODAY, make_school, record

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
LARGE = 1_000_000
"""Bytes of a result that no pipe holds."""
HERE = os.getpid()


@pytest.mark.parametrize("processes", [2, 3, 4])
def test_an_error_here_ends_copies_that_wait_with_large_results(processes: int) -> None:
    before = held()
    ready, go = os.pipe()

    def work(number: int) -> bytes:
        if os.getpid() == HERE:
            os.write(go, b"x" * 100)
            raise OSError("no space left")
        os.read(ready, 1)  # copies leave some work to this process
        return b"x" * LARGE

    with pytest.raises(OSError, match="no space left"):
        share(work, 12, bytes, processes=processes).results()
    os.close(ready)
    os.close(go)
    assert held() == before


@pytest.mark.parametrize("processes", [2, 4])
def test_work_whose_results_nobody_asks_for_ends_by_itself(processes: int) -> None:
    before = held()
    shared = share(lambda number: b"x" * LARGE, 12, bytes, processes=processes)
    del shared
    assert held() == before


@pytest.mark.parametrize("first", [0, 1])
def test_two_works_are_abandoned_in_any_order(first: int) -> None:
    """Copies of the second know the descriptors of the first, and nobody reads what either of them writes."""
    before = held()
    works = [share(lambda number: b"x" * LARGE, 5, bytes, processes=3) for _ in "ab"]
    del works[first]
    del works[0]
    assert held() == before


def test_two_works_at_a_time_do_not_hold_each_other_up() -> None:
    before = held()
    first = share(lambda number: b"1" * LARGE, 5, bytes, processes=3)
    second = share(lambda number: b"2" * LARGE, 5, bytes, processes=3)
    assert [len(one) for one in second.results()] == [len(one) for one in first.results()] == [LARGE] * 5
    assert held() == before


@pytest.mark.parametrize(
    ("school", "text", "error"),
    [("名称: 只有名称\n", record(), SetupError), (SCHOOL, record(公布日期="下周一"), BuildRefusedError)],
    ids=["the school", "a record"],
)
def test_a_refused_build_leaves_no_process_behind(
    school: str, text: str, error: type[Exception], tmp_path: Path
) -> None:
    root = make_school(tmp_path, text, school=school)
    Builder(make_school(tmp_path / "warm", record()), processes=3).build(TODAY, site_dir=tmp_path / "site")
    before = held()
    for _ in range(2):
        with pytest.raises(error):
            Builder(root, processes=3).build(TODAY, site_dir=tmp_path / "site")
    assert held() == before
