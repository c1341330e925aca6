"""The templates of a school's repository: text, not HTML."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from disclosure.reading.scalar import scalar

if TYPE_CHECKING:
    import jinja2

_IN_MARKDOWN = str.maketrans({one: f"\\{one}" for one in "\\`*_[]"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})


@cache
def _templates() -> jinja2.Environment:
    import jinja2  # only `init` writes these

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("disclosure.starting", "templates"),
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters.update(scalar=scalar, markdown=in_markdown)
    return environment


def in_markdown(text: str) -> str:
    """Text that Markdown shows as it is, in the middle of a line."""
    return text.translate(_IN_MARKDOWN)


def rendered(template: str, **known: Any) -> str:
    """The text of a template. Raises jinja2.UndefinedError for a name that is not known."""
    return _templates().get_template(template).render(**known)
