"""What people fill in on the host's pages: the sign-offs of a pull request, opinions, requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.repository import GitHost
from disclosure.domain.school import School
from disclosure.reading.yaml_text import as_yaml
from disclosure.starting.answers import Answers
from disclosure.starting.pipelines.github import RENEWED
from disclosure.starting.start_file import StartFile

_REQUEST = {
    GitHost.GITHUB: (".github/PULL_REQUEST_TEMPLATE.md",),
    GitHost.GITLAB: (".gitlab/merge_request_templates/Default.md",),
    GitHost.FORGEJO: (".forgejo/PULL_REQUEST_TEMPLATE.md", ".gitea/PULL_REQUEST_TEMPLATE.md"),
    GitHost.GITEE: (".gitee/PULL_REQUEST_TEMPLATE.zh-CN.md",),
}
_FORMS = {
    GitHost.GITHUB: (".github/ISSUE_TEMPLATE",),
    GitHost.FORGEJO: (".forgejo/ISSUE_TEMPLATE", ".gitea/ISSUE_TEMPLATE"),
    GitHost.GITEE: (".gitee/ISSUE_TEMPLATE",),
}
_WARNING = "这里写的人人都能看到，也很难收回。**不要写个人信息**：姓名、电话、住址、身份证号、学号、班级和学生的情况都不要写，也不要上传带这些内容的图片和文件。"
_KINDS = {
    "opinion": ("意见", "对已经公开的内容、应公开而没有公开的内容提意见", "您的意见", "说的是哪一条、哪里不对或者缺什么。有网址的请附上网址。"),
    "request": ("提问或申请公开", "问一件事，或者申请公开网站上没有的内容", "想知道什么", "写清楚想要哪方面、哪段时间的内容。"),
}  # fmt: skip
_PROMISE = "我没有写自己和别人的个人信息"


def form_files(answers: Answers, catalogue: Catalogue, school: School) -> Iterator[StartFile]:
    """Template of pull requests and forms of issues, in the host's format."""
    host = answers.repository.host
    for path in _REQUEST.get(host, ()):
        yield StartFile(path=path, text=request_template(catalogue))
    for folder in _FORMS.get(host, ()):
        for name in _KINDS:
            yield StartFile(path=f"{folder}/{name}.yml", text=as_yaml(_form(name, school), comment=(RENEWED,)))
        yield StartFile(path=f"{folder}/config.yml", text=as_yaml(_choices(school), comment=(RENEWED,)))
    if host is GitHost.GITLAB:
        for name, (title, *_) in _KINDS.items():
            yield StartFile(path=f".gitlab/issue_templates/{title}.md", text=_page(name, school))


def request_template(catalogue: Catalogue) -> str:
    """What is asked of everybody who proposes a change. Sign-offs come from the catalogue, with the items that ask for them."""
    asked: dict[str, list[str]] = {}
    for item in catalogue.items.values():
        if item.enabled and item.signoffs:
            asked.setdefault("、".join(item.signoffs), []).append(item.name)
    signing = "".join(
        f"- [ ] **{roles}** 已审签（{'、'.join(names)}）\n" for roles, names in sorted(asked.items(), key=_rank)
    )
    return f"""\
<!-- {RENEWED} 看不见这一行，不用删。 -->
## 公开什么

（写一两句：哪件事，为什么现在公开或改动）

## 提交以前

- [ ] 看过预览：标题、日期、金额、附件都对
- [ ] 没有不该公开的个人信息；名单已经按 `disclosure mask` 脱敏
- [ ] 公示期、公布日期、公开范围（社会、家长、教职工）写对了
- [ ] 改的是已经公开的内容时，写了“变更”“更正”或“撤销”，没有悄悄删改

## 审签

勾选这次涉及的一行；审签人和日期要写进记录的“审签”。其余的行不用管。

{signing}- [ ] 这次的事项不要求审签
"""


def _rank(asked: tuple[str, list[str]]) -> tuple[int, str]:
    """What is asked for most stands first."""
    return -len(asked[1]), asked[0]


def _form(name: str, school: School) -> dict[str, Any]:
    title, about, label, hint = _KINDS[name]
    area = {"label": label, "description": hint}
    promise = {"label": "个人信息", "options": [{"label": _PROMISE, "required": True}]}
    return {
        "name": title,
        "description": about,
        "title": f"{title}：",
        "body": [
            {"type": "markdown", "attributes": {"value": f"{_WARNING}\n\n{_other_ways(school)}\n"}},
            {"type": "textarea", "id": "text", "attributes": area, "validations": {"required": True}},
            {"type": "input", "id": "address", "attributes": {"label": "网址或索引号（有就写）"}},
            {"type": "checkboxes", "id": "personal", "attributes": promise},
        ],
    }


def _choices(school: School) -> dict[str, Any]:
    link = {
        "name": "公开指南",
        "url": f"{school.site_url}guide/",
        "about": "涉及个人的事，按公开指南当面、来信或打电话",
    }
    return {"blank_issues_enabled": False, "contact_links": [link]}


def _page(name: str, school: School) -> str:
    title, _, label, hint = _KINDS[name]
    return f"""\
<!-- {title}。{RENEWED} -->
> {_WARNING}
>
> {_other_ways(school)}

## {label}

（{hint}）

## 网址或索引号（有就写）


## 个人信息

- [ ] {_PROMISE}
"""


def _other_ways(school: School) -> str:
    phones = "、".join(school.phones.office)
    ways = [f"打电话 {phones}"] if phones else []
    ways += [f"写信到 {school.mailbox}"] if school.mailbox else []
    ways.append(f"按[公开指南]({school.site_url}guide/)办理")
    return f"涉及个人的事，请{'，或者'.join(ways)}。"
