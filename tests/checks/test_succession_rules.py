"""L105, L106: what a record replaces or corrects exists, and no chain of records leads back to its start."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample import codes_of, make_school, problems_of, record

Links = dict[str, dict[str, str]]


def school(folder: Path, links: Links) -> Path:
    """Records by number, each with its 替代 and 更正."""
    return make_school(folder, *(record(number, **keys) for number, keys in links.items()))


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({"1": {}, "2": {"替代": "1"}}, {}),
        ({"1": {}, "2": {"更正": "1"}}, {}),
        ({"1": {}, "2": {"替代": "1", "更正": "1"}}, {}),
        ({"1": {}, "2": {"替代": "1"}, "3": {"替代": "1"}}, {}),
        ({"1": {}, "2": {}, "3": {"替代": "1", "更正": "2"}}, {}),
        ({"1": {}, "2": {"替代": "1"}, "3": {"替代": "2", "更正": "1"}}, {}),
        ({"1": {"替代": "9"}}, {"a": ["L105"]}),
        ({"1": {"更正": "9"}}, {"a": ["L105"]}),
        ({"1": {"替代": "9", "更正": "8"}}, {"a": ["L105", "L105"]}),
        ({"1": {}, "2": {"替代": "1", "更正": "9"}}, {"b": ["L105"]}),
        ({"1": {"替代": "1"}}, {"a": ["L106"]}),
        ({"1": {"更正": "1"}}, {"a": ["L106"]}),
        ({"1": {"替代": "2"}, "2": {"替代": "1"}}, {"a": ["L106"], "b": ["L106"]}),
        ({"1": {"更正": "2"}, "2": {"替代": "1"}}, {"a": ["L106"], "b": ["L106"]}),
        ({"1": {"替代": "3"}, "2": {"更正": "1"}, "3": {"替代": "2"}}, {"a": ["L106"], "b": ["L106"], "c": ["L106"]}),
        ({"1": {"替代": "2"}, "2": {"替代": "1"}, "3": {"替代": "1"}}, {"a": ["L106"], "b": ["L106"]}),
        ({"1": {"替代": "1"}, "2": {"替代": "1"}}, {"a": ["L106"]}),
        ({"1": {}, "2": {"替代": "1", "更正": "3"}, "3": {"替代": "2"}}, {"b": ["L106"], "c": ["L106"]}),
        ({"1": {}, "2": {"替代": "1", "更正": "2"}}, {"b": ["L106"]}),
    ],
)
def test_who_takes_whose_place(links: Links, expected: dict[str, list[str]], tmp_path: Path) -> None:
    found: dict[str, list[str]] = {}
    for problem in problems_of(school(tmp_path, links)):
        found.setdefault(problem.path.stem, []).append(problem.code)
    assert found == expected


@pytest.mark.parametrize("older", [{"草稿": "是"}, {"公布日期": "2027-01-01"}, {"公开范围": "教职工"},
                                   {"撤销": "{日期: 2026-09-02, 理由: 有误, 批准: 校长办公会}"}])  # fmt: skip
def test_an_earlier_record_that_nobody_sees_exists_all_the_same(older: dict[str, str], tmp_path: Path) -> None:
    assert codes_of(school(tmp_path, {"1": older, "2": {"替代": "1"}})) == []


def test_a_long_chain_is_no_circle_until_it_is_closed(tmp_path: Path) -> None:
    chain = {str(number): {"替代": str(number - 1)} for number in range(2, 21)}
    assert codes_of(school(tmp_path / "open", {"1": {}} | chain)) == []
    assert codes_of(school(tmp_path / "closed", {"1": {"更正": "20"}} | chain)) == ["L106"] * 20


@pytest.mark.parametrize("key", ["替代", "更正"])
@pytest.mark.parametrize("target", ["2026-0001", "2026-9999"])
def test_a_finding_stands_at_its_key_and_names_the_number(key: str, target: str, tmp_path: Path) -> None:
    text = record("2026-0001", **{key: target})
    (found,) = problems_of(make_school(tmp_path, text))
    assert text.splitlines()[found.line - 1] == f"{key}: {target}"
    assert f"「{target}」" in found.message
    assert (f"{key}了自己" if target == "2026-0001" else f"{key}的记录") in found.message
