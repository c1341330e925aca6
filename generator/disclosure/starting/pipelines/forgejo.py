"""Forgejo Actions and Gitea Actions: the same workflows in `.forgejo/workflows/` and `.gitea/workflows/`.

Forgejo reads the first folder and Gitea the second, and the questions of `disclosure init` do not tell them apart. What they
do not know (permissions, concurrency in older versions) they pass over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.reading.yaml_text import as_yaml
from disclosure.starting.answers import Answers
from disclosure.starting.pipelines.github import RENEWED, shell_step, triggers
from disclosure.starting.pipelines.jobs import jobs_of
from disclosure.starting.pipelines.steps import MINUTES, Action, Job, Step
from disclosure.starting.start_file import StartFile

FOLDERS = (".forgejo", ".gitea")
RUNNER = "ubuntu-latest"
"""Label that the school's runner has to have."""
_BOTH = "Forgejo 读 .forgejo/，Gitea 读 .gitea/；两边的文件相同。"
_CHECKOUT = "actions/checkout@v4"
_KEEP = "actions/upload-artifact@v3"
"""The last version that every Forgejo and Gitea takes files from."""
PYTHON = """\
python3 -I -m venv "$RUNNER_TEMP/python" || { apt-get update -qq && apt-get install -y -qq python3-venv && python3 -I -m venv "$RUNNER_TEMP/python"; }
echo "$RUNNER_TEMP/python/bin" >> "$GITHUB_PATH"
"""
"""Without actions/setup-python, which fetches Python from github.com."""


def forgejo_files(answers: Answers) -> Iterator[StartFile]:
    """One workflow for each job, twice."""
    for job in jobs_of(answers):
        text = as_yaml(_workflow(job, answers), comment=(*job.about, "", RENEWED, _BOTH))
        for folder in FOLDERS:
            yield StartFile(path=f"{folder}/workflows/{job.when.value}.yml", text=text)


def _workflow(job: Job, answers: Answers) -> dict[str, Any]:
    workflow: dict[str, Any] = {
        "name": job.title,
        "on": triggers(job, answers.repository.branch),
        "permissions": {"contents": "read"} | ({"issues": "write"} if job.writes_issues else {}),
        "defaults": {"run": {"shell": "bash"}},
    }
    if job.deploys:
        workflow["concurrency"] = {"group": "publish", "cancel-in-progress": False}
    steps = [_step(step, answers) for step in job.steps]
    body = {"name": job.title, "runs-on": RUNNER, "timeout-minutes": MINUTES, "steps": steps}
    return workflow | {"jobs": {job.when.value: body}}


def _step(step: Step, answers: Answers) -> dict[str, Any]:
    condition = {"if": "steps.due.outputs.due == 'yes'"} if step.if_due else {}
    name = {"name": step.name} | condition
    match step.action:
        case Action.CHECKOUT:
            return name | {"uses": _CHECKOUT, "with": {"fetch-depth": 0, "persist-credentials": False}}
        case Action.PYTHON:
            return name | {"run": PYTHON}
        case Action.KEEP | Action.PAGES:
            kept = step.kept[0] if len(step.kept) == 1 else "".join(f"{one}\n" for one in step.kept)
            return name | {"uses": _KEEP, "with": {"name": step.kept[0], "path": kept, "if-no-files-found": "warn"}}
        case None:
            return shell_step(step, answers, condition)
