"""docx → Markdown: mammoth knows Word, markdownify knows Markdown; what both pass over is added here or told."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from lxml import etree, html

from disclosure.importing.converted import Converted, Facts
from disclosure.importing.grid import MARK
from disclosure.importing.losses import Losses, NotImported
from disclosure.importing.markdown import strange_signs, to_markdown
from disclosure.importing.package import DAMAGED, opened, root_of
from disclosure.importing.pictures import Pictures
from disclosure.importing.properties import made_on
from disclosure.importing.word_numbering import Numbering
from disclosure.importing.word_rest import has_personal_traces, pieces_of, tell_rest
from disclosure.importing.word_tidy import free_boxes, tidy, write_numbers
from disclosure.importing.word_xml import named
from disclosure.masking.package import Package, discard, serialized

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='标题'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='标题 1'] => h1:fresh
p[style-name='标题 2'] => h2:fresh
p[style-name='标题 3'] => h3:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
br[type='page'] =>
br[type='column'] =>
"""
_AUTOMATIC = re.compile(r"[A-Za-z]:\\|\.(jpe?g|png|gif|bmp)$|^(图片|图像|Picture|Image|IMG)[ _]?\d*$|\n", re.IGNORECASE)
"""Descriptions that programs make up: a place on somebody's disk, 图片 1."""
_NOTE = re.compile(r"#(?:footnote|endnote)-(\d+)$")
_WEB = ("http://", "https://", "mailto:", "tel:")


def convert_word(content: bytes, name: str) -> Converted:
    """A Word file as Markdown.

    Raises:
        NotImported: locked, damaged or no Word file.
    """
    package = opened(content, name)
    document = next((one for one in sorted(package.parts) if re.fullmatch(r"word/document\d*\.xml", one)), "")
    if not document:
        raise NotImported("不是 Word 文件。请用 Word 或 WPS 打开，另存为 docx 再导入")
    losses = Losses()
    whole = root_of(package.parts[document])
    traces, pieces = has_personal_traces(package, whole), pieces_of(package)
    tell_rest(package, whole, losses)
    numbers = _make_ready(package, document, losses)
    pictures = Pictures(losses)
    root = _html(package, pictures, losses)
    notes = _take_notes(root)
    _links(root, losses)
    body = to_markdown(root, losses)
    if notes:
        body += "\n\n" + "\n".join(f"[^{number}]: {to_markdown(note, losses)}" for number, note in notes)
        losses.change(f"脚注、尾注 {len(notes)} 条：放在正文最后")
    if numbers:
        losses.change(f"自动编号 {numbers} 处：写成了文字")
    if signs := strange_signs(body):
        losses.change(f"特殊字体的符号 {len(signs)} 种，网页上可能显示成方框：{signs}")
    return Converted(
        body=body, facts=Facts(made=made_on(package)), beside=pictures.files, losses=losses, pieces=pieces,
        why_not_attached=f"里面有{traces}" if traces else "",
    )  # fmt: skip


def _make_ready(package: Package, document: str, losses: Losses) -> int:
    styles = root_of(package.parts["word/styles.xml"]) if "word/styles.xml" in package.parts else None
    lists = root_of(package.parts["word/numbering.xml"]) if "word/numbering.xml" in package.parts else None
    numbers = 0
    for part in (document, "word/footnotes.xml", "word/endnotes.xml"):
        if part in package.parts:
            root = root_of(package.parts[part])
            tidy(root, styles, losses)
            numbers += write_numbers(root, Numbering(lists, styles))
            free_boxes(root, losses)
            package.parts[part] = serialized(root)
    if styles is not None:
        package.parts["word/styles.xml"] = serialized(_slim(styles))
    return numbers


def _slim(styles: etree._Element) -> etree._Element:
    """Names of styles are all that mammoth looks at, and it takes longer over the rest than over the text."""
    for one in named(styles, "latentStyles", "docDefaults", "tblStylePr", "rPr", "tblPr", "tcPr", "trPr"):
        discard(one)
    return styles


def _html(package: Package, pictures: Pictures, losses: Losses) -> html.HtmlElement:
    """What mammoth makes of the file, with the names of pictures that were drawn anew."""
    import mammoth

    def drawn(image: Any) -> dict[str, str]:
        with image.open() as file:
            name = pictures.add(file.read())
        alt = image.alt_text or ""
        return {"src": name, "alt": name.partition(".")[0] if _AUTOMATIC.search(alt) or not alt.strip() else alt}

    try:
        result = mammoth.convert_to_html(
            BytesIO(package.to_bytes()), style_map=_STYLES, convert_image=mammoth.images.img_element(drawn),
            include_embedded_style_map=False, external_file_access=False,
        )  # fmt: skip
    except RecursionError:
        raise NotImported("文件的结构套得太深，读不下去") from None
    except Exception:  # mammoth has no error of its own: it raises whatever a damaged part leads to
        raise NotImported(DAMAGED) from None
    signs = [one.message for one in result.messages if "w:sym" in one.message]
    if signs:
        losses.lose(
            f"特殊字体的符号 {len(signs)} 个（{'；'.join(dict.fromkeys(one.partition(': ')[2] for one in signs))}）"
        )
    missing = [one for one in result.messages if "image file" in one.message or "external" in one.message.lower()]
    if missing:
        losses.lose(f"图片 {len(missing)} 张：不在文件里，只有一个链接")
    root = html.fragment_fromstring(result.value, create_parent="div")
    for image in [one for one in root.iter("img") if not one.get("src")]:
        image.drop_tree()
    return root


def _take_notes(root: html.HtmlElement) -> list[tuple[str, html.HtmlElement]]:
    """Take the notes from the end of the page, and leave `[^1]` where they are referred to."""
    notes, numbers = [], dict[str, str]()
    for link in [one for one in root.iter("a") if _NOTE.search(one.get("href", "")) and "-ref-" in one.get("id", "")]:
        number = numbers.setdefault(link.get("href", "")[1:], str(len(numbers) + 1))
        for part in list(link):
            part.drop_tree()
        link.text = f"{MARK}[^{number}]{MARK}"
        for name in list(link.attrib):
            del link.attrib[name]
    for item in [one for one in root.iter("li") if one.get("id") in numbers]:
        for back in [one for one in item.iter("a") if "-ref-" in one.get("href", "")]:
            back.drop_tree()
        note = html.fragment_fromstring("<div></div>")
        for paragraph in list(item):
            paragraph.tag = "span"
            note.append(paragraph)
        notes.append((numbers[item.get("id", "")], note))
        item.drop_tree()
    for empty in [one for one in root.iter("ol") if not len(one)]:
        empty.drop_tree()
    return sorted(notes, key=lambda one: int(one[0]))


def _links(root: html.HtmlElement, losses: Losses) -> None:
    """Keep links that lead somewhere on the web; places within the file and on a disk become plain text."""
    local = []
    for link in list(root.iter("a")):
        target = link.get("href", "")
        if target.startswith(_WEB):
            continue
        if target and not target.startswith("#"):
            local.append(target)
        link.drop_tag()
    if local:
        losses.lose(f"指向电脑里文件的链接 {len(local)} 个：只留下文字", local)
