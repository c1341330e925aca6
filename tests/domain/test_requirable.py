"""What an item may require: the names that are understood, and that each can be met by a line of front matter."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from disclosure.domain.record import Record
from disclosure.domain.requirable import REQUIRABLE, requirable, word_for
from sample import SCHOOL, codes_of, make_school, problems_of, record

WORDS = {
    "summary": "概述",
    "formed": "形成日期",
    "notice_period": "公示期",
    "expires": "截止日期",
    "expiry": "公示期或截止日期",
    "review_by": "复核日期",
    "owner": "责任人",
    "document_number": "文号",
    "issue": "期号",
    "signoffs": "审签",
    "filed": "备案",
    "amount": "金额",
    "people": "人数",
    "fees": "收费",
    "series": "关联",
    "stage": "环节",
    "attachments": "附件",
    "channels": "公开渠道",
}


def school(folder: Path, key: str, line: str = "") -> Path:
    """A school whose item X01 requires a key, with one record of it; 预算表.xlsx lies beside the record where listed."""
    catalogue = f"事项:\n  - {{编号: X01, 名称: 校车收费, 栏目: admissions-fees, 时限: 20个工作日, 必填: [{key}]}}\n"
    root = make_school(folder, school=SCHOOL + "phones: {supervision: 0000-5550102}\n", catalogue=catalogue)
    (root / "data/records/a").mkdir()
    name, _, value = line.partition(": ")
    text = record(栏目="", 事项="X01", **({name: value} if line else {}))
    (root / "data/records/a/index.md").write_text(text)
    if name == "附件":
        (root / "data/records/a/预算表.xlsx").write_text("预算")
    return root


def test_the_words() -> None:
    assert {key: word_for(key) for key in REQUIRABLE} == WORDS


@pytest.mark.parametrize(("key", "word"), WORDS.items())
def test_both_languages_are_understood(key: str, word: str) -> None:
    assert requirable(key) == key
    assert requirable(word) == key


@pytest.mark.parametrize("written", ["", "标题", "title", "published", "公布日期", "Summary", "概述 ", "薪级", "draft"])
def test_what_every_record_has_or_no_record_has_cannot_be_required(written: str) -> None:
    assert requirable(written) is None


@pytest.mark.parametrize("key", sorted(set(WORDS) - {"expiry"}))
def test_a_key_is_a_field_of_a_record_that_may_be_absent(key: str) -> None:
    assert {field.name: field.default for field in fields(Record)}[key] in (None, "", ())


@pytest.mark.parametrize(("key", "word"), WORDS.items())
def test_what_is_missing_is_named_and_the_line_that_is_proposed_mends_it(key: str, word: str, tmp_path: Path) -> None:
    (found,) = problems_of(school(tmp_path / "missing", word))
    assert found.code == "C105"
    assert f"要求写「{word}」" in found.message
    proposed = found.hint.partition("加一行\uff1a")[2]
    assert codes_of(school(tmp_path / "mended", word, proposed)) == []
    assert codes_of(school(tmp_path / "by-key", key, proposed)) == []


@pytest.mark.parametrize("line", ["公示期: 15天", "截止日期: 2026-09-30"])
def test_an_expiry_is_given_by_either(line: str, tmp_path: Path) -> None:
    assert codes_of(school(tmp_path, "expiry", line)) == []
