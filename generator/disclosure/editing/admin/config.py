"""`/admin/config.yml`: what a git-based editor is told, made from the schema, the catalogue and 仓库 (docs/editor.md)."""

from __future__ import annotations

from typing import Any

from disclosure.domain.catalogue import Catalogue, Column, Item
from disclosure.domain.repository import Editor, GitHost
from disclosure.domain.school import School
from disclosure.editing.admin.fields import Entry, form_fields
from disclosure.editing.admin.hosts import backend_of
from disclosure.reading.yaml_text import as_yaml

RECORDS = "data/records"
EVERYTHING = "all"
"""Name of the collection that holds every record, in whatever form and folder."""
_DEEPEST = 6
_HEAD = "# 由 disclosure build 生成，不要改：改 data/school.yml 的“仓库”和 data/catalogue.yml。\n"


def config_text(school: School, catalogue: Catalogue) -> str:
    """The text of `config.yml`."""
    return _HEAD + as_yaml(editor_config(school, catalogue))


def editor_config(school: School, catalogue: Catalogue) -> dict[str, Any]:
    """The configuration as plain data."""
    repository = school.repository
    is_sveltia = repository.editor is Editor.SVELTIA
    config: dict[str, Any] = {"backend": backend_of(repository)}
    if is_sveltia:
        config |= {"app_title": f"{school.name} · 写记录"}
    else:
        config |= {"local_backend": True, "locale": "zh_Hans"}
    config |= {
        "publish_mode": "editorial_workflow" if _has_requests(school) else "simple",
        "site_url": school.site_url, "display_url": school.site_url, "show_preview_links": False,
        "media_folder": RECORDS, "public_folder": "/",
        "slug": {"encoding": "unicode", "clean_accents": False}, "editor": {"preview": False},
        "collections": [_column(column, catalogue, repository.editor) for column in catalogue.walk()],
    }  # fmt: skip
    config["collections"].insert(0, _everything(catalogue, repository.editor))
    return config


def _has_requests(school: School) -> bool:
    """Whether what is written becomes a pull request: where a host has them, and the editor makes them there."""
    repository = school.repository
    return bool(repository.url) and repository.host in (GitHost.GITHUB, GitHost.GITLAB, GitHost.FORGEJO)


def _column(column: Column, catalogue: Catalogue, editor: Editor) -> Entry:
    items = [item for item in catalogue.items.values() if item.enabled and item.column == column.path]
    return {
        "name": column.path.replace("/", "-"), "label": column.full_name, "label_singular": f"{column.name}记录",
        "description": column.about or column.full_name, "folder": f"{RECORDS}/{column.path}",
        **_common(items, [column], editor, is_new=True), "create": True, "path": "{{slug}}/index",
    }  # fmt: skip


def _everything(catalogue: Catalogue, editor: Editor) -> Entry:
    items = [item for item in catalogue.items.values() if item.enabled]
    return {
        "name": EVERYTHING, "label": "全部记录", "label_singular": "记录",
        "description": "所有栏目、所有文件夹里的记录，只能在这里查找和修改；新写的从下面的栏目开始。",
        "folder": RECORDS, **_common(items, list(catalogue.walk()), editor, is_new=False), "create": False, **_deep(editor),
    }  # fmt: skip


def _deep(editor: Editor) -> Entry:
    """What makes an editor look into folders of folders: each counts in its own way."""
    if editor is Editor.SVELTIA:
        return {"nested": {"depth": _DEEPEST}}
    return {"path": "/".join(["{{fields.编号}}"] * (_DEEPEST - 1) + ["{{slug}}"])}


def _common(items: list[Item], columns: list[Column], editor: Editor, *, is_new: bool) -> Entry:
    return {
        "identifier_field": "标题", "slug": "{{fields.编号}}", "summary": "{{fields.编号}} {{fields.标题}}",
        "extension": "md", "format": "yaml-frontmatter", "media_folder": "", "public_folder": "",
        "sortable_fields": ["编号", "公布日期", "标题"],
        "fields": form_fields(items, columns, editor=editor, is_new=is_new),
    }  # fmt: skip
