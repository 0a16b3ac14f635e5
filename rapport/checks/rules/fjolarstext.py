"""Ett svar är förra årets: ordagrant är det ett fel, nästan ordagrant en varning.

Varför: Redovisningen gäller ett år. Text som följer med från förra året, ofta med fel årtal i, ser ut som om inget har
hänt. Regeln jämför ord för ord med den redovisning som står under förra i rapport.yaml (rapport ny --fran skriver dit
den), eller med den som anges med --mot. Svar kortare än 80 tecken prövas inte.

Fel: Samma svar som förra året, ord för ord.
Fel (varning): Samma svar som förra året, med 2024 utbytt mot 2025.
Rätt: Ett svar om årets arbete. Det som gäller fortfarande kan stå kvar.

Tillåt med skäl: tillåt: {fjolarstext: Arbetssättet är oförändrat.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Remark, svar_in_order
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Related, Severity

SEVERITY: Severity = "error"
_SHORTEST = 80
_ALIKE = 0.9


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield one finding for each answer that is nearly last year's; none without a report to compare with."""
    forra = underlag.forra
    if forra is None:
        return
    for svar in svar_in_order(underlag):
        before = forra.svar(svar.fraga)
        if before is None or len(svar.text) < _SHORTEST:
            continue
        is_same = _is_same(before, svar)
        share = 1.0 if is_same else _likeness(before.text, svar)
        if share >= _ALIKE:
            how = "ordagrant" if is_same else f"till {min(int(share * 100), 99)} procent"
            message = f"Svaret på {svar.fraga} är {how} förra årets, i {_name(forra.underlag)}."
            hint = "Skriv vad som har hänt i år, eller tillåt det med ett skäl."
            severity: Severity | None = None if is_same else "warning"
            related = Related(forra.place(before), svar.fraga)
            yield Remark(message, hint, fraga=svar.fraga, severity=severity, related=(related,))


def _is_same(before: Svar, svar: Svar) -> bool:
    """Whether two answers have the same words, whatever their signs and blanks."""
    return [word.text for word in before.words] == [word.text for word in svar.words]


def _name(underlag: Underlag) -> str:
    """Return what a report's folder, or its document, is called."""
    return underlag.kalla.rstrip("/").rpartition("/")[2] or underlag.kalla


def _likeness(before: str, svar: Svar) -> float:
    """Return how much of an answer is as it was; this is remembered, because comparing takes its time."""
    from rapport.prose.difference import likeness

    return svar.remember(("fjolarstext", before), lambda: likeness(before, svar.text))
