"""`/screen/`: the page for the television in the hall. It has no frame, and nobody touches it.

It says everything it will need for a week without network: which notices run and until when, and what to show when all of
them are over. assets/screen.js turns the cards, drops those whose last day has passed by the clock, and asks for a new page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from markupsafe import Markup

from disclosure.caching.stamps import text_digest
from disclosure.domain import urls
from disclosure.domain.edition import Shown
from disclosure.domain.vocabulary import State
from disclosure.rendering.environment import templates
from disclosure.rendering.poster import record_address
from disclosure.rendering.qr_code import qr_code
from disclosure.rendering.site import Site
from disclosure.rendering.words import yuan

MOST_CARDS = 40
"""A round of so many takes eight minutes; nobody stands in a hall for longer. Those that end first come first."""
_MOST_LASTING = 10
_MOST_FEES = 4
"""Lines of charges on a card; what fits beside the title and can be read from five metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is told of a record in large type."""

    shown: Shown
    column: str
    summary: str
    figures: tuple[tuple[str, str], ...]
    """Labels and amounts."""
    phones: tuple[str, ...]
    address: str
    """The record's page, absolute."""
    code: Markup
    """The QR code of it, as SVG."""

    @property
    def last_day(self) -> date | None:
        """The day after which it is no longer shown."""
        return self.shown.expires or self.shown.record.review_by


def on_screen(site: Site) -> tuple[list[Shown], list[Shown]]:
    """All that runs, the first to end first; and what is shown where nothing does: the newest documents that stay."""
    lasting = (shown for shown in site.edition.shown if shown.state is State.STANDING)
    return site.running, list(islice(lasting, _MOST_LASTING))


def screen_page(site: Site, *, look: str) -> str:
    """The whole page, from doctype on.

    Args:
        look: digest of style sheet and script: a screen that has been on for months takes over new ones.
    """
    running, lasting = on_screen(site)
    left_out = max(0, len(running) - MOST_CARDS)
    page = templates().get_template("screen.html").render(
        school=site.edition.school, since=site.edition.today if running else None, edition=site.edition.name, look=look, left_out=left_out,
        running=_cards(running[:MOST_CARDS], site), lasting=_cards(lasting, site), url=lambda target: urls.relative(target, base=urls.SCREEN),
    )  # fmt: skip
    return page.replace("VERSION", text_digest(page), 1)


def screen_worker() -> str:
    """The service worker that keeps the last good page for a start without network."""
    return templates().get_template("screen_worker.js").render()


def _cards(records: Sequence[Shown], site: Site) -> list[Card]:
    return [_card(shown, site) for shown in records]


def _card(shown: Shown, site: Site) -> Card:
    """Of a list of persons nothing but its title: what hangs in a hall can be photographed, and cannot be called back."""
    record, school = shown.record, site.edition.school
    names_persons = shown.item is not None and shown.item.lists_persons
    address = record_address(shown.id, school)
    return Card(
        shown=shown, column=site.edition.catalogue.column(shown.column).full_name,
        summary="名单请扫码查看。" if names_persons else record.summary, figures=() if names_persons else tuple(_figures(shown)),
        phones=(record.hotline,) if record.hotline else school.phones.supervision,
        address=address, code=qr_code(address),
    )  # fmt: skip


def _figures(shown: Shown) -> list[tuple[str, str]]:
    record = shown.record
    found = [("金额", yuan(record.amount))] if record.amount is not None else []
    for line in record.fees[:_MOST_FEES]:
        found.append((line.name, f"{line.standard}（{line.unit}）" if line.unit else line.standard))
    if len(record.fees) > _MOST_FEES:
        found.append((f"另有 {len(record.fees) - _MOST_FEES} 项", "请扫码查看"))
    return found
