"""What a school's repository needs so that npm installs the editor: pinned, locked with digests, and nothing else with it.

The published scripts are whole; what their packages list as dependencies went into them when they were built. `overrides`
puts an empty package in their place, so that npm fetches two packages instead of five hundred.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from disclosure.domain.repository import Editor
from disclosure.editing.fields import Field, record_fields

_NAMES = ("package.json", "package-lock.json")
_HERE = files("disclosure.editing.admin") / "npm"
FORMAT = "record-format.js"
LANGUAGE = "language.js"


def editor_files(editor: Editor) -> Iterator[tuple[str, str]]:
    """Name and text of each file that lies beside mkdocs.yml in a school's repository; none without an editor."""
    if editor is not Editor.NONE:
        for name in _NAMES:
            yield name, _read(editor, name).decode()


def own_scripts(editor: Editor) -> dict[str, bytes]:
    """Our own scripts of `/admin/`, by name: how records are read and written, and for Sveltia the language of its words."""
    keys = json.dumps([_key(field) for field in record_fields()], ensure_ascii=False, separators=(",", ":"))
    format_script = f"var RECORD_KEYS = {keys};\n".encode() + (_HERE / FORMAT).read_bytes()
    scripts = {FORMAT: format_script}
    return scripts | {LANGUAGE: _read(editor, LANGUAGE)} if editor is Editor.SVELTIA else scripts


def _key(field: Field) -> list[Any]:
    return [field.name, field.label, field.widget.value, [_key(part) for part in field.parts]]


def _read(editor: Editor, name: str) -> bytes:
    return (_HERE / editor.value / name).read_bytes()
