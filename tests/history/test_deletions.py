"""H110-H113: two states of a school's files, one after the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.checks.deletions import compare_with_before
from disclosure.domain.former import formers_of
from disclosure.errors.problem import Problem, Severity
from disclosure.reading.load import load_library
from sample import TODAY, make_school, record

WITHDRAWN = {"撤销": "{日期: 2026-11-20, 理由: 金额有误, 批准: 校长办公会}"}
CHANGED = {"变更": "[{日期: 2026-11-20, 说明: 补充电话}]"}
FEES = {"收费": "[{项目: 伙食费, 标准: 15元, 计费单位: 每餐}, {项目: 校服, 标准: 180元, 计费单位: 每套}]"}
REMOVED = {"截止日期": "2026-10-31", "到期处理": "撤下"}


def problems_between(
    folder: Path, before: list[str], now: list[str], today: date = TODAY, *, files: tuple[bytes, bytes] | None = None
) -> list[Problem]:
    """What is said where a school's records were so and are so. `files` are an attachment of the first, before and now."""
    roots = [make_school(folder / name, *texts) for name, texts in (("before", before), ("now", now))]
    for root, content in zip(roots, files or (), strict=False):
        (root / "data/records/a").mkdir()
        (root / "data/records/a.md").rename(root / "data/records/a/index.md")
        if content:
            (root / "data/records/a/表.csv").write_bytes(content)
    (was, _), (library, found) = (load_library(root) for root in roots)
    unreadable = {problem.path for problem in found if problem.severity is Severity.ERROR}
    return list(compare_with_before(formers_of(was, today), library, today, unreadable=unreadable, bodies=was.bodies))


def codes_between(folder: Path, before: str, now: str, today: date = TODAY) -> list[str]:
    """The same for one record each, '' for none, as codes."""
    texts, more = ([text] if text else [] for text in (before, now))
    return sorted(problem.code for problem in problems_between(folder, texts, more, today))


def test_nothing_changed(tmp_path: Path) -> None:
    assert codes_between(tmp_path, record(**FEES), record(**FEES)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["H110"]),
        ({"公布日期": "2026-11-23"}, ["H110"]),
        ({"公布日期": "2026-11-24"}, []),
        ({"草稿": "是"}, []),
        ({"公开范围": "教职工"}, ["H110"]),
        (WITHDRAWN, ["H110"]),
        (REMOVED, ["H110"]),
    ],
    ids=["standing", "of today", "of tomorrow", "a draft", "internal", "withdrawn", "taken down"],
)
def test_what_was_public_may_not_vanish(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes_between(tmp_path, record(**fields), "") == expected


def test_a_deletion_is_told_at_the_place_where_the_file_was_and_explains_withdrawal(tmp_path: Path) -> None:
    (found,) = problems_between(tmp_path, [record(标题="秋季收费")], [])
    assert (str(found.path), found.line, found.severity) == ("data/records/a.md", 0, Severity.ERROR)
    assert found.message == "公开过的 2026-0001「秋季收费」不见了"
    assert "撤销: {日期: 2026-11-23, 理由: " in found.hint and "替代: 2026-0001" in found.hint


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (WITHDRAWN, []),
        (WITHDRAWN | {"标题": "更正后的标题", "金额": "9元"}, []),
        ({"草稿": "是"}, ["H110"]),
        ({"草稿": "否"}, []),
        ({"公布日期": "2026-12-01"}, ["H110"]),
        ({"公开范围": "教职工"}, ["H110"]),
        ({"公开范围": "社会、家长"}, []),
    ],
    ids=["withdrawn", "withdrawn and changed", "a draft", "no draft", "put off", "internal", "for more"],
)
def test_other_ways_to_make_a_record_vanish(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes_between(tmp_path, record(), record(**fields)) == expected


def test_a_file_may_move(tmp_path: Path) -> None:
    """The first record is in `b.md` now."""
    before, now = [record(), record("2026-0002")], [record("2026-0002"), record()]
    assert problems_between(tmp_path, before, now) == []


def test_a_number_may_not_change(tmp_path: Path) -> None:
    (found,) = problems_between(tmp_path, [record()], [record("2026-0099")])
    assert (found.code, str(found.path), found.line) == ("H111", "data/records/a.md", 2)
    assert "2026-0001" in found.message and "2026-0099" in found.message


def test_another_record_in_the_place_of_a_deleted_one_is_no_change_of_number(tmp_path: Path) -> None:
    found = problems_between(tmp_path, [record(), record("2026-0002")], [record("2026-0002")])
    assert [(one.code, str(one.path)) for one in found] == [("H110", "data/records/a.md")]


def test_a_record_that_cannot_be_read_at_the_moment_has_not_vanished(tmp_path: Path) -> None:
    assert codes_between(tmp_path, record(), record(标题="")) == []


def test_a_successor_changes_nothing_about_its_predecessor(tmp_path: Path) -> None:
    for key in ("替代", "更正"):
        now = [record(), record("2026-0002", **{key: "2026-0001"})]
        assert problems_between(tmp_path / key, [record()], now) == []


FACTS = {
    "title": ({"标题": "甲"}, {"标题": "乙"}, "标题，从 「甲」 到 「乙」", 3),
    "published": ({}, {"公布日期": "2026-08-01"}, "公布日期，从 2026-09-01 到 2026-08-01", 5),
    "expires": ({"截止日期": "2026-12-31"}, {"截止日期": "2026-12-01"}, "截止日期，从 2026-12-31 到 2026-12-01", 7),
    "expires, standing": ({}, {"截止日期": "2026-12-01"}, "截止日期，从 长期 到 2026-12-01", 7),
    "notice period": ({"公示期": "15天"}, {"公示期": "7天"}, "截止日期，从 2026-09-15 到 2026-09-07", 7),
    "published with a period": ({"公示期": "15天"}, {"公示期": "15天", "公布日期": "2026-08-01"}, "公布日期，从 2026-09-01 到 2026-08-01", 5),
    "amount": ({"金额": "5.8万元"}, {"金额": "6万元"}, "金额，从 58,000元 到 60,000元", 7),
    "amount, new": ({}, {"金额": "12.5元"}, "金额，从 没有写 到 12.5元", 7),
    "fee": (FEES, {"收费": FEES["收费"].replace("15元", "18元")}, "收费，从 「伙食费」15元/每餐 到 「伙食费」18元/每餐", 7),
    "fee, gone": (FEES, {"收费": "[{项目: 校服, 标准: 180元, 计费单位: 每套}]"}, "收费，从 「伙食费」15元/每餐 到 没有了", 7),
    "withdrawal, gone": (WITHDRAWN, {}, "撤销，从 已撤销 到 没有了", 1),
}  # fmt: skip
"""Fields before and now, what is said, and the line."""


@pytest.mark.parametrize(("before", "now", "words", "line"), FACTS.values(), ids=FACTS)
def test_what_people_rely_on_changes_with_a_word(
    before: dict[str, str], now: dict[str, str], words: str, line: int, tmp_path: Path
) -> None:
    (found,) = problems_between(tmp_path / "without", [record(**before)], [record(**now)])
    assert (found.code, found.severity, found.line) == ("H113", Severity.ERROR, line)
    assert f"公开以后改了{words}，没有写变更" == found.message
    assert "变更: [{日期: 2026-11-23, 说明: " in found.hint
    assert problems_between(tmp_path / "with", [record(**before)], [record(**now, **CHANGED)]) == []


def test_an_old_word_is_not_enough(tmp_path: Path) -> None:
    before, now = record(**CHANGED, 标题="甲"), record(**CHANGED, 标题="乙")
    assert codes_between(tmp_path / "old", before, now) == ["H113"]
    more = {"变更": "[{日期: 2026-11-20, 说明: 补充电话}, {日期: 2026-11-23, 说明: 标题改为乙}]"}
    assert codes_between(tmp_path / "new", before, record(**more, 标题="乙")) == []
    again = {"变更": "[{日期: 2026-11-20, 说明: 补充电话}, {日期: 2026-11-20, 说明: 补充电话}]"}
    assert codes_between(tmp_path / "again", before, record(**again, 标题="乙")) == []


@pytest.mark.parametrize(
    "fields",
    [{"概述": "一句话"}, {"责任部门": "教务处"}, {"关联": "跑道"}, {"复核日期": "2027-08-31"}, {"公开渠道": "网站"}],
    ids=["summary", "department", "series", "review", "channels"],
)
def test_other_fields_may_change(fields: dict[str, str], tmp_path: Path) -> None:
    assert codes_between(tmp_path, record(), record(**fields)) == []


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("每餐 15 元。", "每餐 18 元。", ["H112"]),
        ("每餐 15 元。", "", ["H112"]),
        ("每餐 15 元。", "每餐 15 元。\n\n更正。", ["H112"]),
        ("每餐 15 元。", "每餐 15 元。\n\n\n", []),
        ("每餐 15 元。", "每餐15元。", []),
        ("一\n二", "一\n\n　二  ", []),
    ],
)
def test_a_body_changes_with_a_word_but_for_white_space(
    before: str, now: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes_between(tmp_path / "without", record(body=before), record(body=now)) == expected
    assert codes_between(tmp_path / "with", record(body=before), record(body=now, **CHANGED)) == []


def test_the_first_line_that_is_different_is_named(tmp_path: Path) -> None:
    (found,) = problems_between(tmp_path, [record(body="一\n\n二\n\n三")], [record(body="一\n\n二二\n\n三")])
    assert (found.code, found.severity, found.line) == ("H112", Severity.WARNING, 11)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [(b"a", b"b", "换了附件"), (b"", b"b", "加了附件"), (b"a", b"", "去掉了附件"), (b"a", b"a", "")],
)
def test_attachments_change_with_a_word(before: bytes, now: bytes, said: str, tmp_path: Path) -> None:
    found = problems_between(tmp_path / "without", [record()], [record()], files=(before, now))
    assert [problem.code for problem in found] == ["H112"] * bool(said)
    assert all(said in problem.message and "表.csv" in problem.message for problem in found)
    assert problems_between(tmp_path / "with", [record()], [record(**CHANGED)], files=(before, now)) == []


@pytest.mark.parametrize("taken", [WITHDRAWN, REMOVED], ids=["withdrawn", "removed"])
def test_a_text_that_nobody_can_read_may_change(taken: dict[str, str], tmp_path: Path) -> None:
    """Names are to be taken out of the source, too."""
    before, now = record(body="张某某", **taken, 金额="5元"), record(body="", **taken)
    assert codes_between(tmp_path / "text", before, now) == []
    assert codes_between(tmp_path / "title", record(**taken), record(**taken, 标题="乙")) == ["H113"]


def test_a_text_that_is_taken_down_with_the_change_is_not_compared(tmp_path: Path) -> None:
    before, now = record(body="张某某", 截止日期="2026-10-31"), record(body="", **REMOVED)
    assert codes_between(tmp_path, before, now) == []


def test_on_the_day_of_publication_a_word_is_needed_and_the_day_before_it_is_not(tmp_path: Path) -> None:
    before, now = record(标题="甲"), record(标题="乙")
    assert codes_between(tmp_path / "on", before, now, date(2026, 9, 1)) == ["H113"]
    assert codes_between(tmp_path / "before", before, now, date(2026, 8, 31)) == []


def test_a_withdrawal_that_was_only_planned_may_be_dropped_but_excuses_nothing(tmp_path: Path) -> None:
    planned = {"撤销": "{日期: 2026-12-20, 理由: 金额有误, 批准: 校长办公会}"}
    assert codes_between(tmp_path / "dropped", record(**planned), record()) == []
    assert codes_between(tmp_path / "title", record(**planned), record(**planned, 标题="乙")) == ["H113"]
