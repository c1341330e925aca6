"""Days of birth: beside a person, or behind a label that says so. Days by which schools admit children are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.digits import compact
from disclosure.privacy.match import Match

_NUMERAL = "[一二三四五六七八九十]{1,3}"
DAY = (
    r"(?:(?:19|20)\d\d(?:\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月\s{0,2}\d{1,2}(?:\s{0,2}[日号])?|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))"
    rf"|[一二][〇零Ｏ九][〇零一二三四五六七八九]{{2}}年{_NUMERAL}月{_NUMERAL}日|\d\d/\d\d/(?:19|20)\d\d)"
)
"""A whole day: of cadres, year and month of birth are published by rule."""
WHOLE_DAY = re.compile(DAY)
WORDS = ("生", "birth", "Birth", "DOB", "csrq", "男", "女")
_GAP = r"[\s*_`】\])）\"'”=:：|（(【\[“为是由]{0,6}"
_BORN = re.compile(
    rf"({DAY})\s?(?:出\s?)?生(?![病效产成活日活源肖物态])(?!地|医学|证|缺陷|率)|(?<![医考学先师产诞发新招])生于\s?({DAY})|出生于\s?({DAY})"
)
_LABELLED = re.compile(
    rf"(?:出生(?:日期|年月日|年月|时间)?|(?<!庆)生日|[Dd]ate [Oo]f [Bb]irth|DOB|[Bb]irth_?(?:day|date)|csrq){_GAP}({DAY})"
)
_OF_A_SEX = re.compile(
    rf"[\u4e00-\u9fff·]{{2,15}}[\s,，、(（]{{1,3}}[男女][\s,，、]{{1,3}}({DAY})(?=\s*(?:[,，、;；)）。|]|\s[\u4e00-\u9fff]|出?生|\Z))"
)
_RANGE_BEHIND = re.compile(
    r"\s{0,2}[（(]?(?:含[^)）\n]{0,6}[)）])?\s{0,2}(?:以前|之前|前|以后(?!即)|之后|后(?!即)|起|止|至(?!今)|到(?!校)|[-—–~～]\s?(?=\d|[一二]))"
)
_RANGE_IN_FRONT = re.compile(r"(?:至|到|—|–|-|~|～|介于|[1-9]日前?、)\s{0,2}\Z")
_ADMISSION = re.compile(r"招收|招生|报名|年满|周岁|适龄|入园|入学年龄|校庆|建校|成立|节日|纪念")
_OF_CHILDREN = re.compile(r"\s{0,2}的(?!\u201c)")


def find_births(text: str) -> Iterator[Match]:
    """Every day of birth of a person."""
    if not any(word in text for word in WORDS):
        return
    for pattern in (_LABELLED, _BORN, _OF_A_SEX):
        for match in pattern.finditer(text):
            if not _is_a_rule(text, match):
                group = match.lastindex or 1
                yield Match(PersonalData.BIRTH_DATE, compact(match[group]), *match.span(group))


def _is_a_rule(text: str, match: re.Match[str]) -> bool:
    """Whether the day is the end of a range or part of a rule about children in general."""
    start, end = match.span(match.lastindex or 1)
    front = text[max(0, start - 30) : start].rpartition("\n")[2].rpartition("。")[2]
    behind = text[end : end + 12]
    born = match.end() if match.end() > end else end
    return bool(
        _RANGE_BEHIND.match(behind)
        or (born > end and (_RANGE_BEHIND.match(text, born) or _OF_CHILDREN.match(text, born)))
        or _RANGE_IN_FRONT.search(front)
        or _ADMISSION.search(front)
    )
