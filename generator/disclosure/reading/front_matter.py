"""The front matter of a record: the YAML between two `---` lines at the top of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclosure.reading.nodes import Mapping, Unreadable
from disclosure.reading.strict_yaml import parse
from disclosure.reading.yaml_mistakes import first_mistake

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
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
    opening = _FENCE.match(text)
    if not opening:
        raise Unreadable("文件开头没有信息区（两行 --- 之间的内容）", line=1, code="R103", example=_EXAMPLE)
    closing = _FENCE.search(text, opening.end())
    if not closing:
        raise Unreadable("信息区没有结束：缺少第二行 ---", line=1, code="R103", example=_EXAMPLE)
    fields = parse(text[opening.end() + 1 : closing.start()], first_line=2)
    if not isinstance(fields, Mapping):
        if mistake := first_mistake(text[opening.end() + 1 : closing.start()], first_line=2):
            raise mistake
        raise Unreadable("信息区应是一行一个“键: 值”", line=2, code="R104", example="标题: 收费公示")
    body = text[closing.end() + 1 :]
    return Document(fields=fields, body=body, body_line=text.count("\n", 0, closing.end()) + 2)
