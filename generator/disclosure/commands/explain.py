"""`disclosure explain`: why there is a check, what is wrong and what is right."""

from __future__ import annotations

import click

from disclosure.chinese_click import ChineseCommand
from disclosure.errors.explained import explanation_text, listing
from disclosure.errors.explanations import EXPLANATIONS


@click.command(cls=ChineseCommand)
@click.argument("code", metavar="[代码]", required=False)
def explain(code: str | None) -> int:
    """说明一个检查代码：为什么查，错的和对的写法，怎样调整。不写代码就列出全部。"""
    if code is None:
        click.echo(listing())
        return 0
    explanation = EXPLANATIONS.get(code.upper())
    if explanation is None:
        raise click.UsageError(f"没有检查代码 {code}。运行 disclosure explain 看全部代码。")
    click.echo(explanation_text(explanation))
    return 0
