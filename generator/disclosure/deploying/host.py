"""A host before an upload: what its notes say, what lies there, and whether a site of ours may be put there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.deploying.failures import DeployFailedError
from disclosure.deploying.known import Known, arrived, known_from, partial_files
from disclosure.deploying.local_site import Content, LocalSite
from disclosure.deploying.notes import (
    DEPLOYED,
    LOCK,
    Deployed,
    Intent,
    Lock,
    is_intent,
    is_note,
    read_deployed,
    read_intent,
    read_lock,
)
from disclosure.deploying.rclone import Rclone
from disclosure.domain import urls
from disclosure.domain.target import Target

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What was found in the site's folder on a host."""

    top: Mapping[str, bool]
    """Names right below it, each with whether it is a folder; empty also where the folder is not there."""
    deployed: Deployed | None = None
    intents: tuple[Intent, ...] = ()
    lock: Lock | None = None

    @property
    def notes(self) -> list[str]:
        """Our notes there, but for the list of the last upload; also those that are cut off."""
        return [name for name in self.top if is_note(name) and name != DEPLOYED]

    @property
    def is_ours(self) -> bool:
        """Whether a site of ours lies there, whole or not."""
        return self.deployed is not None or bool(self.intents) or urls.NEXT_CHANGE in self.top

    @property
    def foreign_names(self) -> list[str]:
        """Names right below the root, but for hidden ones and our notes."""
        return sorted(name for name in self.top if not name.startswith(".") and not is_note(name))


def look_at(rclone: Rclone) -> Host:
    """Read the notes of a host. Raises RcloneError."""
    top = rclone.top() or {}
    wanted = [name for name in top if is_note(name)]
    if not wanted:
        return Host(top=top)
    folder = rclone.desk / "notes"
    rclone.download(wanted, folder)
    contents = {name: (folder / name).read_bytes() for name in wanted if (folder / name).is_file()}
    intents = [read_intent(content) for name, content in contents.items() if is_intent(name)]
    return Host(
        top=top,
        deployed=read_deployed(contents.get(DEPLOYED, b"")),
        intents=tuple(one for one in intents if one),
        lock=read_lock(contents.get(LOCK, b"")),
    )


def refuse_strangers(host: Host, site: LocalSite, target: Target, *, adopt: bool) -> None:
    """Refuse to put a site where it does not belong.

    Args:
        adopt: a person has said that the folder is meant for this site, whatever lies there.

    Raises:
        DeployFailedError: another edition, or a folder with files that are not of a site of ours, or of another site.
    """
    if site.edition != target.edition:
        raise DeployFailedError(
            f"目标「{target.name}」只放 {target.edition} 这一版，{site.folder} 里是 {site.edition} 这一版，没有上传。"
            f"先运行 disclosure build --edition {target.edition}，或用 --to 换一个目标"
        )
    if adopt:
        return
    last = host.deployed
    if last and (last.edition, last.site) != (site.edition, site.url):
        raise DeployFailedError(
            f"{target.place} 里现在是另一个网站：{last.site}，{last.edition} 版；要传的是 {site.url}，{site.edition} 版。"
            "确定要换掉它，加 --adopt 再运行一次"
        )
    if not host.is_ours and host.foreign_names:
        names = "、".join(host.foreign_names[:_SHOWN])
        raise DeployFailedError(
            f"{target.place} 里有不是本程序传的东西（{names}{' 等' if len(host.foreign_names) > _SHOWN else ''}），没有上传。"
            "“文件夹”写错了就改 deploy.yml；确定网站就放在这里，加 --adopt 再运行一次，原有的文件不会删，同名的会换掉"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """What lies on a host, as far as an upload has to know."""

    known: Known
    litter: tuple[str, ...] = ()
    """Files that rclone left half-way when it was killed."""
    foreign: tuple[str, ...] | None = None
    """Files that no note of ours names; None where nobody has looked."""


def take_inventory(host: Host, site: LocalSite, rclone: Rclone, *, repair: bool = False) -> Inventory:
    """Put together what is known; look at all files where an upload was interrupted, or where the notes are lost.

    A file is taken for ours where a note names it, or where its content is that of the site.

    Args:
        repair: look at all files in any case: somebody may have changed or deleted some by hand.

    Raises:
        RcloneError: the host cannot be read.
    """
    known = known_from(host.deployed, host.intents)
    if host.deployed and not known.is_interrupted and not repair:
        return Inventory(known=known)
    if not host.top:
        return Inventory(known=known, foreign=())
    there = rclone.files()
    sizes = {path: one.size for path, one in there.items()}
    md5s = {path: one.md5 for path, one in there.items() if one.md5}
    files = dict(known.files) | arrived(known, host.intents, sizes)
    for path, content in known.files.items():
        if content is not None and (sizes.get(path) != content.size or _differs(path, content, site, md5s)):
            files[path] = None
    files |= {path: site.files[path] for path in md5s if files.get(path) is None and _is_of(site, path, md5s)}
    litter = partial_files(sizes, [*files, *site.files])
    foreign = [path for path in sizes if path not in files and path not in litter and not is_note(path)]
    return Inventory(
        known=Known(files=files, is_interrupted=known.is_interrupted), litter=tuple(litter), foreign=tuple(foreign)
    )


def _differs(path: str, content: Content, site: LocalSite, md5s: Mapping[str, str]) -> bool:
    """Whether a file that should be that of the site is another one by its MD5; what the host does not tell is believed."""
    return site.files.get(path) == content and bool(md5s.get(path)) and not _is_of(site, path, md5s)


def _is_of(site: LocalSite, path: str, md5s: Mapping[str, str]) -> bool:
    """Whether the host tells the MD5 of the site's own file."""
    return path in site.files and bool(md5s[path]) and site.md5(path) == md5s[path]
