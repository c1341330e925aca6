"""上传目标: where a school's site is put so that people can read it, and in which way it gets there."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.domain.vocabulary import Word

DEPLOY_FILE = "deploy.yml"
"""In the school's root folder."""


class Method(Word):
    """方式: what the host speaks."""

    FOLDER = "folder"
    FTP = "ftp"
    FTPS = "ftps"
    SFTP = "sftp"
    S3 = "s3"


class Provider(Word):
    """服务商: whose object storage it is; each has quirks of its own that rclone knows by these names."""

    ALIBABA = "Alibaba"
    TENCENT = "TencentCOS"
    HUAWEI = "HuaweiOBS"
    QINIU = "Qiniu"
    AWS = "AWS"
    MINIO = "Minio"
    OTHER = "Other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One target of deploy.yml. It holds no secret: those are environment variables."""

    name: str
    """Small letters, digits and hyphens: it becomes part of the names of variables."""
    method: Method
    edition: str = "public"
    """The only edition that may be put there."""
    host: str = ""
    port: int = 0
    """0: the usual one."""
    user: str = ""
    folder: str = ""
    """Of the site on the host; of a folder target a path, relative to the school's root; of object storage a prefix."""
    bucket: str = ""
    endpoint: str = ""
    region: str = ""
    provider: Provider = Provider.OTHER
    host_keys: tuple[str, ...] = ()
    """公钥 by which an SFTP server is known: `ssh-ed25519 AAAA…`."""
    is_implicit: bool = False
    """FTPS that is encrypted from the first byte (port 990) instead of after AUTH TLS."""
    checks_certificate: bool = True
    at_once: int = 4
    """Files that travel at the same time."""

    @property
    def place(self) -> str:
        """Where it is, for people."""
        if self.method is Method.FOLDER:
            return self.folder
        if self.method is Method.S3:
            return "/".join(filter(None, (self.bucket, self.folder)))
        port = f":{self.port}" if self.port else ""
        return f"{self.host}{port}:{self.folder or '/'}"

    @property
    def variable_suffix(self) -> str:
        """What its own environment variables end with: `_MAIN`."""
        return "_" + self.name.upper().replace("-", "_")
