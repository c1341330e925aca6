"""Resident ID numbers, bank cards and mobile numbers: check digits, ways of writing, and numbers that only look like them."""

from __future__ import annotations

import pytest

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.cards import is_card, luhn_digit, passes_luhn
from disclosure.privacy.finder import find, sightings_in
from disclosure.privacy.identity import check_digit, is_id_number

ID = "11010519491231002X"
"""The example of GB 11643-1999."""


def kinds(text: str) -> list[str]:
    return [sighting.kind.name for sighting in sightings_in(text)]


def test_the_check_digit_of_the_standard() -> None:
    assert check_digit("11010519491231002") == "X"
    assert check_digit("44052418800101001") == "4"


@pytest.mark.parametrize(
    ("digits", "is_one"),
    [
        (ID, True), ("440524188001010014", True), ("110105194912310020", False), ("110105194902300028", False),
        ("990105194912310025", False), ("110105491231002", True), ("110105491331002", False), ("11010549123100X", False), ("", False),
    ],
)  # fmt: skip
def test_what_is_a_resident_id_number(digits: str, is_one: bool) -> None:
    assert is_id_number(digits) == is_one


@pytest.mark.parametrize(
    "written",
    [
        ID, ID.lower(), "110105 1949 1231 002X", "110105-19491231-002X", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "１１０１０５１９４９１２３１００２Ｘ", "110105\u200b19491231\u200b002X", "110105\u300019491231 002X", "110105—19491231—002X",
        f"证件{ID}号", f"G{ID}", f"{ID}_王思源.jpg", f"https://school.example/?sfz={ID}", "<b>110105</b>19491231<i>002X</i>",
        "110105**19491231**002X", "&#49;10105194912310&#48;2X", "110105<!-- -->19491231002X", r"110105\-19491231\-002X",
        f"<!-- {ID} -->", f"`{ID}`", "身份证号 110105194912310021", "身份证 110105491231002",
    ],
)  # fmt: skip
def test_an_id_number_is_found_however_it_is_written(written: str) -> None:
    assert kinds(f"名单：{written}。") == ["ID_NUMBER"]


@pytest.mark.parametrize(
    "text",
    [
        "资产编号 110105194912310021", "1" + ID, ID + "1", "统一社会信用代码 91110105MA00000000", "注册号 330106000012345",
        "纳税人识别号：330106580421345", "3301062026112300001", "110105190002300027",
    ],
)  # fmt: skip
def test_other_numbers_of_that_length_are_none(text: str) -> None:
    assert "ID_NUMBER" not in kinds(text)


@pytest.mark.parametrize("first", ["622202000000123456", "621700000000000", "62284800000000000", "400000000000000"])
def test_a_card_is_told_by_its_last_digit(first: str) -> None:
    card = first + luhn_digit(first)
    assert passes_luhn(card)
    assert kinds(f"转到 {card}") == ["BANK_CARD"]
    wrong = first + str((int(card[-1]) + 1) % 10)
    assert kinds(f"转到 {wrong}") == []


def test_amounts_side_by_side_are_no_card_of_abroad() -> None:
    amounts = next(f"4200 4500 5100 53{last:02d}" for last in range(100) if passes_luhn(f"42004500510053{last:02d}"))
    assert kinds(amounts) == []
    assert is_card(amounts.replace(" ", ""), is_named=False, is_split=False)


@pytest.mark.parametrize(
    "written",
    [
        "13800001234", "138 0000 1234", "138-0000-1234", "138.0000.1234", "+86 13800001234", "+8613800001234", "0086-138-0000-1234",
        "1 3 8 0 0 0 0 1 2 3 4", "１３８００００１２３４", "Tel13800001234", "vx13800001234", "138<wbr>00001234", "138 00001234",
    ],
)  # fmt: skip
def test_a_mobile_number_is_found_however_it_is_written(written: str) -> None:
    assert kinds(f"联系电话 {written}，") == ["MOBILE"]
    assert [sighting.value for sighting in sightings_in(written)] == ["13800001234"]


@pytest.mark.parametrize(
    "text",
    [
        "0571-88001234", "12800001234", "15400001234", "订单号 13800001234", "合同编号：13800001234", "13800001234元", "13800001234.50 元",
        "0.13800001234", "138 1200 35 元", "型号 X13800001234", "https://school.example/art/13800001234.html", "2026-138-00001234",
        "138000012345", "第 138 号 0000 1234",
    ],
)  # fmt: skip
def test_other_numbers_of_eleven_digits_are_none(text: str) -> None:
    assert kinds(text) == []


def test_every_number_of_a_line_is_found_at_its_place() -> None:
    text = f"王思源 13800001234、{ID}；李明远 139-0000-5678"
    found = [(match.kind, text[match.start : match.end]) for match in find(text)]
    assert found == [
        (PersonalData.MOBILE, "13800001234"), (PersonalData.ID_NUMBER, ID), (PersonalData.MOBILE, "139-0000-5678"),
    ]  # fmt: skip


def test_every_sighting_has_the_line_it_stands_on() -> None:
    text = f"---\n标题: 公示\n---\n\n甲 {ID}\n\n<p>1380000<b>1234</b></p>\n"
    assert [(one.kind.name, one.line) for one in sightings_in(text)] == [("ID_NUMBER", 5), ("MOBILE", 7)]
