"""What a notice says of itself, guessed from its text. Each guess is marked 待核 in the draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from disclosure.importing.converted import Converted
from disclosure.importing.days import DAY, day_after, days_in
from disclosure.importing.money import amount_in

_KINDS = "通知|公告|公示|决定|办法|方案|报告|规定|细则|制度|意见|纪要|清单|名单|预算|决算|结果|计划|总结|章程|简章|通报|说明|一览表|汇总表|登记表|表|函|规程|公约|预案|职责|流程|指南"
_IS_TITLE = re.compile(rf"(关于.+|.*(?:{_KINDS}))(?:（[^）]{{1,12}}）|\([^)]{{1,12}}\))?$")
_ENDS_TITLE = re.compile(rf"(?:{_KINDS})(?:（[^）]{{1,12}}）)?$")
_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,14})\s*[〔\[（(【﹝]\s*((?:19|20)\d{2})\s*[〕\]）)】﹞]\s*第?\s*(\d{1,4})\s*号"
)
_PERIOD = re.compile(rf"公示(?:时间|日期|期限|期)?\s*(?:为|是|自|从|定于|[：:])*\s*(?:自|从)?\s*(?={DAY})")
_SPAN = re.compile(
    r"公示(?:期|时间|期限)?\s*(?:为|是|[：:])?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(个?工作日|天|日)"
)
_TO = re.compile(r"\s*(?:\([^)]*\)|（[^）]*）)?\s*(?:起|开始)?\s*(?:至|到|—+|-+|~|～|–|－)\s*")
_LABEL = re.compile(r"(?:责任部门|发布部门|发布单位|承办部门|主办部门|发布机构|科室)\s*[:：]\s*([\u4e00-\u9fff]{2,15})")
_NUMERALS = "〇一二三四五六七八九"
_LONGEST = 80
_TAIL = 8
"""Last lines in which a signature stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guesses:
    """Empty where nothing was found."""

    title: str = ""
    formed: date | None = None
    published: date | None = None
    begins: date | None = None
    """First day of the notice period."""
    expires: date | None = None
    span: str = ""
    document_number: str = ""
    amount: str = ""
    department: str = ""


def guess(converted: Converted, *, stem: str, school: str, departments: Collection[str]) -> Guesses:
    """Everything that can be told from title, text and what the file says of itself.

    Args:
        stem: the file's name without its extension; the title where nothing better is found.
        school: the school's name, which a signature begins with.
        departments: names of departments that are known.
    """
    lines = [plain_line(line) for line in converted.body.split("\n") if plain_line(line)]
    text = "\n".join(lines)
    facts = converted.facts
    begins, expires = _period(text)
    return Guesses(
        title=(facts.title or _title(lines) or " ".join(stem.split()))[:_LONGEST],
        formed=_signed(lines) or facts.published or facts.made,
        published=facts.published, begins=begins, expires=expires, span="" if expires else _span(text),
        document_number=_own_number([facts.document_number, *lines[:8]]),
        amount=amount_in(converted.body),
        department=_department([facts.department, *lines], school, departments),
    )  # fmt: skip


def plain_line(line: str) -> str:
    """A line of Markdown as its reader sees it."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|^\s*#{1,6}\s+|\*\*|\\(?=[\W_])", "", line)
    return unicodedata.normalize("NFC", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).strip(" \t\u3000\\"))


def _title(lines: list[str]) -> str:
    """The first line that reads like one, with the one before it that it goes on from; else the first short line."""
    for line, following in zip(lines[:8], [*lines[1:8], ""], strict=False):
        goes_on = "关于" in line and not _ENDS_TITLE.search(line) and len(line) < 40
        if goes_on and _IS_TITLE.fullmatch(line + following) and len(following) < 40:
            return line + following
        if len(line) <= _LONGEST and not line.endswith(("。", "；", "：", ":")) and _IS_TITLE.fullmatch(line):
            return line
    first = lines[0] if lines else ""
    is_short = (
        3 < len(first) <= 40
        and not first.endswith(("。", "；", "：", ":", "，"))
        and not first.startswith(("|", "-", "“"))
    )
    return first if is_short and not _NUMBER.search(first) else ""


def _own_number(lines: list[str]) -> str:
    """A number that stands alone in a line: those within sentences are of other documents."""
    for line in lines:
        match = _NUMBER.search(line)
        if match and len(line.strip("（）()〔〕")) - len(match[0]) <= 2 and not line.endswith(("。", "；")):
            return f"{match[1]}〔{match[2]}〕{int(match[3])}号"
    return ""


def _signed(lines: list[str]) -> date | None:
    """落款: the last line that is nothing but a day, or ends with one behind a short name."""
    for line in reversed(lines[-_TAIL:]):
        found = list(days_in(line))
        if (
            found
            and len(line) - (found[-1].end - found[-1].start) <= 20
            and found[-1].end >= len(line) - 2
            and "公示" not in line
        ):
            return found[-1].day
    return None


def _period(text: str) -> tuple[date | None, date | None]:
    for match in _PERIOD.finditer(text):
        first = next(days_in(text[match.end() : match.end() + 24]), None)
        if first is None:
            continue
        to = _TO.match(text, match.end() + first.end)
        last = day_after(text, to.end(), first.day) if to else None
        if last and last >= first.day:
            return first.day, last
    return None, None


def _span(text: str) -> str:
    match = _SPAN.search(text)
    if not match:
        return ""
    number = int(match[1]) if match[1].isdecimal() else _small(match[1])
    return f"{number}{'个工作日' if '工作日' in match[2] else '天'}" if number else ""


def _small(written: str) -> int:
    front, ten, back = written.partition("十")
    if not ten:
        return _NUMERALS.find(written) if len(written) == 1 else 0
    return 10 * (_NUMERALS.find(front) if front else 1) + (_NUMERALS.find(back) if back else 0)


def _department(lines: list[str], school: str, departments: Collection[str]) -> str:
    """A label, else a signature without the school's name, else a known name in the last lines."""
    if lines[0]:
        own = lines[0].replace(school, "").strip()
        if own in departments or own.endswith(("处", "室", "科", "部", "会", "组", "中心", "办")):
            return own
    if found := _LABEL.search("\n".join(lines)):
        return found[1].replace(school, "") or found[1]
    for line in reversed(lines[-_TAIL:]):
        own = re.sub(DAY, "", line).replace(school, "").strip()
        if own in departments or (
            len(own) <= 12 and re.fullmatch(r"[\u4e00-\u9fff]{2,10}(?:处|办公室|科|中心|委员会|工会|团委)", own)
        ):
            return own
    return ""
