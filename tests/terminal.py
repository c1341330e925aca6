"""The command line on a terminal of its own, with somebody who types."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time

from building import PROJECT, environment

_PATIENCE = 60
"""Seconds without a word after which a program is waiting for something that nobody will type."""
CTRL_C = "\x03"


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


def conversed(arguments: list[str], *turns: tuple[str, str], **terminal: str) -> tuple[int, str]:
    """Run the program on a terminal that is its own in every way, and type whenever it has said something.

    Args:
        turns: words to wait for, and what is typed then; `CTRL_C` as the keyboard sends it.
    """
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "disclosure", *arguments]
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, cwd=PROJECT, env=environment(**({"TERM": "dumb"} | terminal)),
        start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )  # fmt: skip
    os.close(slave)
    said, seen = "", 0
    left = list(turns)
    while chunk := _read(master):
        said += chunk
        while left and (found := said.find(left[0][0], seen)) >= 0:
            seen = found + len(left[0][0])
            keys = left.pop(0)[1]
            if keys == CTRL_C:  # nobody presses it in the microsecond between a question and the wait for its answer,
                time.sleep(0.3)  # in which Python takes note of it and goes on waiting
            os.write(master, keys.encode())
    os.close(master)
    if left:
        process.kill()
    code = process.wait(timeout=_PATIENCE)
    assert not left, f"never said: {left[0][0]}\n{said}"
    return code, said


def _read(master: int) -> str:
    """What was said since, in whole characters; '' when the other side has gone, or says nothing any more."""
    said = b""
    while select.select([master], [], [], _PATIENCE)[0]:
        try:
            said += os.read(master, 4096)
        except OSError:
            return said.decode()
        try:
            return said.decode()
        except UnicodeDecodeError:
            continue
    return ""
