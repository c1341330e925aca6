"""What the two buttons put on the clipboard: letters of a table of records, as text and with their form.

Each record of golden/letters has its letter as text and as HTML beside it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building import DAY, PROJECT
from disclosure.pipeline import read_and_check, select
from disclosure.publishing.prints import print_pages
from sample import SCHOOL, make_school
from serving import served

pytestmark = pytest.mark.browser
GOLDEN = Path(__file__).parent / "golden/letters"
CASES = sorted(path.stem for path in GOLDEN.glob("*.md"))
FILES = {"a.csv": b"1,2\n" * 600, "说明.csv": b"1,2\n", "说明 一.csv": b"1\n", "a.png": b"\x89PNG\r\n\x1a\n"}
TOLD = "已复制，可以去粘贴了。"
LISTENER = """addEventListener('copy', event => window.copied = event.clipboardData && ['text/plain', 'text/html'].map(type => event.clipboardData.getData(type)))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print pages of all cases, each in a folder of its name, with the theme's assets."""
    root = make_school(
        tmp_path_factory.mktemp("letters"), school=f"{SCHOOL}phones: {{office: 0000-1, supervision: 0000-2}}\n"
    )
    for case in CASES:
        text = (GOLDEN / f"{case}.md").read_text(encoding="utf-8")
        folder = root / "data/records" / case
        folder.mkdir()
        (folder / "index.md").write_text(text, encoding="utf-8")
        for name in FILES:
            if name in text:
                (folder / name).write_bytes(FILES[name])
    reading = read_and_check(root, DAY)
    assert [problem for problem in reading.problems if problem.severity.value == "error"] == []
    for file in print_pages(select(reading.library, edition="public", today=DAY)):
        page = root / "site" / file.path
        page.parent.mkdir(parents=True)
        page.write_bytes(file.make())
    shutil.copytree(PROJECT / "themes/disclosure_theme/assets", root / "site/assets")
    return root / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that remembers what was put on the clipboard, below `copied`."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    found = context.new_page()
    found.clock.install(time=f"{DAY}T04:00:00Z")
    found.add_init_script(LISTENER)
    yield found
    context.close()


def number_of(case: str) -> str:
    return next(
        line[4:] for line in (GOLDEN / f"{case}.md").read_text(encoding="utf-8").splitlines() if line[:3] == "编号:"
    )


def copied(tab: Page, name: str) -> list[str]:
    """Text and HTML that a button puts on the clipboard."""
    tab.get_by_role("button", name=name).click()
    expect(tab.get_by_role("status")).to_have_text(TOLD)
    found: list[str] = tab.evaluate("copied")
    return found


@pytest.mark.parametrize("case", CASES)
def test_a_letter_is_copied(case: str, tab: Page, address: str) -> None:
    text, html = (
        (GOLDEN / f"{case}.{kind}").read_text(encoding="utf-8").removesuffix("\n") for kind in ("txt", "html")
    )
    tab.goto(f"{address}r/{number_of(case)}/print/#letter")
    assert copied(tab, "复制文字") == [text, ""]
    assert copied(tab, "复制图文") == [text, html]
    expect(tab.locator(".copy")).to_have_count(0)


def test_the_clipboard_has_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}r/{number_of('tables')}/print/#letter")
    assert tab.evaluate("navigator.clipboard.readText()") != copied(tab, "复制图文")[0]
    assert tab.evaluate("navigator.clipboard.readText()").startswith("几张表\n\n何时起：")
    rich = tab.evaluate("navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())")
    assert "<table" in rich and "text-align:right" in rich.replace(" ", "")


def test_a_page_that_was_opened_from_a_folder_gives_the_same(tab: Page, site: Path) -> None:
    tab.goto(f"{(site / 'r' / number_of('links') / 'print/index.html').as_uri()}#letter")
    assert copied(tab, "复制文字")[0] == (GOLDEN / "links.txt").read_text(encoding="utf-8").removesuffix("\n")


def test_where_a_script_may_only_select_the_browser_copies(tab: Page, address: str) -> None:
    """As on old Android."""
    tab.goto(f"{address}r/{number_of('fees')}/print/#letter")
    tab.evaluate("() => { Object.defineProperty(ClipboardEvent.prototype, 'clipboardData', {get: () => undefined}) }")
    tab.get_by_role("button", name="复制文字").click()
    assert tab.evaluate("navigator.clipboard.readText()") == (GOLDEN / "fees.txt").read_text(
        encoding="utf-8"
    ).removesuffix("\n")
    tab.get_by_role("button", name="复制图文").click()
    rich = tab.evaluate("navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())")
    assert "<table" in rich and "困难学生免收" in rich and "收费依据" in rich


@pytest.mark.parametrize("gives", ["return false", "throw Error()"], ids=["refused", "unknown"])
def test_where_a_script_may_not_copy_it_is_selected(gives: str, tab: Page, address: str) -> None:
    tab.goto(f"{address}r/{number_of('words')}/print/#letter")
    tab.evaluate(f"() => {{ document.execCommand = () => {{ {gives} }} }}")
    for name in ("复制文字", "复制图文"):
        tab.get_by_role("button", name=name).click()
        expect(tab.get_by_role("status")).to_have_text("已选中，请再按“复制”。")
        expect(tab.locator(".copy")).to_have_count(1)
        selected = tab.evaluate(
            "(b => b.value ? b.value.slice(b.selectionStart, b.selectionEnd) : getSelection().toString())(document.querySelector('.copy'))"
        )
        assert selected.startswith("关于午餐的说明") and selected.rstrip().endswith("示例学校　2026年9月1日")


BODIES = [
    ("<p>一</p>\n<p>二</p>", "一\n\n二"),
    ("<h2>标题</h2>\n<p>正文</p>", "标题\n\n正文"),
    ("<p>一<br>\n二</p>", "一\n二"),
    ("<p>一\n二</p>", "一 二"),
    ("<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>", "· 甲\n· 乙"),
    ("<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>", "1. 甲\n2. 乙"),
    ('<ol start="3">\n<li>甲</li>\n</ol>', "3. 甲"),
    ('<ol start="-3">\n<li>甲</li>\n</ol>', "1. 甲"),
    ("<ul>\n<li>甲\n<ul>\n<li>子</li>\n</ul>\n</li>\n<li>乙</li>\n</ul>", "· 甲\n　· 子\n· 乙"),
    ("<ul>\n<li><p>甲</p></li>\n<li><p>乙</p></li>\n</ul>", "· 甲\n· 乙"),
    ('<ul><li><input type="checkbox" checked="" disabled=""> 甲</li></ul>', "· ☑ 甲"),
    (
        "<table><thead><tr><th>餐</th><th>标准</th><th>单位</th></tr></thead><tbody><tr><td>早餐</td><td>5元</td><td>每餐</td></tr><tr><td>午餐</td><td>15元</td><td></td></tr></tbody></table>",
        "· 早餐：标准 5元；单位 每餐\n· 午餐：标准 15元",
    ),
    ("<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>", "· 甲　乙"),
    ("<p>前</p><table><thead><tr><th>单列</th></tr></thead><tbody><tr><td>甲</td></tr></tbody></table><p>后</p>", "前\n\n· 甲\n\n后"),
    ('<p>看<a href="https://school.example/">网页</a>。</p>', "看网页（https://school.example/）。"),
    ('<p><a href="https://school.example/">https://school.example/</a></p>', "https://school.example/"),
    ('<p><a href="mailto:a@b.example">a@b.example</a></p>', "a@b.example"),
    ('<p>看<a>没有地址的</a>。</p>', "看没有地址的。"),
    ('<p>话<sup><a href="#fn-1">1</a></sup></p><ol><li>注 <a href="#fnref-1">↩</a></li></ol>', "话〔1〕\n\n1. 注"),
    ('<p><img src="a.png" alt="流程图"></p>', "（图：流程图）"),
    ('<p>一<img src="a.png"></p>', "一"),
    ("<blockquote>\n<p>引文</p>\n</blockquote>", "　　引文"),
    ("<pre><code>a  b\nc</code></pre>", "a  b\nc"),
    ("<hr>", "——————"),
    ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
    ("文字 <strong>重</strong>点", "文字 重点"),
    ("<details><summary>问</summary>答<!-- 注 --></details>", "问\n\n答"),
]  # fmt: skip


def test_text_of_bodies(tab: Page, address: str) -> None:
    tab.goto(f"{address}r/{number_of('consultation')}/print/#letter")
    wrong = {}
    for html, text in BODIES:
        tab.evaluate("html => { document.querySelector('.body').innerHTML = html; }", html)
        _, _, *found, _ = copied(tab, "复制文字")[0].split("\n\n")
        if "\n\n".join(found) != text:
            wrong[html] = found
    assert wrong == {}
