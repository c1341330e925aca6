"""GitLab CI: `.gitlab-ci.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.reading.yaml_text import as_yaml
from disclosure.starting.answers import Answers
from disclosure.starting.pipelines.github import RENEWED
from disclosure.starting.pipelines.jobs import jobs_of, uses_pages
from disclosure.starting.pipelines.steps import MINUTES, PYTHON_VERSION, Action, Given, Job, Step, When
from disclosure.starting.start_file import StartFile

NOT_DUE = 75
"""Exit code of a nightly job that has no pages to publish: a job that succeeds without any would take the site down."""
_SCHEDULED = '$CI_PIPELINE_SOURCE == "schedule"'
_STOP = '[ "$due" = yes ] || exit 0\n'
_STOP_WITHOUT_PAGES = f'[ "$due" = yes ] || exit {NOT_DUE}\n'


def gitlab_files(answers: Answers) -> Iterator[StartFile]:
    """The one file that GitLab reads."""
    jobs = jobs_of(answers)
    about = [
        *(sentence for job in jobs for sentence in (f"【{job.title}】", *job.about)),
        "",
        "“每夜更新”和“每周应公开清单”要在 GitLab 网页上各建一个定时流水线（构建 → 流水线计划），见程序文档 docs/pipelines.md：",
        "每夜：17 0 * * *，时区选北京；每周：23 8 * * 1，时区选北京，再加变量 WHAT = weekly。",
        "",
        RENEWED,
    ]
    tree: dict[str, Any] = {
        "workflow": {"rules": [{"if": rule} for rule in _rules(answers.repository.branch).values()]},
        "default": {"image": f"python:{PYTHON_VERSION}", "timeout": f"{MINUTES} minutes"},
        "variables": {"GIT_DEPTH": "0"},
    }
    tree |= {job.when.value: _job(job, answers) for job in jobs}
    yield StartFile(path=".gitlab-ci.yml", text=as_yaml(tree, comment=about))


def _rules(branch: str) -> dict[When, str]:
    return {
        When.CHANGE: '$CI_PIPELINE_SOURCE == "merge_request_event"',
        When.MAIN: f'$CI_COMMIT_BRANCH == "{branch}" && $CI_PIPELINE_SOURCE != "schedule"',
        When.NIGHTLY: f'{_SCHEDULED} && $WHAT != "weekly"',
        When.WEEKLY: f'{_SCHEDULED} && $WHAT == "weekly"',
    }


def _job(job: Job, answers: Answers) -> dict[str, Any]:
    on_pages = uses_pages(answers) and job.deploys
    made: dict[str, Any] = {"stage": "deploy" if job.deploys else "test"}
    made["rules"] = [{"if": _rules(answers.repository.branch)[job.when]}]
    given = {given for step in job.steps for given in step.given}
    values = {Given.BASE: "$CI_MERGE_REQUEST_DIFF_BASE_SHA", Given.SITE_URL: answers.site_url}
    variables = {one.value: values[one] for one in Given if one in given}
    if variables:
        made["variables"] = variables
    if job.deploys:
        made |= {"resource_group": "publish", "environment": {"name": "site", "url": answers.site_url}}
    stop = _STOP_WITHOUT_PAGES if on_pages else _STOP
    made["script"] = [line for step in job.steps for line in _lines(step, stop)]
    if on_pages:
        made["pages"] = True  # GitLab 17.6 and later; before that, only a job of this name could publish
        made |= {"allow_failure": {"exit_codes": NOT_DUE}} if job.when is When.NIGHTLY else {}
    return made | _artifacts(job)


def _lines(step: Step, stop: str) -> Iterator[str]:
    if step.shell:
        yield f"# {step.name}\n{step.shell}"
    if step.decides:
        yield stop


def _artifacts(job: Job) -> dict[str, Any]:
    kept = [one for step in job.steps for one in step.kept]
    if not kept:
        return {}
    reports = [one for one in kept if one.endswith(".json")]
    paths = [one for one in kept if one not in reports]
    artifacts: dict[str, Any] = {"paths": paths}
    if not any(step.action is Action.PAGES for step in job.steps):
        artifacts["expire_in"] = "2 weeks"
    if job.when is When.CHANGE:
        artifacts = {"expose_as": "preview", "when": "always"} | artifacts
    if reports:
        artifacts["reports"] = {"codequality": reports[0]}
    return {"artifacts": artifacts}
