"""S: sign-offs and the steps before publication (requirements A5)."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="S101",
        title="缺少审签",
        severity=Severity.WARNING,
        why="这个事项公布前要经过这些人审核（公开目录里事项的 审签，可以按本校规定修改）；谁审查、谁负责。",
        wrong="审签: [{角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}]（缺监督小组）",
        right="审签:\n  - {角色: 监督小组, 姓名: 程某某, 日期: 2026-08-27}\n  - {角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}",
    ),
    Explanation(
        code="S102",
        title="审签人不在名单上",
        severity=Severity.WARNING,
        why="审签当天的名单（data/school.yml 的 小组）里没有这个人，签字就没有效力。名单上括号里的职务也算：组长（校长）就是校长。名单上从来没有的职务不核对。",
        wrong="审签: [{角色: 监督小组, 姓名: 王某某, 日期: 2026-08-27}]（王某某 2025 年已经卸任）",
        right="审签: [{角色: 监督小组, 姓名: 程某某, 日期: 2026-08-27}]",
    ),
    Explanation(
        code="S103",
        title="财务事项没有全体监督小组审签",
        severity=Severity.WARNING,
        why="财务事项要由监督小组全体成员审核签字。姓名要写出来，写“全体成员”无法与名单核对。",
        wrong="审签: [{角色: 监督小组, 姓名: 程某某, …}]（还有四人没签）",
        right="审签:\n  - {角色: 监督小组, 姓名: 程某某、白某某、闻某某、齐某某、韩某某, 日期: 2026-11-06}\n  - {角色: 校长, 姓名: 沈某某, 日期: 2026-11-09}",
    ),
    Explanation(
        code="S104",
        title="审签晚于公布",
        severity=Severity.WARNING,
        why="先审查、后公开。签字晚于公布，说明没有审就公开了。公布以后又有变更、为变更重新审签的不算；写了补公开的，按补公开的日期算。",
        wrong="公布日期: 2026-09-01\n审签: [{角色: 校长, 姓名: 沈某某, 日期: 2026-09-03}]",
        right="公布日期: 2026-09-01\n审签: [{角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}]",
    ),
    Explanation(
        code="S105",
        title="一人以两个身份审签",
        severity=Severity.WARNING,
        why="自己审自己等于没有审。确实可以兼任的写进 data/school.yml 的 可兼角色。教代会、班子等集体决定由谁代签，不算一个身份。",
        wrong="审签: [{角色: 经办, 姓名: 程某某, 日期: 2026-08-26}, {角色: 监督小组, 姓名: 程某某, 日期: 2026-08-27}]",
        right="审签: [{角色: 经办, 姓名: 邵某某, 日期: 2026-08-26}, {角色: 监督小组, 姓名: 程某某, 日期: 2026-08-27}]",
    ),
    Explanation(
        code="S106",
        title="审签的角色当天没有人",
        severity=Severity.WARNING,
        why="那一天名单里没有任期，或没有人担任这个职务，无法核对。请补全 data/school.yml 的 小组。",
        wrong="2021-09-01 由监督小组审签，名单从 2022-09-01 开始",
        right="data/school.yml:\n小组:\n  supervision:\n    名称: 校务公开监督小组\n    任期:\n      - {开始: 2019-09-01, 结束: 2022-08-31, 成员: [{姓名: 程某某, 职务: 组长}]}",
    ),
    Explanation(
        code="S107",
        title="金额达到起点，缺少会议同意",
        severity=Severity.WARNING,
        why="达到这个金额要先经教代会、校务委员会或班子同意（事项的 金额起点，可以按本校规定修改）。高低几个起点都达到的，都要经过；同一 关联 的记录里有一次就够。",
        wrong="金额: 6万元（没有教代会）",
        right="审签:\n  - {角色: 教代会, 姓名: 第三届第二次会议, 日期: 2026-06-18}",
    ),
    Explanation(
        code="S108",
        title="会议报告送得太晚",
        severity=Severity.WARNING,
        why="向教代会、教职工大会的报告要提前送监督小组和代表审阅（事项的 提前送达）。",
        wrong="会议日期: 2026-12-18\n审签: [{角色: 监督小组, 姓名: 程某某, 日期: 2026-12-15}]",
        right="会议日期: 2026-12-18\n审签: [{角色: 监督小组, 姓名: 程某某, 日期: 2026-12-04}, {角色: 教职工代表, 姓名: 江某某, 日期: 2026-12-11}]",
    ),
    Explanation(
        code="D109",
        title="公布得太晚",
        severity=Severity.WARNING,
        why="信息形成以后要在规定的期限内公布（事项的 时限；教办〔2010〕15号为 20 个工作日）。形成当天不算，从第二天数起；工作日按国务院的放假安排。",
        wrong="形成日期: 2026-06-01\n公布日期: 2026-09-01",
        right="形成日期: 2026-08-20\n公布日期: 2026-09-01",
    ),
)
