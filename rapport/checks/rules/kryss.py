"""En fråga med rutor har inget kryss, flera kryss eller ett kryss som inte finns, saknar sin text eller säger emot den.

Varför: 5.1a–5.1d besvaras med Ja eller Nej och en beskrivning av hur, eller varför inte. Bara 5.1d har
rutan Ej aktuellt, och då behövs ingen beskrivning. Är rutan Nej fast textens första mening säger vad anslaget har
bidragit till, eller Ja fast den säger att det inte har bidragit, vet läsaren inte vad som gäller: det är en varning.

Fel: "5.1a": {kryss: ej aktuellt}
Fel: "5.1a": {kryss: ja}
Fel: "5.1c": {kryss: nej, text: Anslaget har bidragit till programmet med två projekt.}
Rätt: "5.1a": {kryss: ja, text: Anslaget har bidragit genom …}
Rätt: "5.1d": {kryss: ej aktuellt}

Tillåt med skäl: tillåt: {kryss: Skälet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.domain.mall import Fraga
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.nearest import nearest

SEVERITY: Severity = "error"
_MONEY = r"(?:anslaget(?: 1:1)?|medlen|1:1-(?:medlen|anslaget)|regionen|vi)"
_WHEN = r"(?: under (?:året|20\d\d)| även| också)?"
_DONE = (
    r"(?:bidragit|medfinansierat|delfinansierat|finansierat|beviljat|använts|beviljats|stött|möjliggjort|stärkt"
    r"|fördelats|medverkat)\b"
)
_HAS = re.compile(rf"\b(?:{_MONEY} har{_WHEN}|har {_MONEY}){_WHEN} {_DONE}", re.IGNORECASE)
_HAS_NOT = re.compile(
    rf"\b{_MONEY} (?:har )?(?:under (?:året|20\d\d) )?(?:inte|ej)(?: ännu)?{_WHEN} {_DONE}"
    r"|^(?:Inga|Inget|Ingen) (?:medel|projekt|medfinansiering|insatser|beslut|del av anslaget)\b.{0,30} har\b"
    r"|\bhar (?:ingen|inga|inget) (?:medfinansiering|medel|projekt|insatser)\b",
    re.IGNORECASE,
)
# What makes a sentence say a little of both, or speak of other money.
_BUT = re.compile(r"\b(?:men|utan|dock|däremot|bara|enbart|endast|andra?|annat|egna|tidigare|förra|i stället)\b")
_NO = re.compile(r"\b(?:inte|ej|aldrig|ingen|inga|inget)\b")


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield what is wrong with the boxes of an answer."""
    fraga = redovisning.mall.fraga_by_id[svar.fraga]
    for message, hint in _faults(fraga, svar, redovisning.mall.ej_aktuellt):
        yield Remark(message, hint, fraga=svar.fraga)
    if hit := _contradicted(svar):
        message = f"Rutan är ”{svar.kryss[0]}”, men texten säger något annat."
        yield hit.remark(message, "Byt ruta, eller börja svaret med det som rutan säger.", severity="warning")


def _faults(fraga: Fraga, svar: Svar, needs_no_text: str | None) -> Iterator[tuple[str, str]]:
    boxes = ", ".join(box.lower() for box in fraga.kryss)
    if not fraga.kryss:
        if svar.kryss:
            yield (
                f"Fråga {fraga.id} har ett kryss, men formuläret har ingen ruta där.",
                "Ta bort krysset (i YAML raden  kryss:).",
            )
        return
    for kryss in svar.kryss:
        if kryss not in fraga.kryss:
            guess = nearest(kryss, map(str.lower, fraga.kryss))
            yield (
                f"Fråga {fraga.id} har ingen ruta ”{kryss}”.",
                f"Menade du {guess}?" if guess else f"Välj en av: {boxes}.",
            )
    if len(svar.kryss) > 1:
        yield f"Fråga {fraga.id} har {len(svar.kryss)} kryss.", f"Välj en av: {boxes}."
    if svar.blocks and not svar.kryss:
        yield f"Fråga {fraga.id} saknar kryss.", f"Kryssa i en av: {boxes} (i YAML på raden  kryss:)."
    if not svar.blocks and any(box in fraga.kryss and box != needs_no_text for box in svar.kryss):
        yield f"Fråga {fraga.id} är ikryssad men saknar text.", fraga.foljdtext or "Skriv ett svar."


def _contradicted(svar: Svar) -> Hit | None:
    """Return the first sentence of an answer where it can only belong to the other box."""
    if len(svar.kryss) != 1 or not svar.meningar:
        return None
    first, *later = svar.meningar
    says, unsays = (_says_no, _says_yes) if svar.kryss[0] == "Ja" else (_says_yes, _says_no)
    if _BUT.search(first.text) or not says(first.text) or any(unsays(sentence.text) for sentence in later):
        return None
    return Hit(svar, first.start, first.end)


def _says_yes(text: str) -> bool:
    return _HAS.search(text) is not None and not _NO.search(text)


def _says_no(text: str) -> bool:
    return _HAS_NOT.search(text) is not None
