"""The order of dependence, read from the imports (docs/architecture.md). A line in the wrong room fails here."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sample import make_school, record

PACKAGE = Path(__file__).parents[1] / "generator/disclosure"

ORDER = (
    {"errors", "serialisation", "process_copies"},
    {"domain"},
    {"privacy", "documents", "statistics"},
    {"registers"},
    {"reading", "checks", "rendering", "presets"},
    {"reporting"},
    {"publishing", "history", "masking", "printing"},
    {"search", "packing", "editing", "importing", "starting"},
    {"pipeline", "frames", "delivery", "caching", "clock", "side_by_side", "chinese_click", "deploying"},
    {"mkdocs_plugin", "gate", "entering"},
    {"summary"},
    {"site_output", "site_look"},
    {"site_walk"},
    {"site_build"},
    {"preview"},
    {"spoken"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""A room may import from rooms of earlier steps and from itself."""
MAY_ALSO = {
    ("reading", "presets"): "the shipped catalogues are files that only reading opens",
    ("reading", "caching"): "files that are the same are not read again",
    ("reading", "clock"): "whether a file may have changed since it was read: the time of files, not the day",
    ("reading", "side_by_side"): "files are read by all processors",
    ("rendering", "caching"): "digests of frames",
    ("publishing", "caching"): "digests for the keys of output files",
    ("editing", "caching"): "digests for the keys of output files",
    ("search", "caching"): "parts of the index are remembered",
    ("search", "side_by_side"): "parts are indexed by all processors",
    ("pipeline", "caching"): "what was read is remembered",
    ("history", "caching"): "what git told is remembered by commit",
    ("frames", "caching"): "frames are remembered",
    ("frames", "mkdocs_plugin"): "MkDocs is started, and only then loaded, for frames that are not remembered",
    ("delivery", "caching"): "the manifest and the list of moves are sealed",
    ("delivery", "side_by_side"): "files are made by all processors",
    ("deploying", "caching"): "uploads from here that were interrupted are remembered",
}
MAY_ONLY: dict[str, set[str]] = {
    "caching": {"disclosure.caching", "disclosure.errors", "disclosure.serialisation"},
    "documents": {"disclosure.documents"},
    "privacy": {"disclosure.privacy", "disclosure.domain"},
    "masking": {"disclosure.masking", "disclosure.privacy", "disclosure.domain", "disclosure.errors"},
    "clock": set(),
    "serialisation": set(),
    "process_copies": set(),
    "side_by_side": {"disclosure.serialisation", "disclosure.process_copies"},
    "chinese_click": set(),
    "delivery": {
        "disclosure.delivery", "disclosure.caching", "disclosure.side_by_side", "disclosure.errors",
        "disclosure.publishing.output",
    },
}  # fmt: skip
"""Rooms that know nothing of most earlier steps."""
ONLY_IN = {
    "mkdocs": {"mkdocs_plugin"},
    "watchdog": {"mkdocs_plugin/live.py"},
    "msgspec": {"serialisation.py"},
    "platformdirs": {"caching/seal.py"},
    "filelock": {"delivery/workshop.py", "deploying/turn.py"},
    "ctypes": {"delivery/exchange.py"},
    "jinja2": {"rendering/environment.py", "mkdocs_plugin", "starting/texts.py"},
    "comrak": {"rendering/markdown.py", "reading/body_links.py"},
    "yaml": {"reading"},
    "feedgen": {"publishing/feeds.py"},
    "icalendar": {"publishing/calendars.py"},
    "pygal": {"rendering/charts.py"},
    "xlsxwriter": {"publishing/workbooks.py", "publishing/sheets.py"},
    "segno": {"rendering/qr_code.py", "publishing/subscription_codes.py"},
    "click": {"cli.py", "commands", "chinese_click.py", "spoken.py"},
    "nh3": {"rendering/markdown.py"},
    "numpy": {"search/postings.py", "search/folding.py"},
    "chinese_calendar": {"reading/work_calendar.py"},
    "subprocess": {"history/git.py", "printing/chromium.py", "deploying/rclone.py"},
    "stdnum": {"privacy"},
    "pypdf": {"documents"},
    "PIL": {"documents", "importing/pictures.py"},
    "mammoth": {"importing/word.py"},
    "markdownify": {"importing/markdown.py"},
    "lxml": {"documents", "importing", "masking", "publishing/feeds.py", "reporting/prose.py", "packing/offline_links.py"},
    "zipfile": {"documents", "importing/package.py", "masking", "reporting/package.py", "packing/archive.py"},
    "openpyxl": {"documents", "importing/workbook.py", "masking"},
    "docx": {"masking", "reporting"},
    "multiprocessing": set(),
    "concurrent": set(),
    "disclosure.clock.today": {"commands", "preview.py", "mkdocs_plugin"},
    "disclosure.clock.set_today": {"commands/build.py"},
    "disclosure.mkdocs_plugin": {"mkdocs_plugin", "frames/stage.py", "preview.py"},
}  # fmt: skip
"""Libraries, and parts of ours, that are known in one place or few; nothing: nowhere."""
DOMAIN_MAY_IMPORT = {
    "__future__",
    "bisect",
    "calendar",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "heapq",
    "itertools",
    "pathlib",
    "re",
    "typing",
    "urllib.parse",
    "disclosure",
}
CLOCK_CALLS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
}
COPIES = {("os", "fork"), ("os", "forkpty"), ("os", "posix_spawn"), ("os", "system"), ("os", "popen")}
"""Calls that make another process."""
LOADED_LATE = {
    "mkdocs",
    "jinja2",
    "feedgen",
    "icalendar",
    "segno",
    "xlsxwriter",
    "pygal",
    "lxml",
    "watchdog",
    "openpyxl",
    "pypdf",
    "PIL",
    "docx",
    "mammoth",
    "markdownify",
    "bs4",
    "disclosure.mkdocs_plugin",
    "disclosure.site_build",
    "disclosure.site_output",
    "disclosure.site_walk",
}
"""What `disclosure --help` and `disclosure check` do without."""


def modules(package: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).as_posix(), ast.parse(path.read_text())


def imports(tree: ast.Module) -> Iterator[str]:
    """Full names of everything that is imported: `datetime.date` for `from datetime import date`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_part_of(name: str, *wholes: str) -> bool:
    return any(f"{name}.".startswith(f"{whole}.") for whole in wholes)


def room(dotted: str) -> str:
    return dotted.split(".")[1] if "." in dotted else ""


def step(name: str) -> int:
    return next(index for index, rooms in enumerate(ORDER) if name in rooms)


def may_import(own: str, target: str) -> bool:
    if own == "__init__" or target in ("", own) or (own, target) in MAY_ALSO:
        return True
    return step(target) < step(own)


def violations(package: Path) -> list[str]:
    """Every import and every look at the clock that is in the wrong place."""
    return [violation for path, tree in modules(package) for violation in violations_of(path, tree)]


def violations_of(path: str, tree: ast.Module) -> Iterator[str]:
    own = path.split("/")[0].removesuffix(".py")
    for name in imports(tree):
        for part, places in ONLY_IN.items():
            if is_part_of(name, part) and not is_part_of(
                path.replace("/", "."), *(p.replace("/", ".") for p in places)
            ):
                yield f"{path} imports {name}"
        if own == "domain" and not is_part_of(name, *DOMAIN_MAY_IMPORT):
            yield f"{path} imports {name}: the domain is standard library only"
        if is_part_of(name, "disclosure") and not may_import(own, room(name)):
            yield f"{path} imports {name}: {own} comes before or beside {room(name)}"
        if own in MAY_ONLY and is_part_of(name, "disclosure") and not is_part_of(name, *MAY_ONLY[own]):
            yield f"{path} imports {name}: {own} knows nothing of it"
    for owners, place, deed in (
        (CLOCK_CALLS, "clock.py", "asks the clock"),
        (COPIES, "process_copies.py", "makes processes"),
    ):
        if path != place:
            yield from (f"{path} {deed}: {call}" for call in calls(tree, owners))


def calls(tree: ast.Module, wanted: set[tuple[str, str]]) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if (owner, name) in wanted:
                yield f"{owner}.{name}"
    yield from (name for name in imports(tree) if tuple(name.rsplit(".", 1)) in wanted)


def test_every_room_imports_only_what_comes_before_it() -> None:
    assert violations(PACKAGE) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("domain/life.py", "from disclosure.reading.load import load_library"),
        ("domain/life.py", "import yaml"),
        ("domain/record.py", "import requests"),
        ("checks/dates.py", "from disclosure.reading import values"),
        ("rendering/site.py", "from disclosure.publishing.data import marker_files"),
        ("publishing/pages.py", "from disclosure.pipeline import publish"),
        ("publishing/data.py", "from feedgen.feed import FeedGenerator"),
        ("pipeline.py", "import mkdocs.config"),
        ("pipeline.py", "from disclosure.cli import main"),
        ("checks/run.py", "from datetime import date\ndate.today()"),
        ("publishing/feeds.py", "import time\ntime.time()"),
        ("caching/stamps.py", "import time\ntime.time_ns()"),
        ("caching/cache.py", "from disclosure.domain.record import Record"),
        ("reading/load.py", "import msgspec"),
        ("delivery/deliver.py", "from disclosure.pipeline import publish"),
        ("frames/stage.py", "import mkdocs.config"),
        ("rendering/keys.py", "from disclosure.frames.stage import Frames"),
        ("site_build.py", "from disclosure.preview import serve_site"),
        ("publishing/pages.py", "import jinja2"),
        ("reading/load.py", "import os\nos.fork()"),
        ("reading/load.py", "from os import fork"),
        ("delivery/deliver.py", "import subprocess"),
        ("delivery/deliver.py", "from concurrent.futures import ProcessPoolExecutor"),
        ("delivery/exchange.py", "from filelock import FileLock"),
        ("delivery/manifest.py", "import msgspec"),
        ("delivery/manifest.py", "from disclosure.domain.record import Record"),
        ("delivery/deliver.py", "from disclosure.publishing.pages import record_pages"),
        ("site_output.py", "from disclosure.site_build import Builder"),
        ("delivery/workshop.py", "from disclosure.frames.stage import Frames"),
        ("frames/settings.py", "from mkdocs.config import load_config"),
        ("frames/settings.py", "from disclosure.mkdocs_plugin.plugin import DisclosurePlugin"),
        ("frames/stage.py", "from disclosure.pipeline import publish"),
        ("frames/stage.py", "from disclosure.delivery.manifest import Manifest"),
        ("mkdocs_plugin/frames.py", "from disclosure.site_build import Builder"),
        ("pipeline.py", "from disclosure.mkdocs_plugin.frames import MkDocsRun"),
        ("pipeline.py", "from disclosure.delivery.workshop import workshop"),
        ("site_build.py", "from disclosure.mkdocs_plugin.frames import MkDocsRun"),
        ("site_build.py", "from disclosure.clock import today"),
        ("caching/product.py", "from disclosure.reading.load import load_library"),
        ("caching/stamps.py", "from disclosure.clock import file_time"),
        ("side_by_side.py", "from disclosure.caching.cache import Cache"),
        ("domain/edition.py", "from disclosure.caching.stamps import digest_of"),
        ("domain/life.py", "from disclosure.clock import today"),
        ("domain/links.py", "from urllib.request import urlopen"),
        ("checks/run.py", "from disclosure.side_by_side import share"),
        ("checks/dates.py", "from disclosure.clock import today"),
        ("rendering/site.py", "from disclosure import pipeline"),
        ("rendering/keys.py", "from disclosure.clock import today"),
        ("reading/scan.py", "from disclosure.clock import today"),
        ("reading/scan.py", "from time import time_ns"),
        ("publishing/framing.py", "from disclosure.side_by_side import share"),
        ("preview.py", "from disclosure.cli import program"),
        ("spoken.py", "from disclosure.cli import program"),
        ("errors/formats/junit.py", "from disclosure.domain.characters import without_controls"),
        ("preview.py", "import watchdog"),
    ],
)
def test_an_injected_violation_is_found(path: str, line: str) -> None:
    tree = ast.parse(f"{(PACKAGE / path).read_text()}\n{line}\n")
    assert list(violations_of(path, tree))


def test_no_room_is_too_large() -> None:
    large = {
        path: lines for path, tree in modules(PACKAGE) if (lines := (PACKAGE / path).read_text().count("\n")) > 250
    }
    assert large == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{path}:{node.name}": length
        for path, tree in modules(PACKAGE)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (length := (node.end_lineno or 0) - node.lineno + 1) > 40
    }
    assert long == {}


def test_public_functions_and_classes_say_what_they_are() -> None:
    silent = [
        f"{path}:{node.name}"
        for path, tree in modules(PACKAGE)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
        and not any(node in ast.walk(outer) for outer in functions(tree) if outer is not node)
    ]
    assert silent == []


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--root", "SCHOOL"]], ids=["help", "check"])
def test_quick_commands_load_only_what_they_need(arguments: list[str], tmp_path: Path) -> None:
    """A school without attachments: what reads those is loaded for the first of them."""
    arguments = [str(make_school(tmp_path, record())) if one == "SCHOOL" else one for one in arguments]
    code = (
        "import sys; from disclosure.cli import program; "
        f"program.main({arguments!r}, standalone_mode=False); print('loaded', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("loaded ")[2].split())
    assert "disclosure.cli" in loaded
    assert loaded & LOADED_LATE == set()
