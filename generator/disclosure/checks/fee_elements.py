"""F101: a charge is shown with all its elements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import FeeLine, Record
from disclosure.domain.school import Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_SCHOOL = PurePosixPath("data/school.yml")
_EXAMPLES = {
    "依据": "依据: 示例市学生餐管理办法",
    "批准机关或文号": "批准机关: 示例市教育局，文号: 示教〔2026〕8号",
    "范围": "范围: 自愿在校就餐的学生",
}


def check_fee_elements(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every line of every 收费 (《教育收费公示制度》, requirements A6, B6), and the hotlines beside it.

    Settlements repeat the lines of their standard, which has the elements. Project, standard and unit are asked for by
    reading. A hotline is asked for once, of the school: with it, every record has one.
    """
    phones = library.school.phones
    without_hotline = 0
    for record in examined(library, today):
        if not record.fees:
            continue
        item = library.catalogue.items.get(record.item)
        if not (item and item.settles):
            without_hotline += not record.hotline
            for line in record.fees:
                yield from _missing(record, line)
    if without_hotline and not (phones.supervision or phones.authority):
        yield problem(
            "F101", path=_SCHOOL, line=0, message=f"收费公示要有投诉电话，学校资料里没有，{without_hotline} 条收费记录自己也没有写",
            hint="在 data/school.yml 加上：电话: {监督: 0000-5550102}",
        )  # fmt: skip


def _missing(record: Record, line: FeeLine) -> Iterator[Problem]:
    if line.is_free:
        return
    given = {
        "依据": line.basis or line.document,
        "批准机关或文号": line.approved_by or line.document,
        "范围": line.scope,
    }
    if missing := [word for word, text in given.items() if not text]:
        yield at(
            record, "fees", "F101", f"「{line.name}」缺少{'、'.join(missing)}",
            "加上：" + "，".join(_EXAMPLES[word] for word in missing), line=line.line,
        )  # fmt: skip
