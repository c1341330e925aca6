"""JSON-LD in the heads of pages: what it says of a record in each state, of a column, of the school."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from disclosure.publishing.framing import Framing
from disclosure.publishing.pages import list_pages, record_pages
from disclosure.publishing.structured_data import article_data, column_data, page_head, site_data
from disclosure.rendering.frame import SLOTS, Frame, slot
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

BASE = "https://school.example/xwgk/"
WITHDRAWN = {"撤销": "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"}
FULL_SCHOOL = SCHOOL + (
    "code: '000000001'\naddress: 示例市云杉路 1 号\nmailbox: xwgk@school.example\ndata_license: 署名即可使用\n"
    "phones: {office: 0000-5550101, supervision: [0000-5550102, 0000-5550101]}\n"
)


class Scripts(HTMLParser):
    """Collects the script elements of a page as a browser cuts them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.kinds: list[str | None] = []
        self.texts: list[str] = []
        self._is_inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside = tag == "script"
        if self._is_inside:
            self.kinds.append(dict(attrs).get("type"))
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.texts[-1] += data


def data_of(html: str) -> list[dict[str, Any]]:
    """All data of a page; there is no other script in it."""
    scripts = Scripts(html)
    assert set(scripts.kinds) <= {"application/ld+json"}
    return [json.loads(text) for text in scripts.texts]


def pages_of(site: Site) -> dict[str, str]:
    """Heads of records and lists, as they are put into frames."""
    framing = Framing(frame_for=lambda _column, _depth: Frame.cut(slot("head")), site=site)
    files = [*record_pages(site, framing=framing, read_attachment=lambda _: b""), *list_pages(site, framing=framing)]
    return {file.path: file.content.decode() for file in files if file.path.endswith("index.html")}


def article_of(site: Site) -> dict[str, Any]:
    """What the page of the first record says."""
    found = data_of(pages_of(site)["r/2026-0001/index.html"])
    assert len(found) <= 1
    return found[0] if found else {}


ARTICLE = {
    "@context": "https://schema.org", "@type": "Article", "identifier": "2026-0001", "headline": "第2026-0001件",
    "articleSection": "招生收费", "datePublished": "2026-09-01", "publisher": {"@id": f"{BASE}#school"},
}  # fmt: skip
STATES: dict[str, tuple[dict[str, str], dict[str, Any] | None]] = {
    "standing": ({}, {}),
    "current": ({"截止日期": "2026-12-31"}, {"expires": "2026-12-31"}),
    "expiring": ({"截止日期": "2026-11-25"}, {"expires": "2026-11-25"}),
    "expired": ({"截止日期": "2026-09-30"}, {"expires": "2026-09-30"}),
    "archived": ({"截止日期": "2026-09-30", "到期处理": "往期"}, {"expires": "2026-09-30"}),
    "removed": ({"截止日期": "2026-09-30", "到期处理": "撤下"}, None),
    "withdrawn": (WITHDRAWN, None),
    "to be reviewed": ({"复核日期": "2026-10-01"}, {}),
    "with a time": ({"公布日期": "2026-09-01 08:05"}, {"datePublished": "2026-09-01T08:05+08:00"}),
    "changed": ({"变更": "[{日期: 2026-10-02, 说明: 甲}]"}, {"dateModified": "2026-10-02"}),
    "to be changed": ({"变更": "[{日期: 2026-11-24, 说明: 甲}]"}, {}),
    "in a column below": ({"栏目": "其他/财务"}, {"articleSection": "其他/财务"}),
    "with awkward words": ({"标题": "'甲 \"乙\" \\ & 丙'"}, {"headline": '甲 "乙" \\ & 丙'}),
}


@pytest.mark.parametrize(("fields", "told"), STATES.values(), ids=STATES)
def test_what_is_said_of_a_record(
    fields: dict[str, str], told: dict[str, Any] | None, site_of: Callable[..., Site]
) -> None:
    assert article_of(site_of(record(**fields))) == ({} if told is None else ARTICLE | told)


@pytest.mark.parametrize(("by", "word"), [("替代", "已替代"), ("更正", "已更正")])
def test_what_was_replaced_says_so(by: str, word: str, site_of: Callable[..., Site]) -> None:
    site = site_of(record(), record("2026-0002", **{by: "2026-0001"}))
    assert article_of(site) == ARTICLE | {"creativeWorkStatus": word}


def test_attachments_are_told_with_their_addresses(site_of: Callable[..., Site]) -> None:
    site = site_of(record(附件="[{文件: 收费 表#1.csv, 名称: 收费表}]"), files={"收费 表#1.csv": b"a"})
    files = [{"@type": "MediaObject", "name": "收费表", "contentUrl": "%E6%94%B6%E8%B4%B9%20%E8%A1%A8%231.csv"}]
    assert article_of(site) == ARTICLE | {"encoding": files}


INJECTIONS = ["</script><script>alert(1)</script>", "<!--<script>", "</SCRIPT >甲", "]]> <script", "<\\/script>"]


@pytest.mark.parametrize("title", INJECTIONS)
def test_a_title_stays_a_title(title: str, site_of: Callable[..., Site]) -> None:
    site = site_of(record(标题=f"'{title}'", 附件=f"[{{文件: a.csv, 名称: '{title}'}}]"), files={"a.csv": b"a"})
    page = pages_of(site)["r/2026-0001/index.html"] + "<p>"
    (found,) = data_of(page)
    assert found["headline"] == found["encoding"][0]["name"] == title
    assert len(re.findall("<script|</script", page, re.IGNORECASE)) == 2 and "<!--" not in page


@pytest.mark.parametrize("name", INJECTIONS)
def test_names_of_schools_and_columns_stay_names(name: str, site_of: Callable[..., Site]) -> None:
    site = site_of(
        record(),
        school=f"name: '{name}'\nsite_url: {BASE}\n",
        catalogue=f"栏目:\n  - {{标识: bus, 名称: '{name}'}}\n",
    )
    school, column = site.edition.school, site.edition.catalogue.column("bus")
    (home,) = data_of(page_head("", "", school=school, column=None) + "<p>")
    assert home["@graph"][0]["name"] == name
    (way,) = data_of(page_head(name, "bus/", school=school, column=column) + "<p>")
    assert way["itemListElement"][1]["name"] == name


def test_what_is_taken_down_is_nowhere(site_of: Callable[..., Site]) -> None:
    taken = {
        "概述": "秘密概述",
        "变更": "[{日期: 2026-09-05, 说明: 秘密变更}]",
        "附件": "[{文件: 表.csv, 名称: 秘密附件}]",
    }
    site = site_of(record(**WITHDRAWN, **taken), files={"表.csv": b"a"})
    pages = pages_of(site)
    assert "ld+json" not in pages["r/2026-0001/index.html"]
    assert [path for path, page in pages.items() if "秘密" in page or "表.csv" in page] == []


def test_a_record_costs_few_bytes(site_of: Callable[..., Site]) -> None:
    title = "2026年秋季学期学生伙食费收费标准公示表"
    site = site_of(record(标题=title, 栏目="其他/财务", 截止日期="2026-12-31"))
    (shown,) = site.edition.shown
    data = article_data(shown, site)
    assert len(data.encode()) <= 350
    assert "\n" not in data.removesuffix("\n")


WAYS = {
    "other/finance/page/2/": [("校务公开", ""), ("其他", "other/"), ("财务", "other/finance/"), ("第 2 页", "other/finance/page/2/")],
    "other/finance/archive/": [("校务公开", ""), ("其他", "other/"), ("财务", "other/finance/"), ("往期", "other/finance/archive/")],
    "other/finance/archive/page/2/": [
        ("校务公开", ""), ("其他", "other/"), ("财务", "other/finance/"), ("往期", "other/finance/archive/"),
        ("第 2 页", "other/finance/archive/page/2/"),
    ],
    "planning/archive/": [("校务公开", ""), ("办学规划", "planning/"), ("往期", "planning/archive/")],
}  # fmt: skip


def way(found: dict[str, Any]) -> list[tuple[str, str]]:
    assert (found["@context"], found["@type"]) == ("https://schema.org", "BreadcrumbList")
    steps = found["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    return [(step["name"], step["item"].removeprefix(BASE)) for step in steps]


def test_lists_tell_the_way_to_them(site_of: Callable[..., Site]) -> None:
    gone = {"截止日期": "2026-09-30", "到期处理": "往期"}
    texts = [record(f"2026-000{n}", 栏目="其他/财务", **(gone if n > 2 else {})) for n in range(1, 5)]
    pages = pages_of(site_of(*texts, school=SCHOOL + "page_size: 1\n"))
    found = {url: [way(one) for one in data_of(pages[f"{url}index.html"])] for url in WAYS}
    assert found == {url: [steps] for url, steps in WAYS.items()}


def test_a_column_tells_the_way_to_it(site_of: Callable[..., Site]) -> None:
    edition = site_of(record()).edition
    (found,) = data_of(column_data(edition.catalogue.column("other/finance"), edition.school))
    assert way(found) == [("校务公开", ""), ("其他", "other/"), ("财务", "other/finance/")]


def test_the_home_page_describes_the_school(site_of: Callable[..., Site]) -> None:
    school, _, _ = site_data(site_of(record(), school=FULL_SCHOOL).edition.school)["@graph"]
    assert school == {
        "@type": "EducationalOrganization", "@id": f"{BASE}#school", "name": "示例学校", "url": BASE,
        "identifier": "000000001", "address": "示例市云杉路 1 号", "email": "xwgk@school.example", "telephone": "0000-5550101",
        "contactPoint": [
            {"@type": "ContactPoint", "contactType": "办公电话", "telephone": "0000-5550101"},
            {"@type": "ContactPoint", "contactType": "监督电话", "telephone": "0000-5550102"},
        ],
    }  # fmt: skip


def test_what_is_not_known_of_a_school_is_left_out(site_of: Callable[..., Site]) -> None:
    given = SCHOOL + "mailbox: 校门口意见箱\n"
    school, _, catalog = site_data(site_of(record(), school=given).edition.school)["@graph"]
    assert set(school) == {"@type", "@id", "name", "url"}
    assert "license" not in catalog["dataset"]


def test_the_home_page_describes_search_and_data(site_of: Callable[..., Site]) -> None:
    _, website, catalog = site_data(site_of(record(), school=FULL_SCHOOL).edition.school)["@graph"]
    action = website["potentialAction"]
    assert website["publisher"] == catalog["publisher"] == {"@id": f"{BASE}#school"}
    assert action["target"]["urlTemplate"] == f"{BASE}search/?q={{search_term_string}}"
    assert action["query-input"] == "required name=search_term_string"
    assert catalog["dataset"]["license"] == "署名即可使用"
    files = [(one["encodingFormat"], one["contentUrl"]) for one in catalog["dataset"]["distribution"]]
    assert files == [("application/json", f"{BASE}records.json"), ("text/csv", f"{BASE}records.csv")]


@pytest.mark.parametrize(
    ("url", "title", "shown"),
    [("", "首页", "示例学校校务公开"), ("guide/", "公开指南", "公开指南"), ("about/", '"甲" <乙>', '"甲" <乙>')],
)
def test_what_a_preview_of_a_page_shows(url: str, title: str, shown: str, site_of: Callable[..., Site]) -> None:
    head = page_head(title, url, school=site_of(record()).edition.school, column=None)
    found = re.findall('<meta property="([^"]+)" content="([^"]*)">', head)
    assert {name: unescape(content) for name, content in found} == {
        "og:type": "website", "og:title": shown, "og:url": slot("canonical"),
    }  # fmt: skip
    assert "canonical" in SLOTS


KEYS = {
    "title": ({"标题": "乙"}, {}),
    "day": ({"公布日期": "2026-09-02"}, {}),
    "time": ({"公布日期": "2026-09-01 09:00"}, {}),
    "end": ({"截止日期": "2026-12-30"}, {}),
    "column": ({"栏目": "其他/财务"}, {}),
    "attachment": ({}, {"files": {"乙.csv": b"a"}}),
    "title of an attachment": ({"附件": "[{文件: 表.csv, 名称: 乙}]"}, {}),
    "a change is due": ({}, {"today": date(2026, 12, 10)}),
    "withdrawn": (WITHDRAWN, {}),
}


@pytest.mark.parametrize(("fields", "more"), KEYS.values(), ids=KEYS)
def test_the_key_of_a_page_changes_with_what_is_said(
    fields: dict[str, str], more: dict[str, Any], site_of: Callable[..., Site]
) -> None:
    given = {"截止日期": "2026-12-31", "变更": "[{日期: 2026-12-10, 说明: 甲}]"}
    before = site_of(record(**given), today=TODAY, files={"表.csv": b"a"})
    now = site_of(record(**(given | fields)), **({"today": TODAY, "files": {"表.csv": b"a"}} | more))
    (key, head), (new_key, new_head) = made(before), made(now)
    assert head != new_head
    assert key != new_key


def made(site: Site) -> tuple[str, str]:
    """Key and head of the first record's page; a warm build makes those pages anew whose key is another."""
    framing = Framing(frame_for=lambda _column, _depth: Frame.cut(slot("head")), site=site)
    page = next(iter(record_pages(site, framing=framing, read_attachment=lambda _: b"")))
    return page.key, page.content.decode()
