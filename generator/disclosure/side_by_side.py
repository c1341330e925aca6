"""Work in chunks, taken by turns by this process and by copies of it on the other processors.

Copies are made by fork, so that they have everything this process has read, without sending it; only results travel.
Where there is no fork (Windows), on one processor, or with little to do, this process does all of it. The results are the
same either way. A copy that dies leaves its share to this process, so that every error is met here as well.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from disclosure.process_copies import NUMBER, ProcessCopy, Result, begin_copy
from disclosure.serialisation import decoded, encoded

T = TypeVar("T")

Work = Callable[[int], T]
"""Does the chunk with a number and returns its result."""

_MOST_CHUNKS = 65536 // NUMBER
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
class Shared(Generic[T]):
    """Work under way. `results` must be called once; until then the copies work alone."""

    work: Work[T]
    chunks: int
    kind: type[T]
    """Of a result."""
    tickets: int | None = None
    """Descriptor to read the numbers of chunks from that nobody has taken yet; None where nobody else works."""
    copies: Sequence[ProcessCopy] = ()
    parent: int = field(default_factory=os.getpid)

    @property
    def has_copies(self) -> bool:
        """Whether others are at work while this process does something else."""
        return self.tickets is not None

    def results(self) -> list[T]:
        """Take part until all is done. Results in the order of the chunks; raises what the work raises."""
        if self.tickets is None:
            return [self.work(number) for number in range(self.chunks)]
        done: dict[int, T] = {}
        try:
            for number in _taken(self.tickets):
                done[number] = self.work(number)
                done.update(self._come(until_its_end=False))  # at the end nobody else would be at work meanwhile
            done.update(self._come(until_its_end=True))
        finally:
            self.stop()
        return [done[number] if number in done else self.work(number) for number in range(self.chunks)]

    def _come(self, *, until_its_end: bool) -> Iterator[tuple[int, T]]:
        for copy in self.copies:
            for number, result in copy.results(until_its_end=until_its_end):
                yield number, decoded(result, self.kind)

    def stop(self) -> None:
        """Let the copies go. Those that are still at work are stopped: nobody would read what they write."""
        if self.tickets is None or os.getpid() != self.parent:
            return
        os.close(self.tickets)
        self.tickets = None
        for copy in self.copies:
            copy.stop()

    def __del__(self) -> None:
        """An error elsewhere: nobody asks for the results."""
        self.stop()


def share(work: Work[T], chunks: int, kind: type[T], *, processes: int) -> Shared[T]:
    """Begin some work side by side.

    Args:
        chunks: how many there are, numbered from 0; at most as many as `chunked` makes.
        kind: of a result, which `serialisation` can write: those of copies travel as bytes.
        processes: how many take part, this one included.
    """
    count = min(processes - 1, chunks)
    if count < 1:
        return Shared(work=work, chunks=chunks, kind=kind)
    tickets, counter = os.pipe()
    os.write(counter, b"".join(number.to_bytes(NUMBER, "big") for number in range(chunks)))
    os.close(counter)

    def by_turns() -> Iterator[Result]:
        return ((number, encoded(work(number))) for number in _taken(tickets))

    copies = [begin_copy(by_turns) for _ in range(count)]
    return Shared(work=work, chunks=chunks, kind=kind, tickets=tickets, copies=copies)


def _taken(tickets: int) -> Iterator[int]:
    """Numbers of chunks until there are none left. Reading from a pipe gives each number to one process only."""
    while number := os.read(tickets, NUMBER):
        yield int.from_bytes(number, "big")
