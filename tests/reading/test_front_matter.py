"""A record's file cut in two: fences, byte-order mark, line ends, spaces; the body keeps its lines of the file."""

from __future__ import annotations

import pytest

from disclosure.reading.front_matter import split
from disclosure.reading.nodes import Mapping, Scalar, Unreadable
from disclosure.reading.source_text import decode


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\n标题: 甲\n---\n正文\n", "正文\n", 4),
        ("---\n标题: 甲\n---\n\n正文\n", "\n正文\n", 4),
        ("---\n\n# 说明\n标题: 甲\n\n---\n正文", "正文", 7),
        ("---  \n标题: 甲\n---\t \n正文", "正文", 4),
        ("---\n标题: 甲\n---\n", "", 4),
        ("---\n标题: 甲\n---", "", 4),
        ("---\n标题: 甲\n---\n正文\n---\n还是正文\n", "正文\n---\n还是正文\n", 4),
        ("---\n标题: 甲\n概述: |\n  一\n  ---\n  二\n---\n正文", "正文", 8),
        ("---\n标题: 甲\n---\n----\n", "----\n", 4),
    ],
)
def test_the_body_begins_after_the_second_fence(text: str, body: str, body_line: int) -> None:
    document = split(text)
    assert document.fields.values["标题"] == Scalar(text="甲", line=text.split("\n").index("标题: 甲") + 1)
    assert (document.body, document.body_line) == (body, body_line)


UNIX = "---\n编号: 2026-0001\n标题: 甲\n---\n\n一\n二\n".encode()


@pytest.mark.parametrize(
    "content",
    [UNIX, b"\xef\xbb\xbf" + UNIX, UNIX.replace(b"\n", b"\r\n"), UNIX.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + UNIX.replace(b"\n", b"\r\n"),
     UNIX.replace(b"---\n", b"---  \n"), b"\xef\xbb\xbf\xef\xbb\xbf" + UNIX],
    ids=["unix", "mark", "windows", "old-mac", "windows-mark", "spaces", "two-marks"],
)  # fmt: skip
def test_every_editor_saves_the_same_record(content: bytes) -> None:
    document = split(decode(content))
    assert document.fields.values == {
        "编号": Scalar(text="2026-0001", line=2),
        "标题": Scalar(text="甲", line=3),
    }
    assert (document.body, document.body_line) == ("\n一\n二\n", 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有信息区"),
        ("# 收费公示\n", "没有信息区"),
        ("\n---\n标题: 甲\n---\n", "没有信息区"),
        (" ---\n标题: 甲\n---\n", "没有信息区"),
        ("----\n标题: 甲\n----\n", "没有信息区"),
        ("\u2014\u2014\u2014\n标题: 甲\n---\n", "没有信息区"),
        ("--- 标题: 甲\n---\n", "没有信息区"),
        ("+++\n标题 = '甲'\n+++\n", "没有信息区"),
        ("---\n标题: 甲\n", "缺少第二行"),
        ("---", "缺少第二行"),
        ("---\n标题: 甲\n ---\n正文\n", "缺少第二行"),
        ("---\n标题: 甲\n----\n正文\n", "缺少第二行"),
        ("---\n标题: 甲\n...\n正文\n", "缺少第二行"),
        ("---\n标题: 甲\n--- 完\n正文\n", "缺少第二行"),
    ],
)
def test_without_two_fences_there_is_no_front_matter(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as caught:
        split(text)
    assert (caught.value.code, caught.value.line) == ("R103", 1)
    assert caught.value.example.count("---") == 2


@pytest.mark.parametrize(
    ("inside", "code", "line"),
    [
        ("- 甲\n- 乙\n", "R104", 2),
        ("只有一句话\n", "R104", 2),
        ("标题: 甲\n标题: 乙\n", "R105", 3),
        ("\n\n标题: &a 甲\n", "R106", 4),
        ("编号: 1\n标题: [[[[[[[[甲]]]]]]]]\n", "R117", 3),
        ("编号: 1\n...\n标题: 甲\n", "R104", 4),
    ],
)
def test_lines_of_mistakes_are_lines_of_the_file(inside: str, code: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        split(f"---\n{inside}---\n正文\n")
    assert (caught.value.code, caught.value.line) == (code, line)


@pytest.mark.parametrize("text", ["---\n---\n正文\n", "---\n\n---\n正文\n", "---\n# 以后再写\n---\n正文\n"])
def test_an_empty_front_matter_has_no_keys(text: str) -> None:
    document = split(text)
    assert document.fields == Mapping(values={}, lines={}, line=2)
    assert document.body == "正文\n"
