"""Work in chunks, taken by turns by this process and by copies of it on the other processors.

Copies are made by fork, so that they have everything this process has read, without sending it; only results travel.
Where there is no fork (Windows), on one processor, or with little to do, this process does all of it. The results are the
same either way. A copy that dies leaves its share to this process, so that every error is met here as well.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

Work = Callable[[int], bytes]
"""Does the chunk with a number and returns its result."""

_NUMBER = 4
"""Bytes of a number on a pipe."""
_MOST_CHUNKS = 65536 // _NUMBER
"""A pipe holds so many tickets; more would block (pipe(7))."""


def processors() -> int:
    """How many processes can work at the same time here; 1 where a process cannot be copied safely."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def chunked(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """Items in chunks of about a size, as many as can be handed out."""
    size = max(size, -(-len(items) // _MOST_CHUNKS))
    return [items[start : start + size] for start in range(0, len(items), size)]


@dataclass(slots=True)
class Shared:
    """Work under way. `results` must be called once; until then the copies work alone."""

    work: Work
    chunks: int
    tickets: int | None
    """Descriptor to read the numbers of chunks from that nobody has taken yet; None where nobody else works."""
    answers: list[tuple[int, int]]
    """Process id of each copy, and the descriptor that its results come from."""
    parent: int = field(default_factory=os.getpid)

    @property
    def has_copies(self) -> bool:
        """Whether others are at work while this process does something else."""
        return self.tickets is not None

    def results(self) -> list[bytes]:
        """Take part until all is done. Results in the order of the chunks; raises what the work raises."""
        if self.tickets is None:
            return [self.work(number) for number in range(self.chunks)]
        done: dict[int, bytes] = {}
        try:
            done.update((number, self.work(number)) for number in _taken(self.tickets))
            for _, descriptor in self.answers:
                done.update(_received(descriptor))
        finally:
            self.stop()
        return [done[number] if number in done else self.work(number) for number in range(self.chunks)]

    def stop(self) -> None:
        """Let the copies go. Those that are still at work are stopped: nobody would read what they write."""
        if self.tickets is None or os.getpid() != self.parent:
            return
        os.close(self.tickets)
        self.tickets = None
        for process, descriptor in self.answers:
            os.close(descriptor)
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)

    def __del__(self) -> None:
        """An error elsewhere: nobody asks for the results."""
        self.stop()


def share(work: Work, chunks: int, *, processes: int) -> Shared:
    """Begin some work side by side.

    Args:
        chunks: how many there are, numbered from 0; at most as many as `chunked` makes.
        processes: how many take part, this one included.
    """
    copies = min(processes - 1, chunks)
    if copies < 1:
        return Shared(work=work, chunks=chunks, tickets=None, answers=[])
    tickets, counter = os.pipe()
    os.write(counter, b"".join(number.to_bytes(_NUMBER, "big") for number in range(chunks)))
    os.close(counter)
    answers = [_copy(work, tickets) for _ in range(copies)]
    return Shared(work=work, chunks=chunks, tickets=tickets, answers=answers)


def _copy(work: Work, tickets: int) -> tuple[int, int]:
    answer, report = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # a collection in the copy would touch, and so copy, every page of memory
    parent = os.getpid()
    process = os.fork()
    if process:
        os.close(report)
        return process, answer
    status = 1
    try:
        os.close(answer)
        done = [(number, work(number)) for number in _taken(tickets) if os.getppid() == parent]
        with os.fdopen(report, "wb") as stream:
            for number, result in done:
                stream.write(number.to_bytes(_NUMBER, "big") + len(result).to_bytes(_NUMBER, "big") + result)
        status = 0
    except BaseException:
        pass
    finally:
        os._exit(status)


def _taken(tickets: int) -> Iterator[int]:
    """Numbers of chunks until there are none left. Reading from a pipe gives each number to one process only."""
    while number := os.read(tickets, _NUMBER):
        yield int.from_bytes(number, "big")


def _received(descriptor: int) -> Iterator[tuple[int, bytes]]:
    """Whole results of a copy; what a dying copy left unfinished is not among them."""
    with os.fdopen(descriptor, "rb", closefd=False) as stream:
        while len(head := stream.read(2 * _NUMBER)) == 2 * _NUMBER:
            size = int.from_bytes(head[_NUMBER:], "big")
            result = stream.read(size)
            if len(result) == size:
                yield int.from_bytes(head[:_NUMBER], "big"), result
