"""Uploads as a person starts them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.deploying import moving
from upload_hosts import Deploy, Host, host_of, site_at


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school's folder with a site."""
    site_at(tmp_path / "school/site")
    return tmp_path / "school"


@pytest.fixture
def deploy(school: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Deploy:
    """Runs `disclosure deploy` for the school and a host; its exit code and everything it says."""
    monkeypatch.setattr(moving, "_PAUSE", 0.05)
    monkeypatch.setattr(moving, "_TRIES", 2)
    monkeypatch.setenv("GOGC", "off")  # rclone is started hundreds of times, and does little each time
    monkeypatch.setenv("GOMAXPROCS", "1")

    def run(host: Host, *arguments: str) -> tuple[int, str]:
        (school / "deploy.yml").write_text(f"目标: {{main: {{{host.target}}}}}\n")
        for name, value in host.environment.items():
            monkeypatch.setenv(name, value)
        where = ["--root", str(school), "--site-dir", str(school / "site")]
        monkeypatch.setattr(sys, "argv", ["disclosure", "deploy", *where, *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capfd.readouterr()
        return int(str(ended.value.code)), said.out + said.err

    return run


@pytest.fixture
def folder_host(tmp_path: Path) -> Host:
    """The simplest host: another folder."""
    with host_of("folder", tmp_path) as host:
        return host
