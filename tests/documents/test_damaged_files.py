"""Files that broke on the way: nothing raises, and nothing broken passes for clean."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from disclosure.documents.extract import passages
from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, found, office, paragraph, pdf, picture, saved, word, xml, zipped


def workbook() -> bytes:
    made = openpyxl.Workbook()
    made.create_sheet("名单").append(["测试甲", NUMBER])
    return saved(made)


OFD_PAGE = f'<ofd:TextObject Boundary="1 1 9 9"><ofd:TextCode>{NUMBER}</ofd:TextCode></ofd:TextObject>'
SOUND: dict[str, Callable[[], bytes]] = {
    "a.docx": lambda: word(paragraph(NUMBER)),
    "a.xlsx": workbook,
    "a.pptx": lambda: office({"ppt/slides/slide1.xml": xml("p:sld", f"<a:p><a:t>{NUMBER}</a:t></a:p>")}),
    "a.ofd": lambda: zipped({"OFD.xml": xml("ofd:OFD", ""), "Doc_0/Pages/Page_0/Content.xml": xml("ofd:Page", OFD_PAGE)}),
    "a.zip": lambda: zipped({"a.txt": NUMBER}),
    "a.pdf": lambda: pdf("page", NUMBER),
    "a.png": lambda: picture("PNG").replace(b"\x00\x00\x00\x00IEND", chunk(b"tEXt", f"a\x00{NUMBER}".encode()) + b"\x00\x00\x00\x00IEND"),
    **{f"a.{end}": lambda form=form: picture(form, exif=described()) for end, form in (("jpg", "JPEG"), ("tif", "TIFF"), ("webp", "WEBP"), ("avif", "AVIF"))},
}  # fmt: skip


def described() -> Image.Exif:
    made = Image.Exif()
    made[0x10E] = NUMBER
    return made


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("name", SOUND)
def test_a_file_that_was_cut_is_never_taken_for_a_whole_one(name: str) -> None:
    content = SOUND[name]()
    assert any(passage.text.endswith(NUMBER) for passage in found(content, name))
    for end in range(16, len(content), max(1, len(content) // 80)):
        result = found(content[:end], name)
        assert any(passage.text.endswith(NUMBER) or passage.part is Part.UNREAD for passage in result), end


@pytest.mark.parametrize("name", SOUND)
def test_a_file_in_which_bytes_were_changed_is_borne(name: str) -> None:
    content = SOUND[name]()
    for at in range(0, len(content), max(1, len(content) // 150)):
        for byte in (0, 255, content[at] ^ 1):
            assert isinstance(found(content[:at] + bytes([byte]) + content[at + 1 :], name), list)


NAMES = st.sampled_from(
    "a a.txt a.csv a.tsv a.ics a.json a.md a.xml a.svg a.html a.docx a.xlsx a.pptx a.pdf a.zip a.png a.jpg a.mp3".split()
)
STARTS = st.sampled_from(
    [b"", b"PK\x03\x04", b"PK\x05\x06", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBP", b"II*\x00",
     b"MM\x00*", b"\x00\x00\x00\x1cftypavif", b"<?xml version='1.0'?>", b"<html>", b"<svg>", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)  # fmt: skip
PARTS = st.sampled_from(
    [b"PK\x01\x02", b"PK\x05\x06" + bytes(18), b"obj", b"endobj", b"<<", b">>", b"stream\n", b"xref\n", b"trailer", b"startxref\n0", b"/Root 1 0 R", b"1 0 obj",
     b"/Type /Catalog", b"<a>", b"</a>", b"&x;", b"<!DOCTYPE a [", b"]]>", b'"', b",", b"\n", b"\x00", b"\xff", b"Exif\x00\x00", b"IHDR", b"zTXt", b"eXIf"]
)  # fmt: skip


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STARTS, st.lists(PARTS | st.binary(max_size=40), max_size=30), NAMES)
def test_no_bytes_under_no_name_raise(start: bytes, rest: list[bytes], name: str) -> None:
    result = list(passages(start + b"".join(rest), name=name))
    assert all(passage.place.encode() or passage.text.encode() for passage in result)
    assert result == list(passages(start + b"".join(rest), name=name))


WHOLE = {name: make() for name, make in SOUND.items()}


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_no_damage_to_a_sound_file_raises(name: str, data: st.DataObject) -> None:
    content = WHOLE[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 60)))
        content = content[:start] + data.draw(st.binary(max_size=20) | PARTS) + content[end:]
    assert all(isinstance(passage, Passage) for passage in passages(content, name=name))
