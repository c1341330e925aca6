"""An upload may be cut off at any moment; the next one leaves the host as it should be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from building import contents, environment
from upload_hosts import Deploy, Host, site_at, without_notes
from upload_servers import PASSWORD, USER, Served, ftp_server

MANY = 30


@pytest.fixture
def large(school: Path) -> Path:
    """A site with many records."""
    for number in range(MANY):
        page = school / f"site/r/2025-{number:04}/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"{number}" * 1000)
    return school / "site"


def host_at(served: Served) -> Host:
    """What an upload has to know of an FTP server."""
    return Host(
        target=f"方式: ftp, 主机: 127.0.0.1, 端口: {served.port}, 用户: {USER}, 文件夹: www, 同时传: 2",
        environment={"DISCLOSURE_DEPLOY_PASSWORD": PASSWORD},
        files=lambda: without_notes(contents(served.folder / "www")),
        put=lambda path, content: None,
        log=served.log,
    )


def test_a_killed_upload_heals_at_the_next_run(tmp_path: Path, school: Path, large: Path, deploy: Deploy) -> None:
    """Killed with its rclone while records travel; then the site changes; then the next run comes."""
    with ftp_server(tmp_path / "host") as served:
        host, some = host_at(served), threading.Event()
        served.after = lambda count: some.set() if count > 15 else None
        (school / "deploy.yml").write_text(f"目标: {{main: {{{host.target}}}}}\n")
        command = [sys.executable, "-m", "disclosure", "deploy", "--root", school, "--site-dir", large]
        process = subprocess.Popen(
            list(map(str, command)), env=environment(**host.environment), start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert some.wait(60)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert host.files() != contents(large)
        (large / "r/2025-0000/index.html").unlink()  # it has arrived already, and nothing but the intent names it
        site_at(large, other=None, attachment=None)
        code, said = deploy(host)
        assert (code, "上一次上传中断了" in said) == (0, True), said
        assert host.files() == contents(large)
        assert sorted(one.name for one in (served.folder / "www").glob("disclosure-*")) == ["disclosure-deployed.json"]


def test_a_host_that_stops_taking_files_is_told_of_and_heals(tmp_path: Path, large: Path, deploy: Deploy) -> None:
    with ftp_server(tmp_path / "host") as served:
        host = host_at(served)
        served.refuses_after = 20
        code, said = deploy(host)
        assert code == 1
        assert "空间满了" in said and "再运行一次" in said
        served.refuses_after = None
        before = len(served.did("STOR"))
        code, said = deploy(host)
        assert code == 0, said
        assert host.files() == contents(large)
        again = [path for path in served.did("STOR")[before:] if "disclosure-" not in path]
        assert len(again) < len(contents(large)) - 10  # what had arrived did not travel twice


def test_what_was_taken_back_goes_even_where_the_rest_cannot_come(tmp_path: Path, school: Path, deploy: Deploy) -> None:
    site = school / "site"
    with ftp_server(tmp_path / "host") as served:
        host = host_at(served)
        assert deploy(host)[0] == 0
        site_at(site, home="2", other=None, attachment=None)
        served.refuses_after = len(served.did("STOR")) + 2  # the notes
        code, said = deploy(host)
        assert (code, "2 个文件已经从主机上删掉" in said) == (1, True), said
        assert not (served.folder / "www/r/2026-0002").exists() or not [*(served.folder / "www/r/2026-0002").iterdir()]


def test_a_record_that_cannot_be_deleted_is_told_loudly(tmp_path: Path, school: Path, deploy: Deploy) -> None:
    site = school / "site"
    with ftp_server(tmp_path / "host") as served:
        host = host_at(served)
        assert deploy(host)[0] == 0
        served.keeps = "r/2026-0002"
        site_at(site, other=None, attachment=None)
        code, said = deploy(host)
        assert code == 1
        assert "公众可能还看得到" in said and "r/2026-0002/index.html" in said
        served.keeps = ""
        assert deploy(host)[0] == 0
        assert host.files() == contents(site)


def test_whoever_comes_while_another_computer_uploads_waits(school: Path, deploy: Deploy, folder_host: Host) -> None:
    """The note of another upload: fresh, it is respected; `--resume` says that it is dead."""
    import json
    import time

    lock = {"version": 1, "run": "0123456789abcdef", "at": int(time.time()) - 60}
    folder_host.put("disclosure-lock.json", json.dumps(lock).encode())
    code, said = deploy(folder_host)
    assert (code, "另一次上传可能正在进行" in said) == (1, True), said
    assert deploy(folder_host, "--resume")[0] == 0
    site_at(school / "site", home="2")
    folder_host.put("disclosure-lock.json", json.dumps(lock | {"at": lock["at"] - 3600}).encode())
    assert deploy(folder_host)[0] == 0
    assert folder_host.files() == contents(school / "site")


def test_without_its_notes_a_host_is_compared_file_by_file(school: Path, deploy: Deploy, folder_host: Host) -> None:
    assert deploy(folder_host)[0] == 0
    folder_host.put("disclosure-deployed.json", b'{"version": 1, "run"')  # cut off by somebody else
    folder_host.put("r/2024-0001/index.html", b"taken back long ago")
    site_at(school / "site", home="2")
    code, said = deploy(folder_host)
    assert code == 0
    assert "要传 1 个文件" in said and "可能是早先上传、现在已经撤下的记录" in said
    assert folder_host.files() == contents(school / "site") | {"r/2024-0001/index.html": b"taken back long ago"}
