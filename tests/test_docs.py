"""Documentation and code say the same thing."""

from __future__ import annotations

import re
import runpy
from datetime import date
from pathlib import Path

import click
import pytest
import yaml

from building import PROJECT, disclosure
from disclosure.cli import commands, program
from disclosure.errors.explained import changing, setting, weight
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.formats.table import FORMATS
from disclosure.errors.formats.text import as_text
from disclosure.pipeline import read_and_check

DOCS = PROJECT / "docs"


def test_the_reference_is_what_the_tables_say() -> None:
    wanted: dict[str, str] = runpy.run_path(str(DOCS / "make_reference.py"))["reference"]()
    found = {
        path.relative_to(DOCS / "reference").as_posix(): path.read_text() for path in (DOCS / "reference").rglob("*.md")
    }
    assert found == wanted, "run `make reference`"


def test_every_command_is_in_the_readme_and_the_reference() -> None:
    readme, reference = (PROJECT / "README.md").read_text(), (DOCS / "reference/commands.md").read_text()
    for name in commands():
        assert f"disclosure {name}" in reference
        assert name in readme + (PROJECT / "CHANGELOG.md").read_text()


def test_the_help_page_says_of_each_command_what_its_own_help_says() -> None:
    rows = dict(program.rows(click.Context(program)))
    assert rows == {name: command.get_short_help_str(80) for name, command in commands().items()}


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_explain_prints_what_the_page_says(code: str) -> None:
    one = EXPLANATIONS[code]
    page = (DOCS / f"reference/problems/{code}.md").read_text()
    for part in (one.title, weight(one), one.why, one.wrong, one.right, changing(one), setting(one)):
        assert part in page
    assert f"[{code}](problems/{code}.md)" in (DOCS / "reference/problems.md").read_text()


def test_relative_links_of_all_documents_exist() -> None:
    broken = [
        f"{path.relative_to(PROJECT)}: {target}"
        for path in [*PROJECT.glob("*.md"), *DOCS.rglob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", re.sub(r"```.*?```", "", path.read_text(), flags=re.DOTALL))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_the_rooms_in_the_architecture_are_the_rooms_of_the_package() -> None:
    told = (DOCS / "architecture.md").read_text()
    package = PROJECT / "generator/disclosure"
    rooms = [path.name + "/" for path in package.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))]
    modules = [path.name for path in package.glob("*.py") if not path.name.startswith("__")]
    assert [name for name in (*rooms, *modules) if name not in told] == []


def test_the_first_record_of_the_readme_passes_the_checks(tmp_path: Path) -> None:
    readme = (PROJECT / "README.md").read_text()
    block = re.search(r"```markdown\n(.*?)```", readme, re.DOTALL)
    assert block
    text = "\n".join(line.removeprefix("   ") for line in block[1].splitlines())
    (tmp_path / "data/records").mkdir(parents=True)
    (tmp_path / "data/school.yml").write_text("name: 示例学校\nsite_url: https://school.example/\n")
    (tmp_path / "data/records/first.md").write_text(text)
    reading = read_and_check(tmp_path, date(2026, 11, 23))
    assert as_text(reading.problems) == "没有问题。"
    assert [record.id for record in reading.library.records.values()] == ["2027-0001"]


def test_the_readmes_commands_exist_in_the_makefile() -> None:
    makefile = (PROJECT / "Makefile").read_text()
    for name in re.findall(r"make ([a-z]+)", (PROJECT / "README.md").read_text()):
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), name


def test_the_changelog_names_the_version() -> None:
    version = re.search(r'^version = "(.*)"', (PROJECT / "pyproject.toml").read_text(), re.MULTILINE)
    assert version and f"## [{version[1]}]" in (PROJECT / "CHANGELOG.md").read_text()
    assert disclosure("--version").stdout.strip() == version[1]


def test_the_settings_in_the_guide_of_checks_can_be_read() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (DOCS / "checks.md").read_text(), re.DOTALL)
    assert len(blocks) >= 5
    assert [block for block in blocks if not isinstance(yaml.safe_load(block), dict)] == []


def test_the_guide_of_checks_names_every_format_and_no_option_that_does_not_exist() -> None:
    guide, known = (DOCS / "checks.md").read_text(), commands()
    named = [known[name] for name in set(re.findall(r"disclosure ([a-z][a-z-]*)", guide)) & {*known}]
    options = {option for command in named for param in command.params for option in param.opts}
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", guide)) <= options
    assert re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE) == list(FORMATS)


def test_the_hook_in_the_guide_of_checks_is_the_one_of_the_manifest() -> None:
    blocks = re.findall(r"```yaml\n(repos:.*?)```", (DOCS / "checks.md").read_text(), re.DOTALL)
    (repository,) = yaml.safe_load(blocks[0])["repos"]
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())
    assert [one["id"] for one in repository["hooks"]] == [hook["id"]]
