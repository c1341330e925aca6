"""What is noted in pictures."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, PHONE, found, picture, texts, unread, xml

GPS = 0x8825
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="测试市" exif:GPSLatitude="30,15.0N" exif:GPSLongitude="120,10,12E">'
    "<dc:creator><rdf:Seq><rdf:li>测试甲</rdf:li></rdf:Seq></dc:creator>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">说明</rdf:li></rdf:Alt></dc:description>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
).encode()


def exif(values: dict[int, object], gps: dict[int, object] | None = None) -> Image.Exif:
    made = Image.Exif()
    made.update(values)
    if gps:
        made.get_ifd(GPS).update(gps)
        made[GPS] = 0  # where it stands is for Pillow to say
    return made


def place(latitude: tuple[float, ...] = (30.0, 15.0, 0.0), north: str = "N", east: str = "E") -> dict[int, object]:
    return {1: north, 2: latitude, 3: east, 4: (120.0, 10.0, 12.0)}


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_notes_of_a_camera_are_read_in_every_format(file_format: str) -> None:
    content = picture(file_format, exif=exif({0x10E: "picnic", 0x13B: "Zhang Ceshi"}, place()))
    assert Passage("图片信息「ImageDescription」", "picnic") in found(content)
    assert Passage("图片信息「Artist」", "Zhang Ceshi", Part.AUTHOR) in found(content)
    assert Passage("图片信息「GPS」", "30.25, 120.17", Part.LOCATION) in found(content)
    assert unread(content) == []


@pytest.mark.parametrize(
    ("gps", "location"),
    [
        (place(), "30.25, 120.17"),
        (place(north="S", east="W"), "-30.25, -120.17"),
        (place((30.256789, 0.0, 0.0)), "30.256789, 120.17"),
        (place((30.0, 15.0)), "30.25, 120.17"),
    ],
)
def test_the_place_is_in_decimal_degrees(gps: dict[int, object], location: str) -> None:
    assert texts(picture("JPEG", exif=exif({}, gps))) == {"图片信息「GPS」": location}


NOTHING = IFDRational(0, 0)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ((95.0, 0.0, 0.0), (120.0, 10.0, 12.0)),
        ((30.0, 0.0, 0.0), (181.0, 0.0, 0.0)),
        ((30.0, 0.0, 0.0), None),
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        ((NOTHING, NOTHING, NOTHING), (NOTHING, NOTHING, NOTHING)),
    ],
)
def test_what_is_no_place_is_not_told(latitude: object, longitude: object) -> None:
    gps = {1: "N", 2: latitude, 3: "E"} | ({4: longitude} if longitude else {})
    assert found(picture("JPEG", exif=exif({}, gps))) == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_in_fields_that_should_be_ascii_is_readable(encoding: str) -> None:
    content = picture("JPEG", exif=exif({0x13B: "测试甲".encode(encoding), 0x10E: "春游".encode(encoding)}))
    assert Passage("图片信息「Artist」", "测试甲", Part.AUTHOR) in found(content)
    assert Passage("图片信息「ImageDescription」", "春游") in found(content)


def test_comments_of_cameras_and_of_windows_are_decoded() -> None:
    values: dict[int, object] = {0x9C9D: "测试乙".encode("utf-16-le") + b"\x00\x00", 0x9C9C: "备注".encode("utf-16-le")}
    made = exif(values)
    made.get_ifd(0x8769)[0x9286] = b"UNICODE\x00" + NUMBER.encode("utf-16-be")
    content = picture("JPEG", exif=made)
    assert Passage("图片信息「XPAuthor」", "测试乙", Part.AUTHOR) in found(content)
    assert Passage("图片信息「XPComment」", "备注") in found(content)
    assert Passage("图片信息「UserComment」", NUMBER) in found(content)


@pytest.mark.parametrize("file_format", ["JPEG", "WEBP", "TIFF"])
def test_xmp_is_read_with_lists_and_attributes(file_format: str) -> None:
    options = {"xmp": XMP} if file_format != "TIFF" else {"tiffinfo": {700: XMP}}
    assert set(found(picture(file_format, **options))) >= {
        Passage("图片信息「creator」", "测试甲", Part.AUTHOR),
        Passage("图片信息「description」", "说明"),
        Passage("图片信息「City」", "测试市"),
        Passage("图片信息「GPS」", "30.25, 120.17", Part.LOCATION),
    }


def test_captions_of_news_programs_are_read() -> None:
    records = b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text
        for number, text in (
            (80, "测试甲".encode()),
            (25, "学生".encode("gb18030")),
            (25, b"list"),
            (120, PHONE.encode()),
        )
    )
    resource = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records
    segment = b"\xff\xed" + struct.pack(">H", len(resource) + 2) + resource
    content = picture("JPEG").replace(b"\xff\xd8", b"\xff\xd8" + segment, 1)
    assert found(content) == [
        Passage("图片信息「作者」", "测试甲", Part.AUTHOR),
        Passage("图片信息「关键词」", "学生"),
        Passage("图片信息「关键词」", "list"),
        Passage("图片信息「图片说明」", PHONE),
    ]


def test_every_comment_in_a_jpeg_is_read() -> None:
    segments = b"".join(b"\xff\xfe" + struct.pack(">H", len(text) + 2) + text for text in ("甲".encode(), b"two"))
    content = picture("JPEG").replace(b"\xff\xd8", b"\xff\xd8" + segments, 1)
    assert [p.text for p in found(content)] == ["甲", "two"]


def test_comments_in_a_gif_are_read() -> None:
    assert texts(picture("GIF", comment="注释".encode())) == {"图片信息「注释」": "注释"}


def test_texts_in_a_png_are_read_packed_or_not() -> None:
    info = PngInfo()
    info.add_text("Author", "Zhang Ceshi")
    info.add_text("Comment", NUMBER, zip=True)
    info.add_itxt("Title", "标题", zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    assert set(found(picture("PNG", pnginfo=info))) >= {
        Passage("图片信息「Author」", "Zhang Ceshi", Part.AUTHOR),
        Passage("图片信息「Comment」", NUMBER),
        Passage("图片信息「Title」", "标题"),
        Passage("图片信息「creator」", "测试甲", Part.AUTHOR),
    }


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_text_behind_the_picture_in_a_png_is_read() -> None:
    head, end = picture("PNG").split(b"\x00\x00\x00\x00IEND")
    content = head + chunk(b"tEXt", b"Comment\x00" + NUMBER.encode()) + b"\x00\x00\x00\x00IEND" + end
    assert texts(content) == {"图片信息「Comment」": NUMBER}


def test_a_text_in_a_png_that_unpacks_to_gigabytes_is_left() -> None:
    bomb = zlib.compressobj(9)
    data = b"".join(bomb.compress(bytes(1_000_000)) for _ in range(20)) + bomb.flush()
    head, end = picture("PNG").split(b"\x00\x00\x00\x00IEND")
    content = head + chunk(b"zTXt", b"a\x00\x00" + data) + chunk(b"tEXt", b"b\x00c") + b"\x00\x00\x00\x00IEND" + end
    assert unread(content) == ["图片信息：图片信息太长，没有看"]
    assert Passage("图片信息「b」", "c") in found(content)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "AVIF"])
def test_a_picture_without_notes_says_nothing(file_format: str) -> None:
    assert [p for p in found(picture(file_format)) if p.part is not Part.TEXT] == []


def test_a_picture_of_absurd_size_is_not_unpacked() -> None:
    header = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 2, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"tEXt", b"a\x00b") + chunk(b"IEND", b"")
    assert texts(content) == {"图片信息「a」": "b"}
    gif = b"GIF89a" + struct.pack("<HH", 65535, 65535) + b"\x00\x00\x00;"
    assert len(unread(gif)) == 1


def test_a_svg_is_read_as_text() -> None:
    content = xml("svg", f"<title>题</title><text><tspan>{NUMBER[:6]}</tspan><tspan>{NUMBER[6:]}</tspan></text><metadata><dc:creator>测试甲</dc:creator></metadata><a href='tel:{PHONE}'/>").encode()  # fmt: skip
    assert {"题", NUMBER, f"tel:{PHONE}"} <= {p.text for p in found(content, "图.svg")}
    assert Passage("文中注明的作者", "测试甲", Part.AUTHOR) in found(content, "图.svg")
