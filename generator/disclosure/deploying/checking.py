"""`disclosure deploy --check`: whether what lies on a host is the site that lies here. Nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from disclosure.deploying.host import Host
from disclosure.deploying.known import known_from
from disclosure.deploying.local_site import LocalSite
from disclosure.deploying.notes import is_note
from disclosure.deploying.order import of_records
from disclosure.deploying.rclone import Rclone

_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Paths, sorted."""

    missing: tuple[str, ...]
    different: tuple[str, ...]
    left_over: tuple[str, ...]
    """Ours, and not part of the site any more."""
    foreign: tuple[str, ...]
    """Named by no note of ours."""
    is_interrupted: bool
    by_content: bool
    """Whether contents were compared, or sizes only."""

    @property
    def is_equal(self) -> bool:
        """Whether a reader gets the site that lies here; what is foreign does not count."""
        return not (self.missing or self.different or self.left_over or self.is_interrupted)

    def text(self) -> str:
        """For people."""
        how = "逐个比较内容" if self.by_content else "逐个比较大小（这种主机不给出内容的指纹）"
        rows = [f"{how}："]
        rows += _listed("主机上没有", self.missing) + _listed("与这里不同", self.different)
        rows += _listed("应当已经删掉", self.left_over)
        if self.is_interrupted:
            rows.append("  上一次上传中断了。")
        rows.append("  主机上的网站与这里的一样。" if self.is_equal else "  运行 disclosure deploy --repair 补齐。")
        if self.foreign:
            rows.append(foreign_text(self.foreign))
        return "\n".join(rows)


def foreign_text(foreign: Sequence[str]) -> str:
    """What is said of files that are not ours; those below `r/` may be records that were taken back."""
    text = f"  另有 {len(foreign)} 个文件不是本程序传的，不会动它们。"
    if records := of_records(foreign):
        shown = "、".join(records[:3])
        text += f"\n  其中 {len(records)} 个在 r/ 里（{shown}{' 等' if len(records) > 3 else ''}），可能是早先上传、现在已经撤下的记录：请看一看，该删的手工删掉。"
    return text


def compare(host: Host, site: LocalSite, rclone: Rclone) -> Comparison:
    """Look at every file of a host. Raises RcloneError."""
    by_content = rclone.connection.has_hashes
    files = rclone.files() if host.top else {}
    there: dict[str, object] = {path: one.md5 if by_content else one.size for path, one in files.items()}
    known = known_from(host.deployed, host.intents)
    here = {path: site.md5(path) if by_content else content.size for path, content in site.files.items()}
    others = sorted(path for path in there if path not in here and not is_note(path))
    return Comparison(
        missing=tuple(path for path in here if path not in there),
        different=tuple(path for path, what in here.items() if path in there and there[path] != what),
        left_over=tuple(path for path in others if path in known.files),
        foreign=tuple(path for path in others if path not in known.files),
        is_interrupted=known.is_interrupted, by_content=by_content,
    )  # fmt: skip


def _listed(what: str, paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    rows = [f"  {what} {len(paths)} 个：", *(f"    {path}" for path in paths[:_SHOWN])]
    return [*rows, "    ……"] if len(paths) > _SHOWN else rows
