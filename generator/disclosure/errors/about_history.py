"""H: what git and the live site remember."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="H101",
        title="公布日期早于第一次提交",
        severity=Severity.WARNING,
        why="文件是后来才放进来的，公布日期却写得早，就是倒签。确实是补公开的，如实写明，网页上会显示。",
        wrong="公布日期: 2026-06-01（2026-09-20 才提交）",
        right="补公开: {日期: 2026-09-20, 理由: 经办人交接时遗漏}",
    ),
    Explanation(
        code="H102",
        title="看不到完整的提交历史",
        severity=Severity.HINT,
        why="浅克隆里看不到文件第一次提交的日子。持续集成里请取完整历史（fetch-depth: 0）。",
        wrong="git clone --depth 1",
        right="git fetch --unshallow",
    ),
    Explanation(
        code="H103",
        title="不在 git 仓库里",
        severity=Severity.HINT,
        why="没有提交历史，无法核对公布日期和删除。",
        wrong="解压下来的文件夹",
        right="git clone 得到的文件夹",
    ),
    Explanation(
        code="H110",
        title="记录不见了",
        severity=Severity.ERROR,
        why="公布过的记录不能悄悄删掉。要收回就写 撤销，网页变成存根；要换就用 替代。",
        wrong="删除 data/records/2026-0012.md",
        right="撤销: {日期: 2026-09-12, 理由: 金额有误, 批准: 校长办公会}",
    ),
    Explanation(
        code="H111",
        title="编号改了",
        severity=Severity.ERROR,
        why="编号终身不变，网址由它而来；改了编号，旧网址就打不开了。",
        wrong="编号: 2026-0012 改成 编号: 2026-0099",
        right="保留原编号；另写一条时用 替代",
    ),
    Explanation(
        code="H112",
        title="改了正文没有写变更",
        severity=Severity.WARNING,
        why="读者和检查的人要能看出公布以后改过什么。",
        wrong="只改正文",
        right="变更: [{日期: 2026-09-10, 说明: 补充咨询电话}]",
    ),
    Explanation(
        code="H113",
        title="改了标题、日期或金额没有写变更",
        severity=Severity.ERROR,
        why="这些是别人据以行动的内容，改了必须说明。",
        wrong="公示期: 15天 改成 公示期: 7天",
        right="变更: [{日期: 2026-09-10, 说明: 公示期改为 7 天}]",
    ),
)
