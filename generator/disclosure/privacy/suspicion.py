"""A quick look that tells most texts harmless: ten thousand records are built in seconds, and few hold personal data.

It may err on the side of suspicion only: in what it lets pass, `finder.find` finds nothing (a property test holds it to that).
Each of its patterns begins with a set of characters, which the engine looks for four times as fast as for alternatives.
"""

from __future__ import annotations

import re

from disclosure.privacy.digits import DIGIT, REST_OF_RUN
from disclosure.privacy.signs import HIDING_SIGNS, NAME_WORDS

_NUMBER = re.compile(rf"{DIGIT}(?:{REST_OF_RUN}|[<&*_`~\\])")
"""Eleven digits, or digits that go on behind markup."""


_LABELS = (
    "护照|证(?:(?<=[行胞乡官兵员住考]证)|件)|居留|住(?:[址所在于]|(?<=[现居常暂租,，、（(]住))|户[口号籍簿编]|号(?:(?<=[学籍辅考工]号)|(?<=[工师职员]编号))"
    "|生(?:[日于号证]|(?<=[日号出0-9０-９]生))|男(?=[ ,，、)）])|女(?=[ ,，、)）])|家[住在（(]|址(?<=[讯信系件货送寄达庭细在证房屋口住产权]地址)|所在地|坐落|校园卡|收[，,]|家[，,]"
    "|微信|薇信|weixin|扣扣|抖音号|Q ?[Qq]|q ?[Qq]|v[xX信]|V(?:[xX信]|(?<=加V))|w[xX]|W[xX]|hat|assport|tudent|DOB|irth|csrq|ddress|身份"
    "|学[ \u00a0\u3000]+[号籍]|户[ \u00a0\u3000]+[号口籍]|护[ \u00a0\u3000]+照|住[ \u00a0\u3000]+址|出[ \u00a0\u3000]+生|微[ \u00a0\u3000]+信"
    "|工[ \u00a0\u3000]+号|家[ \u00a0\u3000]+[庭住]|身[ \u00a0\u3000]+份|考[ \u00a0\u3000]+号|生[ \u00a0\u3000]+日"
)
"""How a label begins, or any part of it that is seldom otherwise."""
_SIGNS = re.compile("|".join([_LABELS, "@", "＠", "&", "姓", *map(re.escape, HIDING_SIGNS)]))
_NAMES = re.compile(NAME_WORDS)


def is_suspicious(text: str) -> bool:
    """Whether a text may hold personal data."""
    if _NUMBER.search(text) or _SIGNS.search(text):
        return True
    return ("|" in text or "<" in text or "\t" in text) and _NAMES.search(text) is not None
