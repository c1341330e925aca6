"""What a school answers before its repository is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosure.domain.repository import Repository
from disclosure.domain.vocabulary import Word


class Hosting(Word):
    """托管方式: how the site gets to where people read it."""

    FOLDER = "folder"
    """`site/` is carried to the web server by hand."""
    NGINX = "nginx"
    """A folder on the computer that serves it, under a path of the web server."""
    FTP = "ftp"
    SFTP = "sftp"
    S3 = "s3"
    """Object storage that speaks S3: OSS, COS, MinIO."""
    PAGES = "pages"
    """The pages of the git host itself; GitHub and GitLab have them."""


class Stage(Word):
    """学段: what kind of school it is. Switches off items that such a school does not have."""

    KINDERGARTEN = "幼儿园"
    PRIMARY = "小学"
    JUNIOR = "初中"
    NINE_YEARS = "九年一贯"
    SENIOR = "高中"
    SECONDARY = "完全中学"
    TWELVE_YEARS = "十二年一贯"
    VOCATIONAL = "中职"
    SPECIAL = "特殊教育"


NO_REPOSITORY = Repository()


def product_version() -> str:
    """The version of the product that is running: what a school's pipelines install."""
    from importlib.metadata import version  # only `init` needs it, and every command loads this file

    return version("school-disclosure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of `disclosure init`."""

    name: str
    """Of the school, as people wrote it: may hold quotes, colons, emoji. Never a line break."""
    site_url: str
    """Absolute, ends with a slash."""
    preset: str = "standard"
    """Name of a shipped catalogue."""
    stage: Stage | None = None
    repository: Repository = NO_REPOSITORY
    hosting: Hosting = Hosting.FOLDER
    accounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Accounts on the git host by department, or 监督小组 or 领导小组: `{"总务处": ("@zongwu",)}`. Each begins with `@`, or is
    a mail address. Departments that the catalogue does not know are among them too."""
    version: str = field(default_factory=product_version)
    """Of the product: `school-disclosure==<version>`."""
