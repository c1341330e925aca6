"""Search in a real browser: whatever stands in a visible record is found, and nothing of what was taken down."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page, expect

from building import PROJECT, built
from sample import make_school, record
from serving import served
from thoroughness import times

MANY = 3000
REMOVED = 50
QUESTIONS = times(60, thorough=300)
"""Asked of each of two schools."""
PATIENCE = 20_000
"""Milliseconds."""
Text = tuple[str, str]
"""Number of a record, and a text in which it must be found."""


class Searching:
    """The search page, asked one thing after the other."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(f"{url}search/")
        page.wait_for_selector("#search:not([hidden])")

    def ask(self, words: str) -> None:
        self.page.evaluate("document.getElementById('search-says').setAttribute('data-done', '')")
        self.page.fill("#search-for", words)
        self.page.press("#search-for", "Enter")
        self.page.wait_for_selector('#search-says[data-done="1"]', timeout=PATIENCE, state="attached")

    def hits(self) -> list[str]:
        found: list[str] = self.page.eval_on_selector_all(
            "#search-hits > li", "all => all.map(one => one.dataset.found)"
        )
        return found

    def finds(self, words: str, number: str) -> bool:
        """Whether a record is among the hits, on whatever page of them."""
        self.ask(words)
        while number not in self.hits():
            if not self.page.is_visible("#search-more"):
                return False
            self.page.evaluate("document.getElementById('search-says').setAttribute('data-done', '')")
            self.page.click("#search-more")
            self.page.wait_for_selector('#search-says[data-done="1"]', timeout=PATIENCE, state="attached")
        return True


def pieces(texts: list[Text], count: int) -> list[Text]:
    """Random substrings of two to eight characters that say something."""
    chance = random.Random(20261123)
    found: list[Text] = []
    while len(found) < count:
        number, text = chance.choice(texts)
        length = chance.randint(2, 8)
        start = chance.randrange(max(1, len(text) - length))
        piece = text[start : start + length]
        if len(re.sub(r"\s", "", piece)) >= 2 and not re.search(r"\s", piece):
            found.append((number, piece))
    return found


def visible_texts(site: Path) -> list[Text]:
    """Title and body of every record that is shown, and the text of its attachments, read without our own readers."""
    texts: list[Text] = []
    for page in sorted((site / "r").glob("*/index.html")):
        article = lxml_html.document_fromstring(page.read_bytes()).find(".//article")
        assert article is not None
        texts.append((page.parent.name, article.findtext(".//h1") or ""))
        texts += [(page.parent.name, str(body.text_content())) for body in article.find_class("body")]
        texts += [(page.parent.name, text) for file in page.parent.iterdir() for text in attachment_texts(file)]
    return [(number, text) for number, text in texts if len(text.strip()) > 2]


def attachment_texts(file: Path) -> Iterator[str]:
    if file.suffix == ".docx":
        yield from (paragraph.text for paragraph in docx.Document(str(file)).paragraphs)
    elif file.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(file):
            yield from (str(cell.value) for row in sheet for cell in row if isinstance(cell.value, str))
    elif file.suffix == ".pdf":
        yield from (page.extract_text() for page in pypdf.PdfReader(file).pages)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda sent: wrong.append(sent.url) if not sent.url.startswith("http://127.0.0.1:") else None)
    yield page
    assert wrong == []
    context.close()


def test_any_piece_of_the_example_school_is_found(tab: Page, url: str) -> None:
    search = Searching(tab, url)
    texts = visible_texts(built(PROJECT))
    assert any("附件" not in text for _, text in texts)
    missed = [(number, piece) for number, piece in pieces(texts, QUESTIONS) if not search.finds(piece, number)]
    assert missed == []


def hanzi(chance: random.Random, length: int) -> str:
    return "".join(chance.choice("，。、0123456789（）") if chance.random() < 0.1 else chr(chance.randrange(0x4E00, 0x5500))
                   for _ in range(length))  # fmt: skip


def invented(chance: random.Random, number: int) -> str:
    words = [hanzi(chance, chance.randint(20, 90)) for _ in range(8)]
    body = (
        f"{words[0]}**{words[1]}**{words[2]}\n\n| 甲 | 乙 |\n| --- | --- |\n| {words[3]} | {words[4]} |\n\n"
        + "\n\n".join(words[5:])
    )
    return record(
        f"2026-{number:04}", body, 标题=hanzi(chance, 14), 公布日期=f"20{16 + number % 11}-03-{1 + number % 28:02}"
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, list[str]]]:
    """A site of 3,000 invented records, its URL, and texts of 50 more that were taken down or back."""
    chance = random.Random(7)
    texts = [invented(chance, number) for number in range(1, MANY + 1)]
    gone = [hanzi(chance, 40) for _ in range(REMOVED)]
    for number, body in enumerate(gone, start=MANY + 1):
        how = (
            {"撤销": "{日期: 2026-11-01, 理由: 有误, 批准: 校长办公会}"}
            if number % 2
            else {"到期处理": "撤下", "截止日期": "2026-10-09"}
        )
        texts.append(record(f"2026-{number:04}", body, 标题=f"取下的第{number}件", **how))
    root = make_school(tmp_path_factory.mktemp("many"), *texts)
    site = built(root)
    with served(site) as address:
        yield site, address, gone


def test_any_piece_of_three_thousand_records_is_found(tab: Page, many: tuple[Path, str, list[str]]) -> None:
    site, url, _ = many
    search = Searching(tab, url)
    missed = [
        (number, piece) for number, piece in pieces(visible_texts(site), QUESTIONS) if not search.finds(piece, number)
    ]
    assert missed == []


def test_nothing_that_was_taken_down_is_found(tab: Page, many: tuple[Path, str, list[str]]) -> None:
    _, url, gone = many
    search = Searching(tab, url)
    for text in gone:
        search.ask(text[10:18])
        assert search.hits() == []
    search.ask("取下的第3001件")
    assert search.hits() == ["2026-3001"]
    expect(tab.locator("#search-hits")).to_contain_text("已撤销")


def ask_on(page: Page, url: str, query: str) -> list[str]:
    page.goto(f"{url}search/?{query}")
    page.wait_for_selector('#search-says[data-done="1"]', state="attached", timeout=PATIENCE)
    found: list[str] = page.eval_on_selector_all("#search-hits > li", "all => all.map(one => one.dataset.found)")
    return found


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A school whose records say the same words in different places."""
    texts = [
        record("2026-0001", "食堂每餐 15 元。", 标题="正文里有", 公布日期="2026-09-01"),
        record("2026-0002", "别的。", 标题="食堂在标题里", 公布日期="2026-03-01"),
        record("2026-0003", "别的。", 标题="文号里有", 文号="食堂〔2026〕3号", 公布日期="2026-02-01"),
        record(
            "2026-0004", "食堂往期。", 标题="已经过去", 截止日期="2026-05-01", 到期处理="往期", 公布日期="2026-04-01"
        ),
        record("2024-0005", "食堂。", 标题="早年的", 栏目="组织领导", 责任部门="办公室", 公布日期="2024-04-01"),
        record("2026-0006", "Wi-Fi 费用与食堂<b>收</b>费。", 标题="混写", 公布日期="2026-08-01"),
        record("2026-0007", "别的。", 标题="食堂存根", 撤销="{日期: 2026-11-01, 理由: 有误, 批准: 校长办公会}"),
    ]
    with served(built(make_school(tmp_path_factory.mktemp("few"), *texts))) as address:
        yield address


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("q=食堂", ["2026-0002", "2026-0007", "2026-0003", "2026-0001", "2026-0006", "2024-0005", "2026-0004"]),
        ("q=食堂&year=2024", ["2024-0005"]),
        ("q=食堂&column=organization", ["2024-0005"]),
        ("q=食堂&department=办公室", ["2024-0005"]),
        ("q=食堂&state=已撤销", ["2026-0007"]),
        ("q=ＷＩ－ｆｉ", ["2026-0006"]),
        ("q=食堂收费", ["2026-0006"]),
        ("q=费用 食堂", ["2026-0006"]),
        ("q=〔2026〕3号", ["2026-0003"]),
        ("q=2024-0005", ["2024-0005"]),
        ("q=餐", ["2026-0001"]),
        ("q=堂食", []),
        ("q=%E0%A4%A", []),
    ],
)
def test_ranking_filters_and_forms_of_words(tab: Page, few: str, query: str, numbers: list[str]) -> None:
    """Titles, then numbers, then texts; what is current before the archive before stubs; the newest first."""
    if query.endswith("%A"):
        tab.goto(f"{few}search/?{query}")
        expect(tab.locator("#search-for")).to_have_value("")
    else:
        assert ask_on(tab, few, query) == numbers


def test_hits_show_where_the_words_stand(tab: Page, url: str) -> None:
    ask_on(tab, url, "q=午餐")
    first = tab.locator("#search-hits > li").first
    expect(first.locator("mark").first).to_have_text("午餐")
    expect(first).to_contain_text("招生收费")
    first.locator("a").click()
    expect(tab.locator("article.record")).to_contain_text("午餐")


def test_words_in_an_attachment_are_shown_with_its_name(tab: Page, url: str) -> None:
    number, piece = attachment_piece()
    search = Searching(tab, url)
    assert search.finds(piece, number)
    expect(tab.locator(f'[data-found="{number}"] .passage')).to_contain_text("附件《")


def attachment_piece() -> Text:
    """Words of an attachment that its record does not say."""
    for page in sorted((built(PROJECT) / "r").glob("*/index.html")):
        said = re.sub(r"\s", "", page.read_text())
        for file in page.parent.iterdir():
            for text in attachment_texts(file):
                for piece in re.findall(r"[\u4e00-\u9fff]{6}", text):
                    if piece not in said:
                        return page.parent.name, piece
    raise AssertionError("no attachment of the example school says anything of its own")


def test_without_scripts_the_page_says_where_to_look(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}search/")
    assert "公开目录" in page.inner_text("#content")
    assert page.locator("#search").is_hidden()
    context.close()


def test_from_a_folder_titles_are_listed(browser: Browser) -> None:
    """Pages cannot be looked into there: what may hold the words is listed without a passage."""
    page = browser.new_page()
    page.goto((built(PROJECT) / "search/index.html").as_uri())
    page.fill("#search-for", "午餐")
    page.press("#search-for", "Enter")
    page.wait_for_selector('#search-says[data-done="1"]', state="attached")
    assert page.locator("#search-hits > li").count() >= 1
    page.locator("#search-hits a").first.click()
    expect(page.locator("article.record")).to_contain_text("午餐")
    page.close()
