"""What one can subscribe to: the whole site, an interest, a column. Each has its feeds, and but for interests a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.domain import urls
from disclosure.domain.catalogue import Catalogue
from disclosure.domain.school import School

FORMS = ("rss", "atom", "json")
"""Every scope has a feed in each of these forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedScope:
    """The records that one feed tells of."""

    title: str
    """Title of the feed: `示例学校：家长最关心`."""
    name: str
    """`家长最关心`, `其他/财务`, `全站`."""
    about: str
    """What it holds, one line."""
    column: str = ""
    """Path of the column; '' for the site and for interests."""
    interest: str = ""
    """Id of the interest; '' for the site and for columns."""
    columns: tuple[str, ...] = ()
    """Paths of the columns whose records belong to it, with those below them; the site has all."""
    items: tuple[str, ...] = ()
    """Ids of the items whose records belong to it, wherever they stand."""

    @property
    def key(self) -> str:
        """Part of the ids of its feeds, which never change."""
        return f"interest:{self.interest}" if self.interest else self.column or "all"

    @property
    def page(self) -> str:
        """The page that the feed belongs to, relative to the site's root."""
        if self.interest:
            return urls.subscription_url(self.interest)
        return urls.column_url(self.column) if self.column else urls.HOME

    @property
    def calendar(self) -> str:
        """URL of its calendar, '' where it has none."""
        return "" if self.interest else urls.calendar_url(self.column)

    def feed(self, form: str) -> str:
        """URL of its feed, relative to the site's root. `form` is one of `FORMS`."""
        if self.interest:
            return urls.interest_feed_url(self.interest, form=form)
        return urls.feed_url(self.column, form=form)


def feed_scopes(school: School, catalogue: Catalogue) -> list[FeedScope]:
    """All scopes of a school: the site, its interests, its columns from the top down."""
    site = FeedScope(title=school.name, name="全站", about="网站上的全部内容。")
    interests = [
        FeedScope(
            title=f"{school.name}：{one.name}", name=one.name, about=_parts(one.columns, one.items, catalogue),
            interest=one.id, columns=one.columns, items=one.items,
        )
        for one in school.interests
    ]  # fmt: skip
    columns = [
        FeedScope(
            title=f"{school.name}：{column.full_name}", name=column.full_name, about=column.about or f"{column.full_name}的全部内容。",
            column=column.path, columns=(column.path,),
        )
        for column in catalogue.walk()
    ]  # fmt: skip
    return [site, *interests, *columns]


def _parts(columns: Iterable[str], items: Iterable[str], catalogue: Catalogue) -> str:
    """`栏目：招生收费。事项：食堂食品安全、食堂收支。`"""
    told = (
        ("栏目", [catalogue.column(path).full_name for path in columns]),
        ("事项", [catalogue.items[one].name for one in items]),
    )
    return "".join(f"{kind}：{'、'.join(names)}。" for kind, names in told if names)
