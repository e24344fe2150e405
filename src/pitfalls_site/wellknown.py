"""Files that servers and search engines look for at the root of a site."""

import re
from pathlib import Path
from xml.sax.saxutils import escape

from sphinx.application import Sphinx

from pitfalls_site.outdir import at_the_end, write

NOT_FOUND = "404"
# An address relative to `/404/`, in any attribute.
_RELATIVE = re.compile(r'(?<==")\.\./')


def setup(app: Sphinx) -> None:
    """Connect to the end of the build."""
    at_the_end(app, publish)


def publish(app: Sphinx) -> None:
    """Write the files."""
    write(app, "sitemap.xml", sitemap(app))
    write(app, "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {app.config.html_baseurl}sitemap.xml\n")
    # GitHub Pages would leave out folders that start with an underscore.
    write(app, ".nojekyll", "")
    page = Path(app.outdir) / NOT_FOUND / "index.html"
    if page.exists():
        write(app, f"{NOT_FOUND}.html", anywhere(page.read_text(encoding="utf-8")))


def anywhere(page: str) -> str:
    """Return the page for wrong addresses with links from the root: it is shown at any depth."""
    return _RELATIVE.sub("/", page)


def sitemap(app: Sphinx) -> str:
    """Return the addresses of all pages, also of those that this build had no need to write."""
    addresses = sorted(
        f"{app.config.html_baseurl}{app.builder.get_target_uri(docname)}"
        for docname in app.env.found_docs
        if docname != NOT_FOUND
    )
    urls = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
