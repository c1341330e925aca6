"""Where a git-based editor reads and writes: its `backend`, and which addresses its page may talk to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from disclosure.domain.repository import Editor, GitHost, Repository

LOCAL = "http://localhost:8081/api/v1"
"""Of `npx decap-server`, which works on the files of the computer it runs on."""
_NO_APPLICATION = "还没有登记应用"
"""Stands where the host's answer shows it: nobody can sign in before the application is registered."""
_NO_REPOSITORY = "学校/仓库"


def backend_of(repository: Repository) -> dict[str, Any]:
    """The `backend` of the configuration."""
    base, repo = _split(repository)
    signing_in = {"auth_type": "pkce", "app_id": repository.app_id} if repository.app_id else {}
    if repository.editor is Editor.DECAP and not (
        repo and repository.host in (GitHost.GITHUB, GitHost.GITLAB, GitHost.FORGEJO)
    ):
        return {"name": "proxy", "proxy_url": LOCAL, "branch": repository.branch}
    backend: dict[str, Any] = {
        "name": repository.host.value,
        "repo": repo or _NO_REPOSITORY,
        "branch": repository.branch,
    }
    match repository.host:
        case GitHost.GITHUB:
            backend |= _github(repository, base)
        case GitHost.GITLAB:
            backend |= {"base_url": base, "api_root": f"{base}/api/v4", **signing_in}
            if repository.editor is Editor.SVELTIA:
                backend |= {
                    "graphql_api_root": f"{base}/api/graphql",
                    "auth_methods": ["oauth" if signing_in else "token"],
                }
            elif not signing_in:
                backend |= {"auth_type": "pkce", "app_id": _NO_APPLICATION}
        case GitHost.FORGEJO:
            backend |= {"api_root": f"{base}/api/v1", "app_id": repository.app_id or _NO_APPLICATION}
    return backend | {"commit_messages": _COMMITS}


_COMMITS = {
    "create": "新增：{{collection}} {{slug}}", "update": "修改：{{collection}} {{slug}}", "delete": "删除：{{collection}} {{slug}}",
    "uploadMedia": "上传附件：{{path}}", "deleteMedia": "删除附件：{{path}}",
}  # fmt: skip


def _github(repository: Repository, base: str) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if base != "https://github.com":
        given |= {"api_root": f"{base}/api/v3"}
    if repository.login_url:
        given |= {"base_url": repository.login_url}
    if repository.editor is Editor.SVELTIA:
        given |= {"auth_methods": ["oauth" if repository.login_url else "token"]}
    return given


def reached(repository: Repository) -> tuple[str, ...]:
    """Addresses that the editor's page talks to beside its own site; every other one is closed to it."""
    base, repo = _split(repository)
    found = ["http://localhost:8081"] if repository.editor is Editor.DECAP else []
    if repo and base == "https://github.com":
        found += ["https://api.github.com", "https://github.com", "https://*.githubusercontent.com"]
    elif repo and repository.host is not GitHost.GITEE:
        found += [base]
    return (*found, repository.login_url) if repository.login_url else tuple(found)


def _split(repository: Repository) -> tuple[str, str]:
    """`https://git.school.example/office/disclosure` as `https://git.school.example` and `office/disclosure`."""
    if not repository.url:
        return "", ""
    parts = urlsplit(repository.url)
    path = parts.path.strip("/").removesuffix(".git")
    return f"{parts.scheme}://{parts.netloc}", path
