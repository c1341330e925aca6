"""`disclosure print` with a real Chromium: read by pypdf, scanned by zbarimg."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from building import DAY, PROJECT, disclosure, environment
from disclosure.domain.edition import Edition
from disclosure.domain.wall import may_hang
from disclosure.printing.pack import choose, pack_html
from disclosure.rendering.print_pack import PAPERS
from disclosure.rendering.site import Site
from printing_tools import codes_in, pages_of, sizes_of, with_chromium
from sample import make_school, record

SiteOf = Callable[..., Site]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    long = "\n".join(f"| 第{number}项 | {number} 元 |" for number in range(1, 61))
    return make_school(
        tmp_path / "school",
        record("2026-0001", 截止日期="2026-12-31"),
        record("2026-0002", body=f"| 项目 | 标准 |\n| --- | --- |\n{long}\n", 栏目="其他/财务", 公布日期="2026-10-08"),
        record("2026-0003", 截止日期="2026-11-20"),
        record("2026-0004", 公开渠道="网站"),
        record("2026-0005", 栏目="其他/采购", 截止日期="2026-12-01"),
    )


def printed(root: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    with_chromium()
    return disclosure("print", "--root", root, "--today", DAY.isoformat(), "--output", output, *options)


@pytest.mark.browser
def test_a_pack_holds_the_list_and_every_sheet(school: Path, tmp_path: Path) -> None:
    done = printed(school, tmp_path / "a.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"已写好 {tmp_path / 'a.pdf'}：张贴 3 件，现在要取下 1 件。\n"
    listed, *sheets = pages_of(tmp_path / "a.pdf")
    for number in ("2026-0001", "2026-0002", "2026-0003", "2026-0005"):
        assert number in listed
    assert "2026-0004" not in listed
    assert listed.index("2026-0003") < listed.index("2026-0005") < listed.index("2026-0001") < listed.index("2026-0002")
    starts = [next(number for number in ("0001", "0002", "0005") if f"2026-{number}" in page) for page in sheets]
    assert starts == ["0001", *["0002"] * (len(sheets) - 2), "0005"], (
        "a sheet begins on its own page, columns in their order"
    )
    assert len(sheets) > 3 and all("标准" in page for page in sheets[1:3]), "heads of long tables are said again"
    assert sizes_of(tmp_path / "a.pdf") == {(210, 297)}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("disclosure-")] == []


@pytest.mark.browser
def test_codes_lead_back_to_the_records(school: Path, tmp_path: Path) -> None:
    assert printed(school, tmp_path / "a.pdf").returncode == 0
    base = "https://school.example/xwgk/r"
    assert codes_in(tmp_path / "a.pdf", tmp_path) == [f"{base}/2026-{number}/" for number in ("0001", "0002", "0005")]


@pytest.mark.browser
def test_a3_is_a4_written_larger(school: Path, tmp_path: Path) -> None:
    assert printed(school, tmp_path / "a.pdf", "--paper", "A3").returncode == 0
    assert sizes_of(tmp_path / "a.pdf") == {(297, 420)}


@pytest.mark.browser
def test_the_example_school_hangs_what_it_may(edition: Edition, tmp_path: Path) -> None:
    assert printed(PROJECT, tmp_path / "a.pdf", "--since", "2026-09-01", "--column", "其他").returncode == 0
    text = "\n".join(pages_of(tmp_path / "a.pdf"))
    wanted = {
        one.id
        for one in edition.shown
        if may_hang(one) and one.published >= date(2026, 9, 1) and one.column.startswith("other")
    }
    assert wanted and {number for number in wanted if number in text} == wanted


@pytest.mark.browser
def test_the_same_day_writes_the_same_day_into_the_file(school: Path, tmp_path: Path) -> None:
    printed(school, tmp_path / "a.pdf", "--column", "其他/采购")
    content = (tmp_path / "a.pdf").read_bytes()
    assert b"/CreationDate (D:20261123000000" in content


@pytest.mark.parametrize(
    ("since", "column", "ids"),
    [
        (None, None, ["2026-0002", "2026-0001", "2026-0004", "2026-0003"]),
        (date(2026, 10, 1), None, ["2026-0002", "2026-0004"]),
        (None, "其他", ["2026-0004", "2026-0003"]),
        (None, "other/finance", ["2026-0004"]),
        (date(2026, 12, 1), None, []),
    ],
)
def test_what_is_chosen(since: date | None, column: str | None, ids: list[str], site_of: SiteOf) -> None:
    site = site_of(
        record("2026-0001"),
        record("2026-0002", 公布日期="2026-10-08"),
        record("2026-0003", 栏目="其他/采购"),
        record("2026-0004", 栏目="其他/财务", 公布日期="2026-11-01"),
    )
    chosen = site.edition.catalogue.column_names[column] if column else None
    assert [one.id for one in choose(site.edition, since=since, column=chosen).hanging] == ids


def test_a_page_asks_nothing_of_other_hosts(site_of: SiteOf, tmp_path: Path) -> None:
    site = site_of(record(body="![甲](a.png) [乙](a.png)"), files={"a.png": b"\x89PNG\r\n\x1a\n"})
    html = pack_html(choose(site.edition), site, root=tmp_path, paper=PAPERS["A4"])
    assert f'src="{tmp_path.resolve().as_uri()}/data/records/a/a.png"' in html
    assert 'href="https://school.example/xwgk/r/2026-0001/a.png"' in html
    assert html.count("src=") == 1


def test_a_title_cannot_end_the_style_sheet(site_of: SiteOf, tmp_path: Path) -> None:
    site = site_of(record(标题='甲"}</style><b>x'))
    html = pack_html(choose(site.edition), site, root=tmp_path, paper=PAPERS["A4"])
    assert html.count("</style>") == 1 and "<b>x" not in html


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "请用 --output 写明 PDF 文件"),
        (("--output", "a.txt"), "请用 --output 写明 PDF 文件"),
        (("--output", "a.pdf", "--column", "招生收"), "没有栏目 招生收，是不是 招生收费？"),
        (("--output", "a.pdf", "--paper", "A5"), "可选：A4、A3"),
        (("--output", "a.pdf", "--since", "昨天"), "不是日期"),
    ],
)
def test_a_wrong_command_line_is_told(options: tuple[str, ...], said: str, school: Path) -> None:
    with_chromium()
    done = disclosure("print", "--root", school, "--today", "2026-11-23", *options, cwd=school)
    assert done.returncode == 2
    assert said in done.stderr
    assert list(school.glob("*.pdf")) == []


def test_what_a_check_refuses_is_not_printed_either(tmp_path: Path) -> None:
    """A number that hangs on a wall cannot be called back."""
    root = make_school(tmp_path / "school", record(body="证件 11010519491231002X 。"))
    done = printed(root, tmp_path / "a.pdf")
    assert done.returncode == 1
    assert "有错误，没有印" in done.stderr and "11010519491231002X" not in done.stderr + done.stdout
    assert not (tmp_path / "a.pdf").exists()


def test_nothing_to_print_is_no_error(tmp_path: Path) -> None:
    done = printed(make_school(tmp_path / "school", record(公开渠道="网站")), tmp_path / "a.pdf")
    assert done.returncode == 0 and "没有写文件" in done.stdout
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({}, "没有找到 Chromium、Chrome 或 Edge 浏览器"),
        ({"CHROMIUM": "/nowhere/chromium"}, "环境变量 CHROMIUM 写的「/nowhere/chromium」不是能运行的程序"),
        ({"CHROMIUM": "/bin/true"}, "浏览器 /bin/true 没有写出 PDF（退出码 0）"),
    ],
    ids=["none", "not there", "not a browser"],
)
def test_without_a_browser_it_says_what_can_be_done(
    chosen: dict[str, str], said: str, school: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out/a.pdf"
    output.parent.mkdir()
    command = [sys.executable, "-m", "disclosure", "print", "--root", str(school), "--output", str(output)]
    empty = environment(PATH=str(tmp_path / "empty"), HOME=str(tmp_path), **chosen)
    empty.pop("PLAYWRIGHT_BROWSERS_PATH", None)
    done = subprocess.run(command, env=empty, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr
    assert os.listdir(output.parent) == []
    if not chosen:
        assert "sudo apt install chromium" in done.stderr and "/r/编号/print/" in done.stderr


def test_what_was_there_stays_where_printing_fails(school: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    command = [sys.executable, "-m", "disclosure", "print", "--root", str(school), "--output", str(tmp_path / "a.pdf")]
    done = subprocess.run(command, env=environment(CHROMIUM="/bin/false"), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
