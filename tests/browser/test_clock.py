"""A site that nobody rebuilt: the reader's clock has moved on, and the page corrects itself as a new build would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building import DAY, PROJECT, built
from disclosure.domain.edition import Edition, Shown
from disclosure.domain.library import Library
from disclosure.domain.vocabulary import AfterExpiry, State
from sample import SCHOOL, make_school, record
from serving import served

pytestmark = pytest.mark.browser


@contextmanager
def opened(browser: Browser, address: str, day: date, *, hour: int = 12, zone: str = "Asia/Shanghai") -> Iterator[Page]:
    """A page in a browser whose clock shows an hour of a day in Shanghai, wherever the phone thinks it is."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, timezone_id=zone)
    tab = context.new_page()
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=8)
    tab.clock.install(time=moment)
    tab.goto(address)
    yield tab
    context.close()


def running(edition: Edition, after: AfterExpiry) -> Shown:
    return next(one for one in edition.shown if one.days_left is not None and one.record.after_expiry is after)


@pytest.mark.parametrize(
    ("after", "state", "label"),
    [
        (AfterExpiry.BANNER, "expired", "已到期"),
        (AfterExpiry.ARCHIVE, "archived", "往期"),
        (AfterExpiry.REMOVE, "removed", "已撤下"),
    ],
    ids=["banner", "archive", "remove"],
)
def test_the_day_after_the_deadline(
    browser: Browser, url: str, edition: Edition, after: AfterExpiry, state: str, label: str
) -> None:
    one = running(edition, after)
    assert one.expires is not None
    with opened(browser, f"{url}r/{one.id}/", one.expires) as page:
        expect(page.locator("article.record")).to_have_attribute("data-state", "expiring")
        expect(page.locator(".banner")).to_contain_text("今天截止")
        expect(page.locator(".body")).to_be_visible()
    with opened(browser, f"{url}r/{one.id}/", one.expires + timedelta(days=1), hour=0) as page:
        expect(page.locator("article.record")).to_have_attribute("data-state", state)
        expect(page.locator(".banner > p > b")).to_have_text(label)
        expect(page.locator(".body")).to_have_count(0 if state == "removed" else 1)
        expect(page.locator(".files")).to_have_count(0 if state == "removed" or not one.record.attachments else 1)
        expect(page.locator("h1")).to_have_text(one.title)


def test_a_removed_record_says_no_more_than_its_stub_will(
    browser: Browser, url: str, library: Library, edition: Edition
) -> None:
    one = running(edition, AfterExpiry.REMOVE)
    assert one.expires is not None
    after = one.expires + timedelta(days=1)
    with opened(browser, f"{url}r/{one.id}/", after) as page:
        told = page.locator(".facts tr").all_text_contents()
        expect(page.locator('meta[name="description"]')).to_have_count(0)
    folder = built(PROJECT, after)
    with served(folder) as rebuilt, opened(browser, f"{rebuilt}r/{one.id}/", after) as page:
        assert sorted(told) == sorted(page.locator(".facts tr").all_text_contents())


@pytest.mark.parametrize("days", [0, 1, 7, 40, 100, 200, 400])
def test_the_number_of_folded_notices_is_right_on_every_day(browser: Browser, url: str, days: int) -> None:
    with opened(browser, url, DAY + timedelta(days=days)) as page:
        folded = page.locator("[data-running] details")
        if folded.count():
            assert int(folded.locator("[data-more]").inner_text()) == folded.locator("li").count() > 0


def test_a_replaced_consultation_invites_nobody(browser: Browser, tmp_path: Path) -> None:
    first = record(环节="征求意见", 截止日期="2026-12-31")
    root = make_school(tmp_path, first, record("2026-0002", 替代="2026-0001"))
    with served(built(root)) as address:
        for day in (DAY, date(2027, 2, 20)):
            with opened(browser, f"{address}r/2026-0001/", day) as page:
                expect(page.locator("article.record")).not_to_contain_text("可以向")
                expect(page.locator("[data-consultation]")).to_contain_text("结束")


def test_a_phone_in_another_time_zone_reckons_by_shanghai(browser: Browser, url: str, edition: Edition) -> None:
    one = running(edition, AfterExpiry.REMOVE)
    assert one.expires is not None
    with opened(browser, f"{url}r/{one.id}/", one.expires + timedelta(days=1), hour=1, zone="America/New_York") as page:
        expect(page.locator("article.record")).to_have_attribute("data-state", "removed")


def test_a_clock_that_is_wrong_brings_nothing_back(browser: Browser, url: str, edition: Edition) -> None:
    over = next(one for one in edition.shown if one.state is State.EXPIRED)
    with opened(browser, f"{url}r/{over.id}/", date(2020, 1, 1)) as page:
        expect(page.locator("article.record")).to_have_attribute("data-state", "expired")
    stub = next(one for one in edition.stubs)
    with opened(browser, f"{url}r/{stub.id}/", date(2020, 1, 1)) as page:
        expect(page.locator("article.record")).to_have_attribute("data-state", stub.state.value)


def test_a_standing_document_becomes_due_for_review(browser: Browser, url: str, edition: Edition) -> None:
    one = next(one for one in edition.shown if one.state is State.STANDING and one.record.review_by)
    assert one.record.review_by is not None
    with opened(browser, f"{url}r/{one.id}/", one.record.review_by) as page:
        expect(page.locator("article.record")).to_have_attribute("data-state", "standing")
    with opened(browser, f"{url}r/{one.id}/", one.record.review_by + timedelta(days=1)) as page:
        expect(page.locator("article.record")).to_have_attribute("data-state", "review-due")
        expect(page.locator(".banner")).to_contain_text("核实")


def test_a_consultation_closes(browser: Browser, url: str, edition: Edition) -> None:
    one = next(one for one in edition.shown if one.is_consultation and one.days_left is not None)
    assert one.expires is not None
    with opened(browser, f"{url}r/{one.id}/", one.expires) as page:
        expect(page.locator("[data-consultation]")).to_contain_text("正在征求意见")
    with opened(browser, f"{url}r/{one.id}/", one.expires + timedelta(days=1)) as page:
        expect(page.locator("[data-consultation]")).to_contain_text("结束")


def of_every_kind(edition: Edition) -> list[Shown]:
    """Every record whose notice runs, and of the others one of each kind that the script tells apart."""
    found: list[Shown] = []
    kinds: Counter[object] = Counter()
    for one in edition.shown:
        record = one.record
        kind = (
            one.state,
            record.after_expiry,
            record.expires is None,
            record.review_by is None,
            one.is_consultation,
            bool(one.changes),
        )
        kinds[kind] += 1
        if one.state.is_running or kinds[kind] == 1:
            found.append(one)
    return found


@pytest.mark.parametrize("days", [0, 7, 400])
def test_every_kind_of_page_says_what_a_new_build_would_say(
    browser: Browser, url: str, library: Library, edition: Edition, days: int
) -> None:
    """Except for what only a build can know: records that appear, replace others or are withdrawn by then."""
    later = DAY + timedelta(days=days)
    future = library.for_edition("public", later)
    told_by_days = {
        one.id: one.state.value for one in (*future.shown, *future.stubs) if one.state is not State.WITHDRAWN
    }
    wrong = []
    with opened(browser, url, later) as page:
        for one in of_every_kind(edition):
            page.goto(f"{url}r/{one.id}/")
            state = page.locator("article.record").get_attribute("data-state")
            expected = told_by_days.get(one.id)
            if (
                expected is not None
                and state != expected
                and not (expected == "replaced" and one.state is not State.REPLACED)
            ):
                wrong.append((one.id, state, expected))
    assert wrong == []


def test_what_is_over_leaves_the_list_of_running_notices(browser: Browser, url: str, edition: Edition) -> None:
    with opened(browser, url, DAY) as page:
        count = page.locator("[data-running] li").count()
        running = len([one for one in edition.shown if one.state.is_running])
        assert count == min(running, 30)
        expect(page.get_by_text(f"没有列在这里的还有 {running - 30} 件")).to_have_count(int(running > 30))
    with opened(browser, url, DAY + timedelta(days=4000)) as page:
        expect(page.locator("[data-running] li")).to_have_count(0)
        expect(page.locator(".none-running")).to_be_visible()


@pytest.mark.parametrize(
    ("day", "listed", "more", "none"),
    [
        (date(2026, 12, 1), 30, True, False),
        (date(2026, 12, 2), 0, True, False),
        (date(2027, 6, 1), 0, True, False),
        (date(2027, 6, 2), 0, False, True),
    ],
)
def test_what_is_not_listed_is_not_forgotten(
    browser: Browser, crowded: str, day: date, listed: int, more: bool, none: bool
) -> None:
    """More notices run than the home page lists: when those that it lists are over, it does not say that none runs."""
    with opened(browser, crowded, day) as page:
        expect(page.locator("[data-running] li")).to_have_count(listed)
        expect(page.get_by_text("没有列在这里的还有 2 件")).to_have_count(int(more))
        expect(page.locator(".none-running")).to_be_visible(visible=none)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ends = ["2026-12-01"] * 30 + ["2027-01-01", "2027-06-01"]
    texts = [record(f"2026-{number:04}", 截止日期=end) for number, end in enumerate(ends, start=1)]
    with served(built(make_school(tmp_path_factory.mktemp("crowded"), *texts))) as address:
        yield address


CATALOGUE_DAYS = [
    (date(2020, 1, 1), "正常"),
    (date(2026, 11, 12), "正常"),
    (date(2026, 11, 13), "将到期"),
    (date(2026, 11, 27), "将到期"),
    (date(2026, 11, 28), "逾期"),
]


def test_the_catalogue_goes_on_to_what_is_due(browser: Browser, tmp_path: Path) -> None:
    account = record(事项="I46", 栏目="", 公布日期="2026-10-12", 期号="2026-09")
    school = SCHOOL + "ledger_since: 2026-09-01\n"
    root = make_school(tmp_path, account, school=school, catalogue="items:\n- {id: I46, audience: [社会]}\n")
    with served(built(root, date(2026, 11, 10))) as address:
        for day, state in CATALOGUE_DAYS:
            with opened(browser, f"{address}catalogue/", day) as page:
                expect(page.locator("#I46 .state")).to_have_text(state)
                expect(page.locator("#I21 .state")).to_have_text("空缺")
    with (
        served(built(root, date(2026, 11, 28))) as address,
        opened(browser, f"{address}catalogue/", CATALOGUE_DAYS[0][0]) as page,
    ):
        expect(page.locator("#I46 .state")).to_have_text("逾期")
