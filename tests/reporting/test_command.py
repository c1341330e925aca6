"""`disclosure report`, run as a school runs it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from building import disclosure, environment
from printing_tools import pages_of, with_chromium
from reports import RECORDS, report_of, reporting_school
from sample import codes_of, record

WITHOUT_BROWSER = {"CHROMIUM": "/nowhere/chromium"}
ON = ("--today", "2026-01-15")


def run(root: Path, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The command in the school's folder, without a browser."""
    command = [sys.executable, "-m", "disclosure", "report", *map(str, arguments), "--root", str(root), *ON]
    return subprocess.run(
        command, cwd=root, env=environment(**(WITHOUT_BROWSER | more)), capture_output=True, text=True, check=False
    )


def test_without_a_browser_it_says_so_and_writes_the_rest(tmp_path: Path) -> None:
    root = reporting_school(tmp_path / "school")
    done = run(root, "--year", "2025", "--output-dir", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "没有写 PDF" in done.stderr
    assert "还没有自己的文字的章节" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report-2025.docx", "report-2025.html"]
    page = (tmp_path / "out/report-2025.html").read_text()
    assert "https://school.example/xwgk/statistics/2025/month/" in page
    assert "公开总数} 的是占位" in page


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    root = reporting_school(tmp_path / "school")
    for name in ("a", "b"):
        assert run(root, "--year", "2025", "--output-dir", tmp_path / name).returncode == 0
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_the_pdf_holds_the_figures(tmp_path: Path) -> None:
    root = reporting_school(tmp_path / "school")
    command = [sys.executable, "-m", "disclosure", "report", "--year", "2025", "--root", str(root), *ON]
    done = subprocess.run(command, cwd=root, env=with_chromium(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    text = "".join(pages_of(root / "report-2025.pdf")).replace(" ", "")
    assert "主动公开信息4条" in text
    assert not [path for path in root.iterdir() if path.name.startswith(".report-")]


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_the_draft_of_a_record_passes_the_checks(edition: str, tmp_path: Path) -> None:
    root = reporting_school(tmp_path / "school")
    before = codes_of(root)
    done = run(root, "--year", "2025", "--record", "--edition", edition)
    assert done.returncode == 0, done.stderr
    draft = root / "data/records/2026/2026-0002"
    assert sorted(path.name for path in draft.iterdir()) == ["index.md", "report-2025.docx"]
    text = (draft / "index.md").read_text()
    assert f"  公开总数: {4 if edition == 'public' else 5}\n" in text
    assert ("  版本: internal\n" in text) is (edition == "internal")
    assert codes_of(root) == before
    (draft / "index.md").write_text("".join(line for line in text.splitlines(keepends=True) if "草稿:" not in line))
    assert codes_of(root) == before
    assert report_of(root, "2026").figures["disclosed"].value == 2


def test_numbers_and_files_are_not_overwritten(tmp_path: Path) -> None:
    root = reporting_school(tmp_path / "school")
    for number in ("2026-0002", "2026-0003"):
        assert run(root, "--year", "2025", "--record").returncode == 0
        assert (root / f"data/records/2026/{number}/index.md").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "请用 --year 写明哪一年"),
        (("--year", "2025", "--from", "2025-01-01"), "请用 --year 写明哪一年"),
        (("--from", "2025-01-01"), "请用 --year 写明哪一年"),
        (("--from", "2025-02-01", "--to", "2025-01-01"), "早于"),
        (("--year", "2027"), "还没有开始"),
        (("--year", "去年"), "不是年度"),
    ],
)
def test_usage(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    done = run(reporting_school(tmp_path), *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert not list(tmp_path.glob("report-*"))


def test_a_school_with_errors_gets_no_report(tmp_path: Path) -> None:
    root = reporting_school(tmp_path, *RECORDS, record("2026-0009", 标题=""))
    done = run(root, "--year", "2025", "--record")
    assert done.returncode == 1
    assert "有错误，没有写报告" in done.stderr
    assert not list(root.glob("report-*"))


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    root = reporting_school(tmp_path / "school")
    (tmp_path / "out").write_text("")
    done = run(root, "--year", "2025", "--output-dir", tmp_path / "out/below")
    assert done.returncode == 2
    assert "不能继续" in done.stderr


def test_any_days(tmp_path: Path) -> None:
    root = reporting_school(tmp_path / "school")
    done = run(root, "--from", "2025-03-01", "--to", "2025-06-30", "--record")
    assert done.returncode == 0, done.stderr
    text = (root / "data/records/2026/2026-0002/index.md").read_text()
    assert "  开始: 2025-03-01\n  结束: 2025-06-30\n" in text
    document = Document(io.BytesIO((root / "report-20250301-20250630.docx").read_bytes()))
    assert "2025年3月1日至2025年6月30日校务公开情况报告" in [one.text for one in document.paragraphs]
    assert codes_of(root) == codes_of(root)


def test_help_tells_of_it() -> None:
    assert "年度报告" in disclosure("report", "--help").stdout
