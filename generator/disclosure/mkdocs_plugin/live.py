"""The preview's server: MkDocs' own, which reloads an open page when the site was built again."""

from __future__ import annotations

import mimetypes
import os
import posixpath
from collections.abc import Callable, Iterable
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


class _LiveServer(LiveReloadServer):
    """Gives what lies in the folder, and makes what is made only when somebody asks for it."""

    gathered: Callable[[str], bytes | None]

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request."""
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(self.mount_path)
        path = posixpath.normpath(asked) if asked else "index.html"
        if not os.path.lexists(f"{self.root}/{path}") and (content := self.gathered(path)) is not None:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
            return [content]
        return super().serve_request(environ, start_response)


def live_server(
    builder: Callable[[], None], *, root: Path, port: int, gathered: Callable[[str], bytes | None]
) -> LiveReloadServer:
    """A server on this machine for the files below a folder.

    Args:
        builder: called, and the open page reloaded, whenever a watched file was changed.
        gathered: makes a file that is not in the folder, by its path; None where there is none.
    """
    server = _LiveServer(builder=builder, host="127.0.0.1", port=port, root=str(root))
    server.gathered = gathered
    server.build_delay = _BUILD_DELAY
    vars(server)["observer"] = _Watch()

    def error_page(code: int) -> bytes | None:
        page = root / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    server.error_handler = error_page
    return server
