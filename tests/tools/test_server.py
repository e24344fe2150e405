"""The server of the browser tests and of `make audit` is as strict as a host can be."""

import gzip
import urllib.error
import urllib.request
from pathlib import Path

from pitfalls_tools.server import POLICY, serve


def fetch(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body."""
    request = urllib.request.Request(
        url, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_the_server_compresses_and_is_strict(tmp_path: Path) -> None:
    """As a good host does; for what is missing there is a page, and nothing outside is served."""
    site = tmp_path / "site"
    (site / "find").mkdir(parents=True)
    (site / "find" / "index.html").write_text("found " * 100, encoding="utf-8")
    (site / "404.html").write_text("missing", encoding="utf-8")
    (site / "dot.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with serve(site) as address:
        status, headers, body = fetch(f"{address}find/?q=1", Accept_Encoding="gzip")
        assert (200, b"found " * 100) == (status, gzip.decompress(body))
        assert POLICY == headers["Content-Security-Policy"]
        assert "max-age" in headers["Cache-Control"]
        assert b"found " * 100 == fetch(f"{address}find/")[2]
        assert ("image/png", b"\x89PNG") == (fetch(f"{address}dot.png")[1]["Content-Type"], b"\x89PNG")
        for path in ("nowhere", "%2e%2e/secret.txt"):
            assert (404, b"missing") == fetch(address + path)[::2]
