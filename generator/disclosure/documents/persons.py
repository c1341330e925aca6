"""Whether what a program noted as an author is a person."""

from __future__ import annotations

import re

from disclosure.documents.passage import Part, Passage

_NOBODY = frozenset(
    """
    python-docx python-pptx openpyxl fpdf fpdf2 pypdf reportlab pillow poi apache docx4j libreoffice openoffice wps
    wps文字 wps表格 wps演示 word excel powerpoint acrobat photoshop
    administrator administrators admin admin1 user user1 users owner author guest root test tester unknown anonymous none null
    default pc my computer lenovo asus acer dell hp huawei xiaomi thinkpad apple mac macbook iphone china
    作者 用户 微软用户 微软中国 微软系统 管理员 系统管理员 匿名 匿名用户 未知 佚名 无 本人 默认 雨林木风 深度技术 番茄花园 电脑公司
    """.split()
)
_PROGRAM = re.compile(
    r"microsoft|windows|adobe|\bwps\b|kingsoft|apache|libreoffice|openoffice|foxit|chromium|skia|"
    r"^(desktop|laptop|pc|win|user|admin|lenovo|dell|hp|asus|computer)([-_ ].*|[0-9].*)?$|"
    r"^(xp|7|8|10|11)$|https?:|^[\W\d_]*$"
)
_BODY = re.compile(
    r"(学校|中学|小学|大学|学院|幼儿园|高中|初中|附中|附小|分校|校区|局|委员会|办公室|公司|集团|"
    r"(教务|总务|德育|政教|学生|人事|财务|后勤|教研|教科|党务|组织|宣传|基建|信息|电教|招生)(处|科|室|部|组|中心|办))$"
)


def by_author(place: str, name: str) -> Passage:
    """A noted author: a person's name, or else text like any other, such as the names that programs give themselves."""
    return Passage(place, name, Part.AUTHOR if is_person(name) else Part.TEXT)


def is_person(name: str) -> bool:
    """Whether an author is more than a program, a computer as it was bought, or a school as a whole."""
    plain = name.strip().lower()
    return bool(plain) and plain not in _NOBODY and not _PROGRAM.search(plain) and not _BODY.search(plain)
