"""仓库: where a school's files live, and with what people edit them in a browser."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.domain.vocabulary import Word


class GitHost(Word):
    """代码托管平台: whose web pages and pipelines a school uses."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"
    """Forgejo, and Gitea, whose pages and pipelines are the same."""
    GITEE = "gitee"
    NONE = "none"
    """A repository that nobody hosts: a folder, or a server without web pages."""


class Editor(Word):
    """网页编辑器: what `/admin/` shows."""

    SVELTIA = "sveltia"
    DECAP = "decap"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A school's git repository, as its clerks see it."""

    host: GitHost = GitHost.NONE
    url: str = ""
    """Of its web page, without a slash at the end: `https://github.com/school/disclosure`; '' where there is none."""
    branch: str = "main"
    """What the site is built from, and what pull requests are merged into."""
    editor: Editor = Editor.NONE
