"""Files that no honest person writes: nothing runs, nothing leaves the folder, nothing hangs, nothing crashes.

Limits of time are not for performance: a hang is a failure, and must not stop the other tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from building import disclosure, environment
from sample import TODAY, codes_of, make_school, record

BOMB = "\n".join(
    [
        "a: &a [x,x,x,x,x,x,x,x,x]",
        *(f"{n}: &{n} [{','.join(['*' + p] * 9)}]" for p, n in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
)
BYTES: dict[str, tuple[bytes, str]] = {
    "nothing at all": (b"", "R103"),
    "only line ends": (b"\n" * 1000, "R103"),
    "GBK": (record().encode("gbk"), "R101"),
    "UTF-16": (record().encode("utf-16"), "R101"),
    "bytes without sense": (bytes(range(256)) * 40, "R101"),
    "an executable": (b"MZ\x90\x00" + b"\xff" * 4000, "R101"),
    "a line of 50 MB": (b"---\n" + b"a" * (50 * 1024 * 1024), "R102"),
    "a YAML bomb": (f"---\n{BOMB}\n---\n".encode(), "R106"),
    "an alias to itself": ("---\n标题: &a [*a]\n---\n".encode(), "R106"),
    "a Python object": ("---\n标题: !!python/object/apply:os.system [touch pwned]\n---\n".encode(), "R106"),
    "a thousand brackets": (("---\n标题: " + "[" * 1000 + "\n---\n").encode(), "R117"),
    "a hundred thousand brackets": (("---\n标题: " + "[" * 100_000 + "\n---\n").encode(), "R117"),
    "a hundred thousand braces": (("---\n标题: " + "{a: " * 100_000 + "\n---\n").encode(), "R117"),
    "a hundred thousand keys": (("---\n" + "".join(f"k{n}: 1\n" for n in range(100_000)) + "---\n").encode(), "R117"),
    "a key of a megabyte": (("---\n" + "k" * 1_000_000 + ": 1\n---\n").encode(), "R104"),
    "deep quotes": (record(body=">" * 50_000 + " x").encode(), "R117"),
    "deep lists": (record(body="- " * 20_000 + "x").encode(), "R117"),
    "deep HTML": (record(body="<div>" * 50_000).encode(), "R117"),
    "a very wide table": (record(body="|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n").encode(), "R117"),
    "a number that is a path": (record(编号="../../../etc/passwd").encode(), "R109"),
    "a number that is a folder": (record(编号=".").encode(), "R109"),
    "a number with a zero byte": (record(编号="2026-\x000001/../x").encode(), "R109"),
}


@pytest.mark.parametrize("name", BYTES)
def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    content, code = BYTES[name]
    root = make_school(tmp_path, record("2026-0002"))
    (root / "data/records/hostile.md").write_bytes(content)
    done = checked(root)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f" {code} " in done.stdout
    assert "data/records/a.md" not in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "pwned").exists()


def checked(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "disclosure", "check", "--root", str(root), "--today", TODAY.isoformat()]
    return subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True, check=False, timeout=60)


BODIES = {
    "brackets": "[" * 100_000,
    "brackets and parentheses": "[](" * 60_000,
    "images": "![" * 80_000,
    "stars": "*a_" * 60_000,
    "backticks": "".join("`" * n + "a" for n in range(1, 1200)),
    "entities": "&" * 200_000,
    "angle brackets": "<" * 200_000,
    "open tags": "<a href=" * 40_000,
    "open comments": "<!--" * 60_000,
    "declarations": "<!" * 100_000,
    "closing tags": "</a" * 100_000,
    "instructions": "<?" * 100_000,
    "attributes without end": "<a " + "x=' " * 100_000,
    "quotes without end": '<a href="' * 60_000,
    "ten thousand broken links": "".join(f"<a href=x{n}.pdf>x</a>\n" for n in range(10_000)),
    "ten thousand references": "[a][1] " * 10_000 + "\n" * 10_000 + "[1]: x.pdf\n",
    "half a reference": "&#" * 200_000,
    "footnotes": "".join(f"[^{n}]" for n in range(20_000)),
    "references": "".join(f"[a{n}]: b\n" for n in range(50_000)),
    "autolinks": "www." * 80_000,
    "e-mail addresses": "a@" * 100_000,
    "a line of two million characters": "字" * 600_000,
    "record links": "[x](record:a)" * 20_000,
    "dollar and braces": "{{ config }}{% raw %}" * 5_000,
    "slots of the frame": "<!--slot:content-->{{slot}}$content{content}",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_never_hangs_the_build(name: str, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record(body=BODIES[name]), record("2026-0002", body="每餐 15 元。"))
    command = [sys.executable, "-m", "disclosure", "build", "--root", str(root), "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    if done.returncode == 0:
        assert "每餐 15 元。" in (tmp_path / "site/r/2026-0002/index.html").read_text()
    else:
        assert "data/records/a.md" in done.stdout + done.stderr


def link_to_a_secret(root: Path, secret: Path) -> None:
    (root / "data/records/b.md").symlink_to(secret)


def link_to_a_folder(root: Path, secret: Path) -> None:
    (root / "data/records/2025").symlink_to(secret.parent)


def link_beside_a_record(root: Path, secret: Path) -> None:
    folder = root / "data/records/c"
    folder.mkdir()
    (folder / "index.md").write_text(record("2026-0003"))
    (folder / "表.pdf").symlink_to(secret)


def link_to_a_folder_beside_a_record(root: Path, secret: Path) -> None:
    folder = root / "data/records/c"
    folder.mkdir()
    (folder / "index.md").write_text(record("2026-0003"))
    (folder / "图片").symlink_to(secret.parent)


def link_for_a_page(root: Path, secret: Path) -> None:
    (root / "site_src/secret.md").symlink_to(secret)


def link_for_a_folder_of_pages(root: Path, secret: Path) -> None:
    (root / "site_src/files").symlink_to(secret.parent)


def link_for_all_records(root: Path, secret: Path) -> None:
    (root / "data/records").rename(root / "elsewhere")
    (root / "data/records").symlink_to(secret.parent)


def link_for_all_data(root: Path, secret: Path) -> None:
    (root / "data/records/b.md").write_text(secret.read_text())
    (root / "data").rename(secret.parent / "data")
    (root / "data").symlink_to(secret.parent / "data")


def link_for_all_pages(root: Path, secret: Path) -> None:
    (secret.parent / "index.md").write_text("机密内容不得外传")
    shutil.rmtree(root / "site_src")
    (root / "site_src").symlink_to(secret.parent)


def link_for_the_school(root: Path, secret: Path) -> None:
    (secret.parent / "school.yml").write_text("name: 机密内容不得外传\nsite_url: https://school.example/\n")
    (root / "data/school.yml").unlink()
    (root / "data/school.yml").symlink_to(secret.parent / "school.yml")


def attachment_by_path(root: Path, secret: Path) -> None:
    folder = root / "data/records/c"
    folder.mkdir()
    (folder / "index.md").write_text(record("2026-0003", 附件="[../../../../outside/secret.md]"))


def picture_by_path(root: Path, secret: Path) -> None:
    (root / "data/records/b.md").write_text(record("2026-0003", body="![](../../../outside/secret.md)"))


@pytest.mark.parametrize(
    "plant",
    [link_to_a_secret, link_to_a_folder, link_beside_a_record, link_to_a_folder_beside_a_record, link_for_a_page,
     link_for_a_folder_of_pages, link_for_all_records, link_for_all_data,
     link_for_the_school, link_for_all_pages, attachment_by_path, picture_by_path],
)  # fmt: skip
def test_nothing_outside_the_school_is_published(plant: Callable[[Path, Path], None], tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = outside / "secret.md"
    secret.write_text(record("2026-0666", body="机密内容不得外传"))
    root = make_school(tmp_path / "school", record())
    plant(root, secret)
    done = disclosure("build", "--root", root, "--site-dir", tmp_path / "site", "--today", TODAY.isoformat())
    assert "Traceback" not in done.stderr
    published = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert [path for path in published if "机密内容不得外传".encode() in path.read_bytes()] == []
    assert done.returncode != 0, "the school must be told"


@pytest.mark.parametrize("start", ["data/records", "data/records/c", "site_src"])
def test_folders_within_folders_without_end(start: str, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    (root / "data/records/c").mkdir()
    (root / "data/records/c/index.md").write_text(record("2026-0003"))
    here = os.getcwd()
    os.chdir(root / start)
    for _ in range(1500):
        os.mkdir("d")
        os.chdir("d")
    Path("x.md").write_text(record("2026-0666"))
    os.chdir(here)
    try:
        done = disclosure("build", "--root", root, "--site-dir", tmp_path / "site", "--today", TODAY.isoformat())
    finally:
        subprocess.run(["rm", "-rf", root], check=True)  # deeper than Python's own tools can remove
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert " R117 " in done.stderr


def test_an_attachment_larger_than_the_limit_is_reported(tmp_path: Path) -> None:
    root = make_school(tmp_path, school="name: 示例学校\nsite_url: https://school.example/\nattachment_limit: 1000\n")
    folder = root / "data/records/a"
    folder.mkdir()
    (folder / "index.md").write_text(record())
    (folder / "表.txt").write_bytes(b"x" * 1000)
    assert codes_of(root) == []
    (folder / "表.txt").write_bytes(b"x" * 1001)
    assert codes_of(root) == ["A104"]
