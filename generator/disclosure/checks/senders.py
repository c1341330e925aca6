"""G118: nobody learns from a register, or from what it refers to, who sent an opinion or a request."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.checks.finding import Entry, at, in_register
from disclosure.domain.library import Library
from disclosure.domain.registers import EXEMPTIONS, INSPECTIONS, OPINIONS, REQUESTS, Opinion, Request, Sender
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_HINT = "删掉，或换成“有家长”“一位教师”这样的写法"
_SHORTEST_NAME = 2
_SHORTEST_CONTACT = 5
"""Letters and digits: shorter ones (`QQ`, `当面`) are no address of anybody."""
NOBODY = frozenset(
    """
    匿名 未署名 不详 不愿透露 家长 学生家长 学生 教师 老师 教职工 职工 员工 群众 市民 居民 村民 社会公众 公众 本人 网友
    """.split()
)
"""What is written where there is no name."""
_MASKED = re.compile(r"[某*×○]|xx")
_NOT_SPOKEN = re.compile(r"[\s·•‧]")


class _Secret(NamedTuple):
    """What nobody may read, and whose it is."""

    spelled: str
    word: str
    """What it is: `来信人姓名`."""
    entry: Opinion | Request


class _Text(NamedTuple):
    """A text of an entry that people can read."""

    path: PurePosixPath
    entry: Entry
    key: str
    word: str
    spelled: str


def check_senders(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Names of two characters and more, and contacts, in the texts of all entries and in the records they speak of."""
    secrets = list(_secrets(library))
    if not secrets:
        return
    texts = list(_texts(library))
    for secret in secrets:
        for text in texts:
            if secret.spelled in text.spelled:
                whose = "" if secret.entry is text.entry else f" {secret.entry.id} 的"
                message = f"{text.word}里写出了{whose}{secret.word}"
                yield in_register(text.path, text.entry, text.key, "G118", message, _HINT)
        yield from _in_records(secret, library)


def _in_records(secret: _Secret, library: Library) -> Iterator[Problem]:
    entry = secret.entry
    targets = (entry.record,) if isinstance(entry, Request) else (entry.record, entry.corrected_by, entry.republished)
    for target in dict.fromkeys(targets):
        record = library.records.get(target)
        if record is None:
            continue
        for key, word, text in (("title", "标题", record.title), ("summary", "概述", record.summary)):
            if secret.spelled in _spelled(text):
                message = f"{word}里写出了 {entry.id} 的{secret.word}"
                yield at(record, key, "G118", message, _HINT)


def _secrets(library: Library) -> Iterator[_Secret]:
    registers = library.registers
    for whose, entries in (("来信人", registers.opinions), ("申请人", registers.requests)):
        for entry in entries:
            sender = entry.sender or Sender()
            name, contact = _spelled(sender.name), _spelled(sender.contact)
            if len(name) >= _SHORTEST_NAME and name not in NOBODY and not _MASKED.search(name):
                yield _Secret(name, f"{whose}姓名", entry)
            if sum(character.isascii() and character.isalnum() for character in contact) >= _SHORTEST_CONTACT:
                yield _Secret(contact, f"{whose}联系方式", entry)


def _texts(library: Library) -> Iterator[_Text]:
    registers = library.registers
    for opinion in registers.opinions:
        yield from _told(OPINIONS, opinion, text="意见", answer="答复")
    for request in registers.requests:
        yield from _told(REQUESTS, request, text="申请内容", reason="理由", method="方式")
        if request.extension:
            yield _Text(REQUESTS, request, "extension", "延长的理由", _spelled(request.extension.reason))
    for exemption in registers.exemptions:
        yield from _told(EXEMPTIONS, exemption, text="内容", reason="理由")
    for inspection in registers.inspections:
        yield from _told(INSPECTIONS, inspection, scope="范围", findings="情况")
        for one in inspection.shortcomings:
            yield _Text(INSPECTIONS, inspection, "shortcomings", "问题", _spelled(one.text))


def _told(path: PurePosixPath, entry: Entry, **words: str) -> Iterator[_Text]:
    for key, word in words.items():
        if text := getattr(entry, key):
            yield _Text(path, entry, key, word, _spelled(text))


def _spelled(text: str) -> str:
    """Without blanks and dots, in one width and case: `王 芳` is 王芳."""
    return _NOT_SPOKEN.sub("", unicodedata.normalize("NFKC", text)).lower()
