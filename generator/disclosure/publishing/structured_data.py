"""What search engines and previews of links read in the head of a page: schema.org as JSON-LD, and Open Graph.

A record is an `Article` of the school: a published text with a headline, a section, days and an end. `GovernmentService`
describes a service, not a paper about it; `SpecialAnnouncement` was made for one epidemic; `Report` is too narrow. A stub
has none: there is no article any more, and its title is all that may be told.

There may be ten thousand records, so that theirs leaves out what other tags say (language, summary, address of the page)
and names the school by the `@id` under which the home page describes it. The tags of government sites double as Open
Graph's where they mean the same (`meta.py`, the theme): one element with `name` and `property`.
"""

from __future__ import annotations

import json
from datetime import date, time
from html import escape
from json.encoder import encode_basestring as quoted
from typing import Any
from urllib.parse import quote

from disclosure.domain import urls
from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Shown
from disclosure.domain.record import Attachment
from disclosure.domain.school import School
from disclosure.domain.vocabulary import State
from disclosure.rendering.frame import slot
from disclosure.rendering.site import Site

_CONTEXT = "https://schema.org"
_OPEN = '<script type="application/ld+json">'
_CLOSE = "</script>\n"
_QUERY = "search_term_string"
"""What schema.org's SearchAction calls the words that are searched for."""
DATASET_ABOUT = "全部校务公开记录的编号、标题、栏目、责任部门、日期、状态、金额、收费和附件，有 JSON 和表格两种文件。撤下的记录只有标题一类，没有内容。"
"""What the open data hold."""

Crumb = tuple[str, str]
"""Name and URL, relative to the site's root."""


def article_data(shown: Shown, site: Site) -> str:
    """A script element that describes a record."""
    record, school = shown.record, site.edition.school
    changed, column = site.last_changes[record.id], site.edition.catalogue.column(record.column)
    data = (
        f'{{"@context":"{_CONTEXT}","@type":"Article","identifier":{quoted(record.id)},"headline":{quoted(record.title)},'
        f'"articleSection":{quoted(column.full_name)},"datePublished":"{_moment(record.published, record.published_time)}"'
    )
    if changed != record.published:
        data += f',"dateModified":"{changed.isoformat()}"'
    if record.expires:
        data += f',"expires":"{record.expires.isoformat()}"'
    if shown.state is State.REPLACED:
        data += f',"creativeWorkStatus":"{shown.state_label}"'
    if record.attachments:
        data += f',"encoding":{_json([_media(one) for one in record.attachments])}'
    return _script(f'{data},"publisher":{{"@id":{quoted(school_id(school))}}}}}')


def page_head(title: str, url: str, *, school: School, column: Column | None) -> str:
    """Head elements of a page that MkDocs makes.

    Args:
        title: plain text.
        url: relative to the site's root.
        column: whose page it is, None for others.
    """
    name = site_name(school) if url == urls.HOME else title
    head = (
        '<meta property="og:type" content="website">\n'
        f'<meta property="og:title" content="{escape(name)}">\n'
        f'<meta property="og:url" content="{slot("canonical")}">\n'
    )
    if url == urls.HOME:
        head += f'<link rel="alternate" type="application/ld+json" title="数据说明（DCAT）" href="{urls.DATASET}">\n'
        return head + _script(_json(site_data(school)))
    return head + (column_data(column, school) if column else "")


def framed_head(title: str, url: str, *, school: School) -> str:
    """Head elements of a page that is filled into a frame and belongs to no column: a register, statistics, a report."""
    head = page_head(title, url, school=school, column=None)
    return head.replace(slot("canonical"), escape(school.site_url + url))


def column_data(column: Column, school: School, *further: Crumb) -> str:
    """A script element with the way from the home page to a column's page.

    Args:
        further: what lies below the column: its archive, a page of its list.
    """
    ids = column.path.split("/")
    above = [(name, urls.column_url("/".join(ids[: depth + 1]))) for depth, name in enumerate(column.names)]
    steps = [
        {"@type": "ListItem", "position": position, "name": name, "item": school.site_url + url}
        for position, (name, url) in enumerate([("校务公开", urls.HOME), *above, *further], start=1)
    ]
    return _script(_json({"@context": _CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}))


def site_data(school: School) -> dict[str, Any]:
    """The school, its site and its open data, in full, for the home page."""
    site = f"{school.site_url}#website"
    search = f"{school.site_url}{urls.SEARCH}?q={{{_QUERY}}}"
    website = {
        "@type": "WebSite", "@id": site, "name": site_name(school), "url": school.site_url, "inLanguage": "zh-CN",
        "publisher": {"@id": school_id(school)},
        "potentialAction": {
            "@type": "SearchAction", "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": f"required name={_QUERY}",
        },
    }  # fmt: skip
    catalog = {
        "@type": "DataCatalog", "@id": f"{school.site_url}#catalog", "name": f"{site_name(school)}数据",
        "url": f"{school.site_url}{urls.GUIDE}", "isPartOf": {"@id": site}, "publisher": {"@id": school_id(school)},
        "dataset": _dataset(school),
    }  # fmt: skip
    return {"@context": _CONTEXT, "@graph": [_school(school), website, catalog]}


def site_name(school: School) -> str:
    """What the site is called."""
    return f"{school.name}校务公开"


def school_id(school: School) -> str:
    """IRI of the school, as all pages name it."""
    return f"{school.site_url}#school"


def _school(school: School) -> dict[str, Any]:
    """What is not known is left out."""
    phones = (*school.phones.office, *school.phones.supervision)
    kinds = {**dict.fromkeys(school.phones.supervision, "监督电话"), **dict.fromkeys(school.phones.office, "办公电话")}
    points = [{"@type": "ContactPoint", "contactType": kinds[one], "telephone": one} for one in dict.fromkeys(phones)]
    told = {
        "@type": "EducationalOrganization", "@id": school_id(school), "name": school.name, "url": school.site_url,
        "identifier": school.code, "address": school.address, "email": school.mailbox if "@" in school.mailbox else "",
        "telephone": school.phones.office[0] if school.phones.office else "", "contactPoint": points,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}


def _dataset(school: School) -> dict[str, Any]:
    """The same dataset as in `dataset.py`, in the words of schema.org."""
    files = ((urls.RECORDS_JSON, "application/json"), (urls.RECORDS_CSV, "text/csv"))
    told = {
        "@type": "Dataset", "@id": f"{school.site_url}{urls.DATASET}#records", "name": f"{school.name}校务公开记录",
        "description": DATASET_ABOUT, "isAccessibleForFree": True, "license": school.data_license,
        "creator": {"@id": school_id(school)},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": school.site_url + name} for name, kind in files
        ],
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}


def _media(attachment: Attachment) -> dict[str, str]:
    """An attachment; its address is relative to the record's page."""
    return {"@type": "MediaObject", "name": attachment.title, "contentUrl": quote(str(attachment.file))}


def _moment(day: date, at: time | None) -> str:
    """ISO 8601; a time of day is in China's."""
    return f"{day.isoformat()}T{at:%H:%M}+08:00" if at else day.isoformat()


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _script(data: str) -> str:
    """JSON in a script element. A `<` of a title is written so that it can neither close the element nor open a comment."""
    return _OPEN + data.replace("<", "\\u003c") + _CLOSE
