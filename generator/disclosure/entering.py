"""`disclosure opinion` and `disclosure request`: what a clerk enters goes into a register's file, or the file stays as it was.

the file ─→ its text with the entry ─→ read back ─→ every check, as if it were there ─→ written at once
                                          └──────────────┴→ refused: it would read differently, or has an error
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from disclosure.caching.cache import open_cache
from disclosure.checks.run import run_checks
from disclosure.domain.library import Library
from disclosure.errors.problem import Problem, SetupError, Severity, with_severities
from disclosure.pipeline import Reading, read_and_check
from disclosure.reading.form import Findings
from disclosure.reading.nodes import Unreadable
from disclosure.reading.registers import FOLDER, RegisterFile, read_registers
from disclosure.reading.source_text import decode, read_bytes

_LINE = re.compile(r"第 \d+ 行")

Change = Callable[[bytes], tuple[bytes, int]]
"""Makes a file's new content from the old one, and says on which line it is new."""


class EntryRefusedError(Exception):
    """What was entered has errors; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What was written."""

    library: Library
    """The school with it."""
    path: PurePosixPath
    line: int
    notices: tuple[Problem, ...]
    """What is to be thought of since it is there: warnings and hints."""


def content_of(root: Path, file: RegisterFile) -> bytes:
    """A register's file as it is; b'' where there is none.

    Raises:
        SetupError: it is a link, or too large.
    """
    findings = Findings(path=file.path)
    if (root / FOLDER).is_symlink():
        findings.add("R112", 0, f"{FOLDER} 是符号链接，不能写", "建成真正的文件夹")
    try:
        content = read_bytes(root / file.path)
    except FileNotFoundError:
        content = b""
    except Unreadable as error:
        findings.unreadable(error)
    if findings.problems:
        raise SetupError(*findings.problems)
    return content


def enter(root: Path, file: RegisterFile, today: date, change: Change) -> Entered:
    """Change a register's file, unless that would bring an error about.

    Raises:
        EntryRefusedError: it would.
        SetupError: there is no usable school, or the file cannot be read as it is.
        NotWritableError: nothing can be added to the file safely.
    """
    root = root.resolve()
    reading = read_and_check(root, today, cache=open_cache(root))
    content = content_of(root, file)
    try:
        changed, line = change(content)
    except Unreadable as error:
        findings = Findings(path=file.path)
        findings.unreadable(error)
        raise SetupError(*findings.problems) from None
    library, problems = _with(reading, root, file, changed, today)
    if errors := tuple(one for one in problems if one.severity is Severity.ERROR):
        raise EntryRefusedError(errors)
    _write(root / file.path, changed, before=content)
    return Entered(library=library, path=file.path, line=line, notices=problems)


def _with(
    reading: Reading, root: Path, file: RegisterFile, changed: bytes, today: date
) -> tuple[Library, tuple[Problem, ...]]:
    """The school as it would be, and what would be wrong with it that is not wrong now."""
    library, settings = reading.library, reading.library.school.settings
    kept = read_registers(root, library.catalogue, texts={file.path: decode(changed)})
    library = replace(library, registers=kept.registers)
    known = {_place(one) for one in reading.problems}
    found = with_severities([*kept.problems, *run_checks(library, settings, today)], settings.severities)
    return library, tuple(one for one in found if _place(one) not in known)


def _place(problem: Problem) -> tuple[str, PurePosixPath, str]:
    """What makes two problems the same, wherever lines have moved to."""
    return problem.code, problem.path, _LINE.sub("", problem.message)


def _write(path: Path, content: bytes, *, before: bytes) -> None:
    """Put a file in its place at once, with the rights that it has.

    Raises ValueError where somebody else has changed it meanwhile.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        now = path.read_bytes() if path.exists() else b""
        if now != before:
            raise ValueError(f"{path.name} 刚刚被别的程序改过，没有写；请再试一次")
        if path.exists():
            unfinished.chmod(stat.S_IMODE(path.stat().st_mode))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
