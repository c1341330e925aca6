"""Secrets of a target: environment variables only. They are printed nowhere and never part of a command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from disclosure.domain.target import Method, Target

PREFIX = "DISCLOSURE_DEPLOY_"
PASSWORD = f"{PREFIX}PASSWORD"
KEY = f"{PREFIX}KEY"
KEY_PASSWORD = f"{PREFIX}KEY_PASSWORD"
KNOWN_HOSTS = f"{PREFIX}KNOWN_HOSTS"
ACCESS_KEY_ID = f"{PREFIX}ACCESS_KEY_ID"
SECRET_ACCESS_KEY = f"{PREFIX}SECRET_ACCESS_KEY"
VARIABLES: Mapping[Method, tuple[str, ...]] = {
    Method.FOLDER: (),
    Method.FTP: (PASSWORD,),
    Method.FTPS: (PASSWORD,),
    Method.SFTP: (KEY, KEY_PASSWORD, PASSWORD, KNOWN_HOSTS),
    Method.S3: (ACCESS_KEY_ID, SECRET_ACCESS_KEY),
}
"""What a target of each method may need; each also with the target's name at its end, which comes first."""
_MUST: Mapping[Method, tuple[str, ...]] = {
    Method.FTP: (PASSWORD,), Method.FTPS: (PASSWORD,), Method.S3: (ACCESS_KEY_ID, SECRET_ACCESS_KEY),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Values by variable, without the target's suffix; what is not set is ''."""

    given: Mapping[str, str] = field(repr=False)

    def __getitem__(self, name: str) -> str:
        return self.given.get(name, "")

    def secrets(self) -> Iterator[str]:
        """Texts that must not be shown; the lines of a key one by one."""
        for name, value in self.given.items():
            if name != KNOWN_HOSTS:
                yield from (line for line in value.splitlines() if len(line) > 3 and not line.startswith("-----"))


def credentials_for(target: Target, environment: Mapping[str, str]) -> Credentials:
    """The secrets of a target.

    Raises:
        ValueError: one that its method cannot do without is not set.
    """
    given = {}
    for name in VARIABLES[target.method]:
        value = environment.get(name + target.variable_suffix) or environment.get(name, "")
        if value.strip():
            given[name] = value.strip("\r\n")
    missing = [name for name in _MUST.get(target.method, ()) if name not in given]
    if missing:
        own = "、".join(name + target.variable_suffix for name in missing)
        raise ValueError(
            f"没有设置环境变量 {'、'.join(missing)}，登录不了目标「{target.name}」。"
            f"有几个目标、各有密码的，用 {own}。怎样设置见 docs/hosting.md"
        )
    return Credentials(given=given)
