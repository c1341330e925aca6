"""All registers, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from disclosure.domain.edition import Edition
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Table
from disclosure.domain.year import Year, years_with
from disclosure.registers.changes import change_days, changes_register
from disclosure.registers.contents import contents_register, published_days
from disclosure.registers.exemptions import decision_days, exemptions_register
from disclosure.registers.inspections import inspection_days, inspections_register
from disclosure.registers.ledger import ledger, ledger_days
from disclosure.registers.opinions import opinion_days, opinions_register
from disclosure.registers.outages import outage_starts, outages_register
from disclosure.registers.procurement import procurement_days, procurement_register
from disclosure.registers.requests import request_days, requests_register
from disclosure.registers.self_assessment import self_assessment_days, self_assessment_register


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """How the tables of one register come about."""

    name: RegisterName
    by_year: bool
    """Whether there is a page for each year; one page for all time otherwise."""
    make: Callable[[Edition, Year | None], tuple[Table, ...]]
    """The tables of a year; of all time for a register that knows no years. Never empty: a table may have no rows."""
    days: Callable[[Edition], Iterable[date]]
    """Days of its entries, from which the years are known."""

    def years(self, edition: Edition) -> list[Year]:
        """The years it has pages of, newest first: each with entries, and the current one; none without years."""
        if not self.by_year:
            return []
        return years_with(self.days(edition), edition.school.settings.year_kind, today=edition.today)


REGISTERS = (
    Register(name=RegisterName.CONTENTS, by_year=True, make=contents_register, days=published_days),
    Register(name=RegisterName.CHANGES, by_year=True, make=changes_register, days=change_days),
    Register(name=RegisterName.PROCUREMENT, by_year=True, make=procurement_register, days=procurement_days),
    Register(name=RegisterName.OPINIONS, by_year=True, make=opinions_register, days=opinion_days),
    Register(name=RegisterName.REQUESTS, by_year=True, make=requests_register, days=request_days),
    Register(name=RegisterName.EXEMPTIONS, by_year=False, make=exemptions_register, days=decision_days),
    Register(name=RegisterName.INSPECTIONS, by_year=True, make=inspections_register, days=inspection_days),
    Register(name=RegisterName.OUTAGES, by_year=False, make=outages_register, days=outage_starts),
    Register(name=RegisterName.LEDGER, by_year=True, make=ledger, days=ledger_days),
    Register(name=RegisterName.SELF_ASSESSMENT, by_year=True, make=self_assessment_register, days=self_assessment_days),
)
