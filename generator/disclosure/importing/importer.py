"""From sources to drafts, in memory: nothing is written here, so that everything is known before anything is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePosixPath

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.school import School
from disclosure.importing.converted import Beside, Converted, Facts
from disclosure.importing.draft_record import Placed
from disclosure.importing.files_beside import along
from disclosure.importing.guesses import Guesses, guess
from disclosure.importing.item_guess import column_for, guess_item
from disclosure.importing.losses import NotImported, Told
from disclosure.importing.options import Wishes
from disclosure.importing.page import ListPageError, convert_page
from disclosure.importing.persons import masked, personal_data_in
from disclosure.importing.plain import convert_markdown, convert_other, convert_pdf, convert_text
from disclosure.importing.sources import PAGES, Source
from disclosure.importing.words import count_words
from disclosure.reading.source_text import LARGEST_TEXT

Convert = Callable[[bytes, str], Converted]


def _word(content: bytes, name: str) -> Converted:
    from disclosure.importing.word import convert_word

    return convert_word(content, name)


def _workbook(content: bytes, name: str) -> Converted:
    from disclosure.importing.workbook import convert_workbook

    return convert_workbook(content, name)


def _picture(content: bytes, name: str) -> Converted:
    from disclosure.importing.losses import Losses
    from disclosure.importing.pictures import Pictures

    losses = Losses()
    pictures = Pictures(losses)
    kept = pictures.add(content)
    if not kept:
        raise NotImported(losses.lost[0].what.partition("：")[2])
    losses.change("图片里的字没有变成文字：请补上内容，看不见图的人也要能读")
    return Converted(
        body=f"![{PurePosixPath(name).stem}]({kept})", beside=pictures.files, losses=losses, original_is_attached=False
    )


_BY_SUFFIX: Mapping[str, Convert] = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), _word), **dict.fromkeys((".xlsx", ".xlsm"), _workbook),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp"), _picture),
    ".txt": convert_text, ".md": convert_markdown, ".markdown": convert_markdown, ".pdf": convert_pdf,
}  # fmt: skip
_AS_ATTACHMENT = frozenset(
    ".doc .wps .et .xls .ppt .pptx .dps .odt .ods .odp .ofd .rtf .zip .csv .docb .xlsb .mp4 .mp3".split()
)


@dataclass(slots=True, kw_only=True)
class Pending:
    """A draft that has no number yet."""

    source: Source
    digest: str
    title: str
    body: str
    guesses: Guesses
    placed: Placed
    beside: list[Beside]
    lost: list[Told]
    changed: list[Told]


@dataclass(slots=True)
class Outcome:
    """What came of all sources."""

    pending: list[Pending] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Label and reason."""
    lists: list[str] = field(default_factory=list)
    """Pages that are only lists of others."""
    known: list[str] = field(default_factory=list)
    """What was imported before."""


def prepare(
    sources: Iterable[Source], wishes: Wishes, *, school: School, catalogue: Catalogue, known: frozenset[str]
) -> Outcome:
    """Convert every source, guess, and look for personal data.

    Args:
        known: digests of what was imported before.
    """
    outcome, seen = Outcome(), set(known)
    for one in sources:
        try:
            content = one.read()
            digest = sha256(content).hexdigest()[:12]
            if digest in seen:
                outcome.known.append(one.label)
                continue
            pending = _prepared(one, content, digest, wishes, school, catalogue)
        except ListPageError:
            outcome.lists.append(one.label)
        except NotImported as reason:
            outcome.refused.append((one.label, str(reason)))
        except OSError as error:
            outcome.refused.append((one.label, f"读不了：{error.strerror or error}"))
        else:
            seen.add(digest)
            outcome.pending.append(pending)
    return outcome


def convert(one: Source, content: bytes) -> Converted:
    """A source by the extension of its name. Raises NotImported for kinds that are neither read nor attached."""
    suffix = PurePosixPath(one.name).suffix.lower()
    if suffix in PAGES or (one.page and re.match(r"\.(asp|jsp|php)", suffix)):
        return convert_page(content, one.resolve)
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix](content, one.name)
    if suffix in _AS_ATTACHMENT:
        return convert_other(content, one.name)
    raise NotImported(f"不能导入 {suffix or '没有扩展名的'} 文件")


def _prepared(
    one: Source, content: bytes, digest: str, wishes: Wishes, school: School, catalogue: Catalogue
) -> Pending:
    converted = convert(one, content)
    if not converted.body and not converted.may_be_empty:
        raise NotImported("文件里没有内容")
    converted.facts = _merged(one.facts, converted.facts)
    departments = {item.department for item in catalogue.items.values() if item.department}
    guesses = guess(converted, stem=PurePosixPath(one.name).stem, school=school.name, departments=departments)
    body = _without_title(converted.body, guesses.title)
    count_words(converted.pieces, f"{guesses.title}\n{body}", converted.losses)
    if wishes.masked:
        body, title, hidden = masked(body, guesses.title, school)
        guesses = replace(guesses, title=title)
        if hidden:
            converted.losses.change(f"个人信息 {hidden} 处：隐去了")
    placed = _placed(guesses, wishes, catalogue)
    if guesses.formed and guesses.formed > placed.published:  # a file that was saved again later
        guesses = replace(guesses, formed=None)
    beside = along(one, content, converted, wishes, school)
    body = _with_sentence(body, converted, beside)
    if not body.strip():
        raise NotImported("除了附件没有别的内容，附件又没有带上")
    if len(body.encode()) > LARGEST_TEXT * 3 // 4:
        raise NotImported("正文太长，请拆成几个文件，或者只作附件")
    if found := personal_data_in(f"{guesses.title}\n\n{body}", school, with_contacts=wishes.with_contacts):
        raise NotImported(
            f"正文里有{found}。草稿也是仓库里的文件，git 会一直记得：请先删去，或者加 --masked 隐去" + _contacts(found)
        )
    return Pending(
        source=one, digest=digest, title=guesses.title, body=body, guesses=guesses, placed=placed,
        beside=beside.files, lost=converted.losses.lost, changed=converted.losses.changed,
    )  # fmt: skip


def _contacts(found: str) -> str:
    kinds = {part.rpartition(" 处")[0].partition(" ")[0] for part in found.split("、")}
    return "；只是公开的联系方式的，加 --with-contacts" if kinds <= {"手机号码", "电子邮箱", "微信号或QQ号"} else ""


def _merged(given: Facts, own: Facts) -> Facts:
    """A feed's title and day count more than the page's; a day from an address counts less."""
    return Facts(
        title=given.title or own.title, published=given.published or own.published, made=own.made or given.made,
        department=own.department or given.department, document_number=own.document_number,
    )  # fmt: skip


def _placed(guesses: Guesses, wishes: Wishes, catalogue: Catalogue) -> Placed:
    item = wishes.item or (None if wishes.column else guess_item(guesses.title, catalogue))
    column = catalogue.column(item.column) if item else wishes.column or column_for(guesses.title, catalogue)
    signed = guesses.formed if wishes.as_signed else None
    published = wishes.published or guesses.published or signed or guesses.begins or wishes.today
    said = {*(["item"] if wishes.item else []), *(["published"] if wishes.published else [])}
    return Placed(item=item, column=column, published=published, department=wishes.department, said=frozenset(said))


def _without_title(body: str, title: str) -> str:
    """The body without the lines near its beginning that are the title, which the page shows already."""
    blocks = body.split("\n\n")
    plain = re.sub(r"\W", "", title)
    for at in range(min(6, len(blocks))) if plain else ():
        for count in (1, 2):
            if re.sub(r"\W", "", "".join(blocks[at : at + count])) == plain:
                return "\n\n".join(blocks[:at] + blocks[at + count :])
    return body


def _with_sentence(body: str, converted: Converted, beside: object) -> str:
    name = getattr(beside, "original", "")
    is_whole = converted.original_is_attached and bool(body) and not name.lower().endswith(".pdf")
    if not name or is_whole:
        return body
    target = f"<{name}>" if re.search(r"[\s()]", name) else name
    return f"全文见附件 [{name}]({target})。\n\n{body}".strip()
