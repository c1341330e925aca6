"""G102–G119: what the registers say is whole, in order and in time; the day before, the day itself, the day after."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sample import SCHOOL, codes_of, make_school, problems_of, record

OPINION = {"编号": "YJ2026-001", "收到日期": "2026-11-16", "来源": "意见箱", "意见": "食堂收支表看不出人工费怎样算的"}
REQUEST = {"编号": "SQ2026-001", "收到日期": "2026-11-16", "申请人": "家长", "申请内容": "近两年校服的采购合同"}
EXEMPTION = {
    "编号": "BA2026-001", "内容": "监控的布置图", "情形": "校园安全稳定", "理由": "影响校园安全", "决定日期": "2026-03-02",
    "批准": "校务公开领导小组", "备案": "{单位: 示例市教育局, 日期: 2026-03-06}",
}  # fmt: skip
INSPECTION = {"编号": "JC2026-001", "日期": "2026-05-20", "检查单位": "监督小组", "范围": "收费", "情况": "真实"}
ANSWERED = {"答复日期": "2026-11-20", "答复": "已说明", "处理结果": "解释说明"}
TERMS = (
    "学期:\n  - {名称: 春, 开始: 2026-03-02, 结束: 2026-07-10}\n  - {名称: 秋, 开始: 2026-09-01, 结束: 2026-11-22}\n"
)


def school(folder: Path, *records: str, settings: str = "", **registers: list[dict[str, str]]) -> Path:
    """A small school with some registers; keys that are '' are left out."""
    root = make_school(folder, *records, school=SCHOOL + settings)
    (root / "data/registers").mkdir()
    for name, entries in registers.items():
        texts = ["- " + "\n  ".join(f"{key}: {value}" for key, value in one.items() if value) for one in entries]
        (root / f"data/registers/{name}.yml").write_text("\n".join(texts) + "\n")
    return root


@pytest.mark.parametrize(
    ("fields", "settings", "expected"),
    [
        ({"收到日期": "2026-11-09"}, "", []),
        ({"收到日期": "2026-11-06"}, "", ["G105"]),
        ({"收到日期": "2026-11-06"}, "意见答复时限: 30天\n", []),
        ({"收到日期": "2026-11-18"}, "意见答复时限: 4天\n", ["G105"]),
        ({"收到日期": "2026-11-06", "限期": "2026-11-23"}, "", []),
        ({"限期": "2026-11-22"}, "", ["G105"]),
        ({"收到日期": "2026-11-06", "答复日期": "2026-11-20", "答复": "甲", "处理结果": "解释说明"}, "", []),
        ({"收到日期": "2026-11-06", "答复日期": "2026-11-21", "答复": "甲", "处理结果": "解释说明"}, "", ["G106"]),
        ({"收到日期": "2026-11-06", **ANSWERED, "答复日期": "2026-11-25"}, "", ["G104", "G105"]),
        ({"收到日期": "2026-11-06", "答复": "甲", "处理结果": "解释说明"}, "", ["G107"]),
        ({"收到日期": "2026-11-06", "处理结果": "转有关部门"}, "", ["G107"]),
        ({**ANSWERED, "答复": ""}, "", ["G107"]),
        ({**ANSWERED, "处理结果": ""}, "", ["G107"]),
        ({**ANSWERED, "处理结果": "采纳改正"}, "", ["G108"]),
        ({**ANSWERED, "处理结果": "采纳改正", "更正": "2026-0001"}, "", []),
        ({**ANSWERED, "处理结果": "采纳改正", "再公布": "2026-0001"}, "", []),
        ({**ANSWERED, "处理结果": "部分采纳"}, "", []),
    ],
)
def test_opinions(fields: dict[str, str], settings: str, expected: list[str], tmp_path: Path) -> None:
    root = school(tmp_path, record(), settings=settings, opinions=[OPINION | fields])
    assert sorted(codes_of(root)) == expected


@pytest.mark.parametrize(
    ("fields", "guide", "expected"),
    [
        ({"收到日期": "2026-11-09"}, "", []),
        ({"收到日期": "2026-11-06"}, "", ["G109"]),
        ({"收到日期": "2026-11-06"}, "答复时限: 20个工作日", []),
        ({"收到日期": "2026-11-06"}, "答复时限: 十天", ["G109", "G119"]),
        ({"收到日期": "2026-11-06", "延长": "{日期: 2026-11-20, 理由: 汇总}"}, "延长时限: 5天", []),
        ({"收到日期": "2026-11-06", "延长": "{日期: 2026-11-20, 理由: 汇总}"}, "延长时限: 2天", ["G109"]),
        ({"收到日期": "2026-11-06", "延长": "{日期: 2026-11-21, 理由: 汇总}"}, "延长时限: 5天", ["G110"]),
        ({"收到日期": "2026-11-06", "延长": "{日期: 2026-11-20, 理由: 汇总}"}, "", ["G119"]),
        ({"收到日期": "2026-11-06", "答复日期": "2026-11-20", "答复结果": "予以公开"}, "", []),
        ({"收到日期": "2026-11-06", "答复日期": "2026-11-21", "答复结果": "予以公开"}, "", ["G110"]),
        ({"收到日期": "2026-11-06", "答复日期": "2026-11-24", "答复结果": "予以公开"}, "", ["G104", "G109"]),
        ({"收到日期": "2026-01-06", "答复结果": "当场答复"}, "", []),
        ({"收到日期": "2026-01-06", "答复日期": "2026-11-20", "答复结果": "当场答复"}, "", ["G110"]),
        ({"答复结果": "予以公开"}, "", ["G112"]),
        ({"答复日期": "2026-11-20"}, "", ["G112"]),
        ({"答复日期": "2026-11-20", "答复结果": "信息不存在"}, "", []),
        ({"答复日期": "2026-11-20", "答复结果": "不予公开", "理由": "隐私"}, "", ["G111"]),
        ({"答复日期": "2026-11-20", "答复结果": "部分公开", "备案册编号": "BA2026-001"}, "", ["G111"]),
        ({"答复日期": "2026-11-20", "答复结果": "不予公开", "理由": "隐私", "备案册编号": "BA2026-001"}, "", []),
    ],
)
def test_requests(fields: dict[str, str], guide: str, expected: list[str], tmp_path: Path) -> None:
    settings = f"公开指南: {{{guide}}}\n" if guide else ""
    root = school(tmp_path, settings=settings, requests=[REQUEST | fields], exemptions=[EXEMPTION])
    assert sorted(codes_of(root)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"备案": ""}, ["G113"]),
        ({"复核日期": "2026-11-23"}, []),
        ({"复核日期": "2026-11-22"}, ["G114"]),
        ({"复核日期": "2026-11-22", "公开日期": "2026-11-23"}, []),
        ({"复核日期": "2026-11-22", "公开日期": "2026-11-24"}, ["G114"]),
        ({"决定日期": "2026-11-24", "备案": ""}, ["G104"]),
    ],
)
def test_exemptions(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes_of(school(tmp_path, exemptions=[EXEMPTION | fields])) == expected


@pytest.mark.parametrize(
    ("days", "settings", "expected"),
    [
        (["2026-03-02"], "", ["秋"]),
        (["2026-03-02", "2026-09-01"], "", []),
        (["2026-07-10", "2026-11-22"], "", []),
        (["2026-08-31"], "", ["秋"]),
        (["2026-08-31"], "台账开始: 2026-03-01\n", ["秋"]),
        (["2026-09-01"], "", []),
        (["2026-09-01"], "台账开始: 2026-07-10\n", ["春"]),
        (["2026-09-01"], "台账开始: 2026-07-11\n", []),
        (["2026-03-02", "2026-11-23"], "", []),
    ],
)
def test_there_is_an_inspection_in_every_term_that_is_over(
    days: list[str], settings: str, expected: list[str], tmp_path: Path
) -> None:
    entries = [INSPECTION | {"编号": f"JC2026-{number}", "日期": day} for number, day in enumerate(days)]
    root = school(tmp_path, settings=TERMS + settings, inspections=entries)
    assert [one.message[0] for one in problems_of(root) if one.code == "G115"] == expected


@pytest.mark.parametrize(("end", "expected"), [("2026-11-22", 1), ("2026-11-23", 0), ("2026-11-24", 0)])
def test_a_term_that_is_not_over_may_still_be_inspected(end: str, expected: int, tmp_path: Path) -> None:
    settings = TERMS.replace("2026-11-22", end)
    root = school(tmp_path, settings=settings, inspections=[INSPECTION])
    assert codes_of(root).count("G115") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"问题": "[{问题: 甲, 限期: 2026-11-23}]"}, []),
        ({"问题": "[{问题: 甲, 限期: 2026-11-22}]"}, ["G116"]),
        ({"问题": "[{问题: 甲, 限期: 2026-11-22, 整改日期: 2026-11-23}]"}, []),
        ({"问题": "[{问题: 甲, 限期: 2026-11-22, 整改日期: 2026-11-24}]"}, ["G116"]),
        ({"问题": "甲"}, []),
        ({"知情率": "90%"}, []),
        ({"知情率": "89%"}, ["G117"]),
    ],
)
def test_what_an_inspection_found(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes_of(school(tmp_path, inspections=[INSPECTION | fields])) == expected


@pytest.mark.parametrize(
    ("sender", "text", "is_told"),
    [
        ("{姓名: 张小芳}", "张小芳反映排队太久", True),
        ("{姓名: 张小芳}", "张 小芳反映排队太久", True),
        ("{姓名: 张 小 芳}", "张小芳反映排队太久", True),
        ("张小芳", "张小芳反映排队太久", True),
        ("{姓名: Anna}", "ANNA 反映排队太久", True),
        ("{姓名: 张小芳}", "张某某反映排队太久", False),
        ("{姓名: 张}", "张老师反映排队太久", False),
        ("{姓名: 家长}", "有家长反映排队太久", False),
        ("{姓名: 王某某}", "王某某反映排队太久", False),
        ("{姓名: 匿名}", "匿名反映排队太久", False),
        ("{姓名: 王**}", "王**反映排队太久", False),
        ("{联系方式: xf_0000550}", "回复到 xf_0000550", True),
        ("{联系方式: 当面}", "要求当面答复", False),
        ("{联系方式: QQ}", "回复到 QQ", False),
    ],
)
def test_a_sender_is_not_named(sender: str, text: str, is_told: bool, tmp_path: Path) -> None:
    root = school(tmp_path, opinions=[OPINION | {"意见": text, "来信人": sender}])
    assert codes_of(root) == ["G118"] * is_told


@pytest.mark.parametrize(
    ("registers", "place"),
    [
        ({"opinions": [OPINION | {"编号": "B", **ANSWERED, "答复": "已告诉张小芳"}]}, "opinions.yml"),
        ({"requests": [REQUEST | {"申请内容": "给张小芳的答复"}]}, "requests.yml"),
        ({"requests": [REQUEST | {"延长": "{日期: 2026-11-20, 理由: 张小芳出差}"}]}, "requests.yml"),
        ({"exemptions": [EXEMPTION | {"理由": "张小芳要求保密"}]}, "exemptions.yml"),
        ({"inspections": [INSPECTION | {"情况": "张小芳的意见已答复"}]}, "inspections.yml"),
        ({"inspections": [INSPECTION | {"问题": "没有答复张小芳"}]}, "inspections.yml"),
    ],
)
def test_a_sender_is_not_named_elsewhere(
    registers: dict[str, list[dict[str, str]]], place: str, tmp_path: Path
) -> None:
    own = OPINION | {"来信人": "{姓名: 张小芳}"}
    entries = registers | {"opinions": [own, *registers.get("opinions", [])]}
    settings = "公开指南: {延长时限: 5天}\n"
    (found,) = problems_of(school(tmp_path, settings=settings, **entries))
    assert (found.code, found.severity.value, found.path.name) == ("G118", "error", place)
    assert "YJ2026-001" in found.message and "张小芳" not in found.message


@pytest.mark.parametrize("key", ["记录", "更正", "再公布"])
@pytest.mark.parametrize("field", ["标题", "概述"])
def test_a_record_does_not_name_the_sender(key: str, field: str, tmp_path: Path) -> None:
    own = OPINION | {"来信人": "{姓名: 张小芳}", key: "2026-0001"}
    root = school(tmp_path, record(**{field: "答张小芳"}), record("2026-0002", 标题="张小芳获奖"), opinions=[own])
    assert [(one.code, str(one.path)) for one in problems_of(root)] == [("G118", "data/records/a.md")]


def test_years_whose_working_days_are_unknown_are_told(tmp_path: Path) -> None:
    entries = {"opinions": [OPINION | {"收到日期": "2026-12-23"}], "requests": [REQUEST | {"收到日期": "2026-12-23"}]}
    root = school(tmp_path, **entries)
    found = problems_of(root, date(2027, 1, 3))
    assert [(one.code, one.path.name, one.line) for one in found] == [
        ("D106", "opinions.yml", 2),
        ("D106", "requests.yml", 2),
    ]
    assert all("2027 年起" in one.message and "2027-01-02" in one.message for one in found)
    assert codes_of(root, date(2027, 1, 2)) == []
    assert codes_of(root, date(2027, 1, 27)) == ["G105", "G109"]
