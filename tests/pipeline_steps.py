"""Pipelines for tests: those of a school by host and way of hosting, and what a runner would do with them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any

import yaml

from building import environment
from disclosure.domain.repository import Editor, GitHost, Repository
from disclosure.reading.load import Setup, read_setup
from disclosure.starting.answers import Answers, Hosting
from disclosure.starting.pipelines import pipeline_files
from disclosure.starting.start_file import StartFile
from sample import make_school

HOSTS = (GitHost.GITHUB, GitHost.GITLAB, GitHost.FORGEJO, GitHost.GITEE)


def answers(
    host: GitHost = GitHost.GITHUB, hosting: Hosting = Hosting.SFTP, *, editor: Editor = Editor.NONE,
    accounts: Mapping[str, tuple[str, ...]] | None = None, site_url: str = "https://school.example/xwgk/",
) -> Answers:  # fmt: skip
    """A school's answers."""
    repository = Repository(host=host, url="https://git.school.example/office/disclosure", editor=editor)
    return Answers(
        name="示例“一中”🏫", site_url=site_url, repository=repository, hosting=hosting, accounts=accounts or {}
    )


@cache
def _setup() -> Setup:
    with TemporaryDirectory() as folder:
        return read_setup(make_school(Path(folder)))


def made(given: Answers) -> dict[str, StartFile]:
    """The files of a school by path, made now. The catalogue is the standard one."""
    return {file.path: file for file in pipeline_files(given, _setup().catalogue, _setup().school)}


_MADE: dict[str, dict[str, StartFile]] = {}


def files(given: Answers) -> dict[str, StartFile]:
    """The same, made once for all tests."""
    key = repr(given)
    if key not in _MADE:
        _MADE[key] = made(given)
    return _MADE[key]


@cache
def parsed(text: str) -> Any:
    """YAML as hosts read it, where `on` is a word; everything is text."""
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


@dataclass
class Ran:
    """What came of a job."""

    code: int = 0
    said: dict[str, str] = field(default_factory=dict)
    """Output by step; '' for the whole job where the host knows no steps."""
    skipped: list[str] = field(default_factory=list)
    failed: str = ""


class Workflow:
    """Runs the shell steps of a workflow's one job as Actions do: each in a bash of its own, until one fails."""

    def __init__(
        self, text: str, folder: Path, *, desk: Path, variables: Mapping[str, str], context: Mapping[str, str]
    ) -> None:
        """Read a workflow.

        Args:
            folder: the checked out repository.
            desk: where the runner keeps files of its own.
            variables: environment of every step.
            context: values of expressions, `github.base_ref` or `secrets.X`; secrets that are not set are empty.
        """
        (self._job,) = parsed(text)["jobs"].values()
        self._folder, self._desk, self._context = folder, desk, dict(context)
        desk.mkdir(exist_ok=True)
        self.summary, self._output = desk / "summary", desk / "output"
        runner = {
            "GITHUB_STEP_SUMMARY": self.summary,
            "GITHUB_OUTPUT": self._output,
            "RUNNER_TEMP": desk,
            "GITHUB_PATH": desk / "path",
        }
        self._variables = {**variables, **{key: str(value) for key, value in runner.items()}}

    def run(self, *, without: Collection[str] = ()) -> Ran:
        """Run it, without the steps of these names: those that another test has run."""
        ran = Ran()
        for step in self._job["steps"]:
            if "run" not in step or step["name"] in without:
                continue
            if "if" in step and not self._holds(step["if"]):
                ran.skipped.append(step["name"])
                continue
            self._output.write_text("")
            given = {key: self._filled(value) for key, value in step.get("env", {}).items()}
            done = run_bash(step["run"], self._folder, self._variables | given)
            ran.said[step["name"]] = done.stdout + done.stderr
            outputs = dict(line.split("=", 1) for line in self._output.read_text().splitlines())
            self._context |= {f"steps.{step.get('id')}.outputs.{key}": value for key, value in outputs.items()}
            if done.returncode:
                ran.code, ran.failed = done.returncode, step["name"]
                return ran
        return ran

    def _holds(self, condition: str) -> bool:
        found = re.fullmatch(r"(\S+) == '(\w+)'", condition)
        assert found, condition
        return self._context[found[1]] == found[2]

    def _filled(self, text: str) -> str:
        def value(found: re.Match[str]) -> str:
            name = found[1]
            return self._context.get(name, "") if name.startswith("secrets.") else self._context[name]

        return re.sub(r"\$\{\{ ([\w.]+) \}\}", value, text)


def run_bash(
    script: str, folder: Path, variables: Mapping[str, str], *, options: tuple[str, ...] = ("-e", "-o", "pipefail")
) -> subprocess.CompletedProcess[str]:
    """A script in the bash of this computer, with the programs of this virtual environment first."""
    bin_folder = Path(sys.executable).parent
    path = {"PATH": f"{bin_folder}:{os.environ['PATH']}"}
    with NamedTemporaryFile("w", suffix=".sh") as file:
        file.write(script)
        file.flush()
        command = ["bash", "--noprofile", "--norc", *options, file.name]
        return subprocess.run(
            command,
            cwd=folder,
            env=environment(**(path | dict(variables))),
            capture_output=True,
            text=True,
            check=False,
        )
