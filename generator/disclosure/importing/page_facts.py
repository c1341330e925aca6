"""What a saved page says of itself: title, day of publication, who published it."""

from __future__ import annotations

import re
from datetime import date

from lxml import html

from disclosure.importing.converted import Facts
from disclosure.importing.days import DAY, day_in
from disclosure.importing.page_parts import words_of

_TITLES = ("articletitle", "og:title", "twitter:title")
_DAYS = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "datepublished",
    "firstpublishedtime",
    "og:release_date",
    "date",
)
_SOURCES = ("contentsource", "source", "author")
_PUBLISHED = re.compile(rf"(?:发布|公布|发表|公开|更新|添加|上传)?\s*(?:时间|日期)\s*[:：\]】]?\s*({DAY})")
_SOURCE = re.compile(r"(?:来源|发布(?:部门|单位|机构|者)|责任部门|供稿|作者)\s*[:：]\s*([\u4e00-\u9fff（）()]{2,20})")
_NUMBER = re.compile(r"(?:文\s*号|发文字号)\s*[:：]\s*([^\s|，。；]{4,30}号)")
_CLASSES = "//*[contains(@class, 'title') or contains(@class, 'Title') or contains(@id, 'title') or contains(@class, 'biaoti')]"
_SEPARATOR = re.compile(r"\s*[-_|—–·]+\s*")


def facts_of(root: html.HtmlElement, part: html.HtmlElement) -> Facts:
    """From meta elements, headings and the line under the title. `part` is where the notice stands."""
    meta = {
        (one.get("name") or one.get("property") or one.get("itemprop") or "").lower(): (one.get("content") or "").strip() for one in root.iter("meta")
    }  # fmt: skip
    text = words_of(root)
    day = next((day for name in _DAYS if (day := day_in(meta.get(name, "")[:10]))), None)
    labelled = _PUBLISHED.search(text)
    source = next((meta[name] for name in _SOURCES if meta.get(name)), "")
    if not source and (found := _SOURCE.search(text)):
        source = found[1]
    number = _NUMBER.search(text)
    return Facts(
        title=_title(root, part, meta), published=day or (day_in(labelled[1]) if labelled else None) or _time(root),
        department=source, document_number=number[1] if number else "",
    )  # fmt: skip


def _title(root: html.HtmlElement, part: html.HtmlElement, meta: dict[str, str]) -> str:
    """Marked as such, else the only h1, else a heading, else the page's name without that of the site."""
    if marked := next((meta[name] for name in _TITLES if meta.get(name)), ""):
        return _without_site(marked, root)
    for found in (root.findall(".//h1"), part.findall(".//h1"), part.findall(".//h2"), root.xpath(_CLASSES)):
        texts = list(dict.fromkeys(text for one in found if 4 <= len(text := words_of(one)) <= 90))
        if len(texts) == 1:
            return texts[0]
    named = root.find(".//title")
    return "" if named is None else _without_site(words_of(named), root)


def _without_site(title: str, root: html.HtmlElement) -> str:
    """`收费公示-示例学校` is 收费公示. What is cut off has to be a site's name."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    text = words_of(root)
    longest = max(parts, key=len)
    return (
        longest
        if text.count(longest) > 1 or re.search(r"学校|中学|小学|网|首页|大学|幼儿园|公开", parts[-1])
        else title
    )


def _time(root: html.HtmlElement) -> date | None:
    times = [one.get("datetime", "") for one in root.iter("time")]
    return next((day for one in times if (day := day_in(one[:10]))), None)
