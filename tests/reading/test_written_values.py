"""Spans, amounts, yes and no, counts, words and lists as people write them; units are required, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence
from disclosure.domain.workdays import Span, Unit
from disclosure.errors.problem import Severity
from disclosure.reading import values
from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable


def written(text: str, *, plain: bool = True) -> Scalar:
    return Scalar(text=text, line=7, plain=plain)


def refused(read: Callable[[Node], Any], node: Node) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(node)
    assert (caught.value.code, caught.value.line) == ("R109", 7)
    assert caught.value.example or caught.value.advice or "一行文字" in caught.value.message
    return caught.value


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("15天", 15, Unit.DAYS), ("15日", 15, Unit.DAYS), ("15个自然日", 15, Unit.DAYS), ("15自然日", 15, Unit.DAYS),
        ("1天", 1, Unit.DAYS), ("365天", 365, Unit.DAYS), ("9999天", 9999, Unit.DAYS), (" 15 天 ", 15, Unit.DAYS),
        ("\uff11\uff15天", 15, Unit.DAYS), ("7个工作日", 7, Unit.WORKING_DAYS), ("7工作日", 7, Unit.WORKING_DAYS),
        ("7 个工作日", 7, Unit.WORKING_DAYS), ("\uff17个工作日", 7, Unit.WORKING_DAYS),
    ],
)  # fmt: skip
def test_spans(text: str, count: int, unit: Unit) -> None:
    assert values.span(written(text)) == Span(count=count, unit=unit)


@pytest.mark.parametrize(
    "text",
    ["", "15", "天", "0天", "00天", "0个工作日", "-3天", "1.5天", "十五天", "2周", "1个月", "15天以上", "不少于15天", "15-20天", "10000天", "7个", "7个天", "1 5天"],
)  # fmt: skip
def test_what_is_no_span(text: str) -> None:
    assert refused(values.span, written(text)).message == f"「{text}」不是期限"


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("58000元", "58000"), ("5.8万元", "58000"), ("58,000.00元", "58000"), ("1,234,567.89元", "1234567.89"), ("0.5元", "0.5"),
        ("0元", "0"), ("1.2亿元", "120000000"), ("\u00a558000元", "58000"), ("\uffe558000元", "58000"), ("\u00a55.8万元", "58000"),
        ("人民币58000元", "58000"), ("人民币 58000 元整", "58000"), ("5.8 万元", "58000"), ("0.58万元", "5800"), ("15元", "15"),
        ("\uff15\uff18\uff10\uff10\uff10元", "58000"), ("\uff15\uff0e\uff18万元", "58000"), ("58\uff0c000元", "58000"),
    ],
)  # fmt: skip
def test_amounts_in_yuan(text: str, yuan: str) -> None:
    assert values.amount(written(text)) == Decimal(yuan)


@pytest.mark.parametrize(
    "text",
    [
        "", "58000", "5.8万", "\u00a558000", "58,000.00", "元", "万元", "-5元", ".5元", "5.元", "1.2.3元", "五万元", "5万8千元", "58千元",
        "约5万元", "5,8万元", "1,2,3元", "58,00元", "5,8000元", ",580元", "58\uff0c00元", "5万元左右", "5-8万元", "15元/餐", "每餐15元", "1e3元", "58 000元", "100美元", "$100", "58000 RMB",
    ],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    assert refused(values.amount, written(text)).message == f"「{text}」不是金额"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("是", True), ("true", True), ("True", True), ("TRUE", True), ("yes", True), (" 是 ", True), ("\uff54\uff52\uff55\uff45", True),
        ("否", False), ("false", False), ("no", False), ("No", False), ("\uff4e\uff4f", False),
    ],
)  # fmt: skip
def test_yes_and_no(text: str, answer: bool) -> None:
    assert values.yes_or_no(written(text)) is answer


@pytest.mark.parametrize(
    "text", ["", "1", "0", "y", "n", "on", "off", "对", "有", "是的", "不是", "也许", "是否", "truee"]
)
def test_what_is_neither_yes_nor_no(text: str) -> None:
    assert refused(values.yes_or_no, written(text)).example == "是"


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("7", 7), ("\uff17", 7), ("007", 7), ("999999999", 999_999_999)]
)
def test_counts(text: str, number: int) -> None:
    assert values.count(written(text)) == number


@pytest.mark.parametrize("text", ["", "0", "000", "-1", "+1", "7.0", "7天", "七", "1e3", "1,000", "0x10", "1000000000"])
def test_what_is_no_count(text: str) -> None:
    refused(values.count, written(text))


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [(AfterExpiry, "撤下", AfterExpiry.REMOVE), (Audience, "家长", Audience.PARENTS), (Cadence, " 定期 ", Cadence.PERIODIC),
     (Severity, "off", Severity.OFF)],
)  # fmt: skip
def test_words_of_a_vocabulary(kind: type[Enum], text: str, word: Enum) -> None:
    assert values.word_of(kind)(written(text)) is word


@pytest.mark.parametrize("text", ["撤", "remove", "REMOVE", "撤下。", "横幅、往期", ""])
def test_a_word_that_is_not_in_the_vocabulary_is_answered_with_all_that_are(text: str) -> None:
    assert refused(values.word_of(AfterExpiry), written(text)).advice.endswith("横幅、往期、撤下")


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (written("网站"), ("网站",)), (written("网站、公开栏"), ("网站", "公开栏")), (written("网站, 公开栏"), ("网站", "公开栏")),
        (written("网站\uff0c公开栏"), ("网站", "公开栏")), (written("网站、、公开栏、"), ("网站", "公开栏")), (written("网站 公开栏"), ("网站 公开栏",)),
        (Sequence(items=(written("网站"), written("甲、乙")), line=7), ("网站", "甲、乙")), (Sequence(items=(), line=7), ()),
    ],
)  # fmt: skip
def test_lists_of_words(node: Node, found: tuple[str, ...]) -> None:
    assert values.words(node) == found


def test_a_single_value_stands_for_a_list_of_one() -> None:
    read = values.list_of(values.count)
    assert read(written("3")) == (3,)
    assert read(Sequence(items=(written("3"), written("4")), line=7)) == (3, 4)
    refused(read, Sequence(items=(Scalar(text="3", line=6), written("四")), line=5))


@pytest.mark.parametrize(
    ("text", "one_line"),
    [
        ("  甲  ", "甲"),
        ("甲\n乙\n", "甲 乙"),
        ("甲 \t 乙", "甲 乙"),
        ("\u3000甲", "甲"),
        ("none", "none"),
        ("nothing", "nothing"),
    ],
)
def test_text_is_one_line(text: str, one_line: str) -> None:
    assert values.text(written(text)) == one_line


@pytest.mark.parametrize("text", ["null", "~", "Null", "NULL"])
def test_null_is_refused_unless_it_is_quoted(text: str) -> None:
    assert "删掉这一行" in refused(values.text, written(text)).advice
    assert values.text(written(text, plain=False)) == text


@pytest.mark.parametrize("node", [Sequence(items=(), line=7), Mapping(values={}, lines={}, line=7)])
def test_a_list_is_no_text(node: Node) -> None:
    assert "列表" in refused(values.text, node).message


@pytest.mark.parametrize("node", [written("甲"), Sequence(items=(), line=7)])
def test_only_a_mapping_is_a_mapping(node: Node) -> None:
    with pytest.raises(Unreadable, match="键: 值") as caught:
        values.mapping(node)
    assert caught.value.line == 7
