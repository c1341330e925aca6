"""What `disclosure new` writes reads back as the record that was asked for, and numbers go on where they stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.record import Filing, Record
from disclosure.domain.workdays import Span, Unit
from disclosure.reading import values
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.draft import Given, draft_text, folder_of_new, next_id
from disclosure.reading.form import Part
from disclosure.reading.load import load_library
from disclosure.reading.nodes import Mapping
from disclosure.reading.record_keys import RECORD
from disclosure.reading.scalar import flow_mapping
from disclosure.reading.strict_yaml import parse
from sample import make_school

CATALOGUE = """\
事项:
  - {编号: X01, 名称: 校车收费, 栏目: other/finance, 时限: 20个工作日, 责任部门: 总务处, 内容: 线路和标准, 依据: 示例市校车办法,
     最短公示期: 7个工作日, 必填: [概述, 收费, 期号, 公示期, 附件], 审签: [监督小组, 校长]}
  - {编号: X02, 名称: 校车路线, 栏目: other, 时限: 5天, 责任部门: 总务处, 必填: [公示期或截止日期, 审签]}
"""
DAY = date(2026, 9, 1)


def catalogue_of(root: Path) -> Catalogue:
    return read_catalogue(root / "data/catalogue.yml", root=root)


def read_back(root: Path, text: str) -> Record:
    (root / "data/records/new.md").write_text(text)
    library, problems = load_library(root)
    assert problems == []
    (found,) = library.records.values()
    return found


@pytest.mark.parametrize(
    "title",
    [
        "2026年秋季校车收费",
        "甲、乙\uff1a丙",
        "2026-09-01",
        "No. 3",
        "关于\u201c校车\u201d的公示",
        "甲#乙",
        "[转发]关于收费",
        "秋季: 收费",
        '"甲"乙',
        "null",
        "- 甲",
        "甲 #1",
        "@甲",
        "{甲}",
        "'甲",
        "&甲",
        "*甲*",
        "!甲",
        "%甲",
    ],
)
def test_a_draft_is_the_record_that_was_asked_for(title: str, tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=CATALOGUE)
    text = draft_text(catalogue_of(root).items["X01"], record_id="2026-0007", title=title, published=DAY)
    found = read_back(root, text)
    assert (found.id, found.title, found.item, found.column) == ("2026-0007", title, "X01", "other/finance")
    assert (found.published, found.published_time, found.department, found.draft) == (DAY, None, "总务处", True)
    assert (found.notice_period, found.expires) == (Span(count=7, unit=Unit.WORKING_DAYS), date(2026, 9, 9))
    assert (found.summary, found.fees, found.signoffs, found.attachments) == ("", (), (), ())
    assert "线路和标准" in load_library(root)[0].bodies["2026-0007"]


def test_an_item_without_a_department_has_a_draft_that_can_be_read(tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue="事项:\n  - {编号: X01, 名称: 甲, 栏目: other/finance, 时限: 5天}\n")
    text = draft_text(catalogue_of(root).items["X01"], record_id="2026-0007", title="甲", published=DAY)
    assert read_back(root, text).department


@pytest.mark.parametrize("preset", ["standard", "five-systems", "compulsory-education"])
def test_a_draft_of_every_item_of_every_preset_can_be_read(preset: str, tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=f"预设: {preset}\n")
    items = catalogue_of(root).items
    for item in items.values():
        text = draft_text(item, record_id=item.id, title="甲", published=DAY)
        (root / f"data/records/{item.id}.md").write_text(text)
    library, problems = load_library(root)
    assert problems == []
    assert {found.item: found.column for found in library.records.values()} == {
        item.id: item.column for item in items.values()
    }


def keys_asked(text: str) -> list[str]:
    """Chinese keys of a draft in their order, whether to be filled in or to be uncommented."""
    known = [key.chinese for key in RECORD.keys]
    rows = [row.removeprefix("# ") for row in text.split("\n---\n")[0].splitlines()]
    return [row.partition(":")[0] for row in rows if row.partition(":")[0] in known]


def test_a_draft_asks_for_what_the_item_requires_and_each_once(tmp_path: Path) -> None:
    items = catalogue_of(make_school(tmp_path, catalogue=CATALOGUE)).items
    always = ["编号", "标题", "事项", "公布日期", "责任部门"]
    first, second = (draft_text(items[key], record_id="a", title="甲", published=DAY) for key in ("X01", "X02"))
    assert keys_asked(first) == [*always, "公示期", "概述", "收费", "期号", "审签", "草稿"]
    assert keys_asked(second) == [*always, "公示期", "审签", "草稿"]
    assert "示例市校车办法" in first and "20个工作日内公开" in first and "不得少于 7个工作日" in first
    assert "角色: 监督小组" in first and "角色: 校长" in first and "角色: 校长" in second


def test_what_is_offered_as_a_comment_can_be_read_once_uncommented(tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=CATALOGUE)
    text = draft_text(catalogue_of(root).items["X01"], record_id="2026-0007", title="甲", published=DAY)
    offered = ("# 收费", "# 审签", "#   -")
    rows = [row.removeprefix("#").removeprefix(" ") if row.startswith(offered) else row for row in text.splitlines()]
    found = read_back(root, "\n".join(row for row in rows if not row.startswith("草稿")))
    assert [sign_off.role for sign_off in found.signoffs] == ["监督小组", "校长"]
    assert len(found.fees) == 1 and not found.draft


@pytest.mark.parametrize("key", [key for key in RECORD.keys if isinstance(key, Part)], ids=lambda key: key.name)
def test_the_examples_of_lists_can_be_read(key: Part, tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=CATALOGUE)
    text = draft_text(catalogue_of(root).items["X02"], record_id="2026-0007", title="甲", published=DAY)
    (root / "data/records/new").mkdir()
    (root / "data/records/new/预算表.xlsx").write_bytes(b"x")
    (root / "data/records/new/index.md").write_text(text.replace("草稿:", f"{key.chinese}: {key.example}\n草稿:"))
    library, problems = load_library(root)
    assert problems == []
    assert getattr(library.records["2026-0007"], key.name)


GIVEN: Given = {
    "published": "2026-09-01 08:30", "audience": "家长、教职工", "department": "办公室", "owner": "甲: 乙", "expires": "2026-12-31",
    "summary": "是", "issue": "2026-09", "document_number": "云实校〔2026〕18号", "amount": "5.8万元", "formed": "2026-08-20",
    "filed": [{"to": "示例市教育局, 基础科", "date": "2026-08-30"}],
    "fees": [{"name": "伙食费", "standard": "15元", "unit": "每餐", "scope": "自愿"}, {"name": "- 校车", "standard": "{0}", "unit": "a: b # c"}],
    "signoffs": [{"role": "校长", "name": "沈某某", "date": "2026-08-28"}],
}  # fmt: skip


def test_what_is_given_is_the_record_and_the_rest_stays_a_hint(tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=CATALOGUE)
    text = draft_text(
        catalogue_of(root).items["X01"],
        record_id="2026-0007",
        title="甲",
        published=DAY,
        given=GIVEN,
        body="第一段。\n\n---\n\n第二段。",
    )
    found = read_back(root, text)
    assert (found.published, found.published_time, found.department, found.owner) == (
        DAY,
        time(8, 30),
        "办公室",
        "甲: 乙",
    )
    assert {one.label for one in found.audience} == {"家长", "教职工"}
    assert (found.expires, found.notice_period, found.formed) == (date(2026, 12, 31), None, date(2026, 8, 20))
    assert (found.summary, found.issue, found.document_number, found.amount) == (
        "是",
        "2026-09",
        "云实校〔2026〕18号",
        58000,
    )
    assert found.filed == Filing(to="示例市教育局, 基础科", day=date(2026, 8, 30))
    assert [(fee.name, fee.standard, fee.unit, fee.scope) for fee in found.fees] == [
        ("伙食费", "15元", "每餐", "自愿"), ("- 校车", "{0}", "a: b # c", "")
    ]  # fmt: skip
    assert [(one.role, one.name) for one in found.signoffs] == [("校长", "沈某某")]
    assert found.draft and load_library(root)[0].bodies["2026-0007"].strip() == "第一段。\n\n---\n\n第二段。"
    assert "  # - {角色: 监督小组, 姓名: 某某, 日期: 2026-09-01} # 审签以后去掉开头的 # 和空格再填\n" in text
    assert text.count("公示期:") == 0 and "截止日期: 2026-12-31 # 不得少于 7个工作日\n" in text


def test_a_signature_that_was_missing_is_one_when_its_comment_is_taken_away(tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=CATALOGUE)
    text = draft_text(catalogue_of(root).items["X01"], record_id="2026-0007", title="甲", published=DAY, given=GIVEN)
    found = read_back(root, text.replace("  # - {", "  - {"))
    assert [one.role for one in found.signoffs] == ["校长", "监督小组"]


def test_a_record_that_is_no_draft_says_nothing_of_drafts(tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=CATALOGUE)
    text = draft_text(
        catalogue_of(root).items["X02"],
        record_id="2026-0007",
        title="甲",
        published=DAY,
        given={"expires": "长期"},
        is_draft=False,
    )
    found = read_back(root, text)
    assert "草稿" not in text and not found.draft and found.expires is None
    assert keys_asked(text) == ["编号", "标题", "事项", "公布日期", "责任部门", "截止日期", "审签"]


@pytest.mark.parametrize(
    "text",
    [
        "甲",
        "甲, 乙",
        "{甲}",
        "[甲]",
        "甲: 乙",
        "甲 # 乙",
        "2026-09-01",
        "null",
        "是",
        '"甲"',
        "'甲",
        "- 甲",
        "甲}",
        "a,b",
        "@甲",
        "15元/生",
        "\\",
        "？",
    ],
)
def test_a_text_in_a_flow_mapping_reads_back_as_it_is(text: str) -> None:
    read = parse(flow_mapping([("项目", text), ("标准", text)]))
    assert isinstance(read, Mapping)
    assert {key: values.text(node) for key, node in read.values.items()} == {"项目": text, "标准": text}


@pytest.mark.parametrize(
    ("folders", "column", "year", "found"),
    [
        ([], "other/finance", 2026, "2026"),
        (["2026"], "other/finance", 2026, "2026"),
        (["other/finance"], "other/finance", 2026, "other/finance"),
        (["other/finance"], "other", 2027, "other"),
        (["other"], "other/finance", 2027, "2027"),
        (["admissions-fees"], "other/finance", 2026, "2026"),
    ],
)
def test_a_new_file_goes_into_the_folder_of_its_column_where_there_is_one(
    folders: list[str], column: str, year: int, found: str, tmp_path: Path
) -> None:
    items = catalogue_of(make_school(tmp_path, catalogue=CATALOGUE)).items
    records = tmp_path / "data/records"
    for folder in folders:
        (records / folder).mkdir(parents=True)
    assert folder_of_new(records, replace(items["X01"], column=column), year) == records / found


def test_a_file_with_the_name_of_a_column_is_no_folder(tmp_path: Path) -> None:
    items = catalogue_of(make_school(tmp_path, catalogue=CATALOGUE)).items
    (tmp_path / "data/records/other").write_text("")
    assert folder_of_new(tmp_path / "data/records", items["X02"], 2026) == tmp_path / "data/records/2026"


@pytest.mark.parametrize(
    ("taken", "year", "number"),
    [
        ([], 2026, "2026-0001"),
        (["2026-0001"], 2026, "2026-0002"),
        (["2026-0012", "2026-0007"], 2026, "2026-0013"),
        (["2025-0099", "2027-0003"], 2026, "2026-0001"),
        (["2026-9", "2026-0008"], 2026, "2026-0010"),
        (["2026-9999"], 2026, "2026-10000"),
        (["2026-10000", "2026-9999"], 2026, "2026-10001"),
        (["2026-A1", "2026-0003-2", "2026", "甲", ""], 2026, "2026-0001"),
        (["20260-0005", "12026-0005"], 2026, "2026-0001"),
    ],
)
def test_the_next_number(taken: list[str], year: int, number: str) -> None:
    assert next_id(taken, year) == number
    assert next_id(reversed(taken), year) == number
