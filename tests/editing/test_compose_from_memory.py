"""A build from memory hands the page 写记录 what a build from nothing hands it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from building import contents
from disclosure.caching import stamps
from disclosure.frames.settings import EDITION_VARIABLE
from disclosure.site_build import Builder
from sample import SCHOOL, TODAY, make_school, record

REPOSITORY = "仓库: {平台: gitee, 网址: 'https://gitee.com/school/disclosure'}\n"


def test_drafts_folders_numbers_and_the_repository_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(EDITION_VARIABLE, "internal")
    monkeypatch.setattr(stamps, "_GRANULE", 0)
    root = make_school(tmp_path / "school", record())
    folder = root / "data/records/other/finance"
    folder.mkdir(parents=True)

    def built(school: Path) -> dict[str, bytes]:
        Builder(school, processes=1).build(TODAY, site_dir=school.parent / f"{school.name}-site")
        return contents(school.parent / f"{school.name}-site")

    changes = (
        (folder / "a.md", record("2026-0003", 草稿="是")),
        (root / "data/records/b.md", record("2026-0002")),
        (root / "data/school.yml", SCHOOL + REPOSITORY),
    )
    site = built(root)
    for step, (path, text) in enumerate(changes):
        path.write_text(text)
        before, site = site["compose/data.js"], built(root)
        assert site["compose/data.js"] != before
        fresh = root.parent / f"fresh-{step}"
        shutil.copytree(root, fresh, ignore=shutil.ignore_patterns(".cache"))
        assert built(fresh) == site
