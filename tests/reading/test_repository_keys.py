"""仓库 of data/school.yml: where the files live."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.domain.repository import Editor, GitHost, Repository
from disclosure.errors.problem import SetupError
from disclosure.reading.school import read_school

SCHOOL = "名称: 示例实验学校\n网址: https://school.example/xwgk\n"


def repository_of(text: str, tmp_path: Path, key: str = "仓库") -> Repository:
    path = tmp_path / "school.yml"
    path.write_text(f"{SCHOOL}{key}: {text}\n" if text else SCHOOL)
    return read_school(path, root=tmp_path).repository


def test_a_school_without_one_has_a_folder_on_main(tmp_path: Path) -> None:
    assert repository_of("", tmp_path) == Repository(host=GitHost.NONE, url="", branch="main", editor=Editor.NONE)


@pytest.mark.parametrize("host", list(GitHost), ids=lambda host: str(host.value))
def test_each_host_is_read(host: GitHost, tmp_path: Path) -> None:
    assert repository_of(f"{{平台: {host.value}}}", tmp_path) == Repository(host=host)


def test_all_keys_in_both_languages(tmp_path: Path) -> None:
    expected = Repository(
        host=GitHost.GITLAB, url="https://git.school.example/office/disclosure", branch="site", editor=Editor.SVELTIA
    )
    chinese = "{平台: gitlab, 网址: https://git.school.example/office/disclosure/, 分支: site, 编辑器: sveltia}"
    english = "{host: gitlab, url: https://git.school.example/office/disclosure, branch: site, editor: sveltia}"
    assert repository_of(chinese, tmp_path) == expected
    (tmp_path / "school.yml").write_text(
        "name: 示例实验学校\nsite_url: https://school.example/xwgk\nrepository: " + english + "\n"
    )
    assert read_school(tmp_path / "school.yml", root=tmp_path).repository == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{平台: bitbucket}", "可选：github、gitlab、forgejo、gitee、none"),
        ("{平台: gitea}", "可选：github、gitlab、forgejo、gitee、none"),
        ("{网址: https://git.school.example/a}", "加一行：平台: gitlab"),
        ("{平台: gitlab, 网址: git.school.example}", "「git.school.example」不是网址"),
        ("{平台: gitlab, 网址: 'git@git.school.example:a/b.git'}", "https://"),
        ("{平台: gitlab, 编辑器: word}", "可选：sveltia、decap、none"),
        ("{平台: gitlab, 分枝: main}", "分支"),
        ("https://git.school.example/a", "键: 值"),
    ],
)
def test_a_mistake_is_explained(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        repository_of(text, tmp_path)
    assert said in "".join(f"{one.message}{one.hint}" for one in caught.value.problems)
