"""What remains on the page of a record that was taken back or taken down."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.domain.edition import Shown, Stub
from disclosure.rendering.fragments import record_fragment, stub_fragment
from disclosure.rendering.site import Site
from sample import SCHOOL, record

SECRETS = {
    "概述": "概述文字",
    "责任人": "责任文字",
    "金额": "98765元",
    "收费": "[{项目: 收费文字, 标准: 15元, 计费单位: 每餐}]",
    "审签": "[{角色: 审签文字, 姓名: 沈某某, 日期: 2026-08-28}]",
    "备案": "{单位: 备案文字, 日期: 2026-09-01}",
    "变更": "[{日期: 2026-09-10, 说明: 变更文字}]",
    "公开渠道": "渠道文字",
}
WITHDRAWN = {"撤销": "{日期: 2026-10-01, 理由: 金额计算有误, 批准: 校长办公会}"}
FILED = {"撤销": "{日期: 2026-10-01, 理由: 金额计算有误, 批准: 校长办公会, 备案: 示例市教育局}"}
REMOVED = {"截止日期": "2026-09-30", "到期处理": "撤下"}


def page_of(site: Site) -> str:
    entry = site.entries["2026-0001"]
    return record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)


def banner_of(page: str) -> str:
    found = re.search(r"<div class=banner .*?</div>", page, re.DOTALL)
    assert found
    return " ".join(re.sub("<[^>]+>", "", found[0]).split())


TOLD = {
    "withdrawn": (WITHDRAWN, "已撤销 本件已于 2026年10月1日撤销。理由\uff1a金额计算有误。批准\uff1a校长办公会。"),
    "withdrawn and filed": (FILED, "已撤销 本件已于 2026年10月1日撤销。理由\uff1a金额计算有误。批准\uff1a校长办公会\uff0c已报示例市教育局备案。"),
    "removed": (REMOVED, "已撤下 公示期已于 2026年9月30日届满\uff0c内容和附件已按规定撤下\uff0c只保留本存根。"),
    "withdrawn, then past its removal": (REMOVED | WITHDRAWN, "已撤销 本件已于 2026年10月1日撤销。理由\uff1a金额计算有误。批准\uff1a校长办公会。"),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), TOLD.values(), ids=TOLD)
def test_the_banner_says_why(fields: dict[str, str], words: str, site_of: Callable[..., Site]) -> None:
    assert banner_of(page_of(site_of(record(**fields)))) == words


@pytest.mark.parametrize(("fields", "state"), [(WITHDRAWN, "withdrawn"), (REMOVED, "removed")])
def test_scripts_are_told_that_it_is_final(fields: dict[str, str], state: str, site_of: Callable[..., Site]) -> None:
    root = re.match(r"\s*<article ([^>]*)>", page_of(site_of(record(**fields))))
    assert root
    assert dict(re.findall(r"data-(?!record)([a-z]+)=\"?([^ >\"]*)", root[1])) == {"state": state}


@pytest.mark.parametrize(
    ("fields", "last"), [(WITHDRAWN, date(2026, 9, 30)), (REMOVED, date(2026, 9, 30))], ids=["withdrawn", "removed"]
)
def test_it_becomes_a_stub_on_the_day(fields: dict[str, str], last: date, site_of: Callable[..., Site]) -> None:
    for today, stub in ((last, False), (last.replace(month=10, day=1), True), (last.replace(month=10, day=2), True)):
        site = site_of(record(**fields), today=today)
        assert isinstance(site.entries["2026-0001"], Stub) is stub
        assert ("每餐 15 元。" in page_of(site)) is not stub


@pytest.mark.parametrize("fields", [WITHDRAWN, REMOVED], ids=["withdrawn", "removed"])
def test_the_text_and_the_files_are_gone(fields: dict[str, str], site_of: Callable[..., Site]) -> None:
    text = record(body="正文文字", 标题="标题文字", **(SECRETS | fields))
    page = page_of(site_of(text, files={"附件文字.pdf": b"%PDF-"}))
    assert "标题文字" in page
    for word in ("正文文字", "附件", "98,765", "98765", "沈某某", "收费文字", "变更文字", *SECRETS.values()):
        assert word not in page.replace("内容和附件已按规定撤下", "")


@pytest.mark.parametrize("fields", [WITHDRAWN, REMOVED], ids=["withdrawn", "removed"])
def test_it_says_how_to_ask_for_it(fields: dict[str, str], site_of: Callable[..., Site]) -> None:
    school = SCHOOL + "phones: {supervision: 0000-5550102}\nmailbox: office@school.example\n"
    page = page_of(site_of(record(**fields), school=school))
    assert '<a href="../../guide/">向学校申请</a>\uff0c请说明编号 2026-0001。' in page
    assert '<a href="tel:0000-5550102">0000-5550102</a>' in page
    assert '<a href="mailto:office@school.example?subject=反映问题\uff1a2026-0001%20' in page
    assert "<a href=../../admissions-fees/>招生收费</a>" in page


def test_a_stub_keeps_the_phone_of_its_record(site_of: Callable[..., Site]) -> None:
    school = SCHOOL + "phones: {supervision: 0000-5550102}\n"
    page = page_of(site_of(record(**WITHDRAWN, 监督电话="0000-5550109"), school=school))
    assert re.findall(r'href="tel:([^"]+)"', page) == ["0000-5550109"]


def test_a_stub_without_phone_and_mailbox_names_none(site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(**WITHDRAWN)))
    assert "监督电话" not in page
    assert "意见箱" not in page
    assert "None" not in page
