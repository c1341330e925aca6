"""Hosts for uploads, in threads of this process: each serves a folder of its own and writes down what it was asked for."""

from __future__ import annotations

import asyncio
import datetime
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

USER, PASSWORD = "xwgk", "口令 with $pace\"'"
BUCKET = "school-xwgk"


@dataclass(slots=True)
class Served:
    """A host at work."""

    folder: Path
    """What it serves."""
    port: int
    log: list[str] = field(default_factory=list)
    """`STOR r/1/index.html`, `DELE feed.xml`, in order."""
    after: Callable[[int], None] | None = None
    """Called with the number of uploads so far, after each."""
    refuses_after: int | None = None
    """From so many uploads on, its disk is full."""
    keeps: str = ""
    """What has this in its path cannot be deleted."""

    def did(self, verb: str) -> list[str]:
        """Paths of what it was asked to do, in order."""
        return [one.partition(" ")[2] for one in self.log if one.startswith(f"{verb} ")]


@contextmanager
def ftp_server(folder: Path, *, certificate: Path | None = None, plain: bool = False) -> Iterator[Served]:
    """pyftpdlib.

    Args:
        certificate: PEM with key: FTP over TLS, and nothing else.
        plain: an old server, without MLSD, MLST, MFMT and EPSV.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it imports asyncore of the standard library while there is one
        from pyftpdlib.servers import FTPServer

        served = Served(folder=folder, port=0)
        folder.mkdir(parents=True, exist_ok=True)
        handler = _ftp_handler(served, encrypted=certificate is not None)
    if certificate:
        handler.certfile = str(certificate)
        handler.tls_control_required = handler.tls_data_required = True
    if plain:
        hidden = ("MLSD", "MLST", "MFMT", "EPSV", "EPRT", "SITE")
        handler.proto_cmds = {name: one for name, one in handler.proto_cmds.items() if name not in hidden}
        handler._extra_feats = []
    server = FTPServer(("127.0.0.1", 0), handler)
    served.port = server.address[1]
    is_open = threading.Event()
    is_open.set()

    def serve() -> None:
        while is_open.is_set():
            server.ioloop.loop(timeout=0.05, blocking=False)
        server.close_all()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        is_open.clear()
        thread.join()


def _ftp_handler(served: Served, *, encrypted: bool) -> Any:
    """One session: notes what is asked for, and refuses what a test wants to be refused."""
    from pyftpdlib import handlers
    from pyftpdlib.authorizers import DummyAuthorizer

    folder, accounts = served.folder, DummyAuthorizer()
    accounts.add_user(USER, PASSWORD, str(folder), perm="elradfmwMT")
    base: Any = handlers.TLS_FTPHandler if encrypted else handlers.FTPHandler

    def noted(verb: str, path: str) -> None:
        served.log.append(f"{verb} {Path(path).relative_to(folder).as_posix()}")

    class Handler(base):  # type: ignore[misc]
        authorizer = accounts
        banner = "ready"
        use_sendfile = False

        def on_login_failed(self, username: str, password: str) -> None:
            served.log.append(f"LOGIN {username}")

        def respond(self, resp: str, **how: Any) -> None:
            """As other servers answer MLSD: 550. rclone 1.60 does not understand 501."""
            super().respond(resp.replace("501 No such directory", "550 No such directory"), **how)

        def ftp_STOR(self, file: str, mode: str = "w") -> Any:
            if served.refuses_after is not None and len(served.did("STOR")) >= served.refuses_after:
                return self.respond("552 Disk full.")
            noted("STOR", file)
            return super().ftp_STOR(file, mode)

        def ftp_DELE(self, path: str) -> Any:
            if served.keeps and served.keeps in path:
                return self.respond("550 Permission denied.")
            noted("DELE", path)
            return super().ftp_DELE(path)

        def on_file_received(self, file: str) -> None:
            noted("DONE", file)
            if served.after:
                served.after(len(served.did("DONE")))

    return Handler


@contextmanager
def sftp_server(folder: Path, *, login_key: Path | None = None) -> Iterator[tuple[Served, list[str]]]:
    """asyncssh, files only, no commands; yields the host's public keys, too."""
    import asyncssh

    served = Served(folder=folder, port=0)
    folder.mkdir(parents=True, exist_ok=True)
    host_keys = [asyncssh.generate_private_key("ssh-ed25519"), asyncssh.generate_private_key("ecdsa-sha2-nistp256")]

    class Server(asyncssh.SSHServer):
        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, username: str, password: str) -> bool:
            return (username, password) == (USER, PASSWORD)

    class Files(asyncssh.SFTPServer):
        def __init__(self, channel: Any) -> None:
            super().__init__(channel, chroot=str(folder).encode())

        def open(self, path: bytes, pflags: int, attrs: Any) -> Any:
            if pflags & asyncssh.FXF_WRITE:
                served.log.append(f"STOR {path.decode().lstrip('/')}")
            return super().open(path, pflags, attrs)

        def remove(self, path: bytes) -> Any:
            served.log.append(f"DELE {path.decode().lstrip('/')}")
            return super().remove(path)

    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def start() -> Any:
        return await asyncssh.listen(
            "127.0.0.1", 0, server_factory=Server, server_host_keys=host_keys, sftp_factory=Files, allow_scp=False,
            authorized_client_keys=str(login_key) if login_key else None,
        )  # fmt: skip

    server = asyncio.run_coroutine_threadsafe(start(), loop).result()
    served.port = server.get_port()
    try:
        yield served, [key.export_public_key().decode().strip() for key in host_keys]
    finally:
        server.close()
        asyncio.run_coroutine_threadsafe(server.wait_closed(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def s3_server() -> Iterator[str]:
    """moto; yields its address."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def self_signed(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody vouches for, with its key; it can be its own authority."""
    import ipaddress

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "school")])
    start = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "certificate.pem"
    path.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    return path
