"""What chats and forums show beside a link: title, description and a picture of every page.

https://ogp.me/ names the tags. A picture is drawn only when what stands on it changed.
"""

import hashlib
import html
import re
import shutil
from pathlib import Path
from typing import Any

import PIL
from docutils import nodes
from sphinx.application import Sphinx

from pitfalls_site import domain, facts, pictures
from pitfalls_site.domain import PitfallDomain
from pitfalls_site.wellknown import NOT_FOUND

# A picture is drawn again when the way to draw it changed.
_DESIGN = Path(pictures.__file__).read_bytes() + PIL.__version__.encode()
# After `layout` has put the description into the context.
_AFTER_LAYOUT = 600


def setup(app: Sphinx) -> None:
    """Connect to the writing of each page."""
    app.connect("html-page-context", add_tags, priority=_AFTER_LAYOUT)


def add_tags(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add the tags to a page that has an address to share."""
    if doctree is None or pagename == NOT_FOUND or not context.get("pageurl"):
        return
    title = html.unescape(re.sub(r"<[^>]+>", "", context["title"]))
    mistake = app.env.titles[pagename].astext()
    shared = domain.of(app.env)
    slug = shared.slug_of(pagename)
    message = message_of(shared, slug)
    publish(app, f"{pagename}.png", (mistake, message, footer(app, shared)))
    tags = {
        "og:title": title,
        "og:description": context.get("description", ""),
        "og:type": "article" if slug else "website",
        "og:url": context["pageurl"],
        "og:site_name": app.config.html_title,
        "og:image": f"{app.config.html_baseurl}pictures/{pagename}.png",
        "og:image:alt": f"{mistake}. {message}".strip(),
        "og:image:width": str(pictures.SIZE[0]),
        "og:image:height": str(pictures.SIZE[1]),
        "twitter:card": "summary_large_image",
    }
    context["metatags"] = context.get("metatags", "") + "".join(map(_tag, tags, tags.values()))


def _tag(name: str, content: str) -> str:
    attribute = "name" if name.startswith("twitter:") else "property"
    return f'<meta {attribute}="{name}" content="{html.escape(content)}">\n'


def message_of(shared: PitfallDomain, slug: str | None) -> str:
    """Return the message at the top of a pitfall's page, or what a person sees of a silent one."""
    if slug is None:
        return ""
    pitfall = shared.catalogue.pitfall(slug)
    return facts.headline(shared.catalogue, pitfall) or next(iter(pitfall.symptoms.values())).sees


def footer(app: Sphinx, shared: PitfallDomain) -> str:
    """Return the last line of every picture."""
    oldest, *_, newest = shared.catalogue.versions
    return f"{app.config.html_title} - CPython {oldest} to {newest}"


def publish(app: Sphinx, name: str, texts: tuple[str, str, str]) -> None:
    """Serve the picture of `texts`, drawn in this build or in one before."""
    key = hashlib.sha256(repr(texts).encode() + _DESIGN).hexdigest()
    drawn = Path(app.doctreedir) / "pictures" / f"{key}.png"
    if not drawn.exists():
        drawn.parent.mkdir(parents=True, exist_ok=True)
        drawn.write_bytes(pictures.draw(*texts))
    target = Path(app.outdir) / "pictures" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawn, target)
