"""Finds the row of a failure's story in which its mistake shows, by the claims and the evidence."""

import ast
from collections.abc import Iterator
from dataclasses import replace

from asyncio_pitfalls import diff, evidence
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.evidence import Evidence
from asyncio_pitfalls.run.verify import is_in
from asyncio_pitfalls.trace.story import Row, Story


def marked(story: Story, pitfall: Pitfall, seen: Evidence) -> Story:
    """Return the story with the message on the row where it shows; unchanged where no row shows it.

    That is an exception or a report that has the message, else the line that the output names, else
    the `print()` whose text is the message.
    """
    found = _by_message(story, pitfall) or _by_line(story, pitfall, seen) or _by_print(story, pitfall, seen)
    if not found:
        return story
    place, says = found
    rows = list(story.rows)
    rows[place] = replace(rows[place], says=says)
    return replace(story, rows=tuple(rows))


def _by_message(story: Story, pitfall: Pitfall) -> tuple[int, str] | None:
    symptoms = [symptom for symptom in pitfall.symptoms.values() if symptom.kind != "silent"]
    for place, row in enumerate(story.rows):
        for symptom in symptoms if row.message else []:
            if is_in(symptom, row.message):
                return place, row.message if len(row.message) <= diff.LONGEST else symptom.messages[-1]
    return None


def _by_line(story: Story, pitfall: Pitfall, seen: Evidence) -> tuple[int, str] | None:
    named = diff.failing_line(pitfall, seen)
    places = [place for place, row in enumerate(story.rows) if named and row.line == named[0]]
    return (places[-1], named[1]) if named and places else None


def _by_print(story: Story, pitfall: Pitfall, seen: Evidence) -> tuple[int, str] | None:
    """Return the row of the `print()` that printed a symptom: the one with as many of its lines before it."""
    failure = pitfall.runs["failure"]
    shown = evidence.newest_that_shows(seen, failure)
    output = shown[1].output if shown else ()
    prints = dict(_prints(pitfall.source(failure)))
    for symptom in pitfall.symptoms.values():
        for number, line in enumerate(output):
            for code_line, words in prints.items():
                if is_in(symptom, line) and _has(line, words):
                    before = sum(_has(other, words) for other in output[:number])
                    place = _nth(story.rows, code_line, before)
                    if place is not None:
                        return place, line
    return None


def _prints(source: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line of each `print()` and the texts that are always in what it prints."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            texts = [_texts(argument) for argument in node.args]
            yield node.lineno, [text.strip() for group in texts for text in group if text.strip()]


def _texts(argument: ast.expr) -> list[str]:
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _has(line: str, words: list[str]) -> bool:
    return bool(words) and all(word in line for word in words)


def _nth(rows: tuple[Row, ...], line: int, before: int) -> int | None:
    """Return the place of the row that has the print after so many from the same line."""
    for place, row in enumerate(rows):
        if row.kind == "print" and row.line == line:
            before -= len(row.lanes) * row.times
            if before < 0:
                return place
    return None
