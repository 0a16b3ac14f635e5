"""En förändring är inte så stor som de två värdena intill säger.

Varför: Den som läser räknar efter. ”Från 100 till 150” är 50 procent, och då kan ökningen inte vara 20 procent. Regeln
gäller när båda värdena och förändringen står i samma mening, och kolumner i tabeller som säger skillnaden mellan två
andra. Avrundning tillåts, och ungefärliga tal prövas inte.

Fel: Antalet besökare ökade med 20 procent, från 100 till 150.
Rätt: Antalet besökare ökade med 50 procent, från 100 till 150.

Tillåt med skäl: tillåt: {forandring: Procenten är räknad på oavrundade tal.}
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice

from rapport.checks.reckoning.change_shares import wrong_fractions
from rapport.checks.reckoning.changes import Change, changes_of
from rapport.checks.reckoning.percent import growth, is_growth, is_points
from rapport.checks.reckoning.table_changes import wrong_changes
from rapport.checks.reckoning.told_after import told_after
from rapport.checks.reckoning.told_later import told_later
from rapport.checks.rule import Hit, Remark
from rapport.domain.mangder import in_swedish
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_CELLS = 100  # when these are mended, the next check finds the rest
_LEAST, _MOST = Decimal("0.85"), Decimal("1.15")


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every change whose size its two values contradict."""
    for change in chain(changes_of(svar), told_after(svar), told_later(svar)):
        if change.said and not _is_right(change, change.said.slag):
            hit = Hit(svar, change.said.start, change.said.end)
            message = f"Från {_values(change)} är det {_worked_out(change, change.said.slag)}, inte {hit.excerpt}."
            yield hit.remark(
                message,
                "Rätta förändringen eller det värde som är fel.",
                related=[Hit(svar, *place) for place in change.places],
            )
        elif change.times and not _is_times(change):
            hit = Hit(svar, change.start, change.end)
            ratio = (change.second.value / change.first.value).quantize(Decimal("0.1"))
            word = {"over": "mer än ", "under": "nästan "}.get(change.rough, "") + change.word
            message = f"Det står ”{word}”, men från {_values(change)} är det {in_swedish(ratio)} gånger så mycket."
            yield hit.remark(message, "Rätta ordet eller det värde som är fel.")
    for share, change in wrong_fractions(svar):
        hit = Hit(svar, share.start, share.end)
        message = f"Från {_values(change)} är det {_worked_out(change, 'procent')}, inte {hit.excerpt}."
        places = [Hit(svar, *place) for place in change.places]
        yield hit.remark(message, "Rätta förändringen eller det värde som är fel.", related=places)
    for cell in islice(wrong_changes(svar), _CELLS):
        said, first, second = (one.hit(svar) for one in (cell.cell, cell.first, cell.second))
        message = (
            f"Från {first.excerpt.strip()} till {second.excerpt.strip()} är skillnaden {cell.given}, "
            f"inte {said.excerpt.strip()}."
        )
        yield said.remark(message, "Rätta förändringen eller det värde som är fel.", related=[first, second])


def _is_right(change: Change, slag: str) -> bool:
    said = change.said
    if said is None or (slag == "procentenheter" and change.first.slag != "procent"):
        return True
    if slag == "procent":
        return is_growth(change) or (change.first.slag == "procent" and is_points(change))
    return is_points(change) if slag in {"procentenheter", change.first.slag} else True


def _worked_out(change: Change, slag: str) -> str:
    if slag == "procent":
        return f"{in_swedish(growth(change).quantize(Decimal('0.1')))} procent"
    difference = abs(change.difference)
    unit = {"procentenheter": " procentenheter", "procent": " procent"}.get(slag, "")
    return change.second.shown(difference) + unit


def _values(change: Change) -> str:
    unit = " procent" if change.first.slag == "procent" else ""
    return f"{change.first.shown(change.first.value)} till {change.second.shown(change.second.value)}{unit}"


def _is_times(change: Change) -> bool:
    ratio = change.second.value / change.first.value / (change.times or 1)
    is_backwards = (change.difference > 0) != ((change.times or 1) > 1)
    if change.rough == "over" and not is_backwards:  # more than halved is less than half of it
        least = change.second.high if change.difference > 0 else change.second.low
        return (least >= change.first.low * (change.times or 1)) == (change.difference > 0) or ratio == 1
    return is_backwards or _LEAST <= ratio <= _MOST
