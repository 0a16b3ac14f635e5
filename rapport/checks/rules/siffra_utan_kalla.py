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
from dataclasses import dataclass
from decimal import Decimal

from rapport.checks.rule import Hit, Remark, svar_in_order
from rapport.domain.belopp import Belopp, KandaBelopp, find_belopp
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_ROUGHLY = r"(?i)\b(?:cirka|ca|omkring|ungefär|runt|drygt|knappt|nästan|närmare|över|mer än|uppemot)\W+$"
# Limits, goals and frames are decided, not counted; they stand in no table of grants.
_DECIDED = (
    r"(?i)(?:\b(?:högst|max|maximalt|som mest|upp till|minst|lägst|åtminstone|under|mindre än|mellan|från)"
    r"|\b(?:\w*tak|taket|\w*gräns|\w*gränsen|mål|målet|\w*målsättning\w*|\w*budget\w*|(?:\w+s)?ram(?:en)?)"
    r"(?:\s+\w+){0,3})\W+$"
)
_EACH = (
    r"(?i)\s*(?:/|per\b|vardera\b|styck\b|var\b)"
    r"|\s*(?:–|-|till|och)\s*\d[\d\s\u00a0,]*(?:kr|mnkr|tkr|miljoner)"
)
_BEHIND_NUMBER = r"\d\s*(?:–|-|till|och)\s*$"
_BEFORE = 45  # characters that say what an amount is
_LOOSE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount in an answer: its words, its value and how far from it the known one may be."""

    hit: Hit
    value: Decimal
    margin: Decimal
    is_figure: bool


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield every amount typed by hand that nothing known confirms, with the figure it contradicts, if any."""
    if underlag.belopp is None:
        return
    svar_list = list(svar_in_order(underlag))
    figures = [amount for svar in svar_list for amount in _amounts(svar) if amount.is_figure]
    known = KandaBelopp.of([*underlag.belopp.amounts, *(figure.value for figure in figures)])
    for svar in svar_list:
        typed = (amount for amount in _amounts(svar) if not amount.is_figure)
        unknown = [amount for amount in typed if not known.has(amount.value, amount.margin)]
        near = [(amount, figure) for amount in unknown if (figure := _near(amount, figures))]
        for amount, figure in near:
            yield _contradicted(amount, figure)
        if others := [amount for amount in unknown if not _near(amount, figures)]:
            yield _together(others)


def _amounts(svar: Svar) -> tuple[_Amount, ...]:
    """Return the amounts of an answer: its figures, and what was typed by hand and should stand in a table."""
    return svar.remember(("siffra-utan-kalla",), lambda: tuple(_find_amounts(svar)))


def _find_amounts(svar: Svar) -> Iterator[_Amount]:
    for belopp in find_belopp(svar.text):
        is_figure = any(figure.start <= belopp.start < figure.end for figure in svar.siffror)
        if is_figure or not _is_decided(svar.text, belopp):
            hit = Hit(svar, belopp.start, belopp.end)
            yield _Amount(hit, belopp.value, _margin(svar, belopp), is_figure=is_figure)


def _together(amounts: list[_Amount]) -> Remark:
    """Return one remark for all amounts of an answer that resemble no figure: the first, with the others' places."""
    first, *more = (amount.hit for amount in amounts)
    message = f"”{first.excerpt}” står inte i någon tabell eller något papper."
    if more:
        message = (
            f"{len(amounts)} belopp står inte i någon tabell eller något papper: "
            f"”{first.excerpt}” och {len(more)} till."
        )
    hint = "Kontrollera beloppet. Hämta det helst ur en tabell med ett uttryck."
    return first.remark(message, hint, related=more)


def _contradicted(amount: _Amount, figure: _Amount) -> Remark:
    there = figure.hit
    message = f"”{amount.hit.excerpt}” står inte i någon tabell eller något papper."
    hint = f"Menas ”{there.excerpt}”, som fråga {there.svar.fraga} har ur en tabell? Använd då samma uttryck här."
    return amount.hit.remark(message, hint, related=[there])


def _near(amount: _Amount, figures: list[_Amount]) -> _Amount | None:
    return next((f for f in figures if abs(f.value - amount.value) <= _LOOSE * f.value), None)


def _is_decided(text: str, belopp: Belopp) -> bool:
    """Whether an amount is a limit, a goal, a price for each or part of an interval: never a table's."""
    before = text[max(0, belopp.start - _BEFORE) : belopp.start]
    after = text[belopp.end : belopp.end + _BEFORE]
    return bool(re.search(_DECIDED, before) or re.search(_BEHIND_NUMBER, before) or re.match(_EACH, after))


def _margin(svar: Svar, belopp: Belopp) -> Decimal:
    """Return how far from an amount the known one may be: half its last digit, or more where it says so itself."""
    before = svar.text[max(0, belopp.start - _BEFORE) : belopp.start]
    return max(belopp.step / 2, belopp.value * _LOOSE if re.search(_ROUGHLY, before) else Decimal(0))
