"""L101-L104: where links of bodies and of hand-written pages may lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample import codes_of, make_school, problems_of, record


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[甲](record:2026-0001)", []),
        ("[甲](record:2026-0001#二)", []),
        ("[甲](record:2026-0002)", []),
        ("[甲](record:2026-0003)", []),
        ("[甲](record:2026-0004)", []),
        ("[甲](record:2026-9999)", ["L101"]),
        ("[甲](record:2026-9999#二)", ["L101"]),
        ("[甲](Record:2026-0001)", []),
        ("[甲](RECORD:2026-9999)", ["L101"]),
        ("[甲](record:2026-000)", ["L101"]),
        ("[甲](record:)", ["L101"]),
        ("<a href='record:2026-9999'>甲</a>", ["L101"]),
        ("[甲](column:招生收费)", []),
        ("[甲](column:admissions-fees)", []),
        ("[甲](column:其他/财务)", []),
        ("[甲](column:other/finance#2)", []),
        ("[甲](column:收费公示栏)", ["L102"]),
        ("[甲](Column:收费公示栏)", ["L102"]),
        ("[甲](column:)", ["L102"]),
        ("![](column:招生收费)", ["L102"]),
        ("![](record:2026-0001)", ["L102"]),
        ("![](Record:2026-0001)", ["L102"]),
        ("![](record:2026-9999)", ["L101"]),
        ("[甲](#二)", []),
        ("[甲](https://other.example/a.pdf)", []),
        ("[甲](//other.example/a.pdf)", []),
        ("[甲](mailto:xwgk@school.example)", []),
        ("[甲](tel:0000-5550101)", []),
        ("![图](https://other.example/a.png)", ["L104"]),
        ("![图](http://other.example/a.png)", ["L104"]),
        ("![图](//other.example/a.png)", ["L104"]),
        ("<img src='https://other.example/a.png'>", ["L104"]),
        ("[甲](预算.pdf)", ["L103"]),
        ("![图](图.png)", ["L103"]),
        ("[甲](/xwgk/r/2026-0001/)", ["L103"]),
        ("[甲](../2026-0002/)", ["L103"]),
        ("[甲](预算.pdf) [乙](决算.pdf) [丙](record:9)", ["L101", "L103", "L103"]),
        ("`[甲](预算.pdf)`", []),
    ],
)
def test_links_of_a_record_that_is_one_file(body: str, expected: list[str], tmp_path: Path) -> None:
    root = make_school(
        tmp_path, record(body=body), record("2026-0002", 草稿="是"), record("2026-0003", 公布日期="2027-01-01"),
        record("2026-0004", 公开范围="教职工"),
    )  # fmt: skip
    assert sorted(codes_of(root)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[甲](a.pdf)", []),
        ("[甲](./a.pdf)", []),
        ("[甲](a.pdf#page=2)", []),
        ("[甲](a.pdf?v=2)", []),
        ("[甲](<预算 表.pdf>)", []),
        ("[甲](%E9%A2%84%E7%AE%97%20%E8%A1%A8.pdf)", []),
        ("[甲](二/b.pdf)", []),
        ("![图](a.pdf)", []),
        ("[甲](b.pdf)", ["L103"]),
        ("[甲](b.pdf?v=2#page=2)", ["L103"]),
        ("[甲](A.pdf)", ["L103"]),
        ("[甲](/a.pdf)", ["L103"]),
        ("[甲](../a/a.pdf)", ["L103"]),
        ("[甲](二)", ["L103"]),
        ("[甲](index.md)", ["L103"]),
    ],
)
def test_links_to_files_beside_a_record(body: str, expected: list[str], tmp_path: Path) -> None:
    root = make_school(tmp_path)
    folder = root / "data/records/a"
    (folder / "二").mkdir(parents=True)
    for name in ("a.pdf", "预算 表.pdf", "二/b.pdf"):
        (folder / name).write_text("预算")
    (folder / "index.md").write_text(record(body=body))
    assert codes_of(root) == expected


@pytest.mark.parametrize(("listed", "expected"), [("[a.pdf, b.pdf]", []), ("[a.pdf]", ["A102", "L103"])])
def test_a_file_that_is_not_listed_cannot_be_linked(listed: str, expected: list[str], tmp_path: Path) -> None:
    root = make_school(tmp_path)
    (root / "data/records/a").mkdir()
    for name in ("a.pdf", "b.pdf"):
        (root / "data/records/a" / name).write_text("预算")
    (root / "data/records/a/index.md").write_text(record(body="[甲](a.pdf)和[乙](b.pdf)", 附件=listed))
    assert sorted(codes_of(root)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[甲](record:2026-0001)", []),
        ("![](record:2026-0001)", []),
        ("![](column:招生收费#5)", []),
        ("[甲](record:2026-9999)", ["L101"]),
        ("![](record:2026-9999)", ["L101"]),
        ("[甲](column:收费公示栏)", ["L102"]),
        ("![](column:收费公示栏#5)", ["L102"]),
    ],
)
def test_links_of_a_hand_written_page(body: str, expected: list[str], tmp_path: Path) -> None:
    root = make_school(tmp_path, record())
    (root / "site_src/about.md").write_text(f"# 关于\n\n{body}\n")
    found = problems_of(root)
    assert [problem.code for problem in found] == expected
    assert {(problem.path.name, problem.line) for problem in found} <= {("about.md", 3)}


def test_a_finding_stands_at_the_line_of_its_link(tmp_path: Path) -> None:
    text = record(body="第一行\n\n- [甲](record:2026-9998)\n- [乙](预算.pdf)\n\n![图](https://other.example/a.png)")
    found = problems_of(make_school(tmp_path, text))
    lines = text.splitlines()
    assert [(problem.code, lines[problem.line - 1]) for problem in found] == [
        ("L101", "- [甲](record:2026-9998)"),
        ("L103", "- [乙](预算.pdf)"),
        ("L104", "![图](https://other.example/a.png)"),
    ]


@pytest.mark.parametrize(
    ("written", "near"), [("招生收费栏", "招生收费"), ("财务公开", "财务"), ("规章", "规章制度"), ("xyz", "招生收费")]
)
def test_the_hint_names_a_column_that_exists(written: str, near: str, tmp_path: Path) -> None:
    (found,) = problems_of(make_school(tmp_path, record(body=f"[甲](column:{written})")))
    assert f"「{written}」" in found.message
    assert f"](column:{near})" in found.hint
