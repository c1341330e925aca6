"""Snippets of school notices with and without personal data, made up with valid checksums; none is of a real person.

    python benchmarks/privacy_snippets.py     writes tests/cases/privacy/{positive,negative}.jsonl anew

Every line is `{"kind": …, "text": …}`: the kind that has to be found, or for negatives what the text is about. Numbers are drawn
with a fixed seed; counties end in 00, which no ID number's do, and mobile numbers lie in a range of zeros.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from disclosure.privacy.cards import luhn_digit
from disclosure.privacy.identity import check_digit

FOLDER = Path(__file__).parents[1] / "tests/cases/privacy"
PROVINCES = ("11", "31", "32", "33", "37", "41", "43", "44", "51", "61")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ("明远", "思源", "子涵", "雨桐", "欣怡", "浩然", "梓轩", "诗琪", "建国", "丽华", "伟", "敏", "静", "磊")
Draw = random.Random


def name(draw: Draw) -> str:
    return draw.choice(SURNAMES) + draw.choice(GIVEN)


def born(draw: Draw, first: int = 1955, last: int = 2018) -> date:
    return date(first, 1, 1) + timedelta(days=draw.randrange((last - first) * 365))


def id18(draw: Draw) -> str:
    first = f"{draw.choice(PROVINCES)}0{draw.randrange(1, 9)}00{born(draw):%Y%m%d}{draw.randrange(1000):03d}"
    return first + check_digit(first)


def id15(draw: Draw) -> str:
    return f"{draw.choice(PROVINCES)}0{draw.randrange(1, 9)}00{born(draw, 1932, 1983):%y%m%d}{draw.randrange(1000):03d}"


def mobile(draw: Draw) -> str:
    head = draw.choice(("130", "135", "138", "139", "147", "150", "158", "166", "176", "181", "189", "191", "198"))
    return f"{head}0000{draw.randrange(10_000):04d}"


def card(draw: Draw) -> str:
    head = draw.choice(("622202", "621700", "622848", "625912", "620058", "621483"))
    first = head + "".join(str(draw.randrange(10)) for _ in range(draw.choice((9, 12))))
    return first + luhn_digit(first)


def wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if one.isascii() and one.isalnum() else one for one in text)


def groups(text: str, *sizes: int, by: str) -> str:
    parts, start = [], 0
    for size in sizes:
        parts.append(text[start : start + size])
        start += size
    return by.join([*parts, text[start:]] if text[start:] else parts)


ID_PLACES = (
    "{n}，身份证号{v}", "身份证号码：{v}", "姓名：{n}，证件号码：{v}，就读于七年级（3）班", "| {n} | {v} | 高一（2）班 |", "{n}({v})", "<td>{v}</td>",
    "经核实，{n}同学（{v}）符合资助条件。", "学籍号G{v}", "1. {n} {v} 二等助学金", "title: 关于{n}（{v}）的处理决定", "{v}", "公民身份号码{v}。",
    "{n}\t{v}\t困难", "受助学生：{n}、{v}；发放金额 1250 元", "附件：{v}_{n}.pdf", "“{v}”", "监护人{n}身份证{v}复印件已收", "<!-- {v} -->",
    "请核对：{n}/{v}/男", "开户人身份证: `{v}`", "ID：{v}", "编号{v}对应的学生不再享受补助", "{n}同学身份证后补（原登记{v}）",
)  # fmt: skip
MOBILE_PLACES = (
    "联系人：{n}，电话{v}", "家长{n} {v}", "| {n} | 母亲 | {v} |", "请与{n}老师联系（{v}）。", "手机：{v}", "报名请致电 {v}", "Tel:{v}", "{n}家长手机号{v}，无人接听",
    "<a href=\"tel:{v}\">{v}</a>", "联系电话：{v}、0000-5550101", "- {n} {v}", "微信同号{v}", "摘要：有问题找{n}{v}", "{n}\t{v}", "紧急联系人 {v}（父亲）",
    "值班：周一 {n} {v}，周二 {n} 0000-5550102", "附件名单_{v}.xlsx", "拨打{v}，或发邮件", "如有异议，请在 5 个工作日内拨打 {v} 反映。", "司机{n}（{v}）负责 3 号线",
)  # fmt: skip
CARD_PLACES = (
    "银行卡号：{v}", "| {n} | 工商银行 | {v} |", "打入{n}的卡 {v}", "收款人{n}，账号{v}", "助学金发放账户 {v}（{n}）", "卡号{v}，开户行建设银行", "{n}\t{v}\t1250", "{v}",
    "退费统一退至{n}名下 {v}", "请核对卡号 {v} 是否有误", "储蓄卡 {v}", "工资卡号为{v}。",
)  # fmt: skip


def positives(draw: Draw) -> Iterator[tuple[str, str]]:
    for make in (identities, mobiles, cards, softer):
        yield from make(draw)


def identities(draw: Draw) -> Iterator[tuple[str, str]]:
    for place in ID_PLACES * 4:
        yield "ID_NUMBER", place.format(n=name(draw), v=id18(draw))
    for by in (" ", "-", "  ", "－", "\u200b", "\u00a0", "—", "·"):
        for sizes in ((6, 8, 4), (3, 3, 4, 4, 4), (6, 4, 4, 4), (1,) * 18, (10, 8)):
            yield "ID_NUMBER", f"身份证 {groups(id18(draw), *sizes, by=by)}"
            yield "ID_NUMBER", f"{name(draw)}，{groups(id18(draw), *sizes, by=by)}，已核"
    for place in ID_PLACES[:12]:
        yield "ID_NUMBER", place.format(n=name(draw), v=wide(id18(draw)))
        yield "ID_NUMBER", place.format(n=name(draw), v=id18(draw).lower())
    for place in (
        "身份证号{v}",
        "{n}（旧身份证 {v}）",
        "| {n} | {v} |",
        "{n}，{v}，退休教师",
        "证件号码 {v}",
        "老身份证：{v}",
        "{v} {n}",
        "身份证{v}已失效",
    ):
        yield "ID_NUMBER", place.format(n=name(draw), v=id15(draw))
    value = id18(draw)
    for text in (f"{value[:6]}<b>{value[6:14]}</b>{value[14:]}", f"{value[:6]}**{value[6:14]}**{value[14:]}", f"&#{ord(value[0])};{value[1:]}",
                 f"{value[:10]}<!-- x -->{value[10:]}", f"{value[:4]}&nbsp;{value[4:]}", f"<span>{value[:9]}</span><span>{value[9:]}</span>"):  # fmt: skip
        yield "ID_NUMBER", text


def mobiles(draw: Draw) -> Iterator[tuple[str, str]]:
    for place in MOBILE_PLACES * 3:
        yield "MOBILE", place.format(n=name(draw), v=mobile(draw))
    for by in (" ", "-", "－", "\u00a0"):
        for sizes in ((3, 4, 4), (3, 4, 4), (3, 8), (7, 4), (1,) * 11):
            yield "MOBILE", f"{name(draw)}家长：{groups(mobile(draw), *sizes, by=by)}"
    for place in MOBILE_PLACES[:8]:
        yield "MOBILE", place.format(n=name(draw), v=wide(mobile(draw)))
        yield "MOBILE", place.format(n=name(draw), v="+86 " + mobile(draw))
        yield "MOBILE", place.format(n=name(draw), v="+86" + mobile(draw))
        yield "MOBILE", place.format(n=name(draw), v="0086-" + mobile(draw))


def cards(draw: Draw) -> Iterator[tuple[str, str]]:
    for place in CARD_PLACES * 4:
        yield "BANK_CARD", place.format(n=name(draw), v=card(draw))
    for by in (" ", "-", "\u00a0"):
        for _ in range(4):
            yield "BANK_CARD", f"卡号 {groups(card(draw), 4, 4, 4, 4, by=by)}"
            yield "BANK_CARD", f"{name(draw)} {groups(card(draw), 4, 4, 4, 4, by=by)}"


def softer(draw: Draw) -> Iterator[tuple[str, str]]:
    serial = lambda size: "".join(str(draw.randrange(10)) for _ in range(size))  # noqa: E731
    for form in ("护照号码：E{s8}", "护照 G{s8}", "护照号：EA{s7}", "港澳通行证 C{s8}", "往来港澳通行证号码 W{s8}", "台胞证 {s8}", "回乡证号码 H{s8}", "军官证 南字第{s8}号",
                 "外国人居留证 {s12}", "| 姓名 | 护照号码 |\n| --- | --- |\n| {n} | E{s8} |"):  # fmt: skip
        yield "PASSPORT", form.format(n=name(draw), s7=serial(7), s8=serial(8), s12=serial(12))
    for form in (
        "户号：{s9}",
        "户口簿号码 {s9}",
        "户口本编号：{s9}",
        "户籍号{s9}",
        "户口簿编号：No {s9}",
        "| 姓名 | 户号 |\n| --- | --- |\n| {n} | {s9} |",
    ):
        yield "HOUSEHOLD", form.format(n=name(draw), s9=serial(9))
    for form in ("{n}，{d}出生", "{n}（{d}生）", "出生日期：{d}", "{n}，男，{d}出生，汉族", "学生{n}，{d}生，现就读五年级", "生日：{d}", "| 姓名 | 出生日期 |\n| --- | --- |\n| {n} | {i} |",
                 "姓名：{n} 出生日期：{i}", "{n} 生于{d}", "出生年月日：{i}", "{n}，女，{i} 出生"):  # fmt: skip
        day = born(draw, 2008, 2019)
        yield "BIRTH_DATE", form.format(n=name(draw), d=f"{day.year}年{day.month}月{day.day}日", i=day.isoformat())
    for form in (
        "家庭住址：{a}",
        "住址：{a}",
        "{n}，家住{a}",
        "现住址 {a}",
        "家庭地址：{a}",
        "户籍地址：{a}",
        "| 姓名 | 家庭住址 |\n| --- | --- |\n| {n} | {a} |",
        "居住地址：{a}",
        "{n}家庭住址为{a}",
    ):
        place = f"示例市青梧区枫林路{draw.randrange(1, 300)}号{draw.randrange(1, 30)}幢{draw.randrange(1, 4)}单元{draw.randrange(101, 1800)}室"
        yield "ADDRESS", form.format(n=name(draw), a=place)
    for form in ("学号：{s}", "学籍号 {s}", "{n}，学号{s}", "工号：{s}", "准考证号：{s}", "考生号{s}", "| 学号 | 姓名 |\n| --- | --- |\n| {s} | {n} |", "| 姓名 | 工号 |\n| --- | --- |\n| {n} | {s} |",
                 "姓名\t考号\n{n}\t{s}"):  # fmt: skip
        yield "SCHOOL_NUMBER", form.format(n=name(draw), s=serial(draw.choice((8, 10))))
    for form in ("邮箱 {m}", "请发至{m}", "{n} {m}", "| {n} | {m} |", "联系：{m}，谢谢", "E-mail: {m}"):
        yield (
            "EMAIL",
            form.format(
                n=name(draw),
                m=draw.choice(("wangmy88", "lisiyuan", "zhang.zihan", "78451236", "yutong_chen", "hr1985zhao"))
                + draw.choice(("@qq.example", "@mail.example", "@home.example")),
            ),
        )
    for form in (
        "微信号：{w}",
        "加微信 {w}",
        "QQ：{q}",
        "QQ号码{q}",
        "vx:{w}",
        "班主任微信{w}",
        "| 姓名 | 微信号 |\n| --- | --- |\n| {n} | {w} |",
    ):
        yield (
            "CHAT_ID",
            form.format(
                n=name(draw), w=draw.choice(("wang_my88", "lisiyuan2010", "zzh-2012")), q=serial(9).replace("0", "1")
            ),
        )


def negatives(draw: Draw) -> Iterator[tuple[str, str]]:
    number = lambda low, high: draw.randrange(low, high)  # noqa: E731
    digits = lambda size: "".join(str(draw.randrange(10)) for _ in range(size))  # noqa: E731
    for _ in range(10):
        year, month, day = number(2019, 2027), number(1, 13), number(1, 29)
        iso = f"{year}-{month:02d}-{day:02d}"
        yield from (
            ("hotline", f"监督电话 0000-5550{number(100, 200)}"),
            ("hotline", f"办公电话：0571-8800{number(1000, 9999)}、0571-8801{number(1000, 9999)}转{number(101, 899)}"),
            ("hotline", f"咨询请拨 400-800-{number(1000, 9999)}，或 12345、12315"),
            ("hotline", "遇险拨打 110、120、119，价格举报 12315，热线 12345，心理援助 12355"),
            ("hotline", f"传真：(010) 6000{number(1000, 9999)}，邮编 1000{number(10, 99)}"),
            ("document", f"依据示教〔{year}〕{number(1, 99)}号、发改价检〔2003〕781号执行"),
            ("document", f"云实校发〔{year}〕{number(10, 99)}号，{year}年{month}月{day}日印发"),
            ("amount", f"合计 {number(1, 99)},{number(100, 999)},{number(100, 999)}.{number(10, 99)} 元，其中人员经费 {number(10**10, 2 * 10**10)} 元"),
            ("amount", f"| 伙食费 | {number(10, 20)} | {number(300, 900)} | {number(1000, 9000)} | {number(10000, 90000)} |"),
            ("amount", f"预算 {number(13_000_000_000, 19_000_000_000)}.00，执行率 {number(50, 99)}.{number(10, 99)}%"),
            ("amount", f"收入 138 1200 350 元；支出 {number(100, 999)} {number(1000, 9999)} {number(1000, 9999)} 元"),
            ("credit-code", "统一社会信用代码 12330100MB0X12345X"),
            ("credit-code", "中标单位：示例建设有限公司（91330106MA2XYZ123K）"),
            ("credit-code", "统一社会信用代码：123301064700012340"),
            ("tender", f"项目编号：ZFCG-{year}-{number(100, 999)}-{digits(8)}"),
            ("tender", f"招标编号 3301{year}{month:02d}{day:02d}{digits(5)}"),
            ("tender", f"采购编号：{year}{month:02d}{day:02d}{digits(7)}"),
            ("isbn", f"《语文》七年级上册，ISBN 978-7-107-{number(10000, 99999)}-{number(0, 9)}"),
            ("isbn", f"ISBN 9787{digits(9)}，定价 {number(10, 50)}.80 元"),
            ("date", f"公示时间：{iso} 至 {iso}，共 5 个工作日"),
            ("date", f"{year}年{month}月{day}日 08:30—16:30，行政楼 201 室"),
            ("date", f"更新于 {iso}T08:30:{number(10, 59)}+08:00"),
            ("policy", f"招收 {year - 6}年9月1日至{year - 5}年8月31日出生的适龄儿童"),
            ("policy", f"年满六周岁（{year - 6}年8月31日以前出生）的儿童均可报名"),
            ("policy", f"{year - 6}年8月31日（含）前出生的本区户籍儿童"),
            ("policy", "报名时请带户口簿、身份证原件和复印件、房产证，填写家庭住址和联系电话"),
            ("policy", "不得公示学生身份证号码、家庭住址、电话号码、出生日期、银行卡号等个人敏感信息"),
            ("policy", f"学号由 {number(8, 12)} 位数字组成，前 4 位是入学年份"),
            ("policy", "身份证号为 18 位，最后一位可能是 X；手机号码为 11 位"),
            ("policy", f"户籍在本区满 {number(1, 6)} 年，居住地址与户籍一致的优先"),
            ("policy", f"家住学校 {number(1, 3)} 公里以内的学生走读"),
            ("place", f"地址：示例市云杉路 {number(1, 99)} 号，邮编 0000{number(10, 99)}"),
            ("place", f"中标单位地址：示例市青梧区枫林路 {number(1, 300)} 号 {number(1, 9)} 幢 {number(101, 999)} 室"),
            ("place", f"教学楼 {number(1, 5)} 号楼 {number(101, 599)} 室开标"),
            ("office-mail", f"意见箱 xwgk@school{number(1, 9)}.example"),
            ("office-mail", f"投标文件发至 caigou{number(1, 9)}@school.example，技术咨询 support@vendor.example"),
            ("office-mail", "来信请寄 office@school.example 或 jubao@jyj.example.gov.cn"),
            ("public-account", f"关注微信公众号“云杉路学校”（微信公众号：yunshan_school{number(1, 9)}）"),
            ("public-account", f"家长可用微信支付缴费，每人 {number(100, 999)} 元"),
            ("public-account", f"班级 QQ 群里只发通知；QQ群不发名单，{number(1, 9)} 班同"),
            ("account", f"户名：示例市云杉路实验学校，开户行：示例银行，账号：1202{digits(15)}"),
            ("account", f"学校对公账户 3305{digits(14)}"),
            ("serial", f"订单号 {digits(18)}，物流单号 SF{digits(13)}"),
            ("serial", f"资产编号 {year}{digits(8)}，序列号 SN{digits(12)}"),
            ("serial", f"发票号码：{digits(8)}，发票代码 {digits(12)}"),
            ("serial", f"合同编号：1380000{number(1000, 9999)}，签订于 {iso}"),
            ("serial", f"流水号 1580000{number(1000, 9999)}"),
            ("web", f"详见 https://www.example.gov.cn/art/{year}/{month}/{day}/art_1229{digits(6)}_{digits(8)}.html"),
            ("web", f"https://school.example/news?id=1390000{number(1000, 9999)}"),
            ("web", f"SHA-256：{draw.getrandbits(256):064x}"),
            ("measure", f"操场 {number(1000, 9000)} 平方米，绿化 {number(100, 900)}.{number(10, 99)}㎡，共 {number(10, 60)} 个班 {number(1000, 3000)} 人"),
            ("measure", f"经度 120.{digits(6)}，纬度 30.{digits(6)}；坐标 (3{digits(6)}.{digits(3)}, 4{digits(6)}.{digits(3)})"),
            ("standard", "执行 GB/T 36876-2018、GB 28050-2011 和 WS/T 554-2017"),
            ("licence", f"食品经营许可证：JY3330106{digits(7)}，ICP备案：示ICP备{digits(8)}号"),
            ("licence", f"办学许可证号 133010{digits(9)}"),
            ("list", f"一等奖：{name(draw)}、{name(draw)}；二等奖：{name(draw)}、{name(draw)}"),
            ("list", f"| 序号 | 姓名 | 班级 |\n| --- | --- | --- |\n| {number(1, 60)} | {name(draw)} | 高一（{number(1, 9)}）班 |"),
            ("list", f"{name(draw)}，{year}年{month}月任教务主任，分管教学"),
            ("masked", f"{name(draw)}，身份证 3301**********{number(1000, 9999)}"),
            ("masked", f"手机 138****{number(1000, 9999)}，卡号 6222 **** **** {number(1000, 9999)}"),
            ("plain", f"第 {number(1, 20)} 周工作安排：周一升旗，周三教研，周五 {number(13, 18)}:00 大扫除"),
            ("plain", f"参加 {number(100, 999)} 人，同意 {number(90, 99)}.{number(1, 9)}%，反对 {number(0, 5)} 人，弃权 {number(0, 5)} 人"),
            ("plain", f"版本 v{number(1, 9)}.{number(0, 20)}.{number(0, 9)}，IP 192.168.{number(0, 255)}.{number(1, 254)}"),
        )  # fmt: skip


def write() -> None:
    """Write both files anew; the same each time."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stem, make in (("positive", positives), ("negative", negatives)):
        rows = dict.fromkeys(make(random.Random(20261125)))
        lines = (json.dumps({"kind": kind, "text": text}, ensure_ascii=False) for kind, text in rows)
        (FOLDER / f"{stem}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
