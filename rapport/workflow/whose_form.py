"""Which year's form a document that does not say so is: told by the form's own lines in it."""

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz

from rapport.domain.mall import Mall
from rapport.domain.match import form_lines
from rapport.finding import Finding, Place
from rapport.pdf.headed import headed
from rapport.pdf.likeness import skeleton
from rapport.store.mall import load_mall, newest_form
from rapport.store.shelf import form_folder, known_forms

_LEAST = 20  # letters; shorter lines may stand in any document
_NEAR = 90  # of 100; below it a line of the form is not there


def form_of(texts: Sequence[str], near: Path | None) -> tuple[Mall, list[str]]:
    """Return the form that a document is, and the ids of all that it may be as well as that: none, if it is sure.

    Where its text does not tell them apart, that for the document's year is taken, or else the newest.
    """
    forms = [load_mall(form_folder(name, near)) for name in known_forms(near)]
    whole = skeleton("".join(texts))
    shapes = {mall.id: {skeleton(line.text) for line in form_lines(mall)} for mall in forms if not mall.utkast}
    common = set.intersection(*shapes.values()) if shapes else set()
    alike = {name: _alike({one for one in own - common if len(one) >= _LEAST}, whole) for name, own in shapes.items()}
    best = [name for name, value in alike.items() if value == max(alike.values())] or [newest_form(near)]
    if len(best) == 1:
        return load_mall(form_folder(best[0], near)), []
    ar = headed(texts).ar
    fitting = [(mall.ar, mall.id) for mall in forms if mall.id in best and ar and mall.ar <= ar]
    newest = newest_form(near)
    chosen = max(fitting)[1] if fitting else newest if newest in best else max(best)
    return load_mall(form_folder(chosen, near)), best


def unsure_form(name: str, mall: Mall, others: Sequence[str]) -> list[Finding]:
    """Return what is said where a document may be several forms."""
    if not others:
        return []
    message = f"Dokumentet kan vara formuläret {' eller '.join(others)}: det som skiljer dem åt står inte i det. "
    hint = f"Ange vilket med --mall, till exempel --mall {next(one for one in others if one != mall.id)}."
    return [Finding("formulartext", "warning", f"{message}Det är läst som {mall.id}.", hint, Place(name))]


def _alike(shapes: set[str], whole: str) -> tuple[int, float]:
    """Return how many more of a form's lines stand in a document than do not, and how alike those are in all."""
    found = [100.0 if shape in whole else fuzz.partial_ratio(shape, whole, score_cutoff=_NEAR) for shape in shapes]
    return sum(1 if score else -1 for score in found), sum(found)
