"""What was asked for on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from disclosure.domain.catalogue import Column, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How drafts are to be made."""

    today: date
    published: date | None = None
    """公布日期 of all drafts; None: the page's own, else today."""
    as_signed: bool = False
    """公布日期 is the day under the notice."""
    item: Item | None = None
    column: Column | None = None
    department: str = ""
    with_original: bool = True
    masked: bool = False
    """Personal data is hidden instead of refused."""
    with_contacts: bool = False
    """Mobile numbers, mail addresses and the like may be in a draft; a check asks for each of them later."""
