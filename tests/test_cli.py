"""The command line as a clerk meets it: words, exit codes, no traceback."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import PROJECT, built, contents, disclosure, environment
from disclosure.errors.explained import explanation_text, listing
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.draft import draft_text
from disclosure.reading.form import Findings, read_form
from disclosure.reading.front_matter import split
from disclosure.reading.record_keys import RECORD
from sample import make_school, record
from terminal import typed


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school of its own: settings and catalogue of the example, no records."""
    root = tmp_path / "school"
    (root / "data/records").mkdir(parents=True)
    (root / "site_src").mkdir()
    (root / "site_src/index.md").write_text("# 校务公开\n")
    for name in ("mkdocs.yml", "data/school.yml", "data/catalogue.yml"):
        shutil.copy(PROJECT / name, root / name)
    return root


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example school in a repository of its own: the one around it may be a shallow clone, or none at all."""
    root = tmp_path / "example"
    for name in ("data", "site_src"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    subprocess.run(["git", "init", "--quiet", root], check=True)
    return root


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A school with nothing to mend, in a repository of its own."""
    root = make_school(tmp_path / "clean", record())
    subprocess.run(["git", "init", "--quiet", root], check=True)
    return root


def test_check_is_quiet_about_a_clean_school(clean: Path) -> None:
    done = disclosure("check", "--root", clean, "--today", "2026-11-23")
    assert (done.returncode, done.stdout, done.stderr) == (0, "没有问题。\n", "")


def test_check_names_file_line_and_remedy(school: Path) -> None:
    (school / "data/records/a.md").write_text(
        "---\n编号: 2026-0001\n标题: 甲\n公布日期: 明天\n责任部门: 办公室\n栏目: 其他\n---\n"
    )
    done = disclosure("check", "--root", school)
    assert done.returncode == 1
    assert done.stdout.startswith("data/records/a.md\n  第 4 行 错误 R109")
    assert "2026-09-01" in done.stdout and "共 1 个错误，在 1 个文件里" in done.stdout
    assert done.stderr == ""


def test_check_as_json_is_one_list(school: Path, clean: Path) -> None:
    (school / "data/records/a.md").write_text("没有信息区")
    done = disclosure("check", "--root", school, "--format", "json")
    (found,) = json.loads(done.stdout)
    assert set(found) == {"code", "severity", "path", "line", "message", "hint"}
    assert (found["code"], found["severity"], found["path"], found["line"]) == ("R103", "error", "data/records/a.md", 1)
    assert disclosure("check", "--root", clean, "--format", "json", "--today", "2026-11-23").stdout == "[]\n"


def test_check_for_pull_requests_annotates_the_line(school: Path) -> None:
    (school / "data/records/a.md").write_text("没有信息区")
    done = disclosure("check", "--root", school, "--format", "github")
    assert done.stdout.startswith("::error file=data/records/a.md,line=1,title=R103 没有信息区::")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit", "json"])
def test_programs_get_utf_8_whatever_the_terminal_speaks(form: str, school: Path) -> None:
    (school / "data/records/a.md").write_text("没有信息区")
    command = [sys.executable, "-m", "disclosure", "check", "--root", str(school), "--format", form]
    done = subprocess.run(command, env=environment(PYTHONIOENCODING="gbk"), capture_output=True, check=False)
    assert done.returncode == 1
    assert "没有信息区" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit", "json"])
def test_a_broken_set_up_is_told_to_programs_in_their_format(form: str, school: Path) -> None:
    (school / "data/school.yml").write_text("名称: 甲\n名称: 乙\n")
    done = disclosure("check", "--root", school, "--format", form)
    assert (done.returncode, done.stderr) == (2, "")
    assert "R105" in done.stdout and "data/school.yml" in done.stdout


@pytest.mark.parametrize(
    ("terminal", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_report_is_coloured_on_a_terminal_that_wants_it(
    terminal: dict[str, str], coloured: bool, school: Path
) -> None:
    (school / "data/records/a.md").write_text("没有信息区")
    code, said = typed(["check", "--root", str(school)], "", **terminal)
    assert code == 1
    assert ("\x1b[" in said) is coloured


def test_a_hint_alone_is_no_failure(school: Path) -> None:
    (school / "data/records/a.md").write_text(
        "---\nid: 2026-0001\n标题: 甲\npublished: 2026-09-01\ndepartment: 办公室\ncolumn: 其他\n---\n正文\n"
    )
    done = disclosure("check", "--root", school)
    assert done.returncode == 0 and "提示 R115" in done.stdout
    strict = disclosure("check", "--root", school, "--strict")
    assert (strict.returncode, strict.stdout) == (1, done.stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--today", "下周"], "正确写法"),
        (["check", "--format", "xml"], "text、github、gitlab、sarif、junit、json"),
        (["check", "--nonsense"], "没有选项 --nonsense"),
        (["check", "--todya", "2026-09-01"], "是不是 --today"),
        (["check", "--today"], "--today 后面要写值"),
        (["check", "甲", "乙"], "多写了 甲 乙"),
        (["chekc"], "没有命令 chekc，是不是 check"),
        (["serve", "--port", "99999"], "应是 1 到 65535 的整数"),
        (["build", "--jobs", "0"], "--jobs 的值不对：「0」不是进程个数，应是 1 到 999 的整数"),
        (["build", "--jobs", "1000"], "应是 1 到 999 的整数"),
        (["check", "--jobs", "二"], "「二」不是进程个数"),
        ([], "命令："),
        (["explain", "Z999"], "没有检查代码 Z999"),
        (["new", "没有的事项"], "请写明一个公开事项的编号"),
        (["new", "I42"], "请用 --title 写明标题"),
        (["new", "I37", "--title", "甲"], "已停用"),
        (["build", "--edition", "secret"], "public、internal"),
    ],
)
def test_a_wrong_command_line_is_answered_in_chinese(arguments: list[str], said: str, school: Path) -> None:
    command, rest = arguments[:1], arguments[1:]
    root = [] if command in ([], ["explain"], ["chekc"]) else ["--root", school]
    done = disclosure(*command, *root, *rest)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_school_is_a_broken_set_up(tmp_path: Path) -> None:
    for command in ("check", "build", "serve", "new"):
        done = disclosure(command, "--root", tmp_path)
        assert done.returncode == 2, command
        assert "怎么改" in done.stderr and "Traceback" not in done.stderr, command


def test_explain_says_all_about_a_code_in_either_case() -> None:
    assert disclosure("explain", "d104").stdout == explanation_text(EXPLANATIONS["D104"]) + "\n"


def test_explain_lists_every_code() -> None:
    done = disclosure("explain")
    assert (done.returncode, done.stdout) == (0, listing() + "\n")


def test_new_writes_a_draft_that_passes_and_numbers_it(school: Path) -> None:
    first = disclosure("new", "I42", "--title", "2026年秋季学期收费公示", "--published", "2026-11-23", "--root", school)
    assert first.returncode == 0, first.stderr
    path = school / "data/records/2026/2026-0001.md"
    text = path.read_text()
    assert "标题: 2026年秋季学期收费公示" in text and "草稿: 是" in text and "收费:" in text
    assert disclosure("check", "--root", school).stdout == "没有问题。\n"
    second = disclosure("new", "代办费标准", "--title", "乙", "--published", "2026-12-01", "--folder", "--root", school)
    assert second.returncode == 0
    assert (school / "data/records/2026/2026-0002/index.md").is_file()


def test_a_draft_without_its_draft_line_says_what_is_missing(school: Path) -> None:
    disclosure("new", "I42", "--title", "甲", "--published", "2026-11-23", "--root", school)
    path = school / "data/records/2026/2026-0001.md"
    path.write_text("\n".join(line for line in path.read_text().splitlines() if not line.startswith("草稿")))
    done = disclosure("check", "--root", school)
    assert done.returncode == 1 and "收费" in done.stdout and "审签" in done.stdout


@pytest.mark.parametrize("item", [f"I{number:02}" for number in range(1, 71)])
def test_every_item_has_a_draft_that_can_be_read(item: str) -> None:
    from datetime import date
    from pathlib import PurePosixPath

    catalogue = read_catalogue(PROJECT / "data/catalogue.yml", root=PROJECT)
    text = draft_text(catalogue.items[item], record_id="2026-0001", title="甲", published=date(2026, 11, 23))
    findings = Findings(path=PurePosixPath("a.md"))
    values = read_form(split(text).fields, RECORD, findings)
    assert findings.problems == []
    assert values["item"] == item and values["draft"] is True


def test_new_asks_on_a_terminal(school: Path) -> None:
    """A clerk types the item's number and a title; the list of items is offered."""
    code, said = typed(["new", "--root", str(school), "--published", "2026-11-23"], "I06\n秋季接待日\n\n\n\n")
    assert code == 0, said
    assert "校领导接待日" in said
    assert "标题: 秋季接待日" in (school / "data/records/2026/2026-0001.md").read_text()


def build(*arguments: str | Path) -> str:
    """What a build says, which must be all that it says."""
    done = disclosure("build", "--today", "2026-11-23", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_build_says_where_the_site_is_and_what_changed(school: Path, tmp_path: Path) -> None:
    site, listed = tmp_path / "public", school / ".cache/disclosure/public/changed-files.txt"
    options = ("--root", school, "--site-dir", site)
    first = build(*options)
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert first == f"网站已生成：{site}\n新增或改动 {len(files)} 个文件，清单在 {listed}。\n"
    assert [line for line in listed.read_text().splitlines() if line[0] != "#"] == [f"+ {path}" for path in files]
    assert build(*options) == f"网站已生成：{site}\n没有变化。\n"
    (school / "site_src/about.md").write_text("# 关于\n")
    told = build(*options).splitlines()[1]
    assert re.fullmatch(f"新增或改动 [0-9]+ 个文件，清单在 {re.escape(str(listed))}。", told)
    assert "+ about/index.html" in listed.read_text().splitlines()
    (school / "site_src/about.md").unlink()
    told = build(*options).splitlines()[1]
    assert re.fullmatch(f"新增或改动 [0-9]+ 个文件，删除 1 个文件，清单在 {re.escape(str(listed))}。", told)
    assert "- about/index.html" in listed.read_text().splitlines()
    assert not (site / "about").exists()


def test_any_number_of_jobs_may_be_asked_for(example: Path, tmp_path: Path) -> None:
    told = [
        disclosure("check", *jobs, "--root", example, "--today", "2026-11-23").stdout
        for jobs in ((), ("--jobs", "1"), ("--jobs", "3"))
    ]
    assert told[1:] == told[:1] * 2
    build("--root", PROJECT, "--jobs", "1", "--site-dir", tmp_path / "site")
    assert contents(tmp_path / "site") == contents(built(PROJECT))


def test_a_build_on_a_terminal_shows_progress(tmp_path: Path) -> None:
    code, said = typed(
        ["build", "--root", str(PROJECT), "--site-dir", str(tmp_path / "site"), "--today", "2026-11-23"], ""
    )
    assert code == 0, said
    assert "生成页面" in said
    shown = [int(one) for one in re.findall(r"([0-9]+)%", said)]
    assert shown == sorted(shown) and shown[-1] == 100


def test_what_nobody_reads_to_the_end_is_no_error() -> None:
    """`disclosure explain | head`: the program ends its process itself, and says nothing of a pipe that is closed."""
    with subprocess.Popen(
        [sys.executable, "-m", "disclosure", "explain"], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as explaining:  # fmt: skip
        assert explaining.stdout and explaining.stderr
        explaining.stdout.close()
        said = explaining.stderr.read()
    assert said == b""


def test_help_and_check_do_not_load_mkdocs() -> None:
    program = "import sys; sys.argv = ['disclosure', 'check']\ntry:\n    from disclosure.cli import main; main()\nexcept SystemExit: pass\nsys.exit('mkdocs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == 0
