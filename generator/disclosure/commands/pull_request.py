"""`disclosure summary` and `disclosure next-change`: what pipelines ask on a pull request and every night."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import click

from disclosure.chinese_click import ChineseCommand
from disclosure.clock import today
from disclosure.commands.options import EDITION, ROOT, TODAY
from disclosure.errors.problem import SetupError
from disclosure.side_by_side import processors


@click.command(cls=ChineseCommand)
@click.option("--base", metavar="版本", help="合并到哪里，例如 origin/main。必须写。")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
              help="写到文件里。默认显示在屏幕上。")  # fmt: skip
@ROOT
@TODAY
def summary(base: str | None, output: Path | None, root: Path, on: date | None) -> int:
    """合并请求的摘要，可以直接作评论：会公开什么、给谁看、从哪天到哪天、谁签了、以后自己会变什么。"""
    from disclosure.gate import read_proposal
    from disclosure.summary.comment import broken_summary, summary_of

    if not base:
        raise click.UsageError("请用 --base 写明合并到哪里，例如 --base origin/main")
    gc.disable()
    day = on or today()
    try:
        text = summary_of(read_proposal(root, day, base=base, processes=processors()), day, base=base)
    except SetupError as error:
        text = broken_summary(error)
    if output:
        output.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"已写好 {output}：{len(text)} 个字符。", err=True)
    else:
        click.echo(text.encode(), nl=False)
    return 0


@click.command("next-change", cls=ChineseCommand)
@click.option("--published", metavar="网址或文件",
              help="网站上的 next-change.json：到了该重新生成的日子，退出码为 0，否则为 1。")  # fmt: skip
@EDITION
@ROOT
@TODAY
def next_change(published: str | None, edition: str | None, root: Path, on: date | None) -> int:
    """显示网站下一次自己变化是哪一天；加 --published，就回答今天要不要重新生成。"""
    from disclosure.history.live_site import NoLiveSiteError, read_live_days
    from disclosure.pipeline import read_and_check, select

    day = on or today()

    def after(built: date) -> date | None:
        """The first day after one on which the files as they are now make another site."""
        library = read_and_check(root, built, processes=processors()).library
        return select(library, edition=edition or "public", today=built).edition.next_change

    if published is None:
        coming = after(day)
        click.echo(coming.isoformat() if coming else "没有", err=coming is None)
        return 0
    try:
        live = read_live_days(published)
    except NoLiveSiteError as error:
        click.echo(f"{error}。当作要重新生成。")
        return 0
    due = live.next_change if live.next_change and live.next_change <= day else None
    if due is None and live.built < day:
        due = after(live.built)  # what was merged since then and never got onto the site
    if due and due <= day:
        click.echo(f"网站是 {live.built} 生成的，{due} 有变化：要重新生成。")
        return 0
    click.echo(f"网站是 {live.built} 生成的，下一次变化：{live.next_change or '没有'}。今天不用重新生成。")
    return 1
