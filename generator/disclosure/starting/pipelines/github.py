"""GitHub Actions: `.github/workflows/`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.reading.yaml_text import as_yaml
from disclosure.starting.answers import Answers, Hosting
from disclosure.starting.pipelines.jobs import jobs_of, uses_pages
from disclosure.starting.pipelines.steps import MINUTES, PYTHON_VERSION, Action, Given, Job, Step, When
from disclosure.starting.start_file import StartFile

CRON = {When.NIGHTLY: "17 16 * * *", When.WEEKLY: "23 0 * * 1"}
"""In UTC: 00:17 every day and 8:23 on Mondays in Shanghai; not on the hour, when everybody's jobs start."""
RENEWED = "由 disclosure init 生成。再运行一次 disclosure init 会更新；自己改过的，更新以前会先问。"
_ACTIONS = {
    "checkout": ("actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0", "v7.0.0"),
    "python": ("actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405", "v6.2.0"),
    "keep": ("actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1"),
    "pages": ("actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b", "v4.0.0"),
    "deploy-pages": ("actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e", "v4.0.5"),
}
"""Commits, not tags: a tag can be moved to other code. Dependabot renews them, and the comment beside them."""


def github_files(answers: Answers) -> Iterator[StartFile]:
    """One workflow for each job."""
    for job in jobs_of(answers):
        text = as_yaml(_workflow(job, answers), comment=(*job.about, "", RENEWED))
        for action, version in _ACTIONS.values():
            text = text.replace(f"uses: {action}\n", f"uses: {action} # {version}\n")
        yield StartFile(path=f".github/workflows/{job.when.value}.yml", text=text)
    updates = {"package-ecosystem": "github-actions", "directory": "/", "schedule": {"interval": "monthly"}}
    about = "每月看一次工作流用到的 actions 有没有新版，有就提一个合并请求。程序本身和它的清单由 disclosure init 更新。"
    yield StartFile(
        path=".github/dependabot.yml", text=as_yaml({"version": 2, "updates": [updates]}, comment=(about, RENEWED))
    )


def triggers(job: Job, branch: str) -> dict[str, Any]:
    """`on:` of a workflow; for Forgejo and Gitea as well."""
    if job.when is When.CHANGE:
        return {"pull_request": {"branches": [branch]}}
    by_hand: dict[str, Any] = {"workflow_dispatch": None}
    if job.when is When.MAIN:
        return {"push": {"branches": [branch]}} | by_hand
    return {"schedule": [{"cron": CRON[job.when]}]} | by_hand


def _workflow(job: Job, answers: Answers) -> dict[str, Any]:
    on_pages = uses_pages(answers) and job.deploys
    permissions = {"contents": "read"}
    permissions |= {"issues": "write"} if job.writes_issues else {}
    permissions |= {"pages": "write", "id-token": "write"} if on_pages else {}
    workflow: dict[str, Any] = {
        "name": job.title,
        "on": triggers(job, answers.repository.branch),
        "permissions": permissions,
        "defaults": {"run": {"shell": "bash"}},
    }
    if job.deploys:
        workflow["concurrency"] = {"group": "publish", "cancel-in-progress": False}
    body: dict[str, Any] = {"name": job.title, "runs-on": _runner(job, answers), "timeout-minutes": MINUTES}
    if job.deploys:
        body["environment"] = {"name": "github-pages" if on_pages else "site", "url": answers.site_url}
    body["steps"] = [translated for step in job.steps for translated in _steps(step, answers)]
    return workflow | {"jobs": {job.when.value: body}}


def _runner(job: Job, answers: Answers) -> str:
    """The school's own web server uploads to itself: nobody else's computer reaches its folders."""
    return "self-hosted" if job.deploys and answers.hosting is Hosting.NGINX else "ubuntu-24.04"


def _steps(step: Step, answers: Answers) -> Iterator[dict[str, Any]]:
    condition = {"if": "steps.due.outputs.due == 'yes'"} if step.if_due else {}
    name = {"name": step.name} | condition
    match step.action:
        case None:
            yield shell_step(step, answers, condition)
        case Action.CHECKOUT:
            yield name | {"uses": _ACTIONS["checkout"][0], "with": {"fetch-depth": 0, "persist-credentials": False}}
        case Action.PYTHON:
            yield name | {"uses": _ACTIONS["python"][0], "with": {"python-version": PYTHON_VERSION}}
        case Action.KEEP:
            kept = step.kept[0] if len(step.kept) == 1 else "".join(f"{one}\n" for one in step.kept)
            settings = {"name": step.kept[0], "path": kept, "if-no-files-found": "warn", "retention-days": 14}
            yield name | {"uses": _ACTIONS["keep"][0], "with": settings}
        case Action.PAGES:
            yield name | {"uses": _ACTIONS["pages"][0], "with": {"path": step.kept[0]}}
            yield {"name": "发布网站"} | condition | {"uses": _ACTIONS["deploy-pages"][0]}


def shell_step(step: Step, answers: Answers, condition: dict[str, str]) -> dict[str, Any]:
    """A shell step of a workflow; for Forgejo and Gitea as well."""
    values = {
        Given.BASE: "origin/${{ github.base_ref }}",
        Given.SITE_URL: answers.site_url,
        Given.TOKEN: "${{ github.token }}",
    }
    variables = {given.value: values[given] for given in step.given}
    variables |= {secret: f"${{{{ secrets.{secret} }}}}" for secret in step.secrets}
    made: dict[str, Any] = {"name": step.name}
    if step.decides:
        made["id"] = "due"
    made |= condition
    if variables:
        made["env"] = variables
    return made | {"run": step.shell + ('echo "due=$due" >> "$GITHUB_OUTPUT"\n' if step.decides else "")}
