"""Bodies of records: GitHub-flavoured Markdown to HTML that is safe to show, with links to records resolved."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urljoin

import comrak
import nh3

from disclosure.domain.characters import without_controls
from disclosure.domain.links import own_target
from disclosure.rendering.headings import headings_in_order
from disclosure.rendering.line_breaks import join_chinese_lines

LinkTo = Callable[[str], tuple[str, str] | None]
"""From `record:2026-0012` or `column:招生收费` to the URL and title of its page; None where the edition has no such page."""

HIDDEN_RECORD = "（本版不公开的记录）"

_TAGS = frozenset(
    """
    a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 h1
    hr i img input ins kbd li mark ol p pre q rp rt ruby s small span strong sub summary sup table tbody td tfoot th
    thead tr u ul
    """.split()
)
_ATTRIBUTES = {
    "a": {"href", "title", "id"}, "img": {"src", "alt", "title", "width", "height"}, "ol": {"start"}, "li": {"id"},
    "td": {"align", "colspan", "rowspan"}, "th": {"align", "colspan", "rowspan"}, "col": {"span"}, "input": {"checked"},
    "details": {"open"},
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto", "tel", "record", "column"}
_OTHERS = r'((?:\s+[a-z][a-z0-9_.:-]*(?:="[^"]*")?)*?)'
"""Attributes as nh3 and Python-Markdown write them: lower case, double quotes, no quote inside."""
_OWN_LINK = re.compile(
    rf'<a{_OTHERS}\s+href="((?:record|column):[^"#]*)(#[^"]*)?"{_OTHERS}>(.*?)</a>', re.DOTALL | re.IGNORECASE
)
_RELATIVE = re.compile(rf'<(a|img){_OTHERS}\s+(href|src)="(?![a-z][a-z0-9+.-]*:|//)([^"]*)"')
_INVISIBLE = re.compile("[\x00-\x1f]")
"""Browsers drop these from addresses before they look at the rest."""
_ON_ANOTHER_HOST = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    for name in ("table", "strikethrough", "autolink", "tasklist", "footnotes", "cjk_friendly_emphasis"):
        setattr(options, name, True)
    return options


def _rendering() -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.unsafe_ = True
    return options


_EXTENSIONS, _RENDERING = _extensions(), _rendering()


def _own_attribute(tag: str, name: str, value: str) -> str | None:
    """Drop pictures on other hosts, so that no reader's visit is reported elsewhere, and ids but those of footnotes."""
    if tag == "img" and name == "src" and _ON_ANOTHER_HOST.match(_INVISIBLE.sub("", value)):
        return None
    return None if name == "id" and not value.startswith("fn") else value


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS), attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None,
    clean_content_tags={"script", "style", "title", "textarea", "template", "iframe", "noscript", "math"},
    tag_attribute_values={"input": {"type": {"checkbox"}}}, set_tag_attribute_values={"input": {"disabled": ""}}, attribute_filter=_own_attribute,
)  # fmt: skip


_OTHER_TAG = re.compile(
    '<(?!/?(?:p|li|strong|tr|t[dh](?: align="(?:left|right|center)")?|h[1-6]|ul|ol|em|del|blockquote|table|thead|tbody)>)'
)
"""Any tag but those that divide a text and stress words in it, without attributes that lead or show anything."""


def _safe(html: str, body: str) -> str:
    """The HTML of a body, sanitised.

    Where a body has no HTML of its own, and nothing came of it but harmless tags and plain text, the sanitiser would give
    back the very same (a property test holds it to that). It is not asked then: parsing all of it again takes twice as
    long as making it.
    """
    is_plain = "<" not in body and "&" not in html and "\u00a0" not in html  # that one it writes as a reference
    return html if is_plain and not _OTHER_TAG.search(html) else _CLEANER.clean(html)


def render_body(body: str, *, link_to: LinkTo) -> str:
    """Safe HTML of a body.

    Raw HTML is allowed and sanitised. Links to records and columns lead to their pages; where this edition has none,
    only the text stays. Of pictures on other hosts only the description stays. Headings start at h2 and skip no level.
    """
    html = comrak.render_markdown(body, extension_options=_EXTENSIONS, render_options=_RENDERING)
    html = _safe(html, body)
    if "&" in body:  # nothing but a character reference can bring a control character into text that has none
        html = without_controls(html)
    html = resolve_own_links(html, link_to=link_to)
    return join_chinese_lines(headings_in_order(html))


def resolve_own_links(html: str, *, link_to: LinkTo) -> str:
    """Links to records and columns, led to their pages; only their text where the edition has no such page."""
    return _OWN_LINK.sub(lambda match: _own_link(match, link_to), html)


def _own_link(match: re.Match[str], link_to: LinkTo) -> str:
    found = link_to(own_target(unescape(match[2])))
    if found is None:
        return match[5] or HIDDEN_RECORD
    url, title = found
    return f'<a{match[1]} href="{escape(url)}{match[3] or ""}"{match[4]}>{match[5] or escape(title)}</a>'


def with_absolute_links(html: str, *, base: str) -> str:
    """The same HTML for readers outside the site: relative links made absolute against the page's URL."""
    return _RELATIVE.sub(_absolute(base), html)


def _absolute(base: str) -> Callable[[re.Match[str]], str]:
    return lambda match: f'<{match[1]}{match[2]} {match[3]}="{escape(urljoin(base, unescape(match[4])))}"'
