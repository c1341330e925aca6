"""What the page 写记录 warns of while somebody types is what the checks find later, and nothing else."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from building import PROJECT
from disclosure.domain.personal_data import PersonalData
from disclosure.editing.compose.rules import privacy_rules
from disclosure.privacy.finder import sightings_in
from snippets import benchmark

pytestmark = pytest.mark.browser

ASSETS = PROJECT / "themes/disclosure_theme/assets"
SCRIPTS = ("compose_privacy.js", "compose_privacy_tables.js", "compose_privacy_text.js")
PIECES = [
    *"""
    11010519491231002X 110105194912310020 13800001234 6222020000001234566 110105 1949 1231 002X １３８ 0000 ０ １ 1 9 X 身份证 姓名 学号
    工号 电话 护照 E00001234 户号 000012345 2014年3月5日 出生 生于 家庭住址 云杉路1号2幢303室 微信 wang_88 QQ 100001 a@b.cn @ ＠ × ● | <td>
    </td> <tr> ** ` <b> &#49; - . — 王思源 李明 ， 。 ： （ ） 元 https://a.cn/ 编号 合同 订单号 +86 440524188001010014 91110000600037341L
    4111111111111111
    """.split(), " ", "\n", "\t",
]  # fmt: skip
Found = list[tuple[str, str, int]]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the rules."""
    context = browser.new_context()
    tab = context.new_page()
    for name in SCRIPTS:
        tab.evaluate(f"() => {{ {(ASSETS / name).read_text(encoding='utf-8')} }}")
    tab.evaluate("rules => Compose.personal.use(rules)", json.loads(json.dumps(privacy_rules())))
    yield tab
    context.close()


def in_browser(tab: Page, texts: list[str]) -> list[Found]:
    """Kind, value and line of everything that the page finds in each text."""
    found = tab.evaluate(
        "texts => texts.map(text => Compose.personal.sightings(text).map(one => [one.kind, one.value, one.line]))",
        texts,
    )
    return [sorted(map(tuple, one)) for one in found]


def in_checks(text: str) -> Found:
    """The same, by the checks; masked numbers alone are no finding."""
    seen = [one for one in sightings_in(text) if one.kind is not PersonalData.FRAGMENT]
    return sorted((one.kind.name, one.value, one.line) for one in seen)


def differences(tab: Page, texts: list[str]) -> list[tuple[str, Found, Found]]:
    pairs = zip(texts, in_browser(tab, texts), strict=True)
    return [(text, seen, expected) for text, seen in pairs if seen != (expected := in_checks(text))]


def test_the_labelled_snippets_are_judged_the_same(tab: Page) -> None:
    texts = [text for stem in ("positive", "negative") for _, text in benchmark("privacy").snippets(stem)]
    assert len(texts) > 1000
    assert differences(tab, texts) == []
    assert tab.evaluate("Compose.personal.complete"), "every pattern is one that the browser knows"


def test_any_text_is_judged_the_same(tab: Page) -> None:
    dice = random.Random(7)
    texts = ["".join(dice.choices(PIECES, k=dice.randint(1, 30))) for _ in range(400)]
    assert differences(tab, texts) == []
