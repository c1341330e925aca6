"""A small school with a year behind it, for tests of annual reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.domain.annual_report import Report, interval_of
from disclosure.domain.year import year_named
from disclosure.errors.problem import Problem, SetupError
from disclosure.pipeline import read_and_check, select
from disclosure.rendering.site import Site
from disclosure.reporting.report import make_report
from sample import SCHOOL, make_school, record

OPEN = "公开的登记册: [意见登记册, 依申请公开台账, 统计, 年度报告]\n"
AFTER = date(2026, 1, 15)
"""After the year of `RECORDS`."""
WITHDRAWN = "{日期: 2025-11-03, 理由: 金额有误, 批准: 校长办公会}"
RECORDS = (
    record("2025-0001", 公布日期="2025-03-03", 形成日期="2025-02-25", 事项="I42", 栏目="", 公开渠道="[网站, 公开栏]"),
    record("2025-0002", 公布日期="2025-03-10", 责任部门="教务处"),
    record("2025-0003", 公布日期="2025-09-01", 撤销=WITHDRAWN),
    record("2025-0004", 公布日期="2025-10-08", 更正="2025-0002", 责任部门="教务处"),
    record("2025-0005", 公布日期="2025-12-31", 公开范围="教职工"),
    record("2026-0001", 公布日期="2026-01-08"),
)
"""Four of 2025 that everybody may read, one for the staff alone, one of the next year."""
OPINIONS = """\
- {编号: YJ1, 收到日期: 2025-03-12, 来源: 意见箱, 意见: 看不懂, 记录: 2025-0001, 责任部门: 总务处, 答复日期: 2025-03-18, 答复: 已补充, 处理结果: 采纳改正, 来信人: {姓名: 王小明}}
- {编号: YJ2, 收到日期: 2025-12-30, 来源: 来电, 意见: 想知道作息, 答复日期: 2026-01-20, 答复: 见网站, 处理结果: 解释说明}
"""
REQUESTS = """\
- {编号: SQ1, 收到日期: 2025-05-06, 申请人: 家长, 申请内容: 社团名额, 答复日期: 2025-05-12, 答复结果: 予以公开}
- {编号: SQ2, 收到日期: 2025-06-02, 申请人: 社会公众, 申请内容: 监控位置, 答复日期: 2025-06-09, 答复结果: 不予公开, 理由: 校园安全}
"""
SETTINGS = """\
编制人: 办公室
联系电话: 0000-5550101
年度数据: [{年度: 2025, 收取费用: 0元, 复议: 0, 诉讼: 1, 申诉: 0}]
"""
PROSE = """\
# 2025年

## 概述

今年公开 **{公开总数}** 条，收到意见 {意见} 条；写作 \\{公开总数\\} 的是占位。

## 六、存在的问题和改进

1. 报送慢。
2. 见[收费](record:2025-0001)。
"""


def reporting_school(
    root: Path, *records: str, settings: str = SETTINGS, prose: str = PROSE, catalogue: str = OPEN, school: str = SCHOOL,
    opinions: str = OPINIONS,
) -> Path:  # fmt: skip
    """Write the school and return its folder. What is given as '' is not written."""
    make_school(root, *(records or RECORDS), catalogue=catalogue, school=school)
    files = {
        "annual-report.yml": settings, "reports/2025.md": prose, "registers/opinions.yml": opinions, "registers/requests.yml": REQUESTS,
    }  # fmt: skip
    for name, text in files.items():
        if text:
            path = root / "data" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
    return root


def site_on(root: Path, day: date = AFTER, edition: str = "public") -> Site:
    """What an edition shows on a day."""
    return select(read_and_check(root, day).library, edition=edition, today=day)


def report_of(root: Path, year: str = "2025", *, day: date = AFTER, edition: str = "public") -> Report:
    """The report of a year."""
    named = year_named(year)
    assert named is not None
    return make_report(site_on(root, day, edition).edition, interval_of(named))


def told(root: Path, *codes: str, day: date = AFTER) -> list[Problem]:
    """What the checks say, of some codes."""
    try:
        problems = read_and_check(root, day).problems
    except SetupError as error:
        problems = error.problems
    return [problem for problem in problems if problem.code in codes]
