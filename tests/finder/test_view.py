"""Expressions are looked for around their literals, and each match is found once."""

from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.lines import Line
from asyncio_pitfalls.finder.rules import LIMITS
from asyncio_pitfalls.finder.search import matches, occurrences, over_lines
from asyncio_pitfalls.finder.view import glued, views

MESSAGE = "no running event loop"
EXPRESSION = signatures.expression(MESSAGE)


def test_each_match_is_found_once() -> None:
    """Also where the next one is so near that it is looked at twice."""
    size = len(MESSAGE)
    for gap in ("", ", ", "\n"):
        second = size + len(gap)
        view = views(f"{MESSAGE}{gap}{MESSAGE}", [])[1]
        assert [(0, size), (second, second + size)] == list(matches(view, EXPRESSION))


def test_a_wrapped_message_may_begin_the_text() -> None:
    """A match over lines is looked for from the first character on."""
    wrapped = glued([Line(1, "no running"), Line(2, "event loop")], " ")
    assert [(0, len(MESSAGE))] == list(matches(wrapped, EXPRESSION))


def test_a_match_within_a_line_is_left_to_the_lines() -> None:
    """Where lines are joined, only what stands in several of them is found."""
    assert [] == list(matches(glued([Line(1, MESSAGE), Line(2, "x")], " "), EXPRESSION))


def test_a_match_over_lines_ends_in_another_than_it_begins() -> None:
    """Its end is after its last character."""
    view = views("one\ntwo", [])[1]
    places = ((0, 3), (0, 4), (2, 5), (4, 7))
    assert [False, False, True, False] == [over_lines(view, *place) for place in places]


def test_occurrences_may_overlap() -> None:
    """None is missed, up to a bound."""
    most = LIMITS["places"]
    assert [0, 1, 2] == occurrences(glued([Line(1, "====")], "\n"), "==")
    assert list(range(most)) == occurrences(glued([Line(1, "=" * 2 * most)], "\n"), "=")


def test_what_was_escaped_may_go_over_several_lines() -> None:
    """A message in JSON is searched over its line ends as well, and first where it has lines around it."""
    inner, outer, joined, *_ = views('{"text": "no running\\nevent loop"}', [])
    assert ["no running", "event loop"] == [
        line.text.strip('{}"').partition(': "')[2] or line.text.strip('"}') for line in inner.lines
    ]
    assert [] == [*matches(inner, EXPRESSION), *matches(outer, EXPRESSION)]
    assert 1 == len(list(matches(joined, EXPRESSION)))
