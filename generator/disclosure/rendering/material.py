"""Which hand-written pages need Material's style sheet: those that use what only Material can draw.

It weighs more than all else on a page together. Our own style sheet draws plain Markdown; what Material's Markdown
extensions make beyond that is known by its class names.
"""

from __future__ import annotations

import re

_DRAWN_BY_MATERIAL = frozenset(
    """
    admonition annotate arithmatex card critic grid highlight highlighttable keys linenums linenodiv md-annotation
    md-banner md-button md-icon md-status md-tag md-tags mermaid progress tabbed-alternate tabbed-block tabbed-content
    tabbed-labels tabbed-set task-list task-list-control task-list-indicator task-list-item twemoji
    """.split()
)
_CLASSES = re.compile(r'<[a-z][^>]*?\sclass=(?:"([^"]*)"|\'([^\']*)\')', re.IGNORECASE)
_TYPED_DETAILS = re.compile(r"<details\s[^>]*\bclass=", re.IGNORECASE)


def needs_material(html: str) -> bool:
    """Whether a page's HTML has elements of Material: admonitions, tabs, buttons, cards, icons, task lists, …"""
    if _TYPED_DETAILS.search(html):
        return True
    return any(
        not _DRAWN_BY_MATERIAL.isdisjoint((double or single).split()) for double, single in _CLASSES.findall(html)
    )
