"""Real git repositories for tests, with the days on which their commits were made."""

from __future__ import annotations

import subprocess
from pathlib import Path

from building import environment

_SOMEBODY = ("-c", "user.name=somebody", "-c", "user.email=somebody@school.example", "-c", "commit.gpgSign=false")


class Repository:
    """A repository in a folder. Its commits are made at noon in Shanghai, on a day that is given."""

    def __init__(self, folder: Path) -> None:
        """Begin a repository on branch `main`."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str | Path, at: str = "2026-09-01T12:00:00+08:00") -> str:
        """Run git, at a moment; what it prints."""
        command = ["git", "-C", str(self.folder), *_SOMEBODY, *map(str, arguments)]
        moment = environment(GIT_COMMITTER_DATE=at, GIT_AUTHOR_DATE="2020-01-01T12:00:00+08:00")
        done = subprocess.run(command, env=moment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, **files: str) -> None:
        """Write files below `data/records`, by name without its ending."""
        self.write_at({f"data/records/{name}.md": text for name, text in files.items()})

    def write_at(self, files: dict[str, str]) -> None:
        """Write files by path."""
        for path, text in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(text)

    def move(self, old: str, new: str) -> None:
        """Move a file; git is not told."""
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / old).rename(self.folder / new)

    def commit(self, day: str) -> str:
        """Commit everything on a day; the commit's hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x", at=_noon(day))
        return self.git("rev-parse", "HEAD").strip()

    def branch(self, name: str, start: str = "HEAD") -> None:
        """Go on in a new branch."""
        self.git("checkout", "--quiet", "-b", name, start)

    def merge(self, branch: str, day: str, *, into: str = "main", more: dict[str, str] | None = None) -> None:
        """Merge a branch on a day, perhaps with files that neither side had."""
        self.git("checkout", "--quiet", into)
        self.git("merge", "--quiet", "--no-ff", "--no-commit", branch)
        self.write_at(more or {})
        self.commit(day)

    def shallow_clone(self, folder: Path, *, depth: int = 1) -> Path:
        """A clone that ends after some commits, as CI services make them."""
        self.git("clone", "--quiet", f"--depth={depth}", "--no-single-branch", f"file://{self.folder}", folder)
        return folder


def _noon(day: str) -> str:
    return f"{day}T12:00:00+08:00" if "T" not in day else day


def text_of(name: str, lines: int = 20) -> str:
    """A text that is like no other and long enough to be recognised where it was moved."""
    return "".join(f"{name} {number}\n" for number in range(lines))
