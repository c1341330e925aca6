"""The rules of `privacy/` for the page 写记录: the very patterns and words that the checks use, so that both say the same.

What is done with them is written a second time, in `assets/compose_privacy*.js`; `tests/browser/test_compose_privacy.py` runs the
same texts through both.
"""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

from disclosure.domain.personal_data import PersonalData
from disclosure.editing.compose.patterns import to_javascript


def privacy_rules() -> dict[str, Any]:
    """`patterns` by module and name (`context.THINGS`), and the tables of kinds, labels, shapes and words."""
    from disclosure.privacy import (  # a tenth of a second to load
        addresses,
        births,
        cards,
        context,
        digits,
        emails,
        headings,
        identity,
        labelled,
        markup,
        names,
        numbers,
        phones,
        tables,
        telephones,
    )

    modules = (
        addresses, births, cards, context, digits, emails, headings, labelled, markup, names, numbers, phones, tables, telephones,
    )  # fmt: skip
    return {
        "patterns": {name: source for module in modules for name, source in _patterns(module)},
        "kinds": {kind.name: kind.label for kind in PersonalData},
        "headings": [[kind.name, to_javascript(pattern)] for kind, pattern in headings._KINDS],
        "labels": [
            {"kind": one.kind.name, "words": one.words, "patterns": [to_javascript(p) for p in one.patterns]}
            for one in labelled._LABELS
        ],
        "shapes": [[length, to_javascript(shape)] for length, shape in numbers._SHAPES.items()],
        "separator": to_javascript(re.compile(digits._SEPARATOR)),
        "provinces": sorted(identity._PROVINCES),
        "words": sorted(names._WORDS),
        "splits": [[*sizes] for sizes in sorted(telephones._PLAIN)],
        "calledSplits": [[*sizes] for sizes in sorted(telephones._CALLED)],
        "addressWords": addresses.WORDS,
        "birthWords": births.WORDS,
    }


def _patterns(module: ModuleType) -> list[tuple[str, str]]:
    short = module.__name__.rpartition(".")[2]
    return [
        (f"{short}.{name.strip('_')}", to_javascript(value))
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]
