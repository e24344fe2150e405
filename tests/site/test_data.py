"""What the site serves to programs is complete, documented, and the same from the same sources."""

import contextlib
import io
import json
import re
import urllib.request
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.messages import messages
from links import leads
from pitfalls_site.data import NAME, described, everything, schema
from support import CATALOGUE, ROOT, SLUGS

LINKING = (ROOT / "docs" / "linking.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def data(built_site: Path) -> Any:
    """The catalogue as it is served."""
    return json.loads((built_site / "catalogue.json").read_text(encoding="utf-8"))


def test_the_catalogue_follows_its_schema(built_site: Path, data: Any) -> None:
    """The schema is served beside it, is itself valid, and forbids what it does not describe."""
    served = json.loads((built_site / NAME).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(served)
    jsonschema.Draft202012Validator(served).validate(data)
    assert data["$schema"] == served["$id"] == f"{CATALOGUE.website}{NAME}"
    data["pitfalls"][0]["surprise"] = True
    with pytest.raises(jsonschema.ValidationError, match="surprise"):
        jsonschema.Draft202012Validator(served).validate(data)
    del data["pitfalls"][0]["surprise"]


def test_the_schema_describes_every_key_and_no_other(built_site: Path) -> None:
    """Each object of it is closed, and has a description for each of its keys, all of which are there."""
    served = json.loads((built_site / NAME).read_text(encoding="utf-8"))
    assert len(served["$defs"]) > 1
    for name, definition in served["$defs"].items():
        assert definition["additionalProperties"] is False, name
        assert list(definition["properties"]) == definition["required"], name
        assert all(key["description"] for key in definition["properties"].values()), name


def test_the_catalogue_is_complete(data: Any) -> None:
    """It has every pitfall with all its symptoms and runs, and every message."""
    for pitfall, entry in zip(CATALOGUE.pitfalls(), data["pitfalls"], strict=True):
        assert pitfall.slug == entry["slug"]
        assert list(pitfall.symptoms) == [symptom["key"] for symptom in entry["symptoms"]]
        assert list(pitfall.runs) == [script["name"] for script in entry["scripts"]]
        assert list(CATALOGUE.versions) == list(entry["versions"])
    assert len(messages(CATALOGUE)) == len(data["messages"])


def addresses(data: Any) -> list[str]:
    """Return every address in a JSON document, however deep."""
    if isinstance(data, dict):
        return [address for value in data.values() for address in addresses(value)]
    if isinstance(data, list):
        return [address for value in data for address in addresses(value)]
    return [data] if isinstance(data, str) and data.startswith(CATALOGUE.website) else []


def test_the_addresses_in_the_catalogue_are_there(built_site: Path, data: Any) -> None:
    """A program can follow each of them."""
    assert [] == [address for address in addresses(data) if not leads(built_site, address)]


def test_the_catalogue_depends_on_its_sources_alone(built_site: Path) -> None:
    """Made twice it is the same text: no time, no order of chance."""
    builtins = msgspec.to_builtins(everything(Catalogue(ROOT)))
    text = json.dumps(builtins, indent=1, ensure_ascii=False) + "\n"
    assert text == (built_site / "catalogue.json").read_text(encoding="utf-8")


def test_every_key_is_documented(built_site: Path) -> None:
    """The page has a line for each key of the schema, made from the schema."""
    page = (built_site / "linking" / "index.html").read_text(encoding="utf-8").replace("&lt;", "<")
    keys = [path for path, _ in described(schema(CATALOGUE.website))]
    assert {"pitfalls[].versions.<key>.effect", "messages[].causes[].slug"} <= set(keys)
    for key in keys:
        assert re.search(rf"<dt>.*{re.escape(key.replace('>', '&gt;'))}<", page), key


def test_llms_txt_lists_every_page(built_site: Path) -> None:
    """It has the form of llmstxt.org: a title, a quotation, then headings with lists of links."""
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    assert re.match(r"# .+\n\n(?:> .+\n)+\n", text)
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    links = [re.fullmatch(r"- \[[^]]+\]\((\S+)\): .+", line) for line in lines]
    found = [link[1] for link in links if link]
    assert len(lines) == len(found)
    assert [] == [address for address in found if not leads(built_site, address)]
    assert {f"{CATALOGUE.website}pitfalls/{slug}.md" for slug in SLUGS} <= set(found)


@pytest.mark.parametrize("slug", SLUGS)
def test_markdown_of_a_page(built_site: Path, slug: str) -> None:
    """It is the whole page, with links that lead somewhere and no empty link text."""
    text = (built_site / "pitfalls" / f"{slug}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {CATALOGUE.title(slug)}\n")
    assert "](." not in text
    assert "[](" not in text
    links = re.findall(rf"\]\(({re.escape(CATALOGUE.website)}[^)]*?)(?:#[\w-]+)?\)", text)
    assert [] == [link for link in links if not leads(built_site, link)]


def plain(markup: str) -> str:
    """Return HTML without its tags."""
    return unescape(re.sub(r"<[^>]+>", "", markup))


@pytest.mark.parametrize("slug", SLUGS)
def test_html_and_markdown_show_the_same_runs(built_site: Path, slug: str) -> None:
    """The same commands on the same versions in the same order, in the text and under the other versions."""
    html = (built_site / "pitfalls" / slug / "index.html").read_text(encoding="utf-8")
    markdown = (built_site / "pitfalls" / f"{slug}.md").read_text(encoding="utf-8")
    captions = map(plain, re.findall(r'<p class="caption-line\b[^"]*">(.*?)</p>', html, re.DOTALL))
    shown = [re.fullmatch(r"(.+) on CPython (\S+) prints(?::| nothing\.)", text) for text in captions]
    found = re.findall(r"^CPython (\S+):\n\n```text\n\$ (.+)$", markdown, re.MULTILINE)
    assert [it and (it[2], it[1]) for it in shown] == found
    assert found
    groups = re.findall(
        r"<p>(<code(?:(?!</p>).)+</code>):</p>|<summary>CPython (.+?): [^:]+, exit status (-?\d+)</summary>",
        html.partition('id="on-other-versions"')[2],
        re.DOTALL,
    )
    written = re.findall(
        r"^### (.+)$|^CPython (.+): exit status (-?\d+)$",
        markdown.partition("\n## On other versions\n")[2].partition("\n## ")[0],
        re.MULTILINE,
    )
    assert [tuple(map(plain, group)) for group in groups] == written
    assert len(written) > len(CATALOGUE.pitfall(slug).runs)


def test_the_documented_program_works(built_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example reads the catalogue and finds pitfalls in it."""
    prefix = CATALOGUE.website
    monkeypatch.setattr(
        urllib.request, "urlopen", lambda address: (built_site / address.removeprefix(prefix)).open("rb")
    )
    (example,) = re.findall(r"^```python\n(import json\n.*?)^```$", LINKING, re.MULTILINE | re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(example, {})
    assert "Event loop is closed" in printed.getvalue()
    assert "'loop-closed-on-reuse'" in printed.getvalue()


@pytest.mark.parametrize("slug", SLUGS)
def test_evidence_is_plain_json(slug: str) -> None:
    """Programs of others can read it."""
    json.loads((CATALOGUE.folder(slug) / evidence.FILE).read_text(encoding="utf-8"))
