"""Text of files: UTF-8 only, of bearable size, inside the folder, with line ends and invisible characters put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.reading.nodes import Unreadable
from disclosure.reading.source_text import decode, read_text

TWO_MEGABYTES = 2 * 1024 * 1024


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("甲\n乙\n".encode(), "甲\n乙\n"),
        ("甲\r\n乙\r\n".encode(), "甲\n乙\n"),
        ("甲\r乙\r".encode(), "甲\n乙\n"),
        ("甲\r\n\r乙\n".encode(), "甲\n\n乙\n"),
        ("\ufeff甲".encode(), "甲"),
        ("甲\ufeff乙".encode(), "甲乙"),
        (b"a\x00b\x07c\x0bd\x1fe\x7ff", "abcdef"),
        ("甲\ufffe\uffff乙".encode(), "甲乙"),
        ("甲\t乙\u3000丙\u00a0丁".encode(), "甲\t乙\u3000丙\u00a0丁"),
        ("\U0001f3eb\U00020bb7".encode(), "\U0001f3eb\U00020bb7"),
        (b"", ""),
    ],
)
def test_text_is_put_right(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize(
    ("content", "line", "guess"),
    [
        ("标题: 秋季收费公示\n".encode("gbk"), 1, "GBK"),
        (b"---\nid: 1\n" + "标题: 秋季收费公示\n".encode("gbk"), 3, "GBK"),
        ("标题: 甲\n".encode("utf-16"), 1, "UTF-16"),
        (b"\xfe\xff" + "标题: 甲\n".encode("utf-16-be"), 1, "UTF-16"),
        ("甲\n乙\n".encode() + b"\xff\xff\xff", 3, ""),
        (b"\xc0\xaf", 1, None),
        (b"\xed\xa0\x80", 1, None),
        ("甲".encode()[:2], 1, None),
    ],
)
def test_other_encodings_are_refused_at_the_first_wrong_byte(content: bytes, line: int, guess: str | None) -> None:
    with pytest.raises(Unreadable, match="不是 UTF-8 编码") as caught:
        decode(content)
    assert (caught.value.code, caught.value.line) == ("R101", line)
    if guess is not None:
        assert caught.value.message.partition("编码")[2] == (guess and f"\uff0c看起来是 {guess}")
    assert "UTF-8" in caught.value.advice


@pytest.mark.parametrize("size", [0, 1, TWO_MEGABYTES - 1, TWO_MEGABYTES])
def test_a_file_up_to_the_limit_is_read(size: int, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * size)
    assert len(read_text(path)) == size


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * (TWO_MEGABYTES + 1))
    with pytest.raises(Unreadable, match="2 MB") as caught:
        read_text(path)
    assert (caught.value.code, caught.value.line) == ("R102", 0)
    assert "附件" in caught.value.advice


@pytest.mark.parametrize("target", ["real.md", "missing.md", "."])
def test_a_symbolic_link_is_refused_wherever_it_leads(target: str, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("机密\n")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    with pytest.raises(Unreadable, match="符号链接") as caught:
        read_text(link)
    assert (caught.value.code, caught.value.line) == ("R112", 0)


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "a.md")
