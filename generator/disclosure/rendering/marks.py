"""Small pieces of HTML that stand in every list and on every page, thousands of times in a build.

They are put together here instead of in a template, which would take five times as long. Everything that comes from a
record is escaped and quoted. What HTML does without is left out, and with it the quotes of days, of words of ours and of
links to records and columns: their ids are ASCII letters, digits and hyphens.
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
from disclosure.domain.vocabulary import AfterExpiry, State
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
    """The word for a state. `own`: of the element it stands in, which the script corrects; other words have their own colour."""
    word = "" if own else f' data-word="{entry.state.value}"'
    return Markup(f"<span class=state{word}>{entry.state_label}</span>")


def life_attributes(entry: Entry, since: Since) -> str:
    """What the script needs to correct a state by the reader's clock, and no more where no clock can change it.

    That are the last day of the notice and what happens afterwards (nothing: a banner), since when the days are counted,
    and for what has no end the day of its review.
    """
    text = f'data-state="{entry.state.value}"'
    if isinstance(entry, Stub):
        return text
    record = entry.record
    if record.expires is None:
        if record.review_by and entry.state is State.STANDING:
            text += f' data-review={record.review_by} data-department="{escape(record.department)}"'
    elif entry.days_left is not None:
        text += f" data-expires={record.expires}"
        if entry.state.is_running:
            text += f" data-since={since(entry)}"
        if record.after_expiry is not AfterExpiry.BANNER:
            text += f" data-after={record.after_expiry.name.lower()}"
    return text


def removable_mark(shown: Shown) -> str:
    """The attribute of what must go with the text, on pages whose text must go one day: the script takes those parts away."""
    return " data-removable" if shown.record.after_expiry is AfterExpiry.REMOVE else ""


def entry_row(entry: Entry, url: Url, since: Since, column: Column | None = None) -> Markup:
    """A line of a list. `column` is named where the list has entries of other columns."""
    published = entry.published
    where = f"\u3000{escape(column.full_name)}" if column else ""
    until = ""
    if isinstance(entry, Shown) and entry.state.is_running and entry.expires is not None:
        left = days_left_in_words(entry.days_left or 0)
        until = f"\u3000<span class=until>至 {day_in_words(entry.expires)}，<span data-days-left>{left}</span></span>"
    return Markup(
        f"<li {life_attributes(entry, since)}><a href={url(urls.record_url(entry.id))}>{escape(entry.title)}</a> "
        f"<span><time datetime={published}>{day_in_words(published)}</time>\u3000{escape(entry.department)}\u3000{entry.id}{where}\u3000"
        f"<b>{entry.state_label}</b>{until}</span>\n"
    )


def facts_rows(facts: Iterable[Fact], removable: str = "") -> str:
    """Rows of the table of facts; `removable` marks those that may not outlive the text."""
    return "".join(f"<tr{'' if fact.stays else removable}><th>{fact.label}<td>{escape(fact.text)}" for fact in facts)


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
    to_column = f"<a href={url(urls.column_url(column.path))}>{escape(column.full_name)}</a>"
    return f"<p class=crumbs><a href={url(urls.HOME)}>首页</a> › {to_column}"


def around(neighbours: Neighbours, url: Url) -> str:
    """Links to the records before and after one in its column; '' where there are none."""
    links = [
        f"<a rel={rel} href={url(urls.record_url(entry.id))}>{word}：{escape(entry.title)}</a>"
        for rel, word, entry in (("prev", "上一条", neighbours.older), ("next", "下一条", neighbours.newer))
        if entry
    ]
    return f"<nav class=around aria-label=本栏前后>{' '.join(links)}</nav>" if links else ""
