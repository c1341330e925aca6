"""The four jobs of a school."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.domain.repository import GitHost
from disclosure.starting.answers import Answers, Hosting
from disclosure.starting.pipelines.shell_steps import (
    DECIDE,
    DUE_LIST,
    ISSUE,
    PREVIEW,
    SETTINGS_OF_BASE,
    SUMMARY,
    build,
    check_change,
    due_list,
    editor_files,
    install,
)
from disclosure.starting.pipelines.steps import Action, Job, Step, When
from disclosure.starting.pipelines.uploading import program_for, upload

_WITH_PAGES = {GitHost.GITHUB, GitHost.GITLAB}
_WITH_ISSUES = {GitHost.GITHUB, GitHost.FORGEJO}
"""Hosts that let a job write issues."""
_FORM = {GitHost.GITHUB: "github", GitHost.GITLAB: "gitlab"}
"""How problems are shown beside the lines; elsewhere they are read in the log."""
_CHECKOUT = Step(name=Action.CHECKOUT.value, action=Action.CHECKOUT)
_PYTHON = Step(name=Action.PYTHON.value, action=Action.PYTHON)


def jobs_of(answers: Answers) -> tuple[Job, ...]:
    """The jobs of a school's host, in the order in which people meet them."""
    return _change(answers), _main(answers), _nightly(answers), _weekly(answers)


def uses_pages(answers: Answers) -> bool:
    """Whether the site is published as the pages of the git host; a host without pages keeps it to be carried by hand."""
    return answers.hosting is Hosting.PAGES and answers.repository.host in _WITH_PAGES


def _change(answers: Answers) -> Job:
    form = _FORM.get(answers.repository.host, "text")
    reports = ("gl-code-quality-report.json",) if form == "gitlab" else ()
    return Job(
        when=When.CHANGE,
        title="合并请求",
        about=(
            "有人提出合并请求时：写一份中文摘要，生成预览（下载后双击 index.html），检查，把问题标在改动的那一行旁边。",
            "这里没有密码，也只能读：合并请求里的 data/ 和 site_src/ 只当内容读，别的文件一概用目标分支的。",
        ),
        steps=(
            _CHECKOUT,
            SETTINGS_OF_BASE,  # before anything else is started: Python imports what lies where it is started
            _PYTHON,
            install(answers),
            *editor_files(answers),
            SUMMARY,
            PREVIEW,
            Step(name="保存预览和摘要", action=Action.KEEP, kept=("preview", "summary.md", *reports)),
            check_change(form),
        ),
    )


def _main(answers: Answers) -> Job:
    return Job(
        when=When.MAIN,
        title="发布",
        about=(
            f"改动合并到 {answers.repository.branch} 以后：检查、生成网站、{_last_step(answers)}。有错误就不发布。",
        ),
        steps=(_CHECKOUT, _PYTHON, *_installs(answers), *_publish(answers, if_due=False)),
        deploys=True,
    )


def _nightly(answers: Answers) -> Job:
    return Job(
        when=When.NIGHTLY,
        title="每夜更新",
        about=(
            "每天零点以后（北京时间）：看网站上的 next-change.json，有公示到期、到了公布日期等要变的才生成和发布。",
            "没有要变的，什么也不做。",
        ),
        steps=(_CHECKOUT, _PYTHON, *_installs(answers), DECIDE, *_publish(answers, if_due=True)),
        deploys=True,
    )


def _weekly(answers: Answers) -> Job:
    with_issues = answers.repository.host in _WITH_ISSUES
    kept = Step(name="保存清单", action=Action.KEEP, kept=("due.md",))
    return Job(
        when=When.WEEKLY,
        title="每周应公开清单",
        about=(f"每周一早上（北京时间）：按责任部门列出逾期的、将到期的和空缺的公开事项，{_where(with_issues)}。",),
        steps=(_CHECKOUT, _PYTHON, install(answers), due_list(), ISSUE if with_issues else kept),
        writes_issues=with_issues,
    )


def _installs(answers: Answers) -> Iterator[Step]:
    yield install(answers)
    yield from program_for(answers.hosting)
    yield from editor_files(answers)


def _publish(answers: Answers, *, if_due: bool) -> Iterator[Step]:
    is_gitlab_pages = uses_pages(answers) and answers.repository.host is GitHost.GITLAB
    site = "public" if is_gitlab_pages else "site"
    yield from build(site, if_due=if_due)
    if uses_pages(answers):
        yield Step(name=Action.PAGES.value, action=Action.PAGES, kept=(site,), if_due=if_due)
    elif _is_carried(answers):
        yield Step(name="保存网站", action=Action.KEEP, kept=(site,), if_due=if_due)
    else:
        yield upload(answers.hosting, if_due=if_due)


def _is_carried(answers: Answers) -> bool:
    """Whether people carry the site to its server themselves, so that the pipeline keeps it for them to download."""
    return answers.hosting in (Hosting.FOLDER, Hosting.PAGES) and not uses_pages(answers)


def _last_step(answers: Answers) -> str:
    if _is_carried(answers):
        return "保存成可以下载的文件，由人放到网站上"
    return "上传"


def _where(with_issues: bool) -> str:
    return f"写进议题“{DUE_LIST}”" if with_issues else "保存成 due.md，可以下载后发邮件"
