"""Values as bytes and back: what is remembered from one build to the next, and what one process hands to another."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def encoded(content: Any) -> bytes:
    """MessagePack of dataclasses, days, amounts and paths."""
    return _ENCODER.encode(content)


def decoded(content: bytes | memoryview, kind: type[T]) -> T:
    """The reverse of `encoded`, checked against the type. Raises ValueError for anything else."""
    return msgspec.msgpack.decode(content, type=kind, dec_hook=_from_plain)


def _to_plain(value: Any) -> str:
    if isinstance(value, PurePosixPath):
        return str(value)
    raise NotImplementedError(f"{type(value)} cannot be written as bytes")


def _from_plain(kind: type[Any], value: Any) -> PurePosixPath:
    if kind is PurePosixPath:
        return PurePosixPath(value)
    raise NotImplementedError(f"{kind} cannot be written as bytes")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_to_plain)
