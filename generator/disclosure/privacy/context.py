"""What stands around a number and says what it is."""

from __future__ import annotations

import re

_BEFORE = 16
"""Characters in front of a number in which its name is looked for."""
_LINK = r"(?:[\s:：=（(为是\"“'|#\-]|&nbsp;)*\Z"
_THINGS = (
    "订单|流水|合同|协议|项目|招标|投标|采购|备案|注册|登记证?|许可证?|执照|信用|组织机构|条形?|序列|型|批|发票|凭证|物流|运单|快递|设备|资产|仪器"
    "|图书|课题|立项|文|档案|索引|机构|标识|商品|产品|公告|标书|包|票据|纳税人|税务登记|税|交易|受理|案|工单|宗地|地块|房产证|不动产权证|保单|专利|用户"
)
_HARMLESS = re.compile(
    rf"(?:(?:{_THINGS})(?:代|编|单|标|识别)?(?:号码|编号|编码|代码|号|码)|ISBN|ISSN|IMEI|\bSN|DOI|CIP|SKU|Order|(?<!card_)(?<!card )\bNo\.?)"
    + _LINK,
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:编|单|代|序|期)(?:号|码)|(?:校验|验证|取件|提货)码|快递|订单|运单|物流|包裹|发票|合同|[\u4e00-\u9fff][量数额值])"
    + _LINK
)
_ANY_NUMBER_OF = re.compile(
    r"[\u4e00-\u9fff]号(?<!机号)(?<!话号)(?<!系号)(?<!信号)(?<!线号)(?<!学号)(?<!账号)(?<!帐号)(?<!工号)(?<!短号)(?<!动号)(?<!宝号)(?<!同号)(?<!证号)(?<!长号)(?<!保号)"
    + _LINK
)
"""`货号`, `水表号`, `会议号`: whatever has a number is a thing, but for telephones, accounts and persons."""
_FIELD = re.compile(r"([A-Za-z][A-Za-z_\-]+)[\"']?\s?[:=]\s?[\"']?\Z")
_CALLS = re.compile(
    r"(?:tel|phone|mobile|mob|cell|vx|wx|qq|sj|sjh|lxdh|dianhua|shouji|contact|hotline|owner|wechat|weixin|whatsapp)\d?\Z",
    re.IGNORECASE,
)
_TAX = re.compile(r"字第?\Z")
_IDENTITY = re.compile(
    r"(?:身份证|身份号|证件|公民身份|身份信息|SFZ|(?<![\w-])(?-i:ID))[^0-9\n]{0,12}\Z", re.IGNORECASE
)
_CARD = re.compile(r"(?:银行卡|卡号|储蓄卡|信用卡|借记卡|工资卡|社保卡|存折|card_?no)[^0-9\n]{0,12}\Z", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:电话|手机|联系|致电|拨打|热线|号码|微信|家长|老师|主任|校长|父亲|母亲|监护人|值班|咨询|司机|tel|phone|mobile)[^0-9\n]{0,10}\Z",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:合计|小计|总计|规格|费|元|项|学年|年度|预算|决算|人数|分数|成绩|单价|数量)[\s:：|]*\Z")
_GOES_ON = re.compile(r"(?<!86)(?<=[0-9A-Za-z])[-－‐]\Z")
_QUANTITY = re.compile(
    r"\s*(?:\.\d|,\d{3}(?!\d)|元(?!旦|老)|万(?!老师|先生|女士)|亿|÷|%|％|‰|㎡|m²|平方(?!老师)|千克|公斤|吨|册|人次|次|名|人(?!员|民|事)|字节|KB|MB|kWh)"
)
_IN_A_LINK = re.compile(r"(?:https?|ftp)://[^\s<>\"，。；）]*\Z", re.IGNORECASE)
_IN_A_PATH = re.compile(r"(?:(?:^|[\s\"'(=])/(?:[\w.\-]*/)*|[A-Za-z]/)\Z")
_IN_A_TAG = re.compile(r"<[A-Za-z][^<>]*\s(?:id|class|name|src|href|value|data-[\w-]+)=[\"'][^\"'\s]*\Z")


def before(text: str, start: int) -> str:
    """The end of the line in front of a place."""
    return text[max(0, start - _BEFORE) : start].rpartition("\n")[2]


def is_serial(front: str, *, in_words: bool = False) -> bool:
    """Whether words say that a number is that of a thing: an order, a contract, a licence, a book.

    Args:
        in_words: names of fields and `No.` do not count.
    """
    if _IDENTITY.search(front):
        return False
    harmless = _HARMLESS.search(front)
    if in_words:
        return bool((harmless and not harmless[0][0].isascii()) or _BARE.search(front))
    if harmless or _BARE.search(front) or _ANY_NUMBER_OF.search(front):
        return True
    field = _FIELD.search(front)
    return field is not None and not _CALLS.search(field[1]) and not _CARD.search(front)


def is_tax_number(text: str, start: int) -> bool:
    """Whether a number goes on behind `国税登字`."""
    return _TAX.search(before(text, start)) is not None


def is_identity(text: str, start: int) -> bool:
    """Whether a number is called the number of a person's papers."""
    return _IDENTITY.search(before(text, start)) is not None


def is_card_named(text: str, start: int) -> bool:
    """Whether a number is called that of a person's card; accounts of schools and firms are called accounts."""
    return _CARD.search(before(text, start)) is not None


def is_called(front: str) -> bool:
    """Whether words say that a number can be called, or whose it is."""
    return _CALLED.search(front) is not None


def is_row_of_figures(text: str, start: int) -> bool:
    """Whether a row begins with a word for figures."""
    return _ROW.search(before(text, start)) is not None


def is_part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether letters or a decimal point hold on to a number, as in the names of models and files."""
    front = before(text, start)
    if _is_letter(front[-1:]) and not _CALLS.search(front):
        return True
    if _is_letter(text[end : end + 1]) and not is_called(front):
        return True
    return front[-1:] == "." and front[-2:-1].isdecimal()


def goes_on(text: str, start: int) -> bool:
    """Whether a number is the rest of a longer one with hyphens, `2026-153-00001234`; the code of China is no such thing."""
    return _GOES_ON.search(before(text, start)) is not None


def is_quantity(text: str, end: int) -> bool:
    """Whether a number is an amount or goes on behind a point."""
    return _QUANTITY.match(text, end) is not None


def is_in_code(text: str, start: int, end: int) -> bool:
    """Whether a number is part of the address of a web page or of an HTML tag, which name things by long numbers."""
    window = text[max(0, start - 300) : start]
    front = window[-24:]
    if re.search(r"(?:[?&]|^)(?:tel|phone|mobile|sj|sjh|lxdh)=\Z|(?:tel|sms):\+?\Z", front, re.IGNORECASE):
        return False
    if _IN_A_LINK.search(window) or (text[end : end + 1] == "/" and _IN_A_PATH.search(front)):
        return True
    return _IN_A_TAG.search(window.rpartition(">")[2]) is not None


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
