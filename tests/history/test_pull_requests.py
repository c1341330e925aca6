"""A pull request in a real repository, checked by the command line as continuous integration does."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from building import disclosure
from repository import Repository
from sample import SCHOOL, make_school, record

DAY = "2026-11-23"
CHANGED = {"变更": f"[{{日期: {DAY}, 说明: 更正}}]"}
CATALOGUE = "事项:\n  - {编号: X01, 名称: 校车, 栏目: other, 时限: 5天}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A school with three records on `main`, and a branch for a pull request; one record has a warning of old."""
    old = record("2026-0003", body="![图](https://other.example/a.png)")
    made = Repository(make_school(tmp_path / "school", record(), record("2026-0002"), old))
    made.commit("2026-09-01")
    made.branch("change")
    return made


def check(root: Path, *arguments: str) -> CompletedProcess[str]:
    done = disclosure("check", "--root", root, "--today", DAY, *arguments)
    assert "Traceback" not in done.stderr
    return done


def told(root: Path, *arguments: str, base: str = "main") -> list[tuple[str, str, int]]:
    """Code, file and line of everything that a check says about a change."""
    done = check(root, "--format", "json", "--base", base, *arguments)
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout)
    return [(one["code"], one["path"].removeprefix("data/records/"), one["line"]) for one in found]


def test_a_change_is_not_blamed_for_what_was_wrong_before(repository: Repository) -> None:
    assert check(repository.folder).returncode == 1
    assert told(repository.folder) == []
    assert check(repository.folder, "--base", "main").returncode == 0


def test_annotations_name_file_and_line(repository: Repository) -> None:
    repository.write(a=record(标题="另一个标题"), d=record("2026-0004", 截止日期="2026-08-01", 公布日期=DAY))
    repository.commit("2026-11-20")
    done = check(repository.folder, "--format", "github", "--base", "main")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert any(line.startswith("::error file=data/records/a.md,line=3,title=H113") for line in lines)
    assert any(line.startswith("::error file=data/records/d.md,line=7,title=D101") for line in lines)
    assert not any("data/records/c.md" in line for line in lines)


def test_deleting_a_record_fails_and_withdrawing_it_passes(repository: Repository) -> None:
    (repository.folder / "data/records/b.md").unlink()
    repository.commit("2026-11-20")
    done = check(repository.folder, "--format", "github", "--base", "main")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=data/records/b.md,line=1,title=H110")
    assert "撤销" in done.stdout
    repository.write(b=record("2026-0002", 撤销=f"{{日期: {DAY}, 理由: 金额有误, 批准: 校长办公会}}"))
    repository.commit("2026-11-21")
    done = check(repository.folder, "--base", "main")
    assert (done.returncode, done.stdout) == (0, "没有问题。\n")


@pytest.mark.parametrize("is_committed", [True, False])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (record(编号="2026-0099"), [("H111", "a.md", 2)]),
        (record(body="每餐 18 元。"), [("H112", "a.md", 9)]),
        (record(body="每餐 18 元。", **CHANGED), []),
        (record(标题="乙"), [("H113", "a.md", 3)]),
        (record(标题="乙", **CHANGED), []),
        (record(body="每餐  15 元。\n\n"), []),
        (record(草稿="是"), [("H110", "a.md", 7)]),
    ],
    ids=["number", "body", "body, told", "title", "title, told", "white space", "draft"],
)
def test_each_kind_of_change(
    text: str, expected: list[tuple[str, str, int]], is_committed: bool, repository: Repository
) -> None:
    repository.write(a=text)
    if is_committed:
        repository.commit("2026-11-20")
    assert told(repository.folder) == expected


def test_a_file_may_move_and_get_an_attachment_that_is_told(repository: Repository) -> None:
    repository.move("data/records/a.md", "data/records/2026/秋季/index.md")
    assert told(repository.folder) == []
    repository.write_at({"data/records/2026/秋季/表.csv": "甲,乙\n"})
    assert told(repository.folder) == [("H112", "2026/秋季/index.md", 1)]
    repository.write_at({"data/records/2026/秋季/index.md": record(**CHANGED)})
    repository.commit("2026-11-20")
    assert told(repository.folder) == []


def test_an_attachment_touches_its_record(repository: Repository) -> None:
    repository.move("data/records/a.md", "data/records/a/index.md")
    repository.write_at(
        {"data/records/a/index.md": record(附件="[表.csv]", **CHANGED), "data/records/a/表.csv": "甲\n"}
    )
    repository.commit("2026-11-20")
    repository.git("checkout", "--quiet", "-B", "main")
    repository.branch("next")
    repository.write_at({"data/records/a/多余.csv": "乙\n"})
    assert told(repository.folder) == [("A102", "a/index.md", 7)]
    repository.write_at({"data/records/a/表.csv": "丙\n"})
    assert [code for code, *_ in told(repository.folder)] == ["A102", "H112"]


def test_what_a_change_breaks_elsewhere_is_told(repository: Repository) -> None:
    repository.write(b=record("2026-0002", body="见[甲](record:2026-0001)。", **CHANGED))
    repository.commit("2026-11-10")
    repository.git("checkout", "--quiet", "-B", "main")
    repository.branch("next")
    repository.write(a=record(编号="2026-0009"))
    assert [(code, path) for code, path, _ in told(repository.folder)] == [("H111", "a.md"), ("L101", "b.md")]


def test_another_catalogue_is_read_as_it_was_before(tmp_path: Path) -> None:
    """Records that the change leaves alone are read by the catalogue of the base, whose items they name."""
    school = make_school(tmp_path / "school", record(栏目="", 事项="X01"), catalogue=CATALOGUE)
    made = Repository(school)
    made.commit("2026-09-01")
    made.branch("change")
    made.write_at({"data/catalogue.yml": CATALOGUE.replace("X01", "X02")})
    assert told(made.folder) == [("C102", "a.md", 6)]
    made.write(a=record(栏目="", 事项="X02"))
    assert told(made.folder) == []
    made.write_at({"data/catalogue.yml": CATALOGUE.replace("X01", "X02").replace("}", ", 范围: 教职工}")})
    assert told(made.folder) == [("H110", "a.md", 1)]


def test_the_first_pull_request_of_all_has_nothing_to_compare_with(tmp_path: Path) -> None:
    made = Repository(tmp_path / "school")
    made.write_at({"README.md": "x\n"})
    made.commit("2026-09-01")
    made.branch("change")
    make_school(made.folder, record())
    assert told(made.folder) == [("H101", "a.md", 5)]


def test_a_base_with_a_broken_set_up_still_has_records(repository: Repository) -> None:
    repository.write_at({"data/school.yml": "名称: \n"})
    repository.commit("2026-11-10")
    repository.git("checkout", "--quiet", "-B", "main")
    repository.branch("next")
    repository.write_at({"data/school.yml": SCHOOL})
    (repository.folder / "data/records/a.md").unlink()
    assert told(repository.folder) == [("H110", "a.md", 0)]


def test_only_what_left_the_line_counts_and_not_what_was_done_there_meanwhile(repository: Repository) -> None:
    repository.write(a=record(标题="乙", **CHANGED))
    repository.commit("2026-11-10")
    repository.git("checkout", "--quiet", "main")
    repository.write(e=record("2026-0005", 公布日期="2026-11-11"))
    repository.commit("2026-11-11")
    repository.git("checkout", "--quiet", "change")
    assert told(repository.folder) == []


def test_a_record_that_was_a_draft_until_now_is_late(repository: Repository) -> None:
    draft = {"公布日期": "2026-11-02"}
    repository.write(d=record("2026-0004", 草稿="是", **draft))
    repository.commit("2026-11-02")
    repository.git("checkout", "--quiet", "-B", "main")
    repository.branch("next")
    repository.write(d=record("2026-0004", **draft))
    assert told(repository.folder) == [("H101", "d.md", 5)]
    repository.write(d=record("2026-0004", **draft, 补公开=f"{{日期: {DAY}, 理由: 等候审签}}"))
    assert told(repository.folder) == []
    repository.write(d=record("2026-0004", 公布日期="2026-11-20"))
    assert told(repository.folder) == []


def test_a_school_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    made = Repository(tmp_path / "repository")
    root = make_school(made.folder / "学校/网站", record(), record("2026-0002"))
    made.write_at({"学校/data/records/z.md": record("2026-0009")})
    made.commit("2026-09-01")
    made.branch("change")
    (root / "data/records/b.md").unlink()
    made.write_at({"学校/网站/data/records/a.md": record(标题="乙"), "学校/data/records/z.md": record("2026-0010")})
    made.commit("2026-11-20")
    assert told(root) == [("H113", "a.md", 3), ("H110", "b.md", 0)]


def test_what_gitattributes_says_about_archives_hides_nothing(repository: Repository) -> None:
    repository.write_at({".gitattributes": "data/records/** export-ignore\n"})
    repository.commit("2026-11-10")
    repository.git("checkout", "--quiet", "-B", "main")
    repository.branch("next")
    (repository.folder / "data/records/a.md").unlink()
    assert told(repository.folder) == [("H110", "a.md", 0)]


def test_nothing_of_the_repository_is_touched(repository: Repository) -> None:
    repository.write(a=record(标题="乙"), 新=record("2026-0004", 公布日期=DAY))
    before = repository.git("status", "--porcelain"), (repository.folder / ".git/index").read_bytes()
    assert told(repository.folder) == [("H113", "a.md", 3)]
    assert (repository.git("status", "--porcelain"), (repository.folder / ".git/index").read_bytes()) == before


def test_a_shallow_clone_without_the_base_says_what_to_fetch(repository: Repository, tmp_path: Path) -> None:
    repository.write(a=record(标题="乙"))
    repository.commit("2026-11-20")
    clone = repository.shallow_clone(tmp_path / "clone")
    for base in ("origin/main", "nowhere"):
        done = check(clone, "--base", base)
        assert done.returncode == 2
        assert "浅克隆" in done.stderr and "fetch-depth: 0" in done.stderr


def test_a_shallow_clone_is_checked_as_far_as_it_goes(repository: Repository, tmp_path: Path) -> None:
    done = check(repository.shallow_clone(tmp_path / "clone"), "--format", "json")
    assert sorted(one["code"] for one in json.loads(done.stdout)) == ["H102", "L104"]


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("origin/main", "没有版本 origin/main"),
        ("--output=pwned", "没有版本 --output=pwned"),
        ("HEAD:data", "没有版本 HEAD:data"),
        ("lonely", "没有共同的来历"),
    ],
)
def test_a_base_that_cannot_be_compared_with(base: str, said: str, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "lonely")
    repository.commit("2026-11-01")
    repository.git("checkout", "--quiet", "change")
    done = check(repository.folder, f"--base={base}")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (repository.folder / "pwned").exists()


def test_without_a_repository_or_commits_there_is_no_base(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school", record())
    done = check(school, "--base", "main")
    assert done.returncode == 2 and "不在 git 仓库里" in done.stderr
    Repository(school)
    done = check(school, "--base", "main")
    assert done.returncode == 2 and "还没有提交过" in done.stderr


def test_without_a_repository_a_check_says_so_and_passes(tmp_path: Path) -> None:
    done = check(make_school(tmp_path / "school", record()))
    assert done.returncode == 0
    assert done.stdout.count("H103") == 1 and "不在 git 仓库里" in done.stdout
