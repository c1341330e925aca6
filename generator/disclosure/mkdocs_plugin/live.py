"""The preview's server: MkDocs' own, which reloads an open page when the site was built again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

_BUILD_DELAY = 0.05
"""Seconds without a change after which a build begins: editors write a file in several steps within less."""
_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""Not that a file was opened or closed: the build itself does that."""


class _Watch:
    """Tells of changed files: by word of the system, or, where that has run out of watches, by looking again and again."""

    def __init__(self) -> None:
        self._observer: BaseObserver = Observer()
        self._scheduled: list[tuple[FileSystemEventHandler, str, bool]] = []

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> Any:
        """Watch a file or folder."""
        self._scheduled.append((handler, path, recursive))
        return self._observer.schedule(handler, path, recursive=recursive, event_filter=_CHANGES)

    def start(self) -> None:
        """Begin to watch."""
        try:
            self._observer.start()
        except OSError:
            self._observer.stop()
            self._observer = PollingObserver()
            for handler, path, recursive in self._scheduled:
                self._observer.schedule(handler, path, recursive=recursive, event_filter=_CHANGES)
            self._observer.start()

    def stop(self) -> None:
        """End it."""
        self._observer.stop()


def live_server(builder: Callable[[], None], *, root: Path, port: int) -> LiveReloadServer:
    """A server on this machine for the files below a folder.

    Args:
        builder: called, and the open page reloaded, whenever a watched file was changed.
    """
    server = LiveReloadServer(builder=builder, host="127.0.0.1", port=port, root=str(root))
    server.build_delay = _BUILD_DELAY
    vars(server)["observer"] = _Watch()

    def error_page(code: int) -> bytes | None:
        page = root / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    server.error_handler = error_page
    return server
