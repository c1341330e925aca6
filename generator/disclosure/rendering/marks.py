"""Small pieces of HTML that stand in every list and on every page, thousands of times in a build.

They are put together here instead of in a template, which would take five times as long. Everything that comes from a
record is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from disclosure.domain import urls
from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.rendering.facts import Fact
from disclosure.rendering.site import Neighbours
from disclosure.rendering.words import day_in_words, days_left_in_words

Since = Callable[[Shown], date]
"""Since when a record's state is as it is."""
_NOT_IN_A_QUERY = re.compile(r"""[\x00-\x20"#%&'+<>?\[\\\]^`{|}\x7f]""")
"""Chinese stays as it is: browsers write it as they must, and a page has a third of the bytes."""
Url = Callable[[str], str]
"""A link from the page to a URL relative to the site's root."""


def state_mark(entry: Entry, own: bool = False) -> Markup:
    """The word for a state. `own` marks the one that speaks of the element it stands in, for the script to correct."""
    return Markup(_state(entry, own=own))


def life_attributes(entry: Entry, since: Since) -> str:
    """What the script needs to correct a state by the reader's clock: state, days, and what happens afterwards."""
    text = f'data-state="{entry.state.value}"'
    if entry.expires:
        text += f' data-expires="{entry.expires.isoformat()}"'
    if isinstance(entry, Stub):
        return text
    record = entry.record
    text += f' data-since="{since(entry).isoformat()}" data-after="{record.after_expiry.name.lower()}"'
    if record.review_by and not record.expires:
        text += f' data-review="{record.review_by.isoformat()}" data-department="{escape(record.department)}"'
    return text


def entry_row(entry: Entry, url: Url, since: Since, column: Column | None = None) -> Markup:
    """A line of a list. `column` is named where the list has entries of other columns."""
    published = entry.published
    where = f" <span>{escape(column.full_name)}</span>" if column else ""
    until = ""
    if isinstance(entry, Shown) and entry.state.is_running and entry.expires is not None:
        left = days_left_in_words(entry.days_left or 0)
        until = f' <span class="until">至 {day_in_words(entry.expires)}，<span data-days-left>{left}</span></span>'
    return Markup(
        f'<li class="entry" {life_attributes(entry, since)}>\n'
        f'<a class="entry-title" href="{url(urls.record_url(entry.id))}">{escape(entry.title)}</a>\n'
        f'<span class="entry-facts"><time datetime="{published.isoformat()}">{day_in_words(published)}</time>\n'
        f"<span>{escape(entry.department)}</span> <span>{entry.id}</span>{where}\n"
        f"{_state(entry, own=True)}{until}</span>\n</li>\n"
    )


def facts_rows(facts: Iterable[Fact]) -> str:
    """Rows of the table of facts; the script takes those away that may not outlive the text."""
    return "".join(
        f'<tr{"" if fact.stays else " data-removable"}><th scope="row">{fact.label}</th><td>{escape(fact.text)}</td></tr>\n'
        for fact in facts
    )


def entry_link(entry: Entry, url: Url) -> str:
    """A link to the page of an entry."""
    return f'<a href="{url(urls.record_url(entry.id))}">{escape(entry.title)}</a>'


def phone(number: str) -> str:
    """A number that a phone can call."""
    return f'<a href="tel:{escape(number.replace(" ", ""))}">{escape(number)}</a>'


def report_link(mailbox: str, record_id: str, title: str) -> str:
    """意见箱: an address opens a letter that names the record already; any other box is said in words."""
    box = escape(mailbox)
    if "@" not in mailbox:
        return box
    subject = escape(_NOT_IN_A_QUERY.sub(lambda sign: quote(sign[0]), f"反映问题：{record_id} {title}"))
    return f'<a href="mailto:{box}?subject={subject}">{box}</a>'


def crumbs(column: Column, url: Url) -> str:
    """The way from the home page to a record's column."""
    to_column = f'<a href="{url(urls.column_url(column.path))}">{escape(column.full_name)}</a>'
    return f'<p class="crumbs"><a href="{url(urls.HOME)}">首页</a> › {to_column}</p>'


def around(neighbours: Neighbours, column: Column, url: Url) -> str:
    """Links to the records before and after one in its column, and back to the column."""
    html = '<nav class="around" aria-label="本栏前后">\n'
    for rel, word, entry in (("prev", "上一条", neighbours.older), ("next", "下一条", neighbours.newer)):
        if entry:
            html += f'<a rel="{rel}" href="{url(urls.record_url(entry.id))}">{word}：{escape(entry.title)}</a>\n'
    return f'{html}<a href="{url(urls.column_url(column.path))}">返回{escape(column.name)}</a>\n</nav>\n'


def _state(entry: Entry, *, own: bool) -> str:
    return f'<span class="state"{" data-own" if own else ""} data-word="{entry.state.value}">{entry.state_label}</span>'
