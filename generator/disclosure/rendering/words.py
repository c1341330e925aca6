"""How days, amounts and sizes are said in Chinese: the filters of the templates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from disclosure.domain.fee_comparison import ComparedFee
from disclosure.domain.vocabulary import Audience


def day_in_words(day: date) -> str:
    """`2026年9月1日`"""
    return f"{day.year}年{day.month}月{day.day}日"


def moment_in_words(day: date, at: time | None) -> str:
    """`2026年9月1日 08:30`, without the time where none was given."""
    return f"{day_in_words(day)} {at:%H:%M}" if at else day_in_words(day)


def days_left_in_words(days: int) -> str:
    """`还有 5 天`, `今天截止`"""
    return f"还有 {days} 天" if days else "今天截止"


def yuan(amount: Decimal) -> str:
    """`58,000元`, `12.50元`, `0.5483元`: whole yuan without decimals, else at least two and never rounded."""
    if amount == amount.to_integral_value():
        return f"{amount:,.0f}元"
    exact = amount.normalize()
    return f"{exact:,f}元" if int(exact.as_tuple().exponent) < -2 else f"{amount:,.2f}元"


def amount_in_figures(amount: Decimal | int) -> str:
    """`58,000.00`, `0.5483`: for columns of figures, at least two decimals and never rounded."""
    exact = Decimal(amount).normalize()
    return f"{exact:,f}" if int(exact.as_tuple().exponent) < -2 else f"{exact:,.2f}"


def percent(share: Decimal | int) -> str:
    """`12.5%`, `100%` for a share of 0.125 and of 1: one decimal, none where it would be 0."""
    return f"{Decimal(share) * 100:.1f}".removesuffix(".0") + "%"


def turn_in_words(fee: ComparedFee) -> str:
    """`上涨 1元（7.1%）`, `新增`, `标准表述有变`"""
    if fee.difference is None:
        return fee.turn.label
    turned = f"{fee.turn.label} {yuan(fee.difference)}"
    if fee.percent is None:
        return turned
    return f"{turned}（{f'{fee.percent.normalize():f}%' if fee.percent else '不到 0.1%'}）"


def sentence(text: str) -> str:
    """Text with exactly one full stop at its end; a question mark or exclamation mark will do."""
    return text if text.endswith(("？", "！", "。")) else f"{text}。"


def size_in_words(size: int) -> str:
    """`812 字节`, `23 KB`, `1.4 MB`"""
    if size < 1024:
        return f"{size} 字节"
    if round(size / 1024) < 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def edition_in_words(name: str) -> str:
    """`社会版`, `校内版`; an edition of the school's own by its own name."""
    return {"public": "社会版", "internal": "校内版"}.get(name, name)


def audience_in_words(audience: Iterable[Audience]) -> str:
    """`社会、家长`, in the order of the vocabulary."""
    wanted = set(audience)
    return "、".join(one.label for one in Audience if one in wanted)
