"""SARIF for GitHub's code scanning and for editors.

Sources of the format: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub, "SARIF support
for code scanning", for what is read of it. Braces and brackets of a text stand as they are: nothing is filled in where
a message has no arguments, and clerks copy them into their files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from disclosure.errors.explained import explanation_markdown, explanation_text
from disclosure.errors.explanation import Explanation
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.formats.fingerprints import fingerprints
from disclosure.errors.formats.visible import with_remedy
from disclosure.errors.problem import Problem, Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note", Severity.OFF: "none"}
_ROOT = "%SRCROOT%"
_FINGERPRINT = "disclosureProblem/v1"
_HOST_FINGERPRINT = "primaryLocationLineHash"
"""The one that GitHub reads. Its own upload action computes it from the line, but leaves out results without one."""


def as_sarif(problems: Sequence[Problem]) -> str:
    """One run with every rule, whether or not it was broken, so that the rules of two runs can be compared."""
    from importlib.metadata import version  # takes longer to load than all other formats together

    driver = {
        "name": "disclosure",
        "semanticVersion": version("school-disclosure"),
        "rules": [_rule(one) for one in EXPLANATIONS.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "学校的文件夹，里面有 mkdocs.yml 和 data/"}}},
        "results": [_result(one, name) for one, name in zip(problems, fingerprints(problems), strict=True)],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(one: Explanation) -> dict[str, Any]:
    return {
        "id": one.code,
        "name": one.title,
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": one.why},
        "help": {"text": explanation_text(one), "markdown": explanation_markdown(one)},
        "defaultConfiguration": {"level": _LEVEL[one.severity]},
    }


def _result(one: Problem, fingerprint: str) -> dict[str, Any]:
    file = {"uri": quote(str(one.path), errors="replace"), "uriBaseId": _ROOT}
    place: dict[str, Any] = {"artifactLocation": file}
    known_by = {_FINGERPRINT: fingerprint}
    if one.line:
        place["region"] = {"startLine": one.line}
    else:
        known_by[_HOST_FINGERPRINT] = fingerprint
    return {
        "ruleId": one.code,
        "ruleIndex": list(EXPLANATIONS).index(one.code),
        "level": _LEVEL[one.severity],
        "message": {"text": with_remedy(one.message, one.hint)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": known_by,
    }
