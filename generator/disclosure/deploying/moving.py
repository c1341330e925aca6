"""Files travel, or go, and are tried again; what does not arrive, or does not go, is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from disclosure.deploying.failures import DeployFailedError, RcloneError
from disclosure.deploying.kinds import with_headers
from disclosure.deploying.rclone import Rclone
from disclosure.domain.target import Method

_TRIES = 3
_PAUSE = 2.0
"""Seconds before trying again, then twice as many."""
_MOST = 500
_LARGEST = 64 * 1024 * 1024
"""Files and bytes of one batch: between two of them an upload says that it is still at work."""
_SHOWN = 5


def upload(
    rclone: Rclone, folder: Path, paths: Sequence[str], *, method: Method, arrived: Callable[[str], None] = lambda _: None
) -> None:  # fmt: skip
    """Upload files until all have arrived.

    Raises:
        RcloneError: some have not.
    """
    for headers, some in (with_headers(paths) if method is Method.S3 else {(): list(paths)}).items():
        _upload(rclone, folder, some, headers, arrived)


def _upload(
    rclone: Rclone, folder: Path, paths: list[str], headers: Sequence[str], arrived: Callable[[str], None]
) -> None:
    left = dict.fromkeys(paths)
    error = RcloneError([])

    def heard(path: str) -> None:
        if left.pop(path, "none") is None:
            arrived(path)

    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE * attempt)
        try:
            rclone.upload(folder, list(left), headers=headers, heard=heard)
            error = RcloneError(f"没有传上去：{path}" for path in list(left)[:_SHOWN])
        except RcloneError as failed:
            error = failed
        if not left:
            return
        if error.is_lasting:
            break
    raise error


def delete(rclone: Rclone, paths: Sequence[str]) -> None:
    """Delete files until the host says that none of them is there.

    Raises:
        DeployFailedError: some are still there, or nobody can tell.
    """
    for start in range(0, len(paths), _MOST):
        _delete(rclone, paths[start : start + _MOST])


def _delete(rclone: Rclone, paths: Sequence[str]) -> None:
    left, said = list(paths), ""
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE * attempt)
        try:
            rclone.delete(left)
        except RcloneError as failed:
            said = str(failed)
        try:
            there = rclone.present(left)
        except RcloneError as failed:
            said = str(failed)
            continue
        left = [path for path in left if path in there]
        if not left:
            return
    names = "".join(f"\n    {path}" for path in left[:_SHOWN]) + ("\n    ……" if len(left) > _SHOWN else "")
    raise DeployFailedError(f"有 {len(left)} 个应当删掉的文件还在主机上，或不知道删掉没有：{names}\n  {said}".rstrip())


def batches(paths: Sequence[str], size_of: Callable[[str], int]) -> Iterator[list[str]]:
    """The same files in order, a few at a time."""
    batch: list[str] = []
    size = 0
    for path in paths:
        if batch and (len(batch) == _MOST or size + size_of(path) > _LARGEST):
            yield batch
            batch, size = [], 0
        batch.append(path)
        size += size_of(path)
    if batch:
        yield batch
