"""What the heading of a column says about its values (教财厅函〔2017〕28号; requirements B7)."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from disclosure.domain.personal_data import PersonalData
from disclosure.masking.rules import Rules, plain_heading
from disclosure.privacy import headings

_LONGEST = 15
"""Characters of a heading; what is longer is a sentence."""


class Role(Enum):
    """What becomes of a column."""

    NAME = "names: masked as the school has set"
    PERSONAL = "left out, or its ends left"
    ALLOWED = "stays in a list of persons"
    OTHER = "a heading, but not one that a list of persons may have"
    NONE = "not known as a heading"


class Heading(NamedTuple):
    """A column's heading, understood."""

    text: str
    role: Role
    kind: PersonalData | None = None
    """Of PERSONAL; None for what is about a person's family."""


_OFFICES = re.compile(
    r"(?:办公|监督|咨询|举报|投诉|服务|值班|学校|单位|部门|招生|对公|公司|机构|考试|校区|活动|比赛|上课)(?:室)?(?:联系)?(?:电话|热线|传真|地址|地点|账[户号]|邮箱|信箱)"
)
"""Numbers and addresses of places of work, not of persons."""
_PERSONAL: tuple[tuple[PersonalData | None, re.Pattern[str]], ...] = (
    (PersonalData.ID_NUMBER, re.compile(r"身份证|身份号|公民身份|证件|SFZ")),
    (PersonalData.BANK_CARD, re.compile(r"银行|卡号|[账帐][号户]|一卡通|开户|存折")),
    (PersonalData.PASSPORT, re.compile(r"护照|通行证")),
    (PersonalData.BIRTH_DATE, re.compile(r"出生(?!地)|生日")),
    (PersonalData.ADDRESS, re.compile(r"住址|地址|住所|居住|出生地|门牌|家庭所在|户籍|家庭住|现住|^住宿?处$")),
    (PersonalData.HOUSEHOLD, re.compile(r"户口|户号|户主")),
    (PersonalData.MOBILE, re.compile(r"手机|电话|联系方式|联系号码|移动号码|TEL|PHONE|MOBILE")),
    (PersonalData.SCHOOL_NUMBER, re.compile(r"学号|学籍|工号|考号|考生号|准考证|报名号|教工号|职工号|一卡通号|校园卡")),
    (PersonalData.EMAIL, re.compile(r"邮箱|电邮|电子邮件|E-?MAIL")),
    (PersonalData.CHAT_ID, re.compile(r"微信|QQ|钉钉")),
    (None, re.compile(r"家长(?!代表|委员|会)|监护|父亲|母亲|父母|爸爸|妈妈|配偶|家庭成员|亲属|联系人|曾用名")),
)  # fmt: skip
"""Wider than what the finder takes a heading for: a column too many that is left out is told, one too few is not."""
_NAMES = frozenset("学生 受助学生 申请人 拟聘人员 拟录取学生 考生".split())
_ALLOWED = frozenset(
    "学院 学院名称 所在学院 所在院系 院系名称 院部 系部 所在年级 年级班级 年级/班级 年级、班级 班级名称 专业名称 所学专业 就读专业 所在部门".split()
)
"""Other words for what `privacy.headings` allows."""
_OTHERS = frozenset(
    "性别 民族 籍贯 年龄 政治面貌 职务 职称 学历 学位 备注 说明 奖项 奖项名称 获奖等级 等级 等次 名次 金额 资助金额 标准 资助标准 资助档次 档次 困难等级 认定等级 成绩 分数 总分 得分 排名 "
    "原因 事由 理由 时间 日期 类别 类型 项目 项目名称 岗位 岗位名称 任教学科 学科 指导教师 指导老师 班主任 课程 赛事 比赛名称 荣誉称号 称号 级别 数量 人数 单价 合计 签名 签字 学生类别 健康状况 特长".split()
)


def heading_of(written: str, rules: Rules) -> Heading:
    """The heading that a cell may be; role NONE where it is none that is known."""
    return _heading(written, rules.own_headings) if len(written) <= 60 else Heading(written, Role.NONE)


@lru_cache(maxsize=4096)
def _heading(written: str, own: frozenset[str]) -> Heading:
    text = plain_heading(written)
    told = re.sub(r"\s+", "", written).strip("*_`:：")
    if not text or len(text) > _LONGEST or sum(character.isdecimal() for character in text) > 3:
        return Heading(told, Role.NONE)
    kind = _personal_kind(text)
    if kind and not (text in own and kind[0] in (PersonalData.SCHOOL_NUMBER, None)):
        return Heading(told, Role.PERSONAL, kind[0])
    if headings.is_name_heading(told) or text in _NAMES or text.endswith("姓名"):
        return Heading(told, Role.NAME)
    if headings.is_allowed(headings.heading(told)) or text in _ALLOWED or text in own:
        return Heading(told, Role.ALLOWED)
    return Heading(told, Role.OTHER if text in _OTHERS or _OFFICES.search(text) else Role.NONE)


def _personal_kind(text: str) -> tuple[PersonalData | None] | None:
    if _OFFICES.search(text):
        return None
    kind = headings.kind_of(text)
    return (kind,) if kind else next(((kind,) for kind, words in _PERSONAL if words.search(text)), None)
