"""What the pipelines do, told once: the writers of the hosts only translate (docs/pipelines.md).

A job is a list of steps. A step is shell, the same for every host, or an action that each host does in its own way. Shell
steps get what they need from environment variables, never by having it written into their text: names of branches and the
like come from strangers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

PYTHON_VERSION = "3.13"
MINUTES = 30
"""How long a job may take."""
SOURCES = "export PIP_CONFIG_FILE=pip.conf # 有这个文件，就从里面写的软件源安装"
"""Where packages come from, for schools far from the usual place; pip does not mind where there is no such file."""


class When(Enum):
    """What starts a job."""

    CHANGE = "pull-request"
    MAIN = "publish"
    NIGHTLY = "nightly"
    WEEKLY = "weekly"


class Action(Enum):
    """What a host does in its own way."""

    CHECKOUT = "取出仓库"
    """With the whole history: days of first commits are looked up in it."""
    PYTHON = "准备 Python"
    KEEP = "保存"
    """Files that people can download from the job's page."""
    PAGES = "放到网站"
    """The built site becomes the host's pages."""


class Given(Enum):
    """Environment variables of steps that are no secrets; their values differ by host."""

    BASE = "BASE"
    """Revision of the branch that a change is meant for."""
    SITE_URL = "SITE_URL"
    """Address of the live site, with a slash at its end."""
    TOKEN = "TOKEN"
    """Of the job itself, as far as its permissions go; only on hosts where a job may write issues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Shell or an action."""

    name: str
    shell: str = ""
    """Lines for bash, run with -e; ends with a line break. Relies on nothing but its variables and the files."""
    action: Action | None = None
    kept: tuple[str, ...] = ()
    """Files and folders that KEEP keeps."""
    given: tuple[Given, ...] = ()
    secrets: tuple[str, ...] = ()
    """Names of secrets, which are names of environment variables as well."""
    decides: bool = False
    """Whether it sets the shell variable `due` to yes or no, and with it whether the steps after it are run."""
    if_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One pipeline."""

    when: When
    title: str
    about: tuple[str, ...]
    """Sentences for the comment on top of its file."""
    steps: tuple[Step, ...]
    writes_issues: bool = False
    deploys: bool = False
    """Whether it changes the live site: two such jobs never run at the same time, and only these see secrets."""
