"""A saved copy of an old site: pages, pictures, attachments and links between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from importing import saved_site
from importing.school import Imported, run
from sample import codes_of


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved_site.save(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="module")
def whole(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return run(tmp_path_factory.mktemp("whole") / "school", "--from-sitemap", copy)


def test_pages_become_drafts_of_their_years(whole: Imported) -> None:
    assert sorted(path.relative_to(whole.records).as_posix() for path in whole.drafts) == [
        "2015/2015-0001.md", "2019/2019-0001/index.md", "2020/2020-0001.md", "2021/2021-0001.md", "2022/2022-0001/index.md",
    ]  # fmt: skip
    assert codes_of(whole.records.parents[1]) == []


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "fees.html",
            [
                "标题: 2019年秋季学期收费公示 #",
                "公布日期: 2019-08-28 #",
                "责任部门: 总务处 #",
                "形成日期: 2019-08-28 #",
                "事项: I42 #",
            ],
        ),
        (
            "notice.html",
            ["标题: 关于采购课桌椅的成交公告 #", "公布日期: 2020-03-06 #", "截止日期: 2020-03-12 #", "金额: 58600元 #"],
        ),
        ("t20210220_12.html", ["标题: 2021年工作计划 #", "公布日期: 2021-02-20 #", "文号: 示校〔2021〕3号 #"]),
        ("show.asp?id=7", ["标题: 示例学校章程 #", "公布日期: 2015-06-01 #"]),
    ],
)
def test_what_a_page_says_of_itself(name: str, lines: list[str], whole: Imported) -> None:
    draft = whole.draft(name)
    assert [line for line in lines if line not in draft] == []


def test_the_notice_and_nothing_around_it(whole: Imported) -> None:
    assert whole.body("fees.html") == (
        "现将收费标准公示如下：\n\n| 项目 | 标准（元） |\n| --- | --- |\n| 伙食费 | 12 |\n| 合计 | 12 |\n\n![公示栏](图1.jpg)\n\n"
        "附件：[收费明细表.xlsx](收费明细表.xlsx)\n\n另见[采购公告](record:2020-0001)、已删除的网页。\n\n示例学校总务处\n\n二〇一九年八月二十八日"
    )
    assert set(whole.beside("fees.html")) == {"index.md", "图1.jpg", "收费明细表.xlsx"}
    for draft in whole.drafts:
        assert "版权所有" not in draft.read_text()
        assert "tracker" not in draft.read_text()


def test_a_page_without_paragraphs_and_in_gbk(whole: Imported) -> None:
    body = whole.body("show.asp?id=7")
    assert "第六条　学校依法办学" in body
    assert "学校概况" not in body
    assert "取了文字最多的一块" in whole.said


def test_what_is_told_of_the_others(whole: Imported) -> None:
    assert "副本里没有的链接 1 个：只留下文字\n        “已删除的网页（lost.html）”" in whole.said
    assert "没有导入 www.oldschool.example/zz/list.html：正文里有手机号码 1 处" in whole.said
    assert "跳过：www.oldschool.example/index.html、www.oldschool.example/xxgk/index.html。" in whole.said
    assert whole.code == 1


def test_a_feed_gives_titles_and_days(copy: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "school", "--from-rss", copy / "rss.xml")
    draft = done.draft("fees.html")
    assert "标题: 2019年秋季学期收费公示（更新） #" in draft
    assert "公布日期: 2019-08-29 #" in draft, "half past ten in the evening in Greenwich is the next morning in China"
    assert "正文只保存在订阅源里，网页已经没有了。" in done.body("entry.html")
    assert "没有导入 http://www.oldschool.example/nowhere.html：副本里没有这个网页。" in done.said
    assert codes_of(tmp_path / "school") == []


def test_a_sitemap_names_the_pages_and_nothing_comes_twice(copy: Path, tmp_path: Path) -> None:
    first = run(tmp_path / "school", "--from-sitemap", copy / "sitemap.xml")
    assert [path.name for path in first.drafts] == ["2020-0001.md"]
    second = run(tmp_path / "school", "--from-sitemap", copy / "sitemap.xml")
    assert second.drafts == first.drafts
    assert "以前导入过、这次跳过的：www.oldschool.example/xxgk/notice.html。" in second.said


def test_a_saved_page_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "网页"
    (folder / "公示_files").mkdir(parents=True)
    (folder / "公示_files/a.jpg").write_bytes(saved_site.word_files.photo())
    (folder / "公示.html").write_text(
        "<h1>卫生检查结果公示</h1><article><p>检查结果良好，各班教室和走廊都很整洁。</p><img src='公示_files/a.jpg'><img src='http://elsewhere.example/b.jpg'></article>"
    )
    done = run(tmp_path / "school", folder)
    assert len(done.drafts) == 1
    assert done.body("公示.html").endswith("![图1](图1.jpg)")
    assert "副本里没有的图片 1 张\n        “http://elsewhere.example/b.jpg”" in done.said
