"""Presentations."""

from __future__ import annotations

from documents.making import NUMBER, found, office, relations, texts, xml


def slide(text: str, attributes: str = "") -> str:
    return xml(
        "p:sld", f"<p:cSld><p:spTree><p:sp><p:txBody>{lines(text)}</p:txBody></p:sp></p:spTree></p:cSld>", attributes
    )


def lines(*texts: str) -> str:
    return "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in texts)


def presentation(**parts: str) -> bytes:
    """Two slides, of which the second file is shown first."""
    shown = '<p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId1"/></p:sldIdLst>'
    return office({
        "ppt/presentation.xml": xml("p:presentation", shown),
        "ppt/_rels/presentation.xml.rels": relations(rId1="slides/slide1.xml", rId2="slides/slide2.xml"),
        "ppt/slides/slide1.xml": slide("后", 'show="0"'),
        "ppt/slides/slide2.xml": slide("前"),
        **{f"ppt/{name}": content for name, content in parts.items()},
    })  # fmt: skip


def test_slides_are_numbered_as_they_are_shown_and_hidden_ones_are_read() -> None:
    assert list(texts(presentation()).items()) == [("第1张幻灯片第1段", "前"), ("第2张幻灯片第1段", "后")]


def test_speaker_notes_comments_and_charts_are_placed_at_their_slide() -> None:
    cache = "".join(f"<c:pt idx='{n}'><c:v>{text}</c:v></c:pt>" for n, text in enumerate(("测试甲", "测试乙")))
    result = texts(presentation(**{
        "slides/_rels/slide1.xml.rels": relations(
            rId1="../notesSlides/notesSlide1.xml", rId2="../comments/comment1.xml", rId3="../charts/chart1.xml", rId4="../slideLayouts/slideLayout1.xml"
        ),
        "notesSlides/notesSlide1.xml": xml("p:notes", lines("讲稿", NUMBER)),
        "comments/comment1.xml": xml("p:cmLst", "<p:cm><p:text>改一下</p:text></p:cm>"),
        "charts/chart1.xml": xml("c:chartSpace", f"<c:strCache>{cache}</c:strCache>"),
        "slideLayouts/slideLayout1.xml": xml("p:sldLayout", lines("单击此处")),
        "commentAuthors.xml": xml("p:cmAuthorLst", '<p:cmAuthor name="测试丙" initials="C"/>'),
    }))  # fmt: skip
    assert result["第2张幻灯片备注第1段"] == "讲稿"
    assert result["第2张幻灯片备注第2段"] == NUMBER
    assert result["第2张幻灯片批注第1段"] == "改一下"
    assert result["第2张幻灯片图表第1行"] == "测试甲\t测试乙"
    assert result["母版第1段"] == "单击此处"
    assert result["文中注明的作者"] == "测试丙"


def test_tables_on_slides_are_rows() -> None:
    cells = "".join(f"<a:tc><a:txBody>{lines(text)}</a:txBody></a:tc>" for text in ("测试甲", NUMBER))
    result = texts(presentation(**{"slides/slide1.xml": xml("p:sld", f"<a:tbl><a:tr>{cells}</a:tr></a:tbl>")}))
    assert result["第2张幻灯片表格1第1行"] == f"测试甲\t{NUMBER}"


def test_a_slide_that_the_presentation_does_not_show_is_read() -> None:
    assert texts(presentation(**{"slides/slide3.xml": slide(NUMBER)}))["「slide3.xml」第1段"] == NUMBER


def test_a_presentation_with_a_damaged_table_of_contents_is_still_read() -> None:
    content = presentation(**{"_rels/presentation.xml.rels": "<Relationships>"})
    assert {"前", "后"} <= {passage.text for passage in found(content)}
