"""E-mail addresses of persons. Offices have addresses, too: the name in front of the @ or the words before it tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.digits import plain
from disclosure.privacy.match import Match

_EMAIL = re.compile(
    r"(?<![*＊])[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}\s?(?:[@＠]|%40|[\[(]at[\])])\s?(?:[A-Za-z0-9\-]{1,63}(?:\.|\[dot\]|\(dot\))){1,4}[A-Za-z]{2,10}"
)
_AT = re.compile(r"＠|%40|[\[(]at[\])]", re.IGNORECASE)
_DOT = re.compile(r"[\[(]dot[\])]", re.IGNORECASE)
_OFFICES = re.compile(
    "office|info|admin|service|contact|support|sales|recruit|zhaopin|webmaster|postmaster|mailbox|noreply|no-reply|help|media|press|public"
    "|school|xuexiao|xiaoxue|zhongxue|gaozhong|chuzhong|youeryuan|middle|primary|kindergarten|xwgk|xxgk|gongkai|jiaowu|zongwu|zhengjiao|deyu"
    "|dangzheng|dangban|dangwei|tuanwei|bangong|xiaoban|caiwu|houqin|zhaosheng|zhaoban|gonghui|jijian|jiwei|jubao|tousu|xinfang|jiandu|yijian"
    "|xiaozhang|kefu|caigou|zhaobiao|zixun|tougao|renshi|xuanchuan|keyan|jiaoyan|jiaoke|kaoshi|xinli|xiansuo|bianji|baoming|xuesheng|anquan"
    "|legal|privacy|security|abuse|tender|purchase|finance|library|tsg|editor|news|principal|headmaster|admission|international|zfcg|cgzx|ggzy"
    "|(?:^|[._-])(?:hr|job|jobs|hello|mail|edu|zs|zsb|zsbgs|zsjy|jwc|jwk|jw|zwc|zwk|xsc|rsc|rczp|cwc|hqc|bgs|xb|bwc|txs|tw|dzb|gh|yjx|xzxx|zbcg|cgb|zbb"
    "|zbdl|zx|xx|sy|ms|jyj|jyk|jjjc|xfs|xcb|tg|lib|ksy|yjy|wsb|gjb|jdb|ib|law|bid|cg|zb|git)\\d{0,4}$",
    re.IGNORECASE,
)
"""In whole words, or in the short forms that offices have."""
_NOBODY = re.compile(
    r"^(?:name|user|username|example|test|x{2,}|abc|a|b|you|your[a-z]*|someone|zhangsan|lisi)$", re.IGNORECASE
)
_OFFICIAL = re.compile(
    r"\.gov(?:\.cn)?$|(?:^|\.)moe\.|^example\.(?:com|org|net)$|\.(?:png|jpe?g|gif|svg|webp|zip|js|css|html?)$",
    re.IGNORECASE,
)
_OFFICE_NAMED = re.compile(
    r"(?:学校|单位|公共|公用|校办|办公室?|报名|招生|投稿|招标|代理|采购|监督|举报|咨询|投诉|意见|[处室科办组部])(?:电子|公共|公用)?(?:[邮信]箱|[Ee]-?mail)(?:地址)?[\s:：为是]{0,4}\Z"
)
_SAMPLE = re.compile(r"示例|样例|格式|例如|形如")
_OF_A_PERSON = re.compile(r"\d{6,11}")


def find_emails(text: str) -> Iterator[Match]:
    """Every address but those of offices, authorities and samples."""
    if "@" not in text and "＠" not in text and "%40" not in text and "at]" not in text and "at)" not in text:
        return
    for match in _EMAIL.finditer(text):
        address = _DOT.sub(".", _AT.sub("@", plain(match[0].replace(" ", "")).lower()))
        name, _, host = address.partition("@")
        if not _is_nobodys(name, host, text, match):
            yield Match(PersonalData.EMAIL, address, match.start(), match.end())


def _is_nobodys(name: str, host: str, text: str, match: re.Match[str]) -> bool:
    if _OFFICIAL.search(host) or _NOBODY.search(name) or _OFFICES.search(name):
        return True
    front = text[max(0, match.start() - 16) : match.start()].rpartition("\n")[2]
    if _OFFICE_NAMED.search(front) and not _OF_A_PERSON.fullmatch(name):
        return True
    return bool(_SAMPLE.search(front) or _SAMPLE.search(text[match.end() : match.end() + 8].partition("\n")[0]))
