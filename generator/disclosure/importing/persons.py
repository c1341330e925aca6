"""Personal data in what is to become a draft: a draft is a file in the repository, and git remembers drafts as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from disclosure.domain.personal_data import PersonalData, Sighting
from disclosure.domain.school import School
from disclosure.masking.edits import applied, edits_of
from disclosure.masking.plain_text import mask_markdown
from disclosure.masking.rules import rules_of, settled
from disclosure.masking.tally import Tally
from disclosure.privacy.finder import sightings_in
from disclosure.reading.inspection import look_into

_CONTACTS = frozenset({PersonalData.MOBILE, PersonalData.EMAIL, PersonalData.CHAT_ID})
"""What a notice may give on purpose, once somebody has agreed (隐私核准)."""
_TOLD_LATER = frozenset({PersonalData.AUTHOR, PersonalData.LOCATION, PersonalData.UNREAD, PersonalData.FRAGMENT})
"""What a check tells about attachments; no reason to keep a file out."""


def personal_data_in(text: str, school: School, *, with_contacts: bool) -> str:
    """Kinds and numbers of values in a draft's text: `身份证号 2 处、手机号码 1 处`; '' where it may be written."""
    return _counted(sightings_in(text), school, with_contacts=with_contacts)


def personal_data_beside(content: bytes, name: str, school: School, *, with_contacts: bool) -> str:
    """The same for a file that is to lie beside a draft, and for its name."""
    found = [*look_into(content, name=name).sightings, *sightings_in(name)]
    return _counted(found, school, with_contacts=with_contacts)


def masked(body: str, title: str, school: School) -> tuple[str, str, int]:
    """Body and title with personal data hidden as `disclosure mask` hides it, and how many values that were."""
    rules, tally = rules_of(school), Tally()
    hidden = mask_markdown(body.encode(), rules, tally).decode()
    edits = edits_of(title, rules)
    tally.count(edits)
    columns = sum(tally.personal_columns.values()) + sum(tally.other_columns.values())
    return hidden, applied(title, edits), sum(tally.masked.values()) + columns


def _counted(sightings: Iterable[Sighting], school: School, *, with_contacts: bool) -> str:
    own = rules_of(school).own_values
    counts = Counter(
        one.kind.label
        for one in sightings
        if one.kind not in _TOLD_LATER
        and settled(one.value) not in own
        and not (with_contacts and one.kind in _CONTACTS)
    )
    return "、".join(f"{kind} {count} 处" for kind, count in counts.items())
