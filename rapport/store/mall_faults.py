"""What a form says that cannot be so, though each value is of its kind: a question asked for that is not there."""

from collections.abc import Collection, Iterator

from rapport.domain.begrepp import Begrepp, Tecken
from rapport.domain.mall import Fraga, Mall, Omrade
from rapport.domain.wordlist import fault
from rapport.finding import Finding
from rapport.nearest import nearest
from rapport.store.nodes import Document, Keys

_COMMON_YEAR = 2001  # without a leap day
_Fault = tuple[Keys, str, str]  # where, what is wrong, what to do


def faults(document: Document, mall: Mall) -> list[Finding]:
    """Return a finding for each thing in a form that does not hold together."""
    found = [*_last_day(mall), *_numbers(mall), *_boxes(mall)]
    for number, omrade in enumerate(mall.omraden):
        found += _omrade(omrade, mall, ("områden", number))
    for name, tecken in mall.amnen.items():
        found += _words(tecken, ("ämnen", name))
    for name, begrepp in mall.begrepp.items():
        found += _begrepp(begrepp, mall, ("begrepp", name))
    return [Finding("yaml", "error", what, hint, document.place(document.find(keys))) for keys, what, hint in found]


def _last_day(mall: Mall) -> Iterator[_Fault]:
    """Yield the last day to hand in when it is not one that every year has."""
    try:
        mall.rattslig_grund.sista_dag_for(_COMMON_YEAR - 1)
    except ValueError:
        what = f"sista dag är ”{mall.rattslig_grund.sista_dag}”, vilket inte är någon dag på året."
        yield ("rättslig grund", "sista dag"), what, "Skriv månad och dag:  02-21"


def _numbers(mall: Mall) -> Iterator[_Fault]:
    """Yield areas and questions that stand twice."""
    areas: set[int] = set()
    ids: set[str] = set()
    for number, omrade in enumerate(mall.omraden):
        if omrade.nummer in areas:
            what = f"Område {omrade.nummer} står två gånger."
            yield ("områden", number, "nummer"), what, "Ge ett av dem sitt eget nummer."
        areas.add(omrade.nummer)
        for keys, fraga in _fragor(omrade.fragor_i_formularet, ("områden", number, "frågor")):
            if fraga.id in ids:
                yield (*keys, "id"), f"Fråga {fraga.id} står två gånger.", "Ge en av dem sitt eget id."
            ids.add(fraga.id)


def _boxes(mall: Mall) -> Iterator[_Fault]:
    boxes = {box for fraga in mall.fraga_by_id.values() for box in fraga.kryss}
    if mall.ej_aktuellt is not None and mall.ej_aktuellt not in boxes:
        what = f"Ingen fråga har rutan ”{mall.ej_aktuellt}”."
        yield ("ej aktuellt",), what, _guess(mall.ej_aktuellt, boxes, "Rutorna")


def _omrade(omrade: Omrade, mall: Mall, keys: Keys) -> Iterator[_Fault]:
    ids = [fraga.id for fraga in omrade.fragor]
    for number, instruktion in enumerate(omrade.instruktioner):
        at = (*keys, "instruktioner", number)
        for place, covered in enumerate(instruktion.fragor):
            if covered not in ids:
                what = f"Område {omrade.nummer} har ingen fråga {covered} att svara på."
                yield (*at, "frågor", place), what, f"Frågorna är {', '.join(ids)}."
        yield from _asked(instruktion.begar, mall, (*at, "begär"))
    for at, fraga in _fragor(omrade.fragor_i_formularet, (*keys, "frågor")):
        yield from _asked(fraga.begar, mall, (*at, "begär"))


def _fragor(fragor: tuple[Fraga, ...], keys: Keys) -> Iterator[tuple[Keys, Fraga]]:
    """Yield each question and each part of one, with where it stands."""
    for number, fraga in enumerate(fragor):
        yield (*keys, number), fraga
        yield from _fragor(fraga.delfragor, (*keys, number, "delfrågor"))


def _asked(begar: tuple[str, ...], mall: Mall, keys: Keys) -> Iterator[_Fault]:
    """Yield each word of ``begär`` that means nothing."""
    for number, word in enumerate(begar):
        if word not in mall.begrepp:
            what = f"”{word}” finns inte bland formulärets begrepp."
            yield (*keys, number), what, _guess(word, mall.begrepp, "Begreppen")


def _begrepp(begrepp: Begrepp, mall: Mall, keys: Keys) -> Iterator[_Fault]:
    yield from _asked(begrepp.bara_med, mall, (*keys, "bara med"))
    for vad, visas in begrepp.delar.items():
        at = (*keys, "delar", vad)
        yield from _words(visas, at)
        for subject, tecken in visas.i_mening_om.items():
            if subject not in mall.amnen:
                what = f"”{subject}” finns inte bland formulärets ämnen."
                yield (*at, "i mening om", subject), what, _guess(subject, mall.amnen, "Ämnena")
            yield from _words(tecken, (*at, "i mening om", subject))


def _words(tecken: Tecken, keys: Keys) -> Iterator[_Fault]:
    for name, entries in tecken.lists:
        for entry in entries:
            if why := fault(entry):
                yield (*keys, name), f"”{entry}” {why}.", "Skriv om det, eller ta bort det."


def _guess(word: str, known: Collection[str], what: str) -> str:
    guess = nearest(word, sorted(known))
    return f"Menade du {guess}?" if guess else f"{what} är {', '.join(known) or 'inga'}."
