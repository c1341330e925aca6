"""Records with fees, as far as comparing them goes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from disclosure.domain.edition import Shown
from disclosure.domain.record import FeeLine
from disclosure.domain.vocabulary import State
from domain_records import plain_record


def line(name: str, standard: str, unit: str = "每餐", scope: str = "") -> FeeLine:
    amount = Decimal(standard[:-1]) if standard[0].isdigit() else None
    return FeeLine(name=name, standard=standard, amount=amount, unit=unit, scope=scope)


def shown(
    record_id: str, day: str, *fees: FeeLine, item: str = "I42", state: State = State.STANDING, **more: object
) -> Shown:
    made = plain_record(record_id, published=date.fromisoformat(day), item=item, fees=fees, **more)
    return Shown(record=made, state=state, item=None, days_left=None)
