"""What the finder is tried with: recorded outputs, texts as people paste them, and what it answers."""

from pathlib import Path

from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.signatures import Table
from support import CATALOGUE, SLUGS

# Each is named `<form>--<slug>.txt`, or `<form>--nothing.txt`.
TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
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


def found(text: str, table: Table) -> list[str]:
    """Return the slugs of the answers, best first."""
    return [answer["pitfall"] for answer in diagnose(text, table)]
