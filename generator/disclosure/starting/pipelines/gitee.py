"""Gitee Go: `.workflow/`. Its format has no schema; what is written here follows Gitee's help pages (docs/pipelines.md)."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote
from typing import Any

from disclosure.reading.yaml_text import as_yaml
from disclosure.starting.answers import Answers
from disclosure.starting.pipelines.github import RENEWED
from disclosure.starting.pipelines.jobs import jobs_of
from disclosure.starting.pipelines.steps import Given, Job, Step, When
from disclosure.starting.start_file import StartFile

CRON = {When.NIGHTLY: "17 0 * * ?", When.WEEKLY: "23 8 ? * 2"}
"""Minute, hour, day, month, day of the week with Sunday as 1; one of day and day of the week has to be `?`."""
_PYTHON = "3.12"
_STOP = '[ "$due" = yes ] || exit 0\n'
WHOLE_HISTORY = """\
set -e
if [ "$(git rev-parse --is-shallow-repository)" = true ]; then git fetch --quiet --unshallow origin; fi
"""
BASE = """\
git fetch --quiet origin "+refs/heads/$GITEE_BRANCH:refs/remotes/origin/$GITEE_BRANCH"
export BASE="origin/$GITEE_BRANCH"
"""


def gitee_files(answers: Answers) -> Iterator[StartFile]:
    """One pipeline for each job."""
    for job in jobs_of(answers):
        text = as_yaml(_pipeline(job, answers), comment=(*job.about, "", RENEWED))
        yield StartFile(path=f".workflow/{job.when.value}.yml", text=text)


def _pipeline(job: Job, answers: Answers) -> dict[str, Any]:
    step: dict[str, Any] = {
        "step": "build@python",
        "name": job.when.value,
        "displayName": job.title,
        "pythonVersion": _PYTHON,
        "commands": ["".join(_commands(job, answers))],
    }
    kept = [one for each in job.steps for one in each.kept]
    if kept:
        step["artifacts"] = [{"name": "BUILD_ARTIFACT", "path": [f"./{one}" for one in kept]}]
    stage = {
        "name": job.when.value,
        "displayName": job.title,
        "strategy": "naturally",
        "trigger": "auto",
        "steps": [step],
    }
    pipeline: dict[str, Any] = {"version": "1.0", "name": job.when.value, "displayName": job.title}
    pipeline["triggers"] = _triggers(job, answers.repository.branch)
    if job.deploys:
        pipeline["strategy"] = {"blocking": True}
    return pipeline | {"stages": [stage]}


def _triggers(job: Job, branch: str) -> dict[str, Any]:
    match job.when:
        case When.CHANGE:
            return {"trigger": "auto", "pr": {"branches": {"precise": [branch]}}}
        case When.MAIN:
            return {"trigger": "auto", "push": {"branches": {"precise": [branch]}}}
        case _:
            return {"trigger": "auto", "schedule": [{"cron": CRON[job.when]}]}


def _commands(job: Job, answers: Answers) -> Iterator[str]:
    """One script for the whole job: what a step sets, the next one sees; the first that fails ends it."""
    given = {given for step in job.steps for given in step.given}
    yield WHOLE_HISTORY
    if Given.BASE in given:
        yield BASE
    if Given.SITE_URL in given:
        yield f"export SITE_URL={quote(answers.site_url)}\n"
    yield from (f"echo '== {step.name}'\n{step.shell}{_stop(step)}" for step in job.steps if step.shell)


def _stop(step: Step) -> str:
    return _STOP if step.decides else ""
