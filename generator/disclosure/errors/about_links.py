"""L and A: links between records, and attachments."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="L101",
        title="链接的记录不存在",
        severity=Severity.ERROR,
        why="读者会点到空处。",
        wrong="[收费公示](record:2026-9999)",
        right="[收费公示](record:2026-0001)",
    ),
    Explanation(
        code="L102",
        title="链接的栏目不存在，或列表放错了地方",
        severity=Severity.ERROR,
        why="column: 后面写栏目的名称或标识路径；列表只放在 site_src 的网页里，记录签过字以后内容不该自己变。",
        wrong="[收费](column:收费公示栏)",
        right="[收费](column:招生收费)",
    ),
    Explanation(
        code="L103",
        title="链接的文件不在记录文件夹里",
        severity=Severity.ERROR,
        why="正文里的相对链接指向本记录的附件；链接别的记录请用 record:编号。",
        wrong="[预算表](预算.xlsx)（文件夹里没有）",
        right="把 预算.xlsx 放到 index.md 旁边",
    ),
    Explanation(
        code="L104",
        title="图片在别的网站上",
        severity=Severity.WARNING,
        why="打开网页就会向别的网站报告读者来过；那边一改，图片也就没了。网站上只保留图片的文字说明。",
        wrong="![流程图](https://other.example/流程图.png)",
        right="![流程图](流程图.png)（文件放在 index.md 旁边）",
    ),
    Explanation(
        code="L105",
        title="替代或更正的记录不存在",
        severity=Severity.ERROR,
        why="前后两版要互相链接，找不到前一版就断了。",
        wrong="替代: 2026-9999",
        right="替代: 2026-0001",
    ),
    Explanation(
        code="L106",
        title="记录替代了自己",
        severity=Severity.ERROR,
        why="两条记录互相替代，或自己替代自己，就没有一条有效。",
        wrong="编号: 2026-0001\n替代: 2026-0001",
        right="编号: 2026-0002\n替代: 2026-0001",
    ),
    Explanation(
        code="A101",
        title="附件不存在",
        severity=Severity.ERROR,
        fixed=True,
        why="清单上写了，文件夹里没有。",
        wrong="附件: [预算表.xlsx]（没有这个文件）",
        right="把 预算表.xlsx 放到 index.md 旁边",
    ),
    Explanation(
        code="A102",
        title="文件没有列为附件",
        severity=Severity.WARNING,
        why="写了附件清单时，只公开清单里的文件；多出来的文件不会上网，请确认。",
        wrong="附件: [甲.pdf]（文件夹里还有 乙.pdf）",
        right="附件: [甲.pdf, 乙.pdf]",
    ),
    Explanation(
        code="A103",
        title="附件在记录文件夹之外",
        severity=Severity.ERROR,
        fixed=True,
        why="附件只能放在记录自己的文件夹里，不能用 .. 或绝对路径。",
        wrong="附件: [../别处/名单.xlsx]",
        right="附件: [名单.xlsx]",
    ),
    Explanation(
        code="A104",
        title="附件过大",
        severity=Severity.WARNING,
        why="家长用手机看；过大的文件打不开，便宜的空间也放不下。",
        wrong="扫描件.pdf 有 80 MB",
        right="用较低分辨率重新扫描，或分成几份",
    ),
    Explanation(
        code="A105",
        title="附件会被浏览器或电脑当作程序运行",
        severity=Severity.ERROR,
        fixed=True,
        why="网页、带脚本的图片和程序文件可以害人，不能作为附件公开。",
        wrong="通知.html、报名.exe",
        right="转成 PDF 或图片",
    ),
    Explanation(
        code="A106",
        title="记录文件夹以外的文件",
        severity=Severity.WARNING,
        why="附件要放在记录自己的文件夹里（名称/index.md 旁边），散落的文件不会公开。",
        wrong="records/预算.xlsx",
        right="records/预算公示/index.md 与 records/预算公示/预算.xlsx",
    ),
)
