"""LibreOffice without a screen, as a reader of the workbooks that tests make."""

from __future__ import annotations

import subprocess
from pathlib import Path

from debian import program

UTF_8_COMMAS = "CSV:44,34,76,1"
"""How to read a csv file: separator, quotes, encoding, first line. A screen would ask; it proposes this for ours."""


def converted(file: Path, ending: str, folder: Path, *, reading: str = "") -> Path:
    """The file as LibreOffice saves it in another form, in a folder.

    Args:
        reading: name and options of the filter that reads it.
    """
    soffice = program("soffice", package="libreoffice-calc-nogui")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", ending, "--outdir", str(folder)]
    command += [f"--infilter={reading}"] if reading else []
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False, timeout=180)
    made = folder / f"{file.stem}.{ending.partition(':')[0]}"
    assert made.is_file(), done.stdout + done.stderr
    return made
