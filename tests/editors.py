"""Web editors for tests, installed by npm once for each lock file; skipped loudly where there is no npm."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock

from building import PROJECT, environment

_WANTED = PROJECT / "tests/browser/decap"
_NAMES = ("package.json", "package-lock.json")


@cache
def editors() -> Path:
    """A folder whose `node_modules` holds both editors and decap-server."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("!!! NOT TESTED: npm is not on PATH, so neither Decap nor Sveltia could be installed !!!")
    digest = sha256(b"".join((_WANTED / name).read_bytes() for name in _NAMES)).hexdigest()[:12]
    folder = PROJECT / ".cache/editors" / digest
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not (folder / "ready").exists():
            for name in _NAMES:
                shutil.copy(_WANTED / name, folder / name)
            done = subprocess.run(
                [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True, check=False
            )  # fmt: skip
            if done.returncode:
                pytest.skip(f"!!! NOT TESTED: npm could not install the editors: {done.stderr[-500:]} !!!")
            (folder / "ready").touch()
    return folder


@contextmanager
def decap_server(school: Path) -> Iterator[int]:
    """decap-server on the files of a school, until the end of the block; its port."""
    node = shutil.which("node") or ""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    program = editors() / "node_modules/decap-server/dist/index.js"
    settings = {"GIT_REPO_DIRECTORY": str(school), "PORT": str(port), "BIND_HOST": "127.0.0.1"}
    running = subprocess.Popen(
        [node, str(program)], env=environment(**settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        running.terminate()
        running.wait(10)
