"""What `disclosure summary` writes, word for word, for each kind of change (tests/summary/golden).

`UPDATE_GOLDEN=1 pytest tests/summary` writes the files anew; read the difference.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from building import disclosure
from disclosure.gate import read_proposal
from disclosure.summary.comment import MARK, MOST, summary_of
from repository import Repository
from sample import SCHOOL, TODAY, make_school, record

GOLDEN = Path(__file__).parent / "golden"
DAY = TODAY.isoformat()
NUMBER, MOBILE = "11010519491231002X", "13800138000"
GROUPS = """\
groups:
  supervision: {name: 校务公开监督小组, terms: [{start: 2026-01-01, end: 2028-12-31, members: [{name: 程某某}, {name: 白某某}]}]}
phones: {office: 0000-5550101}
"""
CATALOGUE = f"""\
事项:
{"".join(f"  - {{编号: I{number:02}, 启用: 否}}" + chr(10) for number in range(1, 71) if number not in (41, 42, 46))}\
公开的登记册: [意见登记册]
"""
FEE = {
    "栏目": "", "事项": "I42", "公布日期": DAY, "公示期": "15天", "期号": "2026-2027学年第一学期", "概述": "冬季校服每套 180 元，自愿购买。",
    "收费": "[{项目: 冬季校服, 标准: 180元, 计费单位: 每套, 依据: 自愿, 批准机关: 校务会, 文号: 无, 范围: 全校, 减免: 无}]",
    "审签": "[{角色: 监督小组, 姓名: 程某某, 日期: 2026-11-20}, {角色: 校长, 姓名: 沈某某, 日期: 2026-11-20}]",
}  # fmt: skip
LIST = {"栏目": "", "事项": "I41", "公示期": "7个工作日", "到期处理": "撤下", "公开范围": "家长、教职工"}
BEFORE = {
    "data/records/a.md": record(),
    "data/records/b/index.md": record("2026-0002", 附件="[表.csv, 旧.csv]"),
    "data/records/b/表.csv": "甲\n",
    "data/records/b/旧.csv": "乙\n",
    "data/records/c.md": record("2026-0003", 公布日期="2026-11-30", 标题="到日子才公开的"),
    "data/records/d.md": record("2026-0004", 草稿="是", 标题="草稿"),
    "data/records/e.md": record("2026-0005", 栏目="", 事项="I42", 标题="旧的收费公示", 公布日期="2026-11-18"),
    "data/records/i.md": record("2026-0009", 标题="公开过的换了编号"),
    "data/registers/opinions.yml": "- {编号: YJ-1, 收到日期: 2026-11-02, 来源: 来信, 意见: 饭菜凉, 责任部门: 总务处}\n",
}
HOSTILE = "@all [点我](https://evil.example/) ![图](http://evil.example/a.png) <img src=x> `rm` #12 !3"


@dataclass(frozen=True)
class Case:
    """A change: files that are new or different, and files that are gone."""

    files: dict[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


CASES = {
    "nothing": Case(),
    "new": Case(
        {
            "data/records/f/index.md": record("2026-0006", 标题="冬季校服代办费", 替代="2026-0005", **FEE),
            "data/records/f/价格表.csv": "项目,价格\n校服,180\n",
            "data/records/g.md": record("2026-0007", 标题="分班结果", **LIST | {"公布日期": "2026-12-01"}),
            "data/records/d.md": record("2026-0004", 标题="不再是草稿", 公布日期=DAY, 复核日期="2027-08-31", 公开渠道="网站"),
            "data/records/h.md": record("2026-0008", 标题="新的草稿", 草稿="是"),
        }
    ),
    "edited": Case(
        {
            "data/records/a.md": record(body="每餐 18 元。", 标题="改了标题", 金额="5.8万元", 变更=f"[{{日期: {DAY}, 说明: 伙食费调整}}]"),
            "data/records/b/index.md": record("2026-0002", 附件="[表.csv, 新.csv]", 变更=f"[{{日期: {DAY}, 说明: 换附件}}]"),
            "data/records/b/表.csv": "丙\n",
            "data/records/b/新.csv": "丁\n",
            "data/records/c.md": record("2026-0003", 公布日期="2026-12-05", 截止日期="2026-12-31", 标题="到日子才公开的"),
            "data/records/e.md": record("2026-0005", 栏目="", 事项="I42", 标题="旧的收费公示", 公布日期="2026-11-18") + "\n\n",
        },
        gone=("data/records/b/旧.csv",),
    ),
    "taken back": Case(
        {
            "data/records/a.md": record(撤销=f"{{日期: {DAY}, 理由: 金额有误, 批准: 校长办公会, 备案: 示例市教育局}}"),
            "data/records/c.md": record("2026-0033", 公布日期="2026-11-30", 标题="没有公开过的可以换编号"),
            "data/records/i.md": record("2026-0099", 标题="公开过的换了编号"),
            "data/records/e.md": record("2026-0005", 栏目="", 事项="I42", 标题="旧的收费公示", 公布日期="2026-11-18", 草稿="是"),
            "data/records/d.md": "---\n编号: 2026-0004\n标题: 写坏了\n公布日期: 明天\n---\n",
        },
        gone=("data/records/b/index.md", "data/records/b/表.csv", "data/records/b/旧.csv"),
    ),
    "everything else": Case(
        {
            "data/registers/opinions.yml": "- {编号: YJ-1, 收到日期: 2026-11-02, 来源: 来信, 意见: 饭菜凉, 责任部门: 总务处, 答复日期: 2026-11-20, 答复: 已改, 处理结果: 采纳改正}\n"
            "- {编号: YJ-2, 收到日期: 2026-11-20, 来源: 来电, 意见: 王小明说账目看不懂, 责任部门: 总务处, 来信人: {姓名: 王小明, 联系方式: 0000-5550177}}\n"
            "- {编号: YJ-3, 收到日期: 2026-11-21, 来源: 意见箱, 意见: 有家长说排队太久, 责任部门: 总务处, 来信人: {姓名: 家长}}\n",
            "data/registers/outages.yml": "- {开始: 2026-11-19, 结束: 2026-11-20, 原因: 停电}\n",
            "data/school.yml": SCHOOL + GROUPS.replace("5550101", "5550109") + "severities: {L104: off}\n",
            "data/catalogue.yml": CATALOGUE + "栏目: [{标识: party, 名称: 党建}]\n",
            "site_src/about.md": "# 关于\n",
            "mkdocs.yml": "site_name: 示例\ndocs_dir: site_src\ntheme: {name: disclosure}\nplugins: [disclosure]\nhooks: [data/x.py]\n",
            ".github/workflows/check.yml": "on: push\n",
        }
    ),
    "hostile": Case(
        {
            "data/records/f.md": record(
                "2026-0006", f"身份证 {NUMBER}。", 标题=f"'{HOSTILE}'", 概述=f"'打 138-0013-8000 找王某某 {HOSTILE}'", 公布日期=DAY,
                责任部门=f"'{HOSTILE}'", 审签=f"[{{角色: '{HOSTILE}', 姓名: '{HOSTILE}', 日期: 2026-11-20}}]",
            ),
            "data/records/g.md": record("2026-0007", "学号：20261234", 标题=f"名单 {NUMBER} 20261234", 公布日期=DAY, 替代="2026-0006"),
            f"data/records/{MOBILE}.md": "---\n编号: [2026-0009]\n标题: '11010519491231002X'\n---\n",
        }
    ),
}  # fmt: skip


def proposed(folder: Path, case: Case) -> Repository:
    """A branch with a change, in a school that has the records of BEFORE."""
    made = Repository(make_school(folder, school=SCHOOL + GROUPS, catalogue=CATALOGUE))
    made.write_at(BEFORE)
    made.commit("2026-09-01")
    made.branch("change")
    for path in case.gone:
        (made.folder / path).unlink()
    made.write_at(case.files)
    made.commit("2026-11-22")
    return made


def summary(root: Path) -> str:
    return summary_of(read_proposal(root, TODAY, base="main"), TODAY, base="main")


@pytest.mark.parametrize("name", list(CASES))
def test_a_summary_says_what_a_change_does(name: str, tmp_path: Path) -> None:
    text = summary(proposed(tmp_path, CASES[name]).folder)
    place = GOLDEN / f"{name.replace(' ', '-')}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        place.write_text(text)
    assert text == place.read_text()


def test_what_the_gate_found_is_not_told_again_and_nobody_is_pinged() -> None:
    for path in GOLDEN.glob("*.md"):
        text = path.read_text()
        assert text.startswith(MARK + "\n")
        for number in (NUMBER, MOBILE, "138-0013-8000", "20261234", "王小明", "5550177"):
            assert number not in text
        assert not re.search(r"[@`]|!\[|\]\(|https?:|<(?!!-- disclosure-summary -->)", text), path


def test_a_comment_is_never_too_long(tmp_path: Path) -> None:
    many = {f"data/records/m{n}.md": record(f"2026-{n:04}", 标题="长" * 300, 概述="述" * 300) for n in range(100, 320)}
    text = summary(proposed(tmp_path, Case(many)).folder)
    assert 8_000 < len(text) < MOST
    assert "### 还有 190 条，太长，只列标题" in text
    assert "- 还有 40 条，没有列出" in text
    assert text.rstrip().endswith("disclosure check。")


def test_without_a_base_or_with_a_broken_school_it_says_so(tmp_path: Path) -> None:
    made = proposed(tmp_path, CASES["nothing"])
    done = disclosure("summary", "--root", made.folder, "--base", "origin/main")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有版本 origin/main" in done.stderr
    made.write_at({"data/school.yml": f"名称: 示例\n网址: '{HOSTILE}'\n"})
    place = tmp_path / "summary.md"
    done = disclosure("summary", "--root", made.folder, "--base", "main", "--today", DAY, "--output", place)
    assert done.returncode == 0
    text = place.read_text()
    assert "学校资料或公开目录不能用" in text and "＠all" in text and "@all" not in text


def test_records_that_follow_the_catalogue_or_days_off_line_are_named(tmp_path: Path) -> None:
    made = proposed(tmp_path, CASES["nothing"])
    made.write_at(
        {
            "data/catalogue.yml": CATALOGUE.replace("公开的", "  - {编号: I42, 范围: [教职工]}\n公开的"),
            "data/registers/outages.yml": "- {开始: 2026-12-01, 结束: 2026-12-02, 原因: 停电}\n",
        }
    )
    text = summary(made.folder)
    assert "### 没有改文件、会跟着变的记录\n\n- 2026-0005「旧的收费公示」：公开范围：由「社会」改为「教职工」\n" in text
    assert "- 事项 I42「收费项目、标准和依据」改了：范围\n" in text


def test_programs_are_named_that_a_pipeline_put_back_or_that_lie_beside_the_school(tmp_path: Path) -> None:
    """A pipeline takes its own settings from the base before it runs anything; what the change does to them counts."""
    made = Repository(tmp_path / "repository")
    make_school(made.folder / "school", record())
    made.commit("2026-09-01")
    made.branch("change")
    made.write_at({"school/mkdocs.yml": "hooks: [x.py]\n", ".github/workflows/check.yml": "on: push\n"})
    made.commit("2026-11-22")
    made.git("restore", "--source=main", "--worktree", "--", "school")
    text = summary(made.folder / "school")
    assert "> - 改了会影响程序运行的文件：/.github/workflows/check.yml、mkdocs.yml。" in text
