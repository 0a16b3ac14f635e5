"""Against last year: an earlier report's answers under this year's questions."""

from pathlib import Path

from rapport.domain.mall import Mall
from rapport.domain.underlag import Underlag
from rapport.forms import question_pairs
from rapport.workflow import load_report


def with_last_year(underlag: Underlag, path: Path) -> Underlag:
    """Return a report together with an earlier one, from a folder or a filled-in form, to be compared with."""
    last = load_report(path).underlag
    return underlag.model_copy(update={"forra": _under(underlag.mall, last)})


def _under(mall: Mall, last: Underlag) -> Underlag:
    """Return a report with its answers under the questions of another form."""
    if last.mall == mall:
        return last
    new_by_old = {pairing.old: pairing.new for pairing in question_pairs(last.mall, mall)}
    moved = {
        new_by_old[fraga]: svar.model_copy(update={"fraga": new_by_old[fraga]})
        for fraga, svar in last.svar_by_fraga.items()
        if fraga in new_by_old
    }
    return last.model_copy(update={"svar_by_fraga": moved})
