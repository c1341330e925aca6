"""What a school's git host does by itself: one description of the jobs, written for each host (docs/pipelines.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.repository import GitHost
from disclosure.domain.school import School
from disclosure.starting.answers import Answers
from disclosure.starting.pipelines.forgejo import forgejo_files
from disclosure.starting.pipelines.forms import form_files
from disclosure.starting.pipelines.gitee import gitee_files
from disclosure.starting.pipelines.github import github_files
from disclosure.starting.pipelines.gitlab import gitlab_files
from disclosure.starting.pipelines.owners import owners_files
from disclosure.starting.start_file import StartFile

_WRITERS: Mapping[GitHost, Callable[[Answers], Iterator[StartFile]]] = {
    GitHost.GITHUB: github_files,
    GitHost.GITLAB: gitlab_files,
    GitHost.FORGEJO: forgejo_files,
    GitHost.GITEE: gitee_files,
}


def pipeline_files(answers: Answers, catalogue: Catalogue, school: School) -> Iterator[StartFile]:
    """Pipelines, owners and forms for the school's git host; nothing where nobody hosts the repository."""
    writer = _WRITERS.get(answers.repository.host)
    if writer:
        yield from writer(answers)
        yield from owners_files(answers, catalogue)
        yield from form_files(answers, catalogue, school)
