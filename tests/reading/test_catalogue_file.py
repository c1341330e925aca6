"""catalogue.yml on top of a preset: add, change, hide, a tree of one's own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from disclosure.domain.catalogue import Catalogue, Threshold
from disclosure.domain.due import DueKind
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.domain.workdays import Span, Unit
from disclosure.reading.catalogue import read_catalogue

STANDARD = ["organization", "planning", "regulations", "admissions-fees", "other"]
OTHER = [
    "finance",
    "procurement",
    "construction",
    "personnel",
    "honours",
    "integrity",
    "union",
    "feedback",
    "disclosure-work",
]
NEW_ITEM = "事项:\n  - {编号: X01, 名称: 校车收费, 栏目: other/finance, 时限: 20个工作日%s}\n"


def read(text: str | None, root: Path) -> Catalogue:
    path = root / "data/catalogue.yml"
    path.parent.mkdir(exist_ok=True)
    if text is not None:
        path.write_text(text)
    return read_catalogue(path, root=root)


@pytest.mark.parametrize("text", [None, "", "# 以后再写\n", "预设: standard\n", "preset: standard\n"])
def test_the_standard_catalogue_is_there_without_a_word(text: str | None, tmp_path: Path) -> None:
    catalogue = read(text, tmp_path)
    assert [column.path for column in catalogue.columns] == STANDARD
    assert [column.path for column in catalogue.columns[-1].children] == [f"other/{name}" for name in OTHER]
    assert list(catalogue.items) == [f"I{number:02}" for number in range(1, 71)]
    assert catalogue.preset == "standard"


def test_a_column_is_added_at_the_top_and_below_another(tmp_path: Path) -> None:
    catalogue = read(
        "栏目:\n  - {标识: party, 名称: 党建, 说明: 党务公开。}\n  - {标识: other, 下级: [{标识: bus, 名称: 校车, 别名: [接送]}]}\n",
        tmp_path,
    )
    assert [column.path for column in catalogue.columns] == [*STANDARD, "party"]
    assert [child.path for child in catalogue.column("other").children] == [f"other/{name}" for name in [*OTHER, "bus"]]
    assert (catalogue.column("party").name, catalogue.column("party").about) == ("党建", "党务公开。")
    for spelling in ("other/bus", "其他/校车", "校车", "bus", "接送"):
        assert catalogue.column(spelling).path == "other/bus"


def test_a_column_is_renamed_and_keeps_its_address_and_its_children(tmp_path: Path) -> None:
    catalogue = read("columns:\n  - {id: other, name: 其余}\n", tmp_path)
    assert [column.path for column in catalogue.columns] == STANDARD
    assert catalogue.column("其余/财务").path == "other/finance"
    assert "其他/财务" not in catalogue.column_names


def test_a_column_is_hidden_with_its_items_moved(tmp_path: Path) -> None:
    catalogue = read(
        "栏目:\n  - {标识: other, 下级: [{标识: union, 启用: 否}]}\n事项:\n  - {编号: I64, 栏目: other/finance}\n",
        tmp_path,
    )
    assert "other/union" not in [column.path for column in catalogue.walk()]
    assert "工会" not in catalogue.column_names
    assert catalogue.items["I64"].column == "other/finance"


def test_a_column_at_the_top_is_hidden_with_all_below_it(tmp_path: Path) -> None:
    inside = [item.id for item in read(None, tmp_path).items.values() if item.column.startswith("other")]
    moved = "".join(f"  - {{编号: {item_id}, 栏目: planning}}\n" for item_id in inside)
    catalogue = read(f"栏目: [{{标识: other, 启用: 否}}]\n事项:\n{moved}", tmp_path)
    assert [column.path for column in catalogue.walk()] == STANDARD[:-1]


def test_a_tree_of_ones_own_takes_the_place_of_the_presets(tmp_path: Path) -> None:
    names = "、".join(
        ["organization", "planning", "regulations", "admissions-fees", *(f"other/{name}" for name in OTHER)]
    )
    catalogue = read(
        f"栏目树:\n  - {{标识: all, 名称: 全部, 别名: {names}、other}}\n  - {{标识: bus}}\n栏目: [{{标识: bus, 名称: 校车}}]\n",
        tmp_path,
    )
    assert [(column.path, column.name) for column in catalogue.columns] == [("all", "全部"), ("bus", "校车")]
    assert {item.column for item in catalogue.items.values()} == {"all"}


def test_a_new_item_has_defaults(tmp_path: Path) -> None:
    item = read(NEW_ITEM % "", tmp_path).items["X01"]
    assert (item.name, item.column, item.publish_within) == (
        "校车收费",
        "other/finance",
        Span(count=20, unit=Unit.WORKING_DAYS),
    )
    assert item.audience == {Audience.PUBLIC}
    assert (item.after_expiry, item.cadence) == (AfterExpiry.BANNER, Cadence.IMMEDIATE)
    assert (item.due, item.required, item.signoffs, item.thresholds) == ((), (), (), ())
    assert (item.min_notice, item.personal_data, item.enabled) == (None, False, True)


def test_a_new_item_with_everything(tmp_path: Path) -> None:
    more = (
        ", 内容: 线路, 依据: 甲, 范围: [家长, 教职工], 频次: 定期, 时间: [每学期开学前, 每年1月31日前, 变动后5个工作日内], 责任部门: 总务处,"
        " 责任人: 总务主任, 类型: 收费, 到期处理: 撤下, 最短公示期: 15天, 含个人信息: 是, 必填: [summary, 收费, 公示期或截止日期],"
        " 审签: 监督小组、校长, 金额起点: [{金额: 5万元, 机构: 教代会}, {amount: 50万元, body: 主管部门}]"
    )
    catalogue = read(NEW_ITEM % more, tmp_path)
    item = catalogue.items["X01"]
    assert item.audience == {Audience.PARENTS, Audience.STAFF}
    assert [rule.kind for rule in item.due] == [DueKind.BEFORE_TERM, DueKind.BEFORE_DATE, DueKind.AFTER_CHANGE]
    assert (item.due[1].month, item.due[1].day, item.due[2].within) == (1, 31, Span(count=5, unit=Unit.WORKING_DAYS))
    assert (item.contents, item.basis, item.department, item.owner) == ("线路", "甲", "总务处", "总务主任")
    assert (item.cadence, item.kind, item.after_expiry) == (Cadence.PERIODIC, Kind.FEES, AfterExpiry.REMOVE)
    assert (item.min_notice, item.personal_data) == (Span(count=15, unit=Unit.DAYS), True)
    assert (item.required, item.signoffs) == (("summary", "fees", "expiry"), ("监督小组", "校长"))
    assert item.thresholds == (
        Threshold(amount=Decimal(50_000), body="教代会"),
        Threshold(amount=Decimal(500_000), body="主管部门"),
    )
    assert catalogue.item_names["校车收费"] is item and list(catalogue.items)[-1] == "X01"


def test_a_change_touches_only_what_it_names(tmp_path: Path) -> None:
    before = read(None, tmp_path).items
    after = read(
        "事项:\n  - {编号: I42, 责任部门: 财务科, 最短公示期: 30天}\n  - {编号: I48, 启用: 否}\n", tmp_path
    ).items
    assert list(after) == list(before)
    assert [item_id for item_id in before if before[item_id] != after[item_id]] == ["I42", "I48"]
    assert (after["I42"].department, after["I42"].min_notice) == ("财务科", Span(count=30, unit=Unit.DAYS))
    assert (after["I42"].name, after["I42"].required) == (before["I42"].name, before["I42"].required)
    assert (before["I48"].enabled, after["I48"].enabled) == (True, False)


def test_thresholds_replace_those_of_the_preset(tmp_path: Path) -> None:
    text = "事项: [{编号: I42, 金额起点: [{金额: 1万元, 机构: 教代会}]}]\n"
    assert read(text, tmp_path).items["I42"].thresholds == (Threshold(amount=Decimal(10_000), body="教代会"),)
    assert read(text.replace("[{金额: 1万元, 机构: 教代会}]", "[]"), tmp_path).items["I42"].thresholds == ()
