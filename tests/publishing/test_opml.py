"""`feeds.opml`: every feed once, in folders, by absolute address."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import SCHOOL, record

INTERESTS = "关注: [{标识: a, 名称: 甲 & 乙 <丙>, 栏目: [招生收费]}, {标识: b, 名称: 丁, 栏目: [其他]}]\n"
ROOT = "https://school.example/xwgk/"


def opml_of(site: Site) -> ET.Element:
    return ET.fromstring(next(file.content for file in feed_files(site) if file.path == "feeds.opml"))


def test_every_feed_is_listed_once_as_rss(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), school=SCHOOL + INTERESTS)
    listed = [node.get("xmlUrl") for node in opml_of(site).iter("outline") if node.get("type") == "rss"]
    columns = [f"{ROOT}{column.path}/feed.xml" for column in site.edition.catalogue.walk()]
    assert listed == [f"{ROOT}feeds/a.xml", f"{ROOT}feeds/b.xml", f"{ROOT}feed.xml", *columns]
    written = {file.path for file in feed_files(site)}
    assert {str(url).removeprefix(ROOT) for url in listed} <= written


def test_it_is_opml_2(site_of: Callable[..., Site]) -> None:
    root = opml_of(site_of(record(), school=SCHOOL + INTERESTS))
    assert (root.tag, root.get("version"), [child.tag for child in root]) == ("opml", "2.0", ["head", "body"])
    assert root.findtext("head/title") == "示例学校校务公开的全部订阅源"
    assert [folder.get("text") for folder in root.findall("body/outline")] == ["关注", "全站", "栏目"]
    assert all(node.get("text") for node in root.iter("outline"))
    first = root.find("body/outline/outline")
    assert first is not None
    assert first.attrib == {
        "type": "rss", "version": "RSS2", "text": "示例学校\uff1a甲 & 乙 <丙>", "title": "示例学校\uff1a甲 & 乙 <丙>",
        "description": "栏目\uff1a招生收费。", "language": "zh-CN", "xmlUrl": f"{ROOT}feeds/a.xml",
        "htmlUrl": f"{ROOT}subscribe/#feed-a",
    }  # fmt: skip


def test_a_school_without_interests_has_no_folder_for_them(site_of: Callable[..., Site]) -> None:
    assert [folder.get("text") for folder in opml_of(site_of(record())).findall("body/outline")] == ["全站", "栏目"]
