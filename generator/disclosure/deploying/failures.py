"""What goes wrong between here and a host, in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable


class DeployFailedError(Exception):
    """An upload did not come to its end. The message is Chinese and says what is true of the host now."""


class RcloneError(DeployFailedError):
    """rclone could not do what it was asked. `said` holds its own words, without secrets."""

    def __init__(self, said: Iterable[str], *, code: int = 1) -> None:
        self.said = tuple(dict.fromkeys(said))
        self.code = code
        super().__init__(in_chinese(self.said))

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether rclone said something like this."""
        return any(pattern.search(line) for line in self.said)

    @property
    def is_lasting(self) -> bool:
        """Whether trying again cannot help: a wrong password stays wrong, and three of them lock an account."""
        return any(self.says(pattern) for pattern, _ in _LASTING)


def _table(*rows: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.I), told) for pattern, told in rows)


_LASTING = _table(
    (r"knownhosts: key is unknown|key is unknown",
     "不认识这台 SFTP 主机：known_hosts 里没有它的公钥。用 ssh-keyscan 取一次，与主机商公布的对一对，写进 deploy.yml 的“主机公钥”或 DISCLOSURE_DEPLOY_KNOWN_HOSTS"),
    (r"knownhosts: key mismatch|host key mismatch",
     "SFTP 主机的公钥与记下的不同：可能换了主机，也可能有人冒充，也可能只记了几种公钥中的一种。问清主机商再改“主机公钥”"),
    (r"\b530\b|login incorrect|authentication failed|unable to authenticate|no supported methods remain|login failed",
     "用户名或密码、私钥不对，主机不让登录。核对 deploy.yml 的“用户”和环境变量；连错几次可能被锁，先停一停"),
    (r"InvalidAccessKeyId|SignatureDoesNotMatch|InvalidAccessKey|Invalid?AccessKey",
     "对象存储不认这一对访问密钥。核对 DISCLOSURE_DEPLOY_ACCESS_KEY_ID 和 DISCLOSURE_DEPLOY_SECRET_ACCESS_KEY，看是不是贴了空格或换行"),
    (r"NoSuchBucket|bucket.*(?:does not exist|not found)",
     "没有这个存储桶。核对“存储桶”和“端点”；腾讯云的桶名要带 APPID"),
    (r"x509|certificate|tls: |SSL",
     "主机的证书没有通过核对：过期了、名称不同，或不是公认机构签发的。让主机商换证书，或把“主机”写成证书上的名称"),
    (r"\b(?:552|452)\b|no space left|quota|disk full|not enough space|SSH_FX_NO_SPACE",
     "主机的空间满了。清理主机上用不到的文件，或加大空间，再运行一次"),
    (r"AccessDenied|\b403\b|permission denied|\b553\b|SSH_FX_PERMISSION_DENIED|Forbidden",
     "主机不让写这个文件夹。核对“文件夹”，并给这个用户写和删的权限"),
)  # fmt: skip
_PASSING = _table(
    (r"no such host|lookup .* on|server misbehaving|name or service not known",
     "找不到这个主机名。核对“主机”或“端点”，看看网络通不通"),
    (r"connection refused", "主机没有在这个端口上等连接。核对“方式”和“端口”"),
    (r"\b421\b|too many connections|SlowDown", "主机嫌连接太多。在 deploy.yml 写 同时传: 1，过一会儿再试"),
    (r"timed? ?out|deadline exceeded|i/o timeout", "等主机答复太久。过一会儿再试；FTP 一直这样的，请主机商打开被动模式的端口"),
    (r"connection reset|broken pipe|\bEOF\b|connection lost|closed network|\b42[56]\b|unexpected end",
     "连接断了。再运行一次，会接着传"),
    (r"\b550\b|no such file|not found", "主机说没有这个文件或文件夹，或者不让动它。核对“文件夹”和权限"),
)  # fmt: skip


def in_chinese(said: Iterable[str]) -> str:
    """What went wrong, what to do, and rclone's own words below."""
    lines = list(said)
    fitting = (told for pattern, told in (*_LASTING, *_PASSING) if any(pattern.search(line) for line in lines))
    told = next(fitting, "上传程序 rclone 没有做成")
    words = "\n".join(f"    {line}" for line in lines[:5])
    return f"{told}。\n  rclone 的原话：\n{words}" if words else f"{told}。"
