"""What the features share: the catalogue, the interpreters, and which pages show all pitfalls."""

from collections.abc import Set
from functools import cached_property
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from asyncio_pitfalls import browser
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import ClaimsError
from asyncio_pitfalls.evidence import EvidenceError
from asyncio_pitfalls.run.interpreters import Interpreters

MESSAGES = "messages"
_PREFIX = "pitfalls/"


class PitfallDomain(Domain):
    """One for each build; what is in `data` is kept for the next, also from readers that are processes."""

    name = "pitfalls"
    label = "Pitfalls"
    initial_data = {"overviews": set(), "titles": {}}  # noqa: RUF012 - Sphinx copies it

    @cached_property
    def catalogue(self) -> Catalogue:
        """The pitfalls of the project whose `docs` folder is being built."""
        return Catalogue(Path(self.env.srcdir).parent)

    @cached_property
    def interpreters(self) -> Interpreters:
        """The interpreters that this machine has."""
        return Interpreters(self.catalogue.versions)

    @property
    def overviews(self) -> set[str]:
        """The names of the pages that show all pitfalls."""
        found: set[str] = self.data["overviews"]
        return found

    @cached_property
    def titles(self) -> dict[str, tuple[str, str]]:
        """The area and the title of each pitfall, which other pages show; `data` has those last shown."""
        return {it.slug: (it.area, self.catalogue.title(it.slug)) for it in self.catalogue.pitfalls()}

    def slug_of(self, docname: str) -> str | None:
        """Return the slug of a pitfall's page, or None for another page."""
        slug = docname.removeprefix(_PREFIX)
        return slug if docname.startswith(_PREFIX) and self.catalogue.has(slug) else None

    def area_of(self, docname: str) -> str | None:
        """Return the area of a pitfall's page, or None for another page."""
        slug = self.slug_of(docname)
        return self.catalogue.pitfall(slug).area if slug else None

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or is gone."""
        self.overviews.discard(docname)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        self.overviews.update(otherdata["overviews"] & set(docnames))

    def resolve_any_xref(self, *_: object) -> list[tuple[str, nodes.reference]]:
        """Return nothing: no link on a page is written so that it could lead to any domain."""
        return []

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Turn a link to a page or a message into a reference; Sphinx's own would lose the code in it.

        A site without the message index shows the text alone.
        """
        docname, anchor = (target, "") if typ == "page" else (MESSAGES, target)
        if docname not in env.all_docs:
            raise NoUri
        return make_refnode(builder, fromdocname, docname, anchor, contnode)


def of(env: BuildEnvironment) -> PitfallDomain:
    """Return the domain of a build."""
    domain = env.get_domain(PitfallDomain.name)
    assert isinstance(domain, PitfallDomain)
    return domain


def link(catalogue: Catalogue, slug: str, *content: nodes.Node) -> nodes.Node:
    """Return a cross-reference to the page of a pitfall, with its title unless `content` is given."""
    return link_to(f"{_PREFIX}{slug}", *(content or (nodes.Text(catalogue.title(slug)),)))


def link_to(docname: str, *content: nodes.Node) -> nodes.Node:
    """Return a cross-reference to the page `docname` that reads `content`."""
    return _reference("page", docname, nodes.inline("", "", *content))


def message_link(anchor: str, content: nodes.Node) -> nodes.Node:
    """Return `content` as a link to an entry of the message index."""
    return _reference("message", anchor, content)


def _reference(kind: str, target: str, content: nodes.Node) -> nodes.Node:
    return addnodes.pending_xref("", content, refdomain=PitfallDomain.name, reftype=kind, reftarget=target)


def setup(app: Sphinx) -> None:
    """Register the domain, and read everything once before Sphinx forks."""
    app.add_domain(PitfallDomain)
    app.connect("env-get-outdated", read_all)
    app.connect("env-before-read-docs", prepare_readers)


def read_all(app: Sphinx, env: BuildEnvironment, *changes: set[str]) -> list[str]:
    """Read everything once, before readers fork; a broken file ends the build in a sentence."""
    shared = of(env)
    try:
        _ = shared.titles
        for slug in shared.catalogue.slugs():
            shared.catalogue.evidence(slug)
            browser.load(shared.catalogue.folder(slug))
    except (ClaimsError, EvidenceError) as error:
        # Sphinx prints a crash report for an exception, even for one of its own.
        raise SystemExit(str(error)) from None
    return []


def prepare_readers(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Find the interpreters once, before readers fork; a single page is read without forking."""
    if docnames and app.config.nb_execution_mode != "off":
        _ = of(env).interpreters.available
    if len(docnames) <= 1:
        # A process of its own would cost more than it saves.
        app.parallel = 1
