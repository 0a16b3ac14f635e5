"""En fråga saknar svar.

Varför: Varje region ska besvara alla frågor. En fråga som börjar ”Om möjligt” får lämnas tom; då är det
en varning i stället för ett fel. En fråga med rutor räcker det att kryssa i när rutan är ”Ej aktuellt”.

Fel: "1.2": {text: ""}
Rätt: "1.2": Regionen har …

Tillåt med skäl: tillåt: {tomt-svar: Frågan gäller inte vår region.}
"""

from collections.abc import Iterator

from rapport.domain.mall import Fraga
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Place, Severity

SEVERITY: Severity = "error"


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield one finding for each question without an answer, unless its file could not be read."""
    for omrade in underlag.mall.omraden:
        if omrade.nummer in underlag.olasta:
            continue
        for fraga in omrade.fragor:
            svar = underlag.svar_by_fraga.get(fraga.id)
            if svar and (svar.blocks or svar.kryss):
                continue
            place = svar.place if svar else underlag.place_of(omrade.nummer)
            yield _finding(fraga, omrade.nummer, place)


def _finding(fraga: Fraga, omrade: int, place: Place) -> Finding:
    severity: Severity = "warning" if fraga.frivillig else SEVERITY
    hint = "Frågan ska besvaras om det är möjligt." if fraga.frivillig else "Skriv ett svar."
    if not place.path:
        hint = f"Ingen fil i mappen har  område: {omrade}."
    if fraga.kryss and place.path:
        hint = f"Kryssa {_either(fraga.kryss)}. Ja och nej behöver också en beskrivning."
    return Finding("tomt-svar", severity, f"Fråga {fraga.id} saknar svar.", hint, place, omrade, fraga.id)


def _either(boxes: tuple[str, ...]) -> str:
    words = [box.lower() for box in boxes]
    return f"{', '.join(words[:-1])} eller {words[-1]}"
