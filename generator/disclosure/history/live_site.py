"""What the live site shows: its `records.json` and `next-change.json`, as `publishing/` wrote them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from disclosure.domain.former import Charge, Former
from disclosure.domain.record import Change
from disclosure.domain.vocabulary import Audience, State

_NAME = "records.json"
_DAYS = "next-change.json"
_SECONDS = 20
_LARGEST = 64 * 1024 * 1024
"""Bytes; ten thousand records take seven million."""
_LARGEST_DAYS = 64 * 1024
_STUBS = frozenset(state.value for state in State if state.is_stub)


class NoLiveSiteError(ValueError):
    """What the live site shows cannot be found out. The message is Chinese."""


def read_live_site(where: str, editions: Mapping[str, frozenset[Audience]]) -> list[Former]:
    """The records that a site shows.

    Args:
        where: `records.json` or the site it belongs to: an address (http, https), a file or a folder.
        editions: the audiences of each edition of the school.

    Raises:
        NoLiveSiteError: it cannot be read, or is nothing that we wrote.
    """
    content = _content_of(where, _NAME, most=_LARGEST)
    try:
        site = json.loads(content)
        readers = editions.get(site["edition"], frozenset(Audience))
        return [_former(row, readers) for row in site["records"]]
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError):
        raise NoLiveSiteError(f"{where} 不是本程序生成的 {_NAME}，无法对比") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveDays:
    """When the live site was made, and when it wants to be made again."""

    built: date
    next_change: date | None
    """None where nothing on it will ever change by itself."""


def read_live_days(where: str) -> LiveDays:
    """The days in a site's `next-change.json`. Arguments and errors are those of `read_live_site`."""
    content = _content_of(where, _DAYS, most=_LARGEST_DAYS)
    try:
        days = json.loads(content)
        coming = days["next_change"]
        return LiveDays(
            built=date.fromisoformat(days["built"]), next_change=date.fromisoformat(coming) if coming else None
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NoLiveSiteError(f"{where} 不是本程序生成的 {_DAYS}") from None


def _content_of(where: str, name: str, *, most: int) -> bytes:
    """A file of a site: its address, its path, or those of the site that it belongs to."""
    content = _fetched(where, name, most) if "://" in where else _read(Path(where), name, most)
    if len(content) > most:
        size = f"{most // 1024 // 1024} MB" if most >= 1024 * 1024 else f"{most // 1024} KB"
        raise NoLiveSiteError(f"{where} 超过 {size}，不像是本程序生成的 {name}")
    return content


def _read(path: Path, name: str, most: int) -> bytes:
    path = path / name if path.is_dir() else path
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise NoLiveSiteError(f"读不了 {path}（{error.strerror}），无法对比") from None


def _fetched(where: str, name: str, most: int) -> bytes:
    from http.client import HTTPException
    from urllib import request

    if not where.startswith(("http://", "https://")):
        raise NoLiveSiteError(f"{where} 应是文件，或以 http://、https:// 开头的网址")
    opener = request.OpenerDirector()  # one that follows links to http and https only
    for handler in (request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler, request.HTTPRedirectHandler,
                    request.HTTPErrorProcessor, request.HTTPDefaultErrorHandler, request.UnknownHandler):  # fmt: skip
        opener.add_handler(handler())
    address = where + name if where.endswith("/") else where
    try:
        with opener.open(address, timeout=_SECONDS) as answer:
            content: bytes = answer.read(most + 1)
            return content
    except (OSError, HTTPException, ValueError) as error:
        code = getattr(error, "code", 0)
        said = f"服务器答复 {code}" if code else f"等了 {_SECONDS} 秒" if "timed out" in str(error) else str(error)
        raise NoLiveSiteError(
            f"取不到 {address}（{said}），无法对比。网站上还没有这个文件的，先不用 --published"
        ) from None


def _former(row: Any, readers: frozenset[Audience]) -> Former:
    """A record from its row. Raises ValueError, KeyError, TypeError or InvalidOperation for what is none."""
    amount, withdrawn = row.get("amount"), row.get("withdrawn")
    return Former(
        id=_text(row["id"]),
        title=_text(row["title"]),
        published=date.fromisoformat(row["published"]),
        expires=date.fromisoformat(row["expires"]) if row.get("expires") else None,
        readers=(readers,),
        withdrawn_on=date.fromisoformat(withdrawn) if withdrawn else None,
        is_stub=row["state"] in _STUBS,
        amount=None if amount is None else Decimal(amount),
        charges=tuple(_charges(row)),
        changes=tuple(
            Change(day=date.fromisoformat(one["date"]), note=_text(one["note"])) for one in row.get("changes", ())
        ),
        files=tuple((_text(one["file"]), _text(one["sha256"])) for one in row.get("attachments", ())),
        digest=_text(row.get("source_sha256", "")),
    )


def _charges(row: Any) -> Iterator[Charge]:
    return ((_text(one["name"]), _text(one["standard"]), _text(one["unit"])) for one in row.get("fees", ()))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
