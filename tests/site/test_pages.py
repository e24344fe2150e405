"""What every built page has in its head, calls its parts, and weighs with all that it loads."""

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from pitfalls_tools.server import POLICY
from support import CATALOGUE, SLUGS

# What a page of a pitfall may weigh, in bytes.
LIMIT = 50_000
# What a server says about a file before it sends it.
HEADERS = 300
# `src` and `href` of what is loaded; `href` of a link to read is on other tags.
_LOADED = re.compile(
    r'<(?:script|img)\b[^>]*? src="([^"]+)"|<link rel="(?:stylesheet|shortcut icon)"[^>]*? href="([^"]+)"'
)
_IN_FILES = re.compile(r'url\("(?!data:)([^"]+)"\)|^import .*"(.+)";$', re.MULTILINE)
_LANDMARK = re.compile(r'<(?:aside|nav)\b[^>]*>|<[^>]* role="(?:region|search|form)"[^>]*>')


def pages(site: Path) -> list[Path]:
    """Return the pages that are for people; one that has moved only leads on."""
    found = site.rglob("*.html")
    return [path for path in found if "This page has moved" not in path.read_text(encoding="utf-8")]


def loaded(path: Path) -> set[Path]:
    """Return the page itself and the files that it loads, also from style sheets and modules."""
    expression = _LOADED if path.suffix == ".html" else _IN_FILES
    names = [one or other for one, other in expression.findall(path.read_text(encoding="utf-8"))]
    files = [(path.parent / urlsplit(name).path).resolve() for name in names]
    return {path}.union(*(loaded(file) for file in files if file.suffix in {".css", ".js"}), files)


@cache
def compressed(path: Path) -> int:
    """Return the size of a file on its way to the reader."""
    return len(gzip.compress(path.read_bytes(), mtime=0)) + HEADERS


def weight(path: Path) -> int:
    """Return the bytes of a page with all that it loads."""
    return sum(compressed(file) for file in loaded(path))


def test_no_pitfall_is_heavy(built_site: Path) -> None:
    """A reader on a bad line waits for every kilobyte."""
    weights = {slug: weight(built_site / "pitfalls" / slug / "index.html") for slug in SLUGS}
    assert {} == {slug: size for slug, size in weights.items() if size > LIMIT}


def test_a_heavy_page_is_noticed(tmp_path: Path) -> None:
    """Also one whose weight is in a picture that its style sheet names."""
    (tmp_path / "light.html").write_text('<script src="a.js?v=1"></script>', encoding="utf-8")
    (tmp_path / "heavy.html").write_text('<link rel="stylesheet" href="a.css">', encoding="utf-8")
    (tmp_path / "a.js").write_text("", encoding="utf-8")
    (tmp_path / "a.css").write_text('p { background: url("a.png") }', encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"".join(bytes([n % 251, n * n % 256, n // 256]) for n in range(LIMIT)))
    assert weight(tmp_path / "light.html") < LIMIT < weight(tmp_path / "heavy.html")


def test_what_is_weighed_is_what_a_browser_loads(browser: Browser, built_site: Path, address: str) -> None:
    """No script asks for more."""
    for path in ("find", f"pitfalls/{SLUGS[0]}"):
        asked: set[str] = set()
        page = browser.new_page()
        page.on("request", lambda request, asked=asked: asked.add(urlsplit(request.url).path.lstrip("/")))
        page.goto(f"{address}{path}/", wait_until="networkidle")
        page.close()
        files = {str(file.relative_to(built_site)) for file in loaded(built_site / path / "index.html")}
        # A browser of the tests may leave out the symbol of its tab.
        assert asked == files - {f"{path}/index.html"} | {f"{path}/"} - {"_static/favicon.svg"}


def test_every_head_asks_for_the_policy_and_one_width(built_site: Path) -> None:
    """A host may not send the policy; with two widths nobody knows which one holds."""
    for path in pages(built_site):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        assert 1 == head.count('<meta name="viewport"'), path
        assert 1 == head.count(f'http-equiv="Content-Security-Policy" content="{POLICY}"'), path


def test_landmarks_have_names_of_their_own(built_site: Path) -> None:
    """Who jumps from part to part by ear tells them apart."""
    for path in pages(built_site):
        tags = _LANDMARK.findall(path.read_text(encoding="utf-8"))
        names = [re.findall(r'aria-label="([^"]+)"|role="search"', tag) for tag in tags]
        assert tags
        assert all(names), (path, tags)
        assert len({tuple(name) for name in names}) == len(names), (path, tags)


def test_what_scrolls_can_have_the_focus(built_site: Path) -> None:
    """A keyboard moves wide code and wide tables, too."""
    for path in pages(built_site):
        wide = re.findall(r"<pre\b[^>]*>|<div\b[^>]*table-wrapper[^>]*>", path.read_text(encoding="utf-8"))
        assert [] == [tag for tag in wide if 'tabindex="0"' not in tag], path


def test_the_version_table_has_a_word_for_every_version(built_site: Path) -> None:
    """A word may stand for several columns; together they are all."""
    text = (built_site / "versions" / "index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr.*?</tr>", text, re.DOTALL)
    for row in rows:
        spans = re.findall(r'<t[dh][^>]*?(?: colspan="(\d+)")?[^>]*>', row)
        assert len(CATALOGUE.versions) + 1 == sum(int(span or 1) for span in spans), row
    head = [row for row in rows if "<th" in row]
    assert 2 == len(head), "expected the versions that differ, and folded those that do not"
    assert all(row.index("3.15") < row.index("3.8") for row in head), "expected the newest version first"
    assert len(SLUGS) + 2 == len(rows)
    assert any("colspan" in row for row in rows)
