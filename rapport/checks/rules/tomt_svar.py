"""En fråga saknar svar.

Varför: Varje region ska besvara alla frågor. En fråga som börjar ”Om möjligt” får lämnas tom; då är det
en varning i stället för ett fel. En fråga med rutor räcker det att kryssa i när rutan är ”Ej aktuellt”. ”Se bilaga”,
”Kommer senare” och ”-” är inte heller svar: formuläret har inga bilagor, och det lämnas in en gång.

Fel: "1.2": {text: ""}
Fel: "1.2": Se bilaga.
Rätt: "1.2": Regionen har …

Tillåt med skäl: tillåt: {tomt-svar: Frågan gäller inte vår region.}
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.rule import Remark
from rapport.domain.mall import Fraga
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "error"
_LONGEST = 80
_MILDER: dict[Severity, Severity] = {"error": "warning", "warning": "info", "info": "info"}


class _Empty(NamedTuple):
    """Words that are all of an answer and no answer, and what to say of them."""

    words: re.Pattern[str]
    severity: Severity
    why: str
    hint: str


_PAPER = r"(?:bilag(?:a|an|or|orna)|(?:dokument|fil|rapport|årsredovisning|verksamhetsberättelse)\w{0,2})"
_EMPTY = (
    _Empty(
        re.compile(
            r"[\W_]*|n/?a|x+|test|svar saknas|återkommer"
            r"|(?:kommer|kompletteras|fylls i|läggs in|skrivs)(?: senare| inom kort)"
        ),
        "error",
        "är inget svar",
        "Skriv ett svar.",
    ),
    _Empty(
        re.compile(rf"(?:vi hänvisar till|hänvisas till|se) (?:\w+ )?{_PAPER}(?: [\w.]{{1,3}})?"),
        "error",
        "är inget svar: formuläret har inga bilagor",
        "Skriv det viktigaste ur papperet som svar.",
    ),
    _Empty(
        re.compile(
            r"se (?:ovan(?:stående)?|nedan|föregående(?: svar| fråga)?|tidigare svar"
            r"|(?:svar på |fråga )?\d\.\d[a-d]?)"
        ),
        "warning",
        "är inget svar: varje fråga ska besvaras för sig",
        "Skriv det som gäller just den här frågan.",
    ),
    _Empty(
        re.compile(r"(?:ej|inte|icke) (?:aktuellt|relevant|tillämpligt|tillämpbart)"),
        "warning",
        "förklarar inte varför, och frågan har ingen sådan ruta",
        "Skriv varför frågan inte gäller regionen.",
    ),
    _Empty(
        re.compile(r"inget (?:särskilt )?att (?:rapportera|redovisa|tillägga)|inget|inga|ingen|nej|ja"),
        "info",
        "är ett kort svar",
        "Skriv gärna varför.",
    ),
)


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one finding for each question without an answer, unless its file could not be read."""
    for omrade in underlag.mall.omraden:
        if omrade.nummer in underlag.olasta:
            continue
        for fraga in omrade.fragor:
            svar = underlag.svar_by_fraga.get(fraga.id)
            if svar and svar.blocks:
                yield from _pretended(svar, fraga)
            elif not (svar and svar.kryss):
                yield _remark(fraga, omrade.nummer, has_file=bool(underlag.places.of_omrade(omrade.nummer).path))


def _pretended(svar: Svar, fraga: Fraga) -> Iterator[Remark]:
    """Yield a finding where an answer's few words are none; a box that says so is one."""
    text = svar.text.strip()
    if len(text) > _LONGEST or any(box not in {"Ja", "Nej"} for box in svar.kryss):
        return
    bare = text.rstrip(".!… ").lower()
    found = next((one for one in _EMPTY if one.words.fullmatch(bare)), None)
    if found:
        severity = _MILDER[found.severity] if fraga.frivillig else found.severity
        said = f"”{text}” {found.why}." if text else f"Fråga {fraga.id} saknar svar."
        start = svar.text.index(text) if text else None
        end = start + len(text) if start is not None else None
        yield Remark(said, found.hint, fraga=fraga.id, start=start, end=end, severity=severity)


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
