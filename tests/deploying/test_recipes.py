"""The recipes of docs/hosting.md are those that are run here: nginx serves what was uploaded, below a path of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import yaml

from building import PROJECT, contents
from debian import program
from disclosure.reading.deploy import read_deploy
from upload_hosts import site_at

GUIDE = (PROJECT / "docs/hosting.md").read_text()


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """nginx with the guide's own lines; its address and the folder that it serves."""
    binary = program("nginx", package="nginx-light")
    desk = tmp_path_factory.mktemp("nginx")
    site = site_at(desk / "www/xwgk")
    (site / "404.html").write_text("没有这一页")
    (site / "disclosure-deployed.json").write_text("{}")
    (site / "calendar.ics").write_text("BEGIN:VCALENDAR")
    (site / "style.css").write_text("a" * 2000)
    lines = re.search(r"```nginx\n(.*?)```", GUIDE, re.DOTALL)
    assert lines
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = lines[1].replace("/var/www/", f"{desk}/www/").replace("listen 80;", f"listen 127.0.0.1:{port};")
    (desk / "nginx.conf").write_text(
        f"{'user root;' if os.geteuid() == 0 else ''} daemon off; pid {desk}/pid; error_log {desk}/error.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off;\n{server}\n}}\n"
    )
    (desk / "tmp").mkdir()
    process = subprocess.Popen([binary, "-p", str(desk), "-c", str(desk / "nginx.conf")], stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}", site
    process.terminate()
    process.wait()


def asked(url: str) -> tuple[int, str, str]:
    """Status, content type and body."""
    try:
        with urlopen(url, timeout=10) as answer:
            return answer.status, str(answer.headers["Content-Type"]), answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, str(error.headers["Content-Type"]), error.read().decode()


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/xwgk/", 200, "text/html; charset=utf-8"),
        ("/xwgk", 200, "text/html; charset=utf-8"),  # after a redirect
        ("/xwgk/r/2026-0001/", 200, "text/html; charset=utf-8"),
        ("/xwgk/feed.xml", 200, "application/rss+xml; charset=utf-8"),
        ("/xwgk/calendar.ics", 200, "text/calendar; charset=utf-8"),
        ("/xwgk/next-change.json", 200, "application/json; charset=utf-8"),
        ("/xwgk/r/2026-0009/", 404, "text/html; charset=utf-8"),
        ("/xwgk/r/", 404, "text/html; charset=utf-8"),
        ("/xwgk/disclosure-deployed.json", 404, "text/html; charset=utf-8"),
    ],
)
def test_nginx_serves_the_site_below_a_path(path: str, status: int, kind: str, nginx: tuple[str, Path]) -> None:
    found = asked(nginx[0] + path)
    assert found[:2] == (status, kind)
    if status == 404:
        assert found[2] == "没有这一页"


def test_nginx_serves_every_byte(nginx: tuple[str, Path]) -> None:
    from urllib.parse import quote

    address, site = nginx
    for path, content in contents(site).items():
        if not path.startswith("disclosure-"):
            with urlopen(f"{address}/xwgk/{quote(path)}", timeout=10) as answer:
                assert answer.read() == content
                assert answer.headers["Cache-Control"] == "no-cache"


def test_every_deploy_file_of_the_guide_can_be_read(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(目标:.*?)```", GUIDE, re.DOTALL)
    assert len(blocks) >= 6
    for block in blocks:
        (tmp_path / "deploy.yml").write_text(block)
        assert read_deploy(tmp_path)
        assert isinstance(yaml.safe_load(block), dict)


def test_the_guide_names_the_options_and_variables_that_there_are() -> None:
    from disclosure.commands.deploy import deploy
    from disclosure.deploying.credentials import VARIABLES

    options = {option for param in deploy.params for option in param.opts}
    for line in re.findall(r"disclosure deploy[^\n`]*", GUIDE):
        assert set(re.findall(r"--[a-z-]+", line)) <= options
    known = {name for names in VARIABLES.values() for name in names}
    assert set(re.findall(r"DISCLOSURE_DEPLOY_[A-Z_]+[A-Z]", GUIDE)) >= known
