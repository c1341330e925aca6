"""Names of schools that are hard on YAML, Markdown and HTML: everywhere they read back as they were given."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from beginnings import answers, begun
from building import DAY
from disclosure.commands.questions import read_answer
from disclosure.pipeline import read_and_check
from disclosure.reading.nodes import Unreadable
from disclosure.starting.memory import memory_text, read_memory

NAMES = [
    '示例"一中"', "示例'一中'", "示例：一中", "示例: 一中", "- 一中", "# 一中", "一中 # 东校区", "一中🏫", "null", "~", "007", "yes", "是",
    "{一中}", "[一中]", "&一中", "*一中*", "!一中", "%一中", "@一中", "`一中`", "一\\中", "<b>一中</b>", "一中&nbsp;", "{{ 一中 }}", "{% raw %}",
    "2026-09-01", "1e3", "a" * 100, "示例\u3000一中", "一中\u200d", "😀" * 50, "!ENV HOME",
]  # fmt: skip


@pytest.mark.parametrize("typed", NAMES)
def test_a_name_reads_back_everywhere(typed: str, tmp_path: Path) -> None:
    name = read_answer("name", typed)
    given = answers(name=name)
    school = read_and_check(begun(tmp_path, given), DAY).library.school
    assert (school.name, school.organiser) == (name, name)
    assert yaml.safe_load((tmp_path / "mkdocs.yml").read_text())["site_name"] == f"{name}校务公开"
    (tmp_path / ".disclosure").mkdir()
    (tmp_path / ".disclosure/init.yml").write_text(memory_text(given, ()))
    memory = read_memory(tmp_path)
    assert memory and memory.given["name"] == name


@pytest.mark.parametrize(
    ("typed", "name"), [("示例\n一中", "示例 一中"), ("\x07示例\x1b[31m一中", "示例[31m一中"), (" 示例 ", "示例")]
)
def test_what_nobody_sees_is_taken_out(typed: str, name: str) -> None:
    assert read_answer("name", typed) == name


@pytest.mark.parametrize("typed", ["", "  ", "\x07", "\udc80一中", "长" * 101])
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_answer("name", typed)
