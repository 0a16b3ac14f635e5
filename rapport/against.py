"""Against last year: a report beside an earlier one, question by question."""

from pathlib import Path

from rapport.domain.underlag import Underlag
from rapport.forms import question_pairs
from rapport.workflow import load_report


def with_last_year(underlag: Underlag, path: Path) -> Underlag:
    """Return a report together with an earlier one, from a folder or a filled-in form, to be compared with."""
    last = load_report(path).underlag
    pairs = None
    if last.mall != underlag.mall:
        pairs = {pairing.new: pairing.old for pairing in question_pairs(last.mall, underlag.mall)}
    return underlag.model_copy(update={"forra": last, "forra_by_fraga": pairs})
