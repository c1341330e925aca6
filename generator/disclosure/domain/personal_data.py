"""Personal data as it was seen in a record's files: what, where, and what has been agreed about it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from disclosure.domain.vocabulary import Word


class PersonalData(Word):
    """A kind of data that says who somebody is, how to reach them or where they live (PIPL art. 4, 28; GB/T 35273)."""

    ID_NUMBER = "身份证号"
    BANK_CARD = "银行卡号"
    MOBILE = "手机号码"
    PASSPORT = "护照或通行证号码"
    HOUSEHOLD = "户口簿号码"
    BIRTH_DATE = "出生日期"
    ADDRESS = "家庭住址"
    SCHOOL_NUMBER = "学号或工号"
    EMAIL = "电子邮箱"
    CHAT_ID = "微信号或QQ号"
    FRAGMENT = "打码的号码"
    AUTHOR = "文件作者"
    LOCATION = "拍摄地点"
    UNREAD = "没有检查的内容"
    """Not data itself: a part of a file that nobody could look into."""


class Sighting(NamedTuple):
    """One value in one place."""

    kind: PersonalData
    value: str
    """Without the blanks, hyphens and full-width digits it was written with. Of UNREAD: why it could not be read."""
    line: int = 0
    """Of the Markdown file; 0 in an attachment or a file name."""
    place: str = ""
    """Within an attachment: `工作表「一班」B3`, `第2页`; '' where the file is meant."""
    name: str = ""
    """The person's name beside it, '' where there is none."""


class NameTable(NamedTuple):
    """A table of persons: what is told of them."""

    headings: tuple[str, ...]
    names: tuple[str, ...]
    """In the order of the table."""
    line: int = 0
    place: str = ""


class Waiver(NamedTuple):
    """隐私核准: somebody has decided that one value may be public."""

    digest: str
    """`value_digest` of the value."""
    reason: str
    approved_by: str
    day: date
    line: int = 0
