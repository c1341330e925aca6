"""Options made from the keys of a form; what is missing is asked for on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from typing import Any

import click

from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Unreadable
from disclosure.reading.values import yes_or_no

Written = Mapping[str, Any]
"""Options as they were typed, by English key; keys of a part as `sender_name`."""


def options_of(form: Form, *names: str, defaults: Mapping[str, str]) -> Callable[[Any], Any]:
    """A decorator that gives a command an option for each of some keys: `--reply-by`, `--sender-name`.

    Args:
        defaults: what holds where an option is not given, in words, by English key.
    """
    found = [option for name in names for option in _options(form.spelled[name], defaults.get(name, ""))]

    def give(command: Any) -> Any:
        for option in reversed(found):
            command = option(command)
        return command

    return give


def _options(key: Key | Part, default: str) -> list[Callable[[Any], Any]]:
    if isinstance(key, Part):
        return [_option(one, "", f"{key.name}_{one.name}", f"{key.chinese}：") for one in key.form.keys]
    return [_option(key, default, key.name, "")]


def _option(key: Key | Part, default: str, name: str, of: str) -> Callable[[Any], Any]:
    about = f"{of}{key.about}" + (f"默认{default}。" if default else "")
    if isinstance(key, Key) and key.read is yes_or_no:
        return click.option(_spelled(name), name, is_flag=True, help=about)
    return click.option(_spelled(name), name, metavar=key.chinese, help=about)


def given_by(form: Form, written: Written, *names: str, wanted: Collection[str], of: str = "") -> dict[str, Any]:
    """What was typed, as it is to be written. What is wanted and missing is asked for, or named where nobody can answer.

    Args:
        wanted: English keys that there has to be a value for.
        of: the part that the form is for, as in its options: `sender_`.

    Raises:
        click.UsageError: a value cannot be understood, or some are missing and nobody can be asked.
    """
    given: dict[str, Any] = {}
    missing: list[Key] = []
    for name in names:
        key = form.spelled[name]
        value = _part(key, written) if isinstance(key, Part) else _value(key, written.get(of + name), of + name)
        if value:
            given[name] = value
        elif name in wanted and isinstance(key, Key):
            missing.append(key)
    if missing and not sys.stdin.isatty():
        told = "、".join(f"{_spelled(of + key.name)}（{key.chinese}，例如 {key.example}）" for key in missing)
        raise click.UsageError(f"还要写明 {told}")
    return given | {key.name: _answer(key) for key in missing}


def _part(key: Part, written: Written) -> dict[str, Any]:
    prefix = f"{key.name}_"
    if not any(written.get(prefix + one.name) for one in key.form.keys):
        return {}
    names = [one.name for one in key.form.keys]
    return given_by(key.form, written, *names, wanted=[one.name for one in key.form.keys if one.required], of=prefix)


def _value(key: Key, typed: str | bool | None, name: str) -> str:
    if typed is None or isinstance(typed, bool):
        return "是" if typed else ""
    from disclosure.reading.register_entries import as_written

    try:
        return as_written(key, typed)
    except Unreadable as error:
        raise click.UsageError(f"{_spelled(name)} 的值不对：{_why(error, key)}") from None


def _answer(key: Key) -> str:
    """A value from the terminal; asked for until there is one."""
    from disclosure.reading.register_entries import as_written

    while True:
        typed = click.prompt(
            f"{key.chinese}（{key.about.rstrip('。')}）", default="", show_default=False, prompt_suffix="："
        )
        try:
            if value := as_written(key, str(typed)):
                return value
        except Unreadable as error:
            click.echo(_why(error, key))


def _why(error: Unreadable, key: Key) -> str:
    return f"{error.message}。{error.advice or f'正确写法：{error.example or key.example}'}"


def _spelled(name: str) -> str:
    return f"--{name.replace('_', '-')}"
