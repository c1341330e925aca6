"""The open-data interface: the published descriptions and the published data say the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from disclosure.domain.library import Library
from disclosure.domain.vocabulary import State
from disclosure.pipeline import select
from disclosure.publishing.interface import COLUMNS, FIELDS, key_of
from disclosure.publishing.open_data import open_data
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

FULL = {
    "公布日期": "2026-09-01 08:30", "文号": "云实校〔2026〕18号", "期号": "2026年第3期", "金额": "5.805万元", "关联": "跑道", "环节": "标准",
    "收费": "[{项目: 伙食费, 标准: 15元, 计费单位: 每餐}, {项目: 班车, 标准: 按实结算, 计费单位: 每月}]", "变更": "[{日期: 2026-09-10, 说明: 补充电话}]",
}  # fmt: skip
KINDS: dict[str, dict[str, str]] = {
    "plain": {},
    "in full": FULL | {"截止日期": "2026-12-31"},
    "of an item": {"事项": "I21", "栏目": ""},
    "expiring": FULL | {"截止日期": "2026-11-25"},
    "expired": FULL | {"截止日期": "2026-09-30"},
    "archived": FULL | {"截止日期": "2026-09-30", "到期处理": "往期"},
    "removed": FULL | {"截止日期": "2026-09-30", "到期处理": "撤下"},
    "withdrawn": FULL | {"撤销": "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"},
    "to be reviewed": FULL | {"复核日期": "2026-10-01"},
    "replaced": {},
    "a correction": {"更正": "2026-0010"},
    "awkward": {"标题": "'甲 \"乙\" <b> \\ 丙'", "金额": "0元", "栏目": "其他/财务"},
}


@pytest.fixture
def site(site_of: Callable[..., Site]) -> Site:
    """A record of every kind, numbered in order; the first has attachments."""
    texts = [record(f"2026-{number:04d}", **fields) for number, fields in enumerate(KINDS.values(), start=1)]
    return site_of(*texts, files={"表 1.csv": b"a,b", "空.txt": b""}, school=SCHOOL + "data_license: 署名即可使用\n")


def read(site: Site) -> dict[str, Any]:
    files = {file.path: file.content for file in open_data(site)}
    return {name: json.loads(content) for name, content in files.items() if name.endswith(".json")} | {
        "table": list(csv.reader(io.StringIO(files["records.csv"].decode("utf-8-sig"), newline="")))
    }


def mistakes(files: dict[str, Any]) -> list[str]:
    """What `records.json` says against its own schema."""
    schema = files["records.schema.json"]
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in check.iter_errors(files["records.json"])]


def test_the_data_are_as_the_schema_says(site: Site) -> None:
    files = read(site)
    assert mistakes(files) == []
    assert len(files["records.json"]["records"]) == len(KINDS)
    assert files["records.json"]["$schema"] == files["records.schema.json"]["$id"]


def test_records_of_all_kinds_are_among_them(site: Site) -> None:
    """Else the test above would say little: every state and every key occurs."""
    rows = read(site)["records.json"]["records"]
    assert {row["state"] for row in rows} == {state.value for state in State}
    assert {key for row in rows for key in row} == {one.name for one in FIELDS}


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_the_data_of_the_example_school_are_too(library: Library, edition: str) -> None:
    assert mistakes(read(select(library, edition=edition, today=TODAY))) == []


def test_an_empty_site_is_too(site_of: Callable[..., Site]) -> None:
    assert mistakes(read(site_of(record(草稿="是")))) == []


WRONG: dict[str, Callable[[dict[str, Any]], Any]] = {
    "no number": lambda row: row.pop("id"),
    "an unknown key": lambda row: row.update(body="甲"),
    "an unknown state": lambda row: row.update(state="draft"),
    "a day that is none": lambda row: row.update(published="2026-13-01"),
    "an amount in words": lambda row: row.update(amount="5.8万元"),
    "a stub with an amount": lambda row: row.update(state="removed", amount="5"),
    "a stub with a digest": lambda row: row.update(state="withdrawn"),
    "a withdrawal that is shown": lambda row: row.update(withdrawn="2026-10-01"),
    "a record without digest": lambda row: row.pop("source_sha256"),
    "a fee without unit": lambda row: row.update(fees=[{"name": "伙食费", "standard": "15元"}]),
    "an empty list": lambda row: row.update(attachments=[]),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG)
def test_the_schema_finds_what_is_wrong(spoil: Callable[[dict[str, Any]], Any], site: Site) -> None:
    files = read(site)
    spoil(files["records.json"]["records"][0])
    assert len(mistakes(files)) > 0


def test_everything_is_described_in_chinese(site: Site) -> None:
    schema = read(site)["records.schema.json"]
    record_schema = schema["properties"]["records"]["items"]
    told = [*schema["properties"].values(), *record_schema["properties"].values()]
    told += [part for one in record_schema["properties"].values() for part in one.get("items", {}).get("properties", {}).values()]  # fmt: skip
    assert [one for one in told if not one["description"].endswith("。")] == []
    states = {one["const"]: one["title"] for one in record_schema["properties"]["state"]["oneOf"]}
    assert states == {state.value: state.label for state in State}


def test_a_key_that_is_not_described_cannot_be_written() -> None:
    assert key_of("title") == ',"title":'
    with pytest.raises(KeyError):
        key_of("body")


def test_the_columns_of_the_table_are_those_described(site: Site) -> None:
    files = read(site)
    columns = files["records.csv-metadata.json"]["tableSchema"]["columns"]
    assert files["table"][0] == [column["titles"] for column in columns] == [one.heading for one in COLUMNS]
    assert len({column["name"] for column in columns}) == len(columns)
    assert [column for column in columns if not column["dc:description"].endswith("。")] == []


def test_cells_are_of_the_kind_that_is_described(site: Site) -> None:
    """And stand in the column of the same name as in `records.json`."""
    files = read(site)
    columns = files["records.csv-metadata.json"]["tableSchema"]["columns"]
    said_otherwise = {"column", "item", "state", "attachments"}
    for cells, row in zip(files["table"][1:], files["records.json"]["records"], strict=True):
        for column, cell in zip(columns, cells, strict=True):
            assert cell or not column.get("required")
            if column["name"] not in said_otherwise:
                assert cell == row.get(column["name"], "")
        separated = dict(zip([column["name"] for column in columns], cells, strict=True))["attachments"]
        assert [one for one in separated.split("；") if one] == [one["file"] for one in row.get("attachments", ())]
