"""An old school site as wget leaves it: six pages of four systems, lists, pictures, attachments, a feed, a sitemap."""

from __future__ import annotations

from pathlib import Path

from importing import sheet_files, word_files

HOST = "www.oldschool.example"
_MENU = "<div class='nav'><a href='/'>首页</a> <a href='/xxgk/index.html'>信息公开</a> <a href='/zsjy/'>招生就业</a> <a href='/dj/'>党建</a></div>"
_FOOT = "<div class='footer'>版权所有 示例学校 备案号 00000000 <a href='/admin'>管理</a></div>"
_NO_DATA = "x" * 10


def page(head: str, body: str, *, charset: str = "utf-8") -> bytes:
    text = f"<!DOCTYPE html><html><head><meta http-equiv='Content-Type' content='text/html; charset={charset}'>{head}</head><body>{_MENU}{body}{_FOOT}<script>var tracker='{_NO_DATA}';</script></body></html>"
    return text.encode("gb18030" if charset.startswith("gb") else charset)


FEES = page(
    "<title>2019年秋季收费公示-示例学校</title><meta name='ArticleTitle' content='2019年秋季学期收费公示'><meta name='PubDate' content='2019-08-28 10:20'><meta name='ContentSource' content='总务处'>",
    "<h1>2019年秋季学期收费公示</h1><div class='info'>发布时间：2019-08-28 来源：总务处 点击数：35</div><div class='TRS_Editor'><style>p{color:red}</style><p>　　现将收费标准公示如下：</p>"
    "<table><tr><td>项目</td><td>标准（元）</td></tr><tr><td>伙食费</td><td>12</td></tr><tr><td>合计</td><td>12</td></tr></table>"
    "<p><img src='../images/board.jpg' alt='公示栏'></p><p>附件：<a href='/upload/2019/20190828093012.xlsx'>收费明细表.xlsx</a></p><p>另见<a href='notice.html'>采购公告</a>、<a href='lost.html'>已删除的网页</a>。</p><p>示例学校总务处</p><p>二〇一九年八月二十八日</p></div>",
    charset="gb2312",
)  # fmt: skip
NOTICE = page(
    "<title>关于采购课桌椅的成交公告 - 示例学校</title>",
    "<div id='main'><div class='crumb'><a href='/'>首页</a> &gt; <a href='/xxgk/'>信息公开</a></div><h1 class='title'>关于采购课桌椅的成交公告</h1><p class='time'>发布日期：2020年3月6日</p>"
    "<div id='vsb_content'><p>一、项目编号：略</p><p>二、成交金额：人民币 58,600.00元</p><p>三、公示时间：2020年3月6日至3月12日</p><p>示例学校总务处<br>2020年3月6日</p></div></div>",
)  # fmt: skip
PLAN = page(
    "<meta property='og:title' content='2021年工作计划'><meta property='article:published_time' content='2021-02-20T08:00:00+08:00'>",
    "<article><h2>2021年工作计划</h2><p>示校〔2021〕3号</p><p>一、抓好教学。</p><p>二、抓好安全。</p><ul><li>消防</li><li>食品</li></ul></article>",
)  # fmt: skip
OLD = page(
    "<title>示例学校章程</title>",
    "<table width='100%'><tr><td width='200'><a href='a.html'>学校概况</a><br><a href='b.html'>机构设置</a></td><td><font size='5'><b>示例学校章程</b></font><br>日期：2015-06-01<br><br>"
    + "<br>".join(f"第{at}条　学校依法办学，这是第{at}条的内容，规定得比较具体，便于大家执行。" for at in "一二三四五六")
    + "</td></tr></table>",
    charset="gbk",
)  # fmt: skip
SCAN = page(
    "<title>获奖公示</title>",
    "<article><h1>学校获得先进集体的公示</h1><p>时间：2022-05-04</p><p><img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'></p><p>获奖证书如图，证书原件存放在学校荣誉室，欢迎查看。</p></article>",
)  # fmt: skip
PERSONAL = page(
    "<title>资助公示</title>",
    "<article><h1>资助学生名单公示</h1><p>张某，联系电话 13800138000，请核对以后告诉我们。</p></article>",
)
LIST = page(
    "<title>信息公开</title>",
    "<ul>" + "".join(f"<li><a href='p{at}.html'>第{at}条通知的标题很长很长</a></li>" for at in range(20)) + "</ul>",
)
FEED = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>示例学校</title>
<item><title>2019年秋季学期收费公示（更新）</title><link>http://{HOST}/xxgk/fees.html</link><pubDate>Wed, 28 Aug 2019 22:30:00 GMT</pubDate></item>
<item><title>只在订阅里的通知</title><link>http://{HOST}/gone.html</link><pubDate>Mon, 02 Mar 2020 08:00:00 +0800</pubDate><content:encoded>&lt;p&gt;正文只保存在订阅源里，网页已经没有了。&lt;/p&gt;</content:encoded></item>
<item><title>哪里都没有</title><link>http://{HOST}/nowhere.html</link></item></channel></rss>"""
SITEMAP = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://{HOST}/xxgk/notice.html</loc></url><url><loc>http://{HOST}/</loc></url><url><loc>http://{HOST}/none.html</loc></url></urlset>"""


def save(folder: Path) -> Path:
    """Write the copy and return its folder."""
    pages = {
        "index.html": LIST, "xxgk/index.html": LIST + b"<!-- another -->", "xxgk/fees.html": FEES, "xxgk/notice.html": NOTICE, "jh/t20210220_12.html": PLAN,
        "zc/show.asp?id=7": OLD, "dj/scan.html": SCAN, "zz/list.html": PERSONAL, "images/board.jpg": word_files.photo(),
        "upload/2019/20190828093012.xlsx": sheet_files.merged(), "rss.xml": b"",
    }  # fmt: skip
    for name, content in pages.items():
        path = folder / HOST / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "rss.xml").write_text(FEED)
    (folder / "sitemap.xml").write_text(SITEMAP)
    return folder
