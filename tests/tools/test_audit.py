"""What `make audit` takes from a report of Lighthouse."""

from typing import Any

from pitfalls_tools import audit


def category(*names: str) -> dict[str, Any]:
    """Return a category of a report, with its audits."""
    return {"score": 0.96, "auditRefs": [{"id": name, "weight": 1} for name in names]}


def test_what_costs_points_is_named() -> None:
    """Metrics that are merely not perfect are no shortcoming; a failed audit is."""
    report = {
        "categories": {
            "performance": category("fast"), "accessibility": category("small"),
            "best-practices": category("none"), "seo": category("fine"),
        },
        "audits": {
            "fast": {"id": "fast", "score": 0.95, "title": "Fast"},
            "small": {"id": "small", "score": 0, "title": "Too small"},
            "none": {"id": "none", "score": None, "title": "Not applicable"},
            "fine": {"id": "fine", "score": 1, "title": "Fine"},
        },
    }  # fmt: skip
    assert ["small: Too small"] == audit.shortcomings(report)
    assert [96, 96, 96, 96] == audit.scores(report)


def test_a_request_to_another_host_is_named() -> None:
    """What a page loads is weighed, and what it asks of others is listed."""
    address = "http://127.0.0.1:8000/"
    sizes = {
        address: 1000,
        f"{address}a.css": 200,
        "https://fonts.example/a": 30,
        "data:image/png;base64,": 0,
    }
    items = [{"url": url, "transferSize": size} for url, size in sizes.items()]
    report = {"audits": {"network-requests": {"details": {"items": items}}}}
    assert (1230, ["https://fonts.example/a"]) == audit.requests(report, address)
