"""The wheel holds everything: installed into an empty environment, it builds a school that lies elsewhere."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
from uv import find_uv_bin

from building import DAY, PROJECT, built, contents, environment


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(find_uv_bin(), "build", "--quiet", "--wheel", "--no-build-isolation", "--out-dir", folder, PROJECT, cwd=PROJECT)
    return next(folder.glob("*.whl"))


def test_it_holds_every_file_of_the_packages_and_nothing_else(wheel: Path) -> None:
    wanted = {
        path.relative_to(PROJECT / source).as_posix()
        for source in ("generator", "themes")
        for path in (PROJECT / source).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".gitignore"
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == wanted | {"disclosure/starting/requirements.txt"}  # what `init` writes into a school's repository
    assert {"disclosure/presets/standard.yml", "disclosure_theme/main.html"} <= held


def test_an_empty_environment_builds_a_school_elsewhere(wheel: Path, tmp_path: Path) -> None:
    uv, python = find_uv_bin(), tmp_path / "venv/bin/python"
    run(uv, "venv", "--quiet", tmp_path / "venv", cwd=tmp_path)
    run(
        uv,
        "pip",
        "install",
        "--quiet",
        "--python",
        python,
        "--require-hashes",
        "-r",
        PROJECT / "requirements.txt",
        cwd=tmp_path,
    )
    run(uv, "pip", "install", "--quiet", "--python", python, "--no-deps", wheel, cwd=tmp_path)
    script = tmp_path / "venv/bin/disclosure"
    assert run(script, "--version", cwd=tmp_path).strip()
    run(script, "build", "--root", PROJECT, "--site-dir", tmp_path / "site", "--today", DAY.isoformat(), cwd=tmp_path)
    assert contents(tmp_path / "site") == contents(built(PROJECT))
