"""The keys of deploy.yml."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from disclosure.domain.target import Method, Provider, Target
from disclosure.reading import values
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Node, Unreadable

_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*|\[?[0-9A-Fa-f:]+\]?")
_HOST_KEY = re.compile(r"(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\w@.-]+ [A-Za-z0-9+/=]+(?: .*)?")
_MOST_AT_ONCE = 32
_NEEDS = {
    Method.FOLDER: ("folder",),
    Method.FTP: ("host", "user"),
    Method.FTPS: ("host", "user"),
    Method.SFTP: ("host", "user", "folder"),
    Method.S3: ("bucket", "endpoint"),
}
_ALWAYS = {"id", "method", "edition", "folder", "at_once"}
_MAY_HAVE = {
    Method.FOLDER: set[str](),
    Method.FTP: {"host", "port", "user"},
    Method.FTPS: {"host", "port", "user", "is_implicit", "checks_certificate"},
    Method.SFTP: {"host", "port", "user", "host_keys"},
    Method.S3: {"bucket", "endpoint", "region", "provider", "checks_certificate"},
}


def _name(node: Node) -> str:
    written = values.text(node)
    if not _NAME.fullmatch(written):
        raise Unreadable(
            f"「{written}」不能作目标的名称",
            line=node.line,
            advice="用小写英文字母开头，后面可以有数字和减号，例如 main",
        )
    return written


def _host(node: Node) -> str:
    written = values.text(node)
    if not _HOST.fullmatch(written):
        raise Unreadable(
            f"「{written}」不是主机名",
            line=node.line,
            advice="只写主机名，例如 ftp.school.example；端口、用户、文件夹另写一行",
        )
    return written.strip("[]")


def _port(node: Node) -> int:
    found = values.count(node)
    if found > 65535:
        raise Unreadable(f"「{found}」不是端口", line=node.line, example="22")
    return found


def _endpoint(node: Node) -> str:
    written = values.text(node)
    parts = urlsplit(written if "://" in written else f"https://{written}")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or " " in written:
        raise Unreadable(f"「{written}」不是端点", line=node.line, example="https://oss-cn-hangzhou.aliyuncs.com")
    return written.rstrip("/")


def _folder(node: Node) -> str:
    written = values.text(node)
    if ".." in re.split(r"[/\\]", written) and not written.startswith(".."):
        raise Unreadable(f"「{written}」里有“..”", line=node.line, example="/wwwroot/xwgk")
    return written


def _host_keys(node: Node) -> tuple[str, ...]:
    found = values.list_of(values.text)(node)
    for one in found:
        if not _HOST_KEY.fullmatch(one):
            raise Unreadable(
                f"「{one[:40]}」不是主机公钥", line=node.line, advice="写 ssh-keyscan 给出的后两段：ssh-ed25519 AAAA……"
            )
    return found


def _at_once(node: Node) -> int:
    found = values.count(node)
    if found > _MOST_AT_ONCE:
        raise Unreadable(f"「{found}」太多，最多 {_MOST_AT_ONCE}", line=node.line, example="4")
    return found


def _target(found: dict[str, Any], line: int) -> Target:
    """A target. Raises Unreadable U102 where its method needs more, or does not know what was given."""
    given = {key: value for key, value in found.items() if value is not None}
    method = given["method"]
    chinese = {key.name: key.chinese for key in TARGET.keys}
    who = f"目标「{given['id']}」（{method.label}）"
    if missing := [key for key in _NEEDS[method] if key not in given]:
        rows = "；".join(f"{chinese[key]}: {TARGET.spelled[key].example}" for key in missing)
        words = "、".join(chinese[key] for key in missing)
        raise Unreadable(f"{who}缺少{words}", line=line, code="U102", advice=f"加上：{rows}")
    if foreign := [chinese[key] for key in given if key not in _ALWAYS | _MAY_HAVE[method]]:
        raise Unreadable(f"{who}用不到{'、'.join(foreign)}", line=line, code="U102", advice="删掉这几行，或改“方式”")
    return Target(name=given.pop("id"), **given)


TARGET = Form("上传目标", (
    Key("id", "标识", _name, "main", "目标的名称，就是冒号前的那个词；它是环境变量名称的结尾。", required=True),
    Key("method", "方式", values.word_of(Method), "sftp", "folder 文件夹，ftp，ftps，sftp，s3 对象存储。", required=True),
    Key("edition", "版本", values.text, "public", "这里只能放哪一版：public 社会版（默认），internal 校内版。不是这一版的网站不会传上去。"),
    Key("host", "主机", _host, "www.school.example", "主机名或 IP 地址。"),
    Key("port", "端口", _port, "22", "不写就用通常的：FTP 21，SFTP 22。"),
    Key("user", "用户", values.text, "xwgk", "登录的用户名。密码、私钥不写在这里，见 docs/hosting.md。"),
    Key("folder", "文件夹", _folder, "/var/www/xwgk", "网站放在主机的哪个文件夹；folder 方式可以从学校的文件夹算起；对象存储是前缀，可以不写。"),
    Key("bucket", "存储桶", values.text, "school-xwgk", "对象存储的存储桶（Bucket）。腾讯云要带上 APPID。"),
    Key("endpoint", "端点", _endpoint, "https://oss-cn-hangzhou.aliyuncs.com", "对象存储的服务地址，不带存储桶的名称。"),
    Key("region", "地域", values.text, "oss-cn-hangzhou", "对象存储的地域，服务商要求时才写。"),
    Key("provider", "服务商", values.word_of(Provider), "Alibaba", "Alibaba 阿里云，TencentCOS 腾讯云，HuaweiOBS 华为云，Qiniu 七牛，AWS，Minio，Other 其他（默认）。"),
    Key("host_keys", "主机公钥", _host_keys, "[ssh-ed25519 AAAAC3Nz…]", "SFTP 主机的公钥，用来认出主机没有被冒充。公钥不是秘密，可以写在这里。"),
    Key("is_implicit", "隐式加密", values.yes_or_no, "否", "FTPS 一连上就加密（端口多为 990）的写 是。"),
    Key("checks_certificate", "核对证书", values.yes_or_no, "是", "默认核对。写 否 以后，冒充主机的人能看到密码，只在校内网临时用。"),
    Key("at_once", "同时传", _at_once, "4", "同时传几个文件。虚拟主机嫌连接太多时写 1 或 2。"),
))  # fmt: skip
DEPLOY = Form("上传设置", (
    Part("targets", "目标", TARGET, _target, "{main: {方式: sftp, 主机: …}}", "上传到哪里；可以有几个，各有名称。", required=True, keyed=True),
))  # fmt: skip
