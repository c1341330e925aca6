"""A name for each problem that stays when the lines above it change, so that hosts can tell new problems from old."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from disclosure.errors.problem import Problem

_LINE_NUMBER = re.compile(r"第 \d+ 行")


def without_lines(message: str) -> str:
    """A message that names another line of its file, without the number of that line."""
    return _LINE_NUMBER.sub("第 … 行", message)


def fingerprints(problems: Iterable[Problem]) -> list[str]:
    """One per problem, all different: file, code and message, and a count where one file has the same problem twice."""
    seen: Counter[tuple[str, str, str]] = Counter()
    names = []
    for one in problems:
        basis = (str(one.path), one.code, without_lines(one.message))
        seen[basis] += 1
        names.append(sha256("\0".join([*basis, str(seen[basis])]).encode(errors="surrogatepass")).hexdigest())
    return names
