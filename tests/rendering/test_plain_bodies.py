"""Bodies for which the sanitiser is not asked are those that it gives back as they are."""

from __future__ import annotations

import comrak
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.rendering import markdown
from disclosure.rendering.markdown import render_body

PIECES = [
    "甲", "乙方", "a", "1", " ", "  ", "\n", "\n\n", "\t", "    ", "*", "**", "_", "__", "~~", "~", "- ", "+ ", "1. ", "7) ", "# ", "### ",
    "> ", "---\n", "***\n", "===\n", "| 甲 | 乙 |\n|:--|--:|\n| 丙 | 丁 |\n", "|", "|:-:|", "`", "```\n", "[x] ", "[ ] ", "[", "](", ")", "![",
    "[^1]", "[^1]: ", "http://a.example", "www.a.example", "a@b.example", "<b>", "</p>", "<!--", "<a href='javascript:x'>", "<p", "&lt;",
    "&#1;", "&", "\"", "'", "\\", "\\\n", "\u00a0", "\u3000", "\ufeff", "\u2028", "：", "{", ":",
]  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def rendered(body: str) -> str:
    return comrak.render_markdown(
        body, extension_options=markdown._EXTENSIONS, render_options=markdown._RENDERING
    )  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(BODIES)
def test_what_is_not_sanitised_needed_no_sanitising(body: str) -> None:
    html = rendered(body)
    assert markdown._safe(html, body) == markdown._CLEANER.clean(html)


QUICK = {
    "paragraphs": "第一段。\n\n第二段，**重点**和*强调*，~~删去~~。",
    "headings and lists": "## 标题\n\n- 一\n- 二\n  - 内\n\n1. 一\n2. 二",
    "table": "| 甲 | 乙 |\n|---|--:|\n| 丙 | 丁 |",
    "quotation": "> 引用\n> 两行",
}
THOROUGH = {
    "HTML": "甲<b>乙</b>", "a link": "[甲](a.pdf)", "an address": "见 https://other.example/ 。", "a picture": "![甲](a.png)",
    "a code": "`x`", "a reference": "甲&amp;乙", "a sign that is one in HTML": "甲 \" 乙", "a numbered list that starts later": "5. 五",
    "a task": "- [x] 甲", "a footnote": "甲[^1]\n\n[^1]: 注", "a broken line": "甲\\\n乙",
}  # fmt: skip


@pytest.mark.parametrize(
    ("body", "is_asked"),
    [(body, False) for body in QUICK.values()] + [(body, True) for body in THOROUGH.values()],
    ids=[*QUICK, *THOROUGH],
)
def test_the_sanitiser_is_asked_about_all_but_plain_texts(
    body: str, is_asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Asked:
        def clean(self, html: str) -> str:
            return "asked"

    monkeypatch.setattr(markdown, "_CLEANER", Asked())
    assert (render_body(body, link_to=lambda _: None) == "asked") is is_asked
