"""Problems in the words people and machines read: one line of text, an annotation of a pull request, JSON."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence

from disclosure.errors.problem import Problem, Severity

_LOG_LEVEL = {
    Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.HINT: logging.INFO, Severity.OFF: logging.DEBUG,
}  # fmt: skip
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice", Severity.OFF: "debug"}


def place_of(problem: Problem) -> str:
    """`data/records/a.md:3`, without a line where the whole file is meant."""
    return f"{problem.path}:{problem.line}" if problem.line else str(problem.path)


def text_of(problem: Problem) -> str:
    """Place, weight, code and message; below it how to mend it."""
    hint = "\n    怎么改：" + problem.hint.replace("\n", "\n        ") if problem.hint else ""
    return f"{place_of(problem)}: {problem.severity.label} {problem.code} {problem.message}{hint}"


def as_text(problems: Sequence[Problem]) -> str:
    """All problems for a terminal, with a count at the end."""
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    told = "，".join(f"{count} 个{severity.label}" for severity, count in counts.items() if count)
    summary = f"共 {told}。用 disclosure explain 代码 看说明。" if told else "没有问题。"
    return "\n".join([*(text_of(problem) for problem in problems), summary])


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands: GitHub, Gitea and Forgejo show them beside the line of the pull request."""
    return "\n".join(
        f"::{_GITHUB_LEVEL[p.severity]} file={_property(str(p.path))},line={p.line or 1},title={p.code}::"
        + _data(f"{p.message}\n{p.hint}".strip())
        for p in problems
    )


def as_json(problems: Sequence[Problem]) -> str:
    """One list of `{code, severity, path, line, message, hint}`."""
    rows = [
        {
            "code": p.code, "severity": p.severity.value, "path": str(p.path),
            "line": p.line, "message": p.message, "hint": p.hint,
        }
        for p in problems
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=2)


def log(problems: Iterable[Problem]) -> None:
    """Tell every problem the way MkDocs tells its own, under the name of its plugin."""
    logger = logging.getLogger("mkdocs.plugins.disclosure")
    for one in problems:
        logger.log(_LOG_LEVEL[one.severity], text_of(one))


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": as_text, "github": as_github, "json": as_json}
"""By the name that `--format` takes."""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
