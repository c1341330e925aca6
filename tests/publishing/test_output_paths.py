"""Where files of a site go, and what of theirs the frame is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.domain.record import Attachment
from disclosure.publishing.framing import Framing
from disclosure.publishing.pages import list_pages, record_pages
from disclosure.publishing.root_pages import root_pages
from disclosure.rendering.frame import SLOTS, Frame, slot
from disclosure.rendering.site import Site
from sample import SCHOOL, record

WITHDRAWN = "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"
REMOVED = {"截止日期": "2026-09-30", "到期处理": "撤下"}


def frame_for(column: str, depth: int) -> Frame:
    """A frame that says for what it was asked."""
    return Frame.cut(f"{column} {depth}\n" + "\n".join(slot(name) for name in SLOTS))


def content_of(attachment: Attachment) -> bytes:
    return f"content of {attachment.source}".encode()


def written(site: Site) -> dict[str, str]:
    files = list(record_pages(site, framing=Framing(frame_for=frame_for, site=site), read_attachment=content_of))
    paths = [file.path for file in files]
    assert len(paths) == len(set(paths))
    return {file.path: file.content.decode() for file in files}


def test_a_record_has_a_folder_with_its_attachments(site_of: Callable[..., Site]) -> None:
    files = written(site_of(record("2026-0001", 栏目="其他/财务"), files={"收费 表.pdf": b"%PDF-", "b.txt": b""}))
    assert set(files) == {"r/2026-0001/index.html", "r/2026-0001/收费 表.pdf", "r/2026-0001/b.txt"}
    assert files["r/2026-0001/收费 表.pdf"] == "content of data/records/a/收费 表.pdf"


@pytest.mark.parametrize("fields", [{"撤销": WITHDRAWN}, REMOVED], ids=["withdrawn", "removed"])
def test_a_stub_has_a_page_and_no_attachments(fields: dict[str, str], site_of: Callable[..., Site]) -> None:
    files = written(site_of(record(**fields), files={"表.pdf": b"%PDF-"}))
    assert set(files) == {"r/2026-0001/index.html"}


@pytest.mark.parametrize(
    ("fields", "edition", "pages"),
    [
        ({}, "public", 2),
        ({"草稿": "是"}, "public", 1),
        ({"公布日期": "2026-11-23"}, "public", 2),
        ({"公布日期": "2026-11-24"}, "public", 1),
        ({"公开范围": "教职工"}, "public", 1),
        ({"公开范围": "教职工"}, "internal", 2),
    ],
)
def test_a_record_has_a_page_where_the_edition_shows_it(
    fields: dict[str, str], edition: str, pages: int, site_of: Callable[..., Site]
) -> None:
    files = written(site_of(record("2026-0001"), record("2026-0002", **fields), edition=edition))
    assert set(files) == {f"r/2026-000{number}/index.html" for number in range(1, pages + 1)}


def test_the_address_depends_on_the_number_alone(site_of: Callable[..., Site]) -> None:
    fields = {"标题": "另一个", "栏目": "其他/财务", "公布日期": "2026-10-01"}
    assert set(written(site_of(record()))) == set(written(site_of(record(**fields))))


def test_a_record_fills_the_frame_of_its_column(site_of: Callable[..., Site]) -> None:
    school = SCHOOL.replace("/xwgk/", "/a&b/")
    page = written(site_of(record(栏目="其他/财务", 标题="校服 <冬> & 夏"), school=school))["r/2026-0001/index.html"]
    asked, title, rest = page.split("\n", 2)
    assert asked == "other/finance 2"
    assert title == "校服 &lt;冬&gt; &amp; 夏"
    assert rest.startswith(
        '<meta name=ArticleTitle property=og:title content="校服 &lt;冬&gt; &amp; 夏"><meta name=PubDate '
    )
    assert 'data-state="standing">' in rest
    assert "<th>编号<td>2026-0001<tr>" in rest
    canonical, changed = rest.rsplit("\n", 2)[-2:]
    assert canonical == "https://school.example/a&amp;b/r/2026-0001/"
    assert changed == "本页更新于 <time datetime=2026-09-01>2026年9月1日</time> "


def test_a_list_fills_the_frame_of_its_column(site_of: Callable[..., Site]) -> None:
    texts = [record(f"2026-000{n}", 栏目="其他/财务") for n in (1, 2, 3)]
    site = site_of(*texts, school=SCHOOL + "page_size: 2\n")
    files = {
        file.path: file.content.decode() for file in list_pages(site, framing=Framing(frame_for=frame_for, site=site))
    }
    second = files["other/finance/page/2/index.html"]
    assert second.startswith("other/finance 4\n其他/财务第 2 页\n<script type=")
    canonical, changed = second.rsplit("\n", 2)[-2:]
    assert canonical == "https://school.example/xwgk/other/finance/page/2/"
    assert changed == "本页更新于 <time datetime=2026-09-01>2026年9月1日</time> "
    assert files["other/archive/index.html"].startswith("other 2\n其他\uff08往期\uff09\n<script type=")
    assert files["other/archive/index.html"].endswith("\nhttps://school.example/xwgk/other/archive/\n")


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, "2026-09-01"),
        ({"变更": "[{日期: 2026-12-24, 说明: 甲}]"}, "2026-09-01"),
        ({"变更": "[{日期: 2026-10-02, 说明: 甲}, {日期: 2026-10-01, 说明: 乙}]"}, "2026-10-02"),
        ({"截止日期": "2026-09-30"}, "2026-09-01"),
        ({"截止日期": "2026-09-30", "到期处理": "撤下"}, "2026-10-01"),
        ({"撤销": "{日期: 2026-10-08, 理由: 有误, 批准: 校长办公会}"}, "2026-10-08"),
        ({"撤销": "{日期: 2026-12-24, 理由: 有误, 批准: 校长办公会}"}, "2026-09-01"),
    ],
    ids=["as published", "change of the future", "changed", "over", "removed", "withdrawn", "to be withdrawn"],
)
def test_the_foot_tells_the_day_of_the_last_change(
    fields: dict[str, str], day: str, site_of: Callable[..., Site]
) -> None:
    """Not the day of the build: a page that says nothing new stays the same to the byte."""
    site = site_of(record(**fields), record("2026-0002", 公布日期="2026-08-01"))
    page = written(site)["r/2026-0001/index.html"]
    assert re.findall("本页更新于 <time datetime=([^>]*)>", page) == [day]
    assert page.endswith(" ") and page.count("更新于") == 1


def test_pages_of_standing_records_stay_the_same_from_day_to_day(site_of: Callable[..., Site]) -> None:
    texts = [
        record(),
        record("2026-0002", 变更="[{日期: 2026-10-01, 说明: 甲}]"),
        record("2026-0003", 截止日期="2026-09-30"),
    ]
    assert written(site_of(*texts, today=date(2026, 11, 1))) == written(site_of(*texts, today=date(2026, 12, 1)))


def test_pages_that_a_school_may_open_with_its_own_words(site_of: Callable[..., Site]) -> None:
    site = site_of(record())
    made = root_pages(site.edition.school, site.edition.catalogue)
    pages = {page.source: page.title for page in made}
    assert len(pages) == len(made)
    assert pages["index.md"] == "校务公开"
    assert pages["guide/index.md"] == "公开指南"
    assert {f"{column.path}/index.md" for column in site.edition.catalogue.walk()} == set(pages) - {
        "index.md",
        "catalogue/index.md",
        "guide/index.md",
        "groups/index.md",
        "archive/index.md",
        "search/index.md",
        "subscribe/index.md",
        "accessibility/index.md",
    }
