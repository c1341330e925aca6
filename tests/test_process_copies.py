"""What a copy of this process sends comes while both are at work, whole, and whatever becomes of the copy."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from disclosure.process_copies import Result, begin_copy
from processes import held

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
LARGE = 3_000_000
"""Bytes of a result that no pipe holds."""


def wait_until(it_is_so: Callable[[], bool]) -> None:
    for _ in range(1000):
        if it_is_so():
            return
        time.sleep(0.01)
    raise AssertionError("not within ten seconds")


def test_a_result_comes_while_the_copy_goes_on() -> None:
    go_on, say = os.pipe()

    def work() -> Iterator[Result]:
        yield 7, b"first"
        os.read(go_on, 1)
        yield 8, b"second"

    copy = begin_copy(work)
    came: list[Result] = []
    wait_until(lambda: bool(came.extend(copy.results(until_its_end=False)) or came))
    assert came == [(7, b"first")]
    os.write(say, b"x")
    assert list(copy.results(until_its_end=True)) == [(8, b"second")]
    copy.stop()
    os.close(go_on)
    os.close(say)


@pytest.mark.parametrize("size", [0, 1, 65536, LARGE])
def test_a_copy_does_all_its_work_though_nobody_reads(size: int, tmp_path: Path) -> None:
    def work() -> Iterator[Result]:
        for number in range(4):
            yield number, bytes([number]) * size
            (tmp_path / str(number)).touch()

    copy = begin_copy(work)
    wait_until(lambda: len(list(tmp_path.iterdir())) == 4)
    assert list(copy.results(until_its_end=True)) == [(number, bytes([number]) * size) for number in range(4)]
    copy.stop()


@pytest.mark.parametrize("how", ["raises", "is killed"])
def test_what_came_before_a_copy_died_counts(how: str) -> None:
    def work() -> Iterator[Result]:
        yield 0, b"whole"
        if how == "raises":
            raise RuntimeError
        os.kill(os.getpid(), signal.SIGKILL)

    copy = begin_copy(work)
    assert list(copy.results(until_its_end=True)) == [(0, b"whole")]
    copy.stop()


def test_half_a_result_of_a_dying_copy_does_not() -> None:
    before = held()

    def work() -> Iterator[Result]:
        yield 0, b"whole"
        yield 1, b"x" * LARGE
        os.kill(os.getpid(), signal.SIGKILL)

    copy = begin_copy(work)
    assert list(copy.results(until_its_end=True)) == [(0, b"whole")]
    copy.stop()
    assert held() == before
