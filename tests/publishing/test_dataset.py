"""`dataset.jsonld`: what DCAT-AP requires, what is known of the school, nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from disclosure.publishing.dataset import dataset
from disclosure.publishing.open_data import open_data
from disclosure.rendering.site import Site
from sample import SCHOOL, record

BASE = "https://school.example/xwgk/"


def read(site: Site) -> dict[str, Any]:
    file = dataset(site)
    assert file.path == "dataset.jsonld"
    found: dict[str, Any] = json.loads(file.content)
    return found


def values(node: Any) -> list[dict[str, Any]]:
    """All objects in it, itself included."""
    if isinstance(node, list):
        return [found for one in node for found in values(one)]
    if not isinstance(node, dict):
        return []
    return [node, *(found for value in node.values() for found in values(value))]


def test_what_is_required_is_there(site_of: Callable[..., Site]) -> None:
    found = read(site_of(record()))
    assert found["@type"] == "dcat:Dataset"
    assert found["dct:title"] == {"@value": "示例学校校务公开记录", "@language": "zh"}
    assert found["dct:description"]["@value"]
    assert found["dct:publisher"]["foaf:name"]["@value"] == "示例学校"
    assert found["dct:accrualPeriodicity"]["@id"].endswith("/frequency/IRREG")
    files = {one["dct:title"]: one for one in found["dcat:distribution"]}
    assert set(files) == {"records.json", "records.csv"}
    for name, one in files.items():
        assert one["@type"] == "dcat:Distribution"
        assert one["dcat:accessURL"] == one["dcat:downloadURL"] == {"@id": BASE + name}
    assert files["records.csv"]["dcat:mediaType"]["@id"].endswith("/text/csv")
    assert found["dct:conformsTo"]["@id"] == files["records.json"]["dct:conformsTo"]["@id"]


def test_every_file_that_it_names_is_published(site_of: Callable[..., Site]) -> None:
    site = site_of(record())
    published = {BASE + file.path for file in open_data(site)}
    standards = [one["@id"] for one in values(read(site)) if one.get("@type") == "dct:Standard"]
    assert len(standards) == 3
    assert set(standards) <= published


def test_every_word_is_of_a_vocabulary_that_is_named(site_of: Callable[..., Site]) -> None:
    found = read(site_of(record(), school=SCHOOL + "mailbox: xwgk@school.example\n"))
    known = set(found["@context"])
    used = {
        key.partition(":")[0] for one in values(found) if one is not found["@context"] for key in one if key[0] != "@"
    }
    assert used == known - {"xsd"}


DAYS: dict[str, tuple[list[dict[str, str]], str | None, str | None]] = {
    "no record": ([{"草稿": "是"}], None, None),
    "one": ([{}], "2026-09-01", "2026-09-01"),
    "one of tomorrow": ([{}, {"公布日期": "2026-11-24"}], "2026-09-01", "2026-09-01"),
    "several": ([{}, {"公布日期": "2025-03-01"}, {"公布日期": "2026-10-08"}], "2025-03-01", "2026-10-08"),
    "one that was changed": ([{"变更": "[{日期: 2026-11-10, 说明: 甲}]"}], "2026-09-01", "2026-11-10"),
    "one that was removed": ([{"截止日期": "2026-09-30", "到期处理": "撤下"}], "2026-09-01", "2026-10-01"),
}


@pytest.mark.parametrize(("fields", "first", "last"), DAYS.values(), ids=DAYS)
def test_days_are_those_of_the_records(
    fields: list[dict[str, str]], first: str | None, last: str | None, site_of: Callable[..., Site]
) -> None:
    found = read(site_of(*(record(f"2026-000{number}", **one) for number, one in enumerate(fields, start=1))))
    assert found.get("dct:temporal", {}).get("dcat:startDate", {}).get("@value") == first
    assert found.get("dct:modified", {}).get("@value") == last


SEVERAL = "mailbox: a@school.example\nphones: {office: 0000-5550101}\n"
CONTACTS: dict[str, tuple[str, dict[str, str] | None]] = {
    "nobody": ("", None),
    "a letter box": ("mailbox: 校门口意见箱\n", None),
    "an office": (
        "phones: {office: 0000-5550101}\n",
        {"vcard:fn": "示例学校", "vcard:hasTelephone": "tel:0000-5550101"},
    ),
    "a mailbox": ("mailbox: a@school.example\n", {"vcard:fn": "示例学校", "vcard:hasEmail": "mailto:a@school.example"}),
    "who answers requests": (
        SEVERAL + "guide: {office: 办公室, phone: 0000-5550109（工作日）, mailbox: b@school.example}\n",
        {"vcard:fn": "办公室", "vcard:hasTelephone": "tel:0000-5550109", "vcard:hasEmail": "mailto:b@school.example"},
    ),
}


@pytest.mark.parametrize(("school", "told"), CONTACTS.values(), ids=CONTACTS)
def test_whom_to_ask(school: str, told: dict[str, str] | None, site_of: Callable[..., Site]) -> None:
    contact = read(site_of(record(), school=SCHOOL + school)).get("dcat:contactPoint")
    found = contact and {key: one.get("@value") or one["@id"] for key, one in contact.items() if key != "@type"}
    assert found == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", None),
        (
            "https://creativecommons.org/licenses/by/4.0/",
            {"@id": "https://creativecommons.org/licenses/by/4.0/", "@type": "dct:LicenseDocument"},
        ),
        (
            "署名即可使用",
            {"@type": "dct:LicenseDocument", "dct:title": {"@value": "署名即可使用", "@language": "zh"}},
        ),
    ],
)
def test_the_licence_is_the_school_s(written: str, told: dict[str, Any] | None, site_of: Callable[..., Site]) -> None:
    school = SCHOOL + (f"data_license: {written}\n" if written else "")
    found = read(site_of(record(), school=school))
    assert [found.get("dct:license"), *(one.get("dct:license") for one in found["dcat:distribution"])] == [told] * 3


@pytest.mark.parametrize(("edition", "access"), [("public", "PUBLIC"), ("internal", "RESTRICTED")])
def test_who_may_see_the_data(edition: str, access: str, site_of: Callable[..., Site]) -> None:
    found = read(site_of(record(), edition=edition))
    assert found["dct:accessRights"]["@id"].endswith(f"/{access}")


def test_it_stays_the_same_from_day_to_day(site_of: Callable[..., Site]) -> None:
    first, next_day = site_of(record()), site_of(record(), today=date(2026, 11, 24))
    assert (dataset(first).content, dataset(first).key) == (dataset(next_day).content, dataset(next_day).key)
