"""Acceptance of `/admin/`: records written, changed and deleted in the real editors; the files are read by our own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from building import DAY
from disclosure.editing.admin.files import admin_files
from disclosure.pipeline import read_and_check, select
from editors import decap_server, editors
from sample import SCHOOL, make_school, problems_of
from serving import served

pytestmark = pytest.mark.browser

REPOSITORY = "仓库: {平台: gitlab, 网址: https://git.school.example/office/disclosure, 编辑器: %s}\n"
RECORDS = "data/records"
_SERVER = "http://localhost:8081/"
FLAT = f"{RECORDS}/regulations/2026-0001.md"
IN_FOLDER = f"{RECORDS}/regulations/2026-0002/index.md"
OLD = {
    FLAT: """---
id: 2026-0001
title: 作息制度
item: I21 # 英文键、注释、带零的文号、时刻
summary: 一天怎样安排。
published: 2026-09-01 08:30
department: 教务处
document_number: 0012
channels: [网站, 公开栏]
signoffs: {role: 校长, name: 沈某某, date: 2026年8月28日}
---

| 时间 | 内容 |
| --- | ---: |
| 08:00 | **早读:**二十分钟 |

- 一
- 二
""",
    IN_FOLDER: """---
编号: 2026-0002
标题: 图书馆借阅制度
事项: I21
概述: 怎样借书。
公布日期: 2026年9月1日
责任部门: 教务处
公开范围: 社会、家长
附件: [借阅表.txt]
审签: [{角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}]
---

每次借两本。

| 年级 | 本数 |
| --- | ---: |
| 一\\|二 | 2 |

- 教师_五本_
""",
}
"""Records as people and older versions write them."""
CHANGED = {
    FLAT: """---
编号: 2026-0001
标题: 作息制度（修订）
事项: I21
概述: 一天怎样安排。
公布日期: 2026-09-01 08:30
责任部门: 教务处
文号: 0012
审签:
  - 角色: 校长
    姓名: 沈某某
    日期: 2026-08-28
公开渠道: 网站、公开栏
---
"""
    + OLD[FLAT].partition("\n---\n")[2],
}
"""With another title: nothing of it is lost but the comment."""


def school_with(editor: str, folder: Path) -> Path:
    root = make_school(folder, school=SCHOOL + REPOSITORY % editor)
    for path, text in OLD.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    (root / IN_FOLDER).with_name("借阅表.txt").write_text("借阅表")
    return root


@contextmanager
def opened(browser: Browser, root: Path, tmp_path: Path, *, server: int = 0) -> Iterator[Page]:
    """`/admin/` of a school; requests to other hosts, script errors and whatever the page's policy refuses fail the test.

    Args:
        server: port of decap-server, which a page looks for at its usual one.
    """
    site = select(read_and_check(root, DAY).library, edition="public", today=DAY)
    for file in admin_files(site, root=editors()):
        (tmp_path / "web" / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "web" / file.path).write_bytes(file.content)
    context = browser.new_context(
        viewport={"width": 1280, "height": 1400}, locale="zh-CN", timezone_id="America/New_York"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.set_default_timeout(60_000)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("requestfailed", lambda sent: wrong.append(sent.url))
    page.on("request", lambda sent: None if _is_ours(sent.url, server) else wrong.append(sent.url))
    page.on("response", lambda got: wrong.append(got.url) if got.status >= 400 and "favicon" not in got.url else None)

    def to_server(route: Route) -> None:
        route.continue_(url=route.request.url.replace(_SERVER, f"http://127.0.0.1:{server}/"))

    if server:
        page.route(f"{_SERVER}**", to_server)
    with served(tmp_path / "web") as url:
        page.goto(url + "admin/")
        yield page
        context.close()
    assert wrong == []


def _is_ours(url: str, server: int) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:")) or bool(server and url.startswith(_SERVER))


def fill(page: Page, label: str, text: str) -> None:
    """Enter a text; Decap moves the caret when a field becomes active, so it has to be that before."""
    entered = page.locator(f'input[id^="{label}-"], textarea[id^="{label}-"]').first
    entered.click()
    entered.fill(text)


def publish(page: Page) -> None:
    page.get_by_text("发布", exact=True).first.click()
    page.get_by_text("立即发布", exact=True).click()
    expect(page.get_by_text("内容已保存").first).to_be_visible()
    page.get_by_text("内容已保存").first.click()
    expect(page.get_by_text("内容已保存")).to_have_count(0)


def open_entry(page: Page, collection: str, title: str) -> None:
    page.goto(page.url.partition("#")[0] + f"#/collections/{collection}")
    page.get_by_role("link", name=title).click()
    expect(page.locator('input[id^="标题-"]')).to_be_visible()


def test_decap_writes_changes_and_deletes(browser: Browser, tmp_path: Path) -> None:
    root = school_with("decap", tmp_path / "school")
    with decap_server(root) as port, opened(browser, root, tmp_path, server=port) as page:
        page.get_by_role("button", name="登录").click()
        new = _written(page, root)
        _changed(page, root)
        assert problems_of(root) == []
        open_entry(page, "regulations", "食堂管理")
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_text("删除内容", exact=True).click()
        page.wait_for_url(re.compile("collections/regulations$"))
        assert not new.exists()
        assert new.with_name("菜单.txt").exists()  # as docs/editor.md says
        assert (root / FLAT).exists()


def _written(page: Page, root: Path) -> Path:
    page.goto(page.url.partition("#")[0] + "#/collections/regulations/new")
    fill(page, "标题", '食堂管理：规定 "试行" 🍚')
    fill(page, "编号", "2026-0100")
    fill(page, "责任部门", "总务处")
    fill(page, "公布日期", "2026-11-20")
    page.locator('input[id^="事项-"]').fill("I21")
    page.keyboard.press("Enter")
    fill(page, "概述", "# 不是注释，- 不是列表")
    page.locator("[data-slate-editor]").click()
    page.keyboard.insert_text("第一条　食堂每天公布菜单。")
    page.get_by_role("button", name="新增附件").click()
    page.get_by_role("button", name="选择文件").click()
    given = {"name": "菜单.txt", "mimeType": "text/plain", "buffer": "菜单".encode()}
    page.locator("input[type=file]").last.set_input_files([given])
    page.get_by_role("button", name="选用已选中项目").click()
    page.locator('[id^="草稿-"]').click()
    publish(page)
    path = root / RECORDS / "regulations/2026-0100/index.md"
    assert path.read_text() == (
        "---\n编号: 2026-0100\n标题: 食堂管理：规定 \"试行\" 🍚\n事项: I21\n概述: '# 不是注释，- 不是列表'\n公布日期: 2026-11-20\n"
        "责任部门: 总务处\n附件:\n  - 文件: 菜单.txt\n---\n\n第一条　食堂每天公布菜单。\n"
    )
    assert path.with_name("菜单.txt").read_text() == "菜单"
    return path


def _changed(page: Page, root: Path) -> None:
    open_entry(page, "all", "作息制度")
    fill(page, "标题", "作息制度（修订）")
    publish(page)
    assert (root / FLAT).read_text() == CHANGED[FLAT]
    open_entry(page, "regulations", "图书馆借阅制度")
    fill(page, "公开渠道", "网站、公开栏")
    publish(page)
    fill(page, "公开渠道", "")
    fill(page, "期号", "2026-09")
    publish(page)
    assert (root / IN_FOLDER).read_text() == (
        "---\n编号: 2026-0002\n标题: 图书馆借阅制度\n事项: I21\n概述: 怎样借书。\n公布日期: 2026-09-01\n公开范围:\n  - 社会\n  - 家长\n"
        "责任部门: 教务处\n期号: 2026-09\n审签:\n  - 角色: 校长\n    姓名: 沈某某\n    日期: 2026-08-28\n"
        "附件:\n  - 文件: 借阅表.txt\n---\n" + OLD[IN_FOLDER].partition("\n---\n")[2]
    )


SEED = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/'), name = parts.pop();
    let folder = await root.getDirectoryHandle('repository', { create: true });
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
READ = """async () => {
  const files = {};
  async function walk(folder, prefix) {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'file') files[prefix + name] = await (await entry.getFile()).text();
      else await walk(entry, prefix + name + '/');
    }
  }
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('repository'), '');
  return files;
}"""
PICKED = """window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('repository');
FileSystemHandle.prototype.requestPermission = FileSystemHandle.prototype.queryPermission = async () => 'granted';"""
"""The browser's private files stand for the folder that a person would pick in a dialogue."""


def test_sveltia_writes_and_changes(browser: Browser, tmp_path: Path) -> None:
    root = school_with("sveltia", tmp_path / "school")
    with opened(browser, root, tmp_path) as page:
        page.evaluate(SEED, {".git/HEAD": "ref: refs/heads/main\n", IN_FOLDER: OLD[IN_FOLDER], FLAT: OLD[FLAT]})
        page.evaluate(PICKED)
        expect(page.get_by_role("button", name="使用访问令牌登录")).to_be_visible()
        page.get_by_role("button", name="使用本地仓库").click()
        expect(page.get_by_text("全部记录").first).to_be_visible()
        page.evaluate("location.hash = '#/collections/regulations/new'")
        for label, text in (("标题", "食堂管理"), ("编号", "2026-0100"), ("责任部门", "总务处")):
            page.get_by_role("textbox", name=label).first.fill(text)
        page.get_by_role("button", name="保存").first.click()
        expect(page.get_by_text("2026-0100 食堂管理").first).to_be_visible()
        page.get_by_text("2026-0002 图书馆借阅制度").first.click()
        page.get_by_role("textbox", name="标题").first.fill("借阅制度")
        page.get_by_role("button", name="保存").first.click()
        expect(page.get_by_text("2026-0002 借阅制度").first).to_be_visible()
        page.evaluate("location.hash = '#/collections/all/entries/regulations/2026-0001'")
        page.get_by_role("textbox", name="标题").first.fill("作息制度（修订）")
        page.get_by_role("button", name="保存").first.click()
        expect(page.get_by_role("button", name="保存")).to_have_count(0)
        files = page.evaluate(READ)
    new = f"{RECORDS}/regulations/2026-0100/index.md"
    head, _, body = files[IN_FOLDER].partition("\n---\n")
    assert body == OLD[IN_FOLDER].partition("\n---\n")[2]
    assert "标题: 借阅制度" in head and "附件:\n  - 文件: 借阅表.txt" in head and "草稿" not in head
    assert files[FLAT] == CHANGED[FLAT]
    (root / new).parent.mkdir()
    for path in (FLAT, IN_FOLDER, new):
        (root / path).write_text(files[path])
    assert [problem.code for problem in problems_of(root)] == ["C104"]  # neither item nor column was chosen
