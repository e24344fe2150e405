"""A page is read once into blocks, from which HTML and Markdown are made."""

import pytest

from asyncio_pitfalls import page
from asyncio_pitfalls.page import Directive, Prose

FRONT = "---\nkernelspec:\n  name: fresh-process\n  display_name: Each cell in a fresh process\n---\n"
TEXT = f"""{FRONT}
# Calling `save` twice

Call {{py:func}}`asyncio.run` once.
The second call fails.

It is fine in a test.

```{{pitfall}}
```

## Failure

```{{code-cell}} python
:load: ../../snippets/save-twice/failure.py
:tags: "hide-input"

print("not shown")
```

The first call saves.

```{{code-cell}} console
python -X dev snippets/save-twice/failure.py
```

```{{evidence}} fix_later
:version: '3.12'
```

### A heading of a part

```python
plain = True
```
"""


def test_blocks_are_in_the_order_of_the_page() -> None:
    """Prose keeps its Markdown, other fences included; a directive is a block of its own."""
    blocks = page.read(TEXT).blocks
    names = [block.name if isinstance(block, Directive) else "prose" for block in blocks]
    expected = ["prose", "pitfall", "prose", "code-cell", "prose", "code-cell", "evidence", "prose"]
    assert expected == names
    assert Prose("The first call saves.") == blocks[4]
    assert Prose("### A heading of a part\n\n```python\nplain = True\n```") == blocks[7]


def test_a_directive_has_argument_options_body_and_lines() -> None:
    """The quotes that YAML allows around an option are no part of it."""
    _, loaded, typed, shown = page.read(TEXT).directives
    lines = TEXT.split("\n")
    assert ("python", {"load": "../../snippets/save-twice/failure.py", "tags": "hide-input"}) == (
        loaded.argument,
        loaded.options,
    )
    assert ('print("not shown")', "python -X dev snippets/save-twice/failure.py") == (loaded.body, typed.body)
    assert ("fix_later", {"version": "3.12"}, "") == (shown.argument, shown.options, shown.body)
    for directive in (loaded, typed, shown):
        start, end = directive.lines
        assert lines[start].startswith(f"```{{{directive.name}}} {directive.argument}")
        assert "```" == lines[end - 1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (":version: 3.12", {"version": "3.12"}),
        (':version: "3.12"', {"version": "3.12"}),
        (":version: '3.12'", {"version": "3.12"}),
        (":hidden:", {"hidden": ""}),
        (":no-index: yes", {"no-index": "yes"}),
        (" :version: 3.12", {}),
        ("version: 3.12", {}),
    ],
)
def test_options_are_unquoted(line: str, expected: dict[str, str]) -> None:
    """What looks like no option is the body, and what follows it as well."""
    [directive] = page.read(f"```{{evidence}} fix\n{line}\n\n:last: one\n```\n").directives
    assert expected == directive.options
    assert directive.body.endswith(":last: one")


def test_cells_are_the_blocks_that_are_executed() -> None:
    """Evidence is shown and not executed."""
    assert ["code-cell", "code-cell"] == [cell.name for cell in page.read(TEXT).cells]


@pytest.mark.parametrize(
    "text",
    [
        "````\n```{pitfall}\n```\n````\n",
        "````markdown\n```{evidence} fix\n```\n````\n",
        "- A list:\n\n  ```{evidence} fix\n  ```\n",
        "> ```{evidence} fix\n> ```\n",
        "    ```{evidence} fix\n    ```\n",
        "```python\nplain = True\n```\n",
        "``` {evidence fix}\n```\n",
        "A line with ```{evidence} fix``` in it.\n",
    ],
)
def test_a_fence_inside_something_is_prose(text: str) -> None:
    """A page that explains how pages are written shows directives, which are none."""
    assert (Prose(text.strip("\n")),) == page.read(text).blocks


def test_a_directive_may_be_fenced_by_other_characters() -> None:
    """As Markdown allows; a fence inside of it is a part of its body."""
    text = "````{note}\n```{evidence} fix\n```\n````\n\n~~~{evidence} fix\n~~~\n"
    note, evidence = page.read(text).directives
    assert ("note", "```{evidence} fix\n```") == (note.name, note.body)
    assert ("evidence", "fix") == (evidence.name, evidence.argument)


def test_front_matter_is_no_prose() -> None:
    """It names the kernel; its dashes are no headings, and its lines count."""
    read = page.read(TEXT)
    first = read.blocks[0]
    assert isinstance(first, Prose)
    assert first.text.startswith("# Calling `save` twice\n\n")
    assert [(1, "Calling `save` twice"), (2, "Failure"), (3, "A heading of a part")] == read.headings


def test_a_fence_in_front_matter_is_none() -> None:
    """A description in it may show one, and must not swallow the page."""
    front = FRONT.replace("kernelspec:", "description: |\n  Write\n```{note}\nkernelspec:")
    read = page.read(TEXT.replace(FRONT, front))
    assert [block.name for block in page.read(TEXT).directives] == [block.name for block in read.directives]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (FRONT, True),
        (FRONT.replace("fresh-process", "python3"), False),
        (FRONT.replace("kernelspec:\n  name: fresh-process\n", "kernelspec:\n  language: python\n"), False),
        ("", False),
        (f"\n{FRONT}", False),
        (f"# Title\n\n```yaml\n{FRONT}```\n", False),
    ],
)
def test_the_kernel_says_whether_cells_are_programs(front: str, expected: bool) -> None:
    """Only front matter counts, which starts on the first line."""
    assert expected is page.read(f"{front}\n# Title\n").is_fresh


def test_dashes_without_an_end_are_no_front_matter() -> None:
    """The page is then read as Markdown, and nothing of it is lost."""
    assert "Title" == page.read("---\n# Title\n").title


def test_the_title_is_the_first_heading() -> None:
    """A page without one has none, even where a section has a heading."""
    assert "Calling `save` twice" == page.read(TEXT).title
    assert "" == page.read("## Failure\n\nText.\n").title
    assert "Later" == page.read("## Failure\n\n# Later\n\n# Last\n").title
    assert "Title" == page.read("```python\n# a comment\n```\n\nTitle\n=====\n").title


def test_sentences_are_the_lines_of_the_first_paragraph() -> None:
    """The first says the fix; the summary has all of them on one line."""
    read = page.read(TEXT)
    assert ["Call {py:func}`asyncio.run` once.", "The second call fails."] == read.sentences
    assert "Call {py:func}`asyncio.run` once. The second call fails." == read.summary


def test_the_first_paragraph_follows_the_title() -> None:
    """Neither a list nor a paragraph before the title is meant; without a paragraph there is no sentence."""
    assert ["It is so."] == page.read("Before.\n\n# Title\n\n- A list.\n\nIt is so.\n").sentences
    assert [] == page.read("# Title\n\n```{pitfall}\n```\n").sentences
    assert "" == page.read("# Title\n").summary


def test_cells_are_given_other_bodies() -> None:
    """The number of lines stays, so that a warning names the line of the page, and `:load:` goes."""
    changed = page.read(TEXT).with_cells(["first", "second"])
    lines, before = changed.split("\n"), TEXT.split("\n")
    assert len(before) == len(lines)
    read = page.read(changed)
    assert ["first", "second"] == [cell.body for cell in read.cells]
    assert [{"tags": "hide-input"}, {}] == [cell.options for cell in read.cells]
    cells = [number for cell in read.cells for number in range(*cell.lines)]
    assert [line for n, line in enumerate(before) if n not in cells] == [
        line for n, line in enumerate(lines) if n not in cells
    ]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("", ""),
        (":tags: hide-input\n", ""),
        ("\n\n", "program"),
        ("print(1)\nprint(2)\nprint(3)\n", "program"),
    ],
)
def test_a_cell_keeps_its_lines(inside: str, expected: str) -> None:
    """Also one that is empty, which a warning is about, and one that is longer than its new body."""
    text = f"# Title\n\n```{{code-cell}} python\n{inside}```\n\nThe end.\n"
    changed = page.read(text).with_cells(["program"])
    assert text.count("\n") == changed.count("\n")
    assert [expected] == [cell.body for cell in page.read(changed).cells]


def test_each_cell_needs_a_body() -> None:
    """A page whose cells are not the bodies is a mistake of the caller, not a page with an old cell."""
    with pytest.raises(ValueError, match="argument"):
        page.read(TEXT).with_cells(["first"])


def test_roles_and_links_are_replaced() -> None:
    """What each becomes is the renderer's choice; the target of a role is not shown."""
    text = "See {py:func}`~asyncio.run`, {ref}`the text <the-label>`, [a page](other.md#part), [](more.md)."
    found = page.inline(text, "<{}|{}>".format, "({}|{})".format)
    assert "See <py:func|~asyncio.run>, <ref|the text>, (a page|other.md#part), (|more.md)." == found
