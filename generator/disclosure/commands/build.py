"""`disclosure build` and `disclosure serve`: the site, once or again whenever a file is saved."""

from __future__ import annotations

import gc
import os
from datetime import date
from pathlib import Path

import click

from disclosure.chinese_click import ChineseCommand, port_number
from disclosure.clock import set_today, today
from disclosure.commands.options import EDITION, JOBS, ROOT, TODAY
from disclosure.errors.problem import BuildRefusedError
from disclosure.side_by_side import processors
from disclosure.spoken import changes_of, progress_bar


@click.command(cls=ChineseCommand)
@ROOT
@TODAY
@EDITION
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="网站放在哪里。默认按 mkdocs.yml，一般是 site。",
)
@click.option("--folder-links", is_flag=True, help="链接写到 index.html：预览发给别人，从文件夹打开、不开脚本也能点。")
@JOBS
def build(
    root: Path, on: date | None, edition: str | None, site_dir: Path | None, folder_links: bool, jobs: int | None
) -> int:
    """检查并生成网站。有错误时不生成，原来的网站不动。"""
    _for(on, edition)
    from disclosure.site_build import Builder

    gc.disable()  # nothing that a build makes is garbage before its end
    try:
        with progress_bar() as progress:
            builder = Builder(root, processes=jobs or processors(), folder_links=folder_links, progress=progress)
            built = builder.build(today(), site_dir=site_dir)
    except BuildRefusedError as error:
        click.echo(str(error), err=True)
        return 1
    click.echo(f"网站已生成：{built.folder}\n{changes_of(built)}")
    return 0


@click.command(cls=ChineseCommand)
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


def _for(on: date | None, edition: str | None) -> None:
    if on:
        set_today(on)
    if edition:
        from disclosure.frames.settings import EDITION_VARIABLE

        os.environ[EDITION_VARIABLE] = edition
