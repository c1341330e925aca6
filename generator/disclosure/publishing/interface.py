"""The open-data interface, described once: keys of `records.json`, columns of `records.csv`, what each of them means.

`open_data.py` takes keys and headings from here, and here the descriptions that are published beside the data are made:
a JSON Schema of the one and CSVW metadata of the other. A key that is not described cannot be written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from disclosure.domain import urls
from disclosure.domain.school import School
from disclosure.domain.vocabulary import State

VERSION = "1.0"
"""The first number changes when a key goes or means something else, the second when one is added."""

_STUBS = [state.value for state in State if state.is_stub]
_WORD: Mapping[str, Any] = {"type": "string", "minLength": 1}
_DAY: Mapping[str, Any] = {"type": "string", "format": "date"}
_DIGEST: Mapping[str, Any] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is told of a record."""

    name: str
    about: str
    heading: str = ""
    """Of its column in the table; '' for what the table leaves out."""
    cell: str = ""
    """What the table has instead, where that differs."""
    form: Mapping[str, Any] = field(default_factory=lambda: _WORD)
    """JSON Schema of the value."""
    parts: tuple[Field, ...] = ()
    """The value is a list of objects with these."""
    is_always: bool = False
    only: str = ""
    """`shown`: never told of a stub; `stub`: of stubs only."""

    @property
    def schema(self) -> dict[str, Any]:
        """JSON Schema of the value, with its description."""
        form = self.form if not self.parts else {"type": "array", "minItems": 1, "items": _object(self.parts)}
        return {"description": self.about, **form}


FIELDS = (
    Field(name="id", heading="编号", about="编号。撤下以后也不再给别的记录用。", is_always=True),
    Field(name="title", heading="标题", about="标题。", is_always=True),
    Field(name="url", heading="网址", about="记录的网页，接在 url（网站的网址）后面。", form={"type": "string", "format": "uri-reference"},
          is_always=True),
    Field(name="column", heading="栏目", about="栏目的路径，也是栏目网页的地址，如 other/finance。", cell="栏目的全名，如“其他/财务”。",
          form={"type": "string", "pattern": "^[^/]+(/[^/]+)*$"}, is_always=True),
    Field(name="item", heading="公开事项", about="公开目录里的事项，写它的标识。", cell="公开目录里的事项，写它的名称。"),
    Field(name="department", heading="责任部门", about="责任部门。", is_always=True),
    Field(name="published", heading="公布日期", about="公布日期。", form=_DAY, is_always=True),
    Field(name="expires", heading="截止日期", about="公示截止，含当日。没有这一项的长期公开。", form=_DAY),
    Field(name="state", heading="状态", about="生成网站那天的状态。", cell="状态的中文名称；被更正的记录写“已更正”。", is_always=True,
          form={"oneOf": [{"const": state.value, "title": state.label} for state in State]}),
    Field(name="withdrawn", heading="撤销日期", about="撤销日期。只有已撤销的记录有。", form=_DAY, only="stub"),
    Field(name="amount", heading="金额（元）", about="金额，单位是元，十进制数字。写成文字，免得丢掉角分。", only="shown",
          form={"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
    Field(name="issue", heading="期号", about="期号。", only="shown"),
    Field(name="document_number", heading="文号", about="文号。"),
    Field(name="series", heading="关联", about="同一件事的各条记录写同一个词。"),
    Field(name="stage", heading="环节", about="这件事的哪一步。"),
    Field(name="attachments", heading="附件", about="附件。", cell="附件的文件名，几个之间用“；”隔开。", only="shown", parts=(
        Field(name="file", about="文件名，接在记录的网址后面。", is_always=True),
        Field(name="sha256", about="文件内容的 SHA-256。", form=_DIGEST, is_always=True),
        Field(name="size", about="文件大小，字节。", form={"type": "integer", "minimum": 0}, is_always=True),
    )),
    Field(name="fees", about="收费项目。", only="shown", parts=(
        Field(name="name", about="项目。", is_always=True),
        Field(name="standard", about="标准，照原文写。", is_always=True),
        Field(name="unit", about="计费单位。", is_always=True),
    )),
    Field(name="changes", about="到生成网站那天为止的变更。", only="shown", parts=(
        Field(name="date", about="变更日期。", form=_DAY, is_always=True),
        Field(name="note", about="改了什么。", is_always=True),
    )),
    Field(name="source_sha256", about="记录文件的 SHA-256，可以用来看内容改过没有。", form=_DIGEST, only="shown"),
)  # fmt: skip
"""Everything, in the order of the table's columns."""
COLUMNS = tuple(one for one in FIELDS if one.heading)
"""What the table tells."""
_KEYS = {one.name: f',"{one.name}":' for one in FIELDS}
_SITE = (
    Field(name="$schema", about="这份说明的网址。", form={"type": "string", "format": "uri"}, is_always=True),
    Field(name="version", about="接口的版本。前一个数变了，原来的程序要改；后一个数变了，只是多了内容。", is_always=True,
          form={"type": "string", "pattern": r"^1\.[0-9]+$"}),
    Field(name="school", about="学校名称。", is_always=True),
    Field(name="url", about="网站的网址，以 / 结尾。", form={"type": "string", "format": "uri"}, is_always=True),
    Field(name="edition", about="网站的版本：public 是社会版。", is_always=True),
    Field(name="license", about="使用这些数据的许可，学校写明了才有。"),
)  # fmt: skip
"""What is told of the site, above its records."""


def key_of(name: str) -> str:
    """How a key is written behind others in an object. Raises KeyError for one that is not described."""
    return _KEYS[name]


def site_head(school: School, *, edition: str) -> str:
    """How `records.json` begins, up to its records."""
    told = {
        "$schema": school.site_url + urls.RECORDS_SCHEMA, "version": VERSION, "school": school.name, "url": school.site_url,
        "edition": edition, "license": school.data_license,
    }  # fmt: skip
    given = {one.name: told[one.name] for one in _SITE if told[one.name]}
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))[:-1]


def json_schema(school: School) -> dict[str, Any]:
    """JSON Schema 2020-12 of `records.json`. What may not be told of a stub is forbidden there."""
    record = _object(FIELDS)
    record["if"] = {"properties": {"state": {"enum": _STUBS}}}
    record["then"] = {"properties": {one.name: False for one in FIELDS if one.only == "shown"}}
    record["else"] = {
        "properties": {one.name: False for one in FIELDS if one.only == "stub"},
        "required": ["source_sha256"],
    }
    site = _object(_SITE)
    site["properties"]["records"] = {"description": "全部记录，按编号排列。", "type": "array", "items": record}
    site["required"].append("records")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": school.site_url + urls.RECORDS_SCHEMA,
        "title": f"{school.name}校务公开记录", "description": f"{urls.RECORDS_JSON} 的说明。没有的内容不写。", **site,
    }  # fmt: skip


def table_metadata(school: School) -> dict[str, Any]:
    """CSVW metadata of `records.csv` (W3C: found by its name, beside the table)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh-CN"}],
        "url": urls.RECORDS_CSV,
        "dc:title": f"{school.name}校务公开记录",
        "dc:description": "一条记录一行。以 = + - @ 开头的内容前面加了撇号 '，免得表格软件拿去计算。",
        "tableSchema": {"columns": [_column(one) for one in COLUMNS], "primaryKey": "id"},
    }


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        "type": "object", "properties": {one.name: one.schema for one in fields},
        "required": [one.name for one in fields if one.is_always], "additionalProperties": False,
    }  # fmt: skip


def _column(one: Field) -> dict[str, Any]:
    made: dict[str, Any] = {"name": one.name, "titles": one.heading, "dc:description": one.cell or one.about}
    made |= dict(_datatype(one))
    return made | {"required": True} if one.is_always else made


def _datatype(one: Field) -> Iterator[tuple[str, Any]]:
    if one.form is _DAY:
        yield "datatype", "date"
    elif one.name == "amount":
        yield "datatype", "decimal"
    elif one.parts:
        yield "separator", "；"
