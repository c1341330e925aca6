"""`disclosure new` with somebody at the terminal: what is asked, what is written, and that nothing is left where it is stopped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from building import DAY, PROJECT, disclosure, epoch
from terminal import CTRL_C, conversed, typed

TODAY = {"SOURCE_DATE_EPOCH": epoch(DAY)}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """Settings and catalogue of the example school, with no record but a folder for one column."""
    root = tmp_path / "school"
    (root / "data/records/admissions-fees").mkdir(parents=True)
    (root / "site_src").mkdir()
    (root / "site_src/index.md").write_text("# 校务公开\n")
    for name in ("mkdocs.yml", "data/school.yml", "data/catalogue.yml"):
        shutil.copy(PROJECT / name, root / name)
    return root


def files_of(root: Path) -> list[str]:
    """What lies in the school's folder of records, folders as well."""
    return sorted(path.relative_to(root).as_posix() for path in (root / "data/records").rglob("*"))


def test_a_plain_notice_takes_six_presses_of_enter(school: Path) -> None:
    code, said = typed(["new", "--root", str(school)], "I70\n" + "\n" * 5, **TODAY)
    assert code == 0, said
    assert (school / "data/records/2026/2026-0001.md").read_text() == (
        "---\n编号: 2026-0001\n标题: 2026年家长须知的重大活动\n事项: I70 # 家长须知的重大活动\n公布日期: 2026-11-23\n"
        "责任部门: 德育处\n责任人: 德育主任\n# 信息形成后 5个工作日内公开。依据：本校校务公开制度\n截止日期: 长期\n"
        "草稿: 是 # 写好以后删掉这一行，才会公开\n---\n\n（这里写正文。应当写明：时间、地点、内容、安全安排、费用）\n"
    )
    assert "已新建" in said and "2026-0001.md" in said and "补上正文" in said and "disclosure check" in said


FEE_NOTICE = [
    "收费", "1",  # among three items
    "", "", "明天", "2027年7月2日",  # 期号, 标题, 公布日期, 公示
    "伙食费", "15", "15元", "每餐", "示例市中小学食堂管理办法", "示教〔2026〕8号", "自愿就餐的学生", "",
    "校服", "120元", "每套", "", "", "自愿购买的学生", "困难学生免收", "",
    "是", "1", "今天", "1", "",  # 监督小组, 校长
    "2", "伙食费按实际就餐次数月结。", "",
    "", "是",
]  # fmt: skip


def test_a_fee_notice_is_written_and_published_without_opening_a_file(school: Path) -> None:
    code, said = typed(["new", "--root", str(school)], "\n".join(FEE_NOTICE) + "\n", **TODAY)
    assert code == 0, said
    assert "「15」没有写单位。正确写法：15元。" in said
    assert "2027年7月2日 星期五" in said and "检查过了，没有问题，已经不是草稿。" in said
    assert (school / "data/records/admissions-fees/2026-0001.md").read_text() == (
        "---\n编号: 2026-0001\n标题: 2027年春季学期收费项目、标准和依据公示\n事项: I42 # 收费项目、标准和依据\n公布日期: 2026-11-24\n"
        "责任部门: 总务处\n责任人: 总务主任\n# 信息形成后 5个工作日内公开。依据：发改价检〔2003〕781号《教育收费公示制度》\n"
        "截止日期: 2027-07-02\n收费:\n"
        "  - {项目: 伙食费, 标准: 15元, 计费单位: 每餐, 依据: 示例市中小学食堂管理办法, 文号: 示教〔2026〕8号, 范围: 自愿就餐的学生}\n"
        "  - {项目: 校服, 标准: 120元, 计费单位: 每套, 依据: 示例市中小学食堂管理办法, 文号: 示教〔2026〕8号, 范围: 自愿购买的学生, 减免: 困难学生免收}\n"
        "期号: 2026-2027学年第二学期\n审签:\n"
        "  - {角色: 监督小组, 姓名: 程以宁, 日期: 2026-11-23}\n  - {角色: 校长, 姓名: 沈砚秋, 日期: 2026-11-23}\n"
        "---\n\n伙食费按实际就餐次数月结。\n"
    )
    done = disclosure("check", "--root", school, "--today", "2026-11-24")
    assert done.returncode == 0 and "2026-0001" not in done.stdout


def test_help_wrong_answers_and_the_way_back(school: Path) -> None:
    lines = [
        "食堂", "<", "没有的事", "开水", "接待",
        "?", "第一次接待", "<", "联系 13800138000", "春季接待日",
        "下个月", "2026-02-30", "9月1日", "<", "12月1日",
        "2026-05-01", "两周", "30天",
        "3", "公开范围", "外人", "家长", "",
    ]  # fmt: skip
    code, said = typed(["new", "--root", str(school)], "\n".join(lines) + "\n", **TODAY)
    assert code == 0, said
    for words in (
        "没有名称里有「没有的事」的事项",
        "不写个人姓名", "例如：2026年秋季学期收费公示", "这里有手机号码 138…0（11 个字符），写了就会公开。",
        "标题（回车：第一次接待）",
        "「下个月」不是日期。正确写法：2026-09-01、9月1日，或者 明天。", "「2026-02-30」不是真实的日期。",
        "2026年9月1日 星期二，比今天早 83 天",
        "2026年5月1日 星期五早于公布的那天", "看不懂「两周」。", "30天，到 2026年12月30日 星期三",
        "「外人」不是公开范围。写社会、家长、教职工中的一个或几个。",
    ):  # fmt: skip
        assert words in said, words
    text = (school / "data/records/2026/2026-0001/index.md").read_text()
    assert "标题: 春季接待日\n" in text and "公布日期: 2026-12-01\n" in text and "公示期: 30天\n" in text
    assert "公开范围: 家长\n" in text and "草稿: 是" in text
    assert "附件放进" in said


def test_ctrl_c_leaves_nothing_behind(school: Path) -> None:
    before = files_of(school)
    turns = [
        ("公开事项", "I70\n"),
        ("标题", "\n"),
        ("公布日期", "\n"),
        ("公示", "\n"),
        ("正文", "4\n"),
        ("第 1 行", "甲\n"),
    ]
    stopped, said = conversed(["new", "--root", str(school)], *turns, ("第 2 行", CTRL_C), **TODAY)
    assert stopped == 130 and "Traceback" not in said
    assert files_of(school) == before


def test_what_is_refused_at_the_end_is_not_written(school: Path) -> None:
    before = files_of(school)
    code, said = typed(["new", "I70", "--title", "甲", "--published", "2026-12-01", "--root", str(school)], "", **TODAY)
    assert code == 0 and files_of(school) != before  # everything was on the command line: nothing is asked
    before = files_of(school)
    code, said = typed(["new", "I70", "--root", str(school)], "\n" * 4 + "否\n", **TODAY)
    assert code == 0 and "没有写。" in said
    assert files_of(school) == before


def test_a_record_with_problems_stays_a_draft(school: Path) -> None:
    """A link to nowhere is seen only by a check of the whole."""
    lines = ["接待日", "", "", "", "2", "见 [办法](record:2020-0001)。", "", "", "是"]
    code, said = typed(["new", "--root", str(school)], "\n".join(lines) + "\n", **TODAY)
    assert code == 0, said
    assert "L10" in said and "改好上面的问题" in said
    assert "草稿: 是" in (school / "data/records/2026/2026-0001.md").read_text()


@pytest.mark.parametrize(
    ("item", "folder"), [("I42", "admissions-fees"), ("I06", "2027")], ids=["of the column", "of the year"]
)
def test_a_file_goes_where_its_column_has_a_folder(item: str, folder: str, school: Path) -> None:
    done = disclosure("new", item, "--title", "甲", "--published", "2027-01-04", "--root", school)
    assert done.returncode == 0, done.stderr
    assert (school / f"data/records/{folder}/2027-0001.md").is_file()
