"""How something that has a last day stands, in words and with a light."""

from __future__ import annotations

from datetime import date

from disclosure.domain.table import Cell, Light


def standing(*, due: date, done: date | None, is_late: bool | None, today: date, warn_days: int) -> Cell:
    """`按期办结`, `迟 3 天`, `已超期 3 天`, `还有 5 天`.

    Args:
        due: the last day, inclusive, on which it is in time.
        done: when it was done; None while it is open.
        is_late: whether it was late when done, or is late today; None where unknown working days decide.
        warn_days: how many days ahead the light turns yellow.
    """
    if is_late is None:
        return Cell(value="是否超期待核（工作日安排未知）", light=Light.AMBER)
    if done:
        return Cell(value=f"迟 {(done - due).days} 天", light=Light.AMBER) if is_late else on_time()
    if is_late:
        return Cell(value=f"已超期 {(today - due).days} 天", light=Light.RED)
    left = (due - today).days
    return Cell(value=f"还有 {left} 天" if left else "今天到期", light=Light.AMBER if left <= warn_days else None)


def on_time() -> Cell:
    """What was done by its last day."""
    return Cell(value="按期办结", light=Light.GREEN)


def by_day(due: date | None, done: date | None, *, today: date, warn_days: int) -> Cell:
    """How something stands whose last day is written, or that has none."""
    if due is None:
        return Cell(value="已办结", light=Light.GREEN) if done else Cell(value="未办结，没有写限期", light=Light.AMBER)
    return standing(due=due, done=done, is_late=(done or today) > due, today=today, warn_days=warn_days)
