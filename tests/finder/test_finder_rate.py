"""How often the finder is right about texts on which no rule was tuned; each text that it misses is named."""

from pathlib import Path

from asyncio_pitfalls.finder.signatures import Table
from outputs import HELD_OUT, is_right

# Nine of ten texts whose cause has a page; at most one in twenty false answers where there is none.
RIGHT = 0.9
FALSE = 0.05


def missed(paths: list[Path], table: Table) -> list[str]:
    """Return the names of the texts that are not answered rightly."""
    names = [path.stem for path in paths if not is_right(path, table)]
    print(f"missed {len(names)} of {len(paths)}:", *names)
    return names


def has_page(path: Path) -> bool:
    """Return whether the mistake that a text shows has a page."""
    return not path.stem.endswith("--nothing")


def test_the_right_pitfall_comes_first(table: Table) -> None:
    """Nine times of ten, if it has a page."""
    paths = [path for path in HELD_OUT if has_page(path)]
    names = missed(paths, table)
    assert len(names) <= (1 - RIGHT) * len(paths), names


def test_a_text_without_a_page_has_no_answer(table: Table) -> None:
    """Nineteen times of twenty: the network, another program, another language, a mistake without a page."""
    paths = [path for path in HELD_OUT if not has_page(path)]
    names = missed(paths, table)
    assert len(names) <= FALSE * len(paths), names
