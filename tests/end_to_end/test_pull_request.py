"""A pull request played through with git alone: mistakes are found on their lines, mended, merged, and the site follows.

The commands are those that the pipelines run; the hosts are a bare repository and a plain web server on this machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from building import environment, epoch
from repository import Repository
from sample import make_school, record
from serving import served

MERGED = "2026-11-23"
SCHOOL = """\
名称: 示例学校
网址: https://school.example/xwgk/
电话: {监督: 0000-5550102}
"""
CATALOGUE = "事项:\n" + "".join(f"  - {{编号: I{number:02}, 启用: 否}}\n" for number in range(1, 71) if number != 42)
NUMBER = "11010519491231002X"
FEES = "[{项目: 冬季校服, 标准: 180元, 计费单位: 每套, 依据: 自愿购买, 批准机关: 校务会, 文号: 示校〔2026〕8号, 范围: 全校, 减免: 无}]"
RIGHT = {
    "标题": "冬季校服代办费", "栏目": "", "事项": "I42", "公布日期": "2026-11-26", "截止日期": "2026-12-10",
    "期号": "2026-2027学年第一学期", "收费": FEES,
    "审签": "[{角色: 监督小组, 姓名: 程某某, 日期: 2026-11-20}, {角色: 校长, 姓名: 沈某某, 日期: 2026-11-21}]",
}  # fmt: skip
WRONG = RIGHT | {"截止日期": "2026-11-10", "审签": "[{角色: 校长, 姓名: 沈某某, 日期: 2026-11-21}]"}
FILE = "data/records/2026/2026-0002.md"
NIGHT = """\
git pull --quiet
disclosure next-change --published "$SITE_URL/next-change.json" && disclosure build --site-dir "$SITE"
"""


class Office:
    """A bare repository, and the clones of those who work with it."""

    def __init__(self, folder: Path) -> None:
        """A school with one record on `main`."""
        self.bare = folder / "disclosure.git"
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", self.bare], check=True)
        self.head = Repository(make_school(folder / "head", record(), school=SCHOOL, catalogue=CATALOGUE))
        self.head.git("remote", "add", "origin", self.bare)
        self.head.commit("2026-09-01")
        self.head.git("push", "--quiet", "--set-upstream", "origin", "main")
        self.folder = folder

    def clone(self, name: str) -> Repository:
        """A whole clone, as pipelines make them."""
        self.head.git("clone", "--quiet", self.bare, self.folder / name)
        return Repository(self.folder / name)


def line_of(text: str, beginning: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(beginning))


def run(script: str, root: Path, day: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A step of a pipeline on a day, in a shell that stops at what fails."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    given = environment(PATH=path, SOURCE_DATE_EPOCH=epoch(date.fromisoformat(day)), **variables)
    return subprocess.run(["sh", "-c", script], cwd=root, env=given, capture_output=True, text=True, check=False)


def proposed(office: Office) -> Repository:
    """The clerk's branch, pushed with three mistakes."""
    made = office.clone("clerk")
    made.branch("fee")
    made.write_at({FILE: record("2026-0002", f"联系人身份证 {NUMBER}。", **WRONG)})
    made.commit(MERGED)
    made.git("push", "--quiet", "--set-upstream", "origin", "fee")
    return made


def mistakes_are_told_on_their_lines(clerk: Repository) -> None:
    done = run('disclosure check --base "$BASE" --format github', clerk.folder, MERGED, BASE="origin/main")
    text = (clerk.folder / FILE).read_text()
    told = {line.split("::")[1].split(" ", 1)[1].rsplit(",", 1)[0]: line for line in done.stdout.splitlines()}
    wrong = {"截止日期": "D101", "审签": "S101", "联系人": "P101"}
    assert done.returncode == 1
    assert set(told) == {f"file={FILE},line={line_of(text, beginning)}" for beginning in wrong}
    for beginning, code in wrong.items():
        assert f"title={code}" in told[f"file={FILE},line={line_of(text, beginning)}"]
    assert NUMBER not in done.stdout


def the_summary_warns_and_does_not_spread_the_number(clerk: Repository) -> None:
    done = run('disclosure summary --base "$BASE" --output summary.md', clerk.folder, MERGED, BASE="origin/main")
    assert done.returncode == 0, done.stderr
    said = (clerk.folder / "summary.md").read_text()
    (clerk.folder / "summary.md").unlink()
    assert "> **请先看这里**\n" in said
    assert "有 1 处个人信息（身份证号），在 data/records/2026/2026-0002.md 里" in said
    assert "- **还缺审签**：监督小组\n" in said
    assert NUMBER not in said


def mend(clerk: Repository) -> None:
    """The branch again, without the number in its history."""
    clerk.write_at({FILE: record("2026-0002", "自愿购买，联系总务处。", **RIGHT)})
    clerk.git("add", "--all")
    clerk.git("commit", "--quiet", "--amend", "--message=x", at=f"{MERGED}T13:00:00+08:00")
    clerk.git("push", "--quiet", "--force", "origin", "fee")


def it_is_clean_and_the_summary_can_be_read(mended: Repository) -> None:
    done = run('disclosure check --base "$BASE" --format github', mended.folder, MERGED, BASE="origin/main")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    said = run('disclosure summary --base "$BASE"', mended.folder, MERGED, BASE="origin/main").stdout
    assert "请先看这里" not in said
    for line in (
        "### 到日子再公开：2026-0002「冬季校服代办费」",
        "- **给谁看**：社会版网站，人人可见",
        "- **从哪天到哪天**：2026年11月26日（3 天后）起，在那以前网站上没有，公示到 2026年12月10日（含当日，共 15 天）",
        "- **审签**：监督小组 程某某 2026年11月20日；校长 沈某某 2026年11月21日",
        "  - 2026年11月26日：网站上出现",
        "  - 2026年12月4日：网页和列表标出「即将到期」",
        "  - 2026年12月11日：公示期满：从栏目列表移到往期，网页留着",
        "- 没有问题。",
    ):
        assert line in said.splitlines()


def the_nightly_job_builds_on_the_due_days_alone(office: Office) -> None:
    office.head.git("fetch", "--quiet")
    office.head.merge("origin/fee", MERGED)
    office.head.git("push", "--quiet")
    server, site = office.clone("server"), office.folder / "www/xwgk"
    assert run(f"disclosure build --site-dir {site}", server.folder, MERGED).returncode == 0
    page, built = site / "r/2026-0002/index.html", []
    states = {"2026-11-26": "current", "2026-12-04": "expiring", "2026-12-11": "archived"}
    nights = [
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
        "2026-12-03",
        "2026-12-04",
        "2026-12-10",
        "2026-12-11",
        "2026-12-12",
    ]
    with served(site.parent) as address:
        for night in nights:
            done = run(NIGHT, server.folder, night, SITE_URL=f"{address}xwgk", SITE=str(site))
            assert done.returncode in (0, 1), done.stderr
            assert "Traceback" not in done.stderr
            if done.returncode == 0:
                built.append(night)
            state = next((states[day] for day in reversed(states) if day <= night), None)
            assert page.exists() is (state is not None)
            assert state is None or f'data-state="{state}"' in page.read_text()
    assert built == list(states)


def test_a_change_from_three_mistakes_to_the_nights_after_its_merge(tmp_path: Path) -> None:
    office = Office(tmp_path)
    clerk = proposed(office)
    mistakes_are_told_on_their_lines(clerk)
    the_summary_warns_and_does_not_spread_the_number(clerk)
    mend(clerk)
    it_is_clean_and_the_summary_can_be_read(clerk)
    the_nightly_job_builds_on_the_due_days_alone(office)
