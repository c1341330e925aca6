"""Which columns of a table stay, wherever its headings are and whatever is around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.domain.school import NameMask, NumberMask
from disclosure.masking.comma_values import filled, mask_rows
from disclosure.masking.rules import Rules
from disclosure.masking.tables import with_persons
from disclosure.masking.tally import Tally
from masking.invented import CARD, ID, MOBILE, OTHER_ID, OTHER_MOBILE

ENDS = Rules(numbers=NumberMask.ENDS)


def masked(drawn: str, rules: Rules | None = None) -> str:
    """A table drawn with blanks between the cells and `_` for an empty one, masked and drawn again."""
    rows = [["" if cell == "_" else cell for cell in line.split()] for line in drawn.strip().splitlines()]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    rules = with_persons(rules or Rules(), [filled(rows)])
    copy, _ = mask_rows(rows, rules, Tally())
    return "\n".join(" ".join(cell or "_" for cell in row) for row in copy)


def test_only_what_the_ministry_allows_stays_in_a_list_of_persons() -> None:
    table = f"""
    序号 姓名 学校 院系 年级 班级 专业 身份证号 联系电话 家庭住址 出生日期 银行卡号 性别 奖项
    1 张三 一中 理科部 高一 1班 数学 {ID} {MOBILE} 云杉路1号 2012-03-01 {CARD} 男 一等奖
    """
    assert masked(table) == "序号 姓名 学校 院系 年级 班级 专业\n1 张三 一中 理科部 高一 1班 数学"


@pytest.mark.parametrize(
    "heading",
    "身份证号 证件号码 手机 电话 联系方式 家庭住址 地址 出生日期 出生年月 银行卡号 账号 学号 学籍号 工号 考号 准考证号 邮箱 微信 QQ 家长姓名 监护人 父亲 母亲 "
    "公民身份号码 学生身份证件号码 家长联系电话 手机号码（必填） 户口所在地 护照号 开户银行 **联系电话** 紧急联系人 详细地址 E-mail".split(),
)
def test_a_column_is_left_out_when_its_heading_says_that_it_is_personal(heading: str) -> None:
    assert masked(f"姓名 {heading} 班级\n张三 甲乙丙 1班") == "姓名 班级\n张三 1班"


@pytest.mark.parametrize("heading", ["办公电话", "监督电话", "学校地址", "单位邮箱", "家长代表"])
def test_the_numbers_of_offices_are_no_personal_data(heading: str) -> None:
    assert masked(f"部门 {heading}\n教务处 0000-5550101") == f"部门 {heading}\n教务处 0000-5550101"


def test_columns_that_the_school_has_allowed_stay() -> None:
    rules = Rules(own_headings=frozenset({"奖项", "考号", "身份证号"}))
    assert masked(f"考号 姓名 奖项 身份证号\n0312 张三 一等奖 {ID}", rules) == "考号 姓名 奖项\n0312 张三 一等奖"


def test_a_table_of_things_keeps_its_columns() -> None:
    table = "品名 规格 单价 数量\n大米 10kg 58 20"
    assert masked(table) == table


def test_headings_may_stand_below_a_title() -> None:
    table = f"某校资助名单\n填表日期：2026年9月\n身份证号 姓名 班级\n{ID} 张三 1班\n注：如有异议请打{MOBILE}"
    assert masked(table) == "某校资助名单 _\n填表日期：2026年9月 _\n姓名 班级\n张三 1班\n注：如有异议请打（已隐去） _"


def test_headings_may_stand_in_two_rows() -> None:
    table = f"姓名 班级 家长 _ 联系方式\n_ _ 姓名 单位 手机\n张三 1班 李四 某厂 {MOBILE}"
    assert masked(table) == "姓名 班级\n_ _\n张三 1班"


def test_headings_may_come_again_further_down() -> None:
    table = "学号 姓名 班级\n0312 张三 1班\n学号 姓名 班级\n0313 李四 2班"
    assert masked(table) == "姓名 班级\n张三 1班\n姓名 班级\n李四 2班"


def test_a_second_table_with_other_columns_loses_its_own() -> None:
    table = f"学号 姓名 班级\n0312 张三 1班\n姓名 班级 电话\n李四 2班 {MOBILE}"
    assert masked(table) == "_ 姓名 班级\n_ 张三 1班\n姓名 班级 _\n李四 2班 _"


def test_a_row_of_data_with_a_word_that_is_a_heading_is_no_row_of_headings() -> None:
    table = f"学号 姓名 班级 电话\n0311 张三 1班 {MOBILE}\n0312 李四 1班 无手机\n0313 王五 1班 {OTHER_MOBILE}"
    assert masked(table) == "姓名 班级\n张三 1班\n李四 1班\n王五 1班"


def test_a_form_with_labels_at_the_left_is_masked_value_by_value() -> None:
    table = f"姓名 张三 性别 女\n身份证号 {ID} 班级 1班\n家庭住址 云杉路甲处 _ _"
    assert masked(table) == "姓名 张三 性别 女\n身份证号 （已隐去） 班级 1班\n家庭住址 （已隐去） _ _"


def test_a_table_without_headings_still_loses_its_numbers() -> None:
    assert masked(f"张三 {ID}\n李四 {MOBILE}") == "张三 （已隐去）\n李四 （已隐去）"


def test_a_column_without_a_heading_is_left_out_of_a_list_of_persons() -> None:
    assert masked("姓名 班级 _\n张三 1班 单亲") == "姓名 班级\n张三 1班"


def test_a_table_that_is_nothing_but_numbers_keeps_one_empty_column() -> None:
    assert masked(f"身份证号 电话\n{ID} {MOBILE}") == "_\n_"


def test_ends_are_left_in_their_columns() -> None:
    table = f"姓名 身份证号 电话 银行卡号 学号 家庭住址\n张三 {ID} {MOBILE}、{OTHER_MOBILE} {CARD} 20260312 云杉路12号"
    assert masked(table, ENDS).splitlines()[1] == (
        f"张三 330106********1238 138****5678、159****5678 622202*******{CARD[-4:]} 2******2 云****号"
    )


def test_a_column_may_hold_another_number_than_its_heading_says() -> None:
    assert masked(f"姓名 电话\n张三 {ID}", ENDS) == "姓名 电话\n张三 330106********1238"


def test_names_are_masked_in_their_column_and_wherever_else_they_stand() -> None:
    rules = Rules(names=NameMask.FIRST)
    assert masked("关于王小明同学的公示\n姓名 班级\n王小明 1班\n张三、李四 2班", rules) == (
        "关于王**同学的公示 _\n姓名 班级\n王** 1班\n张**、李** 2班"
    )


def test_a_number_behind_a_name_goes_and_the_name_stays() -> None:
    assert masked(f"姓名 班级\n张三{OTHER_ID} 1班") == "姓名 班级\n张三（已隐去） 1班"


def test_the_schools_own_numbers_stay() -> None:
    rules = Rules(own_values=frozenset({MOBILE}))
    assert (
        masked(f"监督电话：138-1234-5678\n值班：{OTHER_MOBILE}", rules) == "监督电话：138-1234-5678\n值班：（已隐去）"
    )


_CELLS = st.one_of(
    st.text(max_size=6), st.sampled_from(["姓名", "班级", "电话", "学号", "家长", "注：", "合计", "备注", MOBILE])
)


@given(st.lists(st.lists(_CELLS, max_size=5), max_size=8), st.sampled_from(NameMask), st.sampled_from(NumberMask))
def test_any_table_keeps_its_rows_and_loses_its_numbers(
    rows: list[list[str]], names: NameMask, numbers: NumberMask
) -> None:
    copy, left_out = mask_rows(rows, Rules(names=names, numbers=numbers), Tally())
    assert len(copy) == len(rows)
    assert not any(MOBILE in cell for row in copy for cell in row)
    assert all(len(after) >= len(before) - len(left_out) for before, after in zip(rows, copy, strict=True))
