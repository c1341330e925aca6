"""公开目录 in the columns of the national 基层政务公开标准目录 (requirements B3), with how each item stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from disclosure.domain import urls
from disclosure.domain.catalogue import Column, Item
from disclosure.domain.duties import AFTER
from disclosure.domain.edition import Edition, Entry, Stub
from disclosure.domain.standings import ItemStanding, Standing
from disclosure.domain.table import Cell, Heading, Holds, Light, Place, Row, Table, row
from disclosure.domain.vocabulary import Audience

_HEADINGS = (
    Heading(id="number", label="序号", holds=Holds.COUNT, width=6),
    Heading(id="first", label="一级事项", width=14),
    Heading(id="second", label="二级事项", width=24, is_title=True),
    Heading(id="contents", label="公开内容（要素）", width=40),
    Heading(id="basis", label="公开依据", width=24),
    Heading(id="within", label="公开时限", width=28),
    Heading(id="by", label="公开主体", width=20),
    Heading(id="channels", label="公开渠道和载体", width=24),
    Heading(id="everybody", label="全社会", width=8),
    Heading(id="groups", label="特定群体", width=14),
    Heading(id="active", label="主动", width=6),
    Heading(id="asked", label="依申请", width=8),
    Heading(id="level", label="公开层级", width=8),
    Heading(id="department", label="责任部门", width=12),
    Heading(id="last", label="最近公开", holds=Holds.DATE, width=12),
    Heading(id="next", label="下次应公开", holds=Holds.DATE, width=12),
    Heading(id="state", label="状态", width=8),
)
_GROUPS = (("", 8), ("公开对象", 2), ("公开方式", 2), ("", 5))
_YES = "√"
_LIGHTS = {
    Standing.NORMAL: Light.GREEN, Standing.DUE_SOON: Light.AMBER, Standing.OVERDUE: Light.RED, Standing.EMPTY: Light.RED,
}  # fmt: skip
_WEBSITE = "网站"


def national_catalogue(edition: Edition, standings: Sequence[ItemStanding]) -> Table:
    """Every item that is switched on, in the order of the catalogue's columns; the row's id is the item's.

    What other readers than the edition's have a right to see is listed with its rules, but without what became of it.
    The places of an item are those that its records name, after the website.
    """
    told = {standing.item.id: standing for standing in standings}
    items = [item for item in edition.catalogue.items.values() if item.enabled]
    channels = _channels(edition)
    rows = [
        _row(number, item, column, edition, told.get(item.id), channels.get(item.id, (_WEBSITE,)))
        for number, (column, item) in enumerate(
            ((column, item) for column in edition.catalogue.walk() for item in items if item.column == column.path), 1
        )
    ]
    return Table(
        id="catalogue",
        title=f"{edition.school.name}校务公开标准目录",
        headings=_HEADINGS,
        groups=_GROUPS,
        rows=tuple(rows),
        about="按基层政务公开标准目录的列编排；后四列是本校各事项现在的情况。",
    )


def _row(
    number: int, item: Item, column: Column, edition: Edition, standing: ItemStanding | None, channels: Sequence[str]
) -> Row:  # fmt: skip
    others = [one.label for one in Audience if one in item.audience and one is not Audience.PUBLIC]
    upcoming = standing.upcoming.due if standing and standing.upcoming else None
    is_public = Audience.PUBLIC in item.audience
    return row(
        number, column.names[0], Cell(value=item.name, places=(Place(url=f"{urls.CATALOGUE}#{item.id}"),)), item.contents,
        item.basis, _within(item), edition.school.name, "、".join(channels), _YES if is_public else "",
        "、".join(others) if not is_public else "", _YES, "", "学校", item.department, _last(standing), upcoming,
        Cell(value=standing.standing.label, light=_LIGHTS[standing.standing]) if standing else "", id=item.id,
    )  # fmt: skip


def _within(item: Item) -> str:
    """`每月；信息形成或者变更之日起20个工作日内`"""
    formed = f"信息形成或者变更之日起{item.publish_within}内"
    rules = (rule.text for rule in item.due if rule.kind not in AFTER or rule.within != item.publish_within)
    return "；".join([*rules, formed])


def _last(standing: ItemStanding | None) -> Cell:
    if standing is None or not standing.last:
        return Cell()
    return Cell(value=standing.last_published, places=(Place(url=urls.record_url(standing.last)),))


def _channels(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Where the records of each item were published, by its id: the website first, then in the order of first use."""
    found: dict[str, dict[str, None]] = {}
    for entry in reversed(edition.entries()):
        if entry.item:
            found.setdefault(entry.item.id, {_WEBSITE: None}).update(dict.fromkeys(_named(entry)))
    return {item: tuple(named) for item, named in found.items()}


def _named(entry: Entry) -> tuple[str, ...]:
    return entry.channels if isinstance(entry, Stub) else entry.record.channels
