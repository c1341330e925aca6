"""G140–G149: annual reports (requirements A9)."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="G140",
        title="年度报告里没有这个数字",
        severity=Severity.ERROR,
        why="花括号里写数字的名称，生成报告时填入。名称写错了，报告里就会缺一句。花括号本身要写成 \\{。",
        wrong="## 概述\n\n全年公开 {公开条数} 条。",
        right="## 概述\n\n全年公开 {公开总数} 条。",
    ),
    Explanation(
        code="G141",
        title="年度报告没有这一章",
        severity=Severity.ERROR,
        why="data/reports 里的文字按“## 章节名”放进报告。章节名对不上，这段文字就不会出现。有哪些章节由 data/annual-report.yml 决定。",
        wrong="## 主动公开情况说明",
        right="## 主动公开情况",
    ),
    Explanation(
        code="G142",
        title="年度报告的文字放错了地方",
        severity=Severity.ERROR,
        why="一年一个文件，文件名是年度；文件里每段文字都要在一个“## 章节名”下面，否则不知道放进哪一章。",
        wrong="data/reports/年报.md",
        right="data/reports/2026.md，或者 data/reports/2025-2026.md",
    ),
    Explanation(
        code="G143",
        title="年报的数字与名单不同",
        severity=Severity.WARNING,
        why="年报里的每个数字都应当能从网站的名单里数出来。比较时按这条记录的公布日期：那一天已经公布、收到、答复的才算，以后的变化不影响。",
        wrong="年报: {年度: 2025-2026, 公开总数: 52}（名单里是 49 条）",
        right="年报: {年度: 2025-2026, 公开总数: 49}",
    ),
    Explanation(
        code="G144",
        title="年报的数字没有写在正文里",
        severity=Severity.WARNING,
        why="年报这一项只用来核对；读者看的是正文。两处不一样，核对就没有意义。正文里用阿拉伯数字写。",
        wrong="年报: {年度: 2025-2026, 公开总数: 49}\n---\n主动公开 52 条。",
        right="年报: {年度: 2025-2026, 公开总数: 49}\n---\n主动公开 49 条。",
    ),
)
