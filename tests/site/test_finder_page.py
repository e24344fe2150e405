"""The finder on the page: it answers what is pasted, and nothing of that leaves the browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.signatures import Table

TEXT = 'INFO <b onclick="x()">closing</b>\nRuntimeError: Cannot close a running event loop\n'
SLUG = "cannot-close-running-loop"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page `find`, which must not break the policy."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}find/")
    page.wait_for_selector(".finder-answers:has-text('Whole output')")
    yield page
    page.close()
    assert [] == complaints


def answers(page: Page) -> list[str]:
    """Return the addresses that are answered, when an answer is there."""
    page.wait_for_selector(".finder-answers li")
    links = page.locator(".finder-answers li > a")
    return [links.nth(number).get_attribute("href") or "" for number in range(links.count())]


def test_answers_as_in_python(page: Page, table: Table) -> None:
    """The page lists what Python answers, and shows markup in the text as text."""
    page.fill("textarea", TEXT)
    assert [f"../pitfalls/{answer['pitfall']}/" for answer in diagnose(TEXT, table)] == answers(page)
    page.fill("textarea", TEXT.replace("\n", " "))
    page.wait_for_selector(".finder-answers code:has-text('closing')")
    assert 0 == page.locator(".finder-answers b").count()


def test_an_error_without_a_page_is_named_before_what_follows_from_it(page: Page) -> None:
    """As text, above the list of what asyncio reported after it."""
    page.fill(
        "textarea",
        "Task exception was never retrieved\nTraceback (most recent call last):\nKeyError: '<img>'",
    )
    assert ["../pitfalls/task-exception-never-retrieved/"] == answers(page)
    error = page.locator(".finder-answers > p:has(+ ol)")
    assert "The error itself has no page: KeyError: '<img>'. It led to what follows:" == error.inner_text()


def test_nothing_is_sent(page: Page) -> None:
    """The finder is fetched when the box has the focus; from then on no request is made."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.rpartition("/")[2]))
    page.focus("textarea")
    page.wait_for_load_state("networkidle")
    assert {"finder.js", "signatures.js"} == set(requests)
    requests.clear()
    page.context.set_offline(True)
    page.fill("textarea", TEXT)
    assert f"../pitfalls/{SLUG}/" == answers(page)[0]
    assert [] == requests
    assert "#" not in page.url
    assert "?" not in page.url


def test_keyboard(page: Page) -> None:
    """The form is used without a mouse: Tab leaves the text, and the buttons come next."""
    page.focus("textarea")
    page.keyboard.insert_text(TEXT)
    answers(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "submit" == page.evaluate("document.activeElement.type")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".finder-answers:has-text('Whole output')")
    assert "" == page.input_value("textarea")


def test_back(page: Page) -> None:
    """Who comes back from an answer finds text and answers again."""
    page.fill("textarea", TEXT)
    answers(page)
    page.click(".finder-answers li > a")
    page.wait_for_url(f"**/pitfalls/{SLUG}/")
    page.go_back()
    assert f"../pitfalls/{SLUG}/" == answers(page)[0]
    assert TEXT == page.input_value("textarea")


@pytest.mark.parametrize(
    ("text", "word"), [("KeyError: 'tea'", "Nothing here"), ("\1\2\3\4", "binary"), ("", "Whole output")]
)
def test_without_an_answer(page: Page, text: str, word: str) -> None:
    """What has no answer is said in a sentence, in a place that screen readers announce."""
    page.fill("textarea", "Cannot close a running event loop")
    page.fill("textarea", text)
    page.wait_for_selector(f".finder-answers[role=status]:has-text({word!r})")


def test_without_scripts(browser: Browser, address: str) -> None:
    """Without JavaScript the page says what to do, and lists what prints nothing."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}find/")
    assert "asyncio-pitfalls diagnose" in page.inner_text(".finder-answers")
    assert page.locator(".pitfall-list li").count() > 3
    page.close()


def test_only_pages_with_the_form_load_the_script(browser: Browser, address: str) -> None:
    """A pitfall's page loads neither the finder nor its table."""
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}pitfalls/{SLUG}/", wait_until="networkidle")
    assert [] == [url for url in requests if "find" in url or "signatures" in url]
    page.close()


def test_an_example(page: Page) -> None:
    """A reader without a traceback sees what the finder does."""
    page.get_by_role("button", name="Try an example").click()
    assert "../pitfalls/no-running-event-loop/" == answers(page)[0]


def test_a_finder_that_cannot_be_fetched_is_said(browser: Browser, address: str) -> None:
    """Without a connection; when there is one, the next try succeeds."""
    page = browser.new_page()
    page.route("**/signatures.js", lambda route: route.abort())
    page.goto(f"{address}find/")
    page.fill("textarea", TEXT)
    page.wait_for_selector(".finder-answers:has-text('could not be loaded')")
    page.unroute("**/signatures.js")
    page.fill("textarea", TEXT + TEXT)
    assert f"../pitfalls/{SLUG}/" == answers(page)[0]
    page.close()


def test_the_messages_can_be_filtered(browser: Browser, address: str) -> None:
    """The landing page leaves the lines in which each word appears, and says how many."""
    page = browser.new_page()
    page.goto(address)
    page.get_by_label("Filter the messages below").fill("closed loop")
    page.get_by_text("messages").first.wait_for()
    lines = page.locator(".can-be-filtered li").filter(visible=True).all_inner_texts()
    assert lines
    assert all("closed" in line.lower() and "loop" in line.lower() for line in lines)
    assert f"{len(lines)} of " in page.inner_text(".filter-count")
    page.close()
