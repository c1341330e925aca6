"""data/school.yml and data/catalogue.yml of a school that begins."""

from __future__ import annotations

from urllib.parse import urlsplit

from disclosure.domain.repository import Editor, GitHost
from disclosure.reading.catalogue_keys import CATALOGUE, COLUMN
from disclosure.reading.scalar import scalar
from disclosure.reading.school import SCHOOL
from disclosure.starting.answers import Answers
from disclosure.starting.outline import outlined
from disclosure.starting.stages import switched_off

_HOW = """# 以 ## 开头的是说明，以 # 开头的是例子。要用哪一项，删掉那几行开头的“# ”（井号和一个空格），换成本校的内容。
# 改完运行 disclosure check，写错的会指出来。
"""
_SCHOOL = f"# 学校资料。没有写的，网站上也不出现。\n{_HOW}\n"
_CATALOGUE = f"# 公开目录：在预设的目录上增加、改动、停用。预设里有的不用抄过来。\n{_HOW}\n"


def school_text(answers: Answers) -> str:
    """data/school.yml: what was answered, and every other key explained."""
    name = scalar(answers.name)
    given = {
        "name": [f"名称: {name}"],
        "site_url": [f"网址: {scalar(answers.site_url)}"],
        "organiser": [f"主办单位: {name}"],
        "feed_authority": [f"订阅标识: {scalar(urlsplit(answers.site_url).hostname or 'school.example')}"],
    }
    repository = answers.repository
    if repository.host is not GitHost.NONE or repository.editor is not Editor.NONE:
        lines = ["仓库:", f"  平台: {repository.host.value}"]
        lines += [f"  网址: {scalar(repository.url)}"] if repository.url else []
        lines += [f"  分支: {scalar(repository.branch)}", f"  编辑器: {repository.editor.value}"]
        given["repository"] = lines
    return _SCHOOL + outlined(SCHOOL, given)


def catalogue_text(answers: Answers, names: dict[str, str]) -> str:
    """data/catalogue.yml: the preset, what the stage has no use for, and every key explained.

    Args:
        names: of the preset's items, by id.
    """
    given = {"preset": [f"预设: {answers.preset}"]}
    if off := switched_off(answers.stage):
        rows = [f"  - {{编号: {one}, 启用: 否}} # {names[one]}：{why}" for one, why in off.items()]
        given["items"] = ["事项:", *rows]
    return _CATALOGUE + outlined(CATALOGUE, given, nested={"tree": COLUMN, "columns": COLUMN})
