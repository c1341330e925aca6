"""When a file counts as the one that was read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disclosure.caching.stamps import Digests, Stamp, digest_of

SECOND = 1_000_000_000


@pytest.mark.parametrize(
    ("modified", "changed", "is_settled"),
    [
        (-3 * SECOND, -3 * SECOND, True),
        (-2 * SECOND - 1, -2 * SECOND - 1, True),
        (-2 * SECOND, -3 * SECOND, False),
        (-3 * SECOND, -2 * SECOND, False),
        (-SECOND, -SECOND, False),
        (0, 0, False),
        (SECOND, -3 * SECOND, False),
        (-SECOND - 1, -SECOND - 1, True),
        (-SECOND - 1, -SECOND, False),
        (-SECOND, -SECOND - 1, False),
        (-SECOND // 10 - 1, -SECOND // 10 - 1, True),
        (-SECOND // 10 + 1, -SECOND - 1, False),
        (-SECOND - 1, -SECOND // 10 + 1, False),
    ],
)
def test_a_stamp_tells_only_of_files_at_rest_when_they_were_read(modified: int, changed: int, is_settled: bool) -> None:
    read_at = 10 * SECOND
    assert Stamp(1, read_at + modified, read_at + changed, 1).is_settled(read_at) is is_settled


def test_a_settled_file_is_not_read_again_and_a_fresh_one_is(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    stat = file.stat()
    late = Digests(now=stat.st_ctime_ns + 3 * SECOND)
    old = late.of(file)
    file.write_text("new")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert Digests(now=0, known=late.used).of(file) != old  # the time of the inode is nobody's to set
    early = Digests(now=stat.st_ctime_ns)
    assert early.of(file) == Digests(now=0).of(file)
    file.write_text("two")
    assert Digests(now=0, known=early.used).of(file) != early.used[str(file)].digest


def test_the_digest_of_texts_keeps_them_apart() -> None:
    lists = [(), ("",), ("", ""), ("ab",), ("a", "b"), ("b", "a"), ("a", "b", "")]
    assert len({digest_of(*texts) for texts in lists}) == len(lists)
