"""What can be subscribed to, and where its feeds and calendars lie."""

from __future__ import annotations

import pytest

from disclosure.domain.catalogue import Catalogue, Column, names_of_columns
from disclosure.domain.feed_scope import FORMS, FeedScope, feed_scopes
from disclosure.domain.school import Interest, School

FINANCE = Column(path="other/finance", name="财务", names=("其他", "财务"), about="预算和决算。")
OTHER = Column(path="other", name="其他", names=("其他",), children=(FINANCE,))
CATALOGUE = Catalogue(preset="own", columns=(OTHER,), items={}, column_names=names_of_columns((OTHER,)), item_names={})
SCHOOL = School(
    name="甲校",
    site_url="https://school.example/",
    interests=(Interest(id="money", name="钱", columns=("other/finance",)),),
)


@pytest.mark.parametrize(
    ("number", "key", "title", "name", "about", "page", "feeds", "calendar"),
    [
        (0, "all", "甲校", "全站", "网站上的全部内容。", "", ("feed.xml", "atom.xml", "feed.json"), "calendar.ics"),
        (1, "interest:money", "甲校\uff1a钱", "钱", "栏目\uff1a其他/财务。", "subscribe/#feed-money",
         ("feeds/money.xml", "feeds/money.atom.xml", "feeds/money.json"), ""),
        (2, "other", "甲校\uff1a其他", "其他", "其他的全部内容。", "other/",
         ("other/feed.xml", "other/atom.xml", "other/feed.json"), "other/calendar.ics"),
        (3, "other/finance", "甲校\uff1a其他/财务", "其他/财务", "预算和决算。", "other/finance/",
         ("other/finance/feed.xml", "other/finance/atom.xml", "other/finance/feed.json"), "other/finance/calendar.ics"),
    ],
)  # fmt: skip
def test_site_then_interests_then_columns(
    number: int, key: str, title: str, name: str, about: str, page: str, feeds: tuple[str, ...], calendar: str
) -> None:
    scope: FeedScope = feed_scopes(SCHOOL, CATALOGUE)[number]
    assert (scope.key, scope.title, scope.name, scope.about, scope.page) == (key, title, name, about, page)
    assert tuple(scope.feed(form) for form in FORMS) == feeds
    assert scope.calendar == calendar


def test_nothing_else_can_be_subscribed_to() -> None:
    assert len(feed_scopes(SCHOOL, CATALOGUE)) == 4
