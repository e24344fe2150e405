"""Scripts that readers run and edit in their browser, if a trial printed there what the evidence has.

What that needs comes from npm into `playground/node_modules`; a build without it makes a site that says so.
"""

import json
import os
import posixpath
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from asyncio_pitfalls import browser, evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.ranges import minor_of
from asyncio_pitfalls.run.runner import STEADY
from pitfalls_site import domain, render
from pitfalls_site.outdir import at_the_end, copy, write

_FOLDER = Path(__file__).parent / "playground"
_PACKAGES = _FOLDER / "node_modules"
_HOME = "_static/playground"
# Python's library; `npm run compile` adds compiled modules to it.
_LIBRARY = "python_stdlib.zip"
# What pages load of each package; modules bring what they import.
_NEEDED = (
    *(f"pyodide/{name}" for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")),
    "pyodide/pyodide-lock.json",
    _LIBRARY,
    *(f"prism-code-editor/dist/{name}" for name in ("index.js", "prism/languages/python.js", "layout.css")),
    "diff/libesm/diff/line.js",
    # Their licences demand it; Pyodide's demands a link to its source.
    *(f"{name}/LICENSE" for name in ("prism-code-editor", "diff")),
)
# Pyodide's modules are bundles.
_BUNDLED = "pyodide/"
_IMPORT = re.compile(r"""^(?:import|export)\b[^;'"]*["'](\.[^"']+)["']""", re.MULTILINE)
_ABSENT = (
    "Running scripts on their pages is not included in this site: {0}/node_modules/{1} is missing.\n"
    "Get it with: npm --prefix {0} ci --ignore-scripts && npm --prefix {0} run compile"
)
# After the cells, which come at Sphinx's default.
_LATE = 600
_HEADING = "This page cannot run it: "
_NOT_BUILT = "this copy of the site was built without Python for browsers."


def setup(app: Sphinx) -> None:
    """Connect to the reading of a page, and to the end of the build."""
    # Of kind "env": when the packages come or go, pages are read again.
    app.add_config_value("playground", (_PACKAGES / _LIBRARY).is_file(), "env", bool)
    app.connect("env-get-outdated", outdated_by_a_trial)
    app.connect("doctree-read", add_places, priority=_LATE)
    at_the_end(app, publish)


def outdated_by_a_trial(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages with a newer trial, which was no file of theirs when they were read before."""
    shared = domain.of(env)
    slugs = {name: slug for name in env.all_docs if (slug := shared.slug_of(name))}
    trials = {name: shared.catalogue.folder(slug) / browser.FILE for name, slug in slugs.items()}
    return [
        name
        for name, path in trials.items()
        if path.exists() and path.stat().st_mtime_ns // 1000 > env.all_docs[name]
    ]


def add_places(app: Sphinx, doctree: nodes.document) -> None:
    """Put below the listings of failure and fix the place of their buttons, or why there are none."""
    shared = domain.of(app.env)
    slug = shared.slug_of(app.env.docname)
    if slug is None:
        return
    pitfall = shared.catalogue.pitfall(slug)
    trials = browser.load(pitfall.folder)
    for listing in list(render.listings(doctree)):
        run = pitfall.runs[listing["run"]]
        if run.name in browser.RUNS:
            reason = browser.why_not(run, trials) or ("" if app.config.playground else _NOT_BUILT)
            listing.parent.insert(listing.parent.index(listing) + 1, place(pitfall, run, reason))


def place(pitfall: Pitfall, run: Run, reason: str) -> nodes.Node:
    """Return what a script fills with buttons, or without a script is empty; or the `reason` for none."""
    if reason:
        return nodes.paragraph("", f"{_HEADING}{reason}", classes=["not-here"])
    return nodes.raw(
        "", f'<div class="run-here" data-pitfall="{pitfall.slug}" data-run="{run.name}"></div>', format="html"
    )


def publish(app: Sphinx) -> None:
    """Serve what pages load on a click, or say that running is not included, and how to get it."""
    if not app.config.playground:
        print(_ABSENT.format(os.path.relpath(_FOLDER), _LIBRARY))
        return
    for path in files(_PACKAGES):
        copy(_PACKAGES / path, Path(app.outdir) / _HOME / path)
    catalogue = domain.of(app.env).catalogue
    python = python_version()
    write(app, f"{_HOME}/settings.json", json.dumps(settings(python)))
    for pitfall in catalogue.pitfalls():
        programs = offered(catalogue, pitfall, python)
        if programs:
            write(app, f"{_HOME}/programs/{pitfall.slug}.json", json.dumps(programs))


def files(packages: Path) -> list[str]:
    """Return the paths of what pages load: what is needed, and what that imports."""
    found = list(_NEEDED)
    for path in found:
        if path.startswith(_BUNDLED) or not path.endswith(".js"):
            continue
        for name in _IMPORT.findall((packages / path).read_text(encoding="utf-8")):
            imported = posixpath.normpath(f"{posixpath.dirname(path)}/{name}")
            found += [] if imported in found else [imported]
    return found


def python_version() -> str:
    """Return the version of CPython that a browser gets, such as "3.14.2"."""
    lock = json.loads((_PACKAGES / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    return str(lock["info"]["python"])


def settings(python: str) -> dict[str, Any]:
    """Return what all programs share."""
    pyodide = json.loads((_PACKAGES / "pyodide" / "package.json").read_text(encoding="utf-8"))
    return {
        "python": python,
        "pyodide": pyodide["version"],
        "environ": STEADY,
        "rules": browser.javascript_rules(),
        "limits": browser.LIMITS,
    }


def offered(catalogue: Catalogue, pitfall: Pitfall, python: str) -> dict[str, Any]:
    """Return the runs of a pitfall that have buttons, with what is recorded of them."""
    trials = browser.load(pitfall.folder)
    scripts = {path.name: path.read_text(encoding="utf-8") for path in sorted(pitfall.folder.glob("*.py"))}
    seen = catalogue.evidence(pitfall.slug)
    programs = {}
    for run in browser.candidates(pitfall):
        recorded = evidence.find(seen, run, python)
        if recorded and not browser.why_not(run, trials):
            programs[run.name] = {
                "script": run.script,
                "flags": run.flags,
                "scripts": scripts,
                "exact": next(exact for exact in recorded.seen if minor_of(exact) == minor_of(python)),
                "exit": recorded.exit,
                "output": recorded.text,
            }
    return programs
