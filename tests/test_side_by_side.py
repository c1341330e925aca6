"""Work that is shared is done once, whole and in order, whoever does it and whoever dies."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from disclosure.side_by_side import chunked, processors, share
from processes import held

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
HERE = os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
@pytest.mark.parametrize("chunks", [0, 1, 2, 50])
def test_every_chunk_is_done_once_and_in_order(processes: int, chunks: int, tmp_path: Path) -> None:
    def work(number: int) -> bytes:
        with (tmp_path / str(number)).open("x"):  # a second time would fail
            return f"result {number}".encode()

    results = share(work, chunks, bytes, processes=processes).results()
    assert results == [f"result {number}".encode() for number in range(chunks)]


def test_results_may_be_larger_than_a_pipe() -> None:
    results = share(lambda number: bytes([number]) * 1_000_000, 6, bytes, processes=3).results()
    assert [(len(one), one[0]) for one in results] == [(1_000_000, number) for number in range(6)]


def end(how: str) -> bytes:
    if how == "raises":
        raise RuntimeError
    if how == "exits":
        sys.exit(3)
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


@pytest.mark.parametrize("how", ["raises", "exits", "is killed"])
def test_a_copy_that_dies_leaves_its_share(how: str) -> None:
    def work(number: int) -> bytes:
        return b"done" if os.getpid() == HERE else end(how)

    assert share(work, 20, bytes, processes=3).results() == [b"done"] * 20


def test_an_error_of_the_work_is_met_here() -> None:
    def work(number: int) -> bytes:
        if number == 7:
            raise ValueError(f"chunk {number}")
        return b""

    with pytest.raises(ValueError, match="chunk 7"):
        share(work, 20, bytes, processes=3).results()


def test_no_process_and_no_descriptor_is_left() -> None:
    before = held()
    share(lambda number: b"x", 10, bytes, processes=4).results()
    assert held() == before


@pytest.mark.parametrize(("items", "size", "sizes"), [(0, 4, []), (3, 4, [3]), (8, 4, [4, 4]), (9, 4, [4, 4, 1])])
def test_chunks(items: int, size: int, sizes: list[int]) -> None:
    assert [len(chunk) for chunk in chunked(range(items), size)] == sizes


def test_there_are_never_more_chunks_than_tickets_fit_into_a_pipe() -> None:
    many = chunked(range(1_000_000), 1)
    assert len(many) <= 16384
    assert sum(map(len, many)) == 1_000_000


def test_there_is_always_one_to_do_it() -> None:
    assert processors() >= 1
