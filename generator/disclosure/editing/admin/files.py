"""`/admin/`: a git-based editor for staff. It holds no records: what it shows it reads from the git host, for who may."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.catalogue import Catalogue
from disclosure.domain.repository import Editor
from disclosure.domain.school import School
from disclosure.editing.admin.config import config_text
from disclosure.editing.admin.hosts import reached
from disclosure.editing.admin.install import FORMAT, LANGUAGE, own_scripts
from disclosure.editing.admin.script import INSTALL, YAML_SCRIPT, EditorScript, installed_script
from disclosure.publishing.output import OutputFile, ready
from disclosure.rendering.site import Site

CONFIG = f"{urls.ADMIN}config.yml"
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<noscript><p>写记录的网页要用 JavaScript。不能打开的，可以直接写文件：见仓库里的 README。</p></noscript>
{script}
</body>
</html>
"""
_MISSING = f"<p>网页编辑器还没有装好。在学校的文件夹里运行 <code>{INSTALL}</code>，再打开这一页。</p>"


def admin_files(site: Site, *, root: Path, basis: str = "") -> Iterator[OutputFile]:
    """The page, its configuration, the editor's script and licence; nothing in an edition without an editor.

    Where the editor is not installed the page says how to install it: only a preview gets so far (`require_script`).

    Args:
        root: the school's folder, with `node_modules`.
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    school, catalogue = site.edition.school, site.edition.catalogue
    if not school.repository.has_editor(site.edition.name):
        return
    editor = school.repository.editor
    script = installed_script(root, editor)
    for name, content in own_scripts(editor).items():
        yield ready(f"{urls.ADMIN}{name}", content)
    yield ready(f"{urls.ADMIN}index.html", admin_page(school, script).encode())
    yield OutputFile(path=CONFIG, key=digest_of(basis, CONFIG), make=partial(_config, school, catalogue))
    if script:
        for name in script.files:
            key = digest_of(script.digest, name)
            yield OutputFile(path=f"{urls.ADMIN}{name}", key=key, make=partial(script.content, name))


def _config(school: School, catalogue: Catalogue) -> bytes:
    return config_text(school, catalogue).encode()


def admin_page(school: School, script: EditorScript | None) -> str:
    """The page: a script of its own folder, and a policy that closes every address but the git host's."""
    element = _scripts(script, school.repository.editor) if script else _MISSING
    title = escape(f"写记录 · {school.name}")
    return _PAGE.format(policy=escape(_policy(school)), title=title, script=element)


def _scripts(script: EditorScript, editor: Editor) -> str:
    """Sveltia asks for the language at once; a format is registered with an editor that is there."""
    names = [*([LANGUAGE] if editor is Editor.SVELTIA else []), script.name, YAML_SCRIPT, FORMAT]
    return "\n".join(f'<script src="{name}"></script>' for name in names)


def _policy(school: School) -> str:
    """Content-Security-Policy. Decap compiles its schema, hence `unsafe-eval`; both write styles into the page."""
    hosts = " ".join(reached(school.repository))
    evaluated = " 'unsafe-eval'" if school.repository.editor is Editor.DECAP else ""
    rules = {
        "default-src": "'self'", "script-src": f"'self'{evaluated} blob:", "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data: blob: {hosts}", "font-src": "'self' data:", "media-src": "'self' data: blob:",
        "connect-src": f"'self' data: blob: {hosts}", "worker-src": "'self' blob:", "frame-src": "'self' blob:",
        "object-src": "'none'", "base-uri": "'none'", "form-action": "'self'",
    }  # fmt: skip
    return "; ".join(f"{name} {value}".strip() for name, value in rules.items())
