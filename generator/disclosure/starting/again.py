"""Answers of a school that has begun: people may have changed them in data/ since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.repository import Repository
from disclosure.domain.school import School
from disclosure.reading.scalar import scalar
from disclosure.starting.answers import Answers
from disclosure.starting.repository import CATALOGUE_PATH, SCHOOL_PATH


def given_in_data(school: School, catalogue: Catalogue) -> dict[str, Any]:
    """Answers by key of the table, as data/ has them now."""
    given: dict[str, Any] = {"name": school.name, "site_url": school.site_url, "preset": catalogue.preset}
    repository = school.repository
    if repository != Repository():
        given |= {"host": repository.host, "repository_url": repository.url, "editor": repository.editor}
    return given


def to_be_written(answers: Answers, school: School, catalogue: Catalogue) -> Iterator[str]:
    """What people have to change in their own files for these answers to hold there too, a line each."""
    own, wanted = school.repository, answers.repository
    for path, key, now, then in (
        (SCHOOL_PATH, "名称", school.name, answers.name),
        (SCHOOL_PATH, "网址", school.site_url, answers.site_url),
        (SCHOOL_PATH, "仓库 的 平台", own.host.value, wanted.host.value),
        (SCHOOL_PATH, "仓库 的 网址", own.url, wanted.url),
        (SCHOOL_PATH, "仓库 的 编辑器", own.editor.value, wanted.editor.value),
        (CATALOGUE_PATH, "预设", catalogue.preset, answers.preset),
    ):
        if now != then:
            yield f"{path}：{key} 改成 {scalar(then) if then else '空（删掉这一行）'}"
