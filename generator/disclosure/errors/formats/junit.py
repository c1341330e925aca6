"""JUnit XML for GitLab, Jenkins and whatever else reads test results.

Sources of the format: `junit-10.xsd` of jenkinsci/xunit-plugin; GitLab, "Unit test reports". GitLab takes the class
name of a case for its suite and drops cases of the same name; a `file` of a case would help it, but Jenkins forbids it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from disclosure.errors.formats.fingerprints import without_lines
from disclosure.errors.formats.visible import one_line, visible
from disclosure.errors.problem import Problem, Severity
from disclosure.errors.report import text_of


def as_junit(problems: Sequence[Problem]) -> str:
    """A suite per file, a case per problem: errors and warnings have failed, hints are told as skipped.

    Where nothing is wrong, one case has passed: an empty file would look like a check that never ran. Names have no
    line numbers, so that a problem is the same one after the lines above it have changed.
    """
    root = ElementTree.Element("testsuites", name="disclosure check")
    for path, found in groupby(problems, key=lambda one: str(one.path)):
        _suite(root, one_line(path), list(found))
    if not problems:
        passed = _element(root, "testsuite", name="disclosure check", tests="1", failures="0", errors="0", skipped="0")
        _element(passed, "testcase", classname="disclosure check", name="没有问题", time="0")
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written.decode()


def _suite(root: ElementTree.Element, path: str, problems: list[Problem]) -> None:
    skipped = sum(_is_skipped(one) for one in problems)
    counts = {"tests": len(problems), "failures": len(problems) - skipped, "errors": 0, "skipped": skipped}
    suite = _element(root, "testsuite", name=path, **{key: str(count) for key, count in counts.items()})
    seen: Counter[str] = Counter()
    for one in problems:
        name = one_line(f"{one.code} {without_lines(one.message)}")
        seen[name] += 1
        name += f"（第 {seen[name]} 处）" if seen[name] > 1 else ""
        case = _element(suite, "testcase", classname=path, name=name, time="0")
        outcome = "skipped" if _is_skipped(one) else "failure"
        told = _element(case, outcome, type=one.severity.value, message=one_line(one.message))
        told.text = visible(text_of(one))


def _is_skipped(one: Problem) -> bool:
    return one.severity in (Severity.HINT, Severity.OFF)


def _element(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)
