"""A form: a table of keys that reads a mapping and collects every problem instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from disclosure.reading.values import mapping

_EXAMPLE = "标题: 收费公示"
"""Where nothing better is known: one key and its value."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a file, in both languages. The reference pages are made from these."""

    name: str
    chinese: str
    read: Callable[[Node], Any]
    """Reads the value; raises Unreadable."""
    example: str
    about: str
    """Chinese sentence for the reference."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A key whose value is a mapping of its own, or a list of such mappings."""

    name: str
    chinese: str
    form: Form
    make: Callable[[dict[str, Any], int], Any]
    """Makes the value from what the form read and the line it stands on."""
    example: str
    about: str
    required: bool = False
    many: bool = False
    """A list; a single mapping stands for a list of one."""
    keyed: bool = False
    """A mapping from names of the author's choice to such mappings; the form reads each name as its `id`."""
    shorthand: str = ""
    """Key of the form that a bare text stands for."""


@dataclass(frozen=True, slots=True)
class Form:
    """The keys a mapping may have."""

    title: str
    keys: tuple[Key | Part, ...]
    spelled: dict[str, Key | Part] = field(init=False, repr=False, compare=False)
    """Keys by each of their two spellings."""

    @property
    def example(self) -> str:
        """A line that could stand in such a mapping."""
        return f"{self.keys[0].chinese}: {self.keys[0].example}"

    def __post_init__(self) -> None:
        spelled = {spelling: key for key in self.keys for spelling in (key.name, key.chinese)}
        object.__setattr__(self, "spelled", spelled)


@dataclass(slots=True, kw_only=True)
class Findings:
    """Problems of one file, as they are found."""

    path: PurePosixPath
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, line: int, message: str, hint: str) -> None:
        """Report a problem at a line of this file."""
        one_line = " ".join(message.split("\n"))
        self.problems.append(problem(code, path=self.path, line=line, message=one_line, hint=hint))

    def unreadable(self, error: Unreadable, *, key: Key | Part | None = None, example: str = _EXAMPLE) -> None:
        """Report a value that could not be understood; `example` is shown where neither the error nor the key has one."""
        message = f"{key.chinese}：{error.message}" if key and error.code == "R109" else error.message
        example = error.example or (key.example if key else example)
        separator = "\n" if "\n" in example else ""
        self.add(error.code, error.line, message, error.advice or f"正确写法：{separator}{example}")


def read_form(node: Mapping, form: Form, findings: Findings) -> dict[str, Any]:
    """Values by English key. What is empty is absent; what is wrong is absent too, and reported."""
    spelled = form.spelled
    values: dict[str, Any] = {}
    written: dict[str, str] = {}
    for spelling, child in node.values.items():
        key = spelled.get(spelling)
        line = node.lines[spelling]
        if key is None:
            _report_unknown(spelling, line, spelled, form, findings)
        elif key.name in written:
            findings.add("R105", line, f"「{spelling}」和「{written[key.name]}」是同一项，写了两次", "只保留一处")
        else:
            written[key.name] = spelling
            if not (isinstance(child, Scalar) and not child.text.strip()):
                _read_value(key, child, values, findings)
    _report_missing(node, form, values, written, findings)
    return values


def lines_of(node: Mapping, form: Form) -> dict[str, int]:
    """Line of each known key, by English name."""
    spelled = form.spelled
    return {spelled[s].name: line for s, line in node.lines.items() if s in spelled}


def _read_value(key: Key | Part, node: Node, values: dict[str, Any], findings: Findings) -> None:
    values[key.name] = None
    try:
        values[key.name] = key.read(node) if isinstance(key, Key) else _read_part(key, node, findings)
    except Unreadable as error:
        findings.unreadable(error, key=key)


def _read_part(part: Part, node: Node, findings: Findings) -> Any:
    if part.keyed:
        return _make_each(part, mapping(node), findings)
    if not part.many:
        return _make(part, node, findings)
    nodes = node.items if isinstance(node, Sequence) else (node,)
    made = tuple(_make(part, child, findings) for child in nodes)
    return None if None in made else made


def _make_each(part: Part, node: Mapping, findings: Findings) -> Any:
    made = []
    for name, child in node.values.items():
        line = node.lines[name]
        fields = mapping(child)
        with_id = {"id": Scalar(text=name, line=line), **fields.values}
        made.append(_make(part, Mapping(values=with_id, lines={"id": line, **fields.lines}, line=line), findings))
    return None if None in made else tuple(made)


def _make(part: Part, node: Node, findings: Findings) -> Any:
    before = len(findings.problems)
    if part.shorthand and isinstance(node, Scalar):
        node = Mapping(values={part.shorthand: node}, lines={part.shorthand: node.line}, line=node.line)
    values = read_form(mapping(node), part.form, findings)
    return part.make(values, node.line) if len(findings.problems) == before else None


def _report_unknown(spelling: str, line: int, spelled: Iterable[str], form: Form, findings: Findings) -> None:
    near = get_close_matches(spelling, list(spelled), n=1, cutoff=0.5)
    hint = f"是不是想写「{near[0]}」？" if near else "可用的键：" + "、".join(key.chinese for key in form.keys)
    findings.add("R107", line, f"{form.title}没有「{spelling}」这个键", hint)


def _report_missing(
    node: Mapping, form: Form, values: dict[str, Any], written: dict[str, str], findings: Findings
) -> None:
    for key in form.keys:
        if key.required and key.name not in values:
            line = node.lines[written[key.name]] if key.name in written else node.line
            findings.add("R108", line, f"{form.title}缺少「{key.chinese}」", f"加一行：{key.chinese}: {key.example}")
