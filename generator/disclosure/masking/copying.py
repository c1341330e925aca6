"""From a file to its masked copy. The original is only read; the copy appears in one step, whole and looked through, or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from disclosure.masking.formats import Format, format_of
from disclosure.masking.refusal import CannotMaskError, StillThereError
from disclosure.masking.rules import Rules
from disclosure.masking.tally import Tally

_LARGEST = 100 * 1024 * 1024


def mask_file(source: Path, output: Path, rules: Rules, *, force: bool = False) -> Tally:
    """Write a masked copy of a list and tell what was done.

    Args:
        force: an older copy may be replaced.

    Raises:
        CannotMaskError: nothing was written; the message says why.
        StillThereError: personal data was left in the copy; it was removed.
        OSError: the disk refused.
    """
    kind = format_of(source.suffix)
    _check_paths(source, output, kind, force=force)
    tally = Tally()
    content = kind.masks()(_read(source), rules, tally)
    temporary = output.with_name(f".{output.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        left = kind.looks()(temporary.read_bytes(), rules.own_values)
        if left:
            raise StillThereError(left)
        _move(temporary, output, force=force)
    finally:
        temporary.unlink(missing_ok=True)
    return tally


def folder_in_repository(path: Path) -> str | None:
    """Where a file lies in the git repository around it ('data/名单'), None where there is none around it."""
    folder = path.resolve().parent
    root = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)
    return None if root is None else folder.relative_to(root).as_posix()


def _check_paths(source: Path, output: Path, kind: Format, *, force: bool) -> None:
    if not source.exists():
        raise CannotMaskError(f"没有文件 {source}")
    if not source.is_file():
        raise CannotMaskError(f"{source} 不是文件")
    if output.suffix.lower() not in kind.suffixes:
        raise CannotMaskError(
            f"副本的扩展名应是 {'、'.join(kind.suffixes)}，写法：--output {output.stem or '副本'}{kind.suffixes[0]}"
        )
    if output.is_symlink():
        raise CannotMaskError(f"{output} 是一个链接，不往链接上写。请换一个文件名")
    if not output.parent.is_dir():
        raise CannotMaskError(f"没有文件夹 {output.parent}，请先建好")
    if output.exists():
        _check_existing(source, output, force=force)


def _check_existing(source: Path, output: Path, *, force: bool) -> None:
    if output.samefile(source):
        raise CannotMaskError("副本不能写在原件上。请换一个文件名")
    if not output.is_file():
        raise CannotMaskError(f"{output} 不是文件，请换一个名字")
    if not force:
        raise CannotMaskError(f"{output} 已经有了。请换一个文件名，或者加上 --force 覆盖它")


def _read(source: Path) -> bytes:
    if source.stat().st_size > _LARGEST:
        raise CannotMaskError(f"{source} 太大，超过 {_LARGEST // 1024 // 1024} MB。请分成几个小文件")
    return source.read_bytes()


def _move(temporary: Path, output: Path, *, force: bool) -> None:
    """Give the copy its name. Without `force` nothing is replaced, even if it has come into being meanwhile."""
    if force:
        temporary.replace(output)
        return
    try:
        output.hardlink_to(temporary)
    except FileExistsError:
        raise CannotMaskError(f"{output} 已经有了。请换一个文件名，或者加上 --force 覆盖它") from None
    except OSError:  # a disk without links, as USB sticks are
        os.close(os.open(output, os.O_CREAT | os.O_EXCL))
        temporary.replace(output)
