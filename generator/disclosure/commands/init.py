"""`disclosure init`: a school's repository that works at once; again in it: brings up to date what the product wrote."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclosure.chinese_click import ChineseCommand
from disclosure.clock import today
from disclosure.commands.options import TODAY
from disclosure.commands.questions import DEFAULTS, ask_for, codes, read_answer, settle, why
from disclosure.domain.repository import Repository
from disclosure.reading.nodes import Unreadable
from disclosure.starting.answers import NO_REPOSITORY
from disclosure.starting.keys import ANSWERS, accounts, answers_from

if TYPE_CHECKING:
    from disclosure.starting.answers import Answers
    from disclosure.starting.memory import Memory
    from disclosure.starting.start_file import StartFile


def _options(command: Callable[..., int]) -> Callable[..., int]:
    """An option for each answer but the accounts, which may be given again and again."""
    for key in reversed([key for key in ANSWERS.keys if key.name != "accounts"]):
        default = f"默认 {DEFAULTS[key.name]}。" if key.name in DEFAULTS else ""
        words = "、".join(codes(key))
        about = key.about + (f"可选 {words}。" if words else "") + default
        command = click.option(f"--{key.name.replace('_', '-')}", key.name, metavar=key.chinese, help=about)(command)
    return command


@click.command("init", cls=ChineseCommand, context_settings={"max_content_width": 100})
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@_options
@click.option("--accounts", "listed", multiple=True, metavar="部门=@账号", help="这个部门在平台上的账号，可以写几次。")
@click.option("--yes", is_flag=True, help="不问，没写的用默认。你们改过的文件不动，新的写在旁边，名字后面加 .new。")
@TODAY
def init(folder: Path, listed: Sequence[str], yes: bool, on: date | None, **written: str | None) -> int:
    """建好一个学校的仓库，马上就能用；在里面再运行，更新程序写的文件。没写的，会在终端上问。"""
    from disclosure.starting.memory import read_memory

    memory = read_memory(folder)
    given = _given(written)
    asks = sys.stdin.isatty() and not yes
    if memory:
        return _again(folder, memory, given, listed, asks=asks)
    if asks:
        ask_for(given)
    elif missing := [key for key in ANSWERS.keys if key.required and key.name not in given]:
        told = "、".join(f"--{key.name.replace('_', '-')}（{key.chinese}，例如 {key.example}）" for key in missing)
        raise click.UsageError(f"还要写明 {told}")
    return _first(folder, _answers(given, {}, listed), on or today())


def _given(written: dict[str, str | None]) -> dict[str, Any]:
    found = {}
    for name, typed in written.items():
        if typed is not None:
            try:
                found[name] = read_answer(name, typed)
            except Unreadable as error:
                raise click.UsageError(f"--{name.replace('_', '-')} 的值不对：{why(error)}") from None
    return found


def _answers(
    given: dict[str, Any], before: dict[str, Any], listed: Iterable[str], *, of: Repository = NO_REPOSITORY
) -> Answers:
    """Raises UsageError where answers do not go together."""
    try:
        found = [accounts(one) for one in listed]
        changed: dict[str, tuple[str, ...]] = {}
        for department, more in found:
            changed[department] = (*changed.get(department, ()), *more)
        kept = {one: its for one, its in ((before.get("accounts") or {}) | changed).items() if its}
        return answers_from(before | given | {"accounts": kept}, of=of)
    except Unreadable as error:
        raise click.UsageError(why(error)) from None


def _first(folder: Path, answers: Answers, on: date) -> int:
    from disclosure.starting.memory import PLACE, memory_text
    from disclosure.starting.repository import beginning, kept_files
    from disclosure.starting.writing import clashes, write_first

    begun = beginning(answers, on)
    kept = kept_files(answers, begun.school, begun.catalogue, more=_of_editor(answers))
    texts = {file.path: file.text for file in (*begun.files, *kept)} | {PLACE: memory_text(answers, kept)}
    if taken := clashes(folder, texts):
        listed = "\n".join(f"  {path}" for path in taken)
        click.echo(
            f"{folder} 里已经有这些，什么也没有写：\n{listed}\n移走或改名，再运行一次；或者换一个文件夹，再把 data、site_src 里你们的文件拷过去。",
            err=True,
        )
        return 1
    write_first(folder, texts)
    click.echo(f"已建好 {folder}：{len(texts)} 个文件。\n\n接下来：\n{_next_steps(folder)}")
    return 0


def _next_steps(folder: Path) -> str:
    return (
        f"  cd {shlex.quote(str(folder))}\n  git init && git add -A && git commit -m 开始     记下第一版\n"
        "  disclosure check     检查\n  disclosure serve     在本机预览\n"
        "README.md 里写着平时要做的十件事。每个栏目有一条样本，标着草稿，不会公开。"
    )


def _of_editor(answers: Answers) -> Iterator[StartFile]:
    """What npm installs the editor from: its exact version, with digests."""
    from disclosure.editing.admin.install import editor_files
    from disclosure.starting.start_file import StartFile

    for name, text in editor_files(answers.repository.editor):
        yield StartFile(path=name, text=text)


def _again(folder: Path, memory: Memory, given: dict[str, Any], listed: Sequence[str], *, asks: bool) -> int:
    from disclosure.starting.again import given_in_data, to_be_written
    from disclosure.starting.hosting_files import unlike
    from disclosure.starting.repository import kept_files, setup_of

    school, catalogue = setup_of(folder)
    before = {**memory.given} | given_in_data(school, catalogue)
    answers = _answers(given, before, listed, of=school.repository)
    files = kept_files(answers, school, catalogue, more=_of_editor(answers))
    _bring_up_to_date(folder, answers, files, memory, asks=asks)
    own = [*to_be_written(answers, school, catalogue), *unlike(folder, answers.hosting)]
    if own:
        click.echo("\n下面这些在你们自己的文件里，请自己改：\n" + "\n".join(f"  {line}" for line in own))
    return 0


def _bring_up_to_date(
    folder: Path, answers: Answers, files: Sequence[StartFile], memory: Memory, *, asks: bool
) -> None:
    from disclosure.starting.memory import PLACE, memory_text
    from disclosure.starting.updating import Fate, steps_for
    from disclosure.starting.writing import write_again

    steps = steps_for(folder, files, memory.digests)
    texts: dict[str, str] = {}
    told: list[str] = []
    for step in steps:
        settle(step, texts, told, asks=asks)
    dropped = [step.path for step in steps if step.fate is Fate.DROP]
    write_again(folder, texts | {PLACE: memory_text(answers, files)}, dropped)
    click.echo("\n".join(told) if told else "没有要更新的。")
