"""The browser that writes PDFs in these tests, and what other programs read in them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from building import environment
from debian import found_or_installed, program


def with_chromium() -> dict[str, str]:
    """The environment in which the product finds a browser; skips the test, saying so, where there is none."""
    found = found_or_installed("chromium", "chromium-browser", "google-chrome", package="chromium")
    if found is None:
        pytest.skip("!!! NOT TESTED: no Chromium on PATH, and none could be installed !!!")
    return environment()


def pages_of(pdf: Path) -> list[str]:
    """Text of each page."""
    return [page.extract_text() for page in PdfReader(pdf).pages]


def sizes_of(pdf: Path) -> set[tuple[int, int]]:
    """Width and height of the pages, in millimetres."""
    return {
        (round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4))
        for page in PdfReader(pdf).pages
    }


def codes_in(pdf: Path, folder: Path) -> list[str]:
    """What a scanner reads in the QR codes of all pages, in their order."""
    subprocess.run(
        [program("pdftoppm", package="poppler-utils"), "-r", "100", "-png", pdf, folder / "page"], check=True
    )
    read = []
    for picture in sorted(folder.glob("page*.png")):
        command = [program("zbarimg", package="zbar-tools"), "--quiet", "--raw", picture]
        read += subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    return read
