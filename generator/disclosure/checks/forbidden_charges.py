"""F102: what schools may not charge for as a service or on behalf of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_NOT_CHARGED = re.compile(r"免|不收|不得|不再|停收|停止|取消|退")
"""Words of a line that tells of a charge which is not made, or is paid back."""


def check_forbidden_charges(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """禁收项目 of the catalogue (发改委、教育部 2010, requirements B6) in the names of charges, not in bodies."""
    words = library.catalogue.forbidden_charges
    for record in examined(library, today):
        for line in record.fees:
            word = next((word for word in words if word in line.name), "")
            if word and not line.is_free and not _NOT_CHARGED.search(line.name):
                yield at(
                    record, "fees", "F102", f"「{line.name}」（{line.standard}）：{word}不得列为服务性收费和代收费",
                    "删掉这一项，从公用经费里开支；当地另有规定的，改 data/catalogue.yml，例如 禁收项目: [讲义, 试卷]",
                    line=line.line,
                )  # fmt: skip
