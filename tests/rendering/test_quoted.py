"""Whatever people write, a git host's comment shows it as text: it pings nobody, leads nowhere and is no picture."""

from __future__ import annotations

import re

import pytest
from comrak import ExtensionOptions, render_markdown
from hypothesis import given
from hypothesis import strategies as st

from disclosure.rendering.quoted import quoted

HOSTS = re.compile(
    r"@[\w-]|#\w|![\d\[]|(?<!\w)[%&$~^]\d|\w:/|/\w+#|(?i:www\.|mailto:|GH-\d)|:\w+:|\$\S|`|\[\w+:|[<>|\\]"
)
"""What GitHub, GitLab, Gitea and Gitee look for in text that was made of Markdown."""
SIGNS = "@#!$%&~^*_`[](){}<>|\\/:.-+='\"\n\r\t \u200b\u202e0123456789abcdefgwhtps中文＠"


def shown(text: str) -> str:
    """HTML of a line of a list, by a parser with everything switched on that a host has."""
    options = ExtensionOptions()
    for name in (
        "autolink",
        "table",
        "tasklist",
        "strikethrough",
        "footnotes",
        "superscript",
        "shortcodes",
        "math_dollars",
    ):
        setattr(options, name, True)
    return str(render_markdown(f"- **标题**：{text}\n- {text}\n\n### {text}\n", extension_options=options))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年秋季收费公示", "2026年秋季收费公示"),
        ("请 @all 看 #12 和 !3", "请 ＠all 看 ＃12 和 ！3"),
        ("[点我](https://evil.example/)", "［点我］(https：//evil.example/)"),
        ("![图](http://evil.example/a.png)", "！［图］(http：//evil.example/a.png)"),
        ("www.evil.example 和 a@evil.example", "www．evil.example 和 a＠evil.example"),
        ("<img src=x onerror=alert(1)>", "＜img src=x onerror=alert(1)＞"),
        ("`rm -rf` &#64;all :tada: $x$", "｀rm -rf｀ ＆＃64;all ：tada： ＄x＄"),
        ("二〇二六_预算_表.xlsx", r"二〇二六\_预算\_表.xlsx"),
        ("早上 08:30 开会", "早上 08:30 开会"),
        ("GH-12 JIRA-7 2026-0012", "GH\u201112 JIRA\u20117 2026-0012"),
        ("提交 deadbeef12 电话 55501020", "提交 dead\u2060beef12 电话 55501020"),
        ("第一行\n\n/close\n# 第二行", "第一行 /close ＃ 第二行"),
        ("1. 清单", r"1\. 清单"),
        ("- 清单", r"\- 清单"),
        ("翻\u202e过来", "翻＼u202e过来"),
        ("长" * 301, "长" * 299 + "…"),
    ],
)
def test_it_is_shown_and_does_nothing(text: str, expected: str) -> None:
    assert quoted(text) == expected
    assert not re.search(r"<(a|img|code|em|h1|h2|ol|table|input|del|sup)\b", shown(quoted(text)))


@given(st.one_of(st.text(alphabet=SIGNS, max_size=80), st.text(max_size=80)))
def test_no_text_becomes_anything_but_text(text: str) -> None:
    made = quoted(text)
    assert "\n" not in made
    html = shown(made)
    assert set(re.findall(r"<(\w+)", html)) <= {"ul", "li", "strong", "h3"}
    plain = re.sub(r"<[^>]+>", "", html)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    assert not HOSTS.search(plain.replace("\n", " ")), plain
