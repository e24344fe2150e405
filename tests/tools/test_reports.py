"""The reports that `make bench` and `make audit` write."""

from pathlib import Path

import pytest

from pitfalls_tools import reports


def test_a_report_is_written_and_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says when and with what, and ends in one line feed."""
    path = tmp_path / "reports" / "some.md"
    conditions = reports.conditions("sphinx", others=["Chromium 156"])
    reports.write(path, "# Some", conditions, reports.table(["a", "b"], [["1", "2"]]))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Some\n\nMeasured on ")
    assert text.endswith("| a | b |\n| --- | --- |\n| 1 | 2 |\n")
    assert "sphinx" in text
    assert "Chromium 156" in text
    assert text in capsys.readouterr().out
