"""`disclosure init` as people meet it: options, questions on a terminal, what is refused, and running it again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import click
import pytest

from building import PROJECT, disclosure, environment
from disclosure.chinese_click import usage_in_chinese
from disclosure.commands.init import init
from disclosure.starting.memory import digest_of_text
from disclosure.starting.texts import in_markdown
from repository import Repository
from terminal import typed

NAME = ("--name", "示例学校", "--site-url", "https://school.example/xwgk/")
ON = ("--today", "2026-11-23")


def run_init(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return disclosure("init", root, *options)


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school on GitHub that began with an older version: two texts were different then."""
    root = tmp_path_factory.mktemp("older") / "school"
    done = run_init(root, *NAME, "--host", "github", "--accounts", "总务处=@zongwu", "--yes")
    assert done.returncode == 0, done.stderr
    for path in (".gitignore", ".pre-commit-config.yaml"):
        text = f"# 旧版写的\n{(root / path).read_text()}"
        (root / path).write_text(text)
        remember(root, path, text)
    return root


@pytest.fixture
def school(older: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(older, tmp_path / "school")


def remember(root: Path, path: str, text: str) -> None:
    memory = root / ".disclosure/init.yml"
    memory.write_text(
        re.sub(rf"(?m)^  {re.escape(path)}: .*$", f"  {path}: {digest_of_text(text)}", memory.read_text())
    )


def files(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()}


def test_from_nothing_to_both_editions_and_a_commit(tmp_path: Path) -> None:
    """Every step of the README, in real processes; MkDocs itself is as strict as it can be. The name is a hard one."""
    root, name = tmp_path / "学校 (1)", '示例*一中*: "<i>东</i>" & `校` {{ x }} 🏫'
    done = run_init(
        root, "--name", name, *NAME[2:], "--host", "gitlab", "--hosting", "nginx", "--stage", "九年一贯", "--yes", *ON
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert disclosure("check", "--strict", *ON, cwd=root).stdout == "没有问题。\n"
    for edition in ("public", "internal"):
        built = disclosure("build", "--edition", edition, "--site-dir", f"site-{edition}", *ON, cwd=root)
        assert (built.returncode, built.stderr) == (0, "")
        assert not list((root / f"site-{edition}").glob("r/*"))
    page = (root / "site-public/about/index.html").read_text()
    assert (
        "<p>这是示例*一中*: " in page and "&lt;i&gt;东&lt;/i&gt;" in page and "<i>东" not in page and "{{ x }}" in page
    )
    assert f"# {in_markdown(name)}校务公开\n" in (root / "README.md").read_text()
    strict = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root, env=environment(SOURCE_DATE_EPOCH="1795400000"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (strict.returncode, strict.stdout) == (0, "")
    repository = Repository(root)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "开始")
    assert set(repository.git("ls-files", "-z").split("\0")) >= {".disclosure/init.yml", "mkdocs.yml", "deploy.yml"}
    hook = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (hook.returncode, hook.stdout) == (0, "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "还要写明 --name（学校名称，例如 示例实验学校）、--site-url"),
        (("--name", "示例"), "还要写明 --site-url（网址，例如 https://school.example/xwgk/）"),
        (("--name", "", "--site-url", "https://a.example/"), "--name 的值不对：学校名称是空的"),
        (("--name", "甲", "--site-url", "学校网"), "--site-url 的值不对：「学校网」不能作网址"),
        (("--name", "甲", "--site-url", "a.example"), "「a.example」不是网址"),
        (("--name", "甲", "--site-url", "ftp://a.example"), "不是网址"),
        (("--name", "甲", "--site-url", "https://a.example/?x=1"), "不能作网址"),
        (("--name", "甲", "--site-url", "https://u:p@a.example/"), "不能作网址"),
        (("--name", "甲", "--site-url", "https://[a/"), "不能作网址|不是网址"),
        ((*NAME, "--host", "svn"), "--host 的值不对：「svn」不在可选范围内。可选：github、gitlab、forgejo、gitee、none"),
        ((*NAME, "--preset", "own"), "没有预设目录「own」"),
        ((*NAME, "--stage", "大学"), "「大学」不在可选范围内"),
        ((*NAME, "--hosting", "pages"), "只有 GitHub 和 GitLab 有 Pages"),
        ((*NAME, "--host", "gitee", "--editor", "sveltia"), "网页编辑器 sveltia 不能用于 gitee"),
        ((*NAME, "--accounts", "总务处"), "「总务处」不是部门和账号。正确写法：总务处=@zongwu"),
        ((*NAME, "--accounts", "总务处=张三"), "不是部门和账号"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    with pytest.raises(click.UsageError) as caught:
        init.main([str(tmp_path / "school"), *options], standalone_mode=False)
    told = usage_in_chinese(caught.value)
    assert any(one in told for one in said.split("|")), told
    assert list(tmp_path.iterdir()) == []


def test_what_is_refused_is_told_in_a_line(tmp_path: Path) -> None:
    done = run_init(tmp_path / "school", "--name", "甲")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("还要写明 --site-url") and "Traceback" not in done.stderr


def test_no_file_that_is_there_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("学校的\n")
    (tmp_path / "LICENSE").write_text("许可\n")
    (tmp_path / "data").write_text("不是文件夹")
    before = files(tmp_path)
    done = run_init(tmp_path, *NAME, "--yes")
    assert done.returncode == 1
    assert "什么也没有写" in done.stderr and "  README.md\n" in done.stderr and "  data/school.yml\n" in done.stderr
    assert "LICENSE" not in done.stderr
    assert files(tmp_path) == before
    (tmp_path / "README.md").rename(tmp_path / "自述.md")
    (tmp_path / "data").unlink()
    assert run_init(tmp_path, *NAME, "--yes").returncode == 0
    assert (tmp_path / "LICENSE").read_text() == "许可\n"


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "school").write_text("")
    done = run_init(tmp_path / "school", *NAME, "--yes")
    assert done.returncode == 2 and "不能继续" in done.stderr and "Traceback" not in done.stderr


def test_questions_on_a_terminal_are_asked_until_they_can_be_used(tmp_path: Path) -> None:
    keys = "\n示例：中学\nabc\nhttps://school.example/xwgk\n9\n大系统\n2\ngithub\n\npages\nsveltia\n"
    code, said = typed(["init", str(tmp_path / "school")], keys)
    assert code == 0, said
    for told in ("学校名称是空的", "「abc」不是网址", "  9  特殊教育", "「大系统」不在可选范围内", "Pages", "已建好"):
        assert told in said
    memory = (tmp_path / "school/.disclosure/init.yml").read_text()
    for line in (
        "学校名称: 示例：中学",
        "学段: 特殊教育",
        "预设目录: five-systems",
        "上网方式: pages",
        "网页编辑器: sveltia",
    ):
        assert f"  {line}\n" in memory


def test_only_what_is_not_given_is_asked_for_and_only_what_fits_is_offered(tmp_path: Path) -> None:
    options = (*NAME, "--stage", "无", "--preset", "standard", "--host", "none")
    code, said = typed(["init", str(tmp_path / "school"), *options], "pages\n\n")
    assert code == 0, said
    assert "「pages」不在可选范围内" in said and "仓库网址" not in said and "网页编辑器" not in said


def test_giving_up_at_a_question_writes_nothing(tmp_path: Path) -> None:
    code, said = typed(["init", str(tmp_path / "school")], "\x04")
    assert code == 130, said
    assert list(tmp_path.iterdir()) == []


def test_again_with_nothing_new_changes_nothing(tmp_path: Path) -> None:
    options = (*NAME, "--host", "forgejo", "--hosting", "sftp", "--accounts", "总务处=@zongwu,@b", "--yes")
    assert run_init(tmp_path, *options, *ON).returncode == 0
    before = files(tmp_path)
    done = run_init(tmp_path, "--today", "2027-03-01")
    assert (done.returncode, done.stdout, done.stderr) == (0, "没有要更新的。\n", "")
    assert files(tmp_path) == before


def test_again_brings_up_to_date_what_nobody_touched_and_keeps_what_people_changed(school: Path) -> None:
    own = (school / ".gitignore").read_text() + "/私有/\n"
    (school / ".gitignore").write_text(own)
    (school / "requirements.txt").unlink()
    (school / "data/school.yml").write_text((school / "data/school.yml").read_text() + "\n接待日: 每周一\n")
    (school / "site_src/about.md").unlink()
    remember(school, "requirements.txt", "旧\n")
    before = files(school)
    done = run_init(school, "--yes")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "没有动 .gitignore（你们改过）。新的写在 .gitignore.new，对照着改，改完删掉它",
        "更新 .pre-commit-config.yaml",
        "没有写 requirements.txt（你们删掉了）。要它回来：删掉 .disclosure/init.yml 里那一行，再运行",
    ]
    after = files(school)
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert changed == {".gitignore.new", ".pre-commit-config.yaml", ".disclosure/init.yml"}
    assert "旧版" not in after[".gitignore.new"] + after[".pre-commit-config.yaml"]
    assert run_init(school, "--yes").stdout == "没有要更新的。\n"


@pytest.mark.parametrize(
    ("key", "kept", "beside"), [("y", False, False), ("n", True, False), ("b", True, True), ("", True, False)]
)
def test_again_on_a_terminal_shows_the_difference_and_asks(key: str, kept: bool, beside: bool, school: Path) -> None:
    own = (school / ".gitignore").read_text() + "/私有/\n"
    (school / ".gitignore").write_text(own)
    code, said = typed(["init", str(school)], f"{key}\n")
    assert code == 0, said
    assert "-/私有/" in said and "-# 旧版写的" in said
    assert ((school / ".gitignore").read_text() == own) is kept
    assert (school / ".gitignore.new").exists() is beside


def test_another_host_takes_its_files_along_and_says_what_is_for_people_to_change(school: Path) -> None:
    (school / ".github/CODEOWNERS").write_text("# 学校改过\n")
    done = run_init(
        school,
        "--host",
        "gitlab",
        "--hosting",
        "sftp",
        "--accounts",
        "总务处=@z2",
        "--accounts",
        "教务处=@jiaowu",
        "--yes",
    )
    assert done.returncode == 0, done.stderr
    assert "删除 .github/workflows/" in done.stdout and "新增 .gitlab-ci.yml" in done.stdout
    assert "没有动 .github/CODEOWNERS：不再需要，但你们改过" in done.stdout
    assert "  data/school.yml：仓库 的 平台 改成 gitlab\n" in done.stdout
    assert not (school / ".github/workflows").exists() and (school / "deploy.yml").is_file()
    memory = (school / ".disclosure/init.yml").read_text()
    assert '总务处: ["@z2"]' in memory and '教务处: ["@jiaowu"]' in memory


def test_the_schools_own_files_are_what_holds(school: Path) -> None:
    text = (school / "data/school.yml").read_text().replace("示例学校", "新名字学校")
    (school / "data/school.yml").write_text(text)
    done = run_init(school, "--yes")
    assert done.returncode == 0
    assert "site_name: 新名字学校校务公开" in (school / "mkdocs.yml").read_text()
    assert "  学校名称: 新名字学校\n" in (school / ".disclosure/init.yml").read_text()


def test_what_was_remembered_and_cannot_be_read_is_named(school: Path) -> None:
    (school / ".disclosure/init.yml").write_text("<<<<<<< HEAD\n回答: {}\n")
    done = run_init(school, "--yes")
    assert done.returncode == 2 and ".disclosure/init.yml" in done.stderr and "Traceback" not in done.stderr


def test_the_wheel_has_what_a_school_gets(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=PROJECT, capture_output=True, check=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        assert wheel.read("disclosure/starting/requirements.txt") == (PROJECT / "requirements.txt").read_bytes()
    source = PROJECT / "generator/disclosure"
    for folder in ("starting/templates", "editing/admin/npm"):
        for path in (source / folder).rglob("*"):
            assert path.is_dir() or f"disclosure/{path.relative_to(source).as_posix()}" in names
