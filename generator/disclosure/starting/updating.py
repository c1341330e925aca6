"""Running `init` again: what became of each file since it was written, and what is to be done with it now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from enum import Enum
from pathlib import Path

from disclosure.starting.memory import digest_of_text
from disclosure.starting.start_file import StartFile

NEW_BESIDE = ".new"
"""Ending of what is written beside a file that people keep as they changed it."""


class Fate(Enum):
    """What is to be done with a file."""

    ADD = "add"
    UPDATE = "update"
    """Nobody has touched it, and it is different now."""
    LEAVE = "leave"
    """It is as it should be, or people's, and there is nothing new to tell them."""
    CHANGED = "changed"
    """People changed it, and there is something new: they decide."""
    MISSING = "missing"
    """People deleted it, and there is something new: they decide."""
    DROP = "drop"
    """Nobody has touched it, and it is no longer wanted."""
    OUTDATED = "outdated"
    """People changed it, and it is no longer wanted: they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One file and what is to be done with it."""

    path: str
    fate: Fate
    text: str = ""
    """As it is to be; '' for files that are no longer wanted."""
    present: str = ""
    """As it is."""

    @property
    def diff(self) -> str:
        """From what is there to what is to be there, as a unified diff."""
        lines = unified_diff(
            self.present.splitlines(keepends=True), self.text.splitlines(keepends=True),
            f"{self.path}（现在的）", f"{self.path}（新的）", n=2,
        )  # fmt: skip
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def steps_for(root: Path, files: Iterable[StartFile], digests: Mapping[str, str]) -> list[Step]:
    """What is to be done with each file, and with those that were written before and are not wanted any more.

    Args:
        digests: of the texts that were offered before, by path.
    """
    wanted = {file.path: file for file in files}
    steps = [_step(root, file, digests.get(file.path)) for file in wanted.values()]
    for path, digest in digests.items():
        if path not in wanted:
            present = present_text(root / path)
            if present is not None:
                fate = Fate.DROP if digest_of_text(present) == digest else Fate.OUTDATED
                steps.append(Step(path=path, fate=fate, present=present))
    return sorted(steps, key=lambda step: step.path)


def _step(root: Path, file: StartFile, before: str | None) -> Step:
    present = present_text(root / file.path)
    return Step(path=file.path, fate=_fate(file, present, before), text=file.text, present=present or "")


def _fate(file: StartFile, present: str | None, before: str | None) -> Fate:
    now = digest_of_text(file.text)
    if before is None and present is None:
        return Fate.ADD
    if present is not None and digest_of_text(present) == now:
        return Fate.LEAVE
    if before == now or (file.written and (before, present) != (None, None)):
        return Fate.LEAVE
    if present is None:
        return Fate.MISSING
    return Fate.UPDATE if digest_of_text(present) == before else Fate.CHANGED


def present_text(path: Path) -> str | None:
    """What is there: None for nothing, a sentence for what is no text."""
    if not path.exists() and not path.is_symlink():
        return None
    if not path.is_file() or path.is_symlink():
        return "（这里不是普通的文件）\n"
    return path.read_bytes().decode("utf-8", errors="replace")
