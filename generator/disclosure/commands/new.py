"""`disclosure new`: a new record, by its options, or as an interview where somebody can be asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from disclosure.chinese_click import ChineseCommand, day
from disclosure.clock import today
from disclosure.commands.options import ROOT
from disclosure.errors.formats.text import as_text
from disclosure.errors.problem import Problem, Severity
from disclosure.reading.draft import draft_text, folder_of_new, next_id

if TYPE_CHECKING:
    from disclosure.domain.catalogue import Catalogue, Item
    from disclosure.domain.library import Library
    from disclosure.editing.interview.outcome import Outcome


@click.command(cls=ChineseCommand)
@click.argument("item", metavar="[事项]", required=False)
@ROOT
@click.option("--title", metavar="标题", help="记录的标题。")
@click.option("--published", type=day, metavar="日期", help="公布日期，默认今天。")
@click.option("--folder", is_flag=True, help="建成文件夹，附件放在里面。")
def new(item: str | None, root: Path, title: str | None, published: date | None, folder: bool) -> int:
    """新建一条记录：在终端里一问一答；写明事项和标题就不问。编号和要填的内容自动写好。"""
    from disclosure.pipeline import read_and_check

    library = read_and_check(root, published or today()).library
    chosen = _named(library.catalogue, item)
    if sys.stdin.isatty() and not (chosen and title):
        return _interview(library, root, _known(item, title, published), folder=folder)
    if chosen is None:
        raise click.UsageError(f"请写明一个公开事项的编号：\n{_offered(library.catalogue, item)}")
    if not title:
        raise click.UsageError("请用 --title 写明标题")
    published = published or today()
    record_id, path = _place(library, root, chosen, published, folder=folder)
    _write(path, draft_text(chosen, record_id=record_id, title=title, published=published))
    click.echo(f"已新建 {path}\n写好以后删掉“草稿: 是”那一行，再运行 disclosure check。")
    return 0


def _named(catalogue: Catalogue, written: str | None) -> Item | None:
    """The one item that was named, by id, name or part of a name. Raises UsageError where it is switched off."""
    exact = catalogue.item_names.get(written or "")
    if exact and not exact.enabled:
        raise click.UsageError(f"事项 {exact.id} {exact.name}已停用：在 data/catalogue.yml 里启用，或选别的事项")
    found = _matching(catalogue, written)
    return exact or (found[0] if len(found) == 1 else None)


def _matching(catalogue: Catalogue, written: str | None) -> list[Item]:
    return [item for item in catalogue.items.values() if item.enabled and (not written or written in item.name)]


def _offered(catalogue: Catalogue, written: str | None) -> str:
    offered = _matching(catalogue, written) or _matching(catalogue, None)
    return "\n".join(f"  {item.id}  {item.name}（{catalogue.column(item.column).full_name}）" for item in offered)


def _place(library: Library, root: Path, item: Item, published: date, *, folder: bool) -> tuple[str, Path]:
    """The new record's number and file."""
    records = root / "data/records"
    record_id = next_id([*library.records, *(path.stem for path in records.rglob("*"))], published.year)
    place = folder_of_new(records, item, published.year)
    return record_id, place / (f"{record_id}/index.md" if folder else f"{record_id}.md")


def _write(path: Path, text: str) -> None:
    """Never over a file that is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(text.encode())


def _known(item: str | None, title: str | None, published: date | None) -> dict[str, str]:
    """What the options say already, as answers that were typed."""
    typed = {"item/word": item, "title": title, "published": published.isoformat() if published else None}
    return {name: text for name, text in typed.items() if text}


def _interview(library: Library, root: Path, typed: Mapping[str, str], *, folder: bool) -> int:
    """Ask, and write at the end. Until then nothing is written: Ctrl+C leaves nothing behind."""
    from disclosure.editing.interview.ground import ground_of
    from disclosure.editing.interview.question import prompt_of
    from disclosure.editing.interview.talk import GREETING, Talk

    talk = Talk(ground=ground_of(library, today()), typed=dict(typed), folder=folder)
    click.echo(GREETING)
    asked = ""
    while question := talk.question():
        if question.shown and question.name != asked:
            click.echo(question.shown)
        asked = question.name
        answer = click.prompt(prompt_of(question), default="", show_default=False, prompt_suffix="：")
        if said := talk.take(question, answer):
            click.echo(said)
    if talk.is_dropped:
        click.echo("没有写。")
        return 0
    return _finish(talk.outcome(), library, root, is_draft=not talk.is_public)


def _finish(found: Outcome, library: Library, root: Path, *, is_draft: bool) -> int:
    """Write the record, check it, and say what comes next. What has problems stays a draft."""
    record_id, path = _place(library, root, found.item, found.published, folder=found.folder)
    text = partial(draft_text, found.item, record_id=record_id, title=found.title, published=found.published, given=found.given, body=found.body)  # fmt: skip
    _write(path, text(is_draft=is_draft))
    is_public = False
    try:
        problems = _problems_of(path, root)
        is_public = not is_draft and not problems
    finally:
        if not (is_draft or is_public):  # or somebody pressed Ctrl+C before the check came to an end
            path.write_bytes(text(is_draft=True).encode())
    click.echo(f"已新建 {path}")
    if problems:
        click.echo(as_text(problems))
    click.echo("\n".join(_next_steps(found, path, is_public=is_public, has_problems=bool(problems))))
    return 0


def _problems_of(path: Path, root: Path) -> tuple[Problem, ...]:
    """What a check would say of the new file."""
    from disclosure.pipeline import read_and_check

    own = path.relative_to(root).as_posix()
    found = read_and_check(root, today()).problems
    return tuple(one for one in found if one.path.as_posix() == own and one.severity is not Severity.HINT)


def _next_steps(found: Outcome, path: Path, *, is_public: bool, has_problems: bool) -> Iterator[str]:
    if is_public:
        yield "检查过了，没有问题，已经不是草稿。"
        steps = ["运行 disclosure serve 看一看", "提交，合并以后网站上就有"]
    else:
        to_write = [word for word in found.missing if word != "附件"]
        wanted = [f"打开文件，补上{'、'.join(to_write)}"] if to_write else []
        files = [f"附件放进 {path.parent}"] if found.folder else []
        mended = ["改好上面的问题"] if has_problems else []
        steps = [*wanted, *files, *mended, "删掉“草稿: 是”那一行，才会公开", "运行 disclosure check，再提交"]
    yield from (f"{number}. {step}。" for number, step in enumerate(steps, start=1))
