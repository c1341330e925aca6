"""The screen in the hall in a real browser: it turns by itself, forgets what is over, and outlives its network."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from building import DAY, PROJECT, built
from disclosure.domain.edition import Edition
from sample import make_school, record

pytestmark = pytest.mark.browser

SIZES = {"lying": (1920, 1080), "upright": (1080, 1920), "phone": (390, 844)}
TURN = 12_000
ASK = 300_000
BLOCKED = "Service Worker registration blocked by Playwright"


@dataclass(slots=True)
class Hall:
    """A screen with its server, which can be switched off and on."""

    page: Page
    context: BrowserContext
    folder: Path
    server: Server
    wrong: list[str]


class Server:
    """A server of a folder on a port that stays the same."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port = folder, 0
        self.on()

    def on(self) -> None:
        """Begin to answer."""
        handler = partial(_Quiet, directory=str(self._folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def off(self) -> None:
        """Answer nobody."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Of the screen, below a sub-path."""
        return f"http://127.0.0.1:{self._port}/xwgk/screen/"


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def opened(
    browser: Browser, site: Path, *, day: date = DAY, size: str = "lying", script: bool = True, worker: bool = False,
    motion: str = "no-preference",
) -> Iterator[Hall]:  # fmt: skip
    """A screen at noon of a day; with a worker only where asked, since it answers in the server's place."""
    folder = site.parent / f"hall-{size}-{worker}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder / "xwgk")
    server = Server(folder)
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=script, reduced_motion=motion,
        service_workers="allow" if worker else "block", locale="zh-CN",
    )  # fmt: skip
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.clock.install(time=noon(day))
    page.goto(server.url)
    wrong[:] = [one for one in wrong if one != BLOCKED]
    try:
        yield Hall(page=page, context=context, folder=folder / "xwgk", server=server, wrong=wrong)
    finally:
        context.close()
        server.off()


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Builds a small school: records in files of their own."""

    def make(*texts: str, name: str = "school", day: date = DAY) -> Path:
        return built(make_school(tmp_path / name, *texts), day)

    return make


def noon(day: date) -> datetime:
    """Noon in Shanghai."""
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def shown(page: Page) -> str:
    return page.locator(".card.now h3").inner_text()


def notices(*days: str) -> list[str]:
    return [record(f"2026-000{number}", 截止日期=day) for number, day in enumerate(days, 1)]


@pytest.mark.parametrize("size", SIZES)
def test_all_notices_of_the_example_school_pass_by_and_fit(size: str, browser: Browser, edition: Edition) -> None:
    running = [one for one in edition.shown if one.state.is_running]
    assert len(running) > 3
    with opened(browser, built(PROJECT), size=size) as hall:
        page, seen = hall.page, []
        for number in range(1, len(running) + 1):
            expect(page.locator("[data-progress]")).to_have_text(f"第 {number} 件，共 {len(running)} 件")
            seen.append(shown(page))
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            assert page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
            cut = """Array.from(document.querySelectorAll('.now, .now .told, .now .side')).filter(
                one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).length"""
            assert page.evaluate(cut) == 0
            expect(page.locator(".card:visible")).to_have_count(1)
            expect(page.locator(".card.now svg")).to_be_in_viewport(ratio=1)
            page.clock.run_for(TURN)
        assert sorted(seen) == sorted(one.title for one in running)
        assert shown(page) == seen[0]
        assert hall.wrong == []


@pytest.mark.parametrize("size", ["lying", "upright"])
def test_it_can_be_read_from_five_metres(size: str, browser: Browser) -> None:
    """A fortieth of the shorter side and more: 17 mm on a screen of 55 inches; titles twice as large."""
    with opened(browser, built(PROJECT), size=size) as hall:
        for _ in range(24):
            letters = "Array.from(document.querySelectorAll('.now p, .now dd, .now h3'), one => parseFloat(getComputedStyle(one).fontSize))"
            assert min(hall.page.evaluate(letters)) >= 1080 / 40
            assert hall.page.locator(".now h3").evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 54
            hall.page.clock.run_for(TURN)


@pytest.mark.parametrize("size", SIZES)
def test_texts_of_any_length_fit(size: str, browser: Browser, site: Callable[..., Path]) -> None:
    fees = ", ".join(
        f"{{项目: 很长的收费项目名称{n}, 标准: 按物价部门核定的标准据实结算, 计费单位: 每人每学期}}" for n in range(6)
    )
    long = record(
        标题="关于很长的事项的公示" * 12,
        概述="很长的概述。" * 60,
        收费=f"[{fees}]",
        责任部门="很长的部门名称" * 5,
        截止日期="2026-12-31",
    )
    with opened(browser, site(long), size=size) as hall:
        assert hall.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert hall.page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
        expect(hall.page.locator(".card.now svg")).to_be_in_viewport(ratio=1)
        expect(hall.page.locator(".card.now h3")).to_be_in_viewport()
        expect(hall.page.locator(".now [data-days-left]")).to_be_in_viewport(ratio=1)


def test_days_are_counted_and_what_is_over_goes(browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-24", "2026-11-30"), record("2026-0009", 标题="长期"))) as hall:
        page = hall.page
        expect(page.locator(".now [data-days-left]")).to_have_text("还有 1 天")
        page.clock.fast_forward(timedelta(days=1) // timedelta(milliseconds=1))
        page.clock.run_for(2 * TURN)
        expect(page.locator("[data-progress]")).to_contain_text("共 2 件")
        expect(page.locator(".now [data-days-left]")).to_have_text("今天截止")
        page.clock.fast_forward(timedelta(days=1) // timedelta(milliseconds=1))
        page.clock.run_for(1000)
        assert shown(page) == "第2026-0002件"
        expect(page.locator("[data-progress]")).to_have_text("第 1 件，共 1 件")
        assert "2026-0001" not in page.content()
        expect(page.get_by_role("heading", name="正在公示")).to_be_visible()
        page.clock.fast_forward(timedelta(days=6) // timedelta(milliseconds=1))
        page.clock.run_for(1000)
        assert shown(page) == "长期"
        expect(page.get_by_role("heading", name="长期公开")).to_be_visible()
        expect(page.get_by_role("heading", name="正在公示")).to_be_hidden()


def test_when_all_is_over_it_says_so(browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-24")), day=date(2026, 11, 25)) as hall:
        expect(hall.page.get_by_role("heading", name="目前没有正在公示的事项")).to_be_visible()
        expect(hall.page.locator(".card")).to_have_count(0)
        hall.page.clock.run_for(3 * TURN)
        assert hall.wrong == []


def test_a_clock_that_lost_its_time_brings_nothing_back(browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-30")), day=date(1970, 1, 3)) as hall:
        expect(hall.page.locator(".now [data-days-left]")).to_have_text("还有 7 天")


def test_the_clock_shows_the_time_in_shanghai(browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-30"))) as hall:
        expect(hall.page.locator("[data-clock]")).to_have_text("2026年11月23日 星期一 12:00")
        hall.page.clock.run_for(61_000)
        expect(hall.page.locator("[data-clock]")).to_have_text("2026年11月23日 星期一 12:01")


def test_a_new_page_takes_its_place_by_itself(browser: Browser, site: Callable[..., Path]) -> None:
    first, second = site(*notices("2026-11-30")), site(*notices("2026-11-30", "2026-11-29"), name="later")
    with opened(browser, first) as hall:
        expect(hall.page.locator("[data-progress]")).to_contain_text("共 1 件")
        shutil.copy(second / "screen/index.html", hall.folder / "screen/index.html")
        hall.page.clock.run_for(ASK)
        expect(hall.page.locator("[data-progress]")).to_contain_text("共 2 件")
        assert shown(hall.page) == "第2026-0002件"
        hall.page.clock.run_for(TURN)
        assert shown(hall.page) == "第2026-0001件"
        assert hall.wrong == []


def test_a_new_page_with_a_new_look_takes_that_over_too(browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-30", "2026-11-29"))) as hall:
        page = hall.folder / "screen/index.html"
        text = page.read_text()
        looks = re.sub(r"(screen\.(?:css|js)\?)\w+", r"\1new", text)
        page.write_text(re.sub(r'data-version="\w+"', 'data-version="new"', looks))
        (hall.folder / "assets/screen.css").write_text("body { background: rgb(1, 2, 3) }")
        script = hall.folder / "assets/screen.js"
        script.write_text(script.read_text().replace("TURN = 12", "TURN = 30"))
        hall.page.clock.run_for(ASK)
        expect(hall.page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")
        expect(hall.page.locator("link[rel=stylesheet]")).to_have_count(1)
        expect(hall.page.locator("script")).to_have_count(1)
        before = shown(hall.page)
        hall.page.clock.run_for(20_000)
        assert shown(hall.page) == before
        hall.page.clock.run_for(11_000)
        assert shown(hall.page) != before


@pytest.mark.parametrize("answer", ["<html><title>portal</title><p>please log in</p></html>", ""])
def test_what_is_no_screen_changes_nothing(answer: str, browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-30"))) as hall:
        (hall.folder / "screen/index.html").write_text(answer)
        hall.page.clock.run_for(ASK + TURN)
        assert shown(hall.page) == "第2026-0001件"
        assert hall.wrong == []


def test_without_network_it_goes_on(browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-25", "2026-12-31"))) as hall:
        hall.server.off()
        hall.page.clock.run_for(ASK + TURN)
        assert shown(hall.page) in ("第2026-0001件", "第2026-0002件")
        hall.page.clock.fast_forward(timedelta(days=7) // timedelta(milliseconds=1))
        hall.page.clock.run_for(TURN)
        expect(hall.page.locator("[data-progress]")).to_have_text("第 1 件，共 1 件")
        hall.server.on()


def test_it_starts_again_without_network(browser: Browser, site: Callable[..., Path]) -> None:
    """A power cut while the network is away: the worker has the last good page, and the clock drops what is over."""
    with opened(browser, site(*notices("2026-11-25", "2026-12-31")), worker=True) as hall:
        ready(hall.page)
        hall.server.off()
        hall.page.reload()
        expect(hall.page.locator("[data-progress]")).to_have_text("第 1 件，共 2 件")
        expect(hall.page.locator(".card.now")).to_have_css("display", "flex")
        hall.page.clock.run_for(TURN)
        assert shown(hall.page) == "第2026-0002件"
        hall.page.clock.set_system_time(noon(date(2026, 11, 30)))
        hall.page.reload()
        expect(hall.page.locator("[data-progress]")).to_have_text("第 1 件，共 1 件")
        hall.server.on()


def test_the_worker_keeps_what_is_newest_and_is_ours(browser: Browser, site: Callable[..., Path]) -> None:
    first, second = site(*notices("2026-11-30")), site(*notices("2026-11-30", "2026-11-29"), name="later")
    with opened(browser, first, worker=True) as hall:
        ready(hall.page)
        place = hall.folder / "screen/index.html"
        shutil.copy(second / "screen/index.html", place)
        hall.page.reload()
        expect(hall.page.locator("[data-progress]")).to_contain_text("共 2 件")
        place.write_text("<title>portal</title><p>please log in</p>")
        hall.page.reload()
        expect(hall.page.locator("[data-progress]")).to_contain_text("共 2 件")
        hall.server.off()
        hall.page.reload()
        expect(hall.page.locator("[data-progress]")).to_contain_text("共 2 件")
        kept = "caches.keys().then(keys => Promise.all(keys.map(key => caches.open(key).then(cache => cache.keys())))).then(all => all.flat().map(one => new URL(one.url).pathname))"
        assert sorted(hall.page.evaluate(kept)) == [
            "/xwgk/assets/favicon.svg", "/xwgk/assets/screen.css", "/xwgk/assets/screen.js", "/xwgk/screen/",
        ]  # fmt: skip
        hall.server.on()


def test_the_worker_looks_after_no_other_page(browser: Browser) -> None:
    with opened(browser, built(PROJECT), worker=True) as hall:
        ready(hall.page)
        scope = "navigator.serviceWorker.getRegistrations().then(all => all.map(one => new URL(one.scope).pathname))"
        assert hall.page.evaluate(scope) == ["/xwgk/screen/"]
        hall.page.goto(hall.server.url + "../")
        assert hall.page.evaluate("navigator.serviceWorker.controller") is None


def ready(page: Page) -> None:
    """Wait until the worker has the page."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


@pytest.mark.parametrize("size", SIZES)
def test_without_javascript_all_cards_stand_in_a_list(size: str, browser: Browser, edition: Edition) -> None:
    running = [one for one in edition.shown if one.state.is_running]
    with opened(browser, built(PROJECT), size=size, script=False) as hall:
        expect(hall.page.locator(".card:visible")).to_have_count(len(running))
        for one in running:
            link = hall.page.get_by_role("link", name=one.title, exact=True)
            expect(link).to_have_attribute("href", f"../r/{one.id}/")
        expect(hall.page.locator("button")).to_be_hidden()
        widest = (
            "Math.max(...Array.from(document.querySelectorAll('body *'), one => one.getBoundingClientRect().right))"
        )
        assert hall.page.evaluate(widest) <= SIZES[size][0]


def test_nothing_moves_for_those_who_do_not_want_it_and_yet_it_turns(
    browser: Browser, site: Callable[..., Path]
) -> None:
    with opened(browser, site(*notices("2026-11-30", "2026-12-31")), motion="reduce") as hall:
        for part in (".card.now", ".elapsed"):
            expect(hall.page.locator(part)).to_have_css("animation-name", "none")
        before = shown(hall.page)
        hall.page.clock.run_for(TURN)
        assert shown(hall.page) != before


def test_whoever_reads_slowly_can_hold_it(browser: Browser, site: Callable[..., Path]) -> None:
    with opened(browser, site(*notices("2026-11-30", "2026-12-31"))) as hall:
        hall.page.keyboard.press("Tab")
        button = hall.page.get_by_role("button", name="暂停")
        expect(button).to_be_focused()
        expect(button).to_have_css("opacity", "1")
        before = shown(hall.page)
        hall.page.keyboard.press("Enter")
        hall.page.clock.run_for(3 * TURN)
        assert shown(hall.page) == before
        hall.page.get_by_role("button", name="继续").press("Enter")
        hall.page.clock.run_for(TURN)
        assert shown(hall.page) != before


def test_a_touch_leads_nowhere(browser: Browser) -> None:
    with opened(browser, built(PROJECT)) as hall:
        hall.page.locator(".now h3").click()
        assert hall.page.url == hall.server.url
        expect(hall.page.get_by_role("link")).to_have_count(0)


def test_it_turns_when_opened_from_a_folder(browser: Browser, edition: Edition) -> None:
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.clock.install(time=noon(DAY))
    page.goto((built(PROJECT) / "screen/index.html").as_uri())
    first = shown(page)
    page.clock.run_for(TURN)
    assert shown(page) != first
    page.clock.run_for(ASK)
    assert wrong == []
    context.close()
