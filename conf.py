"""Sphinx configuration; built with `make site`."""

import logging
import tomllib
from pathlib import Path

_HERE = Path(__file__).parent
_PROJECT = tomllib.loads((_HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "asyncio pitfalls"
author = "The asyncio pitfalls contributors"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx names it so
version = release = _PROJECT["version"]
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.extlinks",
    "sphinx.ext.intersphinx",
    "pitfalls_site",
]
exclude_patterns = ["_build", "Thumbs.db"]
nitpicky = True

# Pages are executed when Sphinx reads them; what was read and did not change is not read again,
# so a second cache of outputs, which would have to be kept true, is not needed.
nb_execution_mode = "force"
nb_execution_timeout = 120
nb_execution_show_tb = True
nb_merge_streams = True
# The ordinary kernel, without its notices about how it is connected.
nb_kernel_rgx_aliases = {"python3": "quiet-notebook"}
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

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
html_favicon = "src/pitfalls_site/static/favicon.svg"
html_use_index = False
html_permalinks_icon = "#"
html_show_sourcelink = False
html_copy_source = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
# `make links`: this site may not be published yet, and GitHub makes its anchors with a script.
linkcheck_ignore = [rf"{html_baseurl}.*"]
linkcheck_anchors_ignore_for_url = [r"https://github\.com/.*"]
linkcheck_timeout = 20
# nbclient announces every notebook that it executes.
logging.getLogger("traitlets").setLevel(logging.WARNING)
