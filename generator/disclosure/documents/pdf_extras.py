"""What stands beside the pages of a PDF: notes, form fields, bookmarks, properties, embedded files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from disclosure.documents.found import Enclosed, Found
from disclosure.documents.guard import guarded
from disclosure.documents.limits import Allowance
from disclosure.documents.passage import Passage
from disclosure.documents.persons import by_author
from disclosure.documents.xmp import xmp_passages

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_PROPERTIES: Mapping[str, str] = {
    "Author": "作者",
    "Title": "标题",
    "Subject": "主题",
    "Keywords": "关键词",
    "Creator": "制作程序",
    "Producer": "转换程序",
    "CreationDate": "创建时间",
    "ModDate": "修改时间",
}
"""ISO 32000-2, 14.3.3."""
_MOST_NOTES = 5_000


def notes(page: PageObject, place: str, allowance: Allowance) -> Iterator[Found]:
    """Comments with their authors, addresses of links, files pinned to the page (ISO 32000-2, 12.5)."""
    from pypdf.generic import ArrayObject, DictionaryObject

    listed = page.get("/Annots")
    listed = listed.get_object() if listed is not None else None
    for entry in listed[:_MOST_NOTES] if isinstance(listed, ArrayObject) else []:
        note = entry.get_object()
        if isinstance(note, DictionaryObject):
            yield from guarded(_note(note, place, allowance), place=f"{place}批注")


def _note(note: Mapping[str, object], place: str, allowance: Allowance) -> Iterator[Found]:
    for key in ("/Contents", "/Subj"):
        if text := _text(note.get(key)):
            yield Passage(f"{place}批注", text)
    if note.get("/Subtype") != "/Widget" and (author := _text(note.get("/T"))):
        yield by_author(f"{place}批注的作者", author)
    action = _inner(note, "/A")
    if address := _text(action.get("/URI")):
        yield Passage(f"{place}链接地址", address)
    if file := _inner(note, "/FS"):
        name = _text(file.get("/UF")) or _text(file.get("/F")) or "未命名"
        stream = _inner(file, "/EF").get("/F")
        content = getattr(_resolved(stream), "get_data", bytes)()
        allowance.take_file(len(content))
        yield Enclosed(f"{place}附件「{name}」", name, content)


def form_fields(reader: PdfReader) -> Iterator[Passage]:
    """What was filled in, and the hints beside it."""
    for name, form_field in (reader.get_fields() or {}).items():
        for key in ("/V", "/TU"):
            value = _resolved(form_field.get(key))
            for text in value if isinstance(value, list) else [value]:
                if told := _text(text):
                    yield Passage(f"表单「{name}」", told)


def bookmarks(reader: PdfReader) -> Iterator[Passage]:
    """The titles in the outline."""
    waiting: list[object] = [reader.outline]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif title := _text(getattr(item, "title", None)):
            yield Passage("书签", title)


def properties(reader: PdfReader) -> Iterator[Passage]:
    """The document's information and its XMP, what both say only once."""
    from pypdf.generic import StreamObject

    told: set[str] = set()
    for key, value in (reader.metadata or {}).items():
        name, text = str(key).lstrip("/"), _text(_resolved(value))
        if text:
            told.add(text)
            place = f"文档属性「{_PROPERTIES.get(name, name)}」"
            yield by_author(place, text) if name == "Author" else Passage(place, text)
    stream = _resolved(reader.root_object.get("/Metadata"))
    if isinstance(stream, StreamObject):
        for passage in xmp_passages(stream.get_data(), place="文档属性"):
            if passage.text not in told:
                told.add(passage.text)
                yield passage


def embedded_files(reader: PdfReader, allowance: Allowance) -> Iterator[Found]:
    """Files within the file."""
    for file in reader.attachment_list:
        name = _text(file.name) or "未命名"
        yield from guarded(_file(name, file.content, allowance), place=f"附件「{name}」")


def _file(name: str, content: bytes, allowance: Allowance) -> Iterator[Found]:
    allowance.take_file(len(content))
    yield Enclosed(f"附件「{name}」", name, content)


def _inner(outer: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = _resolved(outer.get(key))
    return value if isinstance(value, Mapping) else {}


def _resolved(value: object) -> object:
    from pypdf.generic import PdfObject

    return value.get_object() if isinstance(value, PdfObject) else value


def _text(value: object) -> str:
    """The text of a string object; names such as /Off are none."""
    from pypdf.generic import NameObject

    value = _resolved(value)
    return value.strip() if isinstance(value, str) and not isinstance(value, NameObject) else ""
