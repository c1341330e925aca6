"""The command line on a terminal of its own, with somebody who types."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

from building import PROJECT, environment


def typed(arguments: list[str], keys: str, **terminal: str) -> tuple[int, str]:
    """Run the program on a terminal of its own, a dumb one unless told otherwise, and type."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "disclosure", *arguments]
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, cwd=PROJECT, env=environment(**({"TERM": "dumb"} | terminal))
    )
    os.close(slave)
    os.write(master, keys.encode())
    said = b""
    while True:
        try:
            chunk = os.read(master, 4096)
        except OSError:  # the other side has gone
            break
        if not chunk:
            break
        said += chunk
    os.close(master)
    return process.wait(), said.decode()
