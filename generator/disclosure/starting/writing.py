"""Texts onto the disk: each file whole or not at all, and a first run whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from disclosure.starting.updating import present_text


def clashes(root: Path, paths: Iterable[str]) -> list[str]:
    """Those of some paths where something is already, or where a folder would have to be."""
    return [path for path in paths if present_text(root / path) is not None or _blocked(root, path)]


def _blocked(root: Path, path: str) -> bool:
    """Whether something above is no folder, or a link that leads elsewhere."""
    above = [root.joinpath(*Path(path).parts[:depth]) for depth in range(1, len(Path(path).parts))]
    return any(one.is_symlink() or (one.exists() and not one.is_dir()) for one in above)


def write_first(root: Path, texts: Mapping[str, str]) -> None:
    """Write new files. What was written is taken away again where one of them fails.

    Raises:
        OSError: a file could not be written; the folder is as it was.
    """
    made: list[Path] = []
    try:
        for path, text in texts.items():
            made += _folders(root / path)
            made.append(root / path)
            _write(root / path, text)
    except OSError:
        for one in reversed(made):
            _take_away(one)
        raise


def write_again(root: Path, texts: Mapping[str, str], dropped: Iterable[str]) -> None:
    """Replace files and delete others, with the folders that this leaves empty.

    Raises:
        OSError: a file could not be written. Those before it are; running again does the rest.
        ValueError: a folder on the way is a link that leads elsewhere.
    """
    for path in [*texts, *dropped]:
        if _blocked(root, path):
            raise ValueError(f"{path} 上面的文件夹是链接或文件，没有写。改成真正的文件夹再运行")
    for path, text in texts.items():
        _folders(root / path)
        _write(root / path, text)
    for path in dropped:
        (root / path).unlink(missing_ok=True)
        for above in (root / path).relative_to(root).parents[:-1]:
            _take_away(root / above)


def _folders(path: Path) -> list[Path]:
    """The folders that had to be made for a file, the outermost first."""
    missing = [one for one in (path.parent, *path.parent.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
    return missing[::-1]


def _write(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.half")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        _take_away(beside)
        raise OSError(error.errno, error.strerror, str(path)) from None


def _take_away(path: Path) -> None:
    try:
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return  # a folder with something in it stays, and what can no longer be taken away
