"""/reports/: a page and a document for each year, in editions where reports are open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from disclosure.publishing.framing import Framing
from disclosure.publishing.output import OutputFile
from disclosure.publishing.report_pages import report_pages, report_urls, reports_fragment, reports_key
from disclosure.rendering.frame import Frame
from disclosure.rendering.site import Site
from reports import AFTER, OPEN, PROSE, RECORDS, reporting_school, site_on
from sample import record

FRAME = Frame(parts=("", "title", " ", "head", " ", "content", " ", "canonical", " ", "dated", ""))


def files_of(site: Site) -> Mapping[str, OutputFile]:
    """Everything that is published of reports."""
    framing = Framing(frame_for=lambda _column, _depth: FRAME, site=site)
    return {file.path: file for file in report_pages(site, framing=framing)}


def test_pages_and_documents(tmp_path: Path) -> None:
    site = site_on(reporting_school(tmp_path))
    assert sorted(files_of(site)) == [
        "reports/2025/index.html", "reports/2025/report-2025.docx", "reports/2026/index.html", "reports/2026/report-2026.docx",
    ]  # fmt: skip
    assert report_urls(site) == ["reports/2026/", "reports/2025/"]


def test_figures_are_links_and_the_schools_words_are_safe(tmp_path: Path) -> None:
    prose = f"{PROSE}\n<script>alert(1)</script>\n"
    page = files_of(site_on(reporting_school(tmp_path, prose=prose)))["reports/2025/index.html"].content.decode()
    assert '<a href="../../statistics/2025/month/">4</a> 条' in page
    assert '<strong><a href="../../statistics/2025/month/">4</a></strong>' in page
    assert '<a href="../../r/2025-0001/">收费</a>' in page
    assert "写作 {公开总数} 的是占位" in page
    assert "alert(1)" not in page
    assert "王小明" not in page


def test_the_running_year_says_that_its_figures_may_change(tmp_path: Path) -> None:
    files = files_of(site_on(reporting_school(tmp_path)))
    running, over = (files[f"reports/{year}/index.html"].content.decode() for year in (2026, 2025))
    assert "截至 2026年1月15日的数字，年度结束后还会变化" in running
    assert "年度结束后还会变化" not in over


def test_an_edition_without_reports_has_no_pages(tmp_path: Path) -> None:
    site = site_on(reporting_school(tmp_path, catalogue=""))
    assert not files_of(site)
    assert "还没有年度报告" in reports_fragment(site)


def test_the_same_key_is_the_same_content(tmp_path: Path) -> None:
    """Day by day, and with every file changed in turn."""
    seen: dict[tuple[str, str], bytes] = {}
    later = (date(2026, 1, 16), date(2026, 1, 21), date(2026, 2, 1))
    schools = [site_on(reporting_school(tmp_path / "a"), day) for day in (AFTER, *later)]
    schools += [
        site_on(reporting_school(tmp_path / "b", prose="")), site_on(reporting_school(tmp_path / "c", settings="")),
        site_on(reporting_school(tmp_path / "d", opinions="")), site_on(reporting_school(tmp_path / "e", catalogue=f"{OPEN}预设: five-systems\n")),
        site_on(reporting_school(tmp_path / "f", RECORDS[0].replace("第2025-0001件", "收费标准"), *RECORDS[1:])),
        site_on(reporting_school(tmp_path / "g", *RECORDS, record("2026-0002", body="4 条", 公布日期="2026-01-10", 年报="{年度: 2025, 公开总数: 4}"))),
    ]  # fmt: skip
    keys: set[str] = set()
    for site in schools:
        for path, file in files_of(site).items():
            content = file.content
            assert seen.setdefault((path, file.key), content) == content, path
            keys.add(file.key)
        key = ("", reports_key(site))
        assert seen.setdefault(key, reports_fragment(site).encode()) == reports_fragment(site).encode()
    assert len(keys) > 20


def test_a_year_that_is_over_is_not_made_again_from_day_to_day(tmp_path: Path) -> None:
    reporting_school(tmp_path)
    first, second = (files_of(site_on(tmp_path, day)) for day in (AFTER, date(2026, 1, 16)))
    assert first["reports/2025/index.html"].key == second["reports/2025/index.html"].key
    assert first["reports/2025/report-2025.docx"].key == second["reports/2025/report-2025.docx"].key


def test_the_list_names_the_record_that_is_the_report(tmp_path: Path) -> None:
    own = record("2026-0002", body="4 条", 公布日期="2026-01-10", 年报="{年度: 2025, 公开总数: 4}", 标题="2025年年报")
    site = site_on(reporting_school(tmp_path, *RECORDS, own))
    assert '正式公布的报告：<a href="../r/2026-0002/">2025年年报</a>' in reports_fragment(site)
    assert "2025年年报" in files_of(site)["reports/2025/index.html"].content.decode()
