"""The rules, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from disclosure.checks.attachments import check_attachments
from disclosure.checks.consultations import check_consultations
from disclosure.checks.dates import check_dates
from disclosure.checks.exemptions import check_exemptions
from disclosure.checks.fee_elements import check_fee_elements
from disclosure.checks.forbidden_charges import check_forbidden_charges
from disclosure.checks.fragments import check_fragments
from disclosure.checks.history import check_history
from disclosure.checks.inspections import check_inspections
from disclosure.checks.leads import check_leads
from disclosure.checks.links import check_links
from disclosure.checks.lists import check_lists
from disclosure.checks.notice import check_notice
from disclosure.checks.old_hotline import check_old_hotline
from disclosure.checks.opinions import check_opinions
from disclosure.checks.privacy import check_privacy
from disclosure.checks.promptness import check_promptness
from disclosure.checks.register_dates import check_register_dates
from disclosure.checks.register_references import check_register_references
from disclosure.checks.report_figures import check_report_figures
from disclosure.checks.requests import check_requests
from disclosure.checks.required import check_required
from disclosure.checks.rosters import check_rosters
from disclosure.checks.self_assessment import check_self_assessment
from disclosure.checks.senders import check_senders
from disclosure.checks.settlements import check_settlements
from disclosure.checks.signing_order import check_signing_order
from disclosure.checks.signoffs import check_signoffs
from disclosure.checks.succession import check_succession
from disclosure.checks.term_opening import check_term_opening
from disclosure.checks.thresholds import check_thresholds
from disclosure.checks.unsettled_terms import check_unsettled_terms
from disclosure.domain.library import Library
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

Rule = Callable[[Library, Settings, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    check_dates,
    check_notice,
    check_links,
    check_succession,
    check_attachments,
    check_required,
    check_privacy,
    check_fragments,
    check_lists,
    check_history,
    check_promptness,
    check_signoffs,
    check_rosters,
    check_signing_order,
    check_thresholds,
    check_leads,
    check_fee_elements,
    check_forbidden_charges,
    check_old_hotline,
    check_settlements,
    check_unsettled_terms,
    check_term_opening,
    check_register_references,
    check_register_dates,
    check_opinions,
    check_requests,
    check_exemptions,
    check_inspections,
    check_senders,
    check_report_figures,
    check_consultations,
    check_self_assessment,
)


def run_checks(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """All problems of all rules, in no particular order."""
    for rule in RULES:
        yield from rule(library, settings, today)
