"""The registers of the example school: page, workbook and csv tell the same, all links lead somewhere, no sender is named."""

from __future__ import annotations

import csv
import io
import posixpath
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

import openpyxl
import pytest

from building import DAY, PROJECT, built, contents, environment, epoch
from disclosure.caching import stamps
from disclosure.domain.library import Library
from disclosure.domain.registers_shown import RegisterName
from disclosure.site_build import Builder
from sample import TODAY, make_school, record

PAGES = {RegisterName.STATISTICS, RegisterName.REPORTS}
"""What is no register, but opened like one."""
EDITIONS = ["public", "internal"]


def registers_in(site: Path) -> set[str]:
    return {path.name for path in (site / "registers").iterdir() if path.is_dir()}


def test_the_public_edition_has_the_registers_that_the_catalogue_opens(library: Library) -> None:
    opened = library.catalogue.public_registers
    assert 3 < len(opened) < len(RegisterName)
    assert registers_in(built(PROJECT)) == opened - {one.id for one in PAGES}
    assert registers_in(built(PROJECT, edition="internal")) == {one.id for one in RegisterName if one not in PAGES}


def volumes(site: Path) -> Iterator[tuple[Path, str]]:
    """Folders of pages with their HTML."""
    for page in sorted((site / "registers").glob("*/**/index.html")):
        yield page.parent, page.read_text()


@pytest.mark.parametrize("edition", EDITIONS)
def test_page_workbook_and_csv_have_the_same_rows(edition: str) -> None:
    for folder, html in volumes(built(PROJECT, edition=edition)):
        tables = html.split('<section class="tabled">')[1:]
        on_page = [len(re.findall("<tr", table.partition("<tbody>")[2])) for table in tables]
        (book,) = folder.glob("*.xlsx")
        sheets = openpyxl.load_workbook(book).worksheets
        titles = re.findall('<section class="tabled">\n<h2 id="[^"]+">([^<]+)</h2>', html)
        assert [sheet["A1"].value for sheet in sheets] == titles, folder
        filtered = [str(sheet.auto_filter.ref).split(":") for sheet in sheets]
        in_book = [int(re.sub(r"\D", "", last)) - int(re.sub(r"\D", "", first)) for first, last in filtered]
        files = [posixpath.basename(link) for link in re.findall('<a href="([^"]+[.]csv)"', html)]
        in_csv = [len(rows(folder / name)) - 1 for name in files]
        assert on_page == in_book == in_csv, folder


def rows(file: Path) -> list[list[str]]:
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_every_register_of_the_example_school_has_content() -> None:
    site = built(PROJECT, edition="internal")
    empty = {name for name in registers_in(site) if not list((site / "registers" / name).rglob("*.csv"))}
    counted = {
        name: sum(len(rows(file)) - 1 for file in (site / "registers" / name).rglob("*.csv"))
        for name in registers_in(site)
    }
    assert empty == set()
    assert {name for name, count in counted.items() if not count} == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_link_of_a_register_leads_to_a_file_and_a_place_in_it(edition: str) -> None:
    site = built(PROJECT, edition=edition)
    broken = []
    for folder, html in [*volumes(site), (site / "registers", (site / "registers/index.html").read_text())]:
        for target in set(re.findall(r'href="?([^"\s>]+)', html)):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            file = Path(posixpath.normpath(folder / unquote(parts.path)))
            file = file / "index.html" if file.is_dir() else file
            place = rf'\bid="?{re.escape(parts.fragment)}["\s>]'
            if not file.is_file() or (parts.fragment and not re.search(place, file.read_text())):
                broken.append((str(folder.relative_to(site)), target))
    assert broken == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_links_of_a_workbook_lead_to_pages_of_the_site(edition: str, library: Library) -> None:
    site = built(PROJECT, edition=edition)
    base, seen = library.school.site_url, 0
    for book in (site / "registers").rglob("*.xlsx"):
        with zipfile.ZipFile(book) as archive:
            links = [
                target
                for name in archive.namelist()
                if name.startswith("xl/worksheets/_rels/")
                for target in re.findall('Target="([^"]+)"', archive.read(name).decode())
            ]
        seen += len(links)
        assert [one for one in links if not (site / one.removeprefix(base) / "index.html").is_file()] == []
    assert seen > 50


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_sender_is_in_any_byte(edition: str, library: Library) -> None:
    senders = [one.sender for one in (*library.registers.opinions, *library.registers.requests) if one.sender]
    secrets = [word.encode() for sender in senders for word in (sender.name, sender.contact) if word]
    assert secrets
    for path, content in contents(built(PROJECT, edition=edition)).items():
        parts = [content]
        if path.startswith("registers/") and path.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        assert [one.decode() for one in secrets if any(one in part for part in parts)] == [], path


def test_the_usual_command_gives_the_same_site_for_the_staff(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-f",
        PROJECT / "mkdocs.yml",
        "--strict",
        "--site-dir",
        tmp_path / "site",
    ]
    given = environment(SOURCE_DATE_EPOCH=epoch(DAY), DISCLOSURE_EDITION="internal")
    done = subprocess.run([*map(str, command)], env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    one, other = contents(built(PROJECT, edition="internal")), contents(tmp_path / "site")
    assert sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path)) == []


OPINION = (
    "- {编号: YJ-1, 收到日期: 2026-11-02, 来源: 意见箱, 意见: 收支表看不懂, 记录: 2026-0001, 责任部门: 总务处%s}\n"
)
EDITS = {
    "answered": OPINION % ", 答复日期: 2026-11-05, 答复: 已说明, 处理结果: 解释说明",
    "another": OPINION % "" + (OPINION % "").replace("YJ-1", "YJ-2"),
    "gone": "",
    "other words": (OPINION % "").replace("看不懂", "不清楚"),
}


def site_of(root: Path, folder: Path, day: date) -> dict[str, bytes]:
    Builder(root, processes=1).build(day, site_dir=folder)
    return contents(folder)


@pytest.mark.parametrize("edit", [*EDITS, "nothing but the day"])
def test_a_build_from_memory_misses_no_change_of_a_register(
    edit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(stamps, "_GRANULE", 0)
    root = make_school(tmp_path / "school", record(), catalogue="公开的登记册: [内容登记册, 意见登记册]\n")
    (root / "data/registers").mkdir()
    (root / "data/registers/opinions.yml").write_text(OPINION % "")
    before = site_of(root, root / "site", TODAY)
    if edit in EDITS:
        (root / "data/registers/opinions.yml").write_text(EDITS[edit])
    day = TODAY if edit in EDITS else TODAY + timedelta(days=1)
    shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns(".cache", "site"))
    fresh, warm = site_of(tmp_path / "copy", tmp_path / "fresh/site", day), site_of(root, root / "site", day)
    assert sorted(path for path in warm | fresh if warm.get(path) != fresh.get(path)) == []
    changed = {path for path in warm | before if warm.get(path) != before.get(path)}
    assert "registers/opinions/2026/index.html" in changed
    if edit in EDITS:
        assert not any(path.startswith("registers/contents/") for path in changed)


def test_words_of_the_school_stand_above_the_list_and_are_gone_where_no_register_is_open(tmp_path: Path) -> None:
    for name, catalogue in (("open", "公开的登记册: [内容登记册]\n"), ("closed", "预设: standard\n")):
        root = make_school(tmp_path / name, record(), catalogue=catalogue)
        (root / "site_src/registers").mkdir()
        (root / "site_src/registers/index.md").write_text("# 本校的登记册\n\n由办公室登记。\n")
        site = built(root)
        page = site / "registers/index.html"
        assert page.is_file() is (name == "open")
        if name == "open":
            html = page.read_text()
            assert html.index("由办公室登记") < html.index("contents/2026/")
        assert ("登记册" in (site / "index.html").read_text()) is (name == "open")
