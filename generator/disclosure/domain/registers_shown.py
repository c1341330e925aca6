"""Which registers an edition shows, and what it may show of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.record import Record
from disclosure.domain.registers import NO_REGISTERS, Exemption, Inspection, Opinion, Registers, Request
from disclosure.domain.school import School
from disclosure.domain.vocabulary import Audience, Word


class RegisterName(Word):
    """Everything that the catalogue can open to the public; the value is the name in catalogue.yml and on pages."""

    CONTENTS = "内容登记册"
    CHANGES = "变更撤销终止登记册"
    PROCUREMENT = "招标采购学期汇总"
    OPINIONS = "意见登记册"
    REQUESTS = "依申请公开台账"
    EXEMPTIONS = "暂不宜公开备案册"
    INSPECTIONS = "检查登记册"
    OUTAGES = "停机登记册"
    LEDGER = "年度台账"
    SELF_ASSESSMENT = "自评表"
    STATISTICS = "统计"
    REPORTS = "年度报告"

    @property
    def id(self) -> str:
        """Part of its URL: `contents`, `self-assessment`."""
        return self.name.lower().replace("_", "-")


def register_named(written: str) -> RegisterName | None:
    """A register by its Chinese name or by its id."""
    return next((one for one in RegisterName if written in (one.label, one.id)), None)


def open_registers(audience: frozenset[Audience], catalogue: Catalogue) -> frozenset[str]:
    """Ids of the registers that an edition has pages of: all for the staff, for others those that the catalogue names."""
    if Audience.STAFF in audience:
        return frozenset(one.id for one in RegisterName)
    return catalogue.public_registers


def registers_of(edition: str, school: School, catalogue: Catalogue) -> frozenset[str]:
    """The same for an edition by its name; none for a name that the school does not have."""
    audience = school.editions.get(edition)
    return open_registers(audience, catalogue) if audience else frozenset()


def registers_for(
    registers: Registers, audience: frozenset[Audience], catalogue: Catalogue, *, visible: Mapping[str, Record], today: date
) -> Registers:  # fmt: skip
    """What an edition may show: open registers, facts up to today, nothing that tells of a record the edition does not
    have, and never a sender.

    Args:
        visible: records that the edition shows or showed, by id.
    """
    if registers is NO_REGISTERS:
        return registers
    is_open = open_registers(audience, catalogue).__contains__
    return Registers(
        opinions=tuple(_opinion(one, visible, today) for one in registers.opinions if _may_show(one, visible, today))
        if is_open(RegisterName.OPINIONS.id) else (),
        requests=tuple(_request(one, visible, today) for one in registers.requests if one.received <= today)
        if is_open(RegisterName.REQUESTS.id) else (),
        exemptions=tuple(_exemption(one, visible) for one in registers.exemptions if one.decided <= today)
        if is_open(RegisterName.EXEMPTIONS.id) else (),
        outages=tuple(one for one in registers.outages if one.start <= today)
        if is_open(RegisterName.OUTAGES.id) else (),
        inspections=tuple(_inspection(one, visible) for one in registers.inspections if one.day <= today)
        if is_open(RegisterName.INSPECTIONS.id) else (),
    )  # fmt: skip


def tally_of(registers: Registers, *, today: date) -> Registers:
    """Everything that may be counted on a day, without any words of anybody's: an annual report tells how many opinions
    and requests there were, even where their registers are not open to its readers.
    """
    if registers is NO_REGISTERS:
        return registers
    return Registers(
        opinions=tuple(
            replace(_opinion(one, {}, today), text="", record="", item="", department="", owner="", answer="")
            for one in registers.opinions if one.received <= today
        ),
        requests=tuple(
            replace(
                _request(one, {}, today), text="", method="", department="", reason="", exemption="", reported=None,
                extension=replace(one.extension, reason="") if one.extension and one.extension.day <= today else None,
            )
            for one in registers.requests if one.received <= today
        ),
        exemptions=tuple(
            replace(_exemption(one, {}), text="", reason="", approved_by="", item="", reported=None)
            for one in registers.exemptions if one.decided <= today
        ),
        outages=tuple(replace(one, reason="") for one in registers.outages if one.start <= today),
        inspections=tuple(
            replace(
                _inspection(one, {}), scope="", findings="",
                shortcomings=tuple(replace(found, text="", department="", record="") for found in one.shortcomings),
            )
            for one in registers.inspections if one.day <= today
        ),
    )  # fmt: skip


def _may_show(opinion: Opinion, visible: Mapping[str, Record], today: date) -> bool:
    return opinion.received <= today and (not opinion.record or opinion.record in visible)


def _opinion(opinion: Opinion, visible: Mapping[str, Record], today: date) -> Opinion:
    """An opinion without its sender, and without an answer that has not been given yet."""
    shown = replace(
        opinion, sender=None, corrected_by=_if_visible(opinion.corrected_by, visible),
        republished=_if_visible(opinion.republished, visible), minutes=_if_visible(opinion.minutes, visible),
    )  # fmt: skip
    if opinion.answered and opinion.answered > today:
        return replace(shown, answered=None, answer="", outcome=None, fed_back=None)
    return shown


def _request(request: Request, visible: Mapping[str, Record], today: date) -> Request:
    shown = replace(request, sender=None, record=_if_visible(request.record, visible))
    if request.answered and request.answered > today:
        return replace(shown, answered=None, answer=None, reason="", exemption="", reported=None)
    return shown


def _exemption(exemption: Exemption, visible: Mapping[str, Record]) -> Exemption:
    return replace(exemption, record=_if_visible(exemption.record, visible))


def _inspection(inspection: Inspection, visible: Mapping[str, Record]) -> Inspection:
    return replace(
        inspection, record=_if_visible(inspection.record, visible), minutes=_if_visible(inspection.minutes, visible),
        shortcomings=tuple(replace(one, record=_if_visible(one.record, visible)) for one in inspection.shortcomings),
    )  # fmt: skip


def _if_visible(record_id: str, visible: Mapping[str, Record]) -> str:
    return record_id if record_id in visible else ""
