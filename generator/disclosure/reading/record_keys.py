"""The front-matter keys of a record (design §4): the one table that reading, `new` and the reference share."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from disclosure.domain.personal_data import Waiver
from disclosure.domain.record import Change, FeeLine, Filing, LateEntry, SignOff, Withdrawal
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.reading import values
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Node, Unreadable
from disclosure.reading.report_keys import STATED, stated_figures

_ID = re.compile(r"[0-9A-Za-z]+(-[0-9A-Za-z]+)*")
LONGEST_ID = 40


def _record_id(node: Node) -> str:
    written = values.text(node)
    if not _ID.fullmatch(written) or len(written) > LONGEST_ID:
        raise Unreadable(f"「{written}」不能作编号（只用数字、字母和短横）", line=node.line, example="2026-0012")
    return written


def _standard(node: Node) -> tuple[str, Decimal | None]:
    written = values.text(node)
    try:
        return written, values.amount(node)
    except Unreadable:
        return written, None


def _fee_line(found: dict[str, Any], line: int) -> FeeLine:
    standard, amount = found.pop("standard")
    return FeeLine(standard=standard, amount=amount, line=line, **found)


def _withdrawal(found: dict[str, Any], _: int) -> Withdrawal:
    return Withdrawal(
        day=found["date"],
        reason=found["reason"],
        approved_by=found["approved_by"],
        filed_to=found.get("filed_to") or "",
    )


def _waiver(found: dict[str, Any], line: int) -> Waiver:
    return Waiver(found["digest"], found["reason"], found["approved_by"], found["date"], line)


SIGN_OFF = Form("审签", (
    Key("role", "角色", values.text, "监督小组", "以什么身份审签。", required=True),
    Key("name", "姓名", values.text, "顾某某", "审签人姓名。", required=True),
    Key("date", "日期", values.day, "2026-08-28", "审签的日期。", required=True),
))  # fmt: skip
_FEE = Form("收费", (
    Key("name", "项目", values.text, "伙食费", "收费项目。", required=True),
    Key("standard", "标准", _standard, "15元", "收费标准；写成金额时会合计。", required=True),
    Key("unit", "计费单位", values.text, "每餐", "按什么计费。", required=True),
    Key("basis", "依据", values.text, "示例市学生餐管理办法", "收费依据。"),
    Key("approved_by", "批准机关", values.text, "示例市发展和改革委员会", "批准机关。"),
    Key("document", "文号", values.text, "示发改价〔2026〕8号", "批准文件的文号。"),
    Key("scope", "范围", values.text, "自愿在校就餐的学生", "收费范围和对象。"),
    Key("relief", "减免", values.text, "家庭经济困难学生免收", "减免规定。"),
))  # fmt: skip
_CHANGE = Form("变更", (
    Key("date", "日期", values.day, "2026-09-10", "变更的日期。", required=True),
    Key("note", "说明", values.text, "补充了咨询电话", "变更了什么。", required=True),
))  # fmt: skip
_FILED = Form("备案", (
    Key("to", "单位", values.text, "示例市教育局", "向谁备案。", required=True),
    Key("date", "日期", values.day, "2026-09-01", "备案日期。", required=True),
))  # fmt: skip
_WITHDRAWN = Form("撤销", (
    Key("date", "日期", values.day, "2026-09-12", "撤销的日期。", required=True),
    Key("reason", "理由", values.text, "金额计算有误，另行公布", "为什么撤销，会公开在存根页上。", required=True),
    Key("approved_by", "批准", values.text, "校长办公会", "谁批准撤销。", required=True),
    Key("filed_to", "备案", values.text, "示例市教育局", "向谁备案。"),
))  # fmt: skip
_LATE = Form("补公开", (
    Key("date", "日期", values.day, "2026-09-20", "实际放上网站的日期。", required=True),
    Key("reason", "理由", values.text, "经办人交接时遗漏", "为什么补公开，会写在网页上。", required=True),
))  # fmt: skip
_WAIVER = Form("隐私核准", (
    Key("digest", "摘要", values.text, "5f0c2a9d41be", "检查结果里给出的 12 位摘要，只对那一个值有效。", required=True),
    Key("reason", "理由", values.text, "本人同意公布的接待电话", "为什么可以公开。", required=True),
    Key("approved_by", "核准人", values.text, "沈某某", "谁核准公开。", required=True),
    Key("date", "日期", values.day, "2026-08-28", "核准的日期。", required=True),
))  # fmt: skip
_ATTACHMENT = Form("附件", (
    Key("file", "文件", values.text, "预算表.xlsx", "记录文件夹里的文件。", required=True),
    Key("title", "名称", values.text, "2026年预算表", "显示的名称，默认用文件名。"),
))  # fmt: skip

RECORD = Form("记录", (
    Key("id", "编号", _record_id, "2026-0012", "终身唯一，网址由它而来，撤下后也不重复使用。", required=True),
    Key("title", "标题", values.text, "2026年秋季学期收费公示", "不写个人姓名。", required=True),
    Key("item", "事项", values.text, "I42", "公开目录中的事项，写编号或名称；栏目、范围、频次由它而来。"),
    Key("column", "栏目", values.text, "其他/财务", "没有对应事项时写栏目。"),
    Key("summary", "概述", values.text, "本学期各项收费的标准和依据。", "一两句话，用于列表和订阅。"),
    Key("published", "公布日期", values.moment, "2026-09-01", "可带时刻；到这一天才出现在网站上。", required=True),
    Key("formed", "形成日期", values.day, "2026-08-20", "信息形成的日期。"),
    Key("notice_period", "公示期", values.span, "15天", "从公布日期起算，当天计入；可写工作日。"),
    Key("expires", "截止日期", values.expiry, "2026-09-30", "公示的最后一天，或写 长期。"),
    Key("after_expiry", "到期处理", values.word_of(AfterExpiry), "往期", "横幅、往期或撤下，默认随事项。"),
    Key("review_by", "复核日期", values.day, "2027-08-31", "长期有效的文件到这一天要有人再看一遍。"),
    Key("audience", "公开范围", values.audiences, "社会", "社会、家长、教职工，可写几个，默认随事项。"),
    Key("department", "责任部门", values.text, "总务处", "对内容负责的部门。", required=True),
    Key("owner", "责任人", values.text, "总务主任", "对内容负责的人或职务。"),
    Key("document_number", "文号", values.text, "云实校〔2026〕18号", "发文字号。"),
    Key("issue", "期号", values.text, "2026-2027学年第一学期", "定期公开的第几期。"),
    Part("signoffs", "审签", SIGN_OFF, lambda found, line: SignOff(role=found["role"], name=found["name"], day=found["date"], line=line),
         "[{角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}]", "谁审核、谁批准。", many=True),
    Part("filed", "备案", _FILED, lambda found, _: Filing(to=found["to"], day=found["date"]), "{单位: 示例市教育局, 日期: 2026-09-01}", "报主管部门备案。"),
    Key("amount", "金额", values.amount, "5.8万元", "涉及的金额，必须写单位。"),
    Key("people", "人数", values.count, "96", "这笔钱涉及多少人，用来算人均。"),
    Part("fees", "收费", _FEE, _fee_line, "[{项目: 伙食费, 标准: 15元, 计费单位: 每餐}]", "收费公示的各个项目。", many=True),
    Key("series", "关联", values.text, "2026-塑胶跑道", "同一件事的各条记录写同一个词。"),
    Key("stage", "环节", values.text, "招标公告", "这一条是其中哪一步。"),
    Key("replaces", "替代", _record_id, "2025-0031", "本记录取代的记录编号。"),
    Key("corrects", "更正", _record_id, "2026-0011", "本记录更正的记录编号。"),
    Part("changes", "变更", _CHANGE, lambda found, _: Change(day=found["date"], note=found["note"]), "[{日期: 2026-09-10, 说明: 补充咨询电话}]", "公布以后改过什么。", many=True),
    Part("withdrawn", "撤销", _WITHDRAWN, _withdrawal, "{日期: 2026-09-12, 理由: 金额有误, 批准: 校长办公会}", "撤销本记录，只留存根页。"),
    Key("meeting", "会议日期", values.day, "2026-12-18", "向教代会、教职工大会报告的，写开会的日期。"),
    Part("late_entry", "补公开", _LATE, lambda found, _: LateEntry(day=found["date"], reason=found["reason"]), "{日期: 2026-09-20, 理由: 经办人交接时遗漏}", "放上网站的日子比公布日期晚了，如实写明。"),
    Part("waivers", "隐私核准", _WAIVER, _waiver, "[{摘要: 5f0c2a9d41be, 理由: 本人同意公布, 核准人: 沈某某, 日期: 2026-08-28}]", "检查发现的个人信息，确认可以公开的。", many=True),
    Part("attachments", "附件", _ATTACHMENT, lambda found, _: (found["file"], found.get("title") or ""), "[预算表.xlsx]", "默认为文件夹里的全部文件。", many=True, shorthand="file"),
    Key("channels", "公开渠道", values.words, "网站、公开栏", "还在哪里公开。"),
    Key("hotline", "监督电话", values.text, "0000-5550102", "默认用学校的监督电话。"),
    Part("report", "年报", STATED, stated_figures, "{年度: 2025-2026, 公开总数: 52}", "年度报告里的数字，检查时与名单核对；见 docs/annual-report.md。"),
    Key("draft", "草稿", values.yes_or_no, "是", "草稿不会出现在任何一版网站上。"),
))  # fmt: skip
