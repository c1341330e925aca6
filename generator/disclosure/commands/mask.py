"""`disclosure mask`: a list that may be shown, beside the one that may not."""

from __future__ import annotations

from pathlib import Path

import click

from disclosure.chinese_click import ChineseCommand
from disclosure.commands.options import ROOT


@click.command(cls=ChineseCommand)
@click.argument("source", metavar="名单", type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), metavar="副本",
              help="脱敏后的副本写到哪里，扩展名与名单相同。必须写。")  # fmt: skip
@click.option("--force", is_flag=True, help="副本已经有了就覆盖它；名单原件从不改动。")
@ROOT
def mask(source: Path, output: Path | None, force: bool, root: Path) -> int:
    """写一份脱敏的名单副本（csv、xlsx、docx、md、txt），原件不动。"""
    from disclosure.masking.copying import mask_file
    from disclosure.masking.refusal import StillThereError
    from disclosure.masking.rules import rules_of
    from disclosure.masking.summary import summary
    from disclosure.reading.school import read_school

    if output is None:
        raise click.UsageError(f"请用 --output 写明副本写到哪里，例如 --output 公示{source.name}")
    settings = root / "data/school.yml"
    school = read_school(settings, root=root) if settings.exists() else None
    try:
        tally = mask_file(source, output, rules_of(school), force=force)
    except StillThereError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(summary(source, output, tally, has_school=school is not None))
    return 0
