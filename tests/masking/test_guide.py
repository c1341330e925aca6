"""docs/personal-data.md says what the program does."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from building import PROJECT
from disclosure.cli import commands
from disclosure.domain.school import NameMask, NumberMask
from disclosure.masking.formats import FORMATS
from disclosure.masking.masks import mask_name
from disclosure.pipeline import read_and_check
from sample import SCHOOL, TODAY, make_school

GUIDE = (PROJECT / "docs/personal-data.md").read_text()


def blocks(language: str) -> list[str]:
    """The examples in a language, without the indentation of lists."""
    found = re.findall(rf"^( *)```{language}\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE)
    return [re.sub(rf"^{indent}", "", text, flags=re.MULTILINE) for indent, text in found]


def test_the_settings_of_the_guide_are_settings_of_schools(tmp_path: Path) -> None:
    own = "".join(block for block in blocks("yaml") if not block.startswith("隐私核准"))
    school = SCHOOL.replace("name:", "名称:").replace("site_url:", "网址:") + own
    settings = read_and_check(make_school(tmp_path, school=school), TODAY).library.school.settings
    assert settings.list_headings == ("奖项", "名次")
    assert (settings.masking.names, settings.masking.numbers) == (NameMask.KEEP, NumberMask.NOTHING)


def test_the_waiver_of_the_guide_has_what_a_waiver_needs() -> None:
    (block,) = (block for block in blocks("yaml") if block.startswith("隐私核准"))
    (waiver,) = yaml.safe_load(block)["隐私核准"]
    assert list(waiver) == ["摘要", "理由", "核准人", "日期"]
    assert re.fullmatch("[0-9a-f]{12}", waiver["摘要"])


def test_the_formats_of_the_guide_are_those_of_the_program() -> None:
    (line,) = (line for line in GUIDE.splitlines() if line.startswith("- 能处理"))
    named = re.findall(r"`(\w+)`", line.partition("。")[0])
    assert {f".{name}" for name in named} == {*FORMATS} - {".markdown"}


def test_the_masked_names_of_the_guide_are_what_comes_out() -> None:
    (line,) = (line for line in GUIDE.splitlines() if line.startswith("  | 姓名 |"))
    shown = line.replace("\\*", "*").split("|")[3].strip().split("、")
    assert shown == [mask_name("王小明", mask) for mask in NameMask]


def test_the_options_of_the_guide_exist() -> None:
    (line,) = re.findall(r"^disclosure mask .*$", GUIDE, re.MULTILINE)
    assert set(re.findall(r"--\w+", line)) <= {option for one in commands()["mask"].params for option in one.opts}


@pytest.mark.parametrize("name", ["原件/名单.xlsx", "data/records/a/资助名单原件.xlsx", "名单.xls", "data/a.doc"])
def test_git_ignores_originals_as_the_guide_says(name: str, tmp_path: Path) -> None:
    (ignore,) = blocks("gitignore")
    (tmp_path / ".gitignore").write_text(ignore)
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    ignored = subprocess.run(["git", "-C", tmp_path, "check-ignore", "-q", name], check=False)
    assert ignored.returncode == 0
    kept = subprocess.run(["git", "-C", tmp_path, "check-ignore", "-q", "data/records/a/公示名单.xlsx"], check=False)
    assert kept.returncode == 1
