"""What the live site shows is compared with the school's files: its `records.json`, from a file or over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from building import disclosure
from disclosure.history import live_site
from disclosure.history.live_site import NoLiveSiteError, read_live_site
from disclosure.pipeline import read_and_check, select
from disclosure.publishing.open_data import open_data
from repository import Repository
from sample import TODAY, make_school, record

WITHDRAWN = {"撤销": "{日期: 2026-11-20, 理由: 金额有误, 批准: 校长办公会}"}
CHANGED = {"变更": "[{日期: 2026-11-20, 说明: 更正}]"}
FEES = {"收费": "[{项目: 伙食费, 标准: 15元, 计费单位: 每餐}]", "金额": "5元"}
ROW = {"id": "2026-0001", "title": "甲", "published": "2026-09-01", "expires": None, "state": "standing"}


def live(root: Path, edition: str = "public") -> Path:
    """The `records.json` of a school as it is now."""
    library = read_and_check(root, TODAY).library
    files = {file.path: file.content for file in open_data(select(library, edition=edition, today=TODAY))}
    place = root.parent / "site"
    place.mkdir(exist_ok=True)
    (place / "records.json").write_bytes(files["records.json"])
    return place / "records.json"


def told(root: Path, where: object) -> list[tuple[str, str, int]]:
    """Code, file and line of what a check says about history."""
    done = disclosure(
        "check", "--root", root, "--today", TODAY.isoformat(), "--format", "json", "--published", str(where)
    )
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout)
    about_history = (one for one in found if one["code"].startswith("H"))
    return [(one["code"], one["path"].removeprefix("data/records"), one["line"]) for one in about_history]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    root = make_school(tmp_path / "school", record(**FEES), record("2026-0002", 公开范围="社会、家长"))
    Repository(root)
    return root


def test_nothing_has_changed(school: Path) -> None:
    assert told(school, live(school)) == []
    assert told(school, live(school).parent) == []


def test_a_record_that_vanished_is_told(school: Path) -> None:
    where = live(school)
    (school / "data/records/b.md").unlink()
    assert told(school, where) == [("H110", "", 0)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (FEES | {"标题": "乙"}, [("H113", "/a.md", 3)]),
        (FEES | {"标题": "乙"} | CHANGED, []),
        (FEES | {"公布日期": "2026-08-31"}, [("H113", "/a.md", 5)]),
        (FEES | {"金额": "6元"}, [("H113", "/a.md", 8)]),
        (FEES | {"收费": FEES["收费"].replace("15", "18")}, [("H113", "/a.md", 7)]),
        (FEES | {"草稿": "是"}, [("H110", "/a.md", 9)]),
        (FEES | {"公开范围": "教职工"}, [("H110", "/a.md", 9)]),
        (FEES | {"编号": "2026-0099"}, [("H110", "", 0)]),
        (FEES | WITHDRAWN, []),
        (FEES | {"概述": "一句话"}, [("H112", "/a.md", 1)]),
        (FEES | {"概述": "一句话"} | CHANGED, []),
    ],
    ids=["title", "told", "day", "amount", "fees", "draft", "audience", "number", "withdrawn", "file", "file, told"],
)
def test_each_kind_of_change(fields: dict[str, str], expected: list[tuple[str, str, int]], school: Path) -> None:
    where = live(school)
    (school / "data/records/a.md").write_text(record(**fields))
    assert told(school, where) == expected


def test_a_stub_stays_a_stub(school: Path) -> None:
    (school / "data/records/a.md").write_text(record(body="名单", **FEES, **WITHDRAWN))
    where = live(school)
    (school / "data/records/a.md").write_text(record(body="", **WITHDRAWN))
    assert told(school, where) == []
    (school / "data/records/a.md").write_text(record(**FEES))
    assert told(school, where) == [("H113", "/a.md", 1)]


def test_readers_of_the_internal_edition_lose_nothing_either(school: Path) -> None:
    (school / "data/records/b.md").write_text(record("2026-0002", 公开范围="教职工"))
    where = live(school, "internal")
    assert told(school, where) == []
    (school / "data/records/b.md").unlink()
    assert told(school, where) == [("H110", "", 0)]


def test_base_and_live_site_together_tell_nothing_twice(school: Path) -> None:
    made, where = Repository(school), live(school)
    made.commit("2026-09-01")
    (school / "data/records/b.md").unlink()
    done = disclosure("check", "--root", school, "--today", "2026-11-23", "--published", where, "--base", "HEAD")
    assert done.returncode == 1
    assert done.stdout.count("H110") == 1 and "data/records/b.md" in done.stdout


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A web server for the folder `site`."""
    (tmp_path / "site").mkdir(exist_ok=True)
    yield from serving(partial(Quiet, directory=str(tmp_path / "site")))


class Quiet(SimpleHTTPRequestHandler):
    """A web server that keeps no log; `/moved/…` leads elsewhere."""

    def do_GET(self) -> None:
        if self.path.startswith("/moved/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/moved/"))
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None: ...


def serving(handler: Any) -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()
    thread.join()


def test_a_live_site_is_asked_over_http(school: Path, server: str) -> None:
    live(school)
    (school / "data/records/b.md").unlink()
    for where in (f"{server}/records.json", f"{server}/", f"{server}/moved//records.json"):
        assert told(school, where) == [("H110", "", 0)], where


@pytest.mark.parametrize(
    "path", ["/nothing.json", "/moved/file:///etc/passwd", "/moved/ftp://127.0.0.1/records.json", "/moved/moved"]
)
def test_what_a_server_does_not_give_is_said(path: str, server: str) -> None:
    with pytest.raises(NoLiveSiteError, match="取不到"):
        read_live_site(server + path, {})


def test_a_server_may_not_take_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            release.wait(20)

        def log_message(self, format: str, *args: object) -> None: ...

    release = threading.Event()
    monkeypatch.setattr(live_site, "_SECONDS", 0.3)
    made = serving(Silent)
    with pytest.raises(NoLiveSiteError, match="取不到"):
        read_live_site(next(made), {})
    release.set()
    assert list(made) == []


@pytest.mark.parametrize("where", ["ftp://127.0.0.1/records.json", "file:///etc/passwd", "gopher://x", "http://[bad"])
def test_other_addresses_are_refused(where: str) -> None:
    with pytest.raises(NoLiveSiteError):
        read_live_site(where, {})


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{}", b"null", b"\xff\xfe", b"<!doctype html>", b'{"edition": "public"}', b"[" * 100_000,
        b'{"edition": "public", "records": 1}', b'{"edition": [], "records": []}', b'{"edition": "public", "records": [1]}',
        *(json.dumps({"edition": "public", "records": [ROW | wrong]}).encode() for wrong in (
            {"id": 1}, {"title": None}, {"published": "1. 9. 2026"}, {"published": 20260901}, {"expires": 1}, {"amount": "viel"}, {"changes": [{}]},
            {"changes": 1}, {"attachments": [{"file": 1, "sha256": ""}]}, {"fees": ["x"]}, {"withdrawn": "x"}, {"state": []},
        )),
    ],
)  # fmt: skip
def test_what_we_did_not_write_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "records.json").write_bytes(content)
    with pytest.raises(NoLiveSiteError, match="不是本程序生成的"):
        read_live_site(str(tmp_path), {})


def test_a_row_that_tells_the_least_is_enough(tmp_path: Path) -> None:
    (tmp_path / "records.json").write_text(json.dumps({"edition": "other", "records": [ROW], "more": 1}))
    (former,) = read_live_site(str(tmp_path), {})
    assert (former.id, former.title, former.digest, former.path) == ("2026-0001", "甲", "", None)


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_site, "_LARGEST", 1024 * 1024)
    (tmp_path / "records.json").write_bytes(b" " * (1024 * 1024 + 1))
    with pytest.raises(NoLiveSiteError, match="超过 1 MB"):
        read_live_site(str(tmp_path), {})


def test_a_missing_file_is_a_broken_set_up(school: Path) -> None:
    done = disclosure("check", "--root", school, "--published", school / "nothing.json")
    assert done.returncode == 2
    assert "读不了" in done.stderr and "Traceback" not in done.stderr
