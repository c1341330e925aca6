"""`disclosure serve`: a preview on this machine that follows the school's files."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from disclosure.clock import today
from disclosure.errors.formats.text import as_text
from disclosure.errors.problem import BuildRefusedError, SetupError
from disclosure.side_by_side import processors
from disclosure.site_build import Builder

_log = logging.getLogger("mkdocs.plugins.disclosure")


def serve_site(root: Path, *, port: int) -> None:
    """Preview a school's site on this machine until interrupted; records with errors are left out of it.

    A saved file is read again, and what depends on it is made again, by the builder that made the site before.

    Raises:
        SetupError: school.yml, catalogue.yml or mkdocs.yml cannot be used.
        OSError: the port is taken.
    """
    from disclosure.mkdocs_plugin.live import live_server

    root = root.resolve()
    with _folder() as folder:
        site = folder / "site"
        builder = Builder(root, serving=True, processes=processors())
        builder.build(today(), site_dir=site)
        builder.processes = 1  # the server has threads, and a process with threads must not be copied

        def rebuild() -> None:
            try:
                builder.build(today(), site_dir=site)
            except SetupError as error:
                _log.error(as_text(error.problems))
            except (OSError, ValueError, BuildRefusedError) as error:
                _log.error(f"没有更新预览：{error}")

        server = live_server(rebuild, root=site, port=port, gathered=builder.gathered)
        for place in _watched(root, builder.folders):
            server.watch(str(place))
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            builder.keep()


def _watched(root: Path, folders: list[Path]) -> Iterator[Path]:
    places = (root / "mkdocs.yml", root / "data", *folders)
    yield from (place for place in places if place.exists())


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="disclosure-preview-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
