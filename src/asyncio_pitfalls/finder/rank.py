"""Which pitfalls a text shows, the likeliest first."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypedDict

from asyncio_pitfalls.finder.cause import error_beside
from asyncio_pitfalls.finder.context import cut_line, is_context, is_handled, is_raised
from asyncio_pitfalls.finder.lines import Line
from asyncio_pitfalls.finder.rules import LIMITS
from asyncio_pitfalls.finder.search import matches
from asyncio_pitfalls.finder.signatures import Entry, Expression, SymptomEntry, Table
from asyncio_pitfalls.finder.view import View, glued, views


class FoundLine(TypedDict):
    """Where a symptom stands: the number of the line, and the line without what was put around it."""

    number: int
    text: str


class Answer(TypedDict):
    """A pitfall that the text shows.

    If it only follows from an error that is in the text as well and has no page, `error` is that error.
    """

    pitfall: str
    title: str
    url: str
    score: int
    line: FoundLine
    why: str
    tell_apart: str
    error: str


class Hit(NamedTuple):
    """A symptom that is in the text: what it is worth, and where it is."""

    weight: int
    is_printed: bool
    kind: str
    view: View
    start: int
    end: int


def diagnose(text: str, table: Table) -> list[Answer]:
    """Return the pitfalls that `text` shows, best first; [] when it shows none."""
    read = views(text, table["anchors"])
    answers = [answer for entry in table["pitfalls"] for answer in judged(entry, read, table["weights"])]
    known = {error for error in {answer["error"] for answer in answers} if error and has_page(error, table)}
    for answer in answers:
        answer["error"] = "" if answer["error"] in known else answer["error"]
    answers.sort(key=order)
    return answers[: LIMITS["answers"]]


def order(answer: Answer) -> tuple[bool, int, int, str]:
    """Return by what answers are sorted: what only follows from an error comes last."""
    return (answer["error"] != "", -answer["score"], answer["line"]["number"], answer["pitfall"])


def has_page(error: str, table: Table) -> bool:
    """Return whether the line of an error is itself a symptom of some pitfall."""
    symptoms = (symptom for entry in table["pitfalls"] for symptom in entry["symptoms"])
    return stands_in(error, (symptom["find"] for symptom in symptoms if symptom["kind"] == "exception"))


def stands_in(error: str, expressions: Iterable[Expression]) -> bool:
    """Return whether one of the expressions matches the line of an error."""
    alone = [glued([Line(1, error)], "\n")]
    return any(stands(expression, alone) for expression in expressions)


def judged(entry: Entry, read: list[View], weights: dict[str, int]) -> Iterator[Answer]:
    """Yield the answer for one pitfall if a symptom of it stands in the text."""
    found = (hit_of(symptom, read, weights) for symptom in entry["symptoms"])
    hits = [hit for hit in found if hit]
    if not hits:
        return
    best = max(hits, key=lambda hit: hit.weight)
    clues = [clue for clue in entry["clues"] if stands(clue["find"], read)]
    evidence = sum(clue["score"] for clue in clues)
    # The program has caught the exception, and nothing else suggests the pitfall.
    is_caught = best.weight < weights[best.kind] and evidence < 0
    if is_caught or evidence <= weights["ruled_out"]:
        return
    error = error_beside(best.view, best.start, best.end, best.kind)
    # An error that speaks for the pitfall is part of it.
    is_own = stands_in(error, (clue["find"] for clue in clues if clue["score"] > 0))
    yield {
        "pitfall": entry["pitfall"],
        "title": entry["title"],
        "url": entry["url"],
        "score": best.weight + weights["more"] * (len(hits) - 1) + evidence,
        "line": line_of(best.view, best.start, best.end),
        "why": " ".join(clue["why"] for clue in clues if clue["score"] > 0) or entry["tell_apart"],
        "tell_apart": entry["tell_apart"],
        "error": "" if is_own else error,
    }


def hit_of(symptom: SymptomEntry, read: list[View], weights: dict[str, int]) -> Hit | None:
    """Return the hit of a symptom that tells most: not handled, and not in the line that raises it."""
    weight = weights[symptom["kind"]]
    for view in read:
        best: Hit | None = None
        for start, end in matches(view, symptom["find"]):
            if is_context(view, start, end):
                continue
            worth = weight + weights["handled"] * is_handled(view, end)
            hit = Hit(worth, not is_raised(view, start), symptom["kind"], view, start, end)
            if worth == weight and hit.is_printed:
                return hit
            best = hit if best is None or hit[:2] > best[:2] else best
        if best:
            return best
    for view in read[:2]:
        for begin in symptom["starts"]:
            cut = cut_line(view, begin)
            if cut is not None:
                return Hit(weight, True, symptom["kind"], view, view.starts[cut], view.end_of(cut))
    return None


def line_of(view: View, start: int, end: int) -> FoundLine:
    """Return the line of a match, or the lines of one that was wrapped, cut to what can be shown."""
    first, last = view.index_at(start), view.index_at(end - 1)
    low, high = view.starts[first], view.end_of(last)
    if high - low > LIMITS["shown"]:
        low = max(low, start - LIMITS["shown"] // 3)
        high = min(high, low + LIMITS["shown"])
    return {"number": view.lines[first].number, "text": view.text[low:high]}


def stands(expression: Expression, read: list[View]) -> bool:
    """Return whether a clue stands in the text."""
    return any(True for view in read for _ in matches(view, expression))
