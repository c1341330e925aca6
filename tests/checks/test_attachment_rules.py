"""A102, A104, A105: files that are not listed, files at the limit and one byte beyond, files that run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sample import SCHOOL, codes_of, make_school, problems_of, record

MEGABYTE = 1024 * 1024


def school(folder: Path, files: dict[str, bytes], limit: int = 0, **fields: Any) -> Path:
    """A school with one record in a folder of its own, with files beside it."""
    root = make_school(folder, school=SCHOOL + (f"attachment_limit: {limit}\n" if limit else ""))
    for name, content in files.items():
        path = root / "data/records/a" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (root / "data/records/a/index.md").write_text(record(**fields))
    return root


@pytest.mark.parametrize(
    ("size", "limit", "expected"),
    [
        (99, 100, []),
        (100, 100, []),
        (101, 100, ["A104"]),
        (0, 1, []),
        (1, 1, []),
        (2, 1, ["A104"]),
        (20 * MEGABYTE, 0, []),
        (20 * MEGABYTE + 1, 0, ["A104"]),
    ],
)
def test_the_largest_attachment(size: int, limit: int, expected: list[str], tmp_path: Path) -> None:
    assert codes_of(school(tmp_path, {"a.pdf": bytes(size)}, limit=limit)) == expected


def test_sizes_are_told_in_megabytes(tmp_path: Path) -> None:
    (found,) = problems_of(school(tmp_path, {"扫描件.pdf": bytes(2 * MEGABYTE + MEGABYTE // 2)}, limit=2 * MEGABYTE))
    for word in ("扫描件.pdf", "2.5 MB", "超过 2 MB"):
        assert word in found.message


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("预算.pdf", b"", []),
        ("预算.xlsx", b"", []),
        ("说明.txt", b"<script>", []),
        ("没有扩展名", b"", []),
        ("html", b"", []),
        ("通知.html", b"", ["A105"]),
        ("通知.HTM", b"", ["A105"]),
        ("报名.exe", b"", ["A105"]),
        ("报名.pdf.js", b"", ["A105"]),
        ("报名.js.pdf", b"", []),
        ("图.svg", b"<svg><path d=''/></svg>", []),
        ("图.svg", b"<svg><script>alert(1)</script></svg>", ["A105"]),
        ("图.SVG", b"<svg ONLOAD = 'x()'/>", ["A105"]),
        ("内/通知.html", b"", ["A105"]),
    ],
)
def test_what_runs_is_no_attachment(name: str, content: bytes, expected: list[str], tmp_path: Path) -> None:
    assert codes_of(school(tmp_path, {name: content})) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["A105"]),
        ({"附件": "[甲.pdf, 内/乙.pdf, 丙.html]"}, ["A105"]),
        ({"附件": "[甲.pdf, 内/乙.pdf]"}, ["A102 丙.html"]),
        ({"附件": "[甲.pdf]"}, ["A102 丙.html", "A102 内/乙.pdf"]),
        ({"附件": "[{文件: 甲.pdf, 名称: 甲}, {文件: 内/乙.pdf}]"}, ["A102 丙.html"]),
    ],
)
def test_files_that_are_not_listed(fields: dict[str, Any], expected: list[str], tmp_path: Path) -> None:
    files = {"甲.pdf": b"1", "内/乙.pdf": b"2", "丙.html": b"3"}
    found = problems_of(school(tmp_path, files, **fields))
    told = [p.code + (" " + p.message.split("」")[0].removeprefix("「") if p.code == "A102" else "") for p in found]
    assert sorted(told) == expected


def test_each_file_of_each_record_is_told_at_its_list(tmp_path: Path) -> None:
    root = school(tmp_path, {"a.pdf": bytes(9), "b.exe": bytes(9), "c.pdf": bytes(8)}, limit=8, 附件="[a.pdf, b.exe]")
    found = [(problem.code, problem.line) for problem in problems_of(root)]
    line = (root / "data/records/a/index.md").read_text().splitlines().index("附件: [a.pdf, b.exe]") + 1
    assert sorted(found) == [("A105", line)], "a record with something to run is not read any further"
    (root / "data/records/a/b.exe").rename(root / "data/records/a/b.txt")
    index = root / "data/records/a/index.md"
    index.write_text(index.read_text().replace("b.exe", "b.txt"))
    found = [(problem.code, problem.line) for problem in problems_of(root)]
    assert sorted(found) == [("A102", line), ("A104", line), ("A104", line)]
