"""The front-matter keys of a record (design §4): the one table that reading, `new` and the reference share."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from disclosure.domain.record import Change, FeeLine, Filing, SignOff, Withdrawal
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.reading import values
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Mapping, Node, Scalar, Unreadable

_ID = re.compile(r"[0-9A-Za-z]+(-[0-9A-Za-z]+)*")
LONGEST_ID = 40


def _record_id(node: Node) -> str:
    written = values.text(node)
    if not _ID.fullmatch(written) or len(written) > LONGEST_ID:
        raise Unreadable(f"「{written}」不能作编号(只用数字、字母和短横)", line=node.line, example="2026-0012")
    return written


def _audience(node: Node) -> frozenset[Audience]:
    listed = values.words(node)
    try:
        return frozenset(Audience(word) for word in listed)
    except ValueError:
        raise Unreadable(f"「{'、'.join(listed)}」不是公开范围", line=node.line, example="社会、家长、教职工 中的一个或几个") from None


def _attachment_file(node: Node) -> tuple[str, str]:
    """A listed file: a bare name, or a mapping with a title. Returns file and title."""
    if isinstance(node, Scalar):
        return values.text(node), ""
    found = values.mapping(node)
    unknown = [key for key in found.values if key not in ("file", "文件", "title", "名称", "标题")]
    if unknown:
        raise Unreadable(f"没有「{unknown[0]}」这个键", line=node.line)
    file = found.values.get("文件") or found.values.get("file")
    if file is None:
        raise Unreadable("缺少「文件」", line=node.line)
    title = found.values.get("名称") or found.values.get("标题") or found.values.get("title")
    return values.text(file), values.text(title) if title else ""


def _standard(node: Node) -> tuple[str, Decimal | None]:
    written = values.text(node)
    try:
        return written, values.amount(node)
    except Unreadable:
        return written, None


def _fee_line(found: dict[str, Any], line: int) -> FeeLine:
    standard, amount = found.pop("standard")
    return FeeLine(standard=standard, amount=amount, **found)


SIGN_OFF = Form("审签", (
    Key("role", "角色", values.text, "监督小组", "以什么身份审签。", required=True),
    Key("name", "姓名", values.text, "顾某某", "审签人姓名。", required=True),
    Key("date", "日期", values.day, "2026-08-28", "审签的日期。", required=True),
))  # fmt: skip
