"""Running `init` again: what the product wrote follows, what people wrote stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.starting.memory import digest_of_text
from disclosure.starting.start_file import StartFile
from disclosure.starting.updating import Fate, steps_for
from disclosure.starting.writing import clashes, write_again, write_first

OLD, NEW, THEIRS = "旧的\n", "新的\n", "学校改的\n"


@pytest.mark.parametrize(
    ("before", "present", "wanted", "written", "fate"),
    [
        (OLD, OLD, OLD, False, Fate.LEAVE),
        (OLD, OLD, NEW, False, Fate.UPDATE),
        (OLD, OLD.replace("\n", "\r\n"), NEW, False, Fate.UPDATE),
        (OLD, NEW, NEW, False, Fate.LEAVE),
        (OLD, THEIRS, OLD, False, Fate.LEAVE),
        (OLD, THEIRS, NEW, False, Fate.CHANGED),
        (OLD, None, OLD, False, Fate.LEAVE),
        (OLD, None, NEW, False, Fate.MISSING),
        (None, None, NEW, False, Fate.ADD),
        (None, THEIRS, NEW, False, Fate.CHANGED),
        (None, NEW, NEW, False, Fate.LEAVE),
        (OLD, OLD, None, False, Fate.DROP),
        (OLD, THEIRS, None, False, Fate.OUTDATED),
        (OLD, None, None, False, None),
        (None, None, NEW, True, Fate.ADD),
        (OLD, OLD, NEW, True, Fate.LEAVE),
        (OLD, THEIRS, NEW, True, Fate.LEAVE),
        (OLD, None, NEW, True, Fate.LEAVE),
        (None, THEIRS, NEW, True, Fate.LEAVE),
    ],
)
def test_what_becomes_of_a_file(
    before: str | None, present: str | None, wanted: str | None, written: bool, fate: Fate | None, tmp_path: Path
) -> None:
    if present is not None:
        (tmp_path / "a.yml").write_bytes(present.encode())
    files = [StartFile(path="a.yml", text=wanted, written=written)] if wanted else []
    steps = steps_for(tmp_path, files, {"a.yml": digest_of_text(before)} if before else {})
    assert [step.fate for step in steps] == ([fate] if fate else [])


def test_a_diff_shows_what_is_theirs_and_what_is_new(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("一\n二")
    (step,) = steps_for(tmp_path, [StartFile(path="a.yml", text="一\n三\n")], {"a.yml": "0"})
    assert step.diff.splitlines() == [
        "--- a.yml（现在的）",
        "+++ a.yml（新的）",
        "@@ -1,2 +1,2 @@",
        " 一",
        "-二",
        "+三",
    ]


def test_what_is_no_file_is_peoples_too(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("/nowhere")
    files = [StartFile(path=path, text=NEW) for path in ("folder", "link")]
    old = {file.path: digest_of_text(OLD) for file in files}
    assert [step.fate for step in steps_for(tmp_path, files, old)] == [Fate.CHANGED, Fate.CHANGED]


def test_a_first_run_leaves_nothing_where_it_fails(tmp_path: Path) -> None:
    root = tmp_path / "new/school"
    with pytest.raises(OSError):
        write_first(root, {"a/b.md": OLD, "a/b.md/c.md": OLD})
    assert list(tmp_path.iterdir()) == []


def test_a_failure_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        write_first(tmp_path, {"名" * 100: OLD})
    assert caught.value.filename == str(tmp_path / ("名" * 100))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_dropped_takes_its_empty_folders_along(tmp_path: Path) -> None:
    write_first(tmp_path, {".github/workflows/a.yml": OLD, ".github/CODEOWNERS": OLD})
    write_again(tmp_path, {}, [".github/workflows/a.yml"])
    assert [path.name for path in (tmp_path / ".github").iterdir()] == ["CODEOWNERS"]
    write_again(tmp_path, {}, [".github/CODEOWNERS", ".github/gone"])
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "school").mkdir()
    (tmp_path / "school/.github").symlink_to(tmp_path / "elsewhere")
    assert clashes(tmp_path / "school", ["mkdocs.yml", ".github/CODEOWNERS"]) == [".github/CODEOWNERS"]
    with pytest.raises(ValueError, match="链接"):
        write_again(tmp_path / "school", {".github/CODEOWNERS": NEW}, [])
    assert list((tmp_path / "elsewhere").iterdir()) == []
