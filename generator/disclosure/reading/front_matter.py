"""The front matter of a record: the YAML between two `---` lines at the top of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosure.reading.nodes import Mapping, Unreadable
from disclosure.reading.plain_lines import plain_mapping
from disclosure.reading.strict_yaml import parse
from disclosure.reading.yaml_mistakes import first_mistake

_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"\n---[ \t]*$", re.MULTILINE)
_EXAMPLE = "---\n编号: 2026-0001\n标题: ……\n---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A record's file, cut in two."""

    fields: Mapping
    body: str
    body_line: int
    """Line of the file on which the body starts."""


def split(text: str) -> Document:
    """Cut a record's text and parse its front matter.

    Raises:
        Unreadable: R103 no front matter, R104–R106 and R117 from the YAML.
    """
    start, end, body_start = _cut(text)
    fields = plain_mapping(text[start:end], first_line=2) or parse(text[start:end], first_line=2)
    if not isinstance(fields, Mapping):
        if mistake := first_mistake(text[start:end], first_line=2):
            raise mistake
        raise Unreadable("信息区应是一行一个“键: 值”", line=2, code="R104", example="标题: 收费公示")
    return Document(fields=fields, body=text[body_start:], body_line=text.count("\n", 0, body_start - 1) + 2)


def body_in(text: str) -> str:
    """The body alone. Raises Unreadable (R103) where there is no front matter."""
    return text[_cut(text)[2] :]


def _cut(text: str) -> tuple[int, int, int]:
    """Where the YAML starts and ends, and where the body starts."""
    opening = _OPENING.match(text)
    if not opening:
        raise Unreadable("文件开头没有信息区（两行 --- 之间的内容）", line=1, code="R103", example=_EXAMPLE)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise Unreadable("信息区没有结束：缺少第二行 ---", line=1, code="R103", example=_EXAMPLE)
    return opening.end() + 1, closing.start() + 1, closing.end() + 1
