"""Who is asked to approve, and what people fill in."""

from __future__ import annotations

import re

import pytest

from disclosure.domain.repository import GitHost
from pipeline_steps import HOSTS, answers, files, parsed

ACCOUNTS = {"总务处": ("@zongwu",), "财务室": ("@caiwu", "caiwu@school.example"), "监督小组": ("@jiandu", "@jiandu2")}
PLACES = {
    GitHost.GITHUB: ".github/CODEOWNERS", GitHost.GITLAB: ".gitlab/CODEOWNERS",
    GitHost.FORGEJO: "CODEOWNERS", GitHost.GITEE: ".gitee/CODEOWNERS",
}  # fmt: skip


def rules(host: GitHost, **accounts: tuple[str, ...]) -> dict[str, list[str]]:
    """Patterns and whom they name; sections by their name."""
    text = files(answers(host, accounts=accounts))[PLACES[host]].text
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {words[0]: words[1:] for words in lines}


@pytest.mark.parametrize("host", [GitHost.GITHUB, GitHost.FORGEJO])
def test_where_one_line_decides_the_supervision_group_is_in_every_line(host: GitHost) -> None:
    made = rules(host, **ACCOUNTS)
    everything, finance = (
        ("*", "/data/records/other/finance/") if host is GitHost.GITHUB else (".*", "data/records/other/finance/.*")
    )
    assert made[everything] == ["@jiandu", "@jiandu2"]
    assert set(made[finance]) == {"@zongwu", "@caiwu", "caiwu@school.example", "@jiandu", "@jiandu2"}
    assert all({"@jiandu", "@jiandu2"} <= set(whom) for whom in made.values())
    if host is GitHost.FORGEJO:
        assert any(
            re.fullmatch(pattern, "data/records/other/finance/2026-0001.md") for pattern in made if "finance" in pattern
        )


@pytest.mark.parametrize("host", [GitHost.GITLAB, GitHost.GITEE])
def test_where_sections_are_asked_one_by_one_each_has_its_own(host: GitHost) -> None:
    made = rules(host, **ACCOUNTS)
    assert list(made)[:3] == ["[监督小组]", "*", "[责任部门]"]
    finance = made["/data/records/other/finance/"]
    assert set(finance) == {"@zongwu", "@caiwu", "caiwu@school.example"}


@pytest.mark.parametrize("host", HOSTS)
def test_where_no_account_is_known_a_comment_says_whose_is_missing(host: GitHost) -> None:
    text = files(answers(host))[PLACES[host]].text
    assert all(line.startswith(("#", "[")) for line in text.splitlines() if line)
    assert "data/records/other/procurement/" in text and "@总务处的账号" in text and "@监督小组的账号" in text


@pytest.mark.parametrize("host", HOSTS)
def test_people_write_on_in_owners_and_in_nothing_else(host: GitHost) -> None:
    made = files(answers(host))
    assert [path for path, file in made.items() if file.written] == [PLACES[host]]


@pytest.mark.parametrize("host", HOSTS)
def test_the_template_lists_every_combination_of_signatures(host: GitHost) -> None:
    (text, *_) = (
        file.text
        for path, file in files(answers(host)).items()
        if "REQUEST_TEMPLATE" in path or "merge_request" in path
    )
    assert "**监督小组全体、校长** 已审签（收入来源和支出、预算、决算和收支）" in text
    assert text.count("已审签") == 9


@pytest.mark.parametrize("host", HOSTS)
def test_issues_warn_against_personal_data_before_anything_is_written(host: GitHost) -> None:
    made = {path: file.text for path, file in files(answers(host)).items() if "issue_template" in path.lower()}
    forms = {path: text for path, text in made.items() if not path.endswith("config.yml")}
    assert len(forms) == (4 if host is GitHost.FORGEJO else 2)
    for path, text in forms.items():
        assert "**不要写个人信息**" in text and "https://school.example/xwgk/guide/" in text
        if path.endswith(".yml"):
            body = parsed(text)["body"]
            assert body[0]["type"] == "markdown" and "个人信息" in body[0]["attributes"]["value"]
            assert body[-1]["attributes"]["options"][0]["required"] == "true"
