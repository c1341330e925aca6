"""What this process has at a moment: copies of it, living or not yet waited for, and open files."""

from __future__ import annotations

import os
from pathlib import Path


def held() -> tuple[set[int], set[str]]:
    """Process ids of its children, whoever started them, and its descriptors."""
    children = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            if int(fields[1]) == os.getpid():
                children.add(int(folder.name))
    return children, set(os.listdir("/proc/self/fd"))
