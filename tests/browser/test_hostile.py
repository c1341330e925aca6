"""A record full of what a browser might run: the page opens, nothing runs, nothing is asked of another host."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from building import DAY, built
from sample import make_school, record
from serving import served

pytestmark = pytest.mark.browser

BODY = """
正文还在。

<script>window.pwned = 1</script>
<img src=x onerror="window.pwned = 2">
<svg onload="window.pwned = 3"><script>window.pwned = 4</script></svg>
<a id="a" href="javascript:window.pwned = 5">点这里</a>
<a id="b" href="&#106;ava&#x0A;script:window.pwned = 6">点这里</a>
<a id="c" href="data:text/html,<script>opener.pwned = 7</script>">点这里</a>
<iframe src="https://evil.example/"></iframe>
<object data="https://evil.example/x.swf"></object>
<embed src="https://evil.example/x.swf">
<form action="https://evil.example/"><input name="id"><button>提交</button></form>
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<base href="https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css">
<style>@import url(https://evil.example/y.css); body { display: none }</style>
<p style="background: url(https://evil.example/z.png); position: fixed; inset: 0">铺满</p>
<img src="https://evil.example/track.png" alt="外站图片">
<video src="https://evil.example/v.mp4" autoplay></video>
<details open ontoggle="window.pwned = 8"><summary>折叠</summary></details>
<table background="https://evil.example/t.png"><tr><td onmouseover="window.pwned = 9">格</td></tr></table>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=10&gt;">
<noscript><p title="</noscript><img src=x onerror=window.pwned=11>"></noscript>

[链接](javascript:window.pwned=12) ![图](javascript:window.pwned=13) <javascript:window.pwned=14>

[记录](record:2026-0001"onclick="window.pwned=15)

"""
FIELDS = {
    "标题": "'收费<script>window.pwned=20</script>\"><img src=x onerror=window.pwned=21>'",
    "概述": "'</p><script>window.pwned=22</script>'",
    "责任部门": "'\"><svg onload=window.pwned=23>'",
    "文号": '"javascript:window.pwned=24"',
    "监督电话": "'\"><img src=x onerror=window.pwned=25>'",
    "收费": "[{项目: '<script>window.pwned=26</script>', 标准: 15元, 计费单位: '<b onclick=window.pwned=27>餐</b>'}]",
}


def test_nothing_runs(page: Page, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school")
    folder = root / "data/records/a"
    folder.mkdir()
    (folder / "index.md").write_text(record(body=BODY, **FIELDS))
    (folder / '表"><img src=x onerror=window.pwned=30>.pdf').write_bytes(b"%PDF-1.4")
    (folder / "x").write_bytes(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;")
    (root / "data/school.yml").write_text(
        "name: '示例\"><script>window.pwned=31</script>'\nsite_url: https://school.example/\n"
        "severities: {L101: warning, L103: warning}\n"
    )
    site = built(root, DAY)
    with served(site) as url:
        for path in ("", "r/2026-0001/", "admissions-fees/", "catalogue/", "guide/", "404.html"):
            page.goto(url + path)
            page.mouse.move(200, 400)
            assert page.evaluate("window.pwned") is None, path
            assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0, path
        page.goto(url + "r/2026-0001/")
        expect(page.locator("article.record")).to_contain_text("正文还在。")
        assert (
            page.locator("article.record")
            .locator("iframe, object, embed, form, style, link, meta, base, video, svg")
            .count()
            == 0
        )
        for link in page.locator(".body a").all():
            assert not (link.get_attribute("href") or "").lower().strip().startswith(("javascript:", "data:"))
