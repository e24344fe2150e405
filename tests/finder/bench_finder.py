"""Prints how long the finder takes for texts of 5 MB: `python tests/finder/bench_finder.py`."""

import time

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.checkout import default_root
from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.rank import diagnose
from hostile import PIECES, of_length


def main() -> None:
    """Print a line for each kind of text: milliseconds of processor time, the best of three."""
    table = signatures.table(Catalogue(default_root()))
    for name, piece in PIECES.items():
        text = of_length(piece, 5_000_000)
        times = []
        for _ in range(3):
            start = time.process_time()
            diagnose(text, table)
            times.append(time.process_time() - start)
        print(f"{min(times) * 1_000:6.0f} ms  {name}")


if __name__ == "__main__":
    main()
