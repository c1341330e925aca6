"""The compiled templates of page fragments and what they can say."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from disclosure.domain import urls
from disclosure.rendering import marks, words

if TYPE_CHECKING:
    import jinja2


@cache
def templates() -> jinja2.Environment:
    """The environment of all fragments: compiled once, HTML escaped, unknown names are errors."""
    import jinja2  # a build that makes no page does without

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("disclosure.rendering", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
    )
    environment.filters.update(
        day=words.day_in_words,
        iso=date.isoformat,
        yuan=words.yuan,
        size=words.size_in_words,
        audience=words.audience_in_words,
        sentence=words.sentence,
        turn=words.turn_in_words,
        days_left=words.days_left_in_words,
        quote=lambda path: quote(str(path)),
    )
    environment.globals.update(urls=urls, state_mark=marks.state_mark, entry_row=marks.entry_row)
    return environment


def part_of(template: str, macro: str, *values: Any) -> str:
    """A part of a page: what a macro of a template makes of some values."""
    made = getattr(templates().get_template(template).module, macro)
    return str(made(*values))
