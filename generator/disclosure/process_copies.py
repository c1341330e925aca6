"""Copies of this process, made by fork, and what they send back through a pipe: numbered results, one after the other."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

Result = tuple[int, bytes]
"""With its number."""

NUMBER = 4
"""Bytes of a number on a pipe."""
_PIPE = 1 << 20
"""Bytes that a pipe may hold: as many as a user may ask for without further ado (pipe(7))."""


@dataclass(slots=True)
class ProcessCopy:
    """A copy of this process that is at work."""

    process: int
    answer: int
    """Descriptor that its results come from."""
    _pending: bytearray = field(default_factory=bytearray)
    """Of a result that has not come as a whole."""

    def results(self, *, until_its_end: bool) -> Iterator[Result]:
        """What has come by now, or all that will come. What a dying copy leaves unfinished is not among them."""
        os.set_blocking(self.answer, until_its_end)
        with suppress(BlockingIOError):
            while part := os.read(self.answer, _PIPE):
                self._pending += part
                yield from self._whole_ones()

    def _whole_ones(self) -> Iterator[Result]:
        pending, start = self._pending, 0
        while len(pending) >= (begin := start + 2 * NUMBER):
            number, size = (int.from_bytes(pending[at : at + NUMBER], "big") for at in (start, start + NUMBER))
            if len(pending) < begin + size:
                break
            with memoryview(pending) as view:
                result = bytes(view[begin : begin + size])
            yield number, result
            start = begin + size
        del pending[:start]

    def stop(self) -> None:
        """Let it go; if it is still at work, that is stopped: nobody will read what it writes."""
        os.close(self.answer)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def begin_copy(work: Callable[[], Iterable[Result]]) -> ProcessCopy:
    """Make a copy that does some work, sends its results as they come, and ends. It ends, too, when this process does.

    It never waits for somebody to read before its work is done: what the pipe does not hold, it keeps with itself.
    """
    answer, report = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # a collection in the copy would touch, and so copy, every page of memory
    parent = os.getpid()
    process = os.fork()
    if process:
        os.close(report)
        return ProcessCopy(process, answer)
    status = 1
    try:
        os.close(answer)
        _send(work(), report, parent)
        status = 0
    except BaseException:
        pass
    finally:
        os._exit(status)


def _send(results: Iterable[Result], report: int, parent: int) -> None:
    from fcntl import F_SETPIPE_SZ, fcntl  # on Linux, where there are copies

    with suppress(OSError):  # the user has too many already: then it holds less
        fcntl(report, F_SETPIPE_SZ, _PIPE)
    os.set_blocking(report, False)
    unsent = bytearray()
    for number, result in results:
        if os.getppid() != parent:
            return
        unsent += number.to_bytes(NUMBER, "big") + len(result).to_bytes(NUMBER, "big") + result
        with suppress(BlockingIOError):
            del unsent[: os.write(report, unsent)]
    os.set_blocking(report, True)
    while unsent:
        del unsent[: os.write(report, unsent)]
