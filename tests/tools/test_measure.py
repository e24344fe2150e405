"""The tools behind `make bench`, `make soak` and `make audit` measure what they say."""

import gzip
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from asyncio_pitfalls import catalogue, evidence, interpreters, inventory, project, record, runner
from asyncio_pitfalls.measure import audit, bench, generate, reports, soak
from asyncio_pitfalls.measure.bench import Builds
from asyncio_pitfalls.measure.processes import CommandFailed, Cost, measured
from asyncio_pitfalls.measure.server import POLICY, serve
from asyncio_pitfalls.runner import Outcome
from asyncio_pitfalls.scaffold import create
from test_site import SLUG, record_here

COST = Cost(clock=2.0, processor=3.0, memory=50.0)
RIVAL = Cost(clock=8.0, processor=9.0, memory=70.0)


def test_a_larger_project_has_copies_with_scripts_of_their_own(sandbox: Path, tmp_path: Path) -> None:
    """Pages know their cells by the text, so no two scripts may be equal."""
    root = tmp_path / "large"
    generate.generate(root, 3)
    assert [SLUG, f"{SLUG}-1", f"{SLUG}-2"] == sorted(path.name for path in (root / "snippets").iterdir())
    scripts = [path.read_text(encoding="utf-8") for path in root.glob("snippets/*/*.py")]
    assert len(scripts) == len(set(scripts))
    page = (root / "docs" / "pitfalls" / f"{SLUG}-2.md").read_text(encoding="utf-8")
    assert f"snippets/{SLUG}-2/failure.py" in page


def test_copies_are_of_plain_pitfalls(sandbox: Path, tmp_path: Path) -> None:
    """What needs packages is in the project once."""
    create("order-lost")
    fix = sandbox / "snippets" / "order-lost" / "fix.py"
    block = "# /// script\n# dependencies = ['pytest==9.2.0']\n# ///\n"
    fix.write_text(block + fix.read_text(encoding="utf-8"), encoding="utf-8")
    generate.generate(tmp_path / "large", 4)
    names = {path.name for path in (tmp_path / "large" / "snippets").iterdir()}
    assert {"order-lost", SLUG, f"{SLUG}-2", f"{SLUG}-3"} == names


def test_the_page_that_is_edited_is_neither_large_nor_small(sandbox: Path) -> None:
    """Else one snippet changed would be a figure of the first page in the alphabet."""
    for slug, more in {"order-lost": 1, "task-lost": 2}.items():
        create(slug)
        for number in range(more):
            (sandbox / "snippets" / slug / f"find_{number}.py").write_text("", encoding="utf-8")
    assert "order-lost" == bench.typical()


def test_a_project_cannot_be_smaller_than_the_real_one(tmp_path: Path) -> None:
    """Its pages refer to each other."""
    with pytest.raises(ValueError, match=f"at least {len(catalogue.slugs())} pitfalls"):
        generate.generate(tmp_path / "small", 1)


def test_stock_pages_need_nothing_of_ours(sandbox: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """They have the same cells for the ordinary kernel, none of our directives, and no extension of ours."""
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    command = f"\n```{{code-cell}} console\npython -X dev snippets/{SLUG}/failure.py\n```\n"
    page.write_text(page.read_text(encoding="utf-8") + command, encoding="utf-8")
    (sandbox / "conf.py").write_text("", encoding="utf-8")
    stock = tmp_path_factory.mktemp("rival") / "stock"
    generate.stock(sandbox, stock)
    text = (stock / "docs" / "pitfalls" / f"{SLUG}.md").read_text(encoding="utf-8")
    assert "{pitfall}" in page.read_text(encoding="utf-8")
    assert "{pitfall}" not in text
    assert "name: python3" in text
    assert f"\n!python -X dev ../../snippets/{SLUG}/failure.py\n" in text
    assert text.count("```{code-cell}") == text.count(":tags: [raises-exception]")
    faithful = tmp_path_factory.mktemp("rival") / "faithful"
    generate.stock(sandbox, faithful, faithful=True)
    text = (faithful / "docs" / "pitfalls" / f"{SLUG}.md").read_text(encoding="utf-8")
    assert f"```{{literalinclude}} ../../snippets/{SLUG}/fix.py\n" in text
    assert f"\n!python -X dev ../../snippets/{SLUG}/fix.py\n" in text
    assert "asyncio_pitfalls" in (stock / "conf.py").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_a_command_is_measured_with_its_children(tmp_path: Path) -> None:
    """Time, processor time and memory of a child's child count."""
    work = "import time; kept = bytearray(100_000_000); time.sleep(0.6); sum(range(10**7))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    cost = measured([sys.executable, "-c", parent], tmp_path, dict(os.environ))
    assert 0.6 < cost.clock
    assert 0.1 < cost.processor
    assert 90 < cost.memory


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    """The message has what it printed."""
    with pytest.raises(CommandFailed, match="no such thing"):
        measured([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, dict(os.environ))


def test_a_cold_build_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From nothing, and not for ever."""
    left = [CommandFailed("no answer"), COST]
    (tmp_path / "_build").mkdir()

    def build(*_: object) -> Cost:
        outcome = left.pop(0)
        if isinstance(outcome, CommandFailed):
            raise outcome
        assert not (tmp_path / "_build").exists()
        return outcome

    monkeypatch.setattr(bench, "run", build)
    assert COST == bench.cold(tmp_path)
    left += [CommandFailed("no answer")] * 3
    with pytest.raises(CommandFailed, match="no answer"):
        bench.cold(tmp_path)


def test_the_table_has_ratios() -> None:
    """Seconds depend on the machine; how much longer the rival takes does not."""
    builds, many = Builds(COST, COST, COST), Builds(RIVAL, RIVAL, RIVAL)
    cold, unchanged, _ = bench.rows(100, builds, many, COST)
    assert ["100", "cold", "2.0", "50", "4.0 (3.0)", "1.0 (1.0)"] == cold
    assert ["100", "nothing changed", "2.0", "50", "4.0 (3.0)", ""] == unchanged
    assert ["1,000", "cold", "2.0", "50", "", ""] == bench.rows(1000, builds, None, None)[0]
    sentence = bench.growth(100, builds, 1000, many)
    assert "cold build takes 4.0 times the seconds and 3.0 times the processor" in sentence


def test_a_report_is_written_and_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says when and with what, and ends in one line feed."""
    monkeypatch.setattr(reports, "FOLDER", tmp_path / "reports")
    reports.write("some", "# Some", reports.conditions("sphinx"), reports.table(["a", "b"], [["1", "2"]]))
    text = (tmp_path / "reports" / "some.md").read_text(encoding="utf-8")
    assert text.endswith("| a | b |\n| --- | --- |\n| 1 | 2 |\n")
    assert "Sphinx" in text.title()
    assert text in capsys.readouterr().out


def test_all_builds_of_a_small_project_are_timed(
    sandbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cold, unchanged and after a change; the stock page is changed too, since only that is noticed."""
    seen = []

    def run(root: Path, *arguments: str) -> Cost:
        scripts = (root / "snippets" / SLUG / "fix.py").read_text(encoding="utf-8")
        seen.append((scripts.count("# changed"), arguments[1]))
        return COST

    monkeypatch.setattr(bench, "run", run)
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    before = page.read_text(encoding="utf-8")
    assert Builds(COST, COST, COST) == bench.builds(sandbox, SLUG, touch=True)
    assert [(0, "sphinx")] * 4 + [(number, "sphinx") for number in (1, 2, 3)] == seen
    assert before + "\n" * 3 == page.read_text(encoding="utf-8")


def test_a_project_is_measured_with_the_package_that_is_in_it(tmp_path: Path) -> None:
    """Not with the one that measures."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "asyncio_pitfalls.py").write_text("", encoding="utf-8")
    look = "import asyncio_pitfalls, pathlib; pathlib.Path('seen').write_text(asyncio_pitfalls.__file__)"
    assert 0 < bench.run(tmp_path, "-c", look).clock
    assert str(tmp_path) in (tmp_path / "seen").read_text(encoding="utf-8")


def test_a_steady_script_passes_the_soak(sandbox: Path) -> None:
    """With more to run than there are cores its outcome is what was recorded."""
    record_here()
    work = record.jobs(catalogue.pitfalls(), [interpreters.HERE])
    assert not soak.soak(work, 2).differing


def test_the_soak_counts_what_differs(sandbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the evidence, from the claims, or both."""
    record_here()
    path = sandbox / "snippets" / SLUG / evidence.FILE
    path.write_text(path.read_text(encoding="utf-8").replace("price: 42", "price: 43"), encoding="utf-8")
    work = record.jobs(catalogue.pitfalls(), [interpreters.HERE])
    name = f"{SLUG} fix on {interpreters.HERE.exact}"
    assert {name: 2} == soak.soak(work, 2).differing
    assert f"{name}, run 1:" in capsys.readouterr().out


def test_the_soak_says_what_ran_again(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run that the machine disturbed is replaced, never in silence."""
    record_here()
    slow, calm = Outcome(0, "Executing <Task pending> took <n> seconds\n"), Outcome(0, "price: 42\n")
    outcomes = iter([slow, calm, calm])
    monkeypatch.setattr(runner, "run", lambda *_, **__: next(outcomes))
    work = [job for job in record.jobs(catalogue.pitfalls(), [interpreters.HERE]) if job.run.is_fix]
    assert {f"{SLUG} fix on {interpreters.HERE.exact}": 1} == +soak.soak(work, 2).again
    assert "1 of 2: 0 differing outcomes, 1 ran again" in capsys.readouterr().err


def test_the_soak_fails_when_a_claim_is_wrong(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command prints the figure and its exit status tells."""
    record_here()
    script = sandbox / "snippets" / SLUG / "fix.py"
    script.write_text("raise SystemExit(3)\n", encoding="utf-8")
    here = interpreters.HERE
    monkeypatch.setattr(interpreters, "available", lambda: {here.minor: here})
    monkeypatch.setattr(sys, "argv", ["soak", "--runs", "2", SLUG])
    assert 1 == soak.main()
    assert "exit status 3, claimed 0" in (printed := capsys.readouterr().out)
    assert "4 runs on a busy machine, 2 differing outcomes" in printed


def fetch(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body."""
    request = urllib.request.Request(
        url, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_the_server_compresses_and_is_strict(tmp_path: Path) -> None:
    """As a good host does; for what is missing there is a page, and nothing outside is served."""
    site = tmp_path / "site"
    (site / "find").mkdir(parents=True)
    (site / "find" / "index.html").write_text("found " * 100, encoding="utf-8")
    (site / "404.html").write_text("missing", encoding="utf-8")
    (site / "dot.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with serve(site) as address:
        status, headers, body = fetch(f"{address}find/?q=1", Accept_Encoding="gzip")
        assert (200, b"found " * 100) == (status, gzip.decompress(body))
        assert POLICY == headers["Content-Security-Policy"]
        assert "max-age" in headers["Cache-Control"]
        assert b"found " * 100 == fetch(f"{address}find/")[2]
        assert ("image/png", b"\x89PNG") == (fetch(f"{address}dot.png")[1]["Content-Type"], b"\x89PNG")
        for path in ("nowhere", "%2e%2e/secret.txt"):
            assert (404, b"missing") == fetch(address + path)[::2]


def test_what_costs_points_is_named() -> None:
    """Metrics that are merely not perfect are no shortcoming; a failed audit is."""

    def category(*names: str) -> dict[str, object]:
        return {"score": 0.96, "auditRefs": [{"id": name, "weight": 1} for name in names]}

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
    assert ["small: Too small"] == list(audit.shortcomings(report))
    assert {"performance": 96, "accessibility": 96, "best-practices": 96, "seo": 96} == audit.scores(report)


def test_the_inventory_keeps_what_pages_link_to() -> None:
    """Pruning it again changes nothing, and names of other modules are left out."""
    committed = (project.ROOT / "docs" / "_inventories" / "python.inv").read_bytes()
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
