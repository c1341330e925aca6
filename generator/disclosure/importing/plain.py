"""Text files → Markdown, and PDF as far as its text goes."""

from __future__ import annotations

import re

from disclosure.documents.decoding import decode, is_text
from disclosure.documents.extract import passages
from disclosure.documents.limits import MAX_CONTENT
from disclosure.documents.passage import Part
from disclosure.domain.characters import without_controls
from disclosure.importing.converted import Converted
from disclosure.importing.losses import Losses, NotImported
from disclosure.importing.markdown import escaped

_ENDS = tuple("。！？；：…）】》”.!?;:")
_BEGINS = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]+[章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．]|[●◆■▪•·①-⑳]|附件|附：)"
)
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_SHORT_LINE = 16


def convert_text(content: bytes, name: str) -> Converted:
    """A text file: each line is a paragraph, nothing means anything but itself. Raises NotImported for no text."""
    text = _text(content)
    lines = [line.strip(" \t\u3000") for line in text.split("\n")]
    return Converted(
        body="\n\n".join(escaped(line) for line in lines if line), pieces=lines, original_is_attached=False
    )


def convert_markdown(content: bytes, name: str) -> Converted:
    """A Markdown file: as it is, without a front matter of its own. Raises NotImported for no text."""
    text, losses = _text(content), Losses()
    head = _FRONT_MATTER.match(text)
    if head:
        losses.lose("文件开头的信息区（两行 --- 之间）", head[0].splitlines()[1:-1])
        text = text[head.end() :]
    return Converted(body=text.strip(), pieces=text.split("\n"), losses=losses, original_is_attached=False)


def convert_pdf(content: bytes, name: str) -> Converted:
    """The text of a PDF under a sentence that points to the file. Lines are joined to paragraphs as far as one can tell."""
    losses, lines, unread = Losses(), list[str](), list[str]()
    for passage in passages(content, name=name):
        if passage.part is Part.UNREAD:
            unread.append(f"{passage.place}{passage.text}")
        elif passage.part is Part.TEXT and re.fullmatch(r"第\d+页", passage.place):
            lines += [line.strip() for line in passage.text.split("\n") if line.strip()]
    losses.change("PDF 只取了文字，版式、表格和图片看附件；请逐行核对" if lines else "PDF 里没有取到文字，内容看附件")
    for reason in unread:
        losses.lose(f"PDF：{reason}")
    paragraphs = [escaped(without_controls(one)) for one in _paragraphs(lines)]
    return Converted(body="\n\n".join(paragraphs), pieces=lines, losses=losses, may_be_empty=True)


def convert_other(content: bytes, name: str) -> Converted:
    """A file that only people with the right program can read: a draft that points to it."""
    losses = Losses()
    losses.lose("文件里的内容没有读（这种格式只作附件）。要有网页正文，请另存为 docx 或 xlsx 再导入")
    return Converted(body="", losses=losses, may_be_empty=True)


def _text(content: bytes) -> str:
    if len(content) > MAX_CONTENT:
        raise NotImported(f"文件超过 {MAX_CONTENT // 1024 // 1024} MB")
    if content.strip() and not is_text(content):
        raise NotImported("不是文字文件，或者编码不认识。请用记事本打开，另存为 UTF-8")
    return without_controls(decode(content)).replace("\r\n", "\n").replace("\r", "\n")


def _paragraphs(lines: list[str]) -> list[str]:
    made: list[str] = []
    for line in lines:
        if made and len(made[-1]) > _SHORT_LINE and not made[-1].endswith(_ENDS) and not _BEGINS.match(line):
            made[-1] += (" " if made[-1][-1].isascii() and line[0].isascii() else "") + line
        else:
            made.append(line)
    return made
