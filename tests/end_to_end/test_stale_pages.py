"""Edits of which a page could miss that it is concerned: each was missed once, or nearly."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from building import contents
from disclosure.caching import stamps
from disclosure.errors.problem import BuildRefusedError
from disclosure.site_build import Builder
from lives import CATALOGUE
from sample import SCHOOL, TODAY, make_school, record

NEXT = TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def at_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stamps are trusted at once, as if every file had been left alone for a while."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(stamps, "_GRANULE", 0)


def write(root: Path, text: str, name: str = "a.md") -> None:
    (root / "data/records" / name).write_text(text)


def configure(root: Path, more: str, theme: str = "{name: disclosure}") -> None:
    basis = f"site_name: 示例\ndocs_dir: site_src\ntheme: {theme}\nplugins: [disclosure]\n"
    (root / "mkdocs.yml").write_text(basis + more)


def folder_record(root: Path, text: str, *names: str) -> None:
    """Give the first record a folder with attachments."""
    (root / "data/records/a.md").unlink(missing_ok=True)
    (root / "data/records/a").mkdir(exist_ok=True)
    write(root, text, "a/index.md")
    for name in names:
        write(root, name, f"a/{name}")


def site_of(root: Path, folder: Path, day: date) -> dict[str, bytes] | None:
    """The site; None where the build is refused."""
    try:
        Builder(root, processes=1).build(day, site_dir=folder)
    except BuildRefusedError:
        return None
    return contents(folder)


def changed_by(change: Callable[[Path], object], root: Path, *, before: date = TODAY, after: date = TODAY) -> list[str]:
    """Paths of the pages that a change makes different; checks that a build from memory knows all of them."""
    old = site_of(root, root / "site", before)
    change(root)
    copy = root.parent / "copy"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".cache", "site"), symlinks=True)
    fresh, warm = site_of(copy, root.parent / "fresh/site", after), site_of(root, root / "site", after)
    assert (warm is None) == (fresh is None)
    warm, fresh, old = warm or {}, fresh or {}, old or {}
    assert sorted(path for path in warm | fresh if warm.get(path) != fresh.get(path)) == []
    return sorted(path for path in warm | old if warm.get(path) != old.get(path))


def test_the_catalogue_follows_a_record_to_another_item(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record(栏目="", 事项="X01"), catalogue=CATALOGUE)
    assert "catalogue/index.html" in changed_by(lambda root: write(root, record(栏目="", 事项="X03")), root)


def test_lists_do_not_say_on_which_day_a_record_was_changed(tmp_path: Path) -> None:
    def changed(day: str) -> str:
        return record(变更=f"[{{日期: {day}, 说明: 补充电话}}]")

    root = make_school(tmp_path / "school", changed("2026-11-10"))
    found = changed_by(lambda root: write(root, changed("2026-11-12")), root)
    assert "r/2026-0001/index.html" in found
    assert "index.html" not in found


def test_a_replaced_record_stays_as_it_is_when_its_review_is_due(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record(复核日期=TODAY.isoformat()), record("2026-0002", 替代="2026-0001"))
    found = changed_by(lambda _: None, root, after=NEXT)
    assert not {"r/2026-0001/index.html", "archive/index.html", "admissions-fees/archive/index.html"} & set(found)


def test_a_change_to_the_theme_behind_a_link_shows(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    configure(root, "", "{name: disclosure, custom_dir: overrides}")
    (root / "overrides/partials").mkdir(parents=True)
    (root / "footer.html").write_text("<footer>甲</footer>")
    (root / "overrides/partials/footer.html").symlink_to("../../footer.html")
    assert "r/2026-0001/index.html" in changed_by(
        lambda root: (root / "footer.html").write_text("<footer>乙</footer>"), root
    )


def test_a_dangling_link_in_the_theme_is_no_error(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    configure(root, "", "{name: disclosure, custom_dir: overrides}")
    (root / "overrides").mkdir()
    (root / "overrides/nowhere").symlink_to("nothing")
    assert changed_by(lambda root: write(root, record(标题="新的标题")), root)


def test_settings_from_the_environment_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_school(tmp_path / "school", record())
    (root / "site_src/index.md").write_text("# 校务公开\n\n## 说明\n")
    configure(root, "markdown_extensions:\n  - toc: {permalink: !ENV PERMALINK}\n")
    monkeypatch.setenv("PERMALINK", "甲")
    assert "index.html" in changed_by(lambda _: monkeypatch.setenv("PERMALINK", "乙"), root)


def test_settings_from_another_file_show(tmp_path: Path) -> None:
    def inherited(root: Path, sign: str) -> None:
        (root / "base.yml").write_text(f"markdown_extensions:\n  - toc: {{permalink: {sign}}}\n")

    root = make_school(tmp_path / "school", record())
    (root / "site_src/index.md").write_text("# 校务公开\n\n## 说明\n")
    configure(root, "INHERIT: base.yml\n")
    inherited(root, "甲")
    assert "index.html" in changed_by(lambda root: inherited(root, "乙"), root)


def test_a_link_takes_over_the_new_title_of_its_target_also_with_an_anchor(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record(), record("2026-0002", "见 [](Record:2026-0001#a)。"))
    assert "r/2026-0002/index.html" in changed_by(lambda root: write(root, record(标题="新的标题")), root)


def test_a_link_to_a_record_that_becomes_a_draft_loses_its_target(tmp_path: Path) -> None:
    school = SCHOOL + "检查等级: {L101: warning}\n"
    root = make_school(tmp_path / "school", record(), record("2026-0002", "见 [甲](record:2026-0001)。"), school=school)
    assert "r/2026-0002/index.html" in changed_by(lambda root: write(root, record(草稿="是")), root)


@pytest.mark.parametrize("name", ["b.txt", "notes.md"])
def test_a_file_too_many_is_refused_again_and_again(name: str, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record(), school=SCHOOL + "检查等级: {A102: error}\n")
    folder_record(root, record(附件="[a.txt]"), "a.txt")
    built = site_of(root, root / "site", TODAY)
    write(root, "too many", f"a/{name}")
    for _ in range(3):
        assert site_of(root, root / "site", TODAY) is None
    (root / "data/records/a" / name).unlink()
    assert site_of(root, root / "site", TODAY) == built


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_link_among_the_pages_is_refused_though_nothing_else_changed(is_folder: bool, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    (tmp_path / "secret.md").write_text("# 秘密\n")
    assert site_of(root, root / "site", TODAY)
    (root / "site_src/link.md").symlink_to(tmp_path if is_folder else tmp_path / "secret.md")
    for _ in range(2):
        assert site_of(root, root / "site", TODAY) is None


def test_hidden_files_of_the_school_are_delivered_once(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    configure(root, "exclude_docs: |\n  !.well-known\n  !.nojekyll\n")
    (root / "site_src/.well-known").mkdir()
    (root / "site_src/.well-known/security.txt").write_text("Contact: mailto:xwgk@school.example\n")
    (root / "site_src/.nojekyll").write_text("")
    first = Builder(root, processes=1).build(TODAY, site_dir=root / "site")
    again = Builder(root, processes=1).build(TODAY, site_dir=root / "site")
    assert {".nojekyll", ".well-known/security.txt"} <= set(first.changed)
    assert (again.changed, again.gone) == ((), ())


def test_a_comparison_follows_the_fees_of_the_record_that_it_is_made_with(tmp_path: Path) -> None:
    def fees(number: str, day: str, amount: int, **more: str) -> str:
        lines = f"[{{项目: 校车, 标准: {amount}元, 计费单位: 每月}}]"
        return record(number, 公布日期=day, 栏目="", 事项="X01", 收费=lines, **more)

    last, now = fees("2025-0001", "2025-09-01", 90), fees("2026-0001", "2026-09-01", 100)
    root = make_school(tmp_path / "school", last, now, catalogue=CATALOGUE)
    page = "r/2026-0001/index.html"
    assert page in changed_by(lambda root: write(root, fees("2025-0001", "2025-09-01", 95)), root)
    for change in ({"撤销": "{日期: 2026-11-01, 理由: 有误, 批准: 校长办公会}"}, {"标题": "新的标题"}, {"草稿": "是"}):
        folder = tmp_path / next(iter(change))
        root = make_school(folder / "school", last, now, catalogue=CATALOGUE)
        text = fees("2025-0001", "2025-09-01", 90, **change)
        assert page in changed_by(lambda root, text=text: write(root, text), root)  # type: ignore[misc]


def test_an_outage_moves_the_end_of_a_notice_and_back(tmp_path: Path) -> None:
    """The record's own file stays as it is."""

    def down(*days: int) -> Callable[[Path], object]:
        text = "".join(f"- {{开始: 2026-11-{day}, 结束: 2026-11-{day}, 原因: 停电}}\n" for day in days)
        return lambda root: (root / "data/registers/outages.yml").write_text(text)

    root = make_school(tmp_path / "school", record(公布日期="2026-11-18", 公示期="10天"), record("2026-0002"))
    (root / "data/registers").mkdir()
    moved = changed_by(down(19), root)
    assert {"r/2026-0001/index.html", "r/2026-0001/print/index.html", "calendar.ics", "records.json"} <= set(moved)
    assert "r/2026-0002/index.html" not in moved
    shutil.rmtree(root.parent / "copy")
    assert "r/2026-0001/index.html" in changed_by(down(19, 20), root)
    shutil.rmtree(root.parent / "copy")
    assert "r/2026-0001/index.html" in changed_by(down(), root)
