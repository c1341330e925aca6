"""What `disclosure new` writes reads back as the record that was asked for, and numbers go on where they stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.record import Record
from disclosure.domain.workdays import Span, Unit
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.draft import draft_text, next_id
from disclosure.reading.form import Part
from disclosure.reading.load import load_library
from disclosure.reading.record_keys import RECORD
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
