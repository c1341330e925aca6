"""The command line (design §8). Every command imports what it needs when it runs, so that help and checks are instant."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclosure.chinese_click import ChineseGroup, day, job_count, os_error_in_chinese, port_number, usage_in_chinese
from disclosure.clock import set_today, today
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.problem import BuildRefusedError, SetupError, Severity
from disclosure.errors.report import FORMATS, as_text
from disclosure.side_by_side import processors

if TYPE_CHECKING:
    from disclosure.delivery.deliver import Progress
    from disclosure.domain.catalogue import Catalogue, Item
    from disclosure.site_build import Built

_ROOT = click.option("--root", type=click.Path(path_type=Path), default=".", metavar="文件夹",
                     help="学校的文件夹，里面有 mkdocs.yml 和 data/。默认是当前文件夹。")  # fmt: skip
_TODAY = click.option(
    "--today", "on", type=day, metavar="日期", help="按哪一天生成或检查，例如 2026-09-01。默认是今天。"
)
_EDITION = click.option("--edition", metavar="版本", help="public 社会版（默认），internal 校内版。")
_JOBS = click.option("--jobs", type=job_count, metavar="个数", help="同时用几个进程，默认与处理器个数相同。")


@click.group(cls=ChineseGroup, context_settings={"max_content_width": 100})
@click.version_option(
    None, "-V", "--version", package_name="school-disclosure", message="%(version)s", help="显示版本。"
)
def program() -> None:
    """校务公开网站生成器：记录写成文件，一条命令检查并生成网站。"""


@program.command()
@_ROOT
@_TODAY
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", metavar="格式",
              help="text 给人看（默认），github 标在合并请求上，json 给程序。")  # fmt: skip
@_JOBS
def check(root: Path, on: date | None, form: str, jobs: int | None) -> int:
    """检查所有记录，不生成网站。有错误或警告时退出码为 1。"""
    from disclosure.caching.cache import open_cache
    from disclosure.pipeline import read_and_check

    gc.disable()
    cache = open_cache(root.resolve())
    problems = read_and_check(root, on or today(), cache=cache, processes=jobs or processors()).problems
    report = FORMATS[form](problems)
    if report:
        click.echo(report)
    return int(any(problem.severity in (Severity.ERROR, Severity.WARNING) for problem in problems))


@program.command()
@_ROOT
@_TODAY
@_EDITION
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
        with _progress() as progress:
            builder = Builder(root, processes=jobs or processors(), progress=progress)
            built = builder.build(today(), site_dir=site_dir)
    except BuildRefusedError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"网站已生成：{built.folder}\n{_changes(built)}")
    return 0


@program.command()
@_ROOT
@_TODAY
@_EDITION
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
@_ROOT
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
@click.argument("code", metavar="代码")
def explain(code: str) -> int:
    """说明一个检查代码：为什么查，错的和对的写法。"""
    explanation = EXPLANATIONS.get(code.upper())
    if explanation is None:
        raise click.UsageError(f"没有检查代码 {code}。全部代码：" + "、".join(EXPLANATIONS))
    click.echo(f"{explanation.code} {explanation.title}（{explanation.severity.label}）\n\n{explanation.why}\n\n"
               f"错误写法：\n{_indented(explanation.wrong)}\n\n正确写法：\n{_indented(explanation.right)}")  # fmt: skip
    return 0


def main() -> None:
    """Run the program: 0 clean, 1 problems, 2 usage or broken set-up; never a traceback for bad input."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").addHandler(_Spoken())
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


class _Spoken(logging.Handler):
    """What MkDocs and the plugin have to say, from warnings on; the rest is noise for a clerk."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Say it on the error stream."""
        click.echo(record.getMessage(), err=True)


def _for(on: date | None, edition: str | None) -> None:
    if on:
        set_today(on)
    if edition:
        from disclosure.frames.settings import EDITION_VARIABLE

        os.environ[EDITION_VARIABLE] = edition


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=100, label="生成页面", file=sys.stderr) as bar:
        yield lambda done, of: bar.update(100 * done // of - bar.pos)


def _changes(built: Built) -> str:
    if not built.changed and not built.gone:
        return "没有变化。"
    told = [f"新增或改动 {len(built.changed)} 个文件"] if built.changed else []
    told += [f"删除 {len(built.gone)} 个文件"] if built.gone else []
    return "，".join(told) + (f"，清单在 {built.list_file}" if built.list_file else "") + "。"


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


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
