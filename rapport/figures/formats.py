"""The filters that say how a figure is written: kr, tkr, mnkr, procent, tal, antal_i_ord, datum, lista.

Every blank inside a figure is a hard one, so that no line breaks in it.
"""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal

from rapport.domain.tabell import Varde
from rapport.figures.cells import as_text
from rapport.figures.values import Dag, FigureError, Lista, Tal, Visning

HARD = "\u00a0"
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_WORDS = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
_MAX_DECIMALS = 6
_MAX_LISTED = 100


def number_text(value: Decimal, decimals: object = None) -> str:
    """Return a number in Swedish: 1 234,5; with as few decimals as it has, at most two, when nothing is said."""
    if decimals is None:
        places = places_of([value])
    elif isinstance(decimals, int) and not isinstance(decimals, bool) and 0 <= decimals <= _MAX_DECIMALS:
        places = decimals
    else:
        raise FigureError(f"Antalet decimaler är ”{decimals}”.", f"Skriv ett heltal, 0–{_MAX_DECIMALS}.", str(decimals))
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{abs(rounded):,.{places}f}".replace(",", HARD).replace(".", ",")
    return f"−{text}" if rounded < 0 else text


def places_of(values: Iterable[Decimal]) -> int:
    """Return how many decimals, at most two, numbers side by side need."""
    return max((2 if value != round(value, 1) else 1 if value != round(value) else 0 for value in values), default=0)


def tal(of: Tal, decimaler: object = None) -> Visning:
    """Return a number: 1 234."""
    return Visning(number_text(of.value, decimaler), of.uttag)


def kr(of: Tal, decimaler: object = 0) -> Visning:
    """Return an amount: 19 912 000 kr."""
    return _unit(of, 0, decimaler, "kr")


def tkr(of: Tal, decimaler: object = 0) -> Visning:
    """Return an amount in thousands: 19 912 tkr."""
    return _unit(of, 3, decimaler, "tkr")


def mnkr(of: Tal, decimaler: object = 1) -> Visning:
    """Return an amount in millions: 19,9 mnkr."""
    return _unit(of, 6, decimaler, "mnkr")


UNITS = {"kr": 0, "tkr": 3, "mnkr": 6}


def _unit(of: Tal, power: int, decimals: object, unit: str) -> Visning:
    return Visning(f"{number_text(of.value.scaleb(-power), decimals)}{HARD}{unit}", of.uttag)


def procent(of: Tal, decimaler: object = 0) -> Visning:
    """Return a share in percent: 23 procent."""
    if not of.is_share:
        hint = "Skriv  andel  före, eller dela två tal. Är talet redan i procent: skriv ordet efter uttrycket."
        raise FigureError("procent ska stå efter en andel.", hint, "procent")
    return Visning(f"{number_text(of.value * 100, decimaler)}{HARD}procent", of.uttag)


def antal_i_ord(of: Tal, genus: object = "ett") -> Visning:
    """Return a number up to twelve as a word, ett or en as the word after it needs; larger ones in digits."""
    if genus not in ("ett", "en"):
        raise FigureError(f"Genus är ”{genus}”.", 'Skriv  antal_i_ord("ett")  eller  antal_i_ord("en").', str(genus))
    is_word = of.value == int(of.value) and 0 <= of.value < len(_WORDS)
    word = _WORDS[int(of.value)] if is_word else number_text(of.value)
    return Visning("en" if word == "ett" and genus == "en" else word, of.uttag)


def datum(of: Dag) -> Visning:
    """Return a date: den 13 maj 2025."""
    day = of.value
    return Visning(HARD.join(["den", str(day.day), MONTHS[day.month - 1], str(day.year)]), of.uttag)


def lista(of: Lista) -> Visning:
    """Return values as a list in running text: Granåker, Hedby och Tornsele."""
    words = [shown(value) for value in of.values]
    if not words:
        raise FigureError("Listan är tom.", "Kontrollera villkoren i dar.", "lista")
    if len(words) > _MAX_LISTED:
        raise FigureError(
            f"Listan har {len(words)} värden.", "Välj ut färre rader med dar, eller skriv antal.", "lista"
        )
    head, last = ", ".join(words[:-1]), words[-1]
    return Visning(f"{head} och {last}" if head else last, of.uttag)


def shown(value: Varde) -> str:
    """Return a cell's value as it is read in an answer: on one line."""
    if isinstance(value, Decimal):
        return number_text(value)
    return " ".join(as_text(value).split()) if value is not None else ""


ALL: tuple[Callable[..., Visning], ...] = (kr, tkr, mnkr, procent, tal, antal_i_ord, datum, lista)
