"""Sphinx configuration; built with `make site`."""

import logging
import os
import sys
import tomllib
from pathlib import Path
from types import ModuleType

_HERE = Path(__file__).parent
_PROJECT = tomllib.loads((_HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_REDIRECTS = tomllib.loads((_HERE / "docs" / "redirects.toml").read_text(encoding="utf-8"))

project = "asyncio pitfalls"
author = "The asyncio pitfalls contributors"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx names it so
version = release = _PROJECT["version"]
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.extlinks",
    "sphinx.ext.intersphinx",
    "sphinx_reredirects",
    "asyncio_pitfalls.site",
]
exclude_patterns = ["_build", "Thumbs.db"]
nitpicky = True

# Pages are executed when Sphinx reads them; what was read and did not change is not read again,
# so a second cache of outputs, which would have to be kept true, is not needed.
nb_execution_mode = "force"
# MyST-NB imports that cache all the same, and with it a library for databases, which would take a
# sixth of a build with nothing changed.
_UNUSED = ModuleType("jupyter_cache.cache.db")
vars(_UNUSED).update(
    dict.fromkeys(("NbCacheRecord", "NbProjectRecord", "Setting", "create_db", "get_version"), object)
)
sys.modules[_UNUSED.__name__] = _UNUSED
nb_execution_timeout = 120
nb_execution_show_tb = True
nb_merge_streams = True
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
# The kernel of the pages lives in the package.
os.environ["JUPYTER_PATH"] = str(_HERE / "src" / "asyncio_pitfalls" / "jupyter")

# The inventory is committed, so the build needs no network; renew it with `make inventory`.
intersphinx_mapping = {
    "python": ("https://docs.python.org/3/", str(_HERE / "docs" / "_inventories" / "python.inv"))
}
extlinks = {"cpython": ("https://github.com/python/cpython/issues/%s", "CPython #%s")}

html_theme = "furo"
html_title = "asyncio pitfalls"
html_baseurl = _PROJECT["urls"]["Documentation"]
html_theme_options = {
    "source_repository": _PROJECT["urls"]["Source"],
    "source_branch": "main",
    "source_directory": "docs/",
}
html_favicon = "src/asyncio_pitfalls/site/static/favicon.svg"
html_use_index = False
html_permalinks_icon = "#"
html_show_sourcelink = False
html_copy_source = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
# Without the slash at the end sphinx-reredirects counts one folder too few for addresses that end in one.
redirects = {f"{old.strip('/')}/": new for old, new in _REDIRECTS["pages"].items()}
redirect_html_template_file = "_redirect.html"
# `make links`: this site may not be published yet, and GitHub makes its anchors with a script.
linkcheck_ignore = [rf"{html_baseurl}.*"]
linkcheck_anchors_ignore_for_url = [r"https://github\.com/.*"]
linkcheck_timeout = 20
# nbclient announces every notebook that it executes.
logging.getLogger("traitlets").setLevel(logging.WARNING)
