"""data/registers/: what is written there is read in both languages, and one bad entry hides no other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from building import PROJECT
from disclosure.domain import registers
from disclosure.domain.personal_data import PersonalData
from disclosure.domain.registers import (
    NO_REGISTERS,
    Answer,
    Applicant,
    Exemption,
    Extension,
    Ground,
    Inspection,
    Opinion,
    Outage,
    Outcome,
    Registers,
    Reported,
    Request,
    Sender,
    Shortcoming,
    Source,
)
from disclosure.errors.problem import Problem
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.form import Form, Part
from disclosure.reading.load import begin_records, load_library, read_setup
from disclosure.reading.registers import REGISTER_FILES, RegisterFile, read_registers
from disclosure.reading.remembered import Memory
from sample import SCHOOL, make_school, problems_of, record

CHINESE = {
    "opinions": """\
- 编号: YJ2026-001
  收到日期: 2026-03-12
  来源: 意见箱
  意见: 食堂收支表看不出人工费怎样算的
  点题: 是
  记录: 2026-0003
  事项: 食堂伙食费收支
  责任部门: 总务处
  责任人: 总务主任
  限期: 2026年3月26日
  答复日期: 2026-03-18
  答复: 人工费按餐次分摊，
    已补充说明。
  处理结果: 采纳改正
  更正: 2026-0011
  再公布: 2026-0012
  反馈日期: 2026-03-19
  纪要: 2026-0013
  来信人: {姓名: 张某某, 联系方式: 13900000000}
""",
    "requests": """\
- 编号: SQ2026-001
  收到日期: 2026-03-10
  申请人: 家长
  申请内容: 近两年校服的采购合同
  方式: 电子邮件
  责任部门: 总务处
  延长: {日期: 2026-03-24, 理由: 要汇总三个年级}
  答复日期: 2026-04-02
  答复结果: 部分公开
  理由: 涉及供应商的报价细节
  备案册编号: BA2026-001
  记录: 2026-0014
  备案: {单位: 示例市教育局, 日期: 2026-04-03}
  申请人信息: 李某某
""",
    "exemptions": """\
- 编号: BA2026-001
  内容: 门卫和监控的布置图
  情形: 校园安全稳定
  理由: 公开后会影响校园安全
  决定日期: 2026-03-02
  批准: 校务公开领导小组
  事项: I46
  备案: {单位: 示例市教育局, 日期: 2026-03-06}
  复核日期: 2027-03-01
  公开日期: 2027-02-20
  记录: 2027-0004
""",
    "outages": "- {开始: 2026-05-03, 结束: 2026-05-04, 原因: 服务器搬迁}\n",
    "inspections": """\
- 编号: JC2026-001
  日期: 2026-05-20
  检查单位: 校务公开监督小组
  范围: 本学期收费和食堂收支
  情况: 内容真实，食堂月报公布偏晚
  问题:
    - {问题: 食堂月报晚了九天, 责任部门: 总务处, 限期: 2026-06-30, 整改日期: 2026-06-18, 记录: 2026-0031}
    - 公开栏没有换
  知情率: 95％
  记录: 2026-0032
  纪要: 2026-0033
""",
}
READ = Registers(
    opinions=(
        Opinion(
            id="YJ2026-001", received=date(2026, 3, 12), source=Source.BOX, text="食堂收支表看不出人工费怎样算的", is_topic=True,
            record="2026-0003", item="I46", department="总务处", owner="总务主任", reply_by=date(2026, 3, 26),
            answered=date(2026, 3, 18), answer="人工费按餐次分摊， 已补充说明。", outcome=Outcome.ADOPTED,
            corrected_by="2026-0011", republished="2026-0012", fed_back=date(2026, 3, 19), minutes="2026-0013",
            sender=Sender(name="张某某", contact="13900000000"),
        ),
    ),
    requests=(
        Request(
            id="SQ2026-001", received=date(2026, 3, 10), applicant=Applicant.PARENT, text="近两年校服的采购合同",
            method="电子邮件", department="总务处", extension=Extension(day=date(2026, 3, 24), reason="要汇总三个年级"),
            answered=date(2026, 4, 2), answer=Answer.PARTLY, reason="涉及供应商的报价细节", exemption="BA2026-001",
            record="2026-0014", reported=Reported(to="示例市教育局", day=date(2026, 4, 3)), sender=Sender(name="李某某"),
        ),
    ),
    exemptions=(
        Exemption(
            id="BA2026-001", text="门卫和监控的布置图", ground=Ground.SAFETY, reason="公开后会影响校园安全",
            decided=date(2026, 3, 2), approved_by="校务公开领导小组", item="I46",
            reported=Reported(to="示例市教育局", day=date(2026, 3, 6)), review_by=date(2027, 3, 1), ended=date(2027, 2, 20),
            record="2027-0004",
        ),
    ),
    outages=(Outage(start=date(2026, 5, 3), end=date(2026, 5, 4), reason="服务器搬迁"),),
    inspections=(
        Inspection(
            id="JC2026-001", day=date(2026, 5, 20), by="校务公开监督小组", scope="本学期收费和食堂收支",
            findings="内容真实，食堂月报公布偏晚", informed_share=95, record="2026-0032", minutes="2026-0033",
            shortcomings=(
                Shortcoming(
                    text="食堂月报晚了九天", department="总务处", mend_by=date(2026, 6, 30), mended=date(2026, 6, 18),
                    record="2026-0031",
                ),
                Shortcoming(text="公开栏没有换"),
            ),
        ),
    ),
)  # fmt: skip


def write(root: Path, **files: str) -> Path:
    """A small school with some registers."""
    make_school(root)
    (root / "data/registers").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / f"data/registers/{name}.yml").write_text(text)
    return root


def read(root: Path) -> tuple[Registers, list[Problem]]:
    reading = read_registers(root, read_catalogue(root / "data/catalogue.yml", root=root))
    return reading.registers, reading.problems


def opinion(entry_id: str = "YJ2026-001", received: str = "2026-11-16", **more: str) -> str:
    """An entry of opinions.yml."""
    given = {"编号": entry_id, "收到日期": received, "来源": "来电", "意见": "甲"} | more
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in given.items()) + "\n"


def in_english(text: str, form: Form) -> str:
    """The same entries with the other spelling of every key; parts are written in braces."""
    for key in form.keys:
        if isinstance(key, Part):
            for inner in key.form.keys:
                text = text.replace(f"{{{inner.chinese}:", f"{{{inner.name}:")
                text = text.replace(f", {inner.chinese}:", f", {inner.name}:")
    for key in form.keys:
        for before in ("  ", "- ", "{", ", "):
            text = text.replace(f"{before}{key.chinese}:", f"{before}{key.name}:")
    return text


def test_every_key_is_read(tmp_path: Path) -> None:
    assert read(write(tmp_path, **CHINESE)) == (READ, [])


def test_english_keys_say_the_same(tmp_path: Path) -> None:
    english = {file.name: in_english(CHINESE[file.name], file.form) for file in REGISTER_FILES}
    assert all("答复日期" not in text and "原因" not in text for text in english.values())
    assert read(write(tmp_path, **english)) == (READ, [])


def test_every_entry_knows_the_lines_of_its_keys(tmp_path: Path) -> None:
    found, _ = read(write(tmp_path, **CHINESE))
    (one,), (inspection,) = found.opinions, found.inspections
    assert (one.line, one.lines["id"], one.lines["answer"], one.lines["sender"]) == (1, 1, 12, 19)
    assert [shortcoming.line for shortcoming in inspection.shortcomings] == [7, 8]


@pytest.mark.parametrize("text", ["", "\n\n", "# 还没有\n", "[]\n", "---\n"], ids=repr)
def test_an_empty_file_holds_nothing(text: str, tmp_path: Path) -> None:
    found, problems = read(write(tmp_path, opinions=text))
    assert (found, problems) == (NO_REGISTERS, [])
    assert found is NO_REGISTERS


def test_a_school_without_registers_has_none(tmp_path: Path) -> None:
    library, problems = load_library(make_school(tmp_path))
    assert library.registers is NO_REGISTERS
    assert problems == []


def test_entries_are_told_by_day_then_number_wherever_they_stand(tmp_path: Path) -> None:
    text = opinion("YJ2026-003", "2026-11-02") + opinion("YJ2026-001") + opinion("YJ2026-002", "2026-11-02")
    found, _ = read(write(tmp_path, opinions=text))
    assert [one.id for one in found.opinions] == ["YJ2026-002", "YJ2026-003", "YJ2026-001"]


BAD = {
    "no mapping": "- 甲\n",
    "a wrong day": opinion("YJ2026-009", "明天"),
    "an unknown key": opinion("YJ2026-009", 颜色="红"),
    "an unknown item": opinion("YJ2026-009", 事项="I99"),
    "a number that is none": opinion("../etc"),
    "a number that was used": opinion("YJ2026-001", 意见="乙"),
    "a list for a text": opinion("YJ2026-009", 意见="[甲]"),
    "a list in the list": "- - 编号: YJ2026-009\n",
    "null": "- ~\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_entry_hides_no_other(name: str, tmp_path: Path) -> None:
    root = write(tmp_path, opinions=opinion() + BAD[name] + opinion("YJ2026-002"), outages=CHINESE["outages"])
    found, problems = read(root)
    assert [one.id for one in found.opinions] == ["YJ2026-001", "YJ2026-002"]
    assert len(found.outages) == 1
    assert problems
    assert all(str(one.path) == "data/registers/opinions.yml" and 5 <= one.line <= 9 and one.hint for one in problems)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (opinion().encode("gbk"), "R101"),
        (b"a" * (2 * 1024 * 1024 + 1), "R102"),
        (b"- [\n", "R104"),
        (("- 意见: " + "[" * 5000 + "\n").encode(), "R117"),
        (b"- &a [*a]\n", "R106"),
        ("- 编号: !!python/object/apply:os.system [touch pwned]\n".encode(), "R106"),
        ("甲\n".encode(), "R109"),
        (bytes(range(256)), "R101"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_hides_no_other_file(content: bytes, code: str, tmp_path: Path) -> None:
    root = write(tmp_path, outages=CHINESE["outages"])
    (root / "data/registers/opinions.yml").write_bytes(content)
    found, problems = read(root)
    assert [one.code for one in problems] == [code]
    assert len(found.outages) == 1


def test_links_are_refused(tmp_path: Path) -> None:
    root = write(tmp_path / "school")
    secret = tmp_path / "secret.yml"
    secret.write_text(opinion())
    (root / "data/registers/opinions.yml").symlink_to(secret)
    assert [(one.code, str(one.path)) for one in read(root)[1]] == [("R112", "data/registers/opinions.yml")]
    (root / "data/registers/opinions.yml").unlink()
    (root / "data/registers").rmdir()
    (root / "data/registers").symlink_to(tmp_path)
    found, problems = read(root)
    assert found is NO_REGISTERS
    assert [(one.code, str(one.path)) for one in problems] == [("R112", "data/registers")]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (make_school(tmp_path) / "data/registers").write_text("")
    assert [one.code for one in read(tmp_path)[1]] == ["G101"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("opinion.yml", "是不是想写 opinions.yml？"),
        ("opinions.yaml", "是不是想写 opinions.yml？"),
        ("Requests.YML", "是不是想写 requests.yml？"),
        ("意见.yml", "opinions.yml（群众意见）"),
        ("README.md", ""),
        ("opinions.yml~", ""),
        (".opinions.yml.123", ""),
        ("表.xlsx", ""),
    ],
)
def test_files_that_look_like_registers_are_told(name: str, told: str, tmp_path: Path) -> None:
    root = write(tmp_path)
    (root / "data/registers" / name).write_text("")
    hints = [one.hint for one in read(root)[1]]
    assert [told in hint for hint in hints] == ([True] if told else [])


def kinds(root: Path) -> list[tuple[PersonalData, int]]:
    return [(one.kind, one.line) for _, one in read(root)[0].sightings]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (opinion(意见="打 13900005678"), 4),
        (opinion(意见='"打 \\u0031\\u0033900005678"'), 4),
        (opinion(意见="打 139\n    0000 5678"), 4),
        (opinion(意见="|\n    甲\n    打 13900005678"), 6),
        (opinion(答复="甲 # 打 13900005678"), 5),
        (opinion() + "# 打 13900005678\n", 5),
        ("- {编号: A1, 来信人: {姓名: 甲}, 收到日期: 2026-11-16, 来源: 来电, 意见: 打 13900005678}\n", 1),
    ],
)
def test_personal_data_is_seen_wherever_it_stands(text: str, line: int, tmp_path: Path) -> None:
    assert kinds(write(tmp_path, opinions=text)) == [(PersonalData.MOBILE, line)]


@pytest.mark.parametrize(
    "sender",
    [
        "{姓名: 甲, 联系方式: 13900005678}",
        "\n    姓名: 甲\n    联系方式: 13900005678",
        '\n    姓名: 甲\n    联系方式: "139-0000\n      5678"',
        "\n    联系方式: |\n      13900005678\n      身份证 11010519491231002X",
        "13900005678",
    ],
    ids=repr,
)
def test_what_is_written_of_a_sender_is_the_schools_own(sender: str, tmp_path: Path) -> None:
    root = write(tmp_path, opinions=opinion(来信人=sender) + opinion("YJ2026-002", 意见="打 13900005679"))
    assert [one.value for _, one in read(root)[0].sightings] == ["13900005679"]
    assert "P103" in [one.code for one in problems_of(root)]
    assert len(problems_of(root)) == 1


def test_the_schools_own_number_may_be_written(tmp_path: Path) -> None:
    root = write(tmp_path, opinions=opinion(意见="打 13900005678"))
    (root / "data/school.yml").write_text(f"{SCHOOL}电话: {{办公: 139-0000-5678}}\n")
    assert problems_of(root) == []


def test_a_change_of_a_register_is_noticed_by_what_decides_whether_anything_changed(tmp_path: Path) -> None:
    root = write(tmp_path, opinions=opinion())
    setup = read_setup(root)
    before = begin_records(setup, memory=Memory()).digest
    (root / "data/registers/opinions.yml").write_text(opinion(意见="乙"))
    changed = read_setup(root)
    assert begin_records(changed, memory=Memory()).digest != before
    assert (changed.digest, changed.basis) == (setup.digest, setup.basis)
    (root / "data/registers/opinion.yml").write_text("")
    assert begin_records(read_setup(root), memory=Memory()).digest != begin_records(changed, memory=Memory()).digest


def test_the_library_has_the_registers_and_their_problems(tmp_path: Path) -> None:
    root = write(tmp_path, opinions=opinion() + "- 甲\n")
    (root / "data/records/a.md").write_text(record())
    library, problems = load_library(root)
    assert [one.id for one in library.registers.opinions] == ["YJ2026-001"]
    assert [(one.code, str(one.path), one.line) for one in problems] == [("R109", str(registers.OPINIONS), 5)]


def test_the_examples_of_the_guide_can_be_read(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(- .*?)```", (PROJECT / "docs/registers.md").read_text(), re.DOTALL)
    names = ("opinions", "exemptions", "outages", "inspections")
    found, problems = read(write(tmp_path, **dict(zip(names, blocks, strict=True))))
    assert problems == []
    assert [len(getattr(found, name)) for name in names] == [1, 1, 1, 1]


@pytest.mark.parametrize("file", REGISTER_FILES, ids=lambda file: file.name)
def test_the_examples_of_the_reference_can_be_read(file: RegisterFile, tmp_path: Path) -> None:
    text = "- " + "\n  ".join(f"{key.chinese}: {key.example}" for key in file.form.keys) + "\n"
    found, problems = read(write(tmp_path, **{file.name: text}))
    assert problems == []
    assert len(getattr(found, file.name)) == 1
