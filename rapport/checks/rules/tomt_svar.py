"""En fråga saknar svar.

Varför: Varje region ska besvara alla frågor. En fråga som börjar ”Om möjligt” får lämnas tom; då är det
en varning i stället för ett fel. En fråga med rutor räcker det att kryssa i när rutan är ”Ej aktuellt”.

Fel: "1.2": {text: ""}
Rätt: "1.2": Regionen har …

Tillåt med skäl: tillåt: {tomt-svar: Frågan gäller inte vår region.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Remark
from rapport.domain.mall import Fraga
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "error"


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one finding for each question without an answer, unless its file could not be read."""
    for omrade in underlag.mall.omraden:
        if omrade.nummer in underlag.olasta:
            continue
        for fraga in omrade.fragor:
            svar = underlag.svar_by_fraga.get(fraga.id)
            if not (svar and (svar.blocks or svar.kryss)):
                yield _remark(fraga, omrade.nummer, has_file=bool(underlag.places.of_omrade(omrade.nummer).path))


def _remark(fraga: Fraga, omrade: int, *, has_file: bool) -> Remark:
    hint = "Frågan ska besvaras om det är möjligt." if fraga.frivillig else "Skriv ett svar."
    if not has_file:
        hint = f"Ingen fil i mappen har  område: {omrade}."
    elif fraga.kryss:
        hint = f"Kryssa {_either(fraga.kryss)}. Ja och nej behöver också en beskrivning."
    severity: Severity | None = "warning" if fraga.frivillig else None
    return Remark(f"Fråga {fraga.id} saknar svar.", hint, fraga=fraga.id, severity=severity)


def _either(boxes: tuple[str, ...]) -> str:
    words = [box.lower() for box in boxes]
    return f"{', '.join(words[:-1])} eller {words[-1]}"
