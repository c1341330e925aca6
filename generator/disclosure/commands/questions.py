"""The questions of `disclosure init`, on a terminal: what a school is like, and what becomes of files that people changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from disclosure.domain.repository import HOSTS_OF, Editor, GitHost
from disclosure.reading.form import Key, Part
from disclosure.reading.nodes import Scalar, Unreadable
from disclosure.starting.answers import Hosting
from disclosure.starting.keys import ANSWERS, CHOICES, PRESETS, SAYING, WITH_PAGES

if TYPE_CHECKING:
    from disclosure.domain.vocabulary import Word
    from disclosure.starting.updating import Step

DEFAULTS = {"stage": "无", "preset": "standard", "host": "none", "hosting": "folder", "editor": "none"}
"""What an answer is where nobody gives one, as it is typed."""


def ask_for(given: dict[str, Any]) -> None:
    """Ask for what no option gave, each until there is an answer that can be used."""
    click.echo("几个问题，直接按回车就用方括号里的。以后都可以改。\n")
    for key in ANSWERS.keys:
        if key.name in given or key.name == "accounts":
            continue
        if key.name in ("repository_url", "editor") and given["host"] is GitHost.NONE:
            continue
        given[key.name] = _asked(key, given)


def _asked(key: Key | Part, given: dict[str, Any]) -> Any:
    words = codes(key, given)
    click.echo(f"{key.chinese}：{key.about}" + ("" if words else f"例如 {key.example}"))
    for number, code in enumerate(words, start=1):
        click.echo(f"  {number}  {code}{_meaning(key, code)}")
    default = DEFAULTS.get(key.name, "")
    while True:
        typed = str(click.prompt(f"  {key.chinese}", default=default, show_default=bool(default), prompt_suffix="："))
        if typed.isdecimal() and 0 < int(typed) <= len(words):
            typed = words[int(typed) - 1]
        try:
            if words and typed not in words:
                raise Unreadable(
                    f"「{typed}」不在可选范围内", line=0, advice=f"写上面的词或它前面的数字：{'、'.join(words)}"
                )
            value = read_answer(key.name, typed)
        except Unreadable as error:
            click.echo(f"  {why(error)}")
        else:
            click.echo()
            return value


def codes(key: Key | Part, given: dict[str, Any] | None = None) -> list[str]:
    """What may be chosen, as it is typed; nothing for what is free."""
    if key.name == "preset":
        return list(PRESETS)
    offered: Sequence[Word] = CHOICES.get(key.name, ())
    if given is not None:
        offered = [word for word in offered if _fits(word, given)]
    return [word.label for word in offered] + (["无"] if key.name == "stage" else [])


def _fits(word: Word, given: dict[str, Any]) -> bool:
    host = given.get("host", GitHost.NONE)
    if isinstance(word, Editor):
        return host in HOSTS_OF[word]
    return word is not Hosting.PAGES or host in WITH_PAGES


def _meaning(key: Key | Part, code: str) -> str:
    said = PRESETS.get(code) or next(
        (SAYING[word] for word in CHOICES.get(key.name, ()) if word.label == code and word in SAYING), ""
    )
    return f"  {said}" if said else ""


def read_answer(name: str, typed: str) -> Any:
    """An answer from what was typed. Raises Unreadable."""
    key = ANSWERS.spelled[name]
    assert isinstance(key, Key)
    if name == "repository_url" and not typed.strip():
        return ""
    return key.read(Scalar(text=typed, line=0, plain=False))


def why(error: Unreadable) -> str:
    """What is wrong with an answer, and how it is written."""
    return f"{error.message}。{error.advice or f'正确写法：{error.example}'}"


def settle(step: Step, texts: dict[str, str], told: list[str], *, asks: bool) -> None:
    """Decide on a file, with its people where they are there to be asked."""
    from disclosure.starting.updating import NEW_BESIDE, Fate

    match step.fate:
        case Fate.ADD | Fate.UPDATE:
            texts[step.path] = step.text
            told.append(f"{'新增' if step.fate is Fate.ADD else '更新'} {step.path}")
        case Fate.CHANGED:
            answer = _choice(step) if asks else "b"
            if answer == "y":
                texts[step.path] = step.text
                told.append(f"换成新的 {step.path}")
            elif answer == "b":
                texts[step.path + NEW_BESIDE] = step.text
                told.append(f"没有动 {step.path}（你们改过）。新的写在 {step.path}{NEW_BESIDE}，对照着改，改完删掉它")
            else:
                told.append(f"没有动 {step.path}（你们改过）")
        case Fate.MISSING:
            if asks and click.confirm(f"{step.path} 已经被你们删掉，要重新写吗", default=False, prompt_suffix="？"):
                texts[step.path] = step.text
                told.append(f"重新写了 {step.path}")
            else:
                told.append(f"没有写 {step.path}（你们删掉了）。要它回来：删掉 .disclosure/init.yml 里那一行，再运行")
        case Fate.DROP:
            told.append(f"删除 {step.path}（不再需要）")
        case Fate.OUTDATED:
            told.append(f"没有动 {step.path}：不再需要，但你们改过，请看看要不要删")


def _choice(step: Step) -> str:
    click.echo(f"\n{step.path} 你们改过，程序也有新的写法：\n\n{step.diff}")
    kinds = click.Choice(["y", "n", "b"])
    ask = "换成新的 y，不换 n，把新的写在旁边 b"
    return str(click.prompt(ask, type=kinds, default="n", show_choices=False, prompt_suffix="："))
