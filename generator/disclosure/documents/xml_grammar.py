"""Which elements of which XML hold text, and where one passage ends and the next begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Role(Enum):
    """What an element is for the text in it."""

    PARAGRAPH = auto()
    """Its runs make one passage, however often the program has cut them: a number over three runs is whole again."""
    PLAIN_PARAGRAPH = auto()
    """A paragraph whose text stands in it directly, without runs."""
    RUN = auto()
    """In a grammar with runs, only their text belongs to a paragraph; the rest is numbers for the layout."""
    DELETED = auto()
    """A run that a tracked change has taken out."""
    INSERTION = auto()
    """What a tracked change has put in."""
    CODE = auto()
    """A field's instruction: `HYPERLINK "…"`, `MERGEFIELD …`."""
    TABLE = auto()
    ROW = auto()
    CELL = auto()
    BOX = auto()
    """Text that stands for itself, although it is anchored within a paragraph or a cell."""
    ALTERNATIVES = auto()
    """The same thing for new and for old programs: what is the same text is told once."""
    HIDDEN = auto()
    """Nothing in it is text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The roles of elements by local name, because office programs write the same thing in several namespaces."""

    roles: Mapping[str, Role]
    box_names: Mapping[str, str] = field(default_factory=dict)
    """How a passage in a box is placed: `文本框`."""
    spaces: Mapping[str, str] = field(default_factory=dict)
    """Elements that stand for a character."""
    has_runs: bool = False
    collapses: bool = False
    """Line ends and indentation of the source are a single blank, as in HTML."""
    blocks_interrupt: bool = False
    """A block within a paragraph ends what stands before it. In a document of an office program it is only anchored there."""
    attributes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Attributes with text for people, by the element's local name; under '' those of any element."""
    all_attributes_but: frozenset[str] = frozenset()
    """If not empty, every attribute is text but these."""
    authors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Attributes with a person's name, likewise."""
    author_elements: frozenset[str] = frozenset()
    values: Mapping[str, str] = field(default_factory=dict)
    """Elements that are a cell whose text is in an attribute: `<s v="…"/>` in the memory of a pivot table."""


ATTRIBUTE_NAMES: Mapping[str, str] = {
    "descr": "替代文字",
    "alt": "替代文字",
    "title": "标题",
    "string": "水印",
    "displayText": "选项",
    "href": "链接地址",
    "location": "链接地址",
    "tooltip": "提示",
    "prompt": "提示",
    "helpText": "提示",
    "statusText": "提示",
    "name": "名称",
    "url": "保存位置",
}
"""What a clerk would call an attribute."""

ELEMENT_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("oddHeader", "evenHeader", "firstHeader"), "页眉"),
    **dict.fromkeys(("oddFooter", "evenFooter", "firstFooter"), "页脚"),
    **dict.fromkeys(("formula1", "formula2"), "数据验证"),
    "definedName": "名称定义",
}
"""The same for elements with text in them."""


def _roles(**names: str) -> dict[str, Role]:
    return {name: Role[role.upper()] for role, listed in names.items() for name in listed.split()}


def _sets(**names: str) -> dict[str, frozenset[str]]:
    return {element: frozenset(listed.split()) for element, listed in names.items()}


OOXML = Grammar(
    roles=_roles(
        paragraph="p",
        plain_paragraph="text si",
        run="t",
        deleted="delText",
        insertion="ins moveTo",
        code="instrText delInstrText",
        table="tbl sheetDataSet",
        row="tr row strCache numCache strLit numLit",
        cell="tc cell pt",
        box="txbxContent comment threadedComment",
        alternatives="AlternateContent",
        hidden="rPh tabs tabLst attrName Anchor posOffset pctWidth pctHeight pctPosHOffset pctPosVOffset formatCode ClientData",
    ),
    box_names={"txbxContent": "文本框", "comment": "批注", "threadedComment": "批注"},
    spaces={"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    has_runs=True,
    attributes=_sets(
        docPr="descr title",
        cNvPr="descr title",
        shape="alt title",
        textpath="string",
        listItem="displayText value",
        docVar="val",
        tag="val",
        alias="val",
        default="val",
        helpText="val",
        statusText="val",
        query="val",
        connectString="val",
        hyperlink="display tooltip location",
        dataValidation="prompt promptTitle error errorTitle",
        tableColumn="name",
        absPath="url",
        connection="name description sourceFile",
        dbPr="connection command",
        fldSimple="instr",
        sheet="name",
    ),
    authors={
        "": frozenset({"author", "userName"}),
        "cmAuthor": frozenset({"name"}),
        "author": frozenset({"name"}),
        "person": frozenset({"displayName", "author"}),
    },
    author_elements=frozenset({"author"}),
)
"""ECMA-376: WordprocessingML, SpreadsheetML but for its sheets (`sheets.py`), PresentationML, DrawingML, VML."""

PIVOT = Grammar(
    roles=_roles(row="r sharedItems"),
    attributes=_sets(cacheField="name", worksheetSource="sheet name"),
    authors=_sets(pivotCacheDefinition="refreshedBy"),
    values={"s": "v", "n": "v", "d": "v"},
)
"""The memory of a pivot table, which keeps the rows of a sheet that was deleted long ago (ECMA-376 part 1, 18.10)."""

ODF = Grammar(
    roles=_roles(
        paragraph="p h",
        table="table",
        row="table-row",
        cell="table-cell covered-table-cell",
        box="text-box note-body annotation tracked-changes",
    ),
    box_names={"text-box": "文本框", "note-body": "脚注", "annotation": "批注", "tracked-changes": "修订"},
    spaces={"tab": "\t", "line-break": "\n", "s": " "},
    collapses=True,
    attributes={"": frozenset({"href"}), "table": frozenset({"name"})},
    author_elements=frozenset({"creator", "initial-creator", "printed-by"}),
)
"""OASIS OpenDocument 1.3: odt, ods, odp."""

MARKUP = Grammar(
    roles=_roles(
        paragraph="html body p div li dt dd h1 h2 h3 h4 h5 h6 title pre blockquote caption figcaption section article "
        "header footer main aside nav form option textarea button label legend address script text desc",
        table="table",
        row="tr",
        cell="td th",
        hidden="style",
    ),
    spaces={"br": "\n"},
    collapses=True,
    blocks_interrupt=True,
    all_attributes_but=frozenset(
        "class style id name type rel lang dir charset media role width height align valign bgcolor border target "
        "d points transform viewBox gradientTransform values fill stroke font-family version encoding".split()
    ),
    author_elements=frozenset({"creator"}),
)
"""HTML and SVG, with what is not shown: comments, scripts, titles of pictures, targets of links, data for scripts."""

PLAIN_XML = Grammar(
    roles={},
    all_attributes_but=frozenset({"schemaLocation", "version", "encoding"}),
    author_elements=frozenset({"creator", "author", "Author", "lastModifiedBy"}),
)
"""XML of unknown meaning: the text of each element and each attribute is a passage."""
