"""Every format of a report by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from disclosure.errors.formats.github import as_github
from disclosure.errors.formats.gitlab import as_gitlab
from disclosure.errors.formats.json_list import as_json
from disclosure.errors.formats.junit import as_junit
from disclosure.errors.formats.sarif import as_sarif
from disclosure.errors.formats.text import as_text
from disclosure.errors.problem import Problem

FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
    "json": as_json,
}
"""`text` is for people; what the others return is to be written as UTF-8 on every system."""
