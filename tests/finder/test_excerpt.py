"""Of a long text only the beginning and what stands around the finder's words is read."""

from asyncio_pitfalls.finder import excerpt
from asyncio_pitfalls.finder.rules import LIMITS

ANCHOR = "was never awaited"
# Lines of 100 characters, so that places are easy to name.
LINE = "." * 99
LINES = 5000


def log(*numbers: int, anchor: str = ANCHOR) -> str:
    """Return a long text in which the lines `numbers`, counted from 1, have the anchor in the middle."""
    lines = [LINE] * LINES
    for number in numbers:
        lines[number - 1] = f"{LINE[:40]}{anchor}{LINE[40 + len(anchor) :]}"
    return "\n".join(lines)


def numbers(text: str, *anchors: str) -> list[tuple[int, int]]:
    """Return the numbers of the first and the last line of each part, which must be those lines."""
    lines = text.split("\n")
    found = []
    for first, part in excerpt.parts(text, anchors):
        own = part.split("\n")
        assert lines[first - 1 : first - 1 + len(own)] == own
        found.append((first, first + len(own) - 1))
    return found


def test_a_short_text_is_read_whole() -> None:
    """Up to the limit, and not one character more."""
    text = "x" * LIMITS["whole"]
    assert [(1, text)] == list(excerpt.parts(text, [ANCHOR]))
    assert [(1, "x" * LIMITS["after"])] == list(excerpt.parts(text + "x", [ANCHOR]))


def test_parts_are_whole_lines_around_the_places() -> None:
    """30 lines before and 10 after, less the lines that the limits cut; and the beginning of the text."""
    assert [(1, 10), (971, 1009), (2971, 3009)] == numbers(log(1000, 3000), ANCHOR)


def test_a_place_in_another_part_makes_no_part_of_its_own() -> None:
    """Places that are near are read once, and parts that touch are one."""
    assert [(1, 10), (971, 1009)] == numbers(log(1000, 1005), ANCHOR)
    assert [(1, 10), (971, 1039)] == numbers(log(1000, 1030), ANCHOR, "no such words")
    assert [(1, 34)] == numbers(log(25), ANCHOR)


def test_the_last_lines_are_read_to_the_end() -> None:
    """The end of the text cuts no line."""
    assert [(1, 10), (LINES - 31, LINES)] == numbers(log(LINES - 2), ANCHOR)


def test_a_line_longer_than_a_part_is_cut() -> None:
    """Also without a line feed in sight the words are read."""
    text = f"{'x' * 200_000}{ANCHOR}{'x' * 200_000}"
    (_, first), (number, part) = excerpt.parts(text, [ANCHOR])
    assert (LIMITS["after"], 1) == (len(first), number)
    assert (LIMITS["before"], LIMITS["before"] + LIMITS["after"]) == (part.index(ANCHOR), len(part))


def test_the_first_and_the_last_places_are_read() -> None:
    """The cause stands early in a log, the newest error late; what is in the middle is left out."""
    text = log(500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 4900)
    starts = [first for first, _ in numbers(text, ANCHOR)]
    places = [500, 1000, 1500, 2000, 3500, 4000, 4500, 4900]
    assert [1, *(place - 29 for place in places)] == starts
    assert 2 * LIMITS["parts"] == len(places)


def test_no_anchor_crowds_out_another() -> None:
    """The first place of each is read before the second of any, as long as there is room."""
    most = LIMITS["whole"] // (LIMITS["before"] + LIMITS["after"])
    lines = log().split("\n")
    anchors = [f"anchor {number:02}" for number in range(most)]
    for index, anchor in enumerate(anchors):
        for place in (100 + 100 * index, 2600 + 60 * index):
            lines[place] = anchor
    text = "\n".join(lines)
    read = numbers(text, *anchors)
    assert most >= len(read)
    assert [1, *(72 + 100 * index for index in range(most - 1))] == [first for first, _ in read]


def test_places_are_counted_as_javascript_and_windows_do() -> None:
    """A character outside of the basic plane is one place, and so is the end of a line."""
    assert [(1, "a\ufffdb\nc")] == list(excerpt.parts("a\U0001f600b\r\nc", []))
    assert [(1, "aéb")] == list(excerpt.parts("aéb", []))


def test_places_are_taken_from_both_ends() -> None:
    """Each once, and none that is in the part around one before it."""
    gap = "." * (LIMITS["before"] + LIMITS["after"])
    step = len(ANCHOR) + len(gap)
    assert [0] == list(excerpt.places(ANCHOR + gap, ANCHOR))
    assert [0, step] == list(excerpt.places(gap.join([ANCHOR, ANCHOR]), ANCHOR))
    assert [0, 3 * step, step, 2 * step] == list(excerpt.places(gap.join([ANCHOR] * 4), ANCHOR))
    assert [] == list(excerpt.places(gap, ANCHOR))


def test_a_part_begins_and_ends_at_line_ends_between_its_bounds_and_its_place() -> None:
    """One before the bound, or on the other side of the place, does not count."""
    before, after = LIMITS["before"], LIMITS["after"]
    place = 2 * before
    line = "x" * (3 * before)
    assert (place - before, place + after) == excerpt.around(line, place)
    assert (0, 5 + after) == excerpt.around(f"x\n{line}", 5)
    ends_after = f"{line[:place]}\n{line}"
    assert (place - 10 - before, place) == excerpt.around(ends_after, place - 10)
    assert (place + 1, place + 10 + after) == excerpt.around(ends_after, place + 10)


def test_parts_that_touch_are_one() -> None:
    """Nothing is left out between them."""
    assert [(0, 20), (21, 30)] == excerpt.merged([(0, 10), (10, 20), (21, 30)])
