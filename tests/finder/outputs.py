"""What the finder is tried with: recorded outputs, texts as people paste them, and what it answers."""

from pathlib import Path

from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.signatures import Table
from support import CATALOGUE, SLUGS

# Each is named `<form>--<slug>.txt`, or `<form>--nothing.txt`.
TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
# Named alike; no rule was tuned on these.
HELD_OUT = sorted((Path(__file__).parent / "texts" / "held-out").glob("*.txt"))
# The slug, the version and the output of each failure on each version.
RECORDED = [
    (slug, exact, observation.text)
    for slug in SLUGS
    for observation in CATALOGUE.evidence(slug).get("failure", ())
    for exact in observation.seen
]


def prints(slug: str, exact: str) -> bool:
    """Return whether the failure is claimed to print a symptom on a version."""
    pitfall = CATALOGUE.pitfall(slug)
    return any(pitfall.symptoms[key].kind != "silent" for key in pitfall.symptoms_on(exact))


# The newest output of each failure that prints a symptom.
NEWEST = {slug: text for slug, exact, text in RECORDED if prints(slug, exact)}


def is_right(path: Path, table: Table) -> bool:
    """Return whether a text is answered first with the pitfall after `--` in its name.

    For `nothing` an answer may only be one that says that it follows from an error without a page.
    """
    slug = path.stem.rpartition("--")[2]
    answers = diagnose(path.read_text(encoding="utf-8"), table)
    if slug == "nothing":
        return all(answer["error"] for answer in answers)
    return [slug] == [answer["pitfall"] for answer in answers[:1]]


def found(text: str, table: Table) -> list[str]:
    """Return the slugs of the answers, best first."""
    return [answer["pitfall"] for answer in diagnose(text, table)]
