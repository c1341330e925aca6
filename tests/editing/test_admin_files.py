"""What a school's build publishes below `/admin/`, and what its repository holds so that npm can install the editor."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from building import PROJECT
from disclosure.domain.repository import Editor
from disclosure.editing.admin.files import admin_files
from disclosure.editing.admin.install import editor_files
from disclosure.editing.admin.script import require_script
from disclosure.errors.problem import SetupError
from disclosure.pipeline import read_and_check, select
from disclosure.rendering.site import Site
from disclosure.site_build import Builder
from sample import SCHOOL, TODAY, make_school, problems_of, record

GIT = "平台: forgejo, 网址: https://git.school.example/office/disclosure"
SVELTIA = "平台: gitlab, 网址: https://git.school.example/office/disclosure, 编辑器: sveltia"


def school(folder: Path, repository: str) -> Path:
    return make_school(folder, record(), school=f"{SCHOOL}仓库: {{{repository}}}\n")


def site_of(root: Path, edition: str = "public") -> Site:
    return select(read_and_check(root, TODAY).library, edition=edition, today=TODAY)


def installed(root: Path, script: str = "decap()") -> None:
    """What npm leaves: the files that we read, with other words in them."""
    for name, text in {
        "decap-cms/dist/decap-cms.js": script, "decap-cms/dist/decap-cms.js.LICENSE.txt": "MIT",
        "js-yaml/dist/browser/js-yaml.umd.min.js": "yaml()", "js-yaml/LICENSE": "MIT",
    }.items():  # fmt: skip
        (root / "node_modules" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "node_modules" / name).write_text(text)


def test_a_school_without_an_editor_has_no_admin(tmp_path: Path) -> None:
    assert list(admin_files(site_of(school(tmp_path, GIT)), root=tmp_path)) == []


@pytest.mark.parametrize(
    ("editions", "edition", "has"),
    [("", "public", True), ("", "internal", True), (", 编辑器版本: [internal]", "public", False), (", 编辑器版本: internal", "internal", True)],
)  # fmt: skip
def test_a_school_says_which_editions_carry_it(tmp_path: Path, editions: str, edition: str, has: bool) -> None:
    root = school(tmp_path, f"{GIT}, 编辑器: decap{editions}")
    installed(root)
    paths = [file.path for file in admin_files(site_of(root, edition), root=root)]
    assert paths == (
        ["admin/record-format.js", "admin/index.html", "admin/config.yml", "admin/decap-cms.js", "admin/decap-cms.js.LICENSE.txt",
         "admin/js-yaml.js", "admin/js-yaml.js.LICENSE.txt"] if has else []
    )  # fmt: skip


def test_the_page_is_not_for_search_engines_and_loads_only_its_own(tmp_path: Path) -> None:
    root = school(tmp_path, f"{GIT}, 编辑器: decap")
    installed(root)
    pages = {file.path: file.content.decode() for file in admin_files(site_of(root), root=root)}
    page = pages["admin/index.html"]
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "connect-src &#x27;self&#x27; data: blob: http://localhost:8081 https://git.school.example;" in page
    assert [line for line in page.splitlines() if "<script" in line] == [
        '<script src="decap-cms.js"></script>', '<script src="js-yaml.js"></script>', '<script src="record-format.js"></script>',
    ]  # fmt: skip


def test_sveltia_asks_nobody_else_for_words_and_fonts(tmp_path: Path) -> None:
    root = school(tmp_path, SVELTIA)
    package = root / "node_modules/@sveltia/cms"
    for name, text in {
        "dist/sveltia-cms.js": "url(https://cdn.jsdelivr.net/fontsource/fonts/noto-mono:vf@5.3.0/latin-400.woff2) `https://unpkg.com/@sveltia/cms`",
        "LICENSE.txt": "MIT", "package.json": '{"version": "9.8.7"}', "locales/zh-CN.json": "{}",
        "npm/assets/noto-mono.LICENSE.txt": "OFL", "npm/assets/noto-mono-latin-400-normal-x.woff2": "font",
    }.items():  # fmt: skip
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text)
    installed(root)
    files = {file.path: file.content.decode() for file in admin_files(site_of(root), root=root)}
    assert files["admin/sveltia-cms.js"] == "url(fonts/noto-mono.woff2) `sveltia`"
    assert files["admin/fonts/noto-mono.woff2"] == "font"
    assert files["admin/sveltia@9.8.7/locales/zh-CN.json"] == "{}"


def test_a_build_without_the_installed_editor_stops_and_a_preview_says_what_to_do(tmp_path: Path) -> None:
    root = school(tmp_path, f"{GIT}, 编辑器: decap")
    with pytest.raises(SetupError) as refused:
        Builder(root, processes=1).build(TODAY, site_dir=tmp_path / "site")
    assert [(str(one.path), one.message) for one in refused.value.problems] == [
        ("package.json", "网页编辑器 decap 还没有装好，不能生成 /admin/")
    ]
    assert "npm ci --ignore-scripts" in refused.value.problems[0].hint
    assert not (tmp_path / "site").exists()
    pages = {file.path: file.content.decode() for file in admin_files(site_of(root), root=root)}
    assert "npm ci --ignore-scripts" in pages["admin/index.html"]
    assert "<script" not in pages["admin/index.html"]


def test_a_newer_editor_is_published_by_the_next_build(tmp_path: Path) -> None:
    root, site = school(tmp_path / "school", f"{GIT}, 编辑器: decap"), tmp_path / "site"
    installed(root)
    first = Builder(root, processes=1).build(TODAY, site_dir=site)
    assert "admin/decap-cms.js" in first.changed
    assert "admin/" not in (site / "sitemap.xml").read_text()
    installed(root, "newer()")
    again = Builder(root, processes=1).build(TODAY, site_dir=site)
    assert again.changed == ("admin/decap-cms.js",)
    assert (site / "admin/decap-cms.js").read_text() == "newer()"


@pytest.mark.parametrize(
    ("repository", "message"),
    [
        ("平台: forgejo, 编辑器: sveltia", "仓库：编辑器 sveltia 不能用于 forgejo"),
        ("平台: gitee, 编辑器: sveltia", "仓库：编辑器 sveltia 不能用于 gitee"),
        ("平台: forgejo, 编辑器: decap, 编辑器版本: 校内", "编辑器版本：没有「校内」这一版"),
        ("平台: github, 登录服务: abc", "登录服务：「abc」不是网址"),
    ],
)
def test_what_cannot_work_is_said_at_once(tmp_path: Path, repository: str, message: str) -> None:
    assert [problem.message for problem in problems_of(school(tmp_path, repository), date(2026, 11, 23))] == [message]


@pytest.mark.parametrize("editor", [Editor.SVELTIA, Editor.DECAP])
def test_npm_gets_exactly_what_was_locked(editor: Editor) -> None:
    files = {name: json.loads(text) for name, text in editor_files(editor)}
    package, lock = files["package.json"], files["package-lock.json"]
    assert all(version[0].isdigit() for version in package["dependencies"].values())
    assert lock["packages"][""]["dependencies"] == package["dependencies"]
    locked = {name: one for name, one in lock["packages"].items() if name}
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in locked.values())
    whole = {name for name, one in locked.items() if one.get("name") != "empty-npm-package"}
    assert whole == {f"node_modules/{name}" for name in package["dependencies"]}


def test_a_repository_without_an_editor_needs_no_npm(tmp_path: Path) -> None:
    assert list(editor_files(Editor.NONE)) == []
    assert require_script(tmp_path, site_of(school(tmp_path, GIT)).edition.school.repository, "public") == ""


def test_the_tests_drive_the_editors_that_schools_get() -> None:
    tested = json.loads((PROJECT / "tests/browser/decap/package.json").read_text())["dependencies"]
    for editor in (Editor.SVELTIA, Editor.DECAP):
        given = json.loads(dict(editor_files(editor))["package.json"])["dependencies"]
        assert given.items() <= tested.items()
