"""A page as plain Markdown shows what the site shows: each directive is replaced by its content."""

import re
from pathlib import Path

import pytest

from asyncio_pitfalls import explain
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.run.runner import command_line
from claims_file import FIND, REPORTED, edit, folder
from recorded import record, seen
from support import CATALOGUE, SLUG, SLUGS

PAGE = f"""---
kernelspec:
  name: fresh-process
---

# Not awaiting

Await it with {{py:func}}`~asyncio.run`.

```{{pitfall}}
```

```{{code-cell}} console
python -X dev snippets/{SLUG}/failure.py
```

```{{evidence}} fix
:version: '3.12'
```

```{{code-cell}} python
:load: ../../snippets/{SLUG}/failure.py
```

```{{note}}
See [](../find.md#what-do-you-see).
```

```python
plain = "[](x)"
```

```{{other-versions}}
```
"""


@pytest.fixture
def catalogue(sandbox: Path) -> Catalogue:
    """A pitfall with evidence of several versions, a technique, and the page above."""
    edit(sandbox, "[fix]", f"[find]\nscript = 'failure.py'\nflags = ['-X', 'dev']\n{FIND}[fix]")
    (sandbox / "docs" / "pitfalls" / f"{SLUG}.md").write_text(PAGE, encoding="utf-8")
    return record(
        sandbox,
        failure=(seen("3.8.1 3.12.1", "old failure"), seen("3.14.2", "new failure", status=1)),
        fix=(seen("3.8.1 3.12.1", "old fix"), seen("3.14.2", "new fix")),
        find=(seen("3.8.1 3.12.1 3.14.2", "found", "the line"),),
    )


def after(text: str, heading: str) -> str:
    """Return what follows a line."""
    return text.partition(f"\n{heading}\n")[2]


def test_the_version_of_evidence_is_honoured(catalogue: Catalogue) -> None:
    """The script comes before the output of the version that the author chose."""
    source = (folder(catalogue.root) / "fix.py").read_text(encoding="utf-8")
    expected = (
        f"```python\n{source}```\n\nCPython 3.12.1:\n\n```text\n$ python -X dev -W error fix.py\nold fix\n```"
    )
    assert expected in explain.markdown(catalogue, SLUG)


def test_a_command_shows_its_output_alone(catalogue: Catalogue) -> None:
    """Its script is on the page already; a cell that loads a script shows both."""
    text = explain.markdown(catalogue, SLUG)
    command = "CPython 3.14.2:\n\n```text\n$ python -X dev failure.py\nfound\nthe line\n```"
    assert f"run it: `python failure.py`\n\n{command}\n\n```python\n" in text
    source = (folder(catalogue.root) / "failure.py").read_text(encoding="utf-8")
    output = "CPython 3.14.2:\n\n```text\n$ python failure.py\nnew failure\n```"
    assert f"```python\n{source}```\n\n{output}" in text


def test_all_runs_appear_under_on_other_versions(catalogue: Catalogue) -> None:
    """Each with its command, and versions of equal output together."""
    text = explain.markdown(catalogue, SLUG)
    assert (
        "### python failure.py\n\n"
        "CPython 3.8.1, 3.12.1: exit status 0\n\n```text\nold failure\n```\n\n"
        "CPython 3.14.2: exit status 1\n\n```text\nnew failure\n```\n\n"
        "### python -X dev -W error fix.py\n\n"
        "CPython 3.8.1, 3.12.1: exit status 0\n\n```text\nold fix\n```\n\n"
        "CPython 3.14.2: exit status 0\n\n```text\nnew fix\n```\n\n"
        "### python -X dev failure.py\n\n"
        "CPython 3.8.1, 3.12.1, 3.14.2: exit status 0\n\n```text\nfound\nthe line\n```\n"
    ) == text[text.index("### python failure.py") :]


def test_the_header_says_what_is_seen_and_where(catalogue: Catalogue) -> None:
    """The symptoms, the versions that were seen, of which neighbours make a span, and the command."""
    assert (
        "- warning: `RuntimeWarning: coroutine '<name>' was never awaited`\n"
        "- CPython: 3.8 warns, 3.12 warns, 3.14 warns\n"
        "- run it: `python failure.py`"
    ) == explain.header(catalogue, catalogue.pitfall(SLUG))


def test_a_symptom_with_two_texts_has_both_in_the_header(sandbox: Path) -> None:
    """The reader of either knows that it is this one; without evidence nothing is said of versions."""
    edit(
        sandbox,
        "[[failure.claims]]",
        "[[symptoms.never-awaited.later]]\nversions = '>=3.14'\n"
        "message = \"RuntimeWarning: coroutine 'a.b' was never awaited\"\n\n[[failure.claims]]",
    )
    catalogue = Catalogue(sandbox)
    text = explain.header(catalogue, catalogue.pitfall(SLUG))
    first, second = (f"`RuntimeWarning: coroutine '{name}' was never awaited`" for name in ("<name>", "a.b"))
    assert f"- warning: {first} or {second}\n- CPython: not run yet\n" in text


def test_a_reported_text_names_its_program_in_the_header(sandbox: Path) -> None:
    """The reader learns that nothing here printed it, and where its code is."""
    edit(sandbox, "[[failure.claims]]", REPORTED)
    catalogue = Catalogue(sandbox)
    line = "- log: `nobody awaited it` (reported by [Shop](https://example.org/shop.py), not run here)\n"
    assert line in explain.header(catalogue, catalogue.pitfall(SLUG))


def test_front_matter_is_left_out_and_other_blocks_stay(catalogue: Catalogue) -> None:
    """A directive that has no other form is shown as text, and code that the author wrote as it is."""
    text = explain.markdown(catalogue, SLUG)
    assert text.startswith("# Not awaiting\n\nAwait it with `asyncio.run`.\n\n- warning: ")
    assert "```\nSee [](../find.md#what-do-you-see).\n```" in text
    assert '```python\nplain = "[](x)"\n```' in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{py:func}`asyncio.run`", "`asyncio.run`"),
        ("{py:func}`~asyncio.run` and {py:class}`!Task`", "`asyncio.run` and `Task`"),
        ("{ref}`the words <label>`", "`the words`"),
        ("({cpython}`117535`)", "(https://github.com/python/cpython/issues/117535)"),
        ("[CPython](https://www.python.org/)", "[CPython](https://www.python.org/)"),
        ("[the page](program-hangs.md)", "[the page]({site}pitfalls/program-hangs.md)"),
        ("[part](program-hangs.md#fix)", "[part]({site}pitfalls/program-hangs.md#fix)"),
        ("[find it](../find.md)", "[find it]({site}find/)"),
        ("[find it](../find.md#what-do-you-see)", "[find it]({site}find/#what-do-you-see)"),
        ("[](../debugging.md)", "[debugging]({site}debugging/)"),
        ("[{py:func}`~a.run`](program-hangs.md)", "[`a.run`]({site}pitfalls/program-hangs.md)"),
        (
            "[`run`](program-hangs.md) [`end`](x.md)",
            "[`run`]({site}pitfalls/program-hangs.md) [`end`]({site}pitfalls/x.md)",
        ),
        ("`[a](b)`, ``{py:func}`x` ``", "`[a](b)`, ``{py:func}`x` ``"),
        ("```python\n[a](b)\n\n[c](d)\n```\n{ref}`x`", "```python\n[a](b)\n\n[c](d)\n```\n`x`"),
        ("- A list:\n\n  ~~~\n  [a](b)\n  ~~~\n", "- A list:\n\n  ~~~\n  [a](b)\n  ~~~\n"),
        ("A ` alone.\n\n{ref}`x` `y`", "A ` alone.\n\n`x` `y`"),
        ("[](" + SLUG + ".md)", "[Name the mistake here (" + SLUG + ")]({site}pitfalls/" + SLUG + ".md)"),
    ],
)
def test_roles_and_links_become_markdown(sandbox: Path, text: str, expected: str) -> None:
    """Links lead to the site, a page of a pitfall to its Markdown; a link without a text has the title."""
    catalogue = Catalogue(sandbox)
    assert expected.replace("{site}", catalogue.website) == explain.plain(catalogue, SLUG, text)


@pytest.mark.parametrize("slug", SLUGS)
def test_explain_leaves_no_markup(slug: str) -> None:
    """Every page is readable in a terminal: no directive, role or relative link is left over."""
    text = explain.markdown(CATALOGUE, slug)
    assert text.startswith(f"# {CATALOGUE.title(slug)}\n")
    assert "```{" not in text
    assert [] == re.findall(r"\{[\w:+]+\}``", re.sub(r"`[^`\n]+`", "``", text))
    assert "](." not in text
    assert "[](" not in text
    assert [] == re.findall(r"\]\((?!https?://)[^)]*\)", prose(text))


@pytest.mark.parametrize("slug", SLUGS)
def test_explain_shows_every_run(slug: str) -> None:
    """Under "On other versions" each run has its heading and all its outputs."""
    last = after(explain.markdown(CATALOGUE, slug), "## On other versions")
    for name, run in CATALOGUE.pitfall(slug).runs.items():
        assert f"\n### {command_line(run)}\n" in last
        for observation in CATALOGUE.evidence(slug)[name]:
            assert f"CPython {', '.join(observation.seen)}: exit status {observation.exit}\n" in last


def prose(text: str) -> str:
    """Return Markdown without its fenced blocks and its code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
