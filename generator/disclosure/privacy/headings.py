"""Headings of tables of persons: which hold names, which may stand in a public list, which hold personal data."""

from __future__ import annotations

import re

from disclosure.domain.personal_data import PersonalData

_NAMES = re.compile(
    r"(?:学生|考生|幼儿|儿童|教师|教工|职工|员工|获奖|受助|当事人|被推荐|候选)?(?:姓名|名字)|姓\s*名|(?:获奖|受助)(?:学生|者|人)|Name",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"序号?|编号|No\.?|姓名|学校|(?:毕业|原|所在|就读)?学校(?:名称)?|院系|系别?|部门|科室|处室|年级|(?:所在)?班级?|班别|专业|组别?"
)
"""What a public list of persons may tell: name, school, department, grade, class, major (教财厅函〔2017〕28号), and a number
of its own for every line."""
_KINDS = (
    (PersonalData.ID_NUMBER, re.compile(r"身份证(?:件)?(?:号码|号)?|公民身份号码|证件号码?|身份号码")),
    (
        PersonalData.BANK_CARD,
        re.compile(r"(?:银行)?卡号|银行卡(?:号码|号)?|(?:银行|工资|收款)?[账帐][号户](?:号码)?|存折号"),
    ),
    (
        PersonalData.SCHOOL_NUMBER,
        re.compile(
            r"(?:全国)?学籍(?:辅|主)?号|学号|工号|教职工号|教工号|职工号|员工号|(?:准)?考(?:证|生)?号|准考证(?:号码|号)?|学生证号|校园卡号|考生号"
        ),
    ),
    (
        PersonalData.ADDRESS,
        re.compile(r"(?:家庭|户籍|居住|现居住?|通讯|联系|详细|常住)*(?:住址|地址)|现住址|户籍所在地|家庭居住地"),
    ),
    (PersonalData.BIRTH_DATE, re.compile(r"出生(?:日期|年月日|年月|时间)|生日")),
    (
        PersonalData.PASSPORT,
        re.compile(r"(?:普通|因私)?护照(?:号码|号)?|.{0,6}通行证(?:号码|号)?|台胞证号?|回乡证号?|居留证号?"),
    ),
    (PersonalData.HOUSEHOLD, re.compile(r"户口(?:簿|本)?(?:编|户)?(?:号码|号)|户号|户籍号")),
    (PersonalData.CHAT_ID, re.compile(r"(?:本人|家长)?(?:微信|QQ|wechat)(?:号码|号|ID)?", re.IGNORECASE)),
)
_PARTS = re.compile("[/、或]")
_NOISE = re.compile(r"[\s*`_]|[（(\[【].*?[）)\]】]")


def heading(written: str) -> str:
    """A heading without blanks, emphasis and remarks in brackets."""
    return _NOISE.sub("", written)


def is_name_heading(text: str) -> bool:
    """Whether a heading is that of a column of names."""
    return _NAMES.fullmatch(text) is not None


def is_allowed(text: str) -> bool:
    """Whether a public list may have a column of this heading; empty ones say nothing."""
    return not text or is_name_heading(text) or _ALLOWED.fullmatch(text) is not None


def kind_of(text: str) -> PersonalData | None:
    """The kind of personal data that a heading announces (`学号/工号`: the first), None for all others."""
    return next((kind for part in _PARTS.split(text) for kind, pattern in _KINDS if pattern.fullmatch(part)), None)
