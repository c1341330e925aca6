"""PDF through a browser of the Chromium family, found on this computer and started without a window.

The page is a file of ours without scripts; the browser gets a profile of its own that is thrown away, and no names of other
hosts are looked up.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

VARIABLE = "CHROMIUM"
"""Environment variable that names the browser's program."""
_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge",
    "microsoft-edge-stable",
)  # fmt: skip
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
"""Below the folders for programs; Edge comes with Windows and is not on PATH."""
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_PLAYWRIGHT = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-win*/chrome.exe",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
_FLAGS = (
    "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer", "--print-to-pdf-no-header",
)  # fmt: skip
_SECONDS = 600
_DATES = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}([^)]*)\)")


class NoChromiumError(ValueError):
    """There is no browser that could write a PDF, or it did not; the message says what can be done, in Chinese."""


def find_chromium() -> str:
    """Path of the browser: that of the variable CHROMIUM, else the first on PATH, in its usual place, or Playwright's own.

    Raises:
        NoChromiumError: there is none.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        if found := shutil.which(named):
            return found
        raise NoChromiumError(
            f"环境变量 {VARIABLE} 写的「{named}」不是能运行的程序。改成浏览器程序的完整路径，或删掉这个变量。"
        )
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found := found or next((str(path) for path in _usual_places() if path.is_file()), None):
        return found
    raise NoChromiumError(
        "没有找到 Chromium、Chrome 或 Edge 浏览器，写不了 PDF。\n"
        "  Debian、Ubuntu：sudo apt install chromium\n"
        "  Windows：系统自带 Edge，找不到时安装 Chrome，或用环境变量 CHROMIUM 写明 msedge.exe 的路径\n"
        "  不想安装：在网站上打开记录的“打印、家长信”（/r/编号/print/），用浏览器自己的打印功能"
    )


def write_pdf(html: str, output: Path, *, day: date) -> None:
    """Print a page into a file, which is there whole or not at all.

    Args:
        html: a whole page; pictures are `file:` addresses.
        day: the day that the file says it was made on, so that it does not depend on the clock.

    Raises:
        NoChromiumError: there is no browser, or it failed or took too long.
        OSError: the file cannot be written.
    """
    program = find_chromium()
    # beside the output, for a browser in a cage (snap) may look into a home but not into /tmp
    with TemporaryDirectory(
        prefix="disclosure-print-", dir=output.resolve().parent, ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        page, made = folder / "page.html", folder / "page.pdf"
        page.write_text(html, encoding="utf-8")
        _run(
            [
                program,
                *_FLAGS,
                *_cage(),
                f"--user-data-dir={folder / 'profile'}",
                f"--print-to-pdf={made}",
                page.as_uri(),
            ],
            made,
        )
        made.write_bytes(_dated(made.read_bytes(), day))
        made.replace(output)


def _run(command: list[str], made: Path) -> None:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise NoChromiumError(
            f"浏览器 {command[0]} 用了 {_SECONDS} 秒还没有写完 PDF。少选一些记录（--since、--column）再试。"
        ) from None
    except OSError as error:
        raise NoChromiumError(f"浏览器 {command[0]} 不能运行：{error.strerror}") from None
    if not _is_whole(made):
        said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise NoChromiumError(f"浏览器 {command[0]} 没有写出 PDF（退出码 {done.returncode}）。{said}")


def _is_whole(path: Path) -> bool:
    if not path.is_file():
        return False
    content = path.read_bytes()
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


def _cage() -> list[str]:
    """Chromium refuses to put root into its sandbox; everybody else stays in it."""
    is_root = sys.platform != "win32" and os.geteuid() == 0
    return ["--no-sandbox"] if is_root else []


def _usual_places() -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):  # Windows takes either case
        if programs := os.environ.get(variable):
            yield from (Path(programs) / place for place in _WINDOWS)
    if sys.platform == "darwin":
        yield from map(Path, _MAC)
    for base in _playwright_folders():
        for pattern in _PLAYWRIGHT:
            yield from sorted(base.glob(pattern), reverse=True)


def _playwright_folders() -> Iterator[Path]:
    if chosen := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        yield Path(chosen)
    if local := os.environ.get("LOCALAPPDATA"):
        yield Path(local) / "ms-playwright"
    if home := os.environ.get("HOME"):
        yield from (Path(home) / ".cache/ms-playwright", Path(home) / "Library/Caches/ms-playwright")


def _dated(content: bytes, day: date) -> bytes:
    """The same PDF, made on a day: as many bytes as before, so that its table of places holds."""
    return _DATES.sub(rb"/\1 (D:%s000000\2)" % day.strftime("%Y%m%d").encode(), content)
