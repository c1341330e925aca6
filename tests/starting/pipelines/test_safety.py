"""What pipelines may do: least privileges, no secrets for changes, nothing of a stranger's in a command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from disclosure.deploying.credentials import VARIABLES
from disclosure.domain.repository import Editor, GitHost
from disclosure.domain.target import Method
from disclosure.starting.answers import Answers, Hosting
from disclosure.starting.pipelines.jobs import jobs_of
from disclosure.starting.pipelines.shell_steps import SETTINGS_OF_BASE
from disclosure.starting.pipelines.steps import Action
from disclosure.starting.pipelines.uploading import SECRETS
from pipeline_steps import HOSTS, answers, files, made, parsed

SCHOOLS = [
    pytest.param(answers(host, hosting, editor=Editor.DECAP), id=f"{host.value}-{hosting.name}")
    for host in HOSTS
    for hosting in Hosting
]
ON_ACTIONS = [school for school in SCHOOLS if str(school.id).startswith(("github", "forgejo"))]
WORKFLOWS = ("pull-request", "publish", "nightly", "weekly")


def workflows(given: Answers) -> dict[str, dict[str, Any]]:
    folder = ".github" if given.repository.host is GitHost.GITHUB else ".forgejo"
    texts = files(given)
    return {name: parsed(texts[f"{folder}/workflows/{name}.yml"].text) for name in WORKFLOWS}


def steps_of(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def is_pipeline(path: str) -> bool:
    return "/workflows/" in path or path.startswith((".gitlab-ci", ".workflow/"))


@pytest.mark.parametrize("given", SCHOOLS)
def test_every_host_runs_the_same_shell(given: Answers) -> None:
    """What test_steps_run.py executes for one host is, word for word, what the others execute."""
    texts = [file.text for path, file in files(given).items() if is_pipeline(path)]
    together = "\n".join(re.sub(r"^ +", "", text, flags=re.M) for text in texts)
    for job in jobs_of(given):
        for step in job.steps:
            assert re.sub(r"^ +", "", step.shell, flags=re.M) in together


@pytest.mark.parametrize("given", ON_ACTIONS)
def test_a_change_may_read_and_nothing_else(given: Answers) -> None:
    change = workflows(given)["pull-request"]
    assert change["on"] == {"pull_request": {"branches": ["main"]}}
    assert change["permissions"] == {"contents": "read"}
    assert "secrets." not in str(change) and "environment" not in str(change) and "github.token" not in str(change)


@pytest.mark.parametrize("given", SCHOOLS)
def test_what_a_change_brings_along_is_put_aside_before_anything_is_started(given: Answers) -> None:
    steps = jobs_of(given)[0].steps
    assert [step.action for step in steps[:2]] == [Action.CHECKOUT, None]
    assert steps[1] is SETTINGS_OF_BASE


@pytest.mark.parametrize("given", ON_ACTIONS)
def test_no_expression_is_written_into_a_command(given: Answers) -> None:
    for workflow in workflows(given).values():
        for step in steps_of(workflow):
            assert "${{" not in step.get("run", "")
            assert set(re.findall(r"\$\{\{ ([\w.]+)", str(step))) <= ALLOWED


ALLOWED = {"github.base_ref", "github.token", *(f"secrets.{name}" for names in SECRETS.values() for name in names)}


@pytest.mark.parametrize("given", ON_ACTIONS)
def test_only_the_uploading_step_sees_secrets_and_the_repository_keeps_no_token(given: Answers) -> None:
    for name, workflow in workflows(given).items():
        with_secrets = [step["name"] for step in steps_of(workflow) if "secrets." in str(step)]
        assert with_secrets == (["上传"] if name in ("publish", "nightly") and given.hosting in SECRETS else [])
        checkouts = [step["with"] for step in steps_of(workflow) if "checkout" in step.get("uses", "")]
        assert checkouts == [{"fetch-depth": "0", "persist-credentials": "false"}]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_of_github_are_commits_not_tags(name: str) -> None:
    for hosting in Hosting:
        text = files(answers(hosting=hosting))[f".github/workflows/{name}.yml"].text
        used = re.findall(r"uses: (\S+) (# v[\d.]+)$", text, flags=re.M)
        assert len(used) == text.count("uses: ")
        assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action, _ in used)


@pytest.mark.parametrize("given", ON_ACTIONS)
def test_two_jobs_never_change_the_site_at_the_same_time(given: Answers) -> None:
    flows = workflows(given)
    waiting = {"group": "publish", "cancel-in-progress": "false"}
    assert {name: workflow.get("concurrency") for name, workflow in flows.items()} == {
        "pull-request": None, "publish": waiting, "nightly": waiting, "weekly": None,
    }  # fmt: skip


@pytest.mark.parametrize("hosting", Hosting)
def test_gitlab_gives_the_environment_to_the_two_jobs_that_upload(hosting: Hosting) -> None:
    jobs = parsed(files(answers(GitHost.GITLAB, hosting))[".gitlab-ci.yml"].text)
    for name in WORKFLOWS:
        deploys = name in ("publish", "nightly")
        assert ("environment" in jobs[name], jobs[name].get("resource_group")) == (
            deploys,
            "publish" if deploys else None,
        )
    assert jobs["pull-request"]["variables"] == {"BASE": "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}


def test_secrets_are_called_as_the_uploading_command_calls_them() -> None:
    of_method = {Hosting.FTP: Method.FTPS, Hosting.SFTP: Method.SFTP, Hosting.S3: Method.S3}
    assert {hosting: set(names) for hosting, names in SECRETS.items()} == {
        hosting: set(VARIABLES[method]) for hosting, method in of_method.items()
    }


@pytest.mark.parametrize("given", SCHOOLS)
def test_the_same_answers_give_the_same_files(given: Answers) -> None:
    first = files(given)
    assert first == made(given)
    assert all(file.text.endswith("\n") and "\r" not in file.text for file in first.values())


def test_nobody_hosts_nothing_is_written() -> None:
    assert files(answers(GitHost.NONE)) == {}


def test_forgejo_and_gitea_read_the_same() -> None:
    texts = {path: file.text for path, file in files(answers(GitHost.FORGEJO)).items()}
    of_forgejo = {path.removeprefix(".forgejo/"): text for path, text in texts.items() if path.startswith(".forgejo/")}
    of_gitea = {path.removeprefix(".gitea/"): text for path, text in texts.items() if path.startswith(".gitea/")}
    assert of_forgejo == of_gitea and len(of_forgejo) == 8
