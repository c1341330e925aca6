"""Whose turn it is: two uploads to one target at the same time would leave a host that neither of them describes.

On this computer a lock file keeps them apart, from other computers a note on the host. Neither FTP nor object storage can do
"write unless somebody has": so the note is read again after it was written, and before the end; who reads another's name stops.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from disclosure.caching.cache import Cache
from disclosure.deploying.failures import DeployFailedError, RcloneError
from disclosure.deploying.host import Host
from disclosure.deploying.notes import LOCK, Lock, read_lock, write_lock
from disclosure.deploying.rclone import Rclone

_LEASE = 600
"""Seconds after which an upload that has said nothing is taken for dead."""
_RENEWAL = 120
_BOX = "deploying"


@dataclass(frozen=True, slots=True)
class _Runs:
    """Uploads from this computer that may have been interrupted."""

    runs: list[str] = field(default_factory=list)


@contextmanager
def alone(target: str, cache: Cache) -> Iterator[None]:
    """The only upload to a target from this folder.

    Raises:
        DeployFailedError: there is another one.
    """
    if cache.folder is None:
        yield
        return
    folder = cache.folder / _BOX
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{target}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise DeployFailedError(f"本机正在向目标「{target}」上传，等它结束再运行") from None
    try:
        yield
    finally:
        lock.release()


@dataclass(slots=True, kw_only=True)
class Turn:
    """The turn of one upload on its host."""

    run: str
    target: str
    rclone: Rclone
    cache: Cache
    now: Callable[[], int]
    """Seconds since 1970."""
    _renewed: int = 0

    def refuse_others(self, host: Host, *, resume: bool) -> None:
        """Raise DeployFailedError where an upload from elsewhere may be at work.

        Args:
            resume: a person has said that there is none.
        """
        lock = host.lock
        if lock is None or resume or lock.run in self._own().runs:
            return
        age = self.now() - lock.at
        if age < _LEASE:
            raise DeployFailedError(
                f"另一次上传可能正在进行：{max(age, 0) // 60} 分 {max(age, 0) % 60} 秒以前它还在传。等它结束再运行；"
                "确定它已经中断，加 --resume 接着传"
            )

    def remember(self) -> None:
        """Note here, before anything is written there, that this upload is ours: a later one knows then that it is dead."""
        self.cache.save(f"{_BOX}/{self.target}", _Runs([*self._own().runs[-20:], self.run]))

    def note(self) -> Path:
        """Write the note for the host into the desk, to be uploaded with the intent."""
        self._renewed = self.now()
        path = self.rclone.desk / "outgoing" / LOCK
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(write_lock(Lock(run=self.run, at=self._renewed)))
        return path

    def renew(self) -> None:
        """Say that this upload is still at work, if that is some time ago. Raises RcloneError."""
        if self.now() - self._renewed >= _RENEWAL:
            self.rclone.upload(self.note().parent, [LOCK])

    def confirm(self) -> None:
        """Raise DeployFailedError where another upload has taken the turn."""
        folder = self.rclone.desk / "incoming"
        (folder / LOCK).unlink(missing_ok=True)
        self.rclone.download([LOCK], folder)
        lock = read_lock((folder / LOCK).read_bytes()) if (folder / LOCK).is_file() else None
        if lock is None or lock.run != self.run:
            raise DeployFailedError("另一次上传同时在进行，本次停下了。等那一次结束，再运行一次")

    def give_back(self) -> None:
        """Take the note away, if it is still ours; where that fails, it grows old."""
        with suppress(RcloneError, DeployFailedError):
            self.confirm()
            self.rclone.delete([LOCK])

    def _own(self) -> _Runs:
        return self.cache.load(f"{_BOX}/{self.target}", _Runs) or _Runs()
