"""C: the catalogue, the school and the items that records belong to."""

from __future__ import annotations

from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Severity

TABLE = (
    Explanation(
        code="C101",
        title="学校资料或目录不能用",
        severity=Severity.ERROR,
        fixed=True,
        why="没有 data/school.yml，或目录写错，整个站点都无从谈起。",
        wrong="缺少 data/school.yml",
        right="data/school.yml 至少写 name 和 site_url",
    ),
    Explanation(
        code="C102",
        title="没有这个公开事项",
        severity=Severity.ERROR,
        fixed=True,
        why="事项决定栏目、范围、时限；写错就套不上规则。",
        wrong="事项: I420",
        right="事项: I42",
    ),
    Explanation(
        code="C103",
        title="没有这个栏目",
        severity=Severity.ERROR,
        fixed=True,
        why="栏目要在目录的栏目树里。",
        wrong="栏目: 收费招生",
        right="栏目: 招生收费",
    ),
    Explanation(
        code="C104",
        title="事项和栏目都没有写",
        severity=Severity.ERROR,
        fixed=True,
        why="两样至少要有一样，否则不知道放在哪一栏。",
        wrong="标题: 收费公示",
        right="标题: 收费公示\n事项: I42",
    ),
    Explanation(
        code="C105",
        title="缺少事项要求的内容",
        severity=Severity.WARNING,
        why="每个公开事项有自己的要素，例如收费公示要有项目、标准和依据。",
        wrong="事项: I42",
        right="事项: I42\n期号: 2026-2027学年第一学期\n收费: [{项目: 伙食费, 标准: 15元, 计费单位: 每餐}]\n审签: [{角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}]",
    ),
    Explanation(
        code="C106",
        title="mkdocs.yml 不能用",
        severity=Severity.ERROR,
        fixed=True,
        why="网站由 MkDocs 生成；没有这个文件，或没有启用插件，就生成不出来。",
        wrong="没有 mkdocs.yml",
        right="site_name: 校务公开\ndocs_dir: site_src\ntheme: {name: disclosure}\nplugins: [disclosure]",
    ),
    Explanation(
        code="C107",
        title="事项已停用",
        severity=Severity.WARNING,
        why="停用的事项不在公开目录里，读者不知道这条记录属于哪一项。",
        wrong="事项: I37",
        right="事项: I33",
    ),
)
