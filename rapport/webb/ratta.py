"""One correction made by a click: as ``kontrollera --ratta`` makes it, or not at all."""

from rapport.errors import RefusedError
from rapport.prose.count import text_units
from rapport.webb.session import Session
from rapport.workflow.correcting import corrected

_GONE = "Texten har ändrats sedan anmärkningen gjordes. Vänta ett ögonblick och försök igen."


def correct(session: Session, fraga: str, version: str, place: tuple[str, int | None, str]) -> None:
    """Make the correction of the finding of a rule at a place, as the page knows it."""
    rule, start, excerpt = place
    post, name = session.entry(fraga)
    svar = session.report.underlag.svar_by_fraga.get(fraga)
    checked = session.granskning.underlag.svar_by_fraga.get(fraga)
    if name != version or svar is None or svar != checked:
        raise RefusedError(_GONE)
    for finding in session.granskning.findings:
        at = None if finding.offset is None else text_units(svar.text[: finding.offset])
        if (finding.rule, finding.fraga, at, finding.excerpt) == (rule, fraga, start, excerpt):
            break
    else:
        raise RefusedError(_GONE)
    for file in corrected(session.report, [finding]):
        if file.corrections:
            session.replace(fraga, post, file.area)
            return
    raise RefusedError("Den här rättelsen kan inte göras av sig själv. Ändra för hand.")
