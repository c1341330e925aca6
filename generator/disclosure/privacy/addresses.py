"""Where persons live. Offices, schools and suppliers have addresses, too: a label or a person tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.digits import compact
from disclosure.privacy.match import Match

WORDS = ("住", "址", "户籍", "户口所在", "坐落", "家在", "家（", "家(", "家，", "家,", "收，", "收,", "ddress")
_GAP = r"[\s*_`】\])）\"'”=:：|（(【\[“]{0,6}(?:为|是|在|于)?[:：\s]{0,2}"
_TEXT = r"[^\n|\t。；;<>]"
_UNIT = r"(?:\d{1,5}\s{0,2}(?:号楼|号(?!线|校车|车|楼以外)|室|幢|栋|弄|单元|组|巷|户|门|队|连)|[A-Za-z]?\d{0,3}座\s?\d{1,5}|\d{1,4}(?:[-－]\d{1,4}){1,3})"
_HOME = r"(?:\d{1,5}\s{0,2}(?:号楼|室|幢|栋|弄|单元|组|户|门)|村[^\n。；;]{0,16}?\d{1,4}\s{0,2}号|座\s?\d{1,5})"
_OWN = re.compile(
    r"(?:家庭(?:详细|通讯|居住|现)?(?:住址|地址)|现住址|居住地址|(?<!证明)住址|家住|现住(?!院)|现居住?(?:于|地)?|居住地|(?:常住|暂住|租住|租房|房产证?|房屋|户口|身份证)(?:户口)?(?:地址|所在地)"
    rf"|产权地址|居住证(?:上的)?地址|home_address|不动产坐落|房屋坐落|户籍(?:所在地|地址)?(?=[^\n]{{0,40}}{_UNIT})|户口所在地|暂住地|租住(?:于|在)|[Hh]ome address){_GAP}({_TEXT}{{0,40}}?{_UNIT}{_TEXT}{{0,24}})"
)
_AT_HOME = re.compile(
    rf"(?:家庭(?:住址|地址)|现住址)\s?[:：]\s?({_TEXT}{{2,30}}?(?:村|小区|苑|花园|新村|社区|家园|公寓)(?:[A-Z]座)?\d{{0,5}})\s*(?:$|[，,。；;|])",
    re.MULTILINE,
)
_SHARED = re.compile(
    rf"(?:通讯地址|通信地址|联系地址|收件地址|收货地址|寄送地址|邮寄地址|送达地址|住所|居住在|居住于|家在|[，,、\s（(]住(?:在|于)?|(?<![居常暂现家])住在|收[，,]|家[，,]|学生?家[（(]|[Aa]ddress){_GAP}({_TEXT}{{0,40}}?{_HOME}{_TEXT}{{0,24}})"
)
_NO_PLACE = re.compile(
    r"^(?:证明|派出所|教育局|变更|凭|须|应|的|与|和|或|以|需|在本|是否|一致|不)|证明|教育局|派出所|办理|的学生乘|校车|学区|服务范围"
)
_OFFICE = re.compile(r"学校|公司|中学|小学|幼儿园|局|办公|中心|大厦|委员会|医院")
_PERSON = re.compile(
    r"同学|学生|儿童|收\b|[（(]收|户主|乙方|房东|老师|父母|监护|务工|祖[父母]|外[公婆]|家访|孤儿|姓名|name|[\u4e00-\u9fff]{2,3}收(?:\W|$)|收件人"
)


def find_addresses(text: str) -> Iterator[Match]:
    """Every address of a home."""
    if not any(word in text for word in WORDS):
        return
    for pattern in (_OWN, _AT_HOME):
        for match in pattern.finditer(text):
            if not _NO_PLACE.search(match[1]):
                yield _match(match)
    for match in _SHARED.finditer(text):
        around = text[max(0, match.start() - 30) : match.end() + 40]
        if not _NO_PLACE.search(match[1]) and not _OFFICE.search(match[1]) and _PERSON.search(around):
            yield _match(match)


def _match(match: re.Match[str]) -> Match:
    return Match(PersonalData.ADDRESS, compact(match[1].strip(" *_`")), *match.span(1))
