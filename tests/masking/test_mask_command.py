"""`disclosure mask` as a clerk meets it: what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from building import disclosure
from masking.invented import ID, MOBILE, OTHER_MOBILE
from sample import SCHOOL, make_school

LIST = f"姓名,奖项,身份证号\n王小明,一等奖,{ID}\n注：监督电话{OTHER_MOBILE}，班主任{MOBILE}\n"


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text(LIST)
    return path


def test_it_says_what_was_done_and_where_the_original_belongs(original: Path, tmp_path: Path) -> None:
    done = disclosure("mask", original, "--output", tmp_path / "公示.csv", "--root", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "公示.csv").read_text() == "姓名\n王小明\n注：监督电话（已隐去），班主任（已隐去）\n"
    for told in (
        "原件没有改动",
        "身份证号（1）",
        "奖项（1）",
        "名单列",
        "手机号码（2）",
        "没有找到 data/school.yml",
        "逐行看一遍",
        "仓库以外",
        "docs/personal-data.md",
    ):
        assert told in done.stdout, told


def test_the_rules_are_the_schools(original: Path, tmp_path: Path) -> None:
    own = f"电话: {{监督: {OTHER_MOBILE}}}\n名单列: [奖项]\n脱敏: {{姓名: 留首尾, 号码: 留首尾}}\n"
    root = make_school(tmp_path / "school", school=SCHOOL.replace("name:", "名称:").replace("site_url:", "网址:") + own)
    done = disclosure("mask", original, "--output", tmp_path / "公示.csv", "--root", root)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "公示.csv").read_text() == (
        f"姓名,奖项,身份证号\n王*明,一等奖,330106********1238\n注：监督电话{OTHER_MOBILE}，班主任138****5678\n"
    )
    assert "school.yml" not in done.stdout


@pytest.mark.parametrize(
    ("folder", "told"), [("data/records", "在仓库的 data/records/ 里"), ("表格", "在仓库的文件夹里")]
)
def test_an_original_inside_the_repository_is_warned_of(folder: str, told: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "名单.csv").write_text(LIST)
    done = disclosure("mask", tmp_path / folder / "名单.csv", "--output", tmp_path / "公示.csv")
    assert done.returncode == 0
    assert told in done.stdout


def test_a_copy_with_a_number_left_in_it_is_not_written(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = 1
    book.worksheets[0]["A1"].number_format = f'"{MOBILE}"'
    book.save(tmp_path / "名单.xlsx")
    done = disclosure("mask", tmp_path / "名单.xlsx", "--output", tmp_path / "公示.xlsx")
    assert (done.returncode, done.stdout) == (1, "")
    assert "没有写出副本" in done.stderr and "xl/styles.xml：手机号码" in done.stderr
    assert MOBILE not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["名单.xlsx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少 名单"),
        (["名单.csv"], "请用 --output 写明"),
        (["名单.csv", "--output", "名单.csv"], "不能写在原件上"),
        (["没有.csv", "--output", "b.csv"], "没有文件"),
        (["名单.pdf", "--output", "b.pdf"], "再导出 PDF"),
        (["坏.xlsx", "--output", "b.xlsx"], "打不开"),
        (["名单.csv", "--output", "没有/b.csv"], "没有文件夹"),
    ],
)
def test_what_cannot_be_done_is_said_in_chinese(arguments: list[str], said: str, original: Path) -> None:
    original.with_name("名单.pdf").write_bytes(b"%PDF-1.7")
    original.with_name("坏.xlsx").write_bytes(b"PK\x03\x04")
    done = disclosure("mask", *arguments, cwd=original.parent)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr


def test_a_broken_school_is_no_reason_to_fall_back_to_defaults(original: Path, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", school=SCHOOL + "脱敏: {号码: 全留}\n")
    done = disclosure("mask", original, "--output", tmp_path / "公示.csv", "--root", root)
    assert done.returncode == 2 and "data/school.yml" in done.stderr
    assert not (tmp_path / "公示.csv").exists()
