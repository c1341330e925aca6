"""Which lines of standard and settlement are about the same charge, and what a settlement may come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from disclosure.domain.record import FeeLine, Record
from disclosure.domain.settlement import charge, highest_standards, in_force
from domain_records import plain_record


def line(name: str, standard: str, unit: str = "每人") -> FeeLine:
    amount = Decimal(standard) if standard.replace(".", "").isdigit() else None
    return FeeLine(name=name, standard=standard, amount=amount, unit=unit)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (("作业本费", "每人"), ("作业本", "每人"), True),
        (("作业 本", "每人"), ("作业本", "每 人"), True),
        (("作业本", "每生每学期"), ("作业本", "元/人·学期"), True),
        (("作业本", "每学生"), ("作业本", "每人"), True),
        (("代办费（作业本）", "每人"), ("代办费(作业本)", "每人"), True),
        (("代办费（作业本）", "每人"), ("代办费（研学）", "每人"), False),
        (("作业本", "每人"), ("作业本", "每学期"), False),
        (("作业本", "每人"), ("练习本", "每人"), False),
    ],
)
def test_the_same_charge(one: tuple[str, str], other: tuple[str, str], is_same: bool) -> None:
    assert (charge(line(one[0], "1", one[1])) == charge(line(other[0], "1", other[1]))) is is_same


def test_the_highest_of_several_lines_counts_and_texts_do_not() -> None:
    records = [
        plain_record("1", fees=(line("校服", "98"), line("校服费", "152"), line("研学", "按实结算"))),
        plain_record("2", fees=(line("校服", "110"),)),
    ]
    assert highest_standards(records) == {("校服", "人"): Decimal(152)}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([plain_record("1"), plain_record("2")], ["1", "2"]),
        ([plain_record("1"), plain_record("2", replaces="1")], ["2"]),
        ([plain_record("1"), plain_record("2", corrects="1"), plain_record("3", replaces="2")], ["3"]),
        ([plain_record("2", replaces="1")], ["2"]),
    ],
)
def test_what_was_replaced_is_no_standard_any_more(records: list[Record], expected: list[str]) -> None:
    assert [record.id for record in in_force(records)] == expected
