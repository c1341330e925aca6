"""Entries are added to a register's text: what was given reads back, and what was there stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.domain.registers import OPINIONS, Opinion
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.form import Key
from disclosure.reading.nodes import Unreadable
from disclosure.reading.register_entries import as_written, next_entry_id
from disclosure.reading.register_keys import OPINION
from disclosure.reading.register_text import NotWritableError, ids_in, keys_in, with_entry, with_keys
from disclosure.reading.registers import REGISTER_FILES, read_registers

FILE = REGISTER_FILES[0]
CATALOGUE = read_catalogue(Path("nowhere"), root=Path())
ENTRY = {"id": "YJ2026-002", "received": "2026-11-17", "source": "来电", "text": "乙"}
ADDED = "- 编号: YJ2026-002\n  收到日期: 2026-11-17\n  来源: 来电\n  意见: 乙\n"
FIRST = "- 编号: YJ2026-001\n  收到日期: 2026-11-16\n  来源: 来电\n  意见: 甲\n"
ANSWER = {"answered": "2026-11-18", "answer": "已说明", "outcome": "解释说明"}
ANSWERED = "  答复日期: 2026-11-18\n  答复: 已说明\n  处理结果: 解释说明\n"
HARD = ("'", '"', "\\", ": ", " #", "- ", "? ", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "\n", "\r", "\t",
        "\u2028", "\x85", "\ufeff", "\x00", "\x7f", "\x80", "\ud800", "😀", "👩‍👧", "\ue000", "\U0001fffe", "是", "null", "2026-01-01")  # fmt: skip
texts = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.lists(st.one_of(st.sampled_from(HARD), st.text(max_size=3)), max_size=8).map("".join),
)


def text_key(name: str) -> Key:
    key = OPINION.spelled[name]
    assert isinstance(key, Key)
    return key


def read(content: bytes) -> tuple[Opinion, ...]:
    text = content.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    reading = read_registers(Path("nowhere"), CATALOGUE, texts={OPINIONS: text})
    assert reading.problems == []
    return reading.registers.opinions


@settings(max_examples=400, deadline=None)
@given(text=texts, owner=texts, name=texts)
def test_any_text_reads_back(text: str, owner: str, name: str) -> None:
    def written(key: str, typed: str) -> str:
        return as_written(text_key(key), typed)

    entry = ENTRY | {"text": written("text", text) or "甲", "owner": written("owner", owner)}
    sender = {"name": written("owner", name), "contact": "甲: #"}
    content, line = with_entry(FIRST.encode(), FILE, {k: v for k, v in entry.items() if v} | {"sender": sender})
    found = next(one for one in read(content) if one.id == "YJ2026-002")
    assert (found.text, found.owner) == (entry["text"], entry["owner"])
    assert found.sender and (found.sender.name, found.sender.contact) == (sender["name"], "甲: #")
    assert found.lines["id"] == line
    assert content.startswith(FIRST.encode())


@settings(max_examples=200, deadline=None)
@given(text=texts)
def test_any_answer_reads_back(text: str) -> None:
    answer = as_written(text_key("answer"), text) or "甲"
    content, line = with_keys((FIRST + ADDED).encode(), FILE, "YJ2026-001", ANSWER | {"answer": answer})
    first, second = read(content)
    assert first.answer == answer
    assert first.lines["answered"] == line
    assert second.answered is None


def test_a_text_is_written_in_one_line_as_reading_would_have_it() -> None:
    assert as_written(text_key("text"), " 甲\r\n 乙\t丙\x00 ") == "甲 乙 丙"
    assert as_written(text_key("received"), "2026年3月2日") == "2026-03-02"
    assert as_written(text_key("topic"), "yes") == "是"
    with pytest.raises(Unreadable):
        as_written(text_key("source"), "微信")


LAST_LINES = {
    "plain": (FIRST, FIRST + ADDED),
    "nothing": ("", ADDED),
    "a comment": ("# 意见\n", "# 意见\n" + ADDED),
    "comments behind": (FIRST + "# 以上是上半年\n", FIRST + "# 以上是上半年\n" + ADDED),
    "no end of line": (FIRST.rstrip("\n"), FIRST + ADDED),
    "a comment in the line": (FIRST.rstrip("\n") + " # 转总务处", FIRST.rstrip("\n") + " # 转总务处\n" + ADDED),
    "a document mark": ("---\n" + FIRST, "---\n" + FIRST + ADDED),
    "a byte-order mark": ("\ufeff" + FIRST, "\ufeff" + FIRST + ADDED),
    "indented": (
        FIRST.replace("\n  ", "\n    ").replace("- ", "  - "),
        FIRST.replace("\n  ", "\n    ").replace("- ", "  - ") + ADDED.replace("\n  ", "\n    ").replace("- ", "  - "),
    ),
    "carriage returns": (FIRST.replace("\n", "\r\n"), (FIRST + ADDED).replace("\n", "\r\n")),
    "carriage returns, no end": (FIRST.replace("\n", "\r\n").rstrip(), (FIRST + ADDED).replace("\n", "\r\n")),
    "a block of text": (
        FIRST.replace("意见: 甲", "意见: |\n    甲"),
        FIRST.replace("意见: 甲", "意见: |\n    甲") + ADDED,
    ),
    "braces": ("- {编号: A, 收到日期: 2026-11-16, 来源: 来电, 意见: 甲}\n", None),
    "english": (
        "- id: A\n  received: 2026-11-16\n  source: 来电\n  text: 甲\n",
        "- id: A\n  received: 2026-11-16\n  source: 来电\n  text: 甲\n- id: YJ2026-002\n  received: 2026-11-17\n  source: 来电\n  text: 乙\n",
    ),
    "apart": (
        FIRST + "\n" + FIRST.replace("001", "003"),
        FIRST + "\n" + FIRST.replace("001", "003") + "\n" + ADDED,
    ),
    "apart already": (
        FIRST + "\n" + FIRST.replace("001", "003") + "\n",
        FIRST + "\n" + FIRST.replace("001", "003") + "\n" + ADDED,
    ),
}


@pytest.mark.parametrize("name", LAST_LINES)
def test_an_entry_follows_the_last(name: str) -> None:
    before, after = LAST_LINES[name]
    wanted = before + ADDED if after is None else after
    content, line = with_entry(before.encode(), FILE, ENTRY)
    assert content.decode() == wanted
    assert any(one.id == "YJ2026-002" for one in read(content))
    row = wanted.replace("\r\n", "\n").split("\n")[line - 1]
    assert "YJ2026-002" in row


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("[]\n", "用方括号写的"),
        ("[{编号: A, 收到日期: 2026-11-16, 来源: 来电, 意见: 甲}]\n", "用方括号写的"),
        (FIRST + "...\n", "写法少见"),
        (FIRST + "# 甲\u2028乙\n", "少见的换行符"),
    ],
)
def test_where_nothing_can_be_added_the_lines_are_told(before: str, told: str) -> None:
    with pytest.raises(NotWritableError, match=told) as caught:
        with_entry(before.encode(), FILE, ENTRY)
    assert "换行符" in told or ADDED.rstrip("\n") in str(caught.value)


@pytest.mark.parametrize("before", ["- [\n", "甲\n", "编号: A\n", FIRST + "  编号: B\n"])
def test_a_file_that_cannot_be_read_is_not_added_to(before: str) -> None:
    with pytest.raises(Unreadable):
        with_entry(before.encode(), FILE, ENTRY)


PLACES = {
    "the last": (FIRST, FIRST + ANSWERED),
    "the first": (FIRST + ADDED, FIRST + ANSWERED + ADDED),
    "a gap behind": (FIRST + "\n" + ADDED, FIRST + ANSWERED + "\n" + ADDED),
    "comments behind": (FIRST + "# 甲\n" + ADDED, FIRST + ANSWERED + "# 甲\n" + ADDED),
    "no end of line": (FIRST.rstrip("\n"), FIRST + ANSWERED),
    "carriage returns": ((FIRST + ADDED).replace("\n", "\r\n"), (FIRST + ANSWERED + ADDED).replace("\n", "\r\n")),
    "an entry that is none in front": ("- 甲\n- - 乙\n" + FIRST, None),
    "a sender in braces over two lines": (
        FIRST + "  来信人: {姓名: 甲,\n    联系方式: 乙\n  }\n" + ADDED,
        FIRST + "  来信人: {姓名: 甲,\n    联系方式: 乙\n  }\n" + ANSWERED + ADDED,
    ),
    "a sender on lines of its own": (
        FIRST + "  来信人:\n    姓名: 甲\n" + ADDED,
        FIRST + "  来信人:\n    姓名: 甲\n" + ANSWERED + ADDED,
    ),
    "text over two lines": (FIRST.replace("甲", "甲\n    乙") + ADDED, FIRST.replace("甲", "甲\n    乙") + ANSWERED + ADDED),
    "quoted text over two lines": (
        FIRST.replace("甲", '"甲\n\n    乙"') + ADDED,
        FIRST.replace("甲", '"甲\n\n    乙"') + ANSWERED + ADDED,
    ),
    "a block of text": (FIRST.replace("甲", "|\n    甲\n    乙") + ADDED, FIRST.replace("甲", "|\n    甲\n    乙") + ANSWERED + ADDED),
    "an empty key at the end": (FIRST + "  责任人:\n" + ADDED, FIRST + "  责任人:\n" + ANSWERED + ADDED),
    "deeper": (
        FIRST.replace("\n  ", "\n     ").replace("- ", " -   "),
        FIRST.replace("\n  ", "\n     ").replace("- ", " -   ") + ANSWERED.replace("  答复", "     答复").replace("  处理", "     处理"),
    ),
    "dash on a line of its own": (FIRST.replace("- 编号", "-\n  编号"), FIRST.replace("- 编号", "-\n  编号") + ANSWERED),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_an_answer_stands_behind_its_entry(name: str) -> None:
    before, after = PLACES[name]
    content, line = with_keys(before.encode(), FILE, "YJ2026-001", ANSWER)
    assert content.decode() == (before + ANSWERED if after is None else after)
    assert "答复日期" in content.decode().split("\n")[line - 1]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("- {编号: YJ2026-001, 收到日期: 2026-11-16, 来源: 来电, 意见: 甲}\n", "用花括号写的"),
        (FIRST + "  答复: 已说明\n", "已经有「答复」（第 5 行）"),
        (FIRST + "  答复日期:\n", "已经有「答复日期」（第 5 行）"),
        (FIRST + FIRST, "2 条编号都是 YJ2026-001"),
    ],
)
def test_where_no_answer_can_be_added_it_is_told(before: str, told: str) -> None:
    with pytest.raises(NotWritableError) as caught:
        with_keys(before.encode(), FILE, "YJ2026-001", ANSWER)
    assert told in str(caught.value)


def test_an_entry_that_is_not_there_has_no_answer() -> None:
    with pytest.raises(KeyError):
        with_keys(FIRST.encode(), FILE, "YJ2026-009", ANSWER)


@pytest.mark.parametrize(
    ("taken", "year", "expected"),
    [
        ([], 2026, "YJ2026-001"),
        (["YJ2026-001", "YJ2026-009"], 2026, "YJ2026-010"),
        (["YJ2026-009", "YJ2026-001"], 2026, "YJ2026-010"),
        (["YJ2026-999"], 2026, "YJ2026-1000"),
        (["YJ2025-009"], 2026, "YJ2026-001"),
        (["2026-0009"], 2026, "2026-0010"),
        (["XX-2026-7"], 2026, "XX-2026-8"),
        (["YJ2026-004", "TS2026-02"], 2026, "TS2026-03"),
        (["A17"], 2026, "YJ2026-001"),
    ],
)
def test_numbers_go_on_in_the_way_of_the_file(taken: list[str], year: int, expected: str) -> None:
    assert next_entry_id(taken, year, prefix="YJ") == expected


def test_numbers_of_bad_entries_are_taken_as_well() -> None:
    text = FIRST + "- 编号: YJ2026-007\n- 甲\n- 编号: [甲]\n- id: YJ2026-008\n"
    assert ids_in(text, FILE) == ["YJ2026-001", "YJ2026-007", "YJ2026-008"]
    assert keys_in(text.encode(), FILE)["YJ2026-001"]["text"] == 4
