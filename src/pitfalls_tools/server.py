"""Serves the built site as a good host does: compressed, cacheable, and under a strict policy."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'self'"
_TEXT = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


class Handler(BaseHTTPRequestHandler):
    """Serves one folder: for the path of a folder its `index.html`, for what is missing `404.html`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, root: Path, *arguments: object) -> None:
        self.root = root
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file."""
        path = (self.root / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        path = path / "index.html" if path.is_dir() else path
        is_there = path.is_file() and path.is_relative_to(self.root)
        path = path if is_there else self.root / "404.html"
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        body = path.read_bytes() if path.exists() else b""
        # The policy of caching is that of GitHub Pages.
        headers = {"Content-Type": kind, "Cache-Control": "max-age=600", "Content-Security-Policy": POLICY}
        if kind.startswith(_TEXT):
            headers |= {"Content-Type": f"{kind}; charset=utf-8", "Vary": "Accept-Encoding"}
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                body = gzip.compress(body, mtime=0)
        self.send_response(HTTPStatus.OK if is_there else HTTPStatus.NOT_FOUND)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Print nothing."""


@contextmanager
def serve(root: Path) -> Iterator[str]:
    """Serve the folder `root` on a free port and yield its address, which ends in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, root.resolve())) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
