"""En andel stämmer inte med talen intill, eller andelar som ska vara allt blir inte 100 procent.

Varför: Den som läser räknar efter. ”12 av 48” är 25 procent, och då kan det inte stå 30 procent, en tredjedel eller
hälften. Regeln prövar andelar som står tillsammans med sina tal eller i meningen efter dem, i text och tabeller,
andelar som sägs både i ord och i procent (”var femte (21 procent)”), delar som är större än sin helhet (”14 av tolv
kommuner”), och kolumner av andelar vars sista rad säger 100 procent. Avrundning tillåts. Ungefärliga andelar (”nästan
hälften”) prövas inte.

Fel: Av 48 sökande var 12 kvinnor, det vill säga 30 procent.
Rätt: Av 48 sökande var 12 kvinnor, det vill säga 25 procent.

Tillåt med skäl: tillåt: {andel: Andelen är räknad på dem som svarade.}
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice

from rapport.checks.reckoning.apposed import apposed_shares
from rapport.checks.reckoning.fraction_of import fractions_of
from rapport.checks.reckoning.impossible import impossible
from rapport.checks.reckoning.label_shares import wrong_labels
from rapport.checks.reckoning.labelled import mislabelled
from rapport.checks.reckoning.percent_runs import run_claims
from rapport.checks.reckoning.rates import rates_of
from rapport.checks.reckoning.rest_of_money import more_than_all
from rapport.checks.reckoning.said_twice import Twice, told_twice
from rapport.checks.reckoning.shares import shares_of
from rapport.checks.reckoning.table_shares import hundred_claims, list_claims, wrong_shares
from rapport.checks.rule import Hit, Remark, hits
from rapport.domain.mangder import in_swedish
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_HUNDRED = Decimal(100)
_MOST = 100  # when these are mended, the next check finds the rest
# Women's share and men's share of one whole.
_SEXES = (
    r"(?P<ena>\d{1,2}(?:,\d)?) (?:procent|%) (?:är |var |av \w+ (?:är|var) )?(?:kvinnor|flickor)(?: och|,| samt) "
    r"(?P<andra>\d{1,2}(?:,\d)?) (?:procent|%) (?:är |var )?(?:män|pojkar)(?!\w)"
    r"(?:,? (?:(?:och|samt|medan) )?(?P<tredje>\d{1,2}(?:,\d)?) (?:procent|%))?"
)
_SEXES_FIRST = (
    r"[Kk]vinnor(?:na)? (?:var|är|utgör|utgjorde|stod för|står för) (?P<ena>\d{1,2}(?:,\d)?)"
    r" (?:procent|%)[^.;:\d]{0,40}?"
    r"(?: och| medan|,) män(?:nen)? (?:(?:var|är|utgör|utgjorde|stod för|står för) )?"
    r"(?P<andra>\d{1,2}(?:,\d)?) (?:procent|%)(?= av dem\b|[.,;)]| ?$)(?P<tredje>)"
)
_ALMOST, _MUCH = Decimal(1), Decimal(20)


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every share that the numbers beside it contradict."""
    judged = set()
    for share in islice(chain(shares_of(svar), fractions_of(svar)), _MOST):
        judged.add(share.said_span)
        if not share.holds:
            said, given = Hit(svar, *share.said_span), Hit(svar, *share.given_span)
            percent = _percent(share.given * _HUNDRED)
            message = f"{share.numbers} är {percent}, inte {said.excerpt.lower()}."
            yield said.remark(message, "Rätta andelen eller det tal som är fel.", related=[given])
    for rate in islice(rates_of(svar), _MOST):
        if not rate.holds and rate.said_span not in judged:
            judged.add(rate.said_span)
            said = Hit(svar, *rate.said_span)
            part, whole = (m.shown(m.value) for m in (rate.part, rate.whole))
            message = f"{part} av {whole} är {_percent(rate.given)}, inte {said.excerpt.lower()}."
            places = [Hit(svar, *span) for span in rate.given_spans]
            yield said.remark(message, "Rätta andelen eller det tal som är fel.", related=places)
    yield from _apposed(svar, judged)
    yield from _in_tables(svar)
    for one in mislabelled(svar):
        if (one.start, one.end) not in judged:
            yield Hit(svar, one.start, one.end).remark(one.told, "Rätta orden eller talen.")
    yield from _in_words(svar)
    yield from _sexes(svar)


def _apposed(svar: Svar, judged: set[tuple[int, int]]) -> Iterator[Remark]:
    """Yield the shares that stand as another name of a part, where nothing else has been said of them."""
    for one in islice(apposed_shares(svar), _MOST):
        if one.said_span not in judged:
            said, part, whole = (Hit(svar, m.start, m.end) for m in (one.said, one.part, one.whole))
            numbers = f"{one.part.shown(one.part.value)} av {one.whole.shown(one.whole.value)}"
            message = f"{numbers} är {_percent(one.given)}, inte {said.excerpt.lower()}."
            yield said.remark(message, "Rätta andelen eller det tal som är fel.", related=[part, whole])


def _in_tables(svar: Svar) -> Iterator[Remark]:
    """Yield the shares of tables, and all that should be a hundred per cent together."""
    for cell in wrong_shares(svar):
        said, given = cell.cell.hit(svar), cell.number.hit(svar)
        message = f"{given.excerpt.strip()} är {_percent(cell.given)} av tabellens summa, inte {said.excerpt.strip()}."
        yield said.remark(message, "Rätta andelen eller talet.", related=[given])
    for cell in wrong_labels(svar):
        hit = cell.cell.hit(svar)
        message = f"{hit.excerpt.strip()} är {_percent(cell.given)} av tabellens summa, inte så mycket som raden säger."
        yield hit.remark(message, "Rätta andelen eller beloppet.")
    for claim in (*hundred_claims(svar), *list_claims(svar), *run_claims(svar)):
        if not claim.holds:
            hit = Hit(svar, *claim.total_span)
            message = f"{claim.what}, men de blir {in_swedish(claim.sum)}: {claim.worked_out}."
            places = [Hit(svar, *span) for span in claim.part_spans]
            yield hit.remark(message, "Rätta den andel som är fel.", related=places)


def _in_words(svar: Svar) -> Iterator[Remark]:
    """Yield the shares that are one thing in words and another in per cent, and those that cannot be."""
    for twice in told_twice(svar):
        hit = Hit(svar, twice.start, twice.end)
        message = f"”{twice.words}” är inte {in_swedish(twice.percent)} procent: {_plain(twice)} procent."
        yield hit.remark(message, "Rätta orden eller procenten.")
    for rest, whole in islice(more_than_all(svar), _MOST):
        hit, of = Hit(svar, rest.start, rest.end), Hit(svar, whole.start, whole.end)
        message = f"”{hit.excerpt}” kan inte återstå av {of.excerpt}."
        yield hit.remark(message, "Rätta det belopp eller den enhet som är fel.", related=[of])
    for one in islice(impossible(svar), _MOST):
        hit = Hit(svar, one.start, one.end)
        yield hit.remark(f"”{hit.excerpt}” stämmer inte: {one.told}.", "Rätta orden eller talen.")


def _plain(twice: Twice) -> str:
    """Return the share in words as a part of a hundred."""
    bare = twice.words.split()[-1] if "hälften" in twice.words.lower() else " ".join(twice.words.split()[-2:])
    return f"{bare.lower()} är {in_swedish(twice.right)}"


def _percent(value: Decimal) -> str:
    return f"{in_swedish(value.quantize(Decimal('0.1')))} procent"


def _sexes(svar: Svar) -> Iterator[Remark]:
    for pattern, hit in (
        (one, hit) for one in (_SEXES, _SEXES_FIRST) for hit in hits(svar, one, signs=("procent", "%"))
    ):
        match = re.compile(pattern).match(svar.text, hit.start)
        if match:
            one, other = (Decimal(match[name].replace(",", ".")) for name in ("ena", "andra"))
            rest = Decimal((match["tredje"] or "0").replace(",", "."))  # those who are neither
            off = min(abs(one + other - _HUNDRED), abs(one + other + rest - _HUNDRED))
            if _ALMOST < off <= _MUCH:
                parts = " + ".join(in_swedish(part) for part in (one, other, rest) if part)
                message = f"”{hit.excerpt}” blir {in_swedish(one + other + rest)} procent: {parts}."
                yield hit.remark(message, "Rätta den andel som är fel.")
