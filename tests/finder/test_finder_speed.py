"""The finder is fast with any text; times are only compared with each other."""

import time

import pytest

from asyncio_pitfalls import patterns
from asyncio_pitfalls.finder.excerpt import parts
from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.rules import LIMITS
from asyncio_pitfalls.finder.search import compiled
from asyncio_pitfalls.finder.signatures import Expression, Table
from hostile import PIECES, enlarged, nearly, of_length

LONG = 5_000_000
ORDINARY = of_length(PIECES["an ordinary log"], LIMITS["whole"])


def seconds(action: object, *arguments: object) -> float:
    """Return the shorter of two times that a call took of the processor: others may be using it as well."""
    assert callable(action)
    times = []
    for _ in range(2):
        start = time.process_time()
        action(*arguments)
        times.append(time.process_time() - start)
    return min(times)


def scan(text: str, table: Table) -> int:
    """Look for each signature as plainly as Python can."""
    return sum(text.count(anchor) for anchor in table["anchors"])


def expressions(table: Table) -> list[Expression]:
    """Return every expression of the claims, once."""
    found = [part["find"] for entry in table["pitfalls"] for part in (*entry["symptoms"], *entry["clues"])]
    return list({expression["pattern"]: expression for expression in found}.values())


@pytest.mark.parametrize("name", PIECES)
def test_a_long_text_is_read_in_parts(name: str, table: Table) -> None:
    """Of 5 MB no more is read than the bound, and the parts keep the numbers of their lines."""
    text = of_length(PIECES[name], LONG)
    read = list(parts(text, table["anchors"]))
    assert sum(len(part) for _, part in read) <= LIMITS["whole"]
    for number, part in read:
        first = part.partition("\n")[0]
        assert first in text.split("\n", number)[number - 1].replace("\U0001f600", "\ufffd")


@pytest.mark.parametrize("name", PIECES)
def test_a_long_text_costs_little_more_than_a_short_one(name: str, table: Table) -> None:
    """5 MB cost at most what 100 000 characters of an ordinary log cost ten times, and ten plain scans."""
    text = of_length(PIECES[name], LONG)
    allowed = 10 * (seconds(diagnose, ORDINARY, table) + seconds(scan, text, table))
    assert seconds(diagnose, text, table) < allowed


@pytest.mark.parametrize("name", PIECES)
def test_a_hostile_text_costs_little_more_than_a_log(name: str, table: Table) -> None:
    """100 000 hostile characters cost at most twenty times what an ordinary log of that length costs."""
    hostile = of_length(PIECES[name], LIMITS["whole"])
    assert seconds(diagnose, hostile, table) < 20 * seconds(diagnose, ORDINARY, table)


@pytest.mark.parametrize("name", PIECES)
def test_three_times_the_pitfalls_cost_four_times_as_much(name: str, table: Table) -> None:
    """The time grows with the number of pitfalls, and not with its square."""
    text = of_length(PIECES[name], LIMITS["whole"])
    larger = enlarged(table, 3 * len(table["pitfalls"]))
    assert seconds(diagnose, text, larger) < 4 * seconds(diagnose, text, table)


def test_no_expression_is_slow(table: Table) -> None:
    """Near hits cost one expression at most a hundred times what an ordinary log costs them all."""
    limit = 100 * seconds(diagnose, ORDINARY[:10_000], table)
    for expression in expressions(table):
        window = 2 * expression["reach"] + 100
        near = of_length(nearly(expression["pattern"]), window)
        assert LIMITS["places"] * seconds(compiled(expression["pattern"]).search, near) < limit, expression


def test_every_expression_has_a_literal(table: Table) -> None:
    """Without a literal an expression would have to be tried everywhere."""
    for expression in expressions(table):
        assert min(map(len, expression["literals"]), default=0) >= 3, expression["pattern"]
        assert expression["literals"] == patterns.literals(expression["pattern"])
