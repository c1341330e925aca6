"""Invented records, spread over eight years in the order in which they were published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bodies import make_body
from words import CHANNELS, COLUMNS, FEE_COLUMN, FEE_ITEM, FEES, KINDS, OFFICES, PLACES, STEPS, THINGS

FIRST_DAY, LAST_DAY = date(2018, 1, 8), date(2026, 1, 14)
"""When the first record was published, and the last: the day before the builds that are measured."""

_RUN = 40
"""Of so many records in a row, some belong together: the steps of one matter, or an old text and a new one."""
_FIRST_STEP, _OLD, _NEW = 5, 20, 33


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One record, before it is written for one generator or another."""

    id: str
    title: str
    column: str
    """Path of the column, such as `other/finance`."""
    summary: str
    published: date
    front_matter: str
    """Its lines in Chinese keys, without the lines of dashes."""
    body: str


def invent_records(count: int) -> Iterator[Invented]:
    """So many records; the same number gives the same records."""
    issued: Counter[int] = Counter()
    names: list[str] = []
    for number in range(count):
        published = FIRST_DAY + (LAST_DAY - FIRST_DAY) * number // max(count - 1, 1)
        issued[published.year] += 1
        names.append(f"{published.year}-{issued[published.year]:04}")
        yield _invent(number, names, published)


def _invent(number: int, names: list[str], published: date) -> Invented:
    random = Random(f"柳溪湾 {number}")
    column = FEE_COLUMN if number % 10 == 7 else _column(random, number)
    thing, place = random.choice(THINGS), random.choice(PLACES)
    step = _step(number)
    title = f"{place}{thing}{STEPS[step] if step is not None else random.choice(KINDS)}（{names[number]}）"
    summary = f"{published.month}月{place}的{thing}，办到哪一步、由谁负责，一并写明。"
    matter = [
        f"编号: {names[number]}",
        f"标题: {title}",
        *([f"事项: {FEE_ITEM}"] if number % 10 == 7 else [f"栏目: {COLUMNS[column]}"]),
        f"概述: {summary}",
        f"公布日期: {published}",
        *_life(random, published),
        f"公开范围: {random.choice(('社会', '社会', '[社会, 家长]', '[社会, 教职工]'))}",
        *_answerable(random, published),
        *(_fees(random) if number % 10 == 7 else []),
        *_ties(number, names),
    ]
    return Invented(
        id=names[number],
        title=title,
        column=column,
        summary=summary,
        published=published,
        front_matter="\n".join(matter) + "\n",
        body=make_body(random, number=number),
    )


def _column(random: Random, number: int) -> str:
    return "other/procurement" if _step(number) is not None else random.choice(list(COLUMNS))


def _step(number: int) -> int | None:
    step = number % _RUN - _FIRST_STEP
    return step // 3 if step in (0, 3, 6, 9) else None


def _life(random: Random, published: date) -> list[str]:
    days = random.choice((0, 45, 120, 365, 365, 1100))
    expires = published + timedelta(days=days) if days else "长期"
    return [f"截止日期: {expires}", f"到期处理: {random.choice(('横幅', '往期'))}"]


def _answerable(random: Random, published: date) -> list[str]:
    office, owner = random.choice(list(OFFICES.items()))
    return [
        f"责任部门: {office}",
        f"文号: 柳校〔{published.year}〕{random.randint(1, 160)}号",
        f"责任人: {owner}",
        f"公开渠道: {'、'.join(random.sample(CHANNELS, random.randint(1, 3)))}",
    ]


def _fees(random: Random) -> list[str]:
    lines = ["收费:"]
    for name, unit in random.sample(list(FEES.items()), random.randint(1, 4)):
        lines += [
            f"  - 项目: {name}",
            f"    标准: {random.randint(1, 600)}元",
            f"    计费单位: {unit}",
            "    依据: 示例市学校服务事项办法",
            "    批准机关: 示例市物价管理处",
            f"    文号: 示价〔{random.randint(2012, 2017)}〕{random.randint(1, 90)}号",
            "    范围: 自愿参加的学生",
            "    减免: 有困难的家庭可以申请免交",
        ]
    return lines


def _ties(number: int, names: list[str]) -> list[str]:
    step = _step(number)
    if step is not None:
        return [f"关联: 柳溪湾采购-{number // _RUN + 1}", f"环节: {STEPS[step]}"]
    if number % _RUN == _NEW:
        return [f"替代: {names[number - _NEW + _OLD]}"]
    return []
