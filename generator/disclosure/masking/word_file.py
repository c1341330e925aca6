"""docx: every part of the file is rewritten, with the tables, paragraphs and attributes in it; the rest stays behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from disclosure.masking.edits import applied, edits_of
from disclosure.masking.package import is_xml, keep_reachable, local_name, opened, parsed, parts_of_kind, serialized
from disclosure.masking.refusal import CannotMaskError
from disclosure.masking.rules import Rules
from disclosure.masking.tables import with_persons
from disclosure.masking.tally import Tally
from disclosure.masking.word_cleaning import ALLOWED_PARTS, clean, told_of
from disclosure.masking.word_tables import filled, mask_word_table, rows_of
from disclosure.masking.word_text import change, passage_of

_MAY_TELL = re.compile(r"[\u3400-\u9fff@]|(?:\d\D?){7}")
"""Attributes hold measures, names and numbers of the program's own by the thousand; these may hold words of a person."""
_PROGRAMS_NUMBER = re.compile(r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?")


def mask_word_file(content: bytes, rules: Rules, tally: Tally) -> bytes:
    """The masked file. Raises CannotMaskError where it is no docx."""
    package = opened(content)
    dropped = keep_reachable(package, ALLOWED_PARTS)
    roots = {name: parsed(part) for name, part in parts_of_kind(package) if is_xml(name)}
    if not any(local_name(root) == "document" for root in roots.values()):
        raise CannotMaskError("这不是 Word 文件，或者已损坏。请用 Word 或 WPS 打开，另存为 docx")
    for name, root in roots.items():
        told_of(dropped.get(name, {}), tally)
        clean(root, dropped.get(name, {}), tally)
    rules = with_persons(rules, [filled(rows_of(table)) for root in roots.values() for table in _tables(root)])
    for name, root in roots.items():
        _mask_part(root, rules, tally)
        package.parts[name] = serialized(root)
    return package.to_bytes()


def _mask_part(root: etree._Element, rules: Rules, tally: Tally) -> None:
    for table in _tables(root):
        mask_word_table(table, rules, tally)
    for paragraph in list(root.iter("{*}p")):
        for fields in (False, True):
            passage = passage_of([paragraph], fields=fields)
            if passage.text.strip() and (fields or not _is_in_cell(paragraph)):
                edits = edits_of(passage.text, rules)
                tally.count(edits)
                change(passage, edits)
    for element in root.iter(etree.Element):
        _mask_attributes(element, rules, tally)


def _mask_attributes(element: etree._Element, rules: Rules, tally: Tally) -> None:
    for name, value in list(element.attrib.items()):
        if isinstance(value, str) and _MAY_TELL.search(value) and not _PROGRAMS_NUMBER.fullmatch(value):
            edits = edits_of(value, rules)
            if edits:
                tally.count(edits)
                element.set(name, applied(value, edits))


def _tables(root: etree._Element) -> Iterator[etree._Element]:
    """Tables, those inside others last: what is left out with a column is not masked in vain."""
    return iter(list(root.iter("{*}tbl")))


def _is_in_cell(paragraph: etree._Element) -> bool:
    """Whether the paragraph was masked with a cell of its table."""
    parent = paragraph.getparent()
    while parent is not None and local_name(parent) not in ("tbl", "p", "txbxContent"):
        if local_name(parent) == "tc":
            return True
        parent = parent.getparent()
    return False
