"""A small school to import into, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from disclosure.cli import program
from sample import make_school


@dataclass(frozen=True, slots=True)
class Imported:
    """What the command said, and the drafts that lie there now."""

    code: int
    said: str
    records: Path

    @property
    def drafts(self) -> list[Path]:
        return sorted(path for path in self.records.rglob("*.md") if path.name == "index.md" or path.parent.name != "x")

    def draft(self, name: str) -> str:
        """The text of the draft that a file became."""
        return next(text for path in self.drafts if f"# 导入自 {name} " in (text := path.read_text()))

    def body(self, name: str) -> str:
        return self.draft(name).split("\n---\n", 1)[1].strip()

    def told(self, name: str) -> str:
        """What was said about a file."""
        lines = self.said.split("\n")
        start = next(at for at, line in enumerate(lines) if line.startswith((f"{name} →", f"没有导入 {name}：")))
        end = next(
            at for at in range(start + 1, len(lines) + 1) if at == len(lines) or not lines[at].startswith("    ")
        )
        return "\n".join(lines[start:end])

    def beside(self, name: str) -> dict[str, bytes]:
        """The files beside a draft."""
        path = next(path for path in self.drafts if f"# 导入自 {name} " in path.read_text())
        return {one.name: one.read_bytes() for one in path.parent.iterdir()} if path.name == "index.md" else {}


def run(root: Path, *arguments: str | Path) -> Imported:
    """Run the command in a school of this folder, which is made if there is none."""
    if not (root / "mkdocs.yml").exists():
        make_school(root)
    whole = root.parent / f"{root.name}.txt"
    command = ["import", *map(str, arguments), "--root", str(root), "--today", "2026-11-23", "--report", str(whole)]
    done = CliRunner().invoke(program, command, standalone_mode=False)
    if done.exception:
        raise done.exception
    return Imported(done.return_value, whole.read_text(), root / "data/records")


def written(folder: Path, **files: bytes) -> Path:
    """Files in a folder: `名称__docx=…` is 名称.docx."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return folder
