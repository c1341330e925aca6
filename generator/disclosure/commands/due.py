"""`disclosure due`: what has to be disclosed, answered and looked at again, by department."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from disclosure.chinese_click import ChineseCommand, nearest
from disclosure.clock import today
from disclosure.commands.options import ROOT, TODAY

if TYPE_CHECKING:
    from disclosure.domain.reminders import Reminder


@click.command(cls=ChineseCommand)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "ics"]), default="text", metavar="格式",
              help="text 给人看（默认）；markdown 发到议题或邮件里；json 给别的程序；ics 放进日历。")  # fmt: skip
@click.option("--department", metavar="部门", help="只要这个责任部门的。")
@click.option(
    "--edition", default="internal", metavar="版本", help="internal 校内版（默认，全部事项），public 社会版。"
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
              help="写到文件里。默认显示在屏幕上。")  # fmt: skip
@TODAY
@ROOT
def due(form: str, department: str | None, edition: str, output: Path | None, on: date | None, root: Path) -> int:
    """列出应公开、应答复、应复核的：逾期、将到期、空缺和 60 天内的。有逾期或空缺时退出码为 1。"""
    from disclosure.domain.meetings import open_deliveries
    from disclosure.domain.reminders import reminders_of
    from disclosure.domain.standings import Standing
    from disclosure.domain.vocabulary import Audience
    from disclosure.errors.problem import has_errors
    from disclosure.pipeline import read_and_check, select
    from disclosure.publishing.due_list import due_calendar, due_json, due_markdown, due_text

    day = on or today()
    reading = read_and_check(root, day)
    site = select(reading.library, edition=edition, today=day)
    of_staff = Audience.STAFF in site.edition.audience
    deliveries = open_deliveries(reading.library, day) if of_staff else ()
    reminders = reminders_of(site.edition, site.standings, deliveries=deliveries)
    if department is not None:
        items = (item.department for item in site.edition.catalogue.items.values() if item.enabled)
        reminders = _of_department(reminders, department, {*items, *(one.department for one in reminders)})
    if form == "ics":
        content = due_calendar(reminders, site)
    else:
        texts = {"text": due_text, "markdown": due_markdown}
        content = (due_json(reminders, day) if form == "json" else texts[form](reminders, site)).encode()
    if output:
        output.write_bytes(content)
        click.echo(f"已写好 {output}：{len(reminders)} 件。", err=True)
    else:
        click.echo(content, nl=False)
    if has_errors(reading.problems):
        click.echo("有些记录有错误，没有算进来；运行 disclosure check 看是哪些。", err=True)
    return int(any(one.state in (Standing.OVERDUE, Standing.EMPTY) for one in reminders))


def _of_department(reminders: Sequence[Reminder], written: str, known: set[str]) -> tuple[Reminder, ...]:
    """Those of one department. Raises UsageError for one that nothing names."""
    if written not in known:
        names = "、".join(sorted(name for name in known if name))
        raise click.UsageError(f"没有责任部门「{written}」{nearest(written, known)}\n可选：{names}")
    return tuple(one for one in reminders if one.department == written)
