"""`python -m asyncio_pitfalls` is the command `asyncio-pitfalls`."""

from asyncio_pitfalls.cli import main

main(prog_name="asyncio-pitfalls")
