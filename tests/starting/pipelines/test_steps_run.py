"""Every step of shell of the generated pipelines, executed in bash against a small school in a git repository."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from building import PROJECT, epoch
from debian import program
from disclosure.domain.repository import Editor, GitHost
from disclosure.starting.answers import Hosting
from pipeline_steps import Ran, Workflow, answers, files, parsed, run_bash
from repository import Repository
from sample import make_school, record
from serving import served

DAY, EXPIRED = date(2026, 11, 23), date(2026, 11, 26)
FEE = record("2026-0001", 截止日期="2026-11-25", 事项="I32", 栏目="", 到期处理="撤下")
BASE = {"github.base_ref": "main", "github.token": "t0ken"}
EVIL_SETTINGS = """\
site_name: !!python/object/apply:os.system ["touch ../executed"]
docs_dir: site_src
theme: {name: disclosure, custom_dir: overrides}
plugins: [disclosure]
hooks: [evil.py]
"""
EVIL = {
    "mkdocs.yml": EVIL_SETTINGS,
    "evil.py": "open('../executed', 'w')\n",
    "sitecustomize.py": "open('../executed', 'w')\n",
    "pip/__main__.py": "open('../executed', 'w')\n",
    "overrides/main.html": "{{ ''.__class__ }}",
    "requirements.txt": "malware==1.0 --hash=sha256:" + "0" * 64 + "\n",
    "package.json": '{"scripts": {"preinstall": "touch ../executed"}}',
}
"""What a stranger would add to a pull request to have it executed."""


class Pupil:
    """A school on a git host and on a web server."""

    def __init__(self, folder: Path, address: str) -> None:
        """Write and push the school."""
        self.folder, self.desk, self.live = folder / "work", folder / "desk", folder / "live"
        self.executed = folder / "executed"
        self.address = address
        self.variables = {"SOURCE_DATE_EPOCH": epoch(DAY), **wheels(folder / "wheels", folder / "packages")}
        repository = Repository(self.folder)
        make_school(self.folder, FEE)
        locked = f"locked==1.0 --hash=sha256:{digest(folder / 'wheels/locked-1.0-py3-none-any.whl')}\n"
        deploy = f"目标:\n  main:\n    方式: folder\n    文件夹: {self.live}\n"
        ignored = "/site/\n/.cache/\n/rclone.txt\n/due.md\n/summary.md\n/preview/\n/gl-code-quality-report.json\n"
        repository.write_at({"requirements.txt": locked, "deploy.yml": deploy, ".gitignore": ignored})
        repository.commit("2026-09-01")
        repository.git("clone", "--quiet", "--bare", self.folder, folder / "origin.git")
        repository.git("remote", "add", "origin", folder / "origin.git")
        repository.git("fetch", "--quiet", "origin")
        self.repository = repository

    def change(self, name: str, files: dict[str, str]) -> None:
        """A branch with other files, checked out as a pipeline would."""
        self.repository.git("checkout", "--quiet", "--force", "main")
        self.repository.branch(name)
        self.repository.write_at(files)
        self.repository.commit("2026-11-22")

    def of_main(self, path: str) -> str:
        """A file as it is in the branch that changes are meant for; '' where there is none."""
        has = self.repository.git("ls-tree", "main", path)
        return self.repository.git("show", f"main:{path}") if has else ""

    def workflow(self, name: str, *, hosting: Hosting = Hosting.NGINX, on: date = DAY, **more: str) -> Workflow:
        """A workflow of GitHub's."""
        text = files(answers(hosting=hosting, site_url=self.address))[f".github/workflows/{name}.yml"].text
        variables = self.variables | {"SOURCE_DATE_EPOCH": epoch(on)} | more
        return Workflow(text, self.folder, desk=self.desk, variables=variables, context=BASE)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def wheels(folder: Path, target: Path) -> dict[str, str]:
    """The product's wheel and one more, and the variables with which pip takes them from here and puts them aside."""
    folder.mkdir()
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=PROJECT, capture_output=True, check=True)
    with zipfile.ZipFile(folder / "locked-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("locked.py", "")
        wheel.writestr("locked-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: locked\nVersion: 1.0\n")
        wheel.writestr("locked-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("locked-1.0.dist-info/RECORD", "")
    return {
        "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder), "PIP_TARGET": str(target),
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_NO_COMPILE": "1", "PIP_NO_INPUT": "1",
    }  # fmt: skip


@pytest.fixture(scope="module")
def pupil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pupil]:
    folder = tmp_path_factory.mktemp("pipelines")
    (folder / "live").mkdir()
    with served(folder / "live") as address:
        yield Pupil(folder, address)


@pytest.fixture
def school(pupil: Pupil) -> Pupil:
    """As its main branch has it, with nothing on the web, whatever other tests have left."""
    pupil.repository.git("checkout", "--quiet", "--force", "main")
    pupil.repository.git("clean", "-d", "--force", "--quiet")
    pupil.repository.git("fetch", "--quiet", "origin")
    for left in pupil.live.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    return pupil


def test_main_installs_and_uploads_and_the_night_does_nothing_until_something_is_due(school: Pupil) -> None:
    ran = school.workflow("publish").run()
    assert ran.code == 0, ran
    packages = school.desk.parent / "packages"
    assert (packages / "disclosure/cli.py").exists() and (packages / "locked.py").exists()
    assert (school.live / "r/2026-0001/index.html").exists()
    assert list(ran.said) == ["安装", "安装上传程序", "检查", "生成网站", "上传"]

    before = (school.live / "r/2026-0001/index.html").read_text()
    ran = school.workflow("nightly").run(without={"安装"})
    assert (ran.code, ran.skipped) == (0, ["检查", "生成网站", "上传"]), ran
    ran = school.workflow("nightly", on=EXPIRED).run(without={"安装"})
    assert (ran.code, ran.skipped) == (0, []), ran
    after = (school.live / "r/2026-0001/index.html").read_text()
    assert "每餐 15 元" in before and "每餐 15 元" not in after


def test_the_week_keeps_one_issue_up_to_date(school: Pupil) -> None:
    with issues() as (address, asked):
        more = {"GITHUB_API_URL": address, "GITHUB_REPOSITORY": "office/disclosure"}
        for done_already in ({"安装"}, {"安装", "列出应公开的"}):
            ran = school.workflow("weekly", **more).run(without=done_already)
            assert ran.code == 0, ran
    assert [(method, path) for method, path, _ in asked] == [
        ("GET", "/repos/office/disclosure/issues"),
        ("POST", "/repos/office/disclosure/issues"),
        ("GET", "/repos/office/disclosure/issues"),
        ("PATCH", "/repos/office/disclosure/issues/7"),
    ]
    assert "总务处" in asked[1][2]["body"] and asked[1][2]["title"] == "应公开清单"


def test_a_good_change_is_told_shown_and_passed(school: Pupil) -> None:
    school.change("good", {"data/records/b.md": record("2026-0002", 标题="食堂十一月的账", 公布日期="2026-11-23")})
    workflow = school.workflow("pull-request")
    ran = workflow.run(without={"安装"})
    assert ran.code == 0, ran
    assert "食堂十一月的账" in workflow.summary.read_text()
    page = (school.folder / "preview/r/2026-0002/index.html").read_text()
    assert "食堂十一月的账" in page and "href=../../admissions-fees/index.html" in page


def test_nothing_that_a_change_brings_along_is_executed(school: Pupil) -> None:
    mistake = record("2026-0003", 公布日期="明天")
    school.change("evil", EVIL | {"data/records/c.md": mistake, "site_src/index.md": "# 校务公开\n\n`!!python`\n"})
    ran = school.workflow("pull-request").run(without={"安装", "写摘要"})
    assert ran.failed == "检查" and not school.executed.exists(), ran
    assert "::error file=data/records/c.md,line=5," in ran.said["检查"]
    assert (school.folder / "data/records/c.md").exists()
    for path in EVIL:
        kept = school.folder / path
        assert (kept.read_text() if kept.exists() else "") == school.of_main(path)

    school.repository.git("checkout", "--quiet", "--force", "evil")
    run_bash("python -c 'import mkdocs.config; mkdocs.config.load_config()'", school.folder, school.variables)
    assert school.executed.exists(), "the files above do execute something where they are not put aside"
    school.executed.unlink()


def test_settings_that_name_files_of_a_change_are_refused(school: Pupil) -> None:
    school.repository.git("checkout", "--quiet", "--force", "main")
    school.repository.branch("settings")
    settings = "# data/ 和 site_src/ 是内容\n" + (school.folder / "mkdocs.yml").read_text()
    (school.folder / "mkdocs.yml").write_text(settings)
    school.repository.commit("2026-11-22")
    step = parsed(files(answers())[".github/workflows/pull-request.yml"].text)["jobs"]["pull-request"]["steps"][1]
    for number, line in enumerate(
        (
            "hooks: [site_src/hooks.py]",
            "hooks:\n  - data/x.py",
            "theme: {name: disclosure, custom_dir: ./site_src/theme}",
        )
    ):
        school.repository.branch(f"settings-{number}")
        school.repository.write_at({"mkdocs.yml": f"{settings}{line}\n"})
        school.repository.commit("2026-11-22")
        assert run_bash(step["run"], school.folder, {"BASE": "HEAD"}).returncode == 2
        school.repository.git("checkout", "--quiet", "--force", "settings")
    assert run_bash(step["run"], school.folder, {"BASE": "HEAD"}).returncode == 0


def test_gitlab_gets_a_report_and_a_verdict(school: Pupil) -> None:
    school.change("gitlab", {"data/records/c.md": record("2026-0003", 公布日期="明天")})
    job = parsed(files(answers(GitHost.GITLAB))[".gitlab-ci.yml"].text)["pull-request"]
    assert run_bash(job["script"][-1], school.folder, school.variables | {"BASE": "origin/main"}).returncode == 1
    (told,) = json.loads((school.folder / "gl-code-quality-report.json").read_text())
    assert told["location"]["path"] == "data/records/c.md"


def test_a_night_of_gitlab_ends_where_nothing_is_due(school: Pupil) -> None:
    """Without success where pages would have to be published, which would be none."""
    school.repository.git("checkout", "--quiet", "--force", "main")
    texts = {
        hosting: files(answers(GitHost.GITLAB, hosting, site_url=school.address))[".gitlab-ci.yml"].text
        for hosting in (Hosting.PAGES, Hosting.S3)
    }
    script = [part for part in parsed(texts[Hosting.PAGES])["nightly"]["script"] if "pip install" not in part]
    variables = school.variables | {"SITE_URL": school.address, "SOURCE_DATE_EPOCH": epoch(EXPIRED)}
    assert run_bash(f"disclosure build --site-dir {school.live}", school.folder, variables).returncode == 0
    done = run_bash("\n".join(script), school.folder, variables)
    assert (done.returncode, "网站已生成" in done.stdout) == (75, False), done
    assert '[ "$due" = yes ] || exit 0\n' in parsed(texts[Hosting.S3])["nightly"]["script"]


def test_gitee_finds_the_branch_that_a_change_is_meant_for(school: Pupil) -> None:
    """Its one script, without what the other tests have executed word for word."""
    school.change("gitee", {"data/records/b.md": record("2026-0002", 公布日期="明天"), "mkdocs.yml": EVIL_SETTINGS})
    school.repository.git("update-ref", "-d", "refs/remotes/origin/main")
    text = files(answers(GitHost.GITEE))[".workflow/pull-request.yml"].text
    (script,) = parsed(text)["stages"][0]["steps"][0]["commands"]
    settings, _, rest = script.partition("echo '== 安装'\n")
    script = settings + "echo '== 检查'\n" + rest.partition("echo '== 检查'\n")[2]
    done = run_bash(script, school.folder, school.variables | {"GITEE_BRANCH": "main"}, options=())
    assert done.returncode == 1 and "不是日期" in done.stdout and "== 检查" in done.stdout, done
    assert (school.folder / "mkdocs.yml").read_text() == school.of_main("mkdocs.yml")


def test_gitee_stops_at_the_first_step_that_fails(school: Pupil) -> None:
    text = files(answers(GitHost.GITEE, Hosting.S3))[".workflow/publish.yml"].text
    (script,) = parsed(text)["stages"][0]["steps"][0]["commands"]
    done = run_bash(script.replace("pip install", "false #"), school.folder, school.variables, options=())
    assert done.returncode == 1 and "== 检查" not in done.stdout


def test_forgejo_makes_itself_a_python(tmp_path: Path) -> None:
    """And none that lies in the repository, though Python looks where it is started."""
    for name in ("venv.py", "ensurepip.py", "sitecustomize.py"):
        (tmp_path / name).write_text("open('executed', 'w')\n")
    text = files(answers(GitHost.FORGEJO))[".forgejo/workflows/weekly.yml"].text
    workflow = Workflow(
        text, tmp_path, desk=tmp_path / "desk", variables={"PYTHONDONTWRITEBYTECODE": "1"}, context=BASE
    )
    names = {step["name"] for step in parsed(text)["jobs"]["weekly"]["steps"]} - {"准备 Python"}
    assert workflow.run(without=names) == Ran(said={"准备 Python": ""})
    assert (tmp_path / "desk/python/bin/pip").exists() and not (tmp_path / "executed").exists()
    assert (tmp_path / "desk/path").read_text() == f"{tmp_path}/desk/python/bin\n"


def test_the_editors_file_is_installed_without_scripts(tmp_path: Path) -> None:
    program("npm", package="npm")
    name, scripts = {"name": "school", "version": "1.0.0"}, {"scripts": {"preinstall": "touch executed"}}
    lock = name | {"lockfileVersion": 3, "packages": {"": name}}
    (tmp_path / "package.json").write_text(json.dumps(name | scripts))
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))
    text = files(answers(editor=Editor.DECAP))[".github/workflows/publish.yml"].text
    (step,) = (one for one in parsed(text)["jobs"]["publish"]["steps"] if "npm ci" in one.get("run", ""))
    done = run_bash(step["run"], tmp_path, {"npm_config_offline": "true"})
    assert done.returncode == 0 and not (tmp_path / "executed").exists(), done


@contextmanager
def issues() -> Iterator[tuple[str, list[tuple[str, str, Any]]]]:
    """A host's interface for issues, as far as it is asked here: its address, and what it was asked."""
    asked: list[tuple[str, str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            content = json.loads(self.rfile.read(size)) if size else None
            open_ones = [one for method, _, one in asked if method == "POST"]
            asked.append((self.command, self.path.partition("?")[0], content))
            assert self.headers["Authorization"] == "token t0ken"
            strangers = [{"number": 9, "title": "应公开清单", "user": {"login": "somebody"}}]
            ours = [{"number": 7, "title": one["title"], "user": {"login": "gitea-actions"}} for one in open_ones]
            body = json.dumps(strangers + ours if self.command == "GET" else {}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = answer

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
