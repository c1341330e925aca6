"""`disclosure deploy`: the site goes to where people read it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from disclosure.chinese_click import ChineseCommand, nearest
from disclosure.clock import file_time, today
from disclosure.commands.options import ROOT

if TYPE_CHECKING:
    from disclosure.caching.cache import Cache
    from disclosure.deploying.deploy import Deployment
    from disclosure.deploying.host import Host, Inventory
    from disclosure.deploying.local_site import LocalSite
    from disclosure.deploying.plan import Plan
    from disclosure.deploying.rclone import Rclone
    from disclosure.domain.target import Target

_SHOWN = 20


@click.command(cls=ChineseCommand)
@ROOT
@click.option(
    "--site-dir", type=click.Path(path_type=Path), metavar="文件夹", help="网站在哪里。默认按 mkdocs.yml，一般是 site。"
)
@click.option("--to", "name", default="", metavar="目标", help="deploy.yml 里目标的名称；只有一个目标时不用写。")
@click.option("--edition", default="", metavar="版本", help="只看放这一版的目标：public 社会版，internal 校内版。")
@click.option("--dry-run", is_flag=True, help="只说要传什么、删什么，主机上什么也不动。")
@click.option("--check", "checks", is_flag=True, help="只比较主机上的与这里的是不是一样；不一样，退出码为 1。")
@click.option("--repair", is_flag=True, help="逐个看主机上的文件，被人改过、删过的补上。")
@click.option("--adopt", is_flag=True, help="主机的文件夹里已有别的文件，或是另一个网站，也放在那里。")
@click.option("--resume", is_flag=True, help="确定没有别处正在上传：不等，接着传。")
def deploy(
    root: Path,
    site_dir: Path | None,
    name: str,
    edition: str,
    dry_run: bool,
    checks: bool,
    repair: bool,
    adopt: bool,
    resume: bool,
) -> int:
    """把生成好的网站传到主机：只传改动的，删掉没有了的。密码只从环境变量来。"""
    from disclosure.caching.cache import open_cache
    from disclosure.deploying.deploy import Deployment
    from disclosure.deploying.failures import DeployFailedError
    from disclosure.deploying.turn import alone
    from disclosure.reading.deploy import read_deploy

    root = root.resolve()
    target = _chosen(read_deploy(root), name, edition)
    cache = open_cache(root)
    site = _site((site_dir or _site_dir(root, cache)).resolve(), target, root)
    try:
        with _stoppable(), _rclone(target, root) as rclone, alone(target.name, cache):
            made = Deployment(
                site=site, target=target, rclone=rclone, cache=cache, now=lambda: file_time() // 10**9,
                adopt=adopt, resume=resume, repair=repair, progress=_progress,
            )  # fmt: skip
            return _check(made) if checks else _deploy(made, dry_run=dry_run)
    except DeployFailedError as error:
        click.echo(f"目标 {target.name}（{target.method.label}，{target.place}）：{error}", err=True)
        return 1


def _chosen(targets: tuple[Target, ...], name: str, edition: str) -> Target:
    """The target that was named, or the only one there is. Raises UsageError."""
    fitting = [one for one in targets if not edition or one.edition == edition]
    if name:
        for one in fitting:
            if one.name == name:
                return one
        of_edition = f"放 {edition} 版的" if edition else ""
        raise click.UsageError(
            f"deploy.yml 里没有{of_edition}目标 {name}{nearest(name, [one.name for one in fitting])}"
        )
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise click.UsageError(f"deploy.yml 里没有放 {edition} 版的目标" if edition else "deploy.yml 里没有目标")
    raise click.UsageError(f"有几个目标，请用 --to 写明：{'、'.join(one.name for one in fitting)}")


def _site(folder: Path, target: Target, root: Path) -> LocalSite:
    """The site that is to be uploaded. Raises ValueError where there is none."""
    from disclosure.deploying.local_site import read_local_site
    from disclosure.domain.target import Method

    if target.method is Method.FOLDER and (root / target.folder).resolve() == folder:
        raise click.UsageError("目标的“文件夹”就是网站本身，不用上传")
    site = read_local_site(folder)
    if site.is_stale(today()):
        told = f"注意：网站是 {site.built} 生成的，{site.next_change} 起已有变化。先运行 disclosure build 再上传。"
        click.echo(told, err=True)
    return site


def _site_dir(root: Path, cache: Cache) -> Path:
    from disclosure.caching.stamps import load_digests
    from disclosure.frames.stage import Frames

    return Path(Frames(root, cache=cache, digests=load_digests(cache, now=file_time())).settings.site_dir)


@contextmanager
def _rclone(target: Target, root: Path) -> Iterator[Rclone]:
    """rclone with a desk of its own, which is gone afterwards."""
    from disclosure.deploying.connection import connected
    from disclosure.deploying.credentials import credentials_for
    from disclosure.deploying.rclone import Rclone, find_rclone, obscured

    credentials = credentials_for(target, os.environ)
    program = find_rclone()
    with TemporaryDirectory(prefix="disclosure-deploy-", ignore_cleanup_errors=True) as name:
        desk = Path(name)
        connection = connected(
            target, credentials, root=root, desk=desk, outside=os.environ, obscure=lambda text: obscured(program, text)
        )
        yield Rclone(program=program, connection=connection, desk=desk)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Whoever ends a pipeline's job (SIGTERM) stops an upload as Ctrl+C does: it tidies up what others would wait for."""

    def stop(number: int, frame: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _deploy(made: Deployment, *, dry_run: bool) -> int:
    site, target = made.site, made.target
    click.echo(f"目标 {target.name}（{target.method.label}，{target.place}）：{site.edition} 版，{site.built} 生成。")
    host, inventory, plan = made.prepared()
    _say_before(host, inventory, plan)
    if dry_run:
        rows = [f"  + {path}" for path in plan.coming] + [f"  - {path}" for path in plan.gone]
        click.echo(
            "\n".join([*rows[:_SHOWN], *(["  ……"] if len(rows) > _SHOWN else []), "只是试看，主机上什么也没有动。"])
        )
        return 0
    made.run(host, inventory, plan)
    if not plan.is_empty:
        click.echo(f"已经传好：传了 {len(plan.coming)} 个文件（{plan.size / 1e6:.1f} MB），删了 {len(plan.gone)} 个。")
    return 0


def _say_before(host: Host, inventory: Inventory, plan: Plan) -> None:
    from disclosure.deploying.checking import foreign_text

    if inventory.known.is_interrupted:
        click.echo("上一次上传中断了，这一次补齐。")
    elif host.deployed is None and host.foreign_names:
        click.echo("主机上没有上传清单（第一次上传，或清单丢了），按主机上实际的文件比较。")
    if inventory.foreign:
        click.echo(foreign_text(inventory.foreign))
    if plan.is_empty:
        click.echo("没有变化，什么也不用传。")
    else:
        click.echo(f"要传 {len(plan.coming)} 个文件（{plan.size / 1e6:.1f} MB），删 {len(plan.gone)} 个。")


def _check(made: Deployment) -> int:
    from disclosure.deploying.checking import compare
    from disclosure.deploying.host import look_at, refuse_strangers

    host = look_at(made.rclone)
    refuse_strangers(host, made.site, made.target, adopt=made.adopt)
    found = compare(host, made.site, made.rclone)
    click.echo(found.text())
    return int(not found.is_equal)


def _progress(what: str, done: int, of: int) -> None:
    """One line that counts on a terminal; elsewhere a line when all have arrived."""
    if sys.stdout.isatty():
        click.echo(f"\r  {what}：{done} / {of}", nl=done == of)
    elif done == of:
        click.echo(f"  {what}：{of} 个")
