"""`disclosure opinion` and `disclosure request` as a clerk meets them: what is written, what is refused, what is said."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from building import disclosure
from disclosure.domain.registers import Registers
from disclosure.reading.load import load_library
from sample import SCHOOL, make_school, record
from terminal import typed

DAY = "2026-11-23"
OPINION = ("opinion", "add", "--today", DAY, "--source", "意见箱", "--text", "人工费怎样算")
REQUEST = ("request", "add", "--today", DAY, "--applicant", "家长", "--text", "校服合同")
GUIDE = "公开指南: {答复时限: 10个工作日, 延长时限: 10个工作日}\n"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school with one record and no registers."""
    return make_school(tmp_path, record("2026-0003"), record("2026-0004"), school=SCHOOL + GUIDE)


def ran(root: Path, *arguments: str, code: int = 0) -> str:
    """What a command says; it ends with a code, and without a traceback."""
    done = disclosure(*arguments, "--root", root)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def registers(root: Path) -> Registers:
    library, problems = load_library(root)
    assert problems == []
    return library.registers


def text_of(root: Path, name: str) -> str:
    return (root / f"data/registers/{name}.yml").read_bytes().decode()


def test_an_opinion_from_the_box_to_the_answer(school: Path) -> None:
    said = ran(
        school, *OPINION, "--received", "2026年11月16日", "--topic", "--record", "2026-0003", "--item", "I46",
        "--department", "总务处", "--owner", "总务主任", "--sender-name", "张小芳", "--sender-contact", "13900005678",
    )  # fmt: skip
    assert "已登记 YJ2026-001，写在 data/registers/opinions.yml 第 1 行" in said
    assert "限期：2026-11-30 以前（含当天）答复" in said
    assert "disclosure opinion answer YJ2026-001" in said
    assert "网站上不出现" in said
    assert text_of(school, "opinions") == (
        "- 编号: YJ2026-001\n  收到日期: 2026-11-16\n  来源: 意见箱\n  意见: 人工费怎样算\n  点题: 是\n  记录: 2026-0003\n"
        "  事项: I46\n  责任部门: 总务处\n  责任人: 总务主任\n  来信人:\n    姓名: 张小芳\n    联系方式: 13900005678\n"
    )
    said = ran(
        school, "opinion", "answer", "YJ2026-001", "--today", DAY, "--answer", "已补充: 按餐次", "--outcome", "采纳改正",
        "--corrected-by", "2026-0004", "--republished", "2026-0004", "--minutes", "2026-0003", "--fed-back", DAY,
    )  # fmt: skip
    assert "写在 data/registers/opinions.yml 第 13 行" in said and "请留意" not in said
    (one,) = registers(school).opinions
    assert (one.answer, one.outcome and one.outcome.label, str(one.answered)) == ("已补充: 按餐次", "采纳改正", DAY)
    assert (one.corrected_by, one.republished, one.minutes, str(one.fed_back)) == (
        "2026-0004",
        "2026-0004",
        "2026-0003",
        DAY,
    )
    assert one.sender and one.sender.name == "张小芳"


def test_a_request_from_the_counter_to_the_answer(school: Path) -> None:
    said = ran(school, *REQUEST, "--received", "2026-11-16", "--method", "信函", "--department", "总务处")
    assert "SQ2026-001" in said and "限期：2026-11-30 以前" in said
    said = ran(school, "request", "extend", "SQ2026-001", "--today", DAY, "--reason", "要汇总三个年级")
    assert "限期：2026-12-14 以前" in said
    said = ran(school, "request", "answer", "SQ2026-001", "--today", DAY, "--answer", "予以公开", "--record", "2026-0004",
               "--reported-to", "示例市教育局", "--reported-date", DAY)  # fmt: skip
    assert "限期" not in said
    (one,) = registers(school).requests
    assert one.extension and one.extension.reason == "要汇总三个年级"
    assert one.answer and one.answer.label == "予以公开" and one.record == "2026-0004"
    assert one.reported and one.reported.to == "示例市教育局"


def test_numbers_go_on_and_comments_stay(school: Path) -> None:
    (school / "data/registers").mkdir()
    path = school / "data/registers/opinions.yml"
    before = "# 群众意见，一条一条往下加\n- 编号: TS2026-08 # 旧编号\n  收到日期: 2026-11-16\n  来源: 来电\n  意见: 甲"
    path.write_text(before)
    path.chmod(0o640)
    assert "TS2026-09" in ran(school, *OPINION)
    assert path.read_text().startswith(before + "\n- 编号: TS2026-09\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in path.parent.iterdir()] == ["opinions.yml"]


def test_files_of_windows_stay_what_they_are(school: Path) -> None:
    (school / "data/registers").mkdir()
    path = school / "data/registers/opinions.yml"
    path.write_bytes("- 编号: A1\r\n  收到日期: 2026-11-16\r\n  来源: 来电\r\n  意见: 甲\r\n".encode())
    ran(school, *OPINION)
    ran(school, "opinion", "answer", "A1", "--today", DAY, "--answer", "甲", "--outcome", "解释说明")
    content = path.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == 11
    assert len(registers(school).opinions) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("opinion", "add"), ("--source（来源，例如 意见箱）", "--text（意见")),
        (("request", "add", "--text", "甲"), ("--applicant（申请人，例如 家长）",)),
        (("opinion", "add", "--source", "微信", "--text", "甲"), ("--source 的值不对：「微信」", "可选：来电、来信")),
        ((*OPINION, "--received", "昨天"), ("--received 的值不对：「昨天」不是日期", "2026-09-01")),
        ((*OPINION, "--source", " ", "--text", "甲"), ("--source 的值不对",)),
        ((*OPINION[:-1], " \n "), ("--text（意见",)),
        (("opinion", "answer", "YJ2026-009", "--answer", "甲"), ("没有编号是 YJ2026-009 的",)),
        (("opinion", "answer"), ("缺少 编号",)),
        (("request", "answer", "SQ2026-001"), ("没有编号是 SQ2026-001 的",)),
        (("opinion", "edit"), ("没有命令 edit",)),
        (("opinion", "add", "--sorce", "来电"), ("没有选项 --sorce，是不是 --source？",)),
        ((*REQUEST, "--sender-nam", "甲"), ("是不是 --sender-name？",)),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_named(arguments: tuple[str, ...], told: tuple[str, ...], school: Path) -> None:
    said = ran(school, *arguments, code=2)
    assert [one for one in told if one not in said] == []
    assert not (school / "data/registers").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--record", "2026-9999"), "G102"),
        (("--item", "I99"), "C102"),
        (("--reply-by", "2026-11-22"), "G103"),
        (("--text", "打 13900005678"), "P103"),
        (("--sender-name", "人工费"), "G118"),
        (("--received", "2026-11-16", "--reply-by", "2026-11-15"), "G103"),
    ],
)
def test_an_entry_with_an_error_is_not_written(arguments: tuple[str, ...], told: str, school: Path) -> None:
    said = ran(school, *OPINION, *arguments, code=1)
    assert said.startswith("有错误，没有写：") and told in said
    assert not (school / "data/registers").exists()


def test_an_answer_with_an_error_is_not_written(school: Path) -> None:
    ran(school, *OPINION)
    before = text_of(school, "opinions")
    answer = ("opinion", "answer", "YJ2026-001", "--outcome", "解释说明")
    assert "G103" in ran(school, *answer, "--answer", "甲", "--answered", "2026-11-22", code=1)
    assert "P103" in ran(school, *answer, "--answer", "打 13900005678", "--today", DAY, code=1)
    assert text_of(school, "opinions") == before


def test_errors_of_others_do_not_stand_in_the_way(school: Path) -> None:
    (school / "data/records/c.md").write_text("没有信息区")
    (school / "data/registers").mkdir()
    (school / "data/registers/opinions.yml").write_text("- 编号: YJ2026-004\n  收到日期: 明天\n")
    assert "YJ2026-005" in ran(school, *OPINION)
    assert "YJ2026-006" in ran(school, *OPINION, "--record", "2026-0003")


def test_warnings_are_said_and_no_reason_not_to_write(school: Path) -> None:
    assert "请留意：YJ2026-001：限期 2026-11-20" in ran(school, *OPINION, "--received", "2026-11-06")
    said = ran(school, "opinion", "answer", "YJ2026-001", "--today", DAY, "--answer", "甲", "--outcome", "采纳改正")
    assert "晚了 3 天" in said and "再公布: 记录编号" in said


def test_nothing_is_entered_twice(school: Path) -> None:
    ran(school, *OPINION)
    ran(school, *REQUEST)
    answer = ("opinion", "answer", "YJ2026-001", "--today", DAY, "--answer", "甲", "--outcome", "解释说明")
    ran(school, *answer)
    assert "YJ2026-001 已经答复过（data/registers/opinions.yml 第 5 行）" in ran(school, *answer, code=2)
    extend = ("request", "extend", "SQ2026-001", "--today", DAY, "--reason", "甲")
    ran(school, *extend)
    assert "SQ2026-001 已经延长过" in ran(school, *extend, code=2)
    ran(school, "request", "answer", "SQ2026-001", "--today", DAY, "--answer", "当场答复")
    assert "已经答复过" in ran(school, *extend, code=2)


def test_what_cannot_be_added_to_is_left_alone(school: Path) -> None:
    (school / "data/registers").mkdir()
    path = school / "data/registers/opinions.yml"
    path.write_text("- {编号: A1, 收到日期: 2026-11-16, 来源: 来电, 意见: 甲}\n")
    said = ran(school, "opinion", "answer", "A1", "--today", DAY, "--answer", "乙", "--outcome", "解释说明", code=2)
    assert "花括号" in said and "  答复: 乙" in said.replace("\n答复", "\n  答复")
    assert path.read_text() == "- {编号: A1, 收到日期: 2026-11-16, 来源: 来电, 意见: 甲}\n"
    path.write_text("- [\n")
    assert "R104" in ran(school, *OPINION, code=2)
    path.write_bytes("- 编号: 甲".encode("gbk"))
    assert "R101" in ran(school, *OPINION, code=2)
    path.unlink()
    path.symlink_to(school / "data/school.yml")
    assert "R112" in ran(school, *OPINION, code=2)
    path.unlink()
    path.mkdir()
    ran(school, *OPINION, code=2)


def test_links_are_not_followed(school: Path, tmp_path: Path) -> None:
    (school / "data/registers").symlink_to(tmp_path)
    assert "R112" in ran(school, *OPINION, code=2)
    assert not (tmp_path / "opinions.yml").exists()


def test_without_a_school_nothing_is_asked(tmp_path: Path) -> None:
    assert "C101" in ran(tmp_path, "opinion", "add", code=2)
    assert "C101" in ran(tmp_path, "opinion", "answer", "A", code=2)


def test_on_a_terminal_what_is_missing_is_asked_for_until_it_can_be_read(school: Path) -> None:
    code, said = typed(["opinion", "add", "--today", DAY, "--root", str(school)], "微信\n来电\n\n人工费: #怎样算\n")
    assert code == 0, said
    assert "来源（来电、来信、来访、意见箱、网络或会议）：" in said
    assert "「微信」不在可选范围内。可选：来电" in said
    (one,) = registers(school).opinions
    assert (one.source.label, one.text) == ("来电", "人工费: #怎样算")


def test_whoever_stops_being_asked_has_written_nothing(school: Path) -> None:
    code, _ = typed(["request", "add", "--root", str(school)], "家长\n\x04")
    assert code == 130
    assert not (school / "data/registers").exists()
