"""Lighthouse (mobile) on the example school's home page and a fee record, served with gzip: `make lighthouse`.

Needs Chromium and Node.js; Lighthouse itself comes from npm through npx. Fails where a page is below the marks.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

PAGES = ("", "r/2026-0014/")
MARKS = {"performance": 95, "accessibility": 98, "best-practices": 98, "seo": 98}
LIGHTHOUSE = "lighthouse@13"
_ZIPPED = (".html", ".css", ".js", ".svg", ".json", ".xml")


class Zipping(SimpleHTTPRequestHandler):
    """Like a web server with gzip switched on."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header(
            "Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if path.suffix == ".html" else "")
        )
        if path.suffix in _ZIPPED:
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=3600")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def scores(url: str, *, chrome: str) -> dict[str, int]:
    """What Lighthouse gives a page, in hundredths."""
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--only-categories={','.join(MARKS)}",
               "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]  # fmt: skip
    done = subprocess.run(command, env=os.environ | {"CHROME_PATH": chrome}, capture_output=True, text=True, check=True)
    return {name: round(found["score"] * 100) for name, found in json.loads(done.stdout)["categories"].items()}


def main() -> int:
    """Build, serve, measure; 1 where a page is below the marks."""
    chrome = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chrome is None or shutil.which("npx") is None:
        sys.stderr.write("没有找到 Chromium 或者 npx（Node.js），不能测量。\n")
        return 2
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = ["disclosure", "build", "--today", "2026-11-23", "--site-dir", str(site)]
        subprocess.run([sys.executable, "-m", *build], check=True, capture_output=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Zipping, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        low = False
        for page in PAGES:
            found = scores(f"http://127.0.0.1:{server.server_address[1]}/{page}", chrome=chrome)
            low |= any(found[name] < mark for name, mark in MARKS.items())
            sys.stdout.write(f"/{page}  " + "  ".join(f"{name} {score}" for name, score in found.items()) + "\n")
        server.shutdown()
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
