"""H: what git and the live site remember."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="H101",
        title="公布日期早于第一次提交",
        severity=Severity.WARNING,
        why="文件后来才放进来，公布日期却写得早，就是倒签；督导检查中，伪造发布日期一项就能否决。\n"
        "改成真正公布的日子；确实是补公开的，如实写明，网页上会显示。相差几天以内（补公开天数，默认 3）是审签要的时间，不报告；"
        "从旧网站搬来的，在学校资料里写 导入截止。改了名、换了文件夹的文件，按最早那次提交算。",
        wrong="公布日期: 2026-06-01（2026-09-20 才提交）",
        right="补公开: {日期: 2026-09-20, 理由: 经办人交接时遗漏}",
    ),
    Explanation(
        code="H102",
        title="看不到完整的提交历史",
        severity=Severity.HINT,
        why="浅克隆里看不到文件第一次提交的日子，公布日期没有核对，其他检查照做。持续集成里请取完整历史：GitHub Actions 在 actions/checkout "
        "下面写 with: {fetch-depth: 0}，GitLab 写 GIT_DEPTH: 0。",
        wrong="git clone --depth 1",
        right="git fetch --unshallow",
    ),
    Explanation(
        code="H103",
        title="问不到 git",
        severity=Severity.HINT,
        why="没有安装 git、文件夹不在仓库里，或者 git 不肯读取别的用户的文件夹，公布日期就没有核对，其他检查照做。",
        wrong="解压下来的文件夹",
        right="git clone 得到的文件夹",
    ),
    Explanation(
        code="H110",
        title="记录不见了",
        severity=Severity.ERROR,
        why="公开过的记录不能悄悄拿掉：删掉文件、改回草稿、推迟公布、缩小公开范围都算。要收回就写 撤销，网页变成存根，写明理由；"
        "要换就另写一条，用 替代。\n用 disclosure check --base 或 --published 时检查；草稿和还没到公布日期的，可以随便改、随便删。",
        wrong="删除 data/records/2026-0012.md",
        right="撤销: {日期: 2026-09-12, 理由: 金额有误, 批准: 校长办公会}",
    ),
    Explanation(
        code="H111",
        title="编号改了",
        severity=Severity.ERROR,
        why="编号终身不变，网址由它而来；改了编号，别人收藏的、转发的、贴在墙上的网址就打不开了。",
        wrong="编号: 2026-0012 改成 编号: 2026-0099",
        right="保留原编号；另写一条时用 替代",
    ),
    Explanation(
        code="H112",
        title="改了正文或附件没有写变更",
        severity=Severity.WARNING,
        why="读者和检查的人要能看出公开以后改过什么；写了变更，订阅的人也会收到。只动空格和换行不用写。\n"
        "与网站上的 records.json 对比时看不到旧的正文，文件有别的改动也会提醒。",
        wrong="只改正文，或者换了附件",
        right="变更: [{日期: 2026-09-10, 说明: 补充咨询电话}]",
    ),
    Explanation(
        code="H113",
        title="改了标题、日期、金额或收费没有写变更",
        severity=Severity.ERROR,
        why="这些是别人据以行动的内容，公开以后改了必须说明，新写一行 变更；原来就有的不算。",
        wrong="公示期: 15天 改成 公示期: 7天",
        right="变更: [{日期: 2026-09-10, 说明: 公示期改为 7 天}]",
    ),
)
