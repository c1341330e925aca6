"""意见和整改 in a browser: on every page of a story, with links that lead on, and with days that go on without a new build."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from building import DAY, built
from sample import make_school, record
from serving import served

pytestmark = pytest.mark.browser

OPINIONS = """\
- {编号: YJ1, 收到日期: 2026-11-02, 来源: 意见箱, 意见: 人工费怎样算的, 记录: 2026-0001, 责任部门: 总务处, 答复日期: 2026-11-05,
   答复: 按餐次分摊, 处理结果: 采纳改正, 更正: 2026-0002, 再公布: 2026-0003}
- {编号: YJ2, 收到日期: 2026-11-16, 来源: 来信, 意见: 水电费呢, 记录: 2026-0002}
"""
LIMIT = date(2026, 11, 30)
"""Ten working days after 16 November."""


def noon(day: date) -> datetime:
    """Noon in Shanghai."""
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = [
        record(), record("2026-0002", 公布日期="2026-11-06", 更正="2026-0001"), record("2026-0003", 公布日期="2026-11-09"),
        record("2026-0004", 公布日期="2026-10-20", 截止日期="2026-11-10", 环节="征求意见"),
    ]  # fmt: skip
    root = make_school(tmp_path_factory.mktemp("chain"), *records, catalogue="公开的登记册: [意见登记册]\n")
    (root / "data/registers").mkdir()
    (root / "data/registers/opinions.yml").write_text(OPINIONS)
    return root


@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desk"])
def test_the_story_can_be_followed_from_each_of_its_pages(browser: Browser, school: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    with served(built(school)) as address:
        for number in ("2026-0001", "2026-0002", "2026-0003"):
            page.goto(f"{address}r/{number}/")
            story = page.locator("section", has=page.get_by_role("heading", name="意见和整改"))
            expect(story.locator("li")).to_have_count(6)
            expect(story.locator("li[aria-current]")).to_contain_text("本页")
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        story.get_by_role("link", name="YJ1（意见箱）").click()
        expect(page.locator("#YJ1")).to_contain_text("人工费")
        page.goto(f"{address}r/2026-0003/")
        page.get_by_role("link", name="第2026-0002件").first.click()
        expect(page.get_by_role("heading", name="意见和整改")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (DAY, "还没有答复，应在 2026年11月30日以前答复。"),
        (LIMIT, "还没有答复，应在 2026年11月30日以前答复。"),
        (LIMIT + timedelta(days=1), "已超过答复期限 1 天（按 2026年12月1日计），本页更新时还没有答复。"),
        (LIMIT + timedelta(days=40), "已超过答复期限 40 天（按 2027年1月9日计），本页更新时还没有答复。"),
        (date(2020, 1, 1), "还没有答复，应在 2026年11月30日以前答复。"),
    ],
)
def test_an_answer_that_is_owed_is_counted_by_the_clock_of_the_reader(
    browser: Browser, school: Path, day: date, words: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=noon(day))
    with served(built(school)) as address:
        page.goto(f"{address}r/2026-0002/")
        expect(page.locator("[data-reply-by]")).to_have_text(words)
    context.close()


@pytest.mark.parametrize(("day", "is_late"), [(DAY, False), (date(2026, 12, 8), False), (date(2026, 12, 9), True)])
def test_a_result_that_is_owed_too(browser: Browser, school: Path, day: date, is_late: bool) -> None:
    """Twenty working days after 10 November are 8 December."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=noon(day))
    with served(built(school)) as address:
        page.goto(f"{address}r/2026-0004/")
        expect(page.locator("[data-result-due]")).to_contain_text("2026年12月8日以前公布")
        assert ("已经过了期限" in page.locator("[data-result-due]").inner_text()) is is_late
    context.close()
