"""`.pre-commit-hooks.yaml`: what a school's repository runs before a commit, with pre-commit itself.

The hook is entered as it stands in the manifest, but with the program under test in place of one that pre-commit
would install, which takes the network. `pre-commit try-repo` does the whole.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import PROJECT, environment
from sample import make_school, record

MANIFEST = PROJECT / ".pre-commit-hooks.yaml"
_GIT = {"GIT_AUTHOR_NAME": "某某", "GIT_AUTHOR_EMAIL": "a@school.example", "GIT_CONFIG_GLOBAL": "/dev/null"}
_GIT |= {"GIT_COMMITTER_NAME": "某某", "GIT_COMMITTER_EMAIL": "a@school.example", "GIT_CONFIG_SYSTEM": "/dev/null"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A school that is a git repository with the hook in its settings, and nothing committed yet."""
    root = make_school(tmp_path / "school")
    (hook,) = yaml.safe_load(MANIFEST.read_text())
    hook |= {"language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
    settings = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (root / ".pre-commit-config.yaml").write_text(json.dumps(settings))
    (root / "README.md").write_text("# 学校\n")
    run(root, "git", "init", "--quiet", "--initial-branch", "main")
    return root


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    variables: dict[str, Any] = _GIT | {"PRE_COMMIT_HOME": str(root.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    env = environment(**variables)
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def before_commit_of(root: Path, *paths: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit says when these files are about to be committed."""
    run(root, "git", "add", *paths)
    return run(root, sys.executable, "-m", "pre_commit", "run")


def test_the_manifest_is_one_that_pre_commit_takes() -> None:
    done = run(PROJECT, sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_manifest_installs_this_program() -> None:
    (hook,) = yaml.safe_load(MANIFEST.read_text())
    assert (hook["id"], hook["language"]) == ("disclosure-check", "python")
    assert shutil.which(hook["entry"].split()[0], path=str(Path(sys.executable).parent))


def test_a_broken_record_cannot_be_committed_and_a_mended_one_can(repository: Path) -> None:
    path = repository / "data/records/a.md"
    path.write_text("没有信息区")
    broken = before_commit_of(repository, "data/records/a.md")
    assert broken.returncode == 1
    assert "data/records/a.md\n  第 1 行 错误 R103" in broken.stdout
    path.write_text(record())
    mended = before_commit_of(repository, "data/records/a.md")
    assert mended.returncode == 0 and "Passed" in mended.stdout


@pytest.mark.parametrize("changed", ["mkdocs.yml", "data/school.yml", "site_src/index.md"])
def test_every_file_of_the_site_makes_it_run(changed: str, repository: Path) -> None:
    (repository / "data/records/a.md").write_text("没有信息区")
    assert before_commit_of(repository, changed).returncode == 1


def test_other_files_do_not(repository: Path) -> None:
    (repository / "data/records/a.md").write_text("没有信息区")
    done = before_commit_of(repository, "README.md")
    assert done.returncode == 0 and "Skipped" in done.stdout
