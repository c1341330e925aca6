"""A record's page in every state: what its banner says in words, what its root element says to scripts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date
from importlib.resources import files

import pytest
from lxml import html

from disclosure.domain.edition import Shown
from disclosure.domain.school import Settings
from disclosure.rendering.fragments import record_fragment
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record


def page_of(site: Site, record_id: str = "2026-0001") -> str:
    shown = site.entries[record_id]
    assert isinstance(shown, Shown)
    return record_fragment(shown, site)


def data_of(page: str) -> dict[str, str]:
    """The data attributes of the root element, but for the department."""
    root = re.match(r"\s*<article [^>]*>", page)
    assert root
    return dict(re.findall(r"data-(state|expires|since|after|review)=\"?([^ >\"]*)", root[0]))


def banner_of(page: str) -> str:
    found = re.search(r"<div class=banner .*?</div>", page, re.DOTALL)
    assert found
    return " ".join(re.sub("<[^>]+>", "", found[0]).split())


PERIOD = {"截止日期": "2026-11-30", "公布日期": "2026-11-01"}
OVER = "公示期已于 2026年11月30日结束\uff0c以下内容仅供查阅。"
STATES = {
    "first day": (PERIOD, date(2026, 11, 1), "current", "公示中 公示至 2026年11月30日\uff08含当日\uff09\uff0c还有 29 天\uff08按 2026年11月1日计\uff09。"),
    "day before the last week": (PERIOD, date(2026, 11, 23), "current", "公示中 公示至 2026年11月30日\uff08含当日\uff09\uff0c还有 7 天\uff08按 2026年11月23日计\uff09。"),
    "first of the last seven days": (PERIOD, date(2026, 11, 24), "expiring", "即将到期 公示至 2026年11月30日\uff08含当日\uff09\uff0c还有 6 天\uff08按 2026年11月24日计\uff09。"),
    "last day": (PERIOD, date(2026, 11, 30), "expiring", "即将到期 公示至 2026年11月30日\uff08含当日\uff09\uff0c今天截止\uff08按 2026年11月30日计\uff09。"),
    "day after": (PERIOD, date(2026, 12, 1), "expired", f"已到期 {OVER}"),
    "day after, to the archive": (PERIOD | {"到期处理": "往期"}, date(2026, 12, 1), "archived", f"往期 {OVER}"),
    "standing": ({}, TODAY, "standing", "长期有效 自 2026年9月1日起长期公开。"),
    "on the day of review": ({"复核日期": "2026-11-23"}, TODAY, "standing", "长期有效 自 2026年9月1日起长期公开\uff0c2026年11月23日前复核。"),
    "day after review": ({"复核日期": "2026-11-22"}, TODAY, "review-due", "待复核 应在 2026年11月22日前复核\uff0c是否继续有效请向总务处核实。"),
    "review of a notice": (PERIOD | {"复核日期": "2026-11-22"}, TODAY, "current", "公示中 公示至 2026年11月30日\uff08含当日\uff09\uff0c还有 7 天\uff08按 2026年11月23日计\uff09。"),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "today", "state", "words"), STATES.values(), ids=STATES)
def test_the_banner(fields: dict[str, str], today: date, state: str, words: str, site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(**fields), today=today))
    assert data_of(page)["state"] == state
    assert banner_of(page) == words


@pytest.mark.parametrize(
    ("fields", "data"),
    [
        ({}, {"state": "standing"}),
        ({"复核日期": "2027-08-31"}, {"state": "standing", "review": "2027-08-31"}),
        ({"复核日期": "2026-11-22"}, {"state": "review-due"}),
        (PERIOD, {"state": "current", "expires": "2026-11-30", "since": "2026-11-23"}),
        (PERIOD | {"复核日期": "2027-08-31"}, {"state": "current", "expires": "2026-11-30", "since": "2026-11-23"}),
        (
            PERIOD | {"到期处理": "往期"},
            {"state": "current", "expires": "2026-11-30", "since": "2026-11-23", "after": "archive"},
        ),
        (
            PERIOD | {"到期处理": "撤下"},
            {"state": "current", "expires": "2026-11-30", "since": "2026-11-23", "after": "remove"},
        ),
    ],
)
def test_what_scripts_need_to_go_on_by_themselves(
    fields: dict[str, str], data: dict[str, str], site_of: Callable[..., Site]
) -> None:
    page = page_of(site_of(record(**fields)))
    assert data_of(page) == data
    assert ("data-says" in page) is (len(data) > 1), "words that the script may have to change"
    assert ('data-department="总务处"' in page) is ("review" in data), (
        "whom to ask, where the script may have to say so"
    )


CHANGED = {"变更": "[{日期: 2026-10-01, 说明: 补一行}, {日期: 2026-12-24, 说明: 再补一行}]"}


@pytest.mark.parametrize("today", [date(2026, 11, 2), date(2026, 11, 30)])
def test_while_the_days_are_counted_scripts_are_told_since_when(today: date, site_of: Callable[..., Site]) -> None:
    assert data_of(page_of(site_of(record(**PERIOD), today=today)))["since"] == today.isoformat()


@pytest.mark.parametrize(
    ("fields", "first", "last"),
    [
        ({}, date(2026, 9, 1), date(2027, 1, 1)),
        (CHANGED, date(2026, 9, 1), date(2026, 9, 30)),
        (CHANGED, date(2026, 10, 1), date(2026, 12, 23)),
        ({"复核日期": "2026-11-22"}, date(2026, 9, 1), date(2026, 11, 22)),
        ({"复核日期": "2026-11-22"}, date(2026, 11, 23), date(2027, 1, 1)),
        (PERIOD, date(2026, 12, 1), date(2027, 1, 1)),
        (PERIOD | {"到期处理": "往期"}, date(2026, 12, 1), date(2027, 1, 1)),
    ],
)
def test_all_other_pages_are_the_same_from_day_to_day(
    fields: dict[str, str], first: date, last: date, site_of: Callable[..., Site]
) -> None:
    """What is over, or has no end, stays as it is whatever the reader's clock says: it tells no days to reckon with."""
    page = page_of(site_of(record(**fields), today=first))
    assert page == page_of(site_of(record(**fields), today=last))
    assert not {"since", "expires"} & set(data_of(page))


@pytest.mark.parametrize("days", [1, 30])
def test_the_school_says_how_long_expiring_is(days: int, site_of: Callable[..., Site]) -> None:
    site = site_of(record(**PERIOD), school=SCHOOL + f"warn_days: {days}\n")
    assert data_of(page_of(site))["state"] == ("current" if days == 1 else "expiring")


def test_theme_and_script_know_how_long_expiring_is_where_the_school_says_nothing() -> None:
    """Most schools leave it at that, and every page would say it."""
    theme = files("disclosure_theme")
    assert f'getAttribute("data-warn") || {Settings().warn_days});' in (theme / "assets/disclosure.js").read_text()
    assert (
        f"{{% if school.settings.warn_days != {Settings().warn_days} %}} data-warn="
        in (theme / "main.html").read_text()
    )


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 30), "正在征求意见\uff0c2026年11月30日\uff08含当日\uff09以前可以向总务处提出。"),
        (date(2026, 12, 1), "意见征集已于 2026年11月30日结束。"),
    ],
)
def test_a_consultation_says_until_when(today: date, words: str, site_of: Callable[..., Site]) -> None:
    assert words in banner_of(page_of(site_of(record(**PERIOD, 环节="征求意见"), today=today)))
    assert words not in banner_of(page_of(site_of(record(**PERIOD, 环节="公告"), today=today)))


@pytest.mark.parametrize(("name", "kind"), [("说明", "文件"), ("名单.", "文件"), ("名单.v2.PdF", "PDF")])
def test_an_attachment_without_extension_is_a_file(name: str, kind: str, site_of: Callable[..., Site]) -> None:
    assert f"{name}</a> <span>{kind}\uff0c2 KB</span>" in page_of(site_of(record(), files={name: b"0" * 2048}))


def test_attachments_are_named_with_kind_size_and_fingerprint(site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(附件="[{文件: 收费 表.XLSX, 名称: 收费表}]"), files={"收费 表.XLSX": b"0" * 2048}))
    link = '<a href="%E6%94%B6%E8%B4%B9%20%E8%A1%A8.XLSX" download>收费表</a>'
    assert f"{link} <span>XLSX\uff0c2 KB\uff0c收费 表.XLSX</span>" in page
    assert f"SHA-256 <code>{hashlib.sha256(b'0' * 2048).hexdigest()}</code>" in page


def test_changes_are_told_in_the_order_of_their_days_and_not_before_there_are_any(site_of: Callable[..., Site]) -> None:
    text = record(变更="[{日期: 2026-09-12, 说明: 乙}, {日期: 2026-09-10, 说明: 甲}]")
    assert "变更说明" not in page_of(site_of(text, today=date(2026, 9, 9)))
    page = page_of(site_of(text, today=date(2026, 9, 12)))
    assert page.index("2026年9月10日</time> 甲") < page.index("2026年9月12日</time> 乙")


@pytest.mark.parametrize(
    ("today", "told"), [(date(2026, 9, 9), False), (date(2026, 9, 10), True), (date(2026, 9, 11), True)]
)
def test_a_change_is_told_from_its_day(today: date, told: bool, site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(变更="[{日期: 2026-09-10, 说明: 补充了咨询电话}]"), today=today))
    assert ('<time datetime="2026-09-10">2026年9月10日</time> 补充了咨询电话' in page) is told


@pytest.mark.parametrize(
    ("school", "fields", "phones"),
    [
        ("", {}, []),
        ("phones: {supervision: [0000-5550102, 0000-5550103]}\n", {}, ["0000-5550102", "0000-5550103"]),
        ("phones: {supervision: 0000-5550102}\n", {"监督电话": "0000-5550109"}, ["0000-5550109"]),
    ],
)
def test_whom_to_call(school: str, fields: dict[str, str], phones: list[str], site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(**fields), school=SCHOOL + school))
    assert re.findall(r'href="tel:([^"]+)"', page) == phones
    assert ("监督电话" in page) is bool(phones)
    assert "请说明编号 2026-0001。" in page


def test_what_must_go_with_the_text_is_marked_for_scripts(site_of: Callable[..., Site]) -> None:
    fields = {
        "概述": "概述文字",
        "收费": "[{项目: 餐费, 标准: 15元, 计费单位: 每餐}]",
        "变更": "[{日期: 2026-09-10, 说明: 变更文字}]",
        "责任人": "责任人文字",
        "截止日期": "2026-12-31",
        "到期处理": "撤下",
    }
    page = page_of(site_of(record(body="正文文字", **fields), files={"附件文字.pdf": b"%PDF-"}))
    whole = html.document_fromstring(page)
    for part in list(whole.iterfind(".//*[@data-removable]")):
        part.drop_tree()
    kept = whole.text_content()
    for word in ("概述文字", "餐费", "变更文字", "正文文字", "附件文字", "责任人文字", "分享链接"):
        assert word in page
        assert word not in kept
    for word in ("公开信息", "责任部门", "2026年12月31日", "反映问题"):
        assert word in kept


def test_what_a_clerk_writes_in_fields_is_text(site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(标题="<b>标题</b>", 概述="<script>x</script>", 责任部门="'总务\"><img src=x>'")))
    assert page.count("<b>") == 1, "the word for the state"
    assert "<script" not in page
    assert "<img" not in page
