"""`records.json` and `records.csv`: everything that the edition shows, and nothing that it does not."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from disclosure.publishing.open_data import open_data
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

FULL = {
    "概述": "秘密概述", "公布日期": "2026-09-01 08:30", "截止日期": "2026-12-31", "文号": "云实校〔2026〕18号", "期号": "2026年第3期",
    "金额": "5.80万元", "收费": "[{项目: 伙食费, 标准: 15元, 计费单位: 每餐}]", "关联": "跑道", "环节": "招标公告",
    "变更": "[{日期: 2026-09-10, 说明: 补充电话}, {日期: 2026-12-10, 说明: 以后的}]",
}  # fmt: skip
WITHDRAWN = {"撤销": "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"}
REMOVED = {"截止日期": "2026-09-30", "到期处理": "撤下"}


def files_of(site: Site) -> dict[str, bytes]:
    return {file.path: file.content for file in open_data(site, basis="甲")}


def rows_of(site: Site) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(files_of(site)["records.json"])["records"]
    return rows


def table_of(site: Site) -> list[dict[str, str]]:
    text = files_of(site)["records.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_site_is_named(site_of: Callable[..., Site]) -> None:
    found = json.loads(files_of(site_of(record(), edition="internal"))["records.json"])
    assert {key: found[key] for key in found if key != "records"} == {
        "$schema": "https://school.example/xwgk/records.schema.json", "version": "1.0",
        "school": "示例学校", "url": "https://school.example/xwgk/", "edition": "internal",
    }  # fmt: skip


def test_a_licence_is_told_where_the_school_gives_one(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), school=SCHOOL + "data_license: 署名即可使用\n")
    assert json.loads(files_of(site)["records.json"])["license"] == "署名即可使用"


def test_a_record_tells_everything_that_its_page_tells(site_of: Callable[..., Site]) -> None:
    text = record(栏目="其他/财务", 标题='甲 "引号" & <b>', **FULL)
    (row,) = rows_of(site_of(text, files={"表 1.csv": b"a,b"}))
    assert row == {
        "id": "2026-0001", "title": '甲 "引号" & <b>', "url": "r/2026-0001/", "column": "other/finance",
        "department": "总务处", "published": "2026-09-01", "expires": "2026-12-31", "state": "current",
        "series": "跑道", "stage": "招标公告", "document_number": "云实校〔2026〕18号", "issue": "2026年第3期", "amount": "58000",
        "fees": [{"name": "伙食费", "standard": "15元", "unit": "每餐"}], "changes": [{"date": "2026-09-10", "note": "补充电话"}],
        "attachments": [{"file": "表 1.csv", "sha256": sha256(b"a,b").hexdigest(), "size": 3}],
        "source_sha256": sha256(text.encode()).hexdigest(),
    }  # fmt: skip


def test_what_is_not_known_is_left_out(site_of: Callable[..., Site]) -> None:
    (row,) = rows_of(site_of(record()))
    assert list(row) == ["id", "title", "url", "column", "department", "published", "state", "source_sha256"]


@pytest.mark.parametrize(
    ("fields", "state", "withdrawn"),
    [(WITHDRAWN, "withdrawn", "2026-10-01"), (REMOVED, "removed", None)],
    ids=["withdrawn", "removed"],
)
def test_a_stub_tells_only_what_its_page_tells(
    fields: dict[str, str], state: str, withdrawn: str | None, site_of: Callable[..., Site]
) -> None:
    site = site_of(record(**(FULL | fields)), files={"表.csv": b"a"})
    (row,) = rows_of(site)
    known = {
        "id",
        "title",
        "url",
        "column",
        "department",
        "published",
        "expires",
        "state",
        "series",
        "stage",
        "document_number",
    }
    assert set(row) == (known | {"withdrawn"} if withdrawn else known)
    assert (row["state"], row.get("withdrawn")) == (state, withdrawn)
    for content in (files_of(site)[name] for name in ("records.json", "records.csv")):
        for word in ("5.8", "58000", "伙食费", "补充电话", "表.csv", "概述"):
            assert word not in content.decode()


def test_nothing_of_others_and_nothing_of_tomorrow(site_of: Callable[..., Site]) -> None:
    texts = [
        record("2026-0003"),
        record("2026-0002", 公开范围="教职工", 关联="秘密"),
        record("2026-0004", 公布日期="2026-11-24"),
        record("2026-0005", 草稿="是"),
        record("2026-0001", 公布日期="2026-10-01"),
    ]
    assert [row["id"] for row in rows_of(site_of(*texts))] == ["2026-0001", "2026-0003"]
    assert [row["编号"] for row in table_of(site_of(*texts))] == ["2026-0001", "2026-0003"]
    assert "秘密" not in files_of(site_of(*texts))["records.json"].decode()
    internal = site_of(*texts, edition="internal")
    assert [row["id"] for row in rows_of(internal)] == ["2026-0001", "2026-0002", "2026-0003"]


def test_an_empty_site_has_an_empty_list(site_of: Callable[..., Site]) -> None:
    site = site_of(record(草稿="是"))
    assert rows_of(site) == []
    assert len(files_of(site)["records.csv"].decode().splitlines()) == 1


def test_there_is_a_line_for_each_record(site_of: Callable[..., Site]) -> None:
    lines = files_of(site_of(record(), record("2026-0002")))["records.json"].decode().splitlines()
    assert len(lines) == 4
    assert all(json.loads(line.rstrip(","))["title"] for line in lines[1:-1])


def test_a_spreadsheet_opens_the_table(site_of: Callable[..., Site]) -> None:
    site = site_of(record(栏目="其他/财务", **FULL), files={"表.csv": b"a", "乙.csv": b"b"})
    content = files_of(site)["records.csv"]
    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
    (row,) = table_of(site)
    assert row == {
        "编号": "2026-0001", "标题": "第2026-0001件", "网址": "r/2026-0001/", "栏目": "其他/财务", "公开事项": "",
        "责任部门": "总务处", "公布日期": "2026-09-01", "截止日期": "2026-12-31", "状态": "公示中", "撤销日期": "", "金额（元）": "58000",
        "期号": "2026年第3期", "文号": "云实校〔2026〕18号", "关联": "跑道", "环节": "招标公告", "附件": "乙.csv；表.csv",
    }  # fmt: skip


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_spreadsheet_computes_nothing(title: str, site_of: Callable[..., Site]) -> None:
    site = site_of(record(标题=f'"{title}"'))
    assert [row["标题"] for row in table_of(site)] == [f"'{title}"]
    assert [row["title"] for row in rows_of(site)] == [title]


def keys_of(site: Site, basis: str = "甲") -> set[str]:
    return {file.key for file in open_data(site, basis=basis) if file.path in ("records.json", "records.csv")}


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        ({"标题": "乙"}, {}),
        ({"金额": "6元"}, {}),
        (WITHDRAWN, {}),
        (REMOVED, {}),
        ({}, {"files": {"表.csv": b"b"}}),
        ({}, {"files": {"乙.csv": b"a"}}),
        ({}, {"today": date(2026, 12, 26)}),
        ({}, {"today": date(2026, 12, 10)}),
    ],
    ids=["title", "amount", "withdrawn", "removed", "attachment", "its name", "expiring", "a change is due"],
)
def test_the_key_changes_with_what_is_told(
    fields: dict[str, str], more: dict[str, Any], site_of: Callable[..., Site]
) -> None:
    attached = {"files": {"表.csv": b"a"}}
    before, now = site_of(record(**FULL), **attached), site_of(record(**(FULL | fields)), **(attached | more))
    assert files_of(before) != files_of(now)
    assert keys_of(before) != keys_of(now)


def test_the_key_stays_with_what_is_told(site_of: Callable[..., Site]) -> None:
    first, next_day = site_of(record(**FULL)), site_of(record(**FULL), today=date(2026, 11, 24))
    assert files_of(first) == files_of(next_day)
    assert keys_of(first) == keys_of(next_day)
    assert keys_of(first) != keys_of(first, basis="乙")


def test_the_same_site_gives_the_same_bytes(site_of: Callable[..., Site]) -> None:
    texts = [record(), record("2026-0002", **WITHDRAWN)]
    school = SCHOOL + "page_size: 2\n"
    assert files_of(site_of(*texts)) == files_of(site_of(*reversed(texts), school=school, today=TODAY))
