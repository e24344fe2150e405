"""A link to a page shows its title, its summary and a picture, and the pictures cost little."""

import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from sphinx.testing.util import SphinxTestApp

from links import leads
from pitfalls_site import pictures, unfurl
from support import CATALOGUE, SLUGS

TEXTS = ("Calling a coroutine", "RuntimeWarning: coroutine '<name>' was never awaited", "asyncio pitfalls")


class Tags(HTMLParser):
    """The Open Graph tags of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        values = {name: value or "" for name, value in attrs}
        name = values.get("property", values.get("name", ""))
        if tag == "meta" and name.startswith(("og:", "twitter:")):
            assert name not in self.found
            self.found[name] = values["content"]


def test_a_page_unfurls(built_site: Path) -> None:
    """The tags of a pitfall's page say what it is, in plain text."""
    tags = Tags(built_site / "pitfalls" / "coroutine-never-awaited" / "index.html").found
    title = CATALOGUE.title("coroutine-never-awaited")
    assert f"RuntimeWarning: coroutine '<name>' was never awaited – {title}" == tags["og:title"]
    first = CATALOGUE.page("coroutine-never-awaited").sentences[0].replace("`", "")
    assert tags["og:description"].startswith(first)
    assert "`" not in tags["og:description"]
    assert f"{CATALOGUE.website}pitfalls/coroutine-never-awaited/" == tags["og:url"]
    assert ("article", "summary_large_image") == (tags["og:type"], tags["twitter:card"])
    assert "was never awaited" in tags["og:image:alt"]


def test_every_page_has_a_picture(built_site: Path) -> None:
    """It is where the tags say, has the size that they say, and is small."""
    shareable = {"/", "/find/", "/messages/", "/versions/"} | {f"/pitfalls/{slug}/" for slug in SLUGS}
    for address in sorted(shareable):
        tags = Tags(built_site / address.lstrip("/") / "index.html").found
        assert leads(built_site, tags["og:image"])
        path = built_site / tags["og:image"].removeprefix(CATALOGUE.website)
        assert path.stat().st_size < 50_000
        with Image.open(path) as image:
            assert ("PNG", (1200, 630)) == (image.format, image.size)
            assert f"{image.width}x{image.height}" == f"{tags['og:image:width']}x{tags['og:image:height']}"


def test_a_picture_depends_on_its_texts() -> None:
    """The same words make the same bytes, other words make others."""
    assert pictures.draw(*TEXTS) == pictures.draw(*TEXTS)
    assert (
        len({pictures.draw(*TEXTS), pictures.draw("Other", *TEXTS[1:]), pictures.draw(TEXTS[0], "", "")}) == 3
    )


def test_long_texts_stay_inside() -> None:
    """Nothing is written over the margin, however long a word or a text is."""
    long = pictures.draw("word " * 99, "x" * 999, "footer")
    with Image.open(io.BytesIO(long)) as image:
        margin = image.convert("L").crop((1130, 0, 1200, 630))
        assert 1 == len(margin.getcolors() or [])


def test_what_the_font_lacks_is_replaced() -> None:
    """A dash of the typographer is drawn as a hyphen, not as an empty box."""
    assert pictures.draw("3.8–3.15", "", "") == pictures.draw("3.8-3.15", "", "")


def test_a_picture_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build in which its words did not change takes it from the build before."""
    (tmp_path / "conf.py").write_text("", encoding="utf-8")
    (tmp_path / "index.rst").write_text("Title\n=====\n", encoding="utf-8")
    app = SphinxTestApp(srcdir=tmp_path)
    drawn: list[str] = []
    monkeypatch.setattr(pictures, "draw", lambda *texts: drawn.append(texts[0]) or b"picture")
    for title in ("One", "One", "Two", "One"):
        unfurl.publish(app, "index.png", (title, "", ""))
    app.cleanup()
    assert ["One", "Two"] == drawn
    assert b"picture" == (Path(app.outdir) / "pictures" / "index.png").read_bytes()
