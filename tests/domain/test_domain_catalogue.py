"""The tree of columns: its order, its names, and to which column each spelling leads."""

from __future__ import annotations

import pytest

from disclosure.domain.catalogue import Catalogue, Column, names_of_columns


def column(path: str, *names: str, aliases: tuple[str, ...] = (), children: tuple[Column, ...] = ()) -> Column:
    return Column(path=path, name=names[-1], names=names, aliases=aliases, children=children)


TREE = (
    column("fees", "收费", aliases=("招生", "采购公开")),
    column("admissions", "招生", aliases=("fees", "招生收费")),
    column(
        "other", "其他", aliases=("杂项",),
        children=(
            column(
                "other/finance", "其他", "财务", aliases=("账目", "收费"),
                children=(column("other/finance/procurement", "其他", "财务", "采购", aliases=("招标",)),),
            ),
            column("other/procurement", "其他", "采购", aliases=("招标", "采购公开")),
            column("other/fees", "其他", "收费"),
            column("other/feedback", "其他", "意见"),
        ),
    ),
    column("feedback", "意见"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("spelling", "path"),
    [
        ("other/finance", "other/finance"),
        ("其他/财务", "other/finance"),
        ("财务", "other/finance"),
        ("finance", "other/finance"),
        ("账目", "other/finance"),
        ("杂项", "other"),
        ("其他", "other"),
        ("其他/财务/采购", "other/finance/procurement"),
        ("其他/采购", "other/procurement"),
        ("其他/收费", "other/fees"),
        ("other/fees", "other/fees"),
        ("招生收费", "admissions"),
    ],
)
def test_path_full_name_name_last_segment_and_alias_all_lead_to_a_column(spelling: str, path: str) -> None:
    assert names_of_columns(TREE)[spelling].path == path


@pytest.mark.parametrize(
    ("spelling", "path", "beaten"),
    [
        ("fees", "fees", "an alias, and the last segment of another path"),
        ("收费", "fees", "an alias, and the name of a column further down"),
        ("招生", "admissions", "an alias of a column that comes first"),
        ("feedback", "feedback", "the last segment of a path that comes first"),
        ("意见", "feedback", "the name of a column further down that comes first"),
        ("采购", "other/finance/procurement", "a column of the same name that comes later"),
        ("procurement", "other/finance/procurement", "the same last segment of a later path"),
        ("招标", "other/finance/procurement", "the same alias of a later column"),
        ("采购公开", "fees", "the same alias of a later column"),
    ],
)
def test_own_names_win_over_aliases_and_the_first_wins_among_equals(spelling: str, path: str, beaten: str) -> None:
    assert names_of_columns(TREE)[spelling].path == path, beaten


@pytest.mark.parametrize("spelling", ["", "其它", "财务/采购", "finance/procurement", "other/", "FEES"])
def test_what_leads_nowhere(spelling: str) -> None:
    assert spelling not in names_of_columns(TREE)


def test_the_order_of_the_tree() -> None:
    catalogue = Catalogue(preset="standard", columns=TREE, items={}, column_names=names_of_columns(TREE), item_names={})
    assert [each.path for each in catalogue.walk()] == [
        "fees",
        "admissions",
        "other",
        "other/finance",
        "other/finance/procurement",
        "other/procurement",
        "other/fees",
        "other/feedback",
        "feedback",
    ]
    assert [each.full_name for each in TREE[2].walk()] == [
        "其他",
        "其他/财务",
        "其他/财务/采购",
        "其他/采购",
        "其他/收费",
        "其他/意见",
    ]


@pytest.mark.parametrize(("path", "name"), [("fees", "收费"), ("other/finance/procurement", "采购")])
def test_the_column_at_a_path(path: str, name: str) -> None:
    catalogue = Catalogue(preset="standard", columns=TREE, items={}, column_names=names_of_columns(TREE), item_names={})
    assert catalogue.column(path).name == name
    with pytest.raises(KeyError):
        catalogue.column(path + "/none")
