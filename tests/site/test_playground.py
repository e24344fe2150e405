"""Scripts are run and edited on their page: on a click, within limits, beside what is recorded."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from asyncio_pitfalls.run.runner import STEADY
from axe import findings
from pitfalls_tools.server import POLICY, Handler, serve
from playgrounds import PATIENCE, Place, demand
from support import CATALOGUE, ROOT, SLUG, build, record_here

# Both of its runs have buttons; the other's need threads.
HERE, NOT_HERE = "coroutine-never-awaited", "thread-not-cancelled"
PATH = f"pitfalls/{HERE}/"
LOADED = "/_static/playground/"
STATIC = ROOT / "src" / "pitfalls_site" / "static" / "playground"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SIZES: list[dict[str, Any]] = [PHONE, {"viewport": {"width": 1280, "height": 900}}]


class WithoutHeaders(Handler):
    """A host that lets a page's own policy do, as GitHub Pages."""

    policy = ""


class Watched:
    """A page, what it asked for, and what the browser complained about."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def heard(self, message: Any) -> None:
        """Note an error; Pyodide warns of nothing that matters here."""
        if message.type == "error":
            self.complaints.append(message.text)


@pytest.fixture
def watched(browser: Browser, address: str, built_site: Path) -> Iterator[Watched]:
    """The page of a pitfall whose failure and fix have buttons."""
    demand(built_site)
    page = browser.new_page()
    found = Watched(page, address)
    page.goto(address + PATH, wait_until="networkidle")
    yield found
    page.close()
    assert [] == found.complaints


@pytest.fixture(scope="module")
def place(browser: Browser, address: str, built_site: Path) -> Iterator[Place]:
    """The buttons of one failure, for several tests."""
    demand(built_site)
    page = browser.new_page()
    page.goto(address + PATH)
    yield Place(page, "failure")
    page.close()


def test_a_page_is_as_light_as_before_until_a_click(watched: Watched) -> None:
    """Then everything comes from the site itself, also in the worker; the verdict is in words."""
    assert [] == [url for url in watched.asked if LOADED in url]
    said = Place(watched.page, "failure").run()
    assert "Same output as recorded on CPython 3.14." in said
    assert "exit status 1." in said
    assert {"worker.js", "pyodide.asm.wasm", "python_stdlib.zip"} <= {
        url.rpartition("/")[2] for url in watched.asked
    }
    assert [] == [url for url in watched.asked if not url.startswith((watched.address, "data:"))]


def test_both_outputs_are_side_by_side_when_they_differ(place: Place) -> None:
    """Each line that only one has is marked by a sign, and by words for a screen reader."""
    original = CATALOGUE.pitfall(HERE).source(CATALOGUE.pitfall(HERE).runs["failure"])
    said = place.run(original.replace("    save_order(7)\n", "    await save_order(7)\n"))
    assert re.search(r"Lines only here: [1-9]\d*, only in the record: [1-9]", said)
    here, recorded = place.figures.all()
    assert "Here" == here.locator("figcaption").inner_text()
    assert recorded.locator("figcaption").inner_text().startswith("Recorded on CPython 3.14.")
    assert "+ saved order 7" in here.locator(".added").all_inner_texts()[0]
    assert "Only here:" in here.locator(".spoken").all_inner_texts()[0]
    assert any(
        "'save_order' was never awaited" in line for line in recorded.locator(".removed").all_inner_texts()
    )


def test_another_exit_status_is_said(place: Place) -> None:
    """Also when nothing else differs."""
    assert "exit status 3 instead of 1" in place.run("raise SystemExit(3)\n")


def test_each_run_is_fresh(place: Place) -> None:
    """Nothing that a program leaves behind is there for the next."""
    look = "import os, sys\nprint(os.path.exists('left'), hasattr(sys, 'left'))\n"
    look += "open('left', 'w').close()\nsys.left = 1\n"
    for _ in range(2):
        place.run(look)
        assert "+ False False" in place.figures.first.inner_text()


LIMITS = {
    "an endless loop": ("while True: pass\n", "It was ended after 10 seconds"),
    "waiting for nothing": (
        "import asyncio\nasyncio.run(asyncio.Event().wait())\n",
        "It was ended after 10 seconds",
    ),
    "a flood": (
        "while True: print('x' * 1000)\n",
        "It was ended because it printed more than 200,000 bytes.",
    ),
    "input": ("input('name? ')\n", "It asked for input, but a script on this page gets none."),
    "1 GB": ("kept = bytearray(1 << 30)\n", "It asked for more than 512 MB of memory"),
    "a package": ("import numpy\n", "no packages, and not all of the standard library."),
    "a thread": ("import threading\nthreading.Thread(target=print).start()\n", "cannot start threads."),
    "a process": ("import subprocess\nsubprocess.run(['ls'])\n", "cannot start processes."),
    "a socket": ("import socket\nsocket.socketpair()\n", "has no sockets."),
    "a crash": ("import ctypes\nctypes.string_at(1 << 31)\n", "Python in the browser broke down"),
}


@pytest.mark.parametrize("what", LIMITS)
def test_what_cannot_go_well_ends_in_a_sentence(place: Place, what: str) -> None:
    """And the page can run the next script."""
    text, sentence = LIMITS[what]
    assert sentence in place.run(text)
    place.click("Reset")
    expect(place.status).to_have_text("The text is that of the page again.")


def test_there_is_no_way_to_javascript(place: Place) -> None:
    """CPython has none, and a text from an address must not reach the network."""
    place.run("import js\n")
    assert "ModuleNotFoundError: No module named 'js'" in place.figures.first.inner_text()
    place.run("from pyodide.code import run_js\nprint(run_js('6 * 7'))\n")
    assert "+ 42" not in place.figures.first.inner_text()
    assert "Error" in place.figures.first.inner_text()


def test_a_run_can_be_stopped(place: Place) -> None:
    """What was printed until then is shown."""
    place.click("Edit")
    place.editor.fill("print('begun')\nwhile True: pass\n")
    place.click("Run")
    expect(place.figures.first).to_contain_text("begun", timeout=PATIENCE)
    place.click("Stop")
    expect(place.status).to_contain_text("You stopped it.")
    expect(place.figures.first).to_contain_text("begun")


def test_the_keyboard_can_edit_and_leave(watched: Watched) -> None:
    """A new line is indented, Tab leaves the editor, Ctrl and Enter run it."""
    place = Place(watched.page, "fix")
    place.box.get_by_role("button", name="Edit").focus()
    watched.page.keyboard.press("Enter")
    expect(place.editor).to_be_focused(timeout=PATIENCE)
    expect(place.editor).to_have_accessible_name("fix.py, to edit")
    watched.page.keyboard.press("Control+a")
    watched.page.keyboard.type("if True:\nprint(6 * 7)")
    assert "if True:\n    print(6 * 7)" == place.editor.input_value()
    watched.page.keyboard.press("Control+Enter")
    expect(place.figures.first).to_contain_text("+ 42", timeout=PATIENCE)
    watched.page.keyboard.press("Tab")
    expect(place.editor).not_to_be_focused()


def test_a_shared_text_is_in_the_address_and_is_not_sent(watched: Watched) -> None:
    """The reader who opens it sees the text and where it came from; it is not run."""
    watched.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    place = Place(watched.page, "fix")
    place.click("Edit")
    place.editor.fill("print('grüße')\n")
    place.click("Copy link to this text")
    expect(place.status).to_contain_text("Copied")
    link = watched.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{watched.address}{PATH}#fix=")
    watched.page.goto("about:blank")
    watched.page.goto(link)
    expect(place.editor).to_have_value("print('grüße')\n", timeout=PATIENCE)
    expect(place.status).to_contain_text("not from this site")
    assert 0 == place.figures.count()
    assert [] == [url for url in watched.asked if link.partition("#")[2] in url]
    place.click("Reset")
    assert watched.page.url == f"{watched.address}{PATH}"


@pytest.mark.parametrize("packed", ["fix=AAAA", "fix=%%%", "failure="])
def test_a_damaged_address_does_no_harm(watched: Watched, packed: str) -> None:
    """It says so, where there is something to say."""
    watched.page.goto("about:blank")
    watched.page.goto(f"{watched.address}{PATH}#{packed}")
    if packed.startswith("fix"):
        expect(Place(watched.page, "fix").status).to_contain_text("is damaged", timeout=PATIENCE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=["phone", "desktop"])
def test_editor_and_output_are_accessible(
    browser: Browser, address: str, built_site: Path, scheme: Any, size: dict[str, Any]
) -> None:
    """Axe finds nothing, and the page is as wide as the window."""
    demand(built_site)
    page = browser.new_page(color_scheme=scheme, **size)
    page.goto(address + PATH)
    Place(page, "failure").run("# none\nimport asyncio\n\n\n@print\ndef f(): return 1, 'x'\n")
    assert [] == findings(page, ".run-here")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()


def test_it_works_without_headers(browser: Browser, built_site: Path) -> None:
    """Where only the page states the policy, which does not cover workers."""
    demand(built_site)
    with serve(built_site, WithoutHeaders) as address:
        page = browser.new_page()
        found = Watched(page, address)
        page.goto(address + PATH)
        assert "Same output as recorded" in Place(page, "fix").run()
        page.close()
    assert [] == found.complaints


def test_the_policy_allows_webassembly_and_nothing_else_more(built_site: Path) -> None:
    """The page asks for what the strict server sends."""
    html = (built_site / PATH / "index.html").read_text(encoding="utf-8")
    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in html
    assert "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" == POLICY


def test_without_a_button_there_is_the_reason(browser: Browser, address: str) -> None:
    """It is text of the page, for a reader without JavaScript too, who sees no button."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}pitfalls/{NOT_HERE}/")
    assert 2 == page.get_by_text("This page cannot run it: Python in a browser cannot start threads.").count()
    page.goto(address + PATH)
    assert 0 == page.get_by_role("button", name="Run").count()
    context.close()


def test_a_site_without_python_says_so(sandbox: Path) -> None:
    """On the page and in the output of the build; the site is complete otherwise."""
    record_here(sandbox)
    same = {"python": "3.14.2", "same": ["failure", "fix"], "differs": {}}
    (sandbox / "snippets" / SLUG / "browser.json").write_text(json.dumps(same), encoding="utf-8")
    done = build(sandbox, "-D", "playground=0")
    assert (0, "") == (done.returncode, done.stderr)
    assert "Running scripts on their pages is not included in this site" in done.stdout
    assert "npm --prefix src/pitfalls_site/playground run compile" in done.stdout
    html = (sandbox / "out" / "html" / "pitfalls" / SLUG / "index.html").read_text(encoding="utf-8")
    assert 2 == html.count("this copy of the site was built without Python for browsers.")
    assert "run-here" not in html


def test_a_trial_that_is_new_changes_the_page(sandbox: Path) -> None:
    """Before, the page says that there was none."""
    record_here(sandbox)
    html = sandbox / "out" / "html" / "pitfalls" / SLUG / "index.html"
    build(sandbox, "-D", "playground=1")
    assert "It was not tried in a browser yet." in html.read_text(encoding="utf-8")
    same = {"python": "3.14.2", "same": ["failure"], "differs": {}}
    (sandbox / "snippets" / SLUG / "browser.json").write_text(json.dumps(same), encoding="utf-8")
    build(sandbox, "-D", "playground=1")
    assert 1 == html.read_text(encoding="utf-8").count('class="run-here"')


def test_a_broken_trial_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """It names the file and the command that records it again."""
    record_here(sandbox)
    (sandbox / "snippets" / SLUG / "browser.json").write_text("{", encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    assert "browser.json" in done.stderr
    assert f"make browser SLUG={SLUG}" in done.stderr
    assert "Traceback" not in done.stderr


def test_all_private_names_are_listed() -> None:
    """In one place, with the version that they were seen in."""
    program = (STATIC / "program.py").read_text(encoding="utf-8")
    listed = set(re.findall(r"\b_\w+", program.partition('"""')[2].partition('"""')[0]))
    code = program.rpartition('"""\n\nimport')[2] + (STATIC / "worker.js").read_text(encoding="utf-8")
    assert set(re.findall(r"(?<=\.)_\w+", code)) == listed


def test_the_settings_are_those_of_every_run(built_site: Path) -> None:
    """The environment is the one in which evidence is recorded."""
    demand(built_site)
    shared = json.loads((built_site / "_static" / "playground" / "settings.json").read_text(encoding="utf-8"))
    assert STEADY == shared["environ"]
    packages = json.loads((ROOT / "src/pitfalls_site/playground/package.json").read_text(encoding="utf-8"))
    assert packages["dependencies"]["pyodide"] == shared["pyodide"]
