"""Prints how long the finder takes: `PYTHONPATH=tests python tests/finder/bench_finder.py`."""

import time

import node
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.checkout import default_root
from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.signatures import Table
from hostile import PIECES, enlarged, of_length

# At most 100 ms for 100 000 characters with a table of 300 pitfalls, in Python and in the browser.
PITFALLS = 300
LENGTHS = (100_000, 5_000_000)


def milliseconds(text: str, table: Table) -> float:
    """Return the processor time of a call, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        diagnose(text, table)
        times.append(time.process_time() - start)
    return min(times) * 1_000


def main() -> None:
    """Print a line for each kind of text: with the table, with a larger one, and with that in Node."""
    table = signatures.table(Catalogue(default_root()))
    larger = enlarged(table, PITFALLS)
    for length in LENGTHS:
        texts = [of_length(piece, length) for piece in PIECES.values()]
        times = node.times(texts, larger)
        print(f"{length:,} characters: {len(table['pitfalls'])} pitfalls, {PITFALLS}, {PITFALLS} in Node")
        for name, text, in_node in zip(PIECES, texts, times, strict=True):
            both = milliseconds(text, table), milliseconds(text, larger)
            print(f"{both[0]:6.0f} {both[1]:6.0f} {in_node:6.0f} ms  {name}")


if __name__ == "__main__":
    main()
