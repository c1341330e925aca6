"""`disclosure opinion` and `disclosure request`: what came in and what was answered, entered into data/registers/."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclosure.chinese_click import ChineseGroup, nearest
from disclosure.clock import today
from disclosure.commands.forms import given_by, options_of
from disclosure.commands.options import ROOT, TODAY
from disclosure.domain.register_days import answer_due, reply_due
from disclosure.reading.form import Part
from disclosure.reading.register_keys import OPINION, REQUEST

if TYPE_CHECKING:
    from disclosure.entering import Change, Entered
    from disclosure.reading.registers import RegisterFile

_OPINION_KEYS = ("received", "source", "text", "topic", "record", "item", "department", "owner", "reply_by", "sender")
_REPLY_KEYS = ("answered", "answer", "outcome", "corrected_by", "republished", "fed_back", "minutes")
_REQUEST_KEYS = ("received", "applicant", "text", "method", "department", "sender")
_ANSWER_KEYS = ("answered", "answer", "reason", "exemption", "record", "reported")
_EXTENSION = REQUEST.spelled["extension"]
assert isinstance(_EXTENSION, Part)
_EXTENSION_FORM = _EXTENSION.form
_TODAY = {"received": "今天", "answered": "今天", "date": "今天"}
_ID = click.argument("entry_id", metavar="编号")
_WIDTH = {"max_content_width": 100}
_AFTERWARDS = "运行 disclosure check 看一遍，再提交。"


@click.group("opinion", cls=ChineseGroup, context_settings=_WIDTH)
def opinion() -> None:
    """登记群众意见和答复，写进 data/registers/opinions.yml。"""


@click.group("request", cls=ChineseGroup, context_settings=_WIDTH)
def request() -> None:
    """登记依申请公开和答复，写进 data/registers/requests.yml。"""


@opinion.command("add")
@options_of(OPINION, *_OPINION_KEYS, defaults=_TODAY)
@ROOT
@TODAY
def add_opinion(root: Path, on: date | None, **written: Any) -> int:
    """登记一条意见：编号自动接着排，限期自动算好。没写的必填项，会问。"""
    return _add("opinions", root, on or today(), written, _OPINION_KEYS, prefix="YJ")


@opinion.command("answer")
@_ID
@options_of(OPINION, *_REPLY_KEYS, defaults=_TODAY)
@ROOT
@TODAY
def answer_opinion(entry_id: str, root: Path, on: date | None, **written: Any) -> int:
    """登记一条意见的答复。"""
    file, day = _file("opinions"), on or today()
    _refuse(root, file, entry_id, answered="答复过")
    written["answered"] = written["answered"] or day.isoformat()
    given = given_by(OPINION, written, *_REPLY_KEYS, wanted=("answer", "outcome"))
    return _complete(file, entry_id, given, root, day, f"把答复告诉提意见的人，告诉了就加一行 反馈日期。{_AFTERWARDS}")


@request.command("add")
@options_of(REQUEST, *_REQUEST_KEYS, defaults=_TODAY)
@ROOT
@TODAY
def add_request(root: Path, on: date | None, **written: Any) -> int:
    """登记一份公开申请：编号自动接着排，限期自动算好。没写的必填项，会问。"""
    return _add("requests", root, on or today(), written, _REQUEST_KEYS, prefix="SQ")


@request.command("answer")
@_ID
@options_of(REQUEST, *_ANSWER_KEYS, defaults=_TODAY)
@ROOT
@TODAY
def answer_request(entry_id: str, root: Path, on: date | None, **written: Any) -> int:
    """登记一份申请的答复。部分公开、不予公开的，要写理由和备案册编号。"""
    file, day = _file("requests"), on or today()
    _refuse(root, file, entry_id, answered="答复过")
    written["answered"] = written["answered"] or day.isoformat()
    given = given_by(REQUEST, written, *_ANSWER_KEYS, wanted=("answer",))
    return _complete(file, entry_id, given, root, day, f"把答复送给申请人。{_AFTERWARDS}")


@request.command("extend")
@_ID
@options_of(_EXTENSION_FORM, "date", "reason", defaults=_TODAY)
@ROOT
@TODAY
def extend_request(entry_id: str, root: Path, on: date | None, **written: Any) -> int:
    """登记一份申请延长答复：到期以前告诉申请人，写明理由，只能延长一次。"""
    file, day = _file("requests"), on or today()
    _refuse(root, file, entry_id, answered="答复过", extension="延长过")
    written["date"] = written["date"] or day.isoformat()
    given = given_by(_EXTENSION_FORM, written, "date", "reason", wanted=("reason",))
    return _complete(file, entry_id, {"extension": given}, root, day, f"把延长和理由告诉申请人。{_AFTERWARDS}")


def _file(name: str) -> RegisterFile:
    from disclosure.reading.registers import REGISTER_FILES

    return next(file for file in REGISTER_FILES if file.name == name)


def _add(name: str, root: Path, day: date, written: dict[str, Any], names: tuple[str, ...], *, prefix: str) -> int:
    """Enter something new. The number is given when the file is read, so that it follows on the last one."""
    from disclosure.reading.load import read_setup
    from disclosure.reading.register_entries import next_entry_id
    from disclosure.reading.register_text import ids_in, with_entry
    from disclosure.reading.source_text import decode

    file = _file(name)
    read_setup(root)  # nobody is asked anything where there is no school to write it down in
    written["received"] = written["received"] or day.isoformat()
    given = given_by(file.form, written, *names, wanted=[key.name for key in file.form.keys if key.required])
    year = date.fromisoformat(given["received"]).year

    def change(content: bytes) -> tuple[bytes, int]:
        given["id"] = next_entry_id(ids_in(decode(content), file), year, prefix=prefix)
        return with_entry(content, file, given)

    entered = _enter(root, file, day, change)
    if entered is None:
        return 1
    command = "opinion" if name == "opinions" else "request"
    _say(entered, file, given["id"], given, f"答复以后登记：disclosure {command} answer {given['id']}")
    if "sender" in given:
        click.echo("来信人、申请人信息只留在这个文件里，网站上不出现；仓库对外公开的，请删掉那几行。")
    return 0


def _complete(file: RegisterFile, entry_id: str, given: dict[str, Any], root: Path, day: date, then: str) -> int:
    """Add keys to an entry."""
    from disclosure.reading.register_text import with_keys

    entered = _enter(root, file, day, partial(with_keys, file=file, entry_id=entry_id, given=given))
    if entered is None:
        return 1
    _say(entered, file, entry_id, given, then)
    return 0


def _refuse(root: Path, file: RegisterFile, entry_id: str, **done: str) -> None:
    """Raises UsageError where there is no such entry, or where what is to be entered has been entered."""
    from disclosure.entering import content_of
    from disclosure.reading.load import read_setup
    from disclosure.reading.register_text import keys_in

    read_setup(root)
    entries = keys_in(content_of(root, file), file)
    if entry_id not in entries:
        raise click.UsageError(f"{file.path} 里没有编号是 {entry_id} 的{nearest(entry_id, entries)}")
    for key, word in done.items():
        if line := entries[entry_id].get(key):
            raise click.UsageError(f"{entry_id} 已经{word}（{file.path} 第 {line} 行）；要改的用编辑器改")


def _enter(root: Path, file: RegisterFile, day: date, change: Change) -> Entered | None:
    """What was written; None, and the reasons on the screen, where it has errors."""
    from disclosure.entering import EntryRefusedError, enter

    try:
        return enter(root, file, day, change)
    except EntryRefusedError as error:
        told = (f"  {one.code} {one.message}\n      怎么改：{one.hint}" for one in error.problems)
        click.echo("\n".join(["有错误，没有写：", *told]), err=True)
        return None


def _say(entered: Entered, file: RegisterFile, entry_id: str, given: dict[str, Any], then: str) -> None:
    from disclosure.reading.register_entries import entry_rows

    rows = "\n".join("  " + row for row in entry_rows(file.form, given))
    click.echo(f"已登记 {entry_id}，写在 {entered.path} 第 {entered.line} 行：\n{rows}\n")
    for one in entered.notices:
        click.echo(f"请留意：{one.message}。{one.hint}")
    if last := _deadline(entered, file, entry_id):
        click.echo(last)
    click.echo(then)


def _deadline(entered: Entered, file: RegisterFile, entry_id: str) -> str:
    """Until when it has to be answered; '' where it has been."""
    library = entered.library
    school = library.school
    entry = next((one for one in getattr(library.registers, file.name) if one.id == entry_id), None)
    if entry is None or entry.answered or entry.answer:
        return ""
    last, is_known = (
        reply_due(entry, school.settings, library.calendar)
        if file.name == "opinions"
        else answer_due(entry, school.guide, library.calendar)
    )
    return f"限期：{last} 以前（含当天）答复。" if is_known else f"限期：工作日安排还没有公布，至少到 {last}。"
