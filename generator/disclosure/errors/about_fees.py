"""F: charges (requirements A6, B6)."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="F101",
        title="收费公示缺少要素",
        severity=Severity.WARNING,
        why="收费公示要有项目、标准、依据（批准机关和文号）、范围、计费单位和投诉电话（教育收费公示制度）。投诉电话写在 data/school.yml 的 电话 里，一处就够。",
        wrong="收费: [{项目: 伙食费, 标准: 15元, 计费单位: 每餐}]",
        right="收费: [{项目: 伙食费, 标准: 15元, 计费单位: 每餐, 依据: 示例市学生餐管理办法, 文号: 示教〔2025〕8号, 范围: 自愿就餐学生}]",
    ),
    Explanation(
        code="F102",
        title="不得收取的费用",
        severity=Severity.WARNING,
        why="讲义、试卷、取暖、饮水、保安等不得列为服务性收费和代收费（发改委、教育部 2010）。本地另有规定的，改 data/catalogue.yml 的 禁收项目。",
        wrong="收费: [{项目: 试卷费, 标准: 30元, 计费单位: 每学期}]",
        right="收费: [{项目: 伙食费, 标准: 15元, 计费单位: 每餐, 依据: 示例市学生餐管理办法, 文号: 示教〔2025〕8号, 范围: 自愿就餐学生}]（试卷从公用经费里开支）",
    ),
    Explanation(
        code="F103",
        title="12358 已并入 12315",
        severity=Severity.HINT,
        why="价格举报电话 12358 已并入 12315 平台，写旧号码家长可能打不通。",
        wrong="监督电话: 12358",
        right="监督电话: 12315",
    ),
    Explanation(
        code="F104",
        title="结算超过标准",
        severity=Severity.ERROR,
        why="代办费多退少不补，超支部分不得补收。比的是同一 关联 里项目和计费单位相同的收费；标准有几行的，按最高的比。",
        wrong="标准记录:\n关联: 2026-秋季代办费\n收费: [{项目: 代办费, 标准: 300元, 计费单位: 每人每学期}]\n结算记录:\n关联: 2026-秋季代办费\n收费: [{项目: 代办费, 标准: 320元, 计费单位: 每人每学期}]",
        right="结算记录:\n关联: 2026-秋季代办费\n收费: [{项目: 代办费, 标准: 286元, 计费单位: 每人每学期}]",
    ),
    Explanation(
        code="F105",
        title="学期结束没有结算",
        severity=Severity.WARNING,
        why="学期末要向家长公布代办费的结算（事项的 结算事项）。",
        wrong="2026-01-30 学期结束，公布过代办费标准，到 3 月还没有结算",
        right="事项: I44\n期号: 2025-2026学年第一学期\n关联: 2025-秋季代办费\n环节: 学期结算",
    ),
    Explanation(
        code="F106",
        title="开学前没有公布收费",
        severity=Severity.WARNING,
        why="春秋两季开学前要公示收费，学期代办费标准在开学前公布（学期看 data/school.yml 的 学期）。上学期公布过、这学期开学了还没有的，也会提醒。",
        wrong="期号: 2026-2027学年第一学期\n公布日期: 2026-09-05（9 月 1 日开学）",
        right="期号: 2026-2027学年第一学期\n公布日期: 2026-08-28",
    ),
    Explanation(
        code="F107",
        title="结算没有对应的标准",
        severity=Severity.WARNING,
        why="结算要和标准写同一个 关联，家长才能对照。",
        wrong="事项: I44（没有 关联，或没有同一 关联 的标准）",
        right="事项: I44\n关联: 2026-秋季代办费（和 I43 那一条相同）",
    ),
)
