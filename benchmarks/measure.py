"""What a whole process costs, and what it leaves on the disk. For Linux and macOS: Windows has no wait4."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_BYTES = 1 if sys.platform == "darwin" else 1024
"""What the system counts resident memory in."""


class FailedError(Exception):
    """A process that is measured did not do its work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process and all that it started needed."""

    seconds: float
    """From the start to the end, by the clock on the wall."""
    cpu: float
    """Seconds of all cores together."""
    peak_mb: float
    """Resident memory of the largest single process; never below that of the process that measures, some 20 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a folder holds."""

    mb: float
    files: int


def cost_of(command: Sequence[str | Path]) -> Cost:
    """Run a command to its end with its output kept aside.

    Raises:
        FailedError: it ended with another code than 0; the message has the end of what it printed.
    """
    os.sync()  # nobody pays for what another left in the write buffers
    with tempfile.TemporaryFile() as spoken:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=spoken,
            stderr=spoken,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            spoken.seek(0)
            said = spoken.read().decode(errors="replace")[-3000:]
            raise FailedError(f"code {process.returncode} from {' '.join(map(str, command))}\n{said}")
    return Cost(seconds=seconds, cpu=used.ru_utime + used.ru_stime, peak_mb=used.ru_maxrss * _BYTES / 1_000_000)


def middle_of(costs: Sequence[Cost]) -> Cost:
    """The median of each figure by itself."""
    return Cost(
        seconds=median(cost.seconds for cost in costs),
        cpu=median(cost.cpu for cost in costs),
        peak_mb=median(cost.peak_mb for cost in costs),
    )


def written_in(folder: Path) -> Written:
    """Bytes and files below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Written(mb=sum(sizes) / 1_000_000, files=len(sizes))
