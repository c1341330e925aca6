"""The command line (design §8). Every command imports what it needs when it runs, so that help and checks are instant."""

from __future__ import annotations

import gc
import logging
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclosure.chinese_click import ChineseGroup, day, job_count, os_error_in_chinese, port_number, usage_in_chinese
from disclosure.cli_due import due
from disclosure.cli_options import EDITION, ROOT, TODAY
from disclosure.cli_pack import pack
from disclosure.cli_print import certificate, print_pack
from disclosure.cli_registers import opinion, request
from disclosure.cli_report import report
from disclosure.clock import set_today, today
from disclosure.errors.explained import explanation_text, listing
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.formats.table import FORMATS
from disclosure.errors.formats.text import as_text
from disclosure.errors.problem import BuildRefusedError, SetupError, fails_check
from disclosure.side_by_side import processors
from disclosure.spoken import Spoken, changes_of, progress_bar, say_report

if TYPE_CHECKING:
    from disclosure.domain.catalogue import Catalogue, Item

_JOBS = click.option("--jobs", type=job_count, metavar="个数", help="同时用几个进程，默认与处理器个数相同。")


@click.group(cls=ChineseGroup, context_settings={"max_content_width": 100})
@click.version_option(
    None, "-V", "--version", package_name="school-disclosure", message="%(version)s", help="显示版本。"
)
def program() -> None:
    """校务公开网站生成器：记录写成文件，一条命令检查并生成网站。"""


@program.command()
@ROOT
@TODAY
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", metavar="格式",
              help="text 给人看（默认）；github、gitlab、sarif、junit 给代码托管平台；json 给别的程序。")  # fmt: skip
@click.option("--strict", is_flag=True, help="提示也算不通过。")
@click.option("--base", default="", metavar="版本",
              help="合并到哪里，例如 origin/main：只报告这次改动涉及的问题，并检查有没有删掉公开过的记录。")  # fmt: skip
@click.option("--published", default="", metavar="网址或文件",
              help="网站上的 records.json：检查公开过的记录有没有删掉、改掉。")  # fmt: skip
@_JOBS
def check(root: Path, on: date | None, form: str, strict: bool, base: str, published: str, jobs: int | None) -> int:
    """检查所有记录，不生成网站。有错误或警告时退出码为 1。"""
    from disclosure.gate import check_school

    gc.disable()
    try:
        problems = check_school(root, on or today(), base=base, published=published, processes=jobs or processors())
    except SetupError as error:
        if form == "text":
            raise
        say_report(error.problems, form)
        return 2
    say_report(problems, form)
    return int(fails_check(problems, strict=strict))


@program.command()
@ROOT
@TODAY
@EDITION
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="网站放在哪里。默认按 mkdocs.yml，一般是 site。",
)
@_JOBS
def build(root: Path, on: date | None, edition: str | None, site_dir: Path | None, jobs: int | None) -> int:
    """检查并生成网站。有错误时不生成，原来的网站不动。"""
    _for(on, edition)
    from disclosure.site_build import Builder

    gc.disable()  # nothing that a build makes is garbage before its end
    try:
        with progress_bar() as progress:
            builder = Builder(root, processes=jobs or processors(), progress=progress)
            built = builder.build(today(), site_dir=site_dir)
    except BuildRefusedError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"网站已生成：{built.folder}\n{changes_of(built)}")
    return 0


@program.command()
@ROOT
@TODAY
@EDITION
@click.option("--port", type=port_number, default="8000", metavar="端口", help="默认 8000。")
def serve(root: Path, on: date | None, edition: str | None, port: int) -> int:
    """在本机预览；保存文件后网页自己更新。按 Ctrl+C 结束。"""
    _for(on, edition)
    from disclosure.preview import serve_site

    gc.disable()  # what a build lets go is freed at once; looking for more would take longer than the build
    click.echo(f"预览网址：http://127.0.0.1:{port}/（第一次生成完才能打开，按 Ctrl+C 结束）", err=True)
    serve_site(root, port=port)
    return 0


@program.command()
@click.argument("item", metavar="[事项]", required=False)
@ROOT
@click.option("--title", metavar="标题", help="记录的标题。")
@click.option("--published", type=day, metavar="日期", help="公布日期，默认今天。")
@click.option("--folder", is_flag=True, help="建成文件夹，附件放在里面。")
def new(item: str | None, root: Path, title: str | None, published: date | None, folder: bool) -> int:
    """新建一条记录：选好公开事项，编号和要填的内容自动写好。"""
    from disclosure.pipeline import read_and_check
    from disclosure.reading.draft import draft_text, next_id

    published = published or today()
    library = read_and_check(root, published).library
    chosen = _choose(library.catalogue, item)
    if not title and not sys.stdin.isatty():
        raise click.UsageError("请用 --title 写明标题")
    title = title or click.prompt("标题", default=f"{published.year}年{chosen.name}", prompt_suffix="：")
    records = root / "data/records"
    record_id = next_id([*library.records, *(path.stem for path in records.rglob("*"))], published.year)
    path = records / str(published.year) / (f"{record_id}/index.md" if folder else f"{record_id}.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(draft_text(chosen, record_id=record_id, title=str(title), published=published).encode())
    click.echo(f"已新建 {path}\n写好以后删掉“草稿: 是”那一行，再运行 disclosure check。")
    return 0


@program.command()
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


@program.command()
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


program.add_command(print_pack)
program.add_command(due)
program.add_command(certificate)
program.add_command(pack)
program.add_command(report)
program.add_command(opinion)
program.add_command(request)


def main() -> None:
    """Run the program: 0 clean, 1 problems, 2 usage or broken set-up; never a traceback for bad input."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").addHandler(Spoken())
    try:
        code = program.main(standalone_mode=False, prog_name="disclosure")
    except SetupError as error:
        click.echo(as_text(error.problems), err=True)
        code = 2
    except click.UsageError as error:
        click.echo(usage_in_chinese(error), err=True)
        code = 2
    except OSError as error:
        click.echo(f"不能继续：{os_error_in_chinese(error)}", err=True)
        code = 2
    except ValueError as error:
        click.echo(f"不能继续：{error}", err=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 130
    sys.exit(code or 0)


def _for(on: date | None, edition: str | None) -> None:
    if on:
        set_today(on)
    if edition:
        from disclosure.frames.settings import EDITION_VARIABLE

        os.environ[EDITION_VARIABLE] = edition


def _choose(catalogue: Catalogue, written: str | None) -> Item:
    """The item that was named, by id, name or part of a name; asks on a terminal."""
    on = [item for item in catalogue.items.values() if item.enabled]
    exact = catalogue.item_names.get(written or "")
    if exact and not exact.enabled:
        raise click.UsageError(f"事项 {exact.id} {exact.name}已停用：在 data/catalogue.yml 里启用，或选别的事项")
    if exact:
        return exact
    found = [item for item in on if not written or written in item.name]
    if len(found) == 1:
        return found[0]
    offered = found or on
    listing = "\n".join(f"  {item.id}  {item.name}（{catalogue.column(item.column).full_name}）" for item in offered)
    if not sys.stdin.isatty():
        raise click.UsageError(f"请写明一个公开事项的编号：\n{listing}")
    click.echo(listing)
    chosen: Any = click.prompt(
        "事项编号", type=click.Choice([item.id for item in offered]), show_choices=False, prompt_suffix="："
    )
    return catalogue.items[chosen]
