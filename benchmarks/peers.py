"""The same records as content for Hugo and as pages for MkDocs and Material, each in the way that suits it best."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import hugo_theme
from records import Invented
from words import ADDRESS, COLUMNS, SCHOOL

_MATERIAL = f"""\
site_name: {SCHOOL}校务公开
site_url: {ADDRESS}
theme:
  name: material
  language: zh
  font: false
  features:
    - navigation.prune
"""


def write_hugo(root: Path, records: Iterable[Invented]) -> None:
    """A Hugo site whose pages show the same facts and bodies."""
    for name, content in hugo_theme.FILES.items():
        write_text(root / name, content)
    write_text(root / "content/_index.md", _matter(title=f"{SCHOOL}校务公开") + "这里公布校内事务。\n")
    write_text(root / "content/other/_index.md", _matter(title="其他"))
    for path, name in COLUMNS.items():
        write_text(root / "content" / path / "_index.md", _matter(title=name.rpartition("/")[2]))
    for record in records:
        said = record.summary  # given twice, so that Hugo need not cut a summary out of the body for its feeds
        known = _matter(title=record.title, date=str(record.published), description=said, summary=said)
        matter = known.removesuffix("---\n\n") + record.front_matter + "---\n\n"
        write_text(root / "content" / record.column / f"{record.id}.md", matter + record.body)


def write_mkdocs(root: Path, records: Iterable[Invented]) -> None:
    """A MkDocs project with stock Material: bodies under their titles, navigation from the folders."""
    write_text(root / "mkdocs.yml", _MATERIAL)
    write_text(root / "docs/index.md", f"# {SCHOOL}校务公开\n\n这里公布校内事务。\n")
    for record in records:
        path = root / "docs" / record.column / f"{record.id}.md"
        write_text(path, f"# {record.title}\n\n{record.summary}\n\n{record.body}")


def write_text(path: Path, text: str) -> None:
    """Write a file as UTF-8 with plain line ends, and the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _matter(**known: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in known.items()) + "---\n\n"
