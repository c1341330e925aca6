"""The interview behind `disclosure new`: what is asked of which item, what is suggested, and how answers are taken."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import DAY, PROJECT
from disclosure.domain.library import Library
from disclosure.editing.interview.ground import Ground, ground_of
from disclosure.editing.interview.item_questions import PAGE
from disclosure.editing.interview.question import Question, prompt_of
from disclosure.editing.interview.talk import Talk
from disclosure.reading.draft import draft_text
from disclosure.reading.load import load_library
from sample import SCHOOL, make_school, record

CATALOGUE = """\
事项:
  - {编号: X01, 名称: 校车路线, 栏目: other, 时限: 5天, 责任部门: 总务处, 责任人: 总务主任, 内容: 线路}
  - {编号: X02, 名称: 校车收费, 栏目: other/finance, 时限: 5天, 责任部门: 总务处, 类型: 收费, 频次: 长期, 时间: [每学期开学前], 最短公示期: 7个工作日,
     必填: [概述, 文号, 金额, 收费, 期号, 备案, 形成日期, 关联], 审签: [监督小组, 校长, 门卫]}
  - {编号: X03, 名称: 校车司机名单, 栏目: other, 时限: 5天, 类型: 名单, 到期处理: 撤下, 必填: [公示期或截止日期, 责任人]}
  - {编号: X04, 名称: 校车月度用油, 栏目: other/finance, 时限: 20天, 责任部门: 总务处, 类型: 财务, 频次: 定期, 时间: [每月], 范围: [教职工]}
  - {编号: X05, 名称: 校车年检, 栏目: other, 时限: 5天, 责任部门: 总务处, 频次: 定期, 时间: [每年11月30日前], 必填: [附件]}
  - {编号: X06, 名称: 校车停运, 栏目: other, 时限: 5天, 责任部门: 总务处, 启用: 否}
"""
GROUPS = """\
电话: {办公: 0000-5550101, 监督: 13900000000}
台账开始: 2026-09-01
学期:
  - {名称: 2026-2027学年第一学期, 开始: 2026-09-01, 结束: 2027-01-22}
  - {名称: 2026-2027学年第二学期, 开始: 2027-02-22, 结束: 2027-07-02}
小组:
  supervision:
    名称: 校务公开监督小组
    任期:
      - {开始: 2025-09-01, 结束: 2028-08-31, 成员: [{姓名: 程以宁}, {姓名: 白慕晴}]}
  leading:
    名称: 校务公开领导小组
    任期:
      - {开始: 2026-10-01, 结束: 2028-08-31, 成员: [{姓名: 沈砚秋, 职务: 组长（校长）}]}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = make_school(
        tmp_path_factory.mktemp("school"),
        record("2026-0001", 标题="2026年9月校车用油", 栏目="", 事项="X04", 期号="2026-09", 公布日期="2026-10-08"),
        record("2026-0002", 标题="校车收费", 栏目="", 事项="X02", 关联="2026-校车", 截止日期="2027-01-22"),
        catalogue=CATALOGUE, school=SCHOOL + GROUPS,
    )  # fmt: skip
    return load_library(root)[0]


@pytest.fixture(scope="module")
def ground(library: Library) -> Ground:
    return ground_of(library, DAY)


def talked(ground: Ground, *lines: str, **options: Any) -> tuple[Talk, list[str]]:
    """Type some lines, then Enter to the end; what was asked, and what was said."""
    talk, said, left = Talk(ground=ground, **options), [], list(lines)
    while question := talk.question():
        assert len(said) < 400, said[-10:]
        said += [question.shown, prompt_of(question), talk.take(question, left.pop(0) if left else "")]
    assert not left, left
    return talk, [line for line in said if line]


def text_of(talk: Talk) -> str:
    found = talk.outcome()
    return draft_text(
        found.item, record_id="2026-0099", title=found.title, published=found.published, given=found.given, body=found.body,
        is_draft=not talk.is_public,
    )  # fmt: skip


def written(ground: Ground, *lines: str, **options: Any) -> dict[str, str]:
    """The front matter that comes of it, by Chinese key, comments left out."""
    rows = text_of(talked(ground, *lines, **options)[0]).split("\n---\n")[0].splitlines()[1:]
    return {
        key: value.partition(" # ")[0].strip()
        for key, _, value in (row.partition(":") for row in rows if row[0] not in "# ")
    }


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        ("X01", ["公开事项", "标题", "公布日期", "公示到什么时候", "正文", "写入吗"]),
        ("X02", ["公开事项", "期号", "标题", "公布日期", "公示到什么时候", "概述", "文号", "金额", "第 1 个收费项目", "备案的单位", "形成日期",
                 "关联", "已经审签了吗", "正文", "写入吗"]),
        ("X03", ["公开事项", "标题", "公布日期", "公示到什么时候", "责任部门", "责任人", "正文", "写入吗"]),
    ],
)  # fmt: skip
def test_an_item_is_asked_for_what_it_asks_for(item: str, asked: list[str], ground: Ground) -> None:
    lines = [item, *[""] * (asked.index("责任部门") - 1), "后勤"] if "责任部门" in asked else [item]
    talk, names = Talk(ground=ground), []
    while question := talk.question():
        names.append(question.label)
        assert not talk.take(question, lines.pop(0) if lines else "").startswith("「")
    assert names == asked


def test_items_with_nothing_special_take_six_presses_of_enter() -> None:
    ground = ground_of(load_library(PROJECT)[0], DAY)
    counted = {}
    for item in ground.library.catalogue.items.values():
        if item.enabled:
            talk, presses = Talk(ground=ground), 0
            while question := talk.question():
                presses += 1
                talk.take(question, item.id if presses == 1 else "")
            more = {"issue", "summary", "amount", "people", "series", "stage"} & set(item.required)
            expected = 6 + len(more) + ("fees" in item.required) + bool(item.signoffs)
            counted[item.id] = (presses, expected)
    assert all(presses == expected for presses, expected in counted.values()), counted
    assert min(presses for presses, _ in counted.values()) == 6


@pytest.mark.parametrize("preset", ["standard", "five-systems", "compulsory-education"])
def test_enter_all_the_way_is_a_draft_that_can_be_read(preset: str, tmp_path: Path) -> None:
    root = make_school(tmp_path, catalogue=f"预设: {preset}\n")
    ground = ground_of(load_library(root)[0], DAY)
    for item in ground.library.catalogue.items.values():
        if item.enabled:
            talk, _ = talked(ground, item.id, *([""] * 3 + ["总务处"] if not item.department else []))
            text = text_of(talk).replace("2026-0099", item.id)
            (root / f"data/records/{item.id}.md").write_text(text)
    found, problems = load_library(root)
    assert problems == []
    assert len(found.records) == sum(item.enabled for item in ground.library.catalogue.items.values())


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("校车", "1"), "X01 校车路线（其他）"),
        (("x04",), "X04 校车月度用油（其他/财务）"),
        (("用油",), "X04 校车月度用油（其他/财务）"),
        (("校车停运", "用油"), "X06 校车停运已停用。在 data/catalogue.yml 里启用，或选别的事项。"),
        (("校车年捡", "用油"), "是不是「校车年检」？也可以直接回车，按栏目找。"),
        (("校车", "99", "1"), "「99」不是上面的一项。写 1 到 5，例如 1。"),
        (("校车", "年检"), "X05 校车年检（其他）"),
        (("", "财务", "用油"), "X04 校车月度用油（其他/财务）"),
        (("", "99", "财务", "用油"), "没有第「99」个栏目。写 1 到 14，例如 1。"),
    ],
)  # fmt: skip
def test_an_item_is_found_by_word_number_and_column(lines: tuple[str, ...], said: str, ground: Ground) -> None:
    assert said in "\n".join(talked(ground, *lines, *[""] * 3, "后勤" if lines[-1] == "司机" else "")[1])


def test_items_are_shown_a_page_at_a_time(ground: Ground) -> None:
    """The last page has no further one, and one can turn back."""
    talk, pages = Talk(ground=ground), []
    talk.take(_now(talk), "")
    assert len(_now(talk).shown.splitlines()) < 20
    talk.take(_now(talk), "财务")
    while (question := _now(talk)).default == "+":
        pages.append(question.shown)
        talk.take(question, "")
    pages.append(question.shown)
    assert len(pages) == 2 and max(len(page.splitlines()) for page in pages) <= PAGE
    assert "不是上面的一项" in talk.take(question, "+")
    talk.take(question, "<")
    assert _now(talk).shown == pages[-2]
    talk.take(_now(talk), "1")
    assert talk.given["item/1"] == pages[0].split()[1]


def _now(talk: Talk) -> Question:
    question = talk.question()
    assert question is not None
    return question


@pytest.mark.parametrize(
    ("item", "key", "suggested"),
    [
        ("X01", "标题", "2026年校车路线"),
        ("X02", "标题", "2027年春季学期校车收费公示"),
        ("X02", "期号", "2026-2027学年第二学期"),
        ("X04", "标题", "2026年10月校车用油"),  # as the last one was called; September has been published
        ("X04", "期号", "2026年10月"),
        ("X05", "标题", "2026年校车年检"),
        ("X01", "公示", "长期"),
        ("X02", "公示", "7个工作日，到 2026年12月1日 星期二"),
        ("X03", "公示", "7天，到 2026年11月29日 星期日"),
        ("X04", "公示", "长期"),
        ("X04", "公开范围", "教职工"),
        ("X01", "责任人", "总务主任"),
        ("X05", "附件", "和记录放在同一个文件夹"),
    ],
)  # fmt: skip
def test_what_is_suggested(item: str, key: str, suggested: str, ground: Ground) -> None:
    lines = [item, "", "", "", "后勤"] if item == "X03" else [item]
    said = talked(ground, *lines)[1]
    summary = next(line for line in said if "要写的记录：" in line)
    assert f"  {key}：{suggested}" in summary.splitlines()


@pytest.mark.parametrize(
    ("title", "issue"), [("", "2026年10月"), ("2026年10月用油", "2026年10月"), ("2026年8月用油", ""), ("补充说明", "")]
)
def test_a_title_of_another_period_takes_no_suggested_issue(title: str, issue: str, ground: Ground) -> None:
    assert written(ground, "X04", title).get("期号", "") == issue


@pytest.mark.parametrize(
    ("item", "typed", "told"),
    [
        ("X02", "6个工作日", "「校车收费」至少公示 7个工作日，到 2026年12月1日 星期二。正确写法：7个工作日。"),
        ("X02", "11月30日", "至少公示 7个工作日"),
        ("X02", "2026-11-01", "2026年11月1日 星期日早于公布的那天"),
        ("X02", "15", "看不懂「15」。正确写法：15天、7个工作日、2026-09-30，或者 长期。"),
        ("X02", "2026年11月31日", "看不懂「2026年11月31日」"),
        ("X03", "长期", "「校车司机名单」不能长期公示。正确写法：7天。"),
    ],
)
def test_an_end_that_breaks_a_rule_is_explained(item: str, typed: str, told: str, ground: Ground) -> None:
    at = 4 if item == "X02" else 3
    said = talked(ground, item, *[""] * (at - 1), typed, "", *(["后勤"] if item == "X03" else []))[1]
    assert any(told in line for line in said), said


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("30天", "公示期", "30天"), ("１０个工作日", "公示期", "10个工作日"), ("2027年1月22日", "截止日期", "2027-01-22"),
        ("1月22日", "截止日期", "2027-01-22"), ("长期有效", "截止日期", "长期"), ("", "公示期", "7个工作日"),
    ],
)  # fmt: skip
def test_an_end_is_written_as_the_files_have_it(typed: str, key: str, value: str, ground: Ground) -> None:
    found = written(ground, "X02", "", "", "", typed)
    assert found[key] == value
    assert ("公示期" in found) != ("截止日期" in found)


def test_what_was_answered_is_in_the_record_and_what_was_not_is_a_hint(ground: Ground) -> None:
    lines = ["X02", "-", "甲, 乙: {丙}", "", "", "本学期的收费。", "云实校〔2026〕18号", "", "伙食费", "15元", "每餐", "", "示教〔2026〕8号", "全体, 自愿", "",
             "", "示例市教育局", "昨天", "11月1日", "", "是", "2", "11月20日", "", "某某", ""]  # fmt: skip
    talk, _ = talked(ground, *lines)
    text = text_of(talk)
    for line in (
        'title: "甲, 乙: {丙}"'.replace("title", "标题"), "概述: 本学期的收费。", "文号: 云实校〔2026〕18号",
        "金额: # 涉及的金额，必须写单位。例如：5.8万元",
        '  - {项目: 伙食费, 标准: 15元, 计费单位: 每餐, 文号: 示教〔2026〕8号, 范围: "全体, 自愿"}',
        "备案: {单位: 示例市教育局, 日期: 2026-11-22}", "形成日期: 2026-11-01",
        "  - {角色: 监督小组, 姓名: 白慕晴, 日期: 2026-11-20}", "  - {角色: 门卫, 姓名: 某某, 日期: 2026-11-23}",
        "  # - {角色: 校长, 姓名: 某某, 日期: 2026-09-01} # 审签以后去掉开头的 # 和空格再填",
        "期号: # 定期公开的第几期。例如：2026-2027学年第一学期",
    ):  # fmt: skip
        assert line in text.splitlines(), line
    assert talk.outcome().missing == ("金额", "期号", "关联", "审签（校长）", "正文")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1", "程以宁"), ("2、1", "白慕晴、程以宁"), ("1 2", "程以宁、白慕晴"), ("全部", "程以宁、白慕晴"), ("白慕晴", "白慕晴"),
        ("程以宁，白慕晴", "程以宁、白慕晴"),
    ],
)  # fmt: skip
def test_signers_are_named_or_numbered(typed: str, kept: str, ground: Ground) -> None:
    text = text_of(talked(ground, "X02", *[""] * 11, "是", typed)[0])
    assert f"  - {{角色: 监督小组, 姓名: {kept}, 日期: 2026-11-23}}" in text


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("顾某某", "1", "", "", ""), "「顾某某」不是在任的监督小组。正确写法：程以宁。"),
        (("3", "1", "", "", ""), "「3」不是在任的监督小组"),
        (("1", "明天", "", "", ""), "2026年11月24日 星期二还没有到，或者晚于公布日期。正确写法：2026-11-23。"),
        (("", "1", "2026-09-10", "", ""), "「沈砚秋」2026-09-10 不是校长"),
    ],
)
def test_who_cannot_have_signed_is_refused(lines: tuple[str, ...], told: str, ground: Ground) -> None:
    said = talked(ground, "X02", *[""] * 11, "是", *lines)[1]
    assert any(told in line for line in said), said


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("X01", "联系人电话 13800138000", ""), "手机号码 138…0（11 个字符）"),
        (("X01", "", "", "", "2", "身份证号：110101199003070038", ""), "身份证号 110…8（18 个字符）"),
        (
            (
                "X01",
                "",
                "",
                "",
                "2",
                "| 姓名 | 家庭住址 |",
                "| --- | --- |",
                "| 甲某 | 示例市云杉路 1 号 2 幢 301 室 |",
                "",
            ),
            "家庭住址",
        ),
    ],
)
def test_personal_data_is_refused_at_once(lines: tuple[str, ...], kind: str, ground: Ground) -> None:
    talk, said = talked(ground, *lines)
    assert any(f"这里有{kind}" in line and "写了就会公开" in line for line in said), said
    assert lines[-2] not in text_of(talk)


def test_the_numbers_of_the_school_are_its_own(ground: Ground) -> None:
    talk, _ = talked(ground, "X01", "", "", "", "2", "监督电话 13900000000，办公电话 0000-5550101。", "")
    assert "监督电话 13900000000" in text_of(talk)


def test_one_goes_back_question_by_question_and_finds_the_answers_again(ground: Ground) -> None:
    talk, said = talked(ground, "<", "X01", "甲", "明天", "<", "<", "", "", "", "", "")
    assert said[1] == "公开事项（回车按栏目找）" and "这是第一问。" in said
    assert "公布日期（回车：2026年11月24日 星期二，1 天以后）" in said and "标题（回车：甲）" in said
    assert (talk.outcome().title, talk.outcome().published) == ("甲", date(2026, 11, 24))


def test_another_answer_forgets_what_was_answered_after_it(ground: Ground) -> None:
    said = talked(ground, "X01", "甲", "<", "<", "X04")[1]
    assert "标题（回车：2026年10月校车用油）" in said


def test_a_later_answer_is_asked_again_where_it_does_not_hold_any_more(ground: Ground) -> None:
    talk, said = talked(ground, "X01", "", "", "11月30日", "", "公布日期", "12月20日", "")
    assert said.count("公示到什么时候（回车：长期）") == 2
    assert talk.outcome().given["expires"] == "长期"


@pytest.mark.parametrize(
    ("section", "lines", "key", "value"),
    [
        ("公开范围", ("家长、教职工",), "公开范围", "家长、教职工"),
        ("责任部门", ("教务处",), "责任部门", "教务处"),
        ("责任人", ("-",), "责任人", ""),
        ("期号", ("2026年第3期",), "期号", "2026年第3期"),
        ("标题", ("乙",), "标题", "乙"),
        ("公示", ("5天",), "公示期", "5天"),
    ],
)
def test_everything_can_be_changed_at_the_end(
    section: str, lines: tuple[str, ...], key: str, value: str, ground: Ground
) -> None:
    assert written(ground, "X01", *[""] * 4, section, *lines).get(key, "") == value


def test_the_body_can_be_written_again(ground: Ground) -> None:
    lines = [
        "X01",
        "",
        "",
        "",
        "2",
        "第一段。",
        "第二段。",
        "- 甲",
        "- 乙",
        "",
        "正文",
        "2",
        "",
        "",
        "",
        "",
        "丙",
        "",
        "是",
        "",
    ]
    text = text_of(talked(ground, *lines)[0])
    assert text.endswith("\n---\n\n第一段。\n\n第二段。\n\n- 甲\n- 乙\n\n丙\n")


def test_no_at_the_end_drops_it(ground: Ground) -> None:
    talk, _ = talked(ground, "X01", *[""] * 4, "不")
    assert talk.is_dropped


@pytest.mark.parametrize(
    ("body", "is_asked"), [(("2", "正文。", ""), True), (("4", "正文。", ""), False), (("1",), False)]
)
def test_only_what_is_complete_may_be_published(body: tuple[str, ...], is_asked: bool, ground: Ground) -> None:
    _, said = talked(ground, "X01", "", "", "", *body)
    assert ("现在就公开（回车：否）" in said) is is_asked


def test_the_command_line_answers_in_advance(ground: Ground) -> None:
    talk, said = talked(
        ground, "用油", typed={"item/word": "没有", "title": "甲", "published": "2026-12-01"}, folder=True
    )
    assert "公开事项（回车按栏目找）" in said and "标题" not in "".join(line[:2] for line in said)
    assert (talk.outcome().title, talk.outcome().published, talk.outcome().folder) == ("甲", date(2026, 12, 1), True)


def test_every_question_has_help_and_takes_its_own_example(ground: Ground) -> None:
    """`?` says something, and what is shown as right is taken."""
    answers = iter(["X02", *[""] * 30])
    talk = Talk(ground=ground)
    while question := talk.question():
        assert talk.take(question, "？").strip(), question
        assert talk.question().name == question.name
        answer = next(answers)
        if question.name in ("filed/1/to", "signoffs/any"):
            answer = "是"
        elif question.name == "fees/1/name":
            answer = "伙食费"
        elif question.name.startswith(("fees/1", "filed", "document", "amount", "series", "summary", "formed")):
            answer = question.example.partition("、")[0]
        said = talk.take(question, answer)
        assert not said.startswith(("「", "看", "这")), said
    assert len(talk.given) > 20


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.one_of(
            st.sampled_from(["", "", "", "1", "2", "4", "是", "否", "<", "《", "?", "-", "+", "X02", "校车", "明天", "15天", "伙食费", "审签", "收费"]),
            st.text(max_size=20).filter(lambda text: "\n" not in text),
        ),
        max_size=60,
    )
)  # fmt: skip
def test_nothing_that_is_typed_breaks_it(lines: list[str], ground: Ground) -> None:
    talk = Talk(ground=ground)
    for line in lines:
        if not (question := talk.question()):
            break
        talk.take(question, line)
    if not talk.question() and not talk.is_dropped:
        assert text_of(talk).startswith("---\n编号: 2026-0099\n")
