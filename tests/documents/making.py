"""Files to look into, made by hand or by the libraries that schools' programs are made with. All values are invented."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

import docx.document
import openpyxl
from fpdf import FPDF
from PIL import Image

from disclosure.documents.extract import passages
from disclosure.documents.passage import Part, Passage

NUMBER = "990101200001010011"
"""Eighteen digits that begin with a region that does not exist."""
PHONE = "10012345678"
"""Eleven digits that no telephone has."""
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "ofd": "http://www.ofdspec.org/2016",
    }.items()
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def found(content: bytes, name: str = "附件") -> list[Passage]:
    """Everything in a file."""
    return list(passages(content, name=name))


def texts(content: bytes, name: str = "附件") -> dict[str, str]:
    """The text at each place. Fails if something could not be looked into, or if two passages share a place."""
    result: dict[str, str] = {}
    for passage in passages(content, name=name):
        assert passage.part is not Part.UNREAD, passage
        assert passage.place not in result, passage
        result[passage.place] = passage.text
    return result


def unread(content: bytes, name: str = "附件") -> list[str]:
    """What could not be looked into: places and reasons."""
    return [f"{passage.place}：{passage.text}" for passage in found(content, name) if passage.part is Part.UNREAD]


def xml(element: str, inner: str, attributes: str = "") -> str:
    """An XML file with one outer element, with every namespace that office programs use."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{element} {_NAMESPACES} {attributes}>{inner}</{element}>'


def zipped(files: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files, in this order."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def office(parts: Mapping[str, str | bytes]) -> bytes:
    """A package in Office Open XML."""
    return zipped({"[Content_Types].xml": xml("Types", ""), **parts})


def relations(**targets: str) -> str:
    """A `.rels` part; a target with a colon is outside of the package."""
    return xml("Relationships", "".join(
        f'<Relationship Id="{name}" Type="{RELATION}/x" Target="{target}" {"TargetMode=" + chr(34) + "External" + chr(34) if ":" in target else ""}/>'
        for name, target in targets.items()
    ))  # fmt: skip


def word(body: str, **parts: str) -> bytes:
    """A docx with this body, and other parts by their names without `.xml`."""
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return office({"word/document.xml": xml("w:document", f"<w:body>{body}</w:body>"), **named})


def paragraph(*runs: str) -> str:
    """A paragraph of a docx, with each text in a run of its own."""
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def saved(made: docx.document.Document | openpyxl.Workbook) -> bytes:
    """What a library writes to a file."""
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF with one line of text on each page; an empty text is an empty page."""
    made = FPDF()
    made.set_font("Helvetica", size=12)
    for text in pages:
        made.add_page()
        if text:
            made.cell(text=text)
    return bytes(made.output())


def picture(file_format: str, **options: object) -> bytes:
    """A small picture."""
    stream = BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, file_format, **options)
    return stream.getvalue()
