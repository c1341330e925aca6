"""What an office program notes about a document: who wrote it, who saved it last, for whom they work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.documents.passage import Passage
from disclosure.documents.persons import by_author
from disclosure.documents.xml_frames import is_layout
from disclosure.documents.xml_tree import attribute, elements, local_name, tree_of

_NAMES: Mapping[str, str] = {
    "creator": "作者",
    "initial-creator": "作者",
    "lastModifiedBy": "最后保存者",
    "printed-by": "打印者",
    "Manager": "主管",
    "Company": "单位",
    "title": "标题",
    "subject": "主题",
    "description": "备注",
    "keywords": "关键词",
    "keyword": "关键词",
    "category": "类别",
    "Application": "制作程序",
    "Template": "模板",
    "lpstr": "部分的标题",
    "created": "创建时间",
    "modified": "修改时间",
    "HyperlinkBase": "链接起点",
}
_PERSONS = frozenset({"creator", "initial-creator", "lastModifiedBy", "printed-by", "Manager"})
_COUNTS = frozenset(
    "TotalTime Pages Words Characters CharactersWithSpaces Lines Paragraphs Slides Notes HiddenSlides MMClips".split()
)


def property_passages(content: bytes) -> Iterator[Passage]:
    """The properties in `docProps/core.xml`, `app.xml`, `custom.xml` (ECMA-376 part 2, 8.3) or `meta.xml` (ODF).

    Raises what `tree_of` raises.
    """
    for element in elements(tree_of(content)):
        text, name = (element.text or "").strip(), local_name(element.tag)
        if not text or is_layout(text) or name in _COUNTS:
            continue
        parent = element.getparent()
        given = attribute(element, "name") or (attribute(parent, "name") if parent is not None else "")
        place = f"文档属性「{given or _NAMES.get(name, name)}」"
        yield by_author(place, text) if name in _PERSONS else Passage(place, text)
