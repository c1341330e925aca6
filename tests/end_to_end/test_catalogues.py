"""The same records under each of the catalogues that are shipped."""

from __future__ import annotations

import atexit
import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from building import DAY, PROJECT, built, contents
from disclosure.domain.library import Library
from disclosure.pipeline import read_and_check

TREES = {
    "standard": ["组织领导", "办学规划", "管理制度", "招生收费", "其他"],
    "five-systems": ["党政管理", "行政管理", "人事管理", "财务管理", "学生管理"],
    "compulsory-education": ["学校概况", "规划计划", "规章制度", "招生收费", "教育教学"],
}


def school_with(preset: str, folder: Path) -> Path:
    for name in ("data", "site_src"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    own = folder / "data/catalogue.yml"
    own.write_text(own.read_text().replace("预设: standard", f"预设: {preset}"))
    return folder


@cache
def example_with(preset: str) -> Path:
    """The example school with another catalogue, the same folder each time, so that its site is built once."""
    folder = Path(mkdtemp(prefix="catalogue-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return school_with(preset, folder / "school")


def library_of(root: Path) -> Library:
    read = read_and_check(root, DAY)
    assert [problem for problem in read.problems if problem.severity.value == "error"] == []
    return read.library


@pytest.mark.parametrize("preset", TREES)
def test_every_record_keeps_a_place_and_its_address(preset: str) -> None:
    root = example_with(preset)
    library = library_of(root)
    assert set(library.records) == set(library_of(PROJECT).records)
    assert all(library.catalogue.column(record.column) for record in library.records.values())
    pages = {path for path in contents(built(root)) if path.startswith("r/")}
    assert pages == {path for path in contents(built(PROJECT)) if path.startswith("r/")}


@pytest.mark.parametrize("preset", TREES)
def test_the_columns_stand_in_the_navigation_in_order(preset: str) -> None:
    root = example_with(preset)
    top = [column.name for column in library_of(root).catalogue.columns]
    home = (built(root) / "index.html").read_text()
    tabs = re.search(r"<nav aria-label=栏目>.*?</nav>", home, re.DOTALL)
    assert tabs
    assert re.findall(r"<a [^>]*>([^<]+)</a>", tabs[0])[: len(top)] == top
    assert top[: len(TREES[preset])] == TREES[preset]


def test_only_the_catalogue_differs_between_the_schools(tmp_path: Path) -> None:
    root = school_with("five-systems", tmp_path)
    for path in sorted((PROJECT / "data/records").rglob("*")):
        if path.is_file():
            assert (root / path.relative_to(PROJECT)).read_bytes() == path.read_bytes()
    grouped = {
        column.name: len(list_of(library_of(root), column.path)) for column in library_of(root).catalogue.columns
    }
    assert all(grouped.values()), grouped


def list_of(library: Library, column: str) -> list[str]:
    inside = (column, column + "/")
    return [r.id for r in library.records.values() if r.column == inside[0] or r.column.startswith(inside[1])]


def test_a_school_can_add_change_and_hide(tmp_path: Path) -> None:
    root = school_with("standard", tmp_path)
    (root / "data/catalogue.yml").write_text(
        "栏目:\n  - {标识: other, 下级: [{标识: bus, 名称: 校车}]}\n"
        "事项:\n  - {编号: X01, 名称: 校车收费, 栏目: other/bus, 时限: 20个工作日}\n"
        "  - {编号: X02, 名称: 饮用水检测结果, 栏目: regulations, 时限: 20个工作日}\n"
        "  - {编号: I42, 责任部门: 财务科}\n  - {编号: I48, 启用: 否}\n"
    )
    catalogue = library_of(root).catalogue
    assert catalogue.column("other/bus").full_name == "其他/校车"
    assert catalogue.items["X01"].column == "other/bus"
    assert catalogue.items["I42"].department == "财务科"
    assert catalogue.items["I42"].name == "收费项目、标准和依据"
    assert not catalogue.items["I48"].enabled
