"""Bodies of records: at hand where the record was read just now, else read from its file when asked for."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from disclosure.domain.record import Record
from disclosure.reading.front_matter import body_in
from disclosure.reading.source_text import decode, read_bytes


class BodiesOnDisk(Mapping[str, str]):
    """Body by id of the record."""

    def __init__(self, records: Mapping[str, Record], root: Path, *, at_hand: Mapping[str, str]) -> None:
        """Bodies of some records. `at_hand` are those that were read just now, by the digest of their files."""
        self._records = records
        self._root = root
        self._at_hand = at_hand

    def __getitem__(self, record_id: str) -> str:
        """The body that belongs to the front matter that was read and checked.

        Raises:
            OSError: the file was changed meanwhile.
        """
        source = self._records[record_id].source
        if (body := self._at_hand.get(source.digest)) is not None:
            return body
        content = read_bytes(f"{self._root}/{source.file}")
        if sha256(content).hexdigest() != source.digest:
            raise changed_meanwhile(source.file)
        return body_in(decode(content))

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


def changed_meanwhile(path: str) -> OSError:
    """What is said where a file is no longer the one that was checked."""
    return OSError(errno.ESTALE, "生成途中文件被改动，请再生成一次", path)
