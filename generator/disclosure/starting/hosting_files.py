"""deploy.yml: where the site is uploaded to, to be filled in by the school."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from disclosure.domain.target import DEPLOY_FILE, Method
from disclosure.reading.deploy import deploy_problems, read_deploy
from disclosure.reading.deploy_keys import TARGET
from disclosure.reading.form import Key
from disclosure.starting.answers import Answers, Hosting
from disclosure.starting.pipelines.uploading import SECRETS
from disclosure.starting.start_file import StartFile

_FILLED: Mapping[Hosting, tuple[str, Mapping[str, str]]] = {
    Hosting.NGINX: ("folder", {"folder": "/var/www/xwgk"}),
    Hosting.FTP: ("ftps", {"host": "ftp.school.example", "user": "xwgk", "folder": "/wwwroot/xwgk"}),
    Hosting.SFTP: ("sftp", {"host": "www.school.example", "user": "xwgk", "folder": "/var/www/xwgk"}),
    Hosting.S3: ("s3", {"bucket": "school-xwgk", "endpoint": "https://oss-cn-hangzhou.aliyuncs.com", "provider": "Alibaba"}),
}  # fmt: skip
"""The method and what it needs, with an example that the school replaces."""
_FITTING = {Hosting.FTP: {Method.FTP, Method.FTPS}, Hosting.NGINX: {Method.FOLDER, Method.SFTP}}
"""What may stand there for a way of hosting, where that is more than the example."""
_MORE: Mapping[Hosting, Mapping[str, str]] = {
    Hosting.NGINX: {"edition": ""},
    Hosting.FTP: {"port": "21", "is_implicit": "", "at_once": "", "edition": ""},
    Hosting.SFTP: {"port": "", "host_keys": "[ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI]", "at_once": "", "edition": ""},
    Hosting.S3: {"folder": "xwgk", "region": "", "at_once": "", "edition": ""},
}
"""What else there is to say, commented out; '' for the example of the key."""
_HINT = {
    Hosting.NGINX: "网站由这台电脑上的 nginx 提供：写它的文件夹。",
    Hosting.FTP: "虚拟主机。空间不支持加密的，方式改成 ftp，密码会明文传送。",
    Hosting.SFTP: "能用 SSH 登录的服务器。",
    Hosting.S3: "对象存储。",
}


def hosting_files(answers: Answers) -> Iterator[StartFile]:
    """deploy.yml where the product uploads the site; nothing where people carry it, or the git host shows it."""
    if answers.hosting in _FILLED:
        yield StartFile(path=DEPLOY_FILE, text="\n".join(_lines(answers.hosting)) + "\n", written=True)


def unlike(root: Path, hosting: Hosting) -> Iterator[str]:
    """What people have to change in a deploy.yml of theirs that uploads in another way, in a line; nothing where it agrees."""
    if hosting not in _FILLED or not (root / DEPLOY_FILE).exists() or deploy_problems(root):
        return
    fitting = _FITTING.get(hosting, {Method(_FILLED[hosting][0])})
    if not any(target.method in fitting for target in read_deploy(root)):
        yield f"{DEPLOY_FILE}：方式 改成 {_FILLED[hosting][0]}，其他几项照 docs/hosting.md 的例子改"


def _lines(hosting: Hosting) -> Iterator[str]:
    method, filled = _FILLED[hosting]
    yield f"# 网站上传到哪里，由 disclosure deploy 读。{_HINT[hosting]}"
    if secrets := SECRETS.get(hosting):
        yield f"# 密码不写在这里，写在环境变量里：{'、'.join(secrets)}（用到哪几个，见程序说明 docs/hosting.md）。"
    yield "# 下面是例子，换成本校的；以 # 开头的，要用时删掉“# ”（井号和一个空格）。写好先运行 disclosure deploy --dry-run：只连上看看，什么也不动。"
    yield "目标:"
    yield "  main:"
    yield f"    方式: {method}"
    yield from (f"    {_line(name, value)}" for name, value in filled.items())
    yield from (f"#     {_line(name, value)}" for name, value in _MORE[hosting].items())


def _line(name: str, value: str) -> str:
    key = TARGET.spelled[name]
    assert isinstance(key, Key)
    shown = replace(key, example=value or key.example)
    return f"{shown.chinese}: {shown.example} # {shown.about}"
