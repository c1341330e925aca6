"""What the page 写记录 works with: made for the staff alone, anew when something in it changed, with nothing that is not public."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.editing.compose.files import compose_files
from disclosure.editing.compose.numbers import next_numbers, number_ranges
from disclosure.editing.compose.patterns import to_javascript
from disclosure.editing.fields import record_fields
from disclosure.publishing.output import OutputFile
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, make_school, record

SiteOf = Callable[..., Site]
REPOSITORY = SCHOOL + "仓库: {平台: github, 网址: 'https://github.com/school/disclosure', 分支: master}\n"


def data_file(site: Site, root: Path) -> OutputFile:
    (file,) = compose_files(site, root=root)
    return file


def data_of(site: Site, root: Path) -> dict[str, Any]:
    text = data_file(site, root).content.decode()
    assert text.startswith("disclosureCompose(") and text.endswith(")\n")
    found: dict[str, Any] = json.loads(text.removeprefix("disclosureCompose(").removesuffix(")\n"))
    return found


def test_only_the_edition_for_the_staff_has_it(site_of: SiteOf, tmp_path: Path) -> None:
    assert list(compose_files(site_of(record()), root=tmp_path)) == []
    assert data_file(site_of(record(), edition="internal"), tmp_path).path == "compose/data.js"


def test_it_has_every_field_every_item_and_the_repository(site_of: SiteOf, tmp_path: Path) -> None:
    site = site_of(record(), edition="internal", school=REPOSITORY)
    data = data_of(site, tmp_path)
    catalogue: Catalogue = site.edition.catalogue
    assert [field["name"] for field in data["fields"]] == [field.name for field in record_fields()]
    assert [item["id"] for item in data["items"]] == [one.id for one in catalogue.items.values() if one.enabled]
    assert data["school"]["repository"] == {
        "host": "github", "url": "https://github.com/school/disclosure", "branch": "master",
    }  # fmt: skip


def test_nothing_of_drafts_and_of_the_future_is_in_it(site_of: SiteOf, tmp_path: Path) -> None:
    hidden = [record("2026-0008", 草稿="是", 标题="没写完"), record("2026-0009", 公布日期="2026-12-24", 标题="还没到")]
    with_them = data_file(site_of(record(), *hidden, edition="internal"), tmp_path)
    without = data_file(site_of(record(), edition="internal"), tmp_path)
    assert (with_them.content, with_them.key) == (without.content, without.key)


def test_a_number_that_was_given_away_makes_it_anew(site_of: SiteOf, tmp_path: Path) -> None:
    one = data_file(site_of(record(), edition="internal"), tmp_path)
    two = data_file(site_of(record(), record("2026-0002"), edition="internal"), tmp_path)
    assert one.key != two.key
    assert one.content != two.content


def test_a_columns_folder_makes_it_anew(site_of: SiteOf, tmp_path: Path) -> None:
    site, root = site_of(record(), edition="internal"), make_school(tmp_path)
    before = data_file(site, root)
    (root / "data/records/other/finance").mkdir(parents=True)
    assert data_file(site, root).key == before.key, "an empty folder is none"
    (root / "data/records/other/finance/a.md").write_text(record(草稿="是"))
    assert data_file(site, root).key != before.key
    assert data_of(site, root)["folders"] == ["other", "other/finance"]


@pytest.mark.parametrize(
    ("ids", "following", "ranges"),
    [
        ([], {}, {}),
        (["2025-0009", "2026-0001", "2026-0002", "2026-0005"], {"2025": "2025-0010", "2026": "2026-0006"},
         {"2025": [[9, 9]], "2026": [[1, 2], [5, 5]]}),
        (["A-1", "2026-0001", "2026-12"], {"2026": "2026-0013"}, {"2026": [[1, 1]], "": ["2026-12", "A-1"]}),
    ],
)  # fmt: skip
def test_numbers(ids: list[str], following: dict[str, str], ranges: dict[str, object]) -> None:
    assert next_numbers(ids) == following
    assert number_ranges(ids) == ranges


@pytest.mark.parametrize(
    ("pattern", "flags", "source"),
    [
        (r"\d{2}", 0, r"\p{Nd}{2}"), (r"[\w.-]+", 0, r"[\p{L}\p{N}_\.\-]+"), (r"a\Z", 0, r"a(?![\s\S])"), ("a{2}+b*+", 0, "a{2}b*"),
        ("(?:No|(?-i:ID))", re.IGNORECASE, "(?:[nN][oO]|(?:ID))"), ("[a-c]x", re.IGNORECASE, "[a-cA-C][xX]"), ("^a$", re.MULTILINE, r"(?<=\n|(?<![\s\S]))a(?=\n|(?![\s\S]))"),
        (r"\"\-]", 0, r'"-\]'), (".", 0, r"[^\n]"), (".", re.DOTALL, r"[\s\S]"), ("\u200b[\u4e00-\u9fff]", 0, "\u200b[\u4e00-\u9fff]"),
    ],
)  # fmt: skip
def test_a_pattern_for_the_browser(pattern: str, flags: int, source: str) -> None:
    assert to_javascript(re.compile(pattern, flags)) == source


@pytest.mark.parametrize("pattern", [r"(?P<year>\d)", r"(a)\1", r"\Ba"])
def test_what_has_no_counterpart_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        to_javascript(re.compile(pattern))


def test_days_off_are_those_of_two_years(site_of: SiteOf, tmp_path: Path) -> None:
    days = data_of(site_of(record(), edition="internal", today=TODAY), tmp_path)["workingDays"]
    assert isinstance(days, dict)
    assert days["last"] - days["first"] == 1
    assert len(days["off"]) > 20
