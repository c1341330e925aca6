"""Everything that can happen to a school's files between two builds, each as a function of the school."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import timedelta

from lives import CATALOGUE, COLUMNS, Life
from sample import SCHOOL, TODAY

FOOTER = "<footer><p>{words}</p></footer>\n"
PAGES = ("about.md", "other/finance/index.md", "guide/index.md", "news/rules.md")


def delete(life: Life) -> None:
    """A record is deleted."""
    if len(life.papers) > 4:
        paper = life.papers.pop(life.chance.randrange(len(life.papers)))
        life.remove(paper)


def move(life: Life) -> None:
    """A record's file gets another name or folder."""
    paper = life.some()
    life.remove(paper)
    paper.place = (
        f"{life.chance.choice(('2025', '2026', '2026/autumn', 'moved'))}/{paper.number}-{life.chance.randrange(9)}"
    )
    life.write(paper)


def edit_body(life: Life) -> None:
    """A body is edited."""
    paper = life.some()
    paper.body = life.words()
    life.write(paper)


def link(life: Life) -> None:
    """A body links to other records, of which some do not exist for all readers, and to a column."""
    paper, other = life.some(), life.some()
    links = (
        f"[](record:{other.number})",
        f"[见](record:{other.number}#a)",
        f"[栏目](column:{life.chance.choice(COLUMNS)})",
    )
    paper.body = f"{life.words()} {life.chance.choice(links)} {life.chance.choice(links)}"
    life.write(paper)


def edit_slyly(life: Life) -> None:
    """A file keeps its size and the time of its last change."""
    paper = life.some()
    path = life.path_of(paper)
    before = path.stat()
    paper.body = paper.body.translate(str.maketrans("甲乙丙丁", "乙丙丁甲"))
    path.write_text(paper.text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_as_editors_do(life: Life) -> None:
    """A file is written anew beside the old one and takes its place."""
    paper = life.some()
    paper.body = life.words()
    path = life.path_of(paper)
    unfinished = path.with_name(".unfinished")
    unfinished.write_text(paper.text)
    unfinished.replace(path)


def title(life: Life) -> None:
    """A record gets another title."""
    life.write_key(
        "标题", life.chance.choice(("收费公示", "名单 & 办法", "通知", f"第{life.chance.randrange(99)}号", ""))
    )


def column(life: Life) -> None:
    """A record goes to another column or item."""
    paper = life.some()
    item = life.chance.choice(("", "X01", "X02", "X03"))
    paper.fields |= {"事项": item, "栏目": " " if item else life.chance.choice(COLUMNS)}
    if item:
        paper.fields["栏目"] = ""
    life.write(paper)


def published(life: Life) -> None:
    """A record is published on another day, perhaps of the future."""
    life.write_key("公布日期", (TODAY - timedelta(days=life.chance.randrange(-9, 200))).isoformat())


def expires(life: Life) -> None:
    """A notice period is set, changed or lifted."""
    paper = life.some()
    paper.fields["截止日期"] = life.near() if life.chance.random() < 0.8 else ""
    paper.fields["到期处理"] = life.chance.choice(("", "横幅", "往期", "撤下"))
    life.write(paper)


def review(life: Life) -> None:
    """A record is to be read again."""
    life.write_key("复核日期", life.near())


def change(life: Life) -> None:
    """What was published is changed."""
    days = [TODAY - timedelta(days=life.chance.randrange(-4, 9)) for _ in range(life.chance.randrange(3))]
    life.write_key(
        "变更", "[" + ", ".join(f"{{日期: {day}, 说明: {life.words()}}}" for day in days) + "]" if days else ""
    )


def withdraw(life: Life) -> None:
    """A record is taken back, or is not."""
    taken = f"{{日期: {life.near()}, 理由: 金额有误, 批准: 校长办公会}}"
    life.write_key("撤销", taken if life.chance.random() < 0.6 else "")


def succeed(life: Life) -> None:
    """A record takes the place of another."""
    life.write_key(life.chance.choice(("替代", "更正")), life.some().number if life.chance.random() < 0.8 else "")


def series(life: Life) -> None:
    """A record becomes a step of some matter."""
    paper = life.some()
    paper.fields |= {
        "关联": life.chance.choice(("", "跑道", "校服")),
        "环节": life.chance.choice(("招标公告", "征求意见", "")),
    }
    life.write(paper)


def audience(life: Life) -> None:
    """A record is for others."""
    life.write_key("公开范围", life.chance.choice(("", "社会", "家长", "社会、家长")))


def draft(life: Life) -> None:
    """A record is a draft, or is not any more."""
    life.write_key("草稿", life.chance.choice(("是", "否", "")))


def tell(life: Life) -> None:
    """A record says more or less of itlife."""
    life.write_key(life.chance.choice(("概述", "监督电话", "文号", "金额")), life.chance.choice(("", "58000元")))


def attach(life: Life) -> None:
    """An attachment is added or changed, by which a single file becomes a folder."""
    paper = life.some()
    life.remove(paper)
    paper.is_folder = True
    paper.files[life.chance.choice(("a.txt", "tables/b.csv", "附表.xlsx"))] = life.words().encode()
    life.write(paper)


def detach(life: Life) -> None:
    """An attachment is deleted; the folder stays or becomes a single file."""
    paper = life.some()
    life.remove(paper)
    if paper.files:
        paper.files.pop(life.chance.choice(sorted(paper.files)))
    paper.is_folder = bool(paper.files) or life.chance.random() < 0.5
    life.write(paper)


def list_attachments(life: Life) -> None:
    """A record names its attachments, not always those that are there."""
    paper = life.some()
    listed = [name for name in sorted(paper.files) if life.chance.random() < 0.7]
    paper.fields["附件"] = f"[{', '.join(listed)}]" if listed else ""
    life.write(paper)


def edit_school(life: Life) -> None:
    """The school's own file is edited."""
    more = {
        "每页条数": life.chance.choice(("2", "3", "50")), "最新条数": life.chance.choice(("1", "5")),
        "订阅条数": life.chance.choice(("2", "50")), "提前提醒天数": life.chance.choice(("3", "20")),
        "电话": f"{{监督: 0000-555010{life.chance.randrange(9)}}}",
        "检查等级": life.chance.choice(("{A102: error}", "{A102: off}", "{L101: warning}")),
        "小组": "{a: {名称: 监督小组, 任期: [{开始: 2026-11-20, 结束: 2026-11-25, 成员: [{姓名: 顾某某}]}]}}",
    }  # fmt: skip
    chosen = [f"{key}: {value}\n" for key, value in more.items() if life.chance.random() < 0.5]
    name = life.chance.choice(("示例学校", "云杉路小学"))
    (life.root / "data/school.yml").write_text(SCHOOL.replace("示例学校", name) + "".join(chosen))


def edit_catalogue(life: Life) -> None:
    """Columns and items get other names or go away, or the whole tree is another one."""
    texts = (
        CATALOGUE, CATALOGUE.replace("社团收费", "社团和兴趣班收费"), CATALOGUE.replace("类型: 名单", "类型: 公告"),
        CATALOGUE + "栏目:\n  - {标识: regulations, 名称: 规章}\n", CATALOGUE.replace("standard", "compulsory-education"),
        CATALOGUE + "栏目:\n  - {标识: organization, 启用: 否}\n", CATALOGUE.replace("到期处理: 撤下", "启用: 否"),
    )  # fmt: skip
    (life.root / "data/catalogue.yml").write_text(life.chance.choice(texts))


def edit_page(life: Life) -> None:
    """A hand-written page is written, with lists and links of ours."""
    path = life.root / "site_src" / life.chance.choice(PAGES)
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = (life.words(), "![](column:招生收费#5)", f"[](record:{life.some().number})", "![](column:其他/财务)")
    path.write_text("# 说明\n\n" + "\n\n".join(life.chance.choice(parts) for _ in range(2)) + "\n")


def delete_page(life: Life) -> None:
    """A hand-written page is deleted."""
    (life.root / "site_src" / life.chance.choice(PAGES)).unlink(missing_ok=True)


def edit_files(life: Life) -> None:
    """Files that are copied as they are come, change and go; a file becomes a folder and the reverse."""
    folder = life.root / "site_src/files"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    name = life.chance.choice(("list", "list/a.txt", "logo.svg"))
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(life.words())


def edit_theme(life: Life) -> None:
    """The school's own change to the theme is made, edited or taken back."""
    partial = life.root / "overrides/partials/footer.html"
    partial.parent.mkdir(parents=True, exist_ok=True)
    partial.write_text(FOOTER.format(words=life.words()))
    life.configure(life.chance.choice(("", ", custom_dir: overrides")))


def edit_navigation(life: Life) -> None:
    """mkdocs.yml is edited."""
    life.configure(", custom_dir: overrides" if (life.root / "overrides").exists() else "")


def tamper(life: Life) -> None:
    """Somebody edits, deletes or adds files inside the site, or puts a folder where a file was."""
    files = sorted(path for path in life.site.rglob("*") if path.is_file() and path.name != "next-change.json")
    for path in life.chance.sample(files, min(3, len(files))):
        how = life.chance.randrange(4)
        path.unlink()
        if how == 1:
            path.write_text("tampered")
        elif how == 2:
            path.mkdir()
            (path / "stray.txt").write_text("stray")
        elif how == 3:
            (path.parent / "stray.html").write_text("stray")


def wait(life: Life) -> None:
    """Days pass; on another machine it is still yesterday."""
    life.day += timedelta(days=life.chance.choice((1, 1, 2, 30, -1, -5)))


def look_at_other_edition(life: Life) -> None:
    """The other edition is built into the same folder."""
    life.edition = "internal" if life.edition == "public" else "public"


def check_out_anew(life: Life) -> None:
    """All files get new times and inodes, as in a fresh checkout."""
    data = life.root / "data"
    shutil.copytree(data, life.root / "copy", copy_function=shutil.copyfile)
    shutil.rmtree(data)
    (life.root / "copy").rename(data)


def lose_memory(life: Life) -> None:
    """Something is missing in the cache."""
    boxes = sorted(path for path in (life.root / ".cache").rglob("*") if path.is_file())
    for box in life.chance.sample(boxes, min(2, len(boxes))):
        box.unlink()


def nothing(life: Life) -> None:
    """Nothing happens."""


_Edit = Callable[[Life], None]
_WORDS: tuple[_Edit, ...] = (
    title, column, published, expires, review, change, withdraw, succeed,
    series, audience, draft, tell, link, edit_body, attach,
)  # fmt: skip
"""What an author does to a record."""
_ALL: tuple[_Edit, ...] = (
    *_WORDS, Life.add, delete, move, edit_slyly, replace_as_editors_do, detach, list_attachments,
    edit_school, edit_catalogue, edit_page, delete_page, edit_files, edit_theme,
    edit_navigation, tamper, tamper, wait, wait, look_at_other_edition, check_out_anew,
    lose_memory, nothing,
)  # fmt: skip


def happen(life: Life) -> None:
    """Let one to three things happen."""
    for _ in range(life.chance.choice((1, 1, 2, 3))):
        edit = life.chance.choice(_WORDS if life.chance.random() < 0.4 else _ALL)
        edit(life)
        life.told.append(edit.__name__)
