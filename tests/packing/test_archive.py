"""The archive of an inspection pack: sums that `sha256sum -c` accepts, and the same bytes each time."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from disclosure.packing.archive import SUMS, sums_text, write_archive
from disclosure.publishing.output import OutputFile, ready

FILES = [
    ready("index.html", b"<!doctype html>"),
    ready("r/2026-0001/收费 公示.pdf", b"%PDF"),
    ready("a\\b.txt", b"one"),
    ready("r/2026-0001/index.html", b"x" * 5000),
]


def test_sums_verify(tmp_path: Path) -> None:
    assert write_archive(FILES, tmp_path / "pack.zip", folder="检查包") == 4
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        archive.extractall(tmp_path)
    checked = subprocess.run(
        ["sha256sum", "-c", SUMS], cwd=tmp_path / "检查包", capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert checked.stdout.count(": OK") == 4


def test_the_same_files_give_the_same_bytes_whatever_their_order(tmp_path: Path) -> None:
    write_archive(FILES, tmp_path / "one.zip", folder="检查包")
    write_archive(reversed(FILES), tmp_path / "two.zip", folder="检查包")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_nothing_is_left_of_a_pack_that_could_not_be_finished(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(b"the last good one")

    def gone() -> bytes:
        raise OSError("changed meanwhile")

    broken = [*FILES, OutputFile(path="z", key="z", make=gone)]
    with pytest.raises(OSError, match="changed meanwhile"):
        write_archive(broken, tmp_path / "pack.zip", folder="检查包")
    assert [path.name for path in tmp_path.iterdir()] == ["pack.zip"]
    assert (tmp_path / "pack.zip").read_bytes() == b"the last good one"


@pytest.mark.parametrize(
    ("path", "line"),
    [("a.txt", "00  a.txt\n"), ("a b.txt", "00  a b.txt\n"), ("a\\b", "\\00  a\\\\b\n"), ("a\nb", "\\00  a\\nb\n")],
)
def test_names_are_escaped_as_sha256sum_reads_them(path: str, line: str) -> None:
    assert sums_text({path: "00"}) == line
