"""PDF: the text of the pages, and all that stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from disclosure.documents.found import Document, Enclosed, Found, Unreadable, unread
from disclosure.documents.guard import DAMAGED, guarded, silence
from disclosure.documents.limits import MAX_PAGES
from disclosure.documents.passage import Passage
from disclosure.documents.pdf_effort import TOO_COMPLEX, Effort
from disclosure.documents.pdf_extras import bookmarks, embedded_files, form_fields, notes, properties
from disclosure.documents.pdf_resources import has_picture, has_unmapped_font

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

Numbers = list[int]


def read_pdf(document: Document) -> Iterator[Found]:
    """Text by page, notes on the pages, form fields, bookmarks, properties and embedded files.

    Pages that are only a picture, and pages in fonts that do not say which letters they draw, are named once at the end.

    Raises:
        Unreadable: a password is needed.
        pypdf.errors.PyPdfError and others: damaged beyond pypdf's repair.
    """
    silence("pypdf")
    reader = _opened(document.content)
    files: set[bytes] = set()
    for found in _parts(reader, document):
        if not isinstance(found, Enclosed):
            yield found
        elif found.content not in files:  # a file that is pinned to a page is often in the document's list as well
            files.add(found.content)
            yield Passage("附件的文件名", found.name)
            yield found


def _parts(reader: PdfReader, document: Document) -> Iterator[Found]:
    yield from guarded(_pages(reader, document))
    yield from guarded(form_fields(reader), place="表单")
    yield from guarded(bookmarks(reader), place="书签")
    yield from guarded(properties(reader), place="文档属性")
    yield from guarded(embedded_files(reader, document.allowance), place="附件")


def _opened(content: bytes) -> PdfReader:
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(content))
        is_open = not reader.is_encrypted or reader.decrypt("")
    except NotImplementedError:
        raise Unreadable("PDF 加了密，看不到里面的文字，请另存为不加密的 PDF") from None
    if not is_open:
        raise Unreadable("PDF 有密码，看不到里面的文字")
    if not len(reader.pages):
        raise Unreadable("PDF 里没有找到页面")
    return reader


def _pages(reader: PdfReader, document: Document) -> Iterator[Found]:
    pictures, unmapped, effort = Numbers(), Numbers(), Effort()
    for number, page in enumerate(islice(reader.pages, MAX_PAGES), 1):
        place = f"第{number}页"
        is_blank = True
        for found in guarded(_text(page, effort)):
            is_blank = False
            yield found._replace(place=place)
        yield from guarded(notes(page, place, document.allowance), place=f"{place}批注")
        if effort.is_spent:
            yield unread(f"第{number}页以后没有看")
            break
        if is_blank and (effort.saw_picture or _is_so(has_picture, page)):
            pictures.append(number)
        elif _is_so(has_unmapped_font, page):
            unmapped.append(number)
    if len(reader.pages) > MAX_PAGES:
        yield unread(f"第{MAX_PAGES}页以后没有看")
    if pictures:
        yield unread(f"{_listed(pictures)}是图片，看不到文字")
    if unmapped:
        yield unread(f"{_listed(unmapped)}的字体没有文字对照表，看不到全部文字")


def _text(page: PageObject, effort: Effort) -> Iterator[Passage]:
    from pypdf.errors import LimitReachedError

    if _is_lost(page):
        raise Unreadable(DAMAGED)
    try:
        effort.begin(page)
        text = page.extract_text(visitor_operand_before=effort.follow).strip()
    except LimitReachedError:
        raise Unreadable(TOO_COMPLEX) from None
    if text:
        yield Passage("", text)
    if effort.is_spent:  # pypdf has swallowed that in the last of its forms
        raise Unreadable(TOO_COMPLEX)


def _is_lost(page: PageObject) -> bool:
    """Whether pypdf has put an empty page in the place of one that it could not make sense of."""
    if "/Contents" in page:
        return page.get_contents() is None
    return page.get("/Type") != "/Page"


def _is_so(question: Callable[[PageObject], bool], page: PageObject) -> bool:
    """The answer, where the page is too damaged for one: no."""
    try:
        return question(page)
    except Exception:
        return False


def _listed(numbers: Numbers) -> str:
    """`第1、3—5页`"""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return f"第{'、'.join(str(first) if first == last else f'{first}—{last}' for first, last in spans)}页"
