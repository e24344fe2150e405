"""Serves the built site as a good host does: compressed, cacheable, and under a strict policy."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
_TEXT = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
_COMPRESSED = (*_TEXT, "application/wasm")


# A server that is busy keeps what it has compressed.
_compressed = lru_cache(maxsize=64)(partial(gzip.compress, mtime=0))


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder: for the path of a folder its `index.html`, for what is missing `404.html`."""

    protocol_version = "HTTP/1.1"
    policy = POLICY

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
        path = path if path.is_file() else Path(self.directory) / "404.html"
        body = path.read_bytes() if path.is_file() else b""
        kind = self.guess_type(str(path))
        # Files may be kept for as long as GitHub Pages says.
        headers = {"Content-Type": kind, "Cache-Control": "max-age=600"}
        if self.policy:
            headers["Content-Security-Policy"] = self.policy
        if kind.startswith(_TEXT):
            headers["Content-Type"] = f"{kind}; charset=utf-8"
        if kind.startswith(_COMPRESSED):
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                body = _compressed(body)
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        # A page that is left does not read to the end.
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Print nothing."""


@contextmanager
def serve(root: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve the folder `root` on a free port and yield its address, which ends in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
