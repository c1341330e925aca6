"""Hand-written pages: their links are read with file and line; what cannot be read keeps no other page from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.domain.page import HandWrittenPage
from disclosure.errors.problem import Problem
from disclosure.reading.load import load_library
from disclosure.reading.pages import read_pages
from sample import make_school


def told(problems: list[Problem]) -> list[tuple[str, str, int]]:
    return sorted((problem.code, str(problem.path), problem.line) for problem in problems)


def links(pages: tuple[HandWrittenPage, ...]) -> dict[str, list[tuple[str, int]]]:
    return {str(page.path): [(link.target, link.line) for link in page.links] for page in pages}


def test_pages_in_the_order_of_paths_with_their_links(tmp_path: Path) -> None:
    folder = tmp_path / "site_src"
    (folder / "sub").mkdir(parents=True)
    (folder / "b.md").write_text("# 二\n\n[甲](record:2026-0001)\n\n`[乙](record:2026-0002)`\n")
    (folder / "a.MD").write_bytes("\ufeff一\r\n\r\n[丙](sub/c.md)".encode())
    (folder / "sub/c.md").write_text("没有链接\n")
    (folder / "style.css").write_text("a { }\n")
    pages, problems = read_pages(folder, root=tmp_path)
    assert links(pages) == {
        "site_src/a.MD": [("sub/c.md", 3)],
        "site_src/b.md": [("record:2026-0001", 3)],
        "site_src/sub/c.md": [],
    }
    assert list(links(pages)) == ["site_src/a.MD", "site_src/b.md", "site_src/sub/c.md"]
    assert problems == []


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("示例学校\n".encode("gbk"), "R101", 1),
        (b"one\n" + "示例学校\n".encode("gbk"), "R101", 2),
        (b"a" * (2 * 1024 * 1024 + 1), "R102", 0),
        (("\n\n" + ">" * 100).encode(), "R117", 3),
    ],
    ids=["GBK", "GBK below", "large", "deep"],
)
def test_a_page_that_cannot_be_read_hides_no_other(content: bytes, code: str, line: int, tmp_path: Path) -> None:
    folder = tmp_path / "site_src"
    folder.mkdir()
    (folder / "bad.md").write_bytes(content)
    (folder / "good.md").write_text("[甲](record:2026-0001)\n")
    pages, problems = read_pages(folder, root=tmp_path)
    assert links(pages) == {"site_src/good.md": [("record:2026-0001", 1)]}
    assert told(problems) == [(code, "site_src/bad.md", line)]
    assert problems[0].hint


def test_links_of_the_file_system_are_told_whatever_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "site_src"
    folder.mkdir()
    (folder / "a.md").write_text("[甲](record:2026-0001)\n")
    for name, target in (("b.md", "a.md"), ("c.pdf", "nowhere"), ("d", "..")):
        (folder / name).symlink_to(target)
    pages, problems = read_pages(folder, root=tmp_path)
    assert list(links(pages)) == ["site_src/a.md"]
    assert told(problems) == [("R112", "site_src/b.md", 0), ("R112", "site_src/c.pdf", 0), ("R112", "site_src/d", 0)]


def test_a_folder_that_is_a_link_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.md").write_text("机密\n")
    (tmp_path / "site_src").symlink_to("elsewhere")
    pages, problems = read_pages(tmp_path / "site_src", root=tmp_path)
    assert (pages, told(problems)) == ((), [("R112", "site_src", 0)])


def test_no_folder_is_no_page(tmp_path: Path) -> None:
    assert read_pages(tmp_path / "site_src", root=tmp_path) == ((), [])


def test_another_folder_takes_the_place_of_site_src(tmp_path: Path) -> None:
    root = make_school(tmp_path)
    (root / "pages").mkdir()
    (root / "pages/a.md").write_text("一\n")
    assert [str(page.path) for page in load_library(root)[0].pages] == ["site_src/index.md"]
    assert [str(page.path) for page in load_library(root, pages_folder=root / "pages")[0].pages] == ["pages/a.md"]
