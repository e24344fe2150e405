"""The page of messages has every symptom, with all pitfalls behind it, and every page links to it."""

import html
import re
from pathlib import Path

from asyncio_pitfalls import asyncio_texts
from asyncio_pitfalls.messages import anchor, messages
from support import CATALOGUE


def words(text: str) -> str:
    """Return the words of HTML or plain text: tags, quotes and dashes differ between them."""
    return " ".join(re.findall(r"\w+", html.unescape(re.sub(r"<[^<>]+>", "", text))))


def test_every_symptom_is_in_the_index(built_site: Path) -> None:
    """Each has an entry on the page, with the pitfall's page linked and the words that tell it apart."""
    page = (built_site / "messages" / "index.html").read_text(encoding="utf-8")
    sections = dict(re.findall(r'<section id="([^"]+)">\n(<h3>.*?)</section>', page, re.DOTALL))
    for pitfall in CATALOGUE.pitfalls():
        for key, symptom in pitfall.symptoms.items():
            section = sections[anchor(key, symptom)]
            assert f'href="../pitfalls/{pitfall.slug}/"' in section
            assert words(html.escape(pitfall.tell_apart).replace("`", "")) in words(section)


def test_silent_symptoms_have_their_own_section(built_site: Path) -> None:
    """They come last, after the heading that says so."""
    page = (built_site / "messages" / "index.html").read_text(encoding="utf-8")
    _, _, last = page.partition('<section id="what-happens-without-a-message">')
    silent = {message.anchor for message in messages(CATALOGUE) if message.silent}
    assert silent == set(re.findall(r'<section id="([^"]+)">', last))


def test_a_reported_text_names_its_program_on_both_pages(built_site: Path) -> None:
    """A reader of the page and of the index learns that no run showed the text, and where its code is."""
    index = (built_site / "messages" / "index.html").read_text(encoding="utf-8")
    reported = [
        (pitfall.slug, symptom)
        for pitfall in CATALOGUE.pitfalls()
        for symptom in pitfall.symptoms.values()
        if symptom.reported_by
    ]
    assert reported
    for slug, symptom in reported:
        page = (built_site / "pitfalls" / slug / "index.html").read_text(encoding="utf-8")
        for text in (index, page):
            link = rf'\(reported by <a [^>]*href="{re.escape(symptom.source)}">{symptom.reported_by}</a>'
            assert re.search(rf"{link}, not run here\)", text), slug


def test_pages_link_to_the_index(built_site: Path) -> None:
    """What a page says you see is a link to the entry, which may know other causes."""
    for pitfall in CATALOGUE.pitfalls():
        page = (built_site / "pitfalls" / pitfall.slug / "index.html").read_text(encoding="utf-8")
        for key, symptom in pitfall.symptoms.items():
            assert f'href="../../messages/#{anchor(key, symptom)}"' in page


def test_the_messages_without_a_page_are_listed(built_site: Path) -> None:
    """Folded, below how many there are, and what is not counted."""
    page = (built_site / "messages" / "index.html").read_text(encoding="utf-8")
    texts = asyncio_texts.load(CATALOGUE.root)
    pages, left = len(texts.of("pitfall")), list(texts.of("open"))
    assert f"{pages} of {pages + len(left)} messages that asyncio can print have a page." in page
    assert f"{texts.scanned[-1]} counts once; {len(texts.of('plain'))} that explain themselves" in page
    folded = re.findall(
        r"<details><summary>(\d+) messages without a page</summary>(.*?)</details>", page, re.S
    )
    assert [str(len(left))] == [number for number, _ in folded]
    shown = [words(line) for line in re.findall(r"<li><p><code.*?</code>", folded[0][1], re.S)]
    assert list(map(words, map(html.escape, left))) == shown
