"""G150–G159: results of consultations, and the self-assessment (requirements S08, S29, A10)."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="G150",
        title="征求意见没有公布结果",
        severity=Severity.WARNING,
        why="征求了意见，就要说采纳了哪些、为什么没有采纳。截止以后多久公布，由 data/school.yml 的 征求意见结果时限 规定，没有写的是 20 个工作日。同一 关联 里环节是结果、采纳情况、定稿等的记录，或者替代它的记录，就是结果。",
        wrong="环节: 征求意见\n截止日期: 2026-06-03（到 7 月 2 日还没有结果）",
        right="关联: 2026作息调整\n环节: 意见采纳情况",
    ),
    Explanation(
        code="G151",
        title="自评指标不认识",
        severity=Severity.ERROR,
        why="编号在预设里有的，是改动那个指标；没有的，是学校自己增加的，要写全方面、指标和分值。计算 只能写程序会算的办法。回答里的指标要在表里。",
        wrong="指标: [{编号: Z01, 分值: 4}]",
        right="指标: [{编号: Z01, 方面: 成效, 指标: 开放日向家长介绍收支, 分值: 4}]",
    ),
    Explanation(
        code="G152",
        title="自评结论写得不对",
        severity=Severity.ERROR,
        why="由程序计算的指标，结论从记录和登记册里来，学校只能补充说明和证据，不能自己改成绿。由学校回答的指标要有结论，一年一个。",
        wrong="回答: [{指标: N03, 结论: 绿}]（N03 由程序计算）",
        right="回答: [{指标: N03, 说明: 新聘人员培训后补写}]",
    ),
    Explanation(
        code="G153",
        title="自评的证据找不到",
        severity=Severity.WARNING,
        why="证据是记录的编号，表里会链接过去；没有这条记录，督导就无从核对。",
        wrong="证据: [2026-9999]",
        right="证据: [2026-0003]",
    ),
    Explanation(
        code="G154",
        title="自评的年度对不上",
        severity=Severity.WARNING,
        why="自评表按 data/school.yml 的 统计周期 一年一张：自然年或学年。年度写成另一种，这些回答就没有表可放。",
        wrong="年度: 2025-2026学年（统计周期是自然年）",
        right="年度: 2026",
    ),
    Explanation(
        code="G155",
        title="自评指标有新版",
        severity=Severity.HINT,
        why="指标会随规定变动，所以有版本号。换了新版，照旧版填的回答要对照一遍。",
        wrong='预设版本: "2025.1"（程序里是 2026.1）',
        right='预设版本: "2026.1"',
    ),
)
