"""The editor itself, read from the school's node_modules, where npm put it: script, licences, and what it would fetch elsewhere.

Sveltia asks other hosts for its Chinese words and its fonts. The npm package holds them too, so they are published beside
the script, and the addresses in it lead there: staff work without any request to a third party.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from disclosure.domain.repository import Editor, Repository
from disclosure.errors.explanations import problem
from disclosure.errors.problem import SetupError

INSTALL = "npm ci --ignore-scripts"
YAML_SCRIPT = "js-yaml.js"
"""Reads and writes front matter for `record-format.js`."""
_PACKAGE = PurePosixPath("package.json")
_FONT = re.compile(rb"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)(?::vf)?@[0-9.]+/[a-z0-9-]+\.woff2")
_OWN_HOST = b"https://unpkg.com/@sveltia/cms"
_OWN_FOLDER = "sveltia"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorScript:
    """What npm installed."""

    name: str
    """Of the script."""
    files: Mapping[str, Path]
    """By name in `/admin/`, the script among them."""
    digest: str
    """Of all of them."""

    def content(self, name: str) -> bytes:
        """A file as it is published. Raises OSError where it has gone meanwhile."""
        content = self.files[name].read_bytes()
        if name != self.name:
            return content
        return _FONT.sub(rb"fonts/\1.woff2", content).replace(_OWN_HOST, _OWN_FOLDER.encode())


def installed_script(root: Path, editor: Editor) -> EditorScript | None:
    """The editor's files; None where they are not installed."""
    modules = root / "node_modules"
    yaml = {
        YAML_SCRIPT: modules / "js-yaml/dist/browser/js-yaml.umd.min.js",
        f"{YAML_SCRIPT}.LICENSE.txt": modules / "js-yaml/LICENSE",
    }
    try:
        own = _decap(modules / "decap-cms") if editor is Editor.DECAP else _sveltia(modules / "@sveltia/cms")
        files = dict(own) | yaml
        digest = sha256(b"".join(sha256(path.read_bytes()).digest() for path in files.values()))
    except (OSError, ValueError, KeyError):
        return None
    return EditorScript(name=next(iter(files)), files=files, digest=digest.hexdigest())


def _decap(package: Path) -> Iterator[tuple[str, Path]]:
    yield "decap-cms.js", package / "dist/decap-cms.js"
    yield "decap-cms.js.LICENSE.txt", package / "dist/decap-cms.js.LICENSE.txt"


def _sveltia(package: Path) -> Iterator[tuple[str, Path]]:
    yield "sveltia-cms.js", package / "dist/sveltia-cms.js"
    yield "sveltia-cms.js.LICENSE.txt", package / "LICENSE.txt"
    version = json.loads((package / "package.json").read_bytes())["version"]
    yield f"{_OWN_FOLDER}/package.json", package / "package.json"
    yield f"{_OWN_FOLDER}@{version}/locales/zh-CN.json", package / "locales/zh-CN.json"
    for licence in sorted((package / "npm/assets").glob("*.LICENSE.txt")):
        font = licence.name.removesuffix(".LICENSE.txt")
        yield f"fonts/{font}.woff2", next(iter(sorted(licence.parent.glob(f"{font}-*.woff2"))), licence)
        yield f"fonts/{licence.name}", licence


def require_script(root: Path, repository: Repository, edition: str) -> str:
    """A digest of the editor that an edition carries, '' where it carries none.

    Raises:
        SetupError: it is not installed. A site without it would silently take it away from those who work with it.
    """
    if not repository.has_editor(edition):
        return ""
    script = installed_script(root, repository.editor)
    if script is None:
        message = f"网页编辑器 {repository.editor.value} 还没有装好，不能生成 /admin/"
        hint = f"在这个文件夹里运行 {INSTALL}；没有 Node.js 的电脑，可以用 disclosure serve 预览，那里不需要它"
        raise SetupError(problem("C101", path=_PACKAGE, line=0, message=message, hint=hint))
    return script.digest
