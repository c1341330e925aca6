"""写记录: what is typed into the form comes back from the strict reader as it was typed, and the file passes the checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser_compose import HOSTILE, hostile_values
from building import DAY, built
from disclosure.domain.characters import without_controls
from disclosure.pipeline import read_and_check
from disclosure.reading import values
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.form import Findings, Form, Part, read_form
from disclosure.reading.front_matter import split
from disclosure.reading.nodes import Mapping, Node, Sequence
from disclosure.reading.record_keys import RECORD
from disclosure.rendering.markdown import render_body
from registry import npm_file
from sample import SCHOOL, make_school, record
from serving import served

pytestmark = pytest.mark.browser

REPOSITORY = "仓库: {平台: gitlab, 网址: 'https://git.school.example/office/disclosure'}\n"
SCHOOL_TEXT = f"{SCHOOL}电话: {{监督: 0000-5550102}}\n{REPOSITORY}"
AXE = "axe-core@4.14.1"
RUN_AXE = """() => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(found =>
    found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(" ")).slice(0, 5).join(" | ")}`))"""


@dataclass(frozen=True, slots=True)
class Place:
    root: Path
    url: str
    site: Path


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A school with one record and the standard catalogue; its page for the staff, served."""
    root = make_school(tmp_path_factory.mktemp("compose") / "school", record("2026-0007"), school=SCHOOL_TEXT)
    site = built(root, DAY, "internal")
    with served(site) as address:
        yield Place(root, f"{address}compose/", site)


@pytest.fixture(scope="module")
def shared(browser: Browser, school: Place) -> Iterator[Page]:
    """One open page for everything that is filled in by script."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    tab = context.new_page()
    tab.goto(school.url)
    yield tab
    context.close()


def reach(page: Page, selector: str) -> None:
    """Press Tab until a control has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def type_day(page: Page, selector: str, day: str) -> None:
    """Type a date into the browser's own field, in whatever order its language has."""
    reach(page, selector)
    year, month, date = day.split("-")
    for keys in (year + month + date, month + date + year, date + month + year):
        page.keyboard.type(keys)
        if page.evaluate("document.activeElement.value") == day:
            return
        for _ in range(3):
            page.keyboard.press("Delete")
            page.keyboard.press("ArrowLeft")
    raise AssertionError(f"no way to type {day}")


def test_a_fee_notice_is_written_with_the_keyboard_alone(page: Page, school: Place, tmp_path: Path) -> None:
    page.goto(school.url)
    reach(page, "#compose-find")
    page.keyboard.type("I42")
    page.keyboard.press("Enter")
    expect(page.locator("#c-title")).to_be_focused()
    page.keyboard.type("2026年秋季学期“收费”公示: 第 1 批 #2")
    reach(page, "#c-issue")
    page.keyboard.type("2026-2027学年第一学期")
    for name, text in {"name": "伙食费", "standard": "15元", "unit": "每餐", "basis": "示例市学生餐管理办法: 第三条", "document": "示发改价〔2026〕8号",
                       "scope": "自愿在校就餐的学生"}.items():  # fmt: skip
        reach(page, f"[id^='c-fees-{name}-']")
        page.keyboard.type(text)
    reach(page, ".c-add")
    page.keyboard.press("Enter")
    for name, text in {"name": "校服费", "standard": "免费", "unit": "每套"}.items():
        if name != "name":
            reach(page, f"[id^='c-fees-{name}-']")
        page.keyboard.type(text)
    reach(page, "#compose-body")
    page.keyboard.type("**标准：**每生每餐 15 元。\n\n- 自愿\n- 按月结算 😀")
    for name, day in (("程以宁", "2026-11-20"), ("沈砚秋", "2026-11-21")):
        reach(page, "[id^='c-signoffs-name-']")
        page.keyboard.type(name)
        type_day(page, "[id^='c-signoffs-date-']", day)
    reach(page, "#compose-download")
    expect(page.locator("#compose-state")).to_have_text("都填好了。")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "2026-0008.md"
    expect(page.locator("#compose-path")).to_have_text("data/records/2026/2026-0008.md")
    root = make_school(tmp_path / "school", record("2026-0007"), school=SCHOOL_TEXT)
    (root / "data/records/2026").mkdir()
    download.value.save_as(root / "data/records/2026/2026-0008.md")
    reading = read_and_check(root, DAY)
    written = reading.library.records["2026-0008"]
    assert [one for one in reading.problems if "2026-0008" in str(one.path)] == []
    assert (written.title, written.item, written.published, written.department) == (
        "2026年秋季学期“收费”公示: 第 1 批 #2",
        "I42",
        DAY,
        "总务处",
    )
    assert [(fee.name, fee.standard, fee.unit, fee.basis) for fee in written.fees] == [
        ("伙食费", "15元", "每餐", "示例市学生餐管理办法: 第三条"), ("校服费", "免费", "每套", ""),
    ]  # fmt: skip
    assert [(one.role, one.name, one.day.isoformat()) for one in written.signoffs] == [
        ("监督小组", "程以宁", "2026-11-20"), ("校长", "沈砚秋", "2026-11-21"),
    ]  # fmt: skip
    assert reading.library.bodies["2026-0008"].strip() == "**标准：**每生每餐 15 元。\n\n- 自愿\n- 按月结算 😀"


def folded(text: str) -> str:
    return " ".join(without_controls(text).split())


def told(node: Node, form: Form) -> dict[str, Any]:
    """What the reader finds in a mapping, as text by English key."""
    assert isinstance(node, Mapping)
    found: dict[str, Any] = {}
    for spelling, child in node.values.items():
        key = form.spelled[spelling]
        if isinstance(key, Part):
            nodes = child.items if isinstance(child, Sequence) else (child,)
            rows = [told(one, key.form) for one in nodes]
            found[key.name] = rows if key.many else rows[0]
        else:
            found[key.name] = values.text(child)
    return found


def without_empty(given: Any) -> Any:
    """What was typed, without what was left empty, folded to lines as the form says it will be."""
    if isinstance(given, dict):
        kept = {key: without_empty(value) for key, value in given.items() if key != "body"}
        return {key: value for key, value in kept.items() if value}
    if isinstance(given, list):
        return [row for row in map(without_empty, given) if row]
    return folded(given)


def test_an_item_is_found_by_what_people_call_it(page: Page, school: Place) -> None:
    page.goto(school.url)
    for typed, wanted in (
        ("i42", "I42"),
        ("收费 标准", "I42"),
        ("收费公示", "I42"),
        ("食堂吃饭", "I46"),
        ("乌有之乡", ""),
    ):
        page.locator("#compose-find").fill(typed)
        found = page.locator("#compose-items button:visible").evaluate_all("all => all.map(one => one.dataset.item)")
        assert (wanted in found) if wanted else not found, typed


def test_every_item_and_every_field_comes_back_as_it_was_typed(shared: Page, school: Place, tmp_path: Path) -> None:
    catalogue = read_catalogue(school.root / "data/catalogue.yml", root=school.root)
    items = [item.id for item in catalogue.items.values() if item.enabled]
    cases = [hostile_values(number, item=item) for number, item in enumerate([*items, ""])]
    seen = {value for case in cases for value in case.values() if isinstance(value, str)}
    assert set(HOSTILE) <= seen, "every hostile text is typed somewhere"
    made = shared.evaluate("""cases => cases.map(values => {
        Compose.page.fill(values);
        return [Compose.page.values(), Compose.page.text(), Compose.page.place()];
    })""", cases)  # fmt: skip
    for case, (typed, text, _) in zip(cases, made, strict=True):
        document = split(text)
        assert told(document.fields, RECORD) == without_empty(typed)
        assert document.body.strip("\n") == without_controls(case["body"]).strip("\n")
        assert typed["summary"] == case["summary"], "a field of several lines keeps them while one types"
        findings = Findings(path=PurePosixPath("x.md"))
        read_form(document.fields, RECORD, findings)
        assert findings.problems == []
    root = make_school(tmp_path / "school", school=SCHOOL_TEXT)
    for case, (_, text, place) in zip(cases, made, strict=True):
        folder = root / place["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / place["name"]).write_text(text)
        for row in case["attachments"]:
            (folder / folded(row["file"])).write_bytes(b"x")
    library = read_and_check(root, DAY).library
    assert {one.title for one in library.records.values()} == {
        folded(case["title"].replace("\n", "")) for case in cases
    }


@pytest.mark.parametrize(
    ("host", "url", "has_text"),
    [
        ("github", "https://h.example/s/d/new/main?filename=data%2Frecords%2F2026%2F2026-0008.md&value=---%0A%E6%A0%87%E9%A2%98", True),
        ("forgejo", "https://h.example/s/d/_new/main/data/records/2026?filename=2026-0008.md&value=---%0A%E6%A0%87%E9%A2%98", True),
        ("gitlab", "https://h.example/s/d/-/new/main/data/records?file_name=2026%2F2026-0008.md", False),
        ("gitee", "https://h.example/s/d/new/main/data/records", False),
    ],
)  # fmt: skip
def test_the_hosts_page_for_a_new_file(shared: Page, host: str, url: str, has_text: bool) -> None:
    repository = {"host": host, "url": "https://h.example/s/d", "branch": "main"}
    place = {"folder": "data/records/2026", "name": "2026-0008.md"}
    ask = "([repository, place, text]) => Compose.newFile(repository, place, text)"
    short = shared.evaluate(ask, [repository, place, "---\n标题"])
    assert (short["url"], short["hasText"]) == (url, has_text)
    long = shared.evaluate(ask, [repository, place, "字" * 2000])
    assert not long["hasText"] and len(long["url"]) < 200 and "Ctrl+V" in long["says"]
    assert shared.evaluate(ask, [{"host": "none", "url": "", "branch": "main"}, place, ""]) is None


FEES: dict[str, Any] = {
    "item": "I42", "title": "收费", "published": "2026-11-23", "department": "总务处", "id": "2026-0008", "issue": "2026年秋季",
    "fees": [{"name": "伙食费", "standard": "15元", "unit": "每餐", "document": "8号", "scope": "就餐的学生"}],
    "signoffs": [{"role": "监督小组", "name": "程以宁", "date": "2026-11-20"}, {"role": "校长", "name": "沈砚秋", "date": "2026-11-20"}], "body": "正文",
}  # fmt: skip
SAID = {
    "nothing": ({}, set()),
    "no title": ({"title": ""}, {("title", "missing")}),
    "number taken": ({"id": "2026-0007"}, {("id", "wrong")}),
    "number that is none": ({"id": "第8号"}, {("id", "wrong")}),
    "unknown number": ({"replaces": "2025-0001"}, {("replaces", "warning")}),
    "known number": ({"corrects": "2026-0007"}, set()),
    "end before beginning": ({"expires": "2026-11-01"}, {("expires", "wrong")}),
    "formed later": ({"formed": "2026-12-01"}, {("formed", "wrong")}),
    "year": ({"review_by": "2089-01-01"}, {("review_by", "wrong")}),
    "span": ({"notice_period": "两周"}, {("notice_period", "wrong")}),
    "amount without unit": ({"amount": "58000"}, {("amount", "wrong")}),
    "amount": ({"amount": "¥５．８万元"}, {("amount", "good")}),
    "count": ({"people": "九十"}, {("people", "wrong")}),
    "item asks for more": ({"issue": ""}, {("issue", "missing")}),
    "who signs": ({"signoffs": []}, {("signoffs", "missing")}),
    "signed later": ({"published": "2026-11-01"}, {("signoffs.0.date", "warning"), ("signoffs.1.date", "warning")}),
    "fee without basis": ({"fees": [{"name": "甲", "standard": "1元", "unit": "天", "scope": "乙"}]}, {("fees.0.basis", "missing"), ("fees.0.document", "missing")}),
    "part of a row": ({"changes": [{"note": "甲"}]}, {("changes.0.date", "missing")}),
    "too short": ({"item": "I47", "notice_period": "3天"}, {("notice_period", "wrong")}),
    "long enough": ({"item": "I47", "notice_period": "7天"}, set()),
    "list without end": ({"item": "I40", "expires": "长期"}, {("notice_period", "missing")}),
    "what is to be taken down has an end": ({"after_expiry": "撤下"}, {("notice_period", "warning")}),
    "list that stays": ({"item": "I40", "notice_period": "5个工作日", "after_expiry": "往期"}, {("after_expiry", "wrong")}),
    "list that tells too much": ({"item": "I40", "notice_period": "5个工作日", "body": "|姓名|民族|\n|-|-|\n|王思源|汉|"}, {("body", "wrong")}),
    "no item": ({"item": ""}, {("column", "missing")}),
    "a person's number": ({"body": "电话 13800001234"}, {("body", "wrong")}),
    "a number in a row": ({"fees": [FEES["fees"][0] | {"relief": "找 13800001234"}]}, {("fees.0.relief", "wrong")}),
    "the school's own number": ({"body": "电话 0000-5550102"}, set()),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), SAID.values(), ids=SAID)
def test_what_is_said_while_somebody_types(
    shared: Page, change: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    found = shared.evaluate("values => { Compose.page.fill(values); return Compose.page.findings(); }", FEES | change)
    assert {(".".join(map(str, one["path"])), one["weight"]) for one in found} == expected


def test_a_gap_is_told_beside_its_field_once_somebody_was_there(page: Page, school: Place) -> None:
    page.goto(school.url)
    page.fill("#compose-find", "招生计划")
    page.locator("[data-item=I39]").click()
    expect(page.locator("#compose-state")).to_contain_text("要填好或改好")
    expect(page.locator("#c-title-says")).to_be_hidden()
    page.locator("#c-department").focus()
    page.clock.run_for(300)
    page.locator("#c-department").fill("教务处")
    page.clock.run_for(300)
    expect(page.locator("#c-title-says")).to_have_text("还没有填标题")
    expect(page.locator("#c-title")).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="标题：还没有填标题").click()
    expect(page.locator("#c-title")).to_be_focused()


def test_what_was_typed_is_there_again_until_it_is_cleared(page: Page, school: Place) -> None:
    page.goto(school.url)
    page.locator("[data-item=I58]").click()
    page.locator("#c-title").fill("没写完的采购公告")
    page.clock.run_for(300)
    page.reload()
    expect(page.locator("#c-title")).to_have_value("没写完的采购公告")
    expect(page.locator("#compose-kept")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清空，重新开始").click()
    page.reload()
    expect(page.locator("#compose-find")).to_be_visible()
    expect(page.locator("#c-title")).to_be_hidden()


PASTED = {
    "table": ("<table><tr><th>项目</th><th>金额</th></tr><tr><td>甲|乙</td><td>1</td></tr></table>", "| 项目 | 金额 |\n| --- | --- |\n| 甲\\|乙 | 1 |"),
    "merged": ("<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>", "| 甲 | 1 |\n| --- | --- |\n|  | 2 |"),
    "list": ("<ul><li>甲<ul><li>乙</li></ul></li></ul><ol><li>一</li><li>二</li></ol>", "- 甲\n  - 乙\n\n1. 一\n2. 二"),
    "Word": ("<p class=MsoListParagraph><span style='mso-list:Ignore'>1.</span>甲</p><p class=MsoListParagraph><span style='mso-list:Ignore'>2.</span>乙</p><p>丙</p>",
             "1. 甲\n2. 乙\n\n丙"),
    "words": ("<h1>标题</h1><p>一<b>二</b>三 <a href='https://a.example/'>四</a></p>", "## 标题\n\n一**二**三 [四](https://a.example/)"),
    "script": ("<p><b>甲</b></p><script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>", "**甲**"),
}  # fmt: skip


@pytest.mark.parametrize(("html", "markdown"), PASTED.values(), ids=PASTED)
def test_what_office_programs_copy_becomes_markdown(shared: Page, html: str, markdown: str) -> None:
    assert shared.evaluate("html => Compose.markdownOf(html).text", html) == markdown
    assert shared.evaluate("window.pwned") is None


BODIES = [
    "## 标题\n\n**收费标准：**每生 15 元，*自愿*。\n\n- 甲\n- 乙\n", "| 甲 | 乙 |\n|--|--:|\n| 1 | 2 |\n", "- [x] 完成\n- [ ] 没有\n", "~~旧~~ 见 https://a.example/x 。\n",
    "1. 一\n2. 二\n\n> 引用\n\n`代码 **不粗：**字`\n", "收费**“标准”**每生\n",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_the_preview_says_what_the_site_will_say(shared: Page, body: str) -> None:
    shown = shared.evaluate(
        """body => { const box = document.createElement("div"); box.innerHTML = Compose.bodyHtml(body, () => false); return box.innerHTML; }""",
        body,
    )
    expected = render_body(body, link_to=lambda _: None)

    def bare(html: str) -> str:
        """Words and tags; headings count from another level, and links open beside."""
        html = re.sub(r"<(/?)h\d", r"<\1h", html)
        return re.sub(r"\s+", "", re.sub(r"<(\w+)(?: [^>]*)?>", r"<\1>", html)).replace("<tbody></tbody>", "")

    assert bare(shown) == bare(expected)


def test_nothing_in_a_preview_runs_or_asks_another_host(page: Page, school: Place) -> None:
    page.goto(school.url)
    body = "<img src=https://evil.example/x.png onerror='window.pwned = 1'><svg onload='window.pwned = 2'></svg>[甲](javascript:window.pwned=3)<style>body{display:none}</style>"
    page.evaluate("values => Compose.page.fill(values)", FEES | {"body": body})
    assert page.evaluate("window.pwned") is None
    assert page.locator("#compose-shown").locator("img, svg, style, [href^='javascript']").count() == 0


@pytest.mark.parametrize(("width", "care"), [(360, True), (1280, False)], ids=["phone, large", "desk"])
def test_the_page_has_no_barrier(browser: Browser, school: Place, width: int, care: bool) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN", reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(school.url)
    if care:
        tab.get_by_role("button", name="关怀版").click()
    axe = npm_file(AXE, "axe.min.js").read_text(encoding="utf-8")
    tab.evaluate(axe)
    found = {"empty": tab.evaluate(RUN_AXE)}
    tab.evaluate(
        "values => Compose.page.fill(values)",
        FEES | {"title": "", "withdrawn": {"reason": "甲"}, "body": "# 大\n\n### 小\n\n- [x] 完成"},
    )
    tab.locator(".c-more > summary").click()
    tab.get_by_role("button", name="复制全文").click()
    found["filled"] = tab.evaluate(RUN_AXE)
    overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert found == {"empty": [], "filled": []}
    assert overflow <= 0, "nothing is wider than the screen"


def test_it_works_from_a_folder_and_says_what_to_do_without_scripts(browser: Browser, school: Place) -> None:
    address = (school.site / "compose/index.html").as_uri()
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address)
    tab.locator("[data-item=I42]").click()
    expect(tab.locator("#compose-text")).to_contain_text("事项: I42")
    context.close()
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    expect(tab.get_by_text("disclosure new")).to_be_visible()
    expect(tab.locator("#compose-form")).to_be_hidden()
    context.close()


def test_the_public_has_nothing_of_it(school: Place) -> None:
    public = built(school.root, DAY)
    paths = [path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()]
    assert [path for path in paths if "compose" in path or "vendor" in path] == []
    assert [
        path for path in paths if path.endswith((".html", ".xml", ".js")) and "compose" in (public / path).read_text()
    ] == []
    internal = (school.site / "index.html").read_text()
    assert '<a href="compose/">写记录</a>' in internal
    assert "compose/" in json.dumps((school.site / "sitemap.xml").read_text())
