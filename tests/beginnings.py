"""Schools that begin, for tests of `disclosure init`: their answers, and their repositories on the disk."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from building import DAY
from disclosure.domain.repository import GitHost, Repository
from disclosure.starting.answers import Answers
from disclosure.starting.repository import Beginning, beginning, kept_files
from disclosure.starting.start_file import StartFile
from disclosure.starting.writing import write_first


def answers(host: GitHost = GitHost.NONE, **more: Any) -> Answers:
    """A school's answers."""
    url = "https://git.school.example/office/disclosure" if host is not GitHost.NONE else ""
    given: dict[str, Any] = {
        "name": "示例学校",
        "site_url": "https://school.example/xwgk/",
        "repository": Repository(host=host, url=url),
    }
    return Answers(**(given | more))


@cache
def _start(preset: str) -> Beginning:
    return beginning(answers(preset=preset), DAY)


def kept(given: Answers) -> dict[str, StartFile]:
    """What the product keeps up to date, by path, for a school that reads as the plain one does."""
    start = _start(given.preset)
    return {file.path: file for file in kept_files(given, start.school, start.catalogue)}


def begun(root: Path, given: Answers) -> Path:
    """A school's repository on the disk."""
    start = beginning(given, DAY)
    files = (*start.files, *kept_files(given, start.school, start.catalogue))
    write_first(root, {file.path: file.text for file in files})
    return root
