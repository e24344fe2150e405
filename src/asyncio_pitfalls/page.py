"""Reads a page into blocks: prose, cells and directives. HTML and Markdown are made from these.

The format is MyST Markdown: https://mystmd.org/guide/syntax-overview
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown_it import MarkdownIt
from markdown_it.token import Token

# The kernel that runs each cell as a program of its own; other kernels keep one process for a page.
FRESH = "fresh-process"
CELL = "code-cell"
# Blocks alone: what is within a line is nobody's concern here.
_BLOCKS = MarkdownIt("commonmark").disable("inline")
_NAME = re.compile(r"\{([\w-]+)\} ?(.*)")
_OPTION = re.compile(r":([\w-]+): ?(.*)")
_KERNEL = re.compile(r"^kernelspec:\n(?: {2}.*\n)*? {2}name: (\S+)$", re.MULTILINE)
_INLINE = re.compile(
    r"""
    ^[ >]*(?P<fence>`{3,}|~{3,}).*?^[ >]*(?P=fence)
    | \{(?P<role>[\w:+]+)\}`(?P<content>[^`<]+?)(?:\ <[^`]+>)?`
    | (?P<ticks>`+)(?!`)(?:(?!\n\n).)*?(?<!`)(?P=ticks)(?!`)
    | \[(?P<text>[^]]*)\]\((?P<link>[^)\s]+)\)
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True)
class Prose:
    """Markdown as the author wrote it."""

    text: str


@dataclass(frozen=True)
class Directive:
    """A fenced directive: its name, its argument and options, what is in it, and its lines, from 0."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    lines: tuple[int, int]

    @property
    def is_cell(self) -> bool:
        """Whether MyST-NB executes it."""
        return self.name == CELL


Block = Prose | Directive


@dataclass(frozen=True)
class Page:
    """The text of a page and the blocks in it, in order."""

    text: str
    blocks: tuple[Block, ...]

    @property
    def cells(self) -> list[Directive]:
        """The blocks that MyST-NB executes."""
        return [block for block in self.directives if block.is_cell]

    @property
    def directives(self) -> list[Directive]:
        """The blocks that are no prose."""
        return [block for block in self.blocks if isinstance(block, Directive)]

    @property
    def is_fresh(self) -> bool:
        """Whether each cell is a program of its own."""
        kernel = _KERNEL.search(_front_matter(self.text))
        return kernel is not None and kernel[1] == FRESH

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """The headings with their levels, from 1."""
        tokens = self._tokens
        return [
            (int(token.tag[1:]), tokens[place + 1].content)
            for place, token in enumerate(tokens)
            if token.type == "heading_open"
        ]

    @property
    def title(self) -> str:
        """The first heading: on the page of a pitfall the mistake; "" when there is none."""
        return next((text for level, text in self.headings if level == 1), "")

    @cached_property
    def sentences(self) -> list[str]:
        """The lines of the first paragraph, of which the first says the fix, as Markdown."""
        tokens = self._tokens
        start = next((place for place, token in enumerate(tokens) if token.tag == "h1"), 0)
        paragraph = (
            tokens[place + 1].content.split("\n")
            for place, token in enumerate(tokens)
            if place > start and token.type == "paragraph_open" and not token.level
        )
        return next(paragraph, [])

    @property
    def summary(self) -> str:
        """The first paragraph, as Markdown on one line."""
        return " ".join(self.sentences)

    @cached_property
    def _tokens(self) -> list[Token]:
        prose = "\n".join(block.text for block in self.blocks if isinstance(block, Prose))
        return _BLOCKS.parse(prose)

    def with_cells(self, bodies: list[str]) -> str:
        """Return the text of the page with these one-line bodies in its cells; no line moves."""
        lines = self.text.split("\n")
        for cell, body in zip(self.cells, bodies, strict=True):
            start, end = cell.lines
            rest = [f":{name}: {value}" for name, value in cell.options.items() if name != "load"]
            room = end - start - 2
            # Blank lines are no part of a program; they keep the numbers of the lines below.
            lines[start + 1 : end - 1] = [*rest, body, *[""] * room][:room]
        return "\n".join(lines)


def read(text: str) -> Page:
    """Return the blocks of a page."""
    return Page(text, tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    first = _front_matter(text).count("\n")
    lines = text.split("\n")
    body = [""] * first + lines[first:]
    done = first
    for token in _BLOCKS.parse("\n".join(body)):
        named = _NAME.fullmatch(token.info.strip()) if token.type == "fence" and not token.level else None
        if named and token.map:
            yield from _prose(lines[done : token.map[0]])
            done = token.map[1]
            yield _directive(named[1], named[2], token.content, (token.map[0], done))
    yield from _prose(lines[done:])


def _front_matter(text: str) -> str:
    """Return the YAML between dashes at the start of a page, dashes included; "" when there is none."""
    head, dashes, _ = text.partition("\n---\n")
    return head + dashes if text.startswith("---\n") and dashes else ""


def _prose(lines: list[str]) -> Iterator[Prose]:
    text = "\n".join(lines).strip("\n")
    if text:
        yield Prose(text)


def _directive(name: str, argument: str, content: str, lines: tuple[int, int]) -> Directive:
    options: dict[str, str] = {}
    rest = content.splitlines()
    while rest and (option := _OPTION.fullmatch(rest[0])):
        options[option[1]] = option[2].strip().strip("\"'")
        rest.pop(0)
    return Directive(name, argument.strip(), options, "\n".join(rest).strip("\n"), lines)


def inline(text: str, role: Callable[[str, str], str], link: Callable[[str, str], str]) -> str:
    """Return prose with what `role(name, text)` and `link(text, target)` return in the place of each.

    Code stays as it is.
    """

    def replaced(match: re.Match[str]) -> str:
        if match["role"]:
            return role(match["role"], match["content"])
        return link(inline(match["text"], role, link), match["link"]) if match["link"] else match[0]

    return _INLINE.sub(replaced, text)
