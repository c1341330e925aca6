"""仓库: where a school's files live, and with what people edit them in a browser."""

from __future__ import annotations

from collections.abc import Mapping
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


HOSTS_OF: Mapping[Editor, frozenset[GitHost]] = {
    Editor.SVELTIA: frozenset({GitHost.GITHUB, GitHost.GITLAB}),
    Editor.DECAP: frozenset(GitHost),
    Editor.NONE: frozenset(GitHost),
}
"""Hosts that an editor can work with. Decap works with each of them, if only on one's own computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A school's git repository, as its clerks see it."""

    host: GitHost = GitHost.NONE
    url: str = ""
    """Of its web page, without a slash at the end: `https://github.com/school/disclosure`; '' where there is none."""
    branch: str = "main"
    """What the site is built from, and what pull requests are merged into."""
    editor: Editor = Editor.NONE
    app_id: str = ""
    """Of the OAuth application that the school registered with its host: who signs in to the editor there."""
    login_url: str = ""
    """Of the service that signs people in to GitHub, without a slash at the end; '' where there is none."""
    editor_editions: tuple[str, ...] = ()
    """Editions that carry `/admin/`; all of them where none is named."""

    def has_editor(self, edition: str) -> bool:
        """Whether an edition carries `/admin/`."""
        return self.editor is not Editor.NONE and (not self.editor_editions or edition in self.editor_editions)
