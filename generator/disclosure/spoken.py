"""What the commands say: reports for people and programs, progress, what a build changed, what MkDocs has to say."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from disclosure.errors.formats.text import as_coloured_text, as_text
from disclosure.errors.problem import Problem

if TYPE_CHECKING:
    from disclosure.delivery.making import Progress
    from disclosure.site_build import Built


class Spoken(logging.Handler):
    """What MkDocs and the plugin have to say, from warnings on; the rest is noise for a clerk."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Say it on the error stream."""
        click.echo(record.getMessage(), err=True)


def say_report(problems: Sequence[Problem], form: str) -> None:
    """What a check found. Colours are for terminals only (https://no-color.org); programs read UTF-8 everywhere."""
    if form == "text":
        in_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        click.echo(as_coloured_text(problems) if in_colour else as_text(problems))
        return
    from disclosure.errors.formats.table import FORMATS  # most commands only speak to people

    if report := FORMATS[form](problems):
        click.echo(report.encode(errors="replace"))


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A bar on a terminal, nothing elsewhere. It never goes back, and is full when all has gone well."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=100, label="生成页面", file=sys.stderr) as bar:

        def reach(percent: int) -> None:
            if percent > bar.pos:
                bar.update(percent - bar.pos)

        yield lambda done, of: reach(99 * done // of)  # files are made in two turns, the second one is short
        reach(100)


def changes_of(built: Built) -> str:
    """How many files a build wrote and removed, and where they are listed."""
    if not built.changed and not built.gone:
        return "没有变化。"
    told = [f"新增或改动 {len(built.changed)} 个文件"] if built.changed else []
    told += [f"删除 {len(built.gone)} 个文件"] if built.gone else []
    return "，".join(told) + (f"，清单在 {built.list_file}" if built.list_file else "") + "。"
