"""`disclosure pack`: the archive of the example school."""

from __future__ import annotations

import re
import subprocess
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest

from building import DAY, PROJECT, disclosure
from packs import packed, unpacked


def test_two_runs_give_the_same_bytes() -> None:
    assert packed(run=1).read_bytes() == packed(run=2).read_bytes()


def test_all_sums_verify() -> None:
    done = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=unpacked(), capture_output=True, text=True, check=False
    )
    files = [path for path in unpacked().rglob("*") if path.is_file()]
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(": OK") == len(files) - 1


@pytest.mark.parametrize("year", ["2026", "2025-2026"])
def test_every_link_leads_to_a_file_and_a_place_in_it(year: str) -> None:
    root, broken, count = unpacked(year), [], 0
    for page in root.rglob("*.html"):
        for written in re.findall(r'(?:href|src)="([^"]*)"', page.read_text()):
            parts = urlsplit(unescape(written))
            if parts.scheme or parts.netloc:
                continue
            count += 1
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if not target.is_file() or (parts.fragment and f'id="{unquote(parts.fragment)}"' not in target.read_text()):
                broken.append(f"{page.relative_to(root)}: {written}")
    assert broken == []
    assert count > 1000


def test_a_pack_of_the_public_edition_holds_no_other_record() -> None:
    public, internal = unpacked(edition="public"), unpacked()
    ids = {path.name for path in (public / "r").iterdir()}
    hidden = {path.name for path in (internal / "r").iterdir()} - ids
    assert hidden
    text = "\n".join(page.read_text() for page in public.rglob("*.html"))
    assert [one for one in hidden if one in text] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "请用 --year 写明哪一年"),
        (("--year", "2026-2028"), "「2026-2028」不是年度"),
        (("--year", "2027"), "2027年还没有开始"),
        (("--year", "2026", "--output", "pack.rar"), "扩展名要是 .zip"),
    ],
)
def test_what_is_asked_for_has_to_be_possible(arguments: tuple[str, ...], told: str) -> None:
    done = disclosure("pack", "--root", PROJECT, "--today", DAY.isoformat(), *arguments)
    assert done.returncode == 2
    assert told in done.stderr
