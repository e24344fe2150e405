"""What a page shows of a run is recorded, comes out equal again, and changes nothing that is printed."""

import gzip
import json
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest

from asyncio_pitfalls import explain
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.evidence import EvidenceError
from asyncio_pitfalls.run import retry, verify
from asyncio_pitfalls.trace import mistake, picture, recorded
from asyncio_pitfalls.trace.story import Story
from support import CATALOGUE, SLUGS, interpreter_or_report

SHOWN = [slug for slug in SLUGS if recorded.is_wanted(CATALOGUE, slug)]
# Both pictures of a page, compressed, in bytes.
LIMIT = 10_000
SLUG = "task-destroyed-pending"


def stories(slug: str) -> dict[str, Story]:
    """Return what the page of a pitfall tells."""
    return recorded.stories(CATALOGUE.pitfall(slug), CATALOGUE.evidence(slug))


@pytest.mark.skipif(verify.PLATFORM != "linux", reason="evidence is of Linux")
@pytest.mark.parametrize("slug", SHOWN)
def test_it_comes_out_equal_and_changes_nothing(slug: str) -> None:
    """The same events in the same order; under the tracer, each script prints what is recorded without it."""
    pitfall = CATALOGUE.pitfall(slug)
    interpreter = interpreter_or_report(recorded.PYTHON)
    known = recorded.load(pitfall.folder).traces
    for _ in range(retry.ATTEMPTS):
        fresh, outcomes = recorded.record(pitfall, interpreter)
        for name, outcome in outcomes.items():
            run = pitfall.runs[name]
            assert "" == verify.problems(pitfall, CATALOGUE.evidence(slug), run, interpreter.exact, outcome)
        # While the machine stalls, a thread can end a job of 50 ms before the event loop waits for it.
        if known == fresh.traces:
            break
    assert known == fresh.traces, f"record it with: make record SLUG={slug}"


def test_enough_pages_show_it() -> None:
    """A picture is worth its weight where the mistake is about order."""
    assert len(SHOWN) >= 20


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_recorded_is_shown(slug: str) -> None:
    """And what is shown is recorded."""
    path = CATALOGUE.folder(slug) / recorded.FILE
    assert (slug in SHOWN) == path.exists(), f"docs/pitfalls/{slug}.md: {recorded.DIRECTIVE}, and {path.name}"


@pytest.mark.parametrize("slug", SHOWN)
def test_the_mistake_is_marked(slug: str) -> None:
    """In the failure, once; the fix has none."""
    told = stories(slug)
    assert [1, 0] == [sum(bool(row.says) for row in told[name].rows) for name in recorded.RUNS]


def test_the_print_that_shows_the_mistake_is_counted() -> None:
    """Ann's purchase is printed by the same line as Bob's, which is the mistake."""
    slug = "race-between-awaits"
    story = stories(slug)["failure"]
    place, both = next((number, row) for number, row in enumerate(story.rows) if row.says)
    apart = [replace(both, lanes=(lane,), says="") for lane in both.lanes]
    rows = (*story.rows[:place], *apart, *story.rows[place + 1 :])
    marked = mistake.marked(replace(story, rows=rows), CATALOGUE.pitfall(slug), CATALOGUE.evidence(slug))
    assert ["Bob bought a tin, tins left: -1"] == [row.says for row in marked.rows[place + 1 :] if row.says]


@pytest.mark.parametrize("slug", SHOWN)
def test_the_pictures(slug: str) -> None:
    """They are light, have a name, and no style that the policy of the site forbids."""
    drawn = [picture.draw(told, name) for name, told in stories(slug).items()]
    assert len(gzip.compress("".join(drawn).encode())) <= LIMIT
    for svg in drawn:
        root = ElementTree.fromstring(svg)
        assert "img" == root.get("role")
        assert root.get("aria-label")
        assert [] == [it.tag for it in root.iter() if it.get("style") or it.tag.endswith(("style", "script"))]


@pytest.mark.parametrize("slug", SHOWN)
def test_the_words_of_a_picture_are_in_the_list(slug: str) -> None:
    """The list says all that the picture says: each subject, and the message of the mistake."""
    for told in stories(slug).values():
        for row, sentence in zip(told.rows, told.sentences, strict=True):
            assert sentence.startswith(f"{told.subject(row)} {told.predicate(row)}")
            assert row.says in sentence
            assert row.message in sentence or row.says


def test_explain_has_the_list() -> None:
    """A terminal and a program that reads the page get it in words."""
    text = explain.markdown(CATALOGUE, SLUG)
    assert "5. the event loop is closed in line 17: `loop.close()`\n" in text
    assert "waits → Task was destroyed but it is pending! ← here the mistake shows\n" in text


@pytest.fixture
def copied(tmp_path: Path) -> Pitfall:
    """A pitfall whose files may be changed."""
    folder = tmp_path / SLUG
    shutil.copytree(CATALOGUE.folder(SLUG), folder)
    return msgspec.structs.replace(CATALOGUE.pitfall(SLUG), folder=folder)


def edited(folder: Path, **values: object) -> str:
    """Change the first event of the failure, and return what loading it says."""
    path = folder / recorded.FILE
    data = json.loads(path.read_text(encoding="utf-8"))
    data["failure"]["events"][0] |= values
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(EvidenceError) as error:
        recorded.load(folder)
    return str(error.value)


def test_a_broken_file_is_named(copied: Pitfall) -> None:
    """With the key, and the command that repairs it."""
    command = f"record it with: make record SLUG={SLUG}"
    said = edited(copied.folder, kind="dances")
    assert f"{SLUG}/{recorded.FILE}: failure.events[0].kind: expected one of " in said
    assert said.endswith(f"not 'dances'; {command}")
    assert "failure.events[0]: expected lanes below 3" in edited(copied.folder, kind="create", lane=7)
    assert "`$.failure.events[0].line`" in edited(copied.folder, line="x", lane=0)
    (copied.folder / recorded.FILE).unlink()
    with pytest.raises(EvidenceError, match=f"{recorded.FILE}: No such file.*{command}"):
        recorded.load(copied.folder)


def test_another_patch_release_changes_nothing(copied: Pitfall) -> None:
    """The file keeps the one that it was first seen on, until something else changes."""
    old = recorded.load(copied.folder)
    newer = recorded.Recorded(python="3.14.99", failure=old.failure, fix=old.fix)
    assert not recorded.save(copied.folder, newer)
    assert recorded.save(copied.folder, recorded.Recorded(python="3.14.99", failure=old.fix, fix=old.fix))
    assert "3.14.99" == recorded.load(copied.folder).python
