"""A server for a built site as a careful newsroom would set one up: compressed, and with a strict policy."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
"""Content Security Policy Level 3: nothing inline, nothing from elsewhere, WebAssembly for search."""
TYPES = {".ics": "text/calendar", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm"}
WORDS = ("text/", "application/json", "application/javascript", "application/xml", "image/svg")


@cache
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=6, mtime=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A folder that is served: `address` ends with a slash and holds the path under which the site stands."""

    address: str
    folder: Path


class Sending(BaseHTTPRequestHandler):
    """Sends the files of one folder under one path of the host."""

    protocol_version = "HTTP/1.1"
    folder: Path
    base: str

    def do_GET(self) -> None:
        """Sends a file, the index of a folder, or the site's own page for what is not there."""
        path = unquote(urlsplit(self.path).path)
        file = self.folder / path.removeprefix(self.base)
        if path.startswith(self.base) and file.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if path.endswith("/"):
            file /= "index.html"
        if path.startswith(self.base) and file.is_file():
            self._send(HTTPStatus.OK, file)
        else:
            self._send(HTTPStatus.NOT_FOUND, self.folder / "404.html")

    def do_HEAD(self) -> None:
        """Says what `do_GET` would send."""
        self.do_GET()

    def _send(self, status: HTTPStatus, file: Path) -> None:
        content = file.read_bytes()
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_response(status)
        if kind.startswith(WORDS):
            content = _compressed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache" if file.suffix == ".html" else "max-age=31536000")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name that the base class gave it)
        """Says nothing."""


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[Served]:
    """Serves a folder on loopback under a path of the host; the folder may be filled later."""
    handler = type("SendingOne", (Sending,), {"folder": folder, "base": base})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Served(address=f"http://127.0.0.1:{server.server_address[1]}{base}", folder=folder)
    finally:
        server.shutdown()
        server.server_close()
