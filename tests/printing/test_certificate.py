"""`disclosure certificate`: from when to when a record was public, and what exactly it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from building import PROJECT, disclosure
from disclosure.domain.record import LateEntry
from disclosure.rendering.certificate import certificate_page, statement
from disclosure.rendering.site import Site
from printing_tools import pages_of, sizes_of, with_chromium
from sample import TODAY, make_school, record

SiteOf = Callable[..., Site]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "自 2026年9月1日起公开，到 2026年11月23日仍在公开，长期有效。"),
        (
            {"截止日期": "2026-12-31"},
            "自 2026年9月1日起公开，到 2026年11月23日仍在公开，公示至 2026年12月31日（含当日）。",
        ),
        (
            {"截止日期": "2026-10-31"},
            "自 2026年9月1日起公开，到 2026年11月23日仍在公开；公示期已于 2026年10月31日结束。",
        ),
        (
            {"截止日期": "2026-10-31", "到期处理": "撤下"},
            "自 2026年9月1日起公开，到 2026年10月31日（含当日）公示期满，内容和附件已按规定撤下。",
        ),
        (
            {"撤销": "{日期: 2026-11-01, 理由: 名单有误, 批准: 校务会, 备案: 区教育局}"},
            "自 2026年9月1日起公开，于 2026年11月1日撤销。理由：名单有误。批准：校务会，已报区教育局备案。",
        ),
    ],
)
def test_from_when_to_when(fields: dict[str, str], said: str, site_of: SiteOf) -> None:
    site = site_of(record(**fields))
    assert statement(site.entries["2026-0001"], site, None) == said


def test_a_replaced_record_names_what_took_its_place(site_of: SiteOf) -> None:
    site = site_of(record(), record("2026-0002", 更正="2026-0001"))
    assert statement(site.entries["2026-0001"], site, None).endswith("仍在公开；后来公开的 2026-0002 已更正它。")


def test_a_late_entry_was_public_from_the_day_on_which_it_came(site_of: SiteOf) -> None:
    site = site_of(record())
    late = LateEntry(day=TODAY.replace(day=5), reason="漏报")
    assert statement(site.entries["2026-0001"], site, late).startswith("自 2026年11月5日起公开")


def test_text_and_attachments_have_their_digests(site_of: SiteOf) -> None:
    text, file = record(附件="[{文件: a.csv, 名称: 明细}]", 变更="[{日期: 2026-10-01, 说明: 改了电话}]"), b"1,2\n"
    site = site_of(text, files={"a.csv": file})
    html = certificate_page(site.entries["2026-0001"], site, style="")
    for content in (text.encode(), file):
        assert hashlib.sha256(content).hexdigest() in html
    assert "2026年10月1日 改了电话" in html and "盖章" in html and "签字" in html
    assert "只说明资料库和网站写明的情况" in html


def test_a_stub_tells_dates_and_reason_and_nothing_of_its_text(site_of: SiteOf) -> None:
    fields = {"概述": "秘密一", "撤销": "{日期: 2026-11-01, 理由: 名单有误, 批准: 校长}"}
    text = record(body="秘密二", **fields)
    site = site_of(text)
    html = certificate_page(site.entries["2026-0001"], site, style="")
    assert "名单有误" in html and "本证明不载明内容" in html
    assert "秘密" not in html
    assert hashlib.sha256(text.encode()).hexdigest() not in html


def test_it_is_written_as_a_page_without_a_browser(tmp_path: Path) -> None:
    done = disclosure("certificate", "2026-0014", "--root", PROJECT, "--today", "2026-11-23", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2026-0014" in (tmp_path / "公开证明-2026-0014.html").read_text()


@pytest.mark.browser
def test_it_is_written_as_a_pdf(tmp_path: Path) -> None:
    with_chromium()
    output = tmp_path / "c.pdf"
    done = disclosure("certificate", "2026-0014", "--root", PROJECT, "--today", "2026-11-23", "--output", output)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2026-0014" in "".join(pages_of(output)) and sizes_of(output) == {(210, 297)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2026-001",), "没有公开过编号是 2026-001 的记录，是不是 2026-0001？"),
        (("2026-0002",), "没有公开过编号是 2026-0002 的记录"),
        (("2026-0001", "--output", "a.docx"), "扩展名要是 .pdf 或 .html"),
        ((), "缺少 编号"),
    ],
    ids=["unknown", "draft", "wrong kind", "no number"],
)
def test_what_cannot_be_certified_is_told(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record(), record("2026-0002", 草稿="是"))
    done = disclosure("certificate", *arguments, "--root", root, "--today", "2026-11-23", cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.glob("公开证明*")) == []
