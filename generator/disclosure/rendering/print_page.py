"""`/r/<id>/print/`: a record for the wall in A4 and A3, and the same sheet as a letter. It has no frame.

Which of the three it is needs no script: the links `#a4`, `#a3` and `#letter` make one of three empty elements the target,
and the style sheet (assets/print.css) gives the sheet after it its page and its size of type, or shows what belongs into a
letter instead of what belongs on a wall.
"""

from __future__ import annotations

from markupsafe import Markup

from disclosure.domain import urls
from disclosure.domain.edition import Shown
from disclosure.domain.life import last_turn
from disclosure.rendering.environment import templates
from disclosure.rendering.fragments import body_of
from disclosure.rendering.letter import letter_of
from disclosure.rendering.marks import life_attributes
from disclosure.rendering.poster import one_folder_deeper, poster_of
from disclosure.rendering.site import Site


def print_page(shown: Shown, site: Site) -> str:
    """The whole page, from doctype on."""
    school, url = site.edition.school, urls.print_url(shown.id)
    body = body_of(shown, site)
    poster = poster_of(shown, site, body=one_folder_deeper(body))
    turned = last_turn(shown.record, site.edition.today, warn_days=school.settings.warn_days)
    return templates().get_template("print.html").render(
        shown=shown, school=school, poster=poster, letter=letter_of(shown, school, address=poster.address, has_text=bool(body)),
        life=Markup(life_attributes(shown, lambda _: turned)),
        url=lambda target: urls.relative(target, base=url),
    )  # fmt: skip
