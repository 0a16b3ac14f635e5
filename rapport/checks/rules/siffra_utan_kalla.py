"""Ett belopp i kronor står varken i någon tabell eller i något källdokument.

Varför: Ett belopp som skrivs för hand kan ha kastats om på vägen, eller blivit gammalt när tabellen har ändrats.
Regeln gäller bara redovisningar som har tabeller i siffror/ eller papper i kallor/. Ett belopp är känt när
det är en cell, en kolumns summa, eller summan för ett värde i en annan kolumn, avrundat så som det är skrivet:
”19,9 mnkr” kan vara 19 912 000 kr. Det som aldrig står i en tabell prövas inte: gränser (”högst 250 000 kr”),
mål, intervall och belopp per person eller år.

Fel: Totalt beviljades 19 921 000 kr. (Tabellens summa är 19 912 000.)
Rätt: Totalt beviljades {{ arenden | summa("beviljat") | kr }}.

Tillåt med skäl: tillåt: {siffra-utan-kalla: Beloppet är kommunernas egen uppgift.}
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rapport.checks.rule import Hit, svar_in_order
from rapport.domain.belopp import Belopp, KandaBelopp, find_belopp
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding, Related, Severity

SEVERITY: Severity = "warning"
_ROUGHLY = re.compile(
    r"\b(?:cirka|ca|omkring|ungefär|runt|drygt|knappt|nästan|närmare|över|mer än|uppemot)\W+$", re.IGNORECASE
)
# Limits, goals and frames are decided, not counted; they stand in no table of grants.
_DECIDED = re.compile(
    r"(?:\b(?:högst|max|maximalt|som mest|upp till|minst|lägst|åtminstone|under|mindre än|mellan|från)"
    r"|\b(?:\w*tak|taket|\w*gräns|\w*gränsen|mål|målet|\w*målsättning\w*|\w*budget\w*|(?:\w+s)?ram(?:en)?)"
    r"(?:\s+\w+){0,3})\W+$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(?:/|per\b|vardera\b|styck\b|var\b)"
    r"|\s*(?:–|-|till|och)\s*\d[\d\s\u00a0,]*(?:kr|mnkr|tkr|miljoner)",
    re.IGNORECASE,
)
_BEHIND_NUMBER = re.compile(r"\d\s*(?:–|-|till|och)\s*$")
_BEFORE = 45  # characters that say what an amount is
_LOOSE = Decimal("0.05")


def check(underlag: Underlag) -> Iterator[Finding]:
    """Yield every amount typed by hand that nothing known confirms, with the figure it contradicts, if any."""
    if underlag.belopp is None:
        return
    figures = _figures(underlag)
    known = KandaBelopp.of([*underlag.belopp.amounts, *(belopp.value for _, _, belopp in figures)])
    for omrade, svar in svar_in_order(underlag):
        unknown = [
            belopp
            for belopp in find_belopp(svar.text)
            if not _is_figure(svar, belopp)
            and not _is_decided(svar.text, belopp)
            and not known.has(belopp.value, _margin(svar, belopp))
        ]
        near = [belopp for belopp in unknown if _near(belopp, figures)]
        for belopp in near:
            yield _finding(svar, belopp, omrade, figures)
        if others := [belopp for belopp in unknown if belopp not in near]:
            yield _together(_finding(svar, others[0], omrade, figures), svar, omrade, others[1:])


def _together(first: Finding, svar: Svar, omrade: int, more: list[Belopp]) -> Finding:
    """Return one finding for all amounts of an answer that resemble no figure: the first, with the others' places."""
    if not more:
        return first
    related = tuple(_hit(omrade, svar, belopp).related for belopp in more)
    message = (
        f"{len(more) + 1} belopp står inte i någon tabell eller något papper: ”{first.excerpt}” och {len(more)} till."
    )
    return replace(first, message=message, related=related)


def _hit(omrade: int, svar: Svar, belopp: Belopp) -> Hit:
    return Hit(omrade, svar, belopp.start, belopp.end)


def _near(belopp: Belopp, figures: "list[tuple[int, Svar, Belopp]]") -> "tuple[int, Svar, Belopp] | None":
    return next((f for f in figures if abs(f[2].value - belopp.value) <= _LOOSE * f[2].value), None)


def _finding(svar: Svar, belopp: Belopp, omrade: int, figures: "list[tuple[int, Svar, Belopp]]") -> Finding:
    near = _near(belopp, figures)
    message = f"”{belopp.text}” står inte i någon tabell eller något papper."
    hint = "Kontrollera beloppet. Hämta det helst ur en tabell med ett uttryck."
    related: list[Related] = []
    if near:
        where, there, figure = near
        hint = f"Menas ”{figure.text}”, som fråga {there.fraga} har ur en tabell? Använd då samma uttryck här."
        related = [_hit(where, there, figure).related]
    return _hit(omrade, svar, belopp).finding("siffra-utan-kalla", SEVERITY, message, hint, related=related)


def _figures(underlag: Underlag) -> list[tuple[int, Svar, Belopp]]:
    """Return every amount that an expression gave."""
    return [
        (omrade, svar, belopp)
        for omrade, svar in svar_in_order(underlag)
        if svar.siffror
        for belopp in find_belopp(svar.text)
        if _is_figure(svar, belopp)
    ]


def _is_figure(svar: Svar, belopp: Belopp) -> bool:
    return any(
        belopp.text in f.varde if f.start is None else f.start <= belopp.start < f.start + f.length
        for f in svar.siffror
    )


def _is_decided(text: str, belopp: Belopp) -> bool:
    """Whether an amount is a limit, a goal, a price for each or part of an interval: never a table's."""
    before = text[max(0, belopp.start - _BEFORE) : belopp.start]
    after = text[belopp.end : belopp.end + _BEFORE]
    return bool(_DECIDED.search(before) or _BEHIND_NUMBER.search(before) or _EACH.match(after))


def _margin(svar: Svar, belopp: Belopp) -> Decimal:
    """Return how far from an amount the known one may be: half its last digit, or more where it says so itself."""
    before = svar.text[max(0, belopp.start - _BEFORE) : belopp.start]
    return max(belopp.step / 2, belopp.value * _LOOSE if _ROUGHLY.search(before) else Decimal(0))
