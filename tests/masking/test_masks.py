"""What is left of names and numbers, word for word as the regulation of requirements B7 has it."""

from __future__ import annotations

import pytest

from disclosure.domain.personal_data import PersonalData
from disclosure.domain.school import NameMask, NumberMask
from disclosure.masking.masks import HIDDEN, mask_name, mask_number, names_in
from masking.invented import CARD, ID, MOBILE


@pytest.mark.parametrize(
    ("kind", "value", "left"),
    [
        (PersonalData.ID_NUMBER, ID, "330106********1238"),
        (PersonalData.ID_NUMBER, "330106120301123", "330106*****1123"),
        (PersonalData.MOBILE, MOBILE, "138****5678"),
        (PersonalData.BANK_CARD, CARD, f"622202*******{CARD[-4:]}"),
        (PersonalData.ADDRESS, "云杉路12号3幢402室", "云**********室"),
        (PersonalData.SCHOOL_NUMBER, "20260312", "2******2"),
        (PersonalData.EMAIL, "a@b.example", "a*********e"),
        (None, "张三", "**"),
        (None, "无", "*"),
        (PersonalData.FRAGMENT, "3301062012********", "330106************"),
    ],
)
def test_ends_are_left_where_the_school_wants_them(kind: PersonalData | None, value: str, left: str) -> None:
    assert mask_number(kind, value, NumberMask.ENDS) == left


@pytest.mark.parametrize("kind", [None, *PersonalData])
def test_nothing_is_left_by_default(kind: PersonalData | None) -> None:
    assert mask_number(kind, ID, NumberMask.NOTHING) == HIDDEN


@pytest.mark.parametrize(
    ("name", "first", "ends"),
    [
        ("张三", "张**", "张*"),
        ("王小明", "王**", "王*明"),
        ("王大小明", "王**", "王**明"),
        ("欧阳娜娜", "欧阳**", "欧**娜"),
        ("欧阳", "欧**", "欧*"),
        ("阿依古丽·买买提", "阿**", "阿******提"),
        ("张　三", "张**", "张*"),
        ("Li Ming", "L**", "L*****g"),
        ("张*三", "张**", "张*三"),
    ],
)
def test_names_keep_their_surname_or_their_ends(name: str, first: str, ends: str) -> None:
    assert (mask_name(name, NameMask.FIRST), mask_name(name, NameMask.ENDS)) == (first, ends)
    assert mask_name(name, NameMask.KEEP).replace(" ", "") == name.replace("　", "").replace(" ", "")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("张三", ["张三"]),
        ("张　三", ["张　三"]),
        ("王 小 明", ["王 小 明"]),
        ("张三、李四", ["张三", "李四"]),
        ("张三 李四", ["张三", "李四"]),
        ("张三（组长）\n李四(女)", ["张三", "李四"]),
        ("Li Ming", ["Li Ming"]),
        ("阿依古丽·买买提", ["阿依古丽·买买提"]),
    ],
)
def test_a_cell_of_names_may_hold_several(cell: str, names: list[str]) -> None:
    assert [cell[start:end] for start, end in names_in(cell)] == names
