"""D: dates, notice periods and the life of a record."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="D101",
        title="截止日期早于公布日期",
        severity=Severity.ERROR,
        why="公示还没有开始就结束了。",
        wrong="公布日期: 2026-09-10\n截止日期: 2026-09-01",
        right="公布日期: 2026-09-10\n截止日期: 2026-09-25",
    ),
    Explanation(
        code="D102",
        title="形成日期晚于公布日期",
        severity=Severity.ERROR,
        why="信息先形成，后公布。",
        wrong="形成日期: 2026-09-10\n公布日期: 2026-09-01",
        right="形成日期: 2026-09-01\n公布日期: 2026-09-10",
    ),
    Explanation(
        code="D103",
        title="日期不合常理",
        severity=Severity.WARNING,
        why="年份多半写错了。",
        wrong="公布日期: 2062-09-01",
        right="公布日期: 2026-09-01",
    ),
    Explanation(
        code="D104",
        title="公示期短于事项的最低要求",
        severity=Severity.WARNING,
        why="公开栏公示不少于 15 天等要求写在公开目录里，学校可以在 catalogue.yml 里调整。",
        wrong="公示期: 3天",
        right="公示期: 15天",
    ),
    Explanation(
        code="D105",
        title="公示期和截止日期对不上",
        severity=Severity.ERROR,
        fixed=True,
        why="两处算出的最后一天不同，就不知道以哪一天为准。公示期从公布日期当天起算。",
        wrong="公布日期: 2026-09-01\n公示期: 15天\n截止日期: 2026-09-30",
        right="公布日期: 2026-09-01\n公示期: 15天",
    ),
    Explanation(
        code="D106",
        title="当年工作日安排未知",
        severity=Severity.WARNING,
        why="国务院办公厅每年年底才公布下一年的调休；没有公布以前按自然日计算，公布后请更新程序并核对。",
        wrong="公布日期: 2027-03-01\n公示期: 7个工作日",
        right="公布日期: 2027-03-01\n截止日期: 2027-03-09",
    ),
    Explanation(
        code="D107",
        title="变更、撤销、复核、补公开早于公布",
        severity=Severity.ERROR,
        why="这些事只能发生在公布当天或以后。",
        wrong="公布日期: 2026-09-10\n撤销: {日期: 2026-09-01, 理由: 有误, 批准: 校长办公会}",
        right="撤销: {日期: 2026-09-12, 理由: 有误, 批准: 校长办公会}",
    ),
    Explanation(
        code="D108",
        title="到期撤下，却没有截止日期",
        severity=Severity.WARNING,
        why="没有截止日期就永远不会撤下；名单类信息超过公示期必须撤下（教财厅函〔2017〕28号）。",
        wrong="到期处理: 撤下\n截止日期: 长期",
        right="到期处理: 撤下\n公示期: 7天",
    ),
)
