"""`python -m pitfalls_tools` runs a tool by its name."""

from pitfalls_tools.cli import main

main(prog_name="python -m pitfalls_tools")
