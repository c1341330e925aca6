"""Readers of foreign files, kept from doing harm to the check that asked them."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from typing import TypeVar

from disclosure.documents.found import Exhausted, Found, Unreadable, unread
from disclosure.documents.passage import Passage

F = TypeVar("F", bound=Found)
DAMAGED = "文件损坏或不规范，没能看完"


def guarded(found: Iterator[F], *, place: str = "") -> Iterator[F | Passage]:
    """The same findings; what goes wrong on the way becomes a last passage that says so.

    Any exception is caught, because the libraries behind the readers raise whatever happened to fail first in a damaged
    file: KeyError, RecursionError, MemoryError, struct.error and their own. What was found before it is kept.

    Raises:
        Exhausted: the one thing that concerns the whole attachment; `extract.py` ends there.
    """
    while True:
        try:
            item = next(found)
        except StopIteration:
            return
        except Exhausted:
            raise
        except Unreadable as reason:
            yield unread(str(reason), place)
            return
        except Exception:
            yield unread(DAMAGED, place)
            return
        yield item


def quietly(passages: Iterator[Passage]) -> Iterator[Passage]:
    """The same passages; what Python is warned of while one is made is nobody's business but the reader's."""
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            passage = next(passages, None)
        if passage is None:
            return
        yield passage


def silence(library: str) -> None:
    """Keep a library's complaints about odd files out of our reports; we say ourselves what could not be read."""
    logging.getLogger(library).setLevel(logging.CRITICAL + 1)
