"""The finder names the right pitfall first, whatever the text looks like, and keeps quiet otherwise."""

from pathlib import Path

import pytest

from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.signatures import Table
from forms import FORMS
from outputs import NEWEST, RECORDED, TEXTS, found, is_right, prints
from support import CATALOGUE


def found_lines(text: str, table: Table) -> list[int]:
    """Return the numbers of the lines that the answer about a missing loop shows."""
    return [
        answer["line"]["number"]
        for answer in diagnose(text, table)
        if answer["pitfall"] == "no-running-event-loop"
    ]


@pytest.mark.parametrize(
    ("slug", "exact", "text"), [pytest.param(*entry, id="-".join(entry[:2])) for entry in RECORDED]
)
def test_recorded_output_finds_its_own_pitfall_first(slug: str, exact: str, text: str, table: Table) -> None:
    """What a failure printed on a version leads to its page; without its symptom it does not.

    A failure that an older Python ends with another error leads to the page of that error.
    """
    answers = found(text, table)
    if prints(slug, exact):
        assert [slug] == answers[:1]
    elif CATALOGUE.pitfall(slug).symptoms_on(exact):
        assert [] == answers, "what is silent leads nowhere"
    else:
        assert slug not in answers


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_recorded_output(form: str, table: Table) -> None:
    """A pitfall is found in its newest output in whatever form that is pasted."""
    for slug, text in NEWEST.items():
        assert [slug] == found(FORMS[form](text), table)[:1], slug


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_texts(path: Path, table: Table) -> None:
    """A text in `texts/` is answered first with the pitfall after `--` in its name, or with nothing."""
    assert is_right(path, table), found(path.read_text(encoding="utf-8"), table)


REPORTED = [
    pytest.param(pitfall.slug, symptom.message, id=f"{pitfall.slug}-{key}")
    for pitfall in CATALOGUE.pitfalls()
    for key, symptom in pitfall.symptoms.items()
    if symptom.reported_by
]


@pytest.mark.parametrize(("slug", "message"), REPORTED)
def test_what_another_program_reports(slug: str, message: str, table: Table) -> None:
    """Its text alone leads to the page first, or to another page that the program's text belongs to."""
    owners = {entry.values[0] for entry in REPORTED if entry.values[1] == message}
    assert slug in owners
    assert found(message, table)[0] in owners


def test_an_exception_that_was_handled_counts_less(table: Table) -> None:
    """It led to the one below it, which is what the reader came for; alone it is still found."""
    raised = "RuntimeError: no running event loop\n"
    handled = (
        f"{raised}\nDuring handling of the above exception, another exception occurred:\n\nOSError: no\n"
    )
    (before, *_), (after, *_) = (
        [answer["score"] for answer in diagnose(text, table) if answer["pitfall"] == "no-running-event-loop"]
        for text in (raised, handled)
    )
    assert before > after


def test_a_message_that_was_cut_is_worth_as_much_as_a_whole_one(table: Table) -> None:
    """The rest of it would tell nothing more, and what is left of its line is shown."""
    whole = "RuntimeError: Event loop stopped before Future completed."
    cut = whole[: -len("Future completed.")].rstrip()
    found_whole, found_cut = (
        [(answer["pitfall"], answer["score"]) for answer in diagnose(text, table)] for text in (whole, cut)
    )
    assert found_whole == found_cut
    assert {"number": 2, "text": cut} == diagnose(f"Stopping.\n{cut}", table)[0]["line"]


def test_the_message_is_shown_rather_than_the_line_that_raises_it(table: Table) -> None:
    """The message has the name of the thread; without it the line has to do."""
    raising = "    raise RuntimeError('There is no current event loop in thread %r.'"
    frame = f'  File "/usr/lib/python3.12/asyncio/events.py", line 702, in get_event_loop\n{raising}\n'
    message = "RuntimeError: There is no current event loop in thread 'ThreadPoolExecutor-0_0'."
    assert {"number": 3, "text": message} == diagnose(frame + message, table)[0]["line"]
    assert raising.strip() in diagnose(frame, table)[0]["line"]["text"]


def test_of_equal_places_the_first_is_shown(table: Table) -> None:
    """One that was not handled goes before those that were."""
    message, said = (
        "RuntimeError: no running event loop",
        "During handling of the above exception, another ...\n",
    )
    handled = f"{message}\n\n{said}\nOSError: a\n\n\n\n"
    alone = found_lines(message, table)
    assert [1] == alone == found_lines(handled, table) == found_lines(handled * 2, table)
    assert [handled.count("\n") + 1] == found_lines(handled + message, table)


def test_a_string_in_a_call_is_not_printed(table: Table) -> None:
    """A line of source code that ends a call is none of the output."""
    assert [] == found("in startup\n'no running event loop')", table)
