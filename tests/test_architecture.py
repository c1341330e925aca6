"""The order of dependence, read from the imports (docs/architecture.md). A line in the wrong room fails here."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator/disclosure"

ORDER = (
    {"errors"},
    {"domain"},
    {"reading", "checks", "rendering", "presets"},
    {"publishing"},
    {"pipeline", "clock", "staging", "chinese_click"},
    {"mkdocs_plugin", "cli", "__main__"},
)
"""A room may import from rooms of earlier steps and from itself."""
MAY_ALSO = {
    ("reading", "presets"): "the shipped catalogues are files that only reading opens",
    ("cli", "mkdocs_plugin"): "commands start builds",
    ("__main__", "cli"): "python -m disclosure is the command",
}
ONLY_IN = {
    "mkdocs": {"mkdocs_plugin.py"},
    "yaml": {"reading"},
    "feedgen": {"publishing/feeds.py"},
    "click": {"cli.py", "chinese_click.py"},
    "nh3": {"rendering/markdown.py"},
    "chinese_calendar": {"reading/work_calendar.py"},
}
DOMAIN_MAY_IMPORT = {
    "__future__",
    "calendar",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "heapq",
    "pathlib",
    "posixpath",
    "re",
    "disclosure",
}
CLOCK_CALLS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}


def modules(package: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).as_posix(), ast.parse(path.read_text())


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


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
    found = []
    for path, tree in modules(package):
        own = path.split("/")[0].removesuffix(".py")
        for name in imports(tree):
            top = name.split(".")[0]
            if top in ONLY_IN and not any(path == one or path.startswith(one + "/") for one in ONLY_IN[top]):
                found.append(f"{path} imports {name}")
            if own == "domain" and top not in DOMAIN_MAY_IMPORT:
                found.append(f"{path} imports {name}: the domain is standard library only")
            if top == "disclosure" and not may_import(own, room(name)):
                found.append(f"{path} imports {name}: {own} comes before or beside {room(name)}")
        if path != "clock.py":
            found += [f"{path} asks the clock: {call}" for call in clock_calls(tree)]
    return found


def clock_calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if (owner, name) in CLOCK_CALLS:
                yield f"{owner}.{name}"


def test_every_room_imports_only_what_comes_before_it() -> None:
    assert violations(PACKAGE) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("domain/life.py", "from disclosure.reading.load import load_library"),
        ("domain/life.py", "import yaml"),
        ("domain/record.py", "import requests"),
        ("checks/dates.py", "from disclosure.reading import values"),
        ("rendering/site.py", "from disclosure.publishing.data import data_files"),
        ("publishing/pages.py", "from disclosure.pipeline import publish"),
        ("publishing/data.py", "from feedgen.feed import FeedGenerator"),
        ("pipeline.py", "import mkdocs.config"),
        ("pipeline.py", "from disclosure.cli import main"),
        ("checks/run.py", "from datetime import date\ndate.today()"),
        ("publishing/feeds.py", "import time\ntime.time()"),
    ],
)
def test_an_injected_violation_is_found(path: str, line: str, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(PACKAGE, tmp_path / "disclosure"))
    (copy / path).write_text((copy / path).read_text() + f"\n{line}\n")
    assert violations(copy)


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
