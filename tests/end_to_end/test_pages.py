"""What pages say: links that lead somewhere, meta tags, lists, facts, the sitemap."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from building import DAY, PROJECT, built, contents
from disclosure.domain.edition import Edition, Stub
from sample import make_school, record

META = ("SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType", "ArticleTitle", "PubDate", "ContentSource")


class Reader(HTMLParser):
    """Collects what a page links to, its ids and its meta tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.meta: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.targets += [given[name] for name in ("href", "src") if name in given]
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "meta" and "name" in given:
            self.meta[given["name"]] = given["content"]


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return contents(built(PROJECT))


@pytest.fixture(scope="module")
def pages(site: dict[str, bytes]) -> dict[str, Reader]:
    return {path: Reader(content.decode()) for path, content in site.items() if path.endswith(".html")}


def test_every_link_leads_to_a_file_and_a_place_in_it(site: dict[str, bytes], pages: dict[str, Reader]) -> None:
    broken = []
    for path, page in pages.items():
        for target in page.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            full = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
            )
            full = full.removeprefix("/xwgk/").lstrip("/")
            file = next(
                (one for one in (full, f"{full}/index.html", posixpath.join(full, "index.html")) if one in site), ""
            )
            file = "index.html" if full in (".", "", "xwgk") else file
            if not file or (parts.fragment and parts.fragment not in pages[file].ids):
                broken.append((path, target))
    assert broken == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, Reader]) -> None:
    assert {path: page.ids for path, page in pages.items() if len(set(page.ids)) != len(page.ids)} == {}


def test_nothing_is_loaded_from_another_host(site: dict[str, bytes]) -> None:
    loaded = re.compile(rb"""(?:src|srcset|poster|data)=["'](?:https?:)?//|url\(["']?(?:https?:)?//|@import""")
    assert [
        path for path, content in site.items() if path.endswith((".html", ".css", ".js")) and loaded.search(content)
    ] == []


def test_record_pages_carry_the_meta_tags_of_government_sites(pages: dict[str, Reader], edition: Edition) -> None:
    for entry in edition.entries():
        meta = pages[f"r/{entry.id}/index.html"].meta
        assert all(meta.get(name) for name in META), entry.id
        assert meta["ArticleTitle"] == entry.title
        assert meta["PubDate"].startswith(entry.published.isoformat())


def test_nothing_is_null(site: dict[str, bytes]) -> None:
    empty = re.compile(rb">\s*(?:null|None|undefined|nan)\s*<|\"(?:null|None|undefined)\"")
    assert [path for path, content in site.items() if path.endswith((".html", ".xml")) and empty.search(content)] == []


def test_every_page_has_the_columns_and_the_hotline(site: dict[str, bytes], edition: Edition) -> None:
    hotline = edition.school.phones.supervision[0].encode()
    for path, content in site.items():
        if path.endswith(".html") and not path.startswith("screen/") and "/print/" not in path:  # these have no frame
            assert all(column.name.encode() in content for column in edition.catalogue.columns), path
            assert hotline in content, path


def test_the_sitemap_lists_what_can_be_read(site: dict[str, bytes], pages: dict[str, Reader], edition: Edition) -> None:
    listed = re.findall("<loc>([^<]+)</loc>", site["sitemap.xml"].decode())
    base = edition.school.site_url
    found = {
        path for path, page in pages.items() if path != "404.html" and "noindex" not in page.meta.get("robots", "")
    }
    wanted = {base + path.removesuffix("index.html") for path in found}
    assert len(listed) == len(set(listed))
    assert set(listed) == wanted


def test_current_and_archived_records_are_listed_apart(site: dict[str, bytes], edition: Edition) -> None:
    for column in edition.catalogue.walk():
        if column.children:
            continue
        current, archive = (site[f"{column.path}/{name}index.html"].decode() for name in ("", "archive/"))
        for entry in edition.entries():
            if entry.column == column.path:
                listed = f"><a href=../{'../' * column.path.count('/')}r/{entry.id}/>"
                archived = f"><a href=../../{'../' * column.path.count('/')}r/{entry.id}/>"
                assert (listed in current, archived in archive) == (
                    not entry.state.is_archived,
                    entry.state.is_archived,
                )


def test_long_columns_are_paged(tmp_path: Path) -> None:
    root = make_school(tmp_path)
    for number in range(1, 121):
        (root / f"data/records/{number}.md").write_text(record(f"2026-{number:04}"))
    site = contents(built(root))
    listed = [re.findall(r"<li data-state=[^>]+><a href=[./]*r/(2026-\d+)/>", site[path].decode())
              for path in ("admissions-fees/index.html", "admissions-fees/page/2/index.html", "admissions-fees/page/3/index.html")]  # fmt: skip
    assert [len(page) for page in listed] == [50, 50, 20]
    numbers = [number for page in listed for number in page]
    assert numbers == sorted(numbers, reverse=True)


def test_an_empty_column_says_what_belongs_there(tmp_path: Path) -> None:
    page = contents(built(make_school(tmp_path, record())))["planning/index.html"].decode()
    assert "本栏" in page
    assert "规划" in page


def test_a_school_that_gave_nothing_has_nothing_invented(tmp_path: Path) -> None:
    site = contents(built(make_school(tmp_path, record())))
    footer = re.search("<footer.*?</footer>", site["index.html"].decode(), re.DOTALL)
    assert footer
    for word in ("备案", "标识码", "地址", "None", "null"):
        assert word not in footer[0]


def test_stubs_say_why(site: dict[str, bytes], edition: Edition) -> None:
    for stub in edition.stubs:
        assert isinstance(stub, Stub)
        page = site[f"r/{stub.id}/index.html"].decode()
        if stub.withdrawn:
            assert stub.withdrawn.reason in page
            assert stub.withdrawn.approved_by in page
    assert {bool(stub.withdrawn) for stub in edition.stubs} == {True, False}


def test_the_build_day_is_in_the_footer(site: dict[str, bytes]) -> None:
    assert f"{DAY.year}年{DAY.month}月{DAY.day}日".encode() in site["index.html"]


def test_hand_written_pages_link_to_records_and_columns_and_list_them(tmp_path: Path) -> None:
    root = make_school(tmp_path, *(record(f"2026-000{number}") for number in range(1, 6)))
    (root / "site_src/parents.md").write_text(
        "# 家长常看\n\n见[食堂](record:2026-0002)、[](record:2026-0003)和[收费](column:招生收费)。\n\n"
        "![](column:招生收费#2)\n\n![](record:2026-0001) ![](record:2026-0004)\n\n![](column:办学规划)\n"
    )
    page = contents(built(root))["parents/index.html"].decode()
    assert (
        '<a href="../r/2026-0002/">食堂</a>、<a href="../r/2026-0003/">第2026-0003件</a>和<a href="../admissions-fees/">收费</a>'
        in page
    )
    lists = re.findall(r"<ul class=entries>.*?</ul>", page, re.DOTALL)
    assert [re.findall(r"href=\.\./r/([^/]+)/>", one) for one in lists] == [
        ["2026-0005", "2026-0004"],
        ["2026-0001", "2026-0004"],
    ]
    assert "目前没有现行内容" in page


def test_a_hand_written_page_tells_nothing_of_what_the_edition_hides(tmp_path: Path) -> None:
    root = make_school(tmp_path, record(公开范围="教职工"))
    (root / "site_src/staff.md").write_text("# 教工\n\n见[](record:2026-0001)。\n\n![](record:2026-0001)\n")
    assert all(b"2026-0001" not in content for content in contents(built(root)).values())
    assert "第2026-0001件" in contents(built(root, edition="internal"))["staff/index.html"].decode()
