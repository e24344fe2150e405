"""The committed inventory of Python's documentation."""

from pathlib import Path

import pytest

from pitfalls_tools import inventory
from support import ROOT


def test_the_inventory_keeps_what_pages_link_to() -> None:
    """Pruning it again changes nothing, and names of other modules are left out."""
    committed = (ROOT / "docs" / "_inventories" / "python.inv").read_bytes()
    assert committed == inventory.prune(committed)
    assert inventory._wanted("asyncio.run py:function 1 library/asyncio-runner.html#$ -\n")
    assert inventory._wanted("RuntimeError py:exception 1 library/exceptions.html#$ -\n")
    assert inventory._wanted("asyncio-dev std:label -1 library/asyncio-dev.html#asyncio-dev Developing\n")
    assert not inventory._wanted("tkinter.Tk py:class 1 library/tkinter.html#$ -\n")
    assert not inventory._wanted("PyErr_Clear c:function 1 c-api/exceptions.html#c.$ -\n")
    assert not inventory._wanted("no such line")


def test_the_inventory_is_renewed_from_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is what was there, pruned."""
    committed, renewed = inventory._TARGET, tmp_path / "python.inv"
    monkeypatch.setattr(inventory, "_TARGET", renewed)
    inventory.main(committed.as_uri())
    assert committed.read_bytes() == renewed.read_bytes()
