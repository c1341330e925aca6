"""Numbers that only their label makes personal: papers, household registers, student and staff numbers, chat ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.digits import compact
from disclosure.privacy.identity import is_id_number
from disclosure.privacy.match import Match

_GAP = r"[\s*_`】\])）\"'”=:：|（(【\[“{]{0,6}(?:为|是)?[:：\s]{0,2}"
_NUMBER = r"(?:号码|编号|号|[Nn][Oo]\.?|ID|id)?"
_PAPER = r"(?:护照|[Pp]assport|(?<!车辆)(?<!临时)(?<!出入)(?<!停车)通行证|台胞证|回乡证|居留(?:身份)?证|居留许可|军官证|士兵证|警官证|海员证|居住证)"


class _Label(NamedTuple):
    kind: PersonalData
    words: tuple[str, ...]
    """One of these stands in the text, or there is nothing to look for."""
    patterns: tuple[re.Pattern[str], ...]
    """Their first group is the value."""


_LABELS = (
    _Label(PersonalData.PASSPORT, ("护照", "assport", "行证", "胞证", "乡证", "居留", "官证", "兵证", "员证", "住证"), (
        re.compile(rf"{_PAPER}(?:证件)?[^\n0-9A-Za-z]{{0,12}}(?:_?\{{?[Nn][Oo][.:：]{{0,2}}\s?)?[:：=（(]?"
                   r"((?:[A-Za-z]{1,3}\s?|[军武南北空海]?字?第?)\d{6,15}(?:\(\d\))?|\d{8,12}(?!\d))(?![-—–~～至]\s?\d)"),
        re.compile(r"(?<![A-Za-z0-9])([EGDSPKegdspk][A-Za-z]?\d{7,8})(?!\d)\s?号?(?:的|普通|公务|因私|因公)?护照"),
    )),
    _Label(PersonalData.HOUSEHOLD, ("户口", "户号", "户籍", "户簿", "户编"), (
        re.compile(rf"(?<![电水气用客账商开缴频费表燃门农])(?:户口[簿薄本]|户籍簿|户口|户籍|户簿|户)(?:编|户)?(?:号码|编号|号){_GAP}"
                   r"(?:No\.?\s{0,2})?([A-Za-z]?\d{6,16})(?!\d)(?!\s{0,2}[（(]?(?:用水|用电|用气|学校))"),
    )),
    _Label(PersonalData.SCHOOL_NUMBER, ("学号", "籍号", "辅号", "工号", "考号", "考证", "生号", "生证", "校园卡", "工编号", "师编号", "tudent"), (
        re.compile(rf"(?:(?<![开文同])学号|学籍号|学籍辅号|教职工号|教工号|职工号|员工号|(?<![施竣手])工号|准考证|考生号|(?<![参备])考号|学生证|校园卡|(?:员工|教工|教师|职工)编号"
                   rf"|[Ss]tudent[ _]?(?:[Ii][Dd]|[Nn]o\.?)){_NUMBER}{_GAP}([A-Za-z]{{0,3}}\d{{4,20}}(?:[ -]\d{{3,6}})?[A-Za-z]?)"
                   r"(?![\d*＊×年月元级届人]|\s?位|\s?[-—–~～至到]\s?\d)"),
    )),
    _Label(PersonalData.CHAT_ID, ("微信", "薇信", "weixin", "扣扣", "QQ", "qq", "Qq", "Q Q", "vx", "VX", "Vx", "vX", "wx", "WX", "Wx", "hat", "v信", "V信", "加V"), (
        re.compile(r"(?<!企业)(?<!官方)(?<!学校)(?<!公众)(?:微信|薇信|weixin|wechat|vx|wx|v信|(?<=加)V(?=[:：]))\s?(?:_?id|号码|号|联系)?[\s*_`】\])）\"'”=:：|（(【\[“]{0,5}(?:为|是|加)?[:：\s]{0,2}"
                   r"(?!公众|群|小程序|支付|扫)([A-Za-z][A-Za-z0-9_\-]{5,19}|1\d{10})(?![\w.@-])", re.IGNORECASE),
        re.compile(r"(?<!企业)(?<!官方)(?<!班级)(?:Q ?Q|扣扣)(?:/微信)?(?:号码|号|联系)?[\s*_`】\])）\"'”=:：|（(【\[“]{0,5}(?:为|是|加)?[:：\s]{0,2}([1-9]\d{4,10}|[1-9]\d{2}(?: \d{3}){2})(?![\d级届年])"
                   r"|wpa\.qq\.com/[^\s]{0,40}uin=(\d{5,11})", re.IGNORECASE),
    )),
)  # fmt: skip
_DISABILITY = re.compile(r"残疾人?证(?:号码|号)?[\s:：为是]{0,4}(\d{17}[\dXx])\d{2}(?!\d)")
"""The number of a disability certificate is the holder's ID number and two digits more."""
_ID_WORDS = ("身份证", "证件号", "身份号")
_LOOSE_ID = re.compile(
    r"(?:身份证|证件|身份)(?:号码|号)?[^0-9\n]{0,6}?([(（]?\d(?:[\s/|，,、()（）\[\]·.\-—_*~]{0,3}(?:后四位)?[\dXx×xхХ✕]){14,17})(?!\d)"
)
"""Behind its label an ID number is told by its check digit, whatever stands between the digits."""


def find_labelled(text: str) -> Iterator[Match]:
    """Every value that stands behind its label."""
    for label in _LABELS:
        if any(word in text for word in label.words):
            for pattern in label.patterns:
                yield from (_match(label.kind, match) for match in pattern.finditer(text))
    if any(word in text for word in _ID_WORDS):
        yield from _loose_ids(text)
    if "残疾" in text:
        yield from (_match(PersonalData.ID_NUMBER, match) for match in _DISABILITY.finditer(text))


def _loose_ids(text: str) -> Iterator[Match]:
    for match in _LOOSE_ID.finditer(text):
        value = re.sub(r"[^0-9X]", "", re.sub("[x×хХ✕]", "X", compact(match[1])))
        if is_id_number(value):
            yield Match(PersonalData.ID_NUMBER, value, *match.span(1))


def _match(kind: PersonalData, match: re.Match[str]) -> Match:
    group = match.lastindex or 1
    written = match[group].strip()
    return Match(kind, written if kind is PersonalData.CHAT_ID else compact(written), *match.span(group))
