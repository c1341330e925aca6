"""A site that is looked at in a folder: links name the file, since a browser shows what a folder holds, not its `index.html`.

The site's script does the same (`leadToFiles` in disclosure.js); this is for readers without scripts, such as mail programs
and locked-down computers that a preview is sent to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from disclosure.caching.stamps import digest_of
from disclosure.publishing.output import OutputFile

_TO_A_FOLDER = re.compile(
    rb"""
    (<a\b[^<>]*?\ href=(")?)
    (?![A-Za-z][A-Za-z0-9+.-]*:|[/#?"])  # an address, the same page
    ((?:(?(2)[^"#?]|[^"#?\s<>]))*?/)? (\.{1,2}/?)?
    (\#(?:(?(2)[^"]|[^"\s<>]))*)?
    (?(2)(?=")|(?=[\s>]))
    """,
    re.VERBOSE,
)
"""A link, in quotes or not, whose path is `../`, `..`, `r/2026-0012/` and the like; `x.html` is none, nor is an address."""


def with_folder_links(file: OutputFile) -> OutputFile:
    """A page whose links to folders of the site lead to their `index.html`; other files as they are."""
    if not file.path.endswith(".html"):
        return file
    return OutputFile(path=file.path, key=digest_of(file.key, "folder links"), make=partial(_made, file.make))


def _made(make: Callable[[], bytes]) -> bytes:
    return _TO_A_FOLDER.sub(_turned, make())


def _turned(found: re.Match[bytes]) -> bytes:
    path = (found[3] or b"") + (found[4] or b"")
    slash = b"" if path.endswith(b"/") else b"/"
    return b"".join([found[1], path, slash, b"index.html", found[5] or b""])
