"""The keys of data/registers/*.yml: the one table that reading, the commands and the reference share."""

from __future__ import annotations

import re
from typing import Any

from disclosure.domain.registers import (
    Answer,
    Applicant,
    Exemption,
    Extension,
    Ground,
    Inspection,
    Opinion,
    Outage,
    Outcome,
    Reported,
    Request,
    Sender,
    Shortcoming,
    Source,
)
from disclosure.reading import values
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Node, Unreadable

SENDER_KEYS = ("sender", "来信人", "申请人信息")
"""What is written under these is the school's alone."""
_ID = re.compile(r"[0-9A-Za-z]+(-[0-9A-Za-z]+)*")
_LONGEST_ID = 40


def _entry_id(example: str) -> Any:
    def read(node: Node) -> str:
        written = values.text(node)
        if not _ID.fullmatch(written) or len(written) > _LONGEST_ID:
            raise Unreadable(f"「{written}」不能作编号（只用数字、字母和短横）", line=node.line, example=example)
        return written

    return read


def _made(kind: type[Any], **renamed: str) -> Any:
    """A maker for a part; `renamed` names fields by the key that they are read from."""
    names = {key: name for name, key in renamed.items()}
    return lambda found, _: kind(**{names.get(key, key): value for key, value in found.items() if value is not None})


def _shortcoming(found: dict[str, Any], line: int) -> Shortcoming:
    return Shortcoming(**{key: value for key, value in found.items() if value is not None}, line=line)


def _id(example: str) -> Key:
    return Key(
        "id", "编号", _entry_id(example), example, "这一本里不重复，以后也不改；网页上可以链接到它。", required=True
    )


_SENDER = Form("来信人", (
    Key("name", "姓名", values.text, "张某某", "谁写的，只给学校自己看。"),
    Key("contact", "联系方式", values.text, "（电话或邮箱）", "怎样答复他。"),
))  # fmt: skip
_REPORTED = Form("备案", (
    Key("to", "单位", values.text, "示例市教育局", "向谁备案。", required=True),
    Key("date", "日期", values.day, "2026-03-20", "备案日期。", required=True),
))  # fmt: skip
_EXTENSION = Form("延长", (
    Key("date", "日期", values.day, "2026-03-24", "告诉申请人要延长的日子。", required=True),
    Key("reason", "理由", values.text, "要向三个年级汇总", "为什么要延长。", required=True),
))  # fmt: skip
_SHORTCOMING = Form("问题", (
    Key("text", "问题", values.text, "食堂月报晚了九天", "发现了什么问题。", required=True),
    Key("department", "责任部门", values.text, "总务处", "由谁整改。"),
    Key("mend_by", "限期", values.day, "2026-06-30", "最晚哪一天改好。"),
    Key("mended", "整改日期", values.day, "2026-06-18", "改好的日子。"),
    Key("record", "记录", values.text, "2026-0031", "能看到已经改好的那条记录的编号。"),
))  # fmt: skip
_SENT_BY = "只给学校自己看，网站上不出现；仓库对外公开的不要写。"
_FILED_EXAMPLE = "{单位: 示例市教育局, 日期: 2026-03-20}"


def _sender(chinese: str) -> Part:
    return Part("sender", chinese, _SENDER, _made(Sender), "{姓名: 张某某}", _SENT_BY, shorthand="name")


def _reported(about: str) -> Part:
    return Part("reported", "备案", _REPORTED, _made(Reported, day="date"), _FILED_EXAMPLE, about)


OPINION = Form("意见", (
    _id("YJ2026-001"),
    Key("received", "收到日期", values.day, "2026-03-12", "收到的日子。", required=True),
    Key("source", "来源", values.word_of(Source), "意见箱", "来电、来信、来访、意见箱、网络或会议。", required=True),
    Key("text", "意见", values.text, "食堂收支表看不出人工费怎样算的", "说了什么，不写人名。", required=True),
    Key("topic", "点题", values.yes_or_no, "是", "是不是点题公开：要求公开某件事。"),
    Key("record", "记录", values.text, "2026-0003", "说的是哪条记录，写它的编号。"),
    Key("item", "事项", values.text, "I46", "说的是哪个公开事项，写编号或名称。"),
    Key("department", "责任部门", values.text, "总务处", "由谁答复。"),
    Key("owner", "责任人", values.text, "总务主任", "负责的人或职务。"),
    Key("reply_by", "限期", values.day, "2026-03-26", "最晚哪一天答复；不写就按学校资料的 意见答复时限 算。"),
    Key("answered", "答复日期", values.day, "2026-03-18", "答复的日子。"),
    Key("answer", "答复", values.text, "人工费按餐次分摊，已补充说明。", "怎样答复的，不写人名。"),
    Key("outcome", "处理结果", values.word_of(Outcome), "采纳改正", "解释说明、采纳改正、部分采纳、延期执行、不予采纳或转有关部门。"),
    Key("corrected_by", "更正", values.text, "2026-0011", "改正用的那条记录的编号。"),
    Key("republished", "再公布", values.text, "2026-0012", "把整改结果再公布的那条记录的编号。"),
    Key("fed_back", "反馈日期", values.day, "2026-03-19", "告诉提意见的人的日子。"),
    Key("minutes", "纪要", values.text, "2026-0013", "讨论它的会议纪要，写记录的编号。"),
    _sender("来信人"),
))  # fmt: skip
REQUEST = Form("申请", (
    _id("SQ2026-001"),
    Key("received", "收到日期", values.day, "2026-03-10", "收到的日子。", required=True),
    Key("applicant", "申请人", values.word_of(Applicant), "家长", "教职工、家长或社会公众；不写姓名。", required=True),
    Key("text", "申请内容", values.text, "近两年校服的采购合同", "要什么，不写人名。", required=True),
    Key("method", "方式", values.text, "电子邮件", "当面、信函、电子邮件等。"),
    Key("department", "责任部门", values.text, "总务处", "由谁答复。"),
    Part("extension", "延长", _EXTENSION, _made(Extension, day="date"), "{日期: 2026-03-24, 理由: 要汇总三个年级}", "到期答复不了，延长一次。"),
    Key("answered", "答复日期", values.day, "2026-03-18", "答复的日子。"),
    Key("answer", "答复结果", values.word_of(Answer), "予以公开", "当场答复、予以公开、部分公开、不予公开、信息不存在、不属于本校掌握、重复申请或申请人撤回。"),
    Key("reason", "理由", values.text, "涉及供应商的报价细节", "部分公开、不予公开的，为什么。"),
    Key("exemption", "备案册编号", values.text, "BA2026-001", "不予公开的依据，写 exemptions.yml 里的编号。"),
    Key("record", "记录", values.text, "2026-0014", "因为这次申请公布的记录的编号。"),
    _reported("报给谁备案。"),
    _sender("申请人信息"),
))  # fmt: skip
EXEMPTION = Form("备案事项", (
    _id("BA2026-001"),
    Key("text", "内容", values.text, "门卫和监控的布置图", "什么内容暂不公开。", required=True),
    Key("ground", "情形", values.word_of(Ground), "校园安全稳定", "国家秘密、个人隐私、校园安全稳定或法律法规规定。", required=True),
    Key("reason", "理由", values.text, "公开后会影响校园安全", "为什么属于这种情形。", required=True),
    Key("decided", "决定日期", values.day, "2026-03-02", "决定的日子。", required=True),
    Key("approved_by", "批准", values.text, "校务公开领导小组", "谁批准。", required=True),
    Key("item", "事项", values.text, "I16", "属于哪个公开事项，写编号或名称。"),
    _reported("报上级备案；暂不宜公开的都要报。"),
    Key("review_by", "复核日期", values.day, "2027-03-01", "到这一天再看一次能不能公开。"),
    Key("ended", "公开日期", values.day, "2027-02-20", "不再保密、可以公开的日子。"),
    Key("record", "记录", values.text, "2027-0004", "后来公布它的那条记录的编号。"),
))  # fmt: skip
OUTAGE = Form("停机", (
    Key("start", "开始", values.day, "2026-05-03", "打不开的第一天。", required=True),
    Key("end", "结束", values.day, "2026-05-04", "打不开的最后一天。", required=True),
    Key("reason", "原因", values.text, "服务器搬迁", "为什么打不开。", required=True),
))  # fmt: skip
INSPECTION = Form("检查", (
    _id("JC2026-001"),
    Key("date", "日期", values.day, "2026-05-20", "检查的日子。", required=True),
    Key("by", "检查单位", values.text, "校务公开监督小组", "谁来检查。", required=True),
    Key("scope", "范围", values.text, "本学期收费和食堂收支", "查了什么。", required=True),
    Key("findings", "情况", values.text, "内容真实，食堂月报公布偏晚", "查下来怎样。", required=True),
    Part("shortcomings", "问题", _SHORTCOMING, _shortcoming, "[{问题: 食堂月报晚了九天, 责任部门: 总务处, 限期: 2026-06-30}]", "发现的问题和整改。", many=True, shorthand="text"),
    Key("informed_share", "知情率", values.percent, "95%", "问卷里知道校务公开的人占多少。"),
    Key("record", "记录", values.text, "2026-0032", "检查报告那条记录的编号。"),
    Key("minutes", "纪要", values.text, "2026-0033", "会议纪要，写记录的编号。"),
))  # fmt: skip


def make_opinion(found: dict[str, Any], line: int) -> Opinion:
    """An opinion from what the form read."""
    return Opinion(**_fields(found, topic="is_topic"), line=line)


def make_request(found: dict[str, Any], line: int) -> Request:
    """A request from what the form read."""
    return Request(**_fields(found), line=line)


def make_exemption(found: dict[str, Any], line: int) -> Exemption:
    """An exemption from what the form read."""
    return Exemption(**_fields(found), line=line)


def make_outage(found: dict[str, Any], line: int) -> Outage:
    """An outage from what the form read."""
    return Outage(**_fields(found), line=line)


def make_inspection(found: dict[str, Any], line: int) -> Inspection:
    """An inspection from what the form read."""
    return Inspection(**_fields(found, date="day"), line=line)


def _fields(found: dict[str, Any], **renamed: str) -> dict[str, Any]:
    return {renamed.get(key, key): value for key, value in found.items() if value is not None}
