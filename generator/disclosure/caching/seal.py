"""Seals: how a build recognises what an earlier build of this user left behind.

A cache lies in the school's folder, where a pull request can put files too. So everything in it carries a keyed digest
(BLAKE2b, RFC 7693) whose key lies outside, with the user. What is damaged, made elsewhere or made by somebody else does
not fit and counts as absent. Without a place to keep the key nothing is reused, and nothing else happens.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from platformdirs import user_cache_path

_KEY_BYTES = 32
_DIGEST_BYTES = 32


def machine_key() -> bytes:
    """The user's key on this machine, made on first use; one for this process only where it cannot be kept."""
    fresh = secrets.token_bytes(_KEY_BYTES)
    try:
        path = user_cache_path("school-disclosure") / "seal.key"
        if not path.exists():
            _keep(path, fresh)
        kept = path.read_bytes()
    except OSError:
        return fresh
    return kept if len(kept) == _KEY_BYTES else fresh


def _keep(path: Path, key: bytes) -> None:
    """Write the key whole or not at all; of two processes that make one at the same time, the first wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(key)
    try:
        os.link(unfinished, path)
    except OSError:  # another process was faster, or the file system knows no hard links
        if not path.exists():
            unfinished.replace(path)
    unfinished.unlink(missing_ok=True)


def sealed(content: bytes, *, name: str, key: bytes) -> bytes:
    """Content with a seal before it that fits this content under this name only."""
    return _digest(content, name=name, key=key) + content


def opened(box: bytes, *, name: str, key: bytes) -> memoryview | None:
    """Content of a sealed box; None where the seal does not fit."""
    content = memoryview(box)[_DIGEST_BYTES:]
    is_ours = secrets.compare_digest(box[:_DIGEST_BYTES], _digest(content, name=name, key=key))
    return content if is_ours else None


def _digest(content: bytes | memoryview, *, name: str, key: bytes) -> bytes:
    named = name.encode()
    state = hashlib.blake2b(len(named).to_bytes(4, "big") + named, key=key, digest_size=_DIGEST_BYTES)
    state.update(content)
    return state.digest()
