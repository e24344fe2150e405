"""What the hosted workflows promise."""

from typing import Any

import yaml

from support import ROOT


def jobs(name: str) -> dict[str, Any]:
    """Return the jobs of a workflow."""
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)["jobs"]
    return found


def needed(found: dict[str, Any], name: str) -> set[str]:
    """Return the jobs that a job waits for, directly or not."""
    direct = found[name].get("needs", [])
    names = {direct} if isinstance(direct, str) else set(direct)
    return names.union(*(needed(found, other) for other in names))


def test_the_deployment_waits_for_the_tests() -> None:
    """Nothing is published that a test has not passed, on any platform."""
    found = jobs("pages.yml")
    tests = [name for name, job in found.items() if job.get("uses", "").endswith("/test.yml")]
    assert tests
    assert set(tests) <= needed(found, "deploy")
    assert {"test", "evidence", "lint"} <= jobs("test.yml").keys()
