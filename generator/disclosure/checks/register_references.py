"""G102: what the registers refer to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath

from disclosure.checks.finding import Entry, in_register
from disclosure.domain.library import Library
from disclosure.domain.registers import EXEMPTIONS, INSPECTIONS, OPINIONS, REQUESTS
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_RECORD_KEYS = {"record": "记录", "corrected_by": "更正", "republished": "再公布", "minutes": "纪要"}


def check_register_references(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Records and exemptions by number, from every entry. Items were looked up when the entries were read."""
    registers = library.registers
    for path, entries in ((OPINIONS, registers.opinions), (REQUESTS, registers.requests),
                          (EXEMPTIONS, registers.exemptions), (INSPECTIONS, registers.inspections)):  # fmt: skip
        for entry in entries:
            for key, word in _RECORD_KEYS.items():
                yield from _missing(path, entry, key, word, getattr(entry, key, ""), library.records, "记录")
    exemptions = {one.id for one in registers.exemptions}
    for request in registers.requests:
        yield from _missing(REQUESTS, request, "exemption", "备案册编号", request.exemption, exemptions, "备案事项")
    for inspection in registers.inspections:
        for one in inspection.shortcomings:
            yield from _missing(INSPECTIONS, inspection, "shortcomings", "记录", one.record, library.records, "记录")


def _missing(
    path: PurePosixPath, entry: Entry, key: str, word: str, target: str, known: Iterable[str], kind: str
) -> Iterator[Problem]:
    if target and target not in known:
        near = get_close_matches(target, list(known), n=1)
        hint = f"是不是 {near[0]}？" if near else f"写已有{kind}的编号，没有就删掉“{word}”"
        yield in_register(path, entry, key, "G102", f"{word}里写的{kind}「{target}」不存在", hint)
