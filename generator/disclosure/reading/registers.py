"""data/registers/: what a school writes down beside its records becomes Registers, with the problems met on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from disclosure.caching.stamps import digest_of
from disclosure.domain import registers
from disclosure.domain.catalogue import Catalogue
from disclosure.domain.personal_data import Sighting
from disclosure.domain.registers import NO_REGISTERS, Registers
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.reading import register_keys as keys
from disclosure.reading.form import Findings, Form, lines_of, read_form
from disclosure.reading.nodes import Mapping as MappingNode
from disclosure.reading.nodes import Node, Scalar, Sequence, Unreadable
from disclosure.reading.register_sightings import sightings_beside_senders
from disclosure.reading.scan import link_problem
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse
from disclosure.reading.yaml_mistakes import first_mistake

FOLDER = PurePosixPath("data/registers")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFile:
    """One file of the folder: a list of entries of one kind."""

    path: PurePosixPath
    title: str
    about: str
    form: Form
    make: Callable[[dict[str, Any], int], Any]
    order: Callable[[Any], Any]
    """By day, then number."""

    @property
    def name(self) -> str:
        """`opinions`: the field of Registers."""
        return self.path.stem


REGISTER_FILES = (
    RegisterFile(path=registers.OPINIONS, title="群众意见", about="来电、来信、来访、意见箱、网络和会议上的意见，以及怎样处理的。",
                 form=keys.OPINION, make=keys.make_opinion, order=lambda one: (one.received, one.id)),
    RegisterFile(path=registers.REQUESTS, title="依申请公开", about="有人来要网站上没有的内容，以及怎样答复的。",
                 form=keys.REQUEST, make=keys.make_request, order=lambda one: (one.received, one.id)),
    RegisterFile(path=registers.EXEMPTIONS, title="暂不宜公开备案", about="暂时不公开的内容，以及理由、批准、备案和复核。",
                 form=keys.EXEMPTION, make=keys.make_exemption, order=lambda one: (one.decided, one.id)),
    RegisterFile(path=registers.OUTAGES, title="停机", about="网站打不开的日子，首尾两天都算。",
                 form=keys.OUTAGE, make=keys.make_outage, order=lambda one: (one.start, one.end, one.reason)),
    RegisterFile(path=registers.INSPECTIONS, title="监督小组检查", about="监督小组每学期至少检查一次，以及发现的问题和整改。",
                 form=keys.INSPECTION, make=keys.make_inspection, order=lambda one: (one.day, one.id)),
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class RegisterReading:
    """What reading the folder came to."""

    registers: Registers = NO_REGISTERS
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""
    """Digest of everything that was read; '' where nothing is."""


def read_registers(
    root: Path, catalogue: Catalogue, *, texts: Mapping[PurePosixPath, str] = MappingProxyType({})
) -> RegisterReading:
    """Read the whole folder. No bad entry keeps another from being read; a file that is missing is an empty one.

    Args:
        texts: taken for what the files hold, by path relative to `root`; the others are read from the disk.
    """
    folder = root / FOLDER
    if folder.is_symlink():
        return RegisterReading(problems=[link_problem(FOLDER)], digest="link")
    if not folder.is_dir() and not texts:
        return _nothing(folder)
    problems = list(_strays(folder)) if folder.is_dir() else []
    found: dict[str, tuple[Any, ...]] = {}
    sightings: list[tuple[str, Sighting]] = []
    parts: list[str] = []
    for file in REGISTER_FILES:
        findings = Findings(path=file.path)
        text, entries = _read(file, root, texts, catalogue, findings)
        problems += findings.problems
        parts += (str(file.path), text)
        found[file.name] = tuple(sorted(entries, key=file.order))
        sightings += ((str(file.path), one) for one in sightings_beside_senders(text))
    read = Registers(**found, sightings=tuple(sightings))
    return RegisterReading(
        registers=NO_REGISTERS if read == NO_REGISTERS else read, problems=problems,
        digest=digest_of(*parts, *(str(one.sort_key) for one in problems)),
    )  # fmt: skip


def _nothing(folder: Path) -> RegisterReading:
    if not folder.exists():
        return RegisterReading()
    hint = "改个名字，再建一个文件夹 registers"
    return RegisterReading(
        problems=[problem("G101", path=FOLDER, line=0, message="这里应是文件夹，不是文件", hint=hint)], digest="file"
    )


def _strays(folder: Path) -> Iterator[Problem]:
    """Files that look like registers and are read by nobody; others, such as README.md, are the school's own business."""
    known = {file.path.name: file for file in REGISTER_FILES}
    for name in sorted(path.name for path in folder.iterdir()):
        if name in known or name.startswith(".") or PurePosixPath(name).suffix.lower() not in (".yml", ".yaml"):
            continue
        near = get_close_matches(name.lower(), list(known), n=1, cutoff=0.6)
        names = "、".join(f"{file.path.name}（{file.title}）" for file in REGISTER_FILES)
        hint = f"是不是想写 {near[0]}？改个名字" if near else f"只读这几个文件：{names}"
        yield problem("G101", path=FOLDER / name, line=0, message=f"「{name}」不会读：没有这一本登记册", hint=hint)


def _read(
    file: RegisterFile, root: Path, texts: Mapping[PurePosixPath, str], catalogue: Catalogue, findings: Findings
) -> tuple[str, list[Any]]:
    """The file's text, and its entries."""
    text = ""
    try:
        text = texts[file.path] if file.path in texts else read_text(root / file.path)
        nodes = entry_nodes(text, file)
    except FileNotFoundError:
        return "", []
    except Unreadable as error:
        findings.unreadable(error, example=f"- {file.form.example}")
        return text, []
    return text, list(_entries(nodes, file, text, catalogue, findings))


def entry_nodes(text: str, file: RegisterFile) -> tuple[Node, ...]:
    """The entries of a file, unread. Raises Unreadable where it is no list; a file with nothing but comments is empty."""
    node = parse(text)
    if isinstance(node, Sequence):
        return node.items
    if (isinstance(node, MappingNode) and not node.values) or (isinstance(node, Scalar) and not node.text):
        return ()
    raise first_mistake(text, first_line=1) or Unreadable(
        "这里应是列表，每一条的第一行以「- 」开头", line=node.line, example=f"- {file.form.example}"
    )


def _entries(
    nodes: tuple[Node, ...], file: RegisterFile, text: str, catalogue: Catalogue, findings: Findings
) -> Iterator[Any]:
    taken: dict[str, int] = {}
    for node in nodes:
        before = len(findings.problems)
        if not isinstance(node, MappingNode):
            findings.unreadable(_no_entry(node, text, file))
            continue
        values = read_form(node, file.form, findings)
        lines = lines_of(node, file.form)
        _find_item(values, lines, catalogue, findings)
        line = lines.get("id", node.line)
        if (own := values.get("id")) and taken.setdefault(own, line) != line:
            findings.add("R110", line, f"编号「{own}」与第 {taken[own]} 行的重复", "换一个没有用过的编号")
        if len(findings.problems) == before:
            yield replace(file.make(values, node.line), lines=lines)


def _no_entry(node: Node, text: str, file: RegisterFile) -> Unreadable:
    row = text.split("\n")[node.line - 1] if isinstance(node, Scalar) else ""
    return first_mistake(row, first_line=node.line) or Unreadable(
        "这一条应是若干行“键: 值”", line=node.line, example=f"- {file.form.example}"
    )


def _find_item(values: dict[str, Any], lines: dict[str, int], catalogue: Catalogue, findings: Findings) -> None:
    """Put the id in the place of what was written, an id or a name."""
    written = values.get("item")
    if not written:
        return
    item = catalogue.item_names.get(written)
    if item:
        values["item"] = item.id
        return
    near = get_close_matches(written, list(catalogue.item_names), n=1, cutoff=0.5)
    hint = f"是不是「{near[0]}」？" if near else "写公开目录里的事项，例如 I42"
    findings.add("C102", lines["item"], f"公开目录里没有事项「{written}」", hint)
