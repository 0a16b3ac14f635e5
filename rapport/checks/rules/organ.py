"""En myndighet, ett departement, en region eller ett lärosäte har fel namn.

Varför: Läsaren i Regeringskansliet kan namnen. Regeln säger till om organ som inte längre finns eller har bytt namn,
om namn som är nästan rätt, om fel förkortning efter ett namn, och om liten eller stor bokstav på fel ställe. När texten
talar om dåtiden är det gamla namnet rätt: ”dåvarande Nutek”, ”2007 finansierade Nutek …”. Namnen är de som gällde i
november 2026. Källa: Statskontorets och SCB:s register, Svensk författningssamling. I nio miljoner tecken
pressmeddelanden och uppdrag från Regeringskansliet gav regeln 140 anmärkningar, varav fyra var fel.

Fel: Arbetet sker i samverkan med Näringsdepartementet och Post och Telestyrelsen.
Rätt: Arbetet sker i samverkan med Landsbygds- och infrastrukturdepartementet och Post- och telestyrelsen.

Tillåt med skäl: tillåt: {organ: Så heter avtalet som citeras.}
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from rapport.checks.bodies.names import Misnamed, is_misnamed, misnamed
from rapport.checks.bodies.unknown_bodies import unknown_bodies
from rapport.checks.bodies.wrong_acronyms import wrong_acronyms
from rapport.checks.by_line import by_line
from rapport.checks.rule import Hit, Remark
from rapport.checks.time.past import is_past
from rapport.checks.words import phrases
from rapport.domain.organ_fore import Fore, fore
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MOST_RELATED = 10
_NAME_GOES_ON = re.compile(r" (?:i )?[A-ZÅÄÖ][a-zåäö]")
_SHORT = re.compile(r"[A-ZÅÄÖ]{3,5}|Nutek|Verva|Delmos|Mynak|[Ll]andstinget")


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield one remark for each body that is called by a former name, and each name that is nearly right."""
    yield from _former(svar, redovisning.ar or redovisning.mall.ar)
    yield from _of_nobody(svar, redovisning)
    by_name: dict[tuple[str, str], list[Misnamed]] = defaultdict(list)
    for found in misnamed(svar):
        by_name[found.how, found.right].append(found)
    for places in by_name.values():
        yield _remark(svar, *places)


@by_line
def _of_nobody(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield the bodies that there are none of, and the acronyms of others."""
    for hit, meant in unknown_bodies(svar, redovisning.ar or redovisning.mall.ar):
        if not is_misnamed(svar, hit.start, hit.end):
            hint = f"Menas {meant}?" if meant else "Kontrollera namnet."
            yield hit.remark(f"{_none(hit.excerpt)} heter ”{hit.excerpt}”.", hint)
    for wrong in wrong_acronyms(svar):
        message = f"”{wrong.hit.excerpt}” är inte förkortningen för {wrong.name}."
        yield wrong.hit.remark(message, f"Menas {wrong.right}?")


def _none(name: str) -> str:
    """Return what there is none of with a name, in Swedish."""
    if name.endswith(("universitet", "högskola")):
        return "Inget lärosäte"
    return "Inget departement" if name.endswith("departementet") else "Ingen myndighet"


def _former(svar: Svar, ar: int) -> Iterator[Remark]:
    """Yield the bodies that were no more, or had another name, before the year that is reported."""
    places: dict[str, list[tuple[Hit, Fore]]] = defaultdict(list)
    names = fore()
    for phrase, hit in phrases(svar, _phrases(), any_case=False):
        body = names.get(phrase) or names[phrase.removesuffix("s")]
        goes_on = _SHORT.fullmatch(body.namn) and _NAME_GOES_ON.match(svar.text, hit.end)
        is_other = (
            goes_on
            or svar.text.startswith(" tid", hit.end)
            or is_misnamed(svar, hit.start, hit.end)
            or _is_named_with_its_own(hit, body)
        )
        if ar >= body.till and not is_other and not is_past(hit, body.till):
            places[body.fullt].append((hit, body))
    for (first, body), *others in places.values():
        what = "har bytt namn" if body.ar_samma else "finns inte längre"
        yield first.remark(f"{body.namn} {what}.", body.hint, related=[hit for hit, _ in others[:_MOST_RELATED]])


@cache
def _phrases() -> tuple[str, ...]:
    """Return every former name, and its genitive."""
    return (*fore(), *(f"{name}s" for name in fore()))


def _is_named_with_its_own(hit: Hit, body: Fore) -> bool:
    """Whether what it is called now stands beside it: "Tillväxtverket (Nutek)", "SKR/SKL"."""
    text = hit.svar.text
    near = f"{text[max(0, hit.start - 60) : hit.start]} | {text[hit.end : hit.end + 60]}"
    return bool(body.nu) and body.nu.partition(" (")[0] in near


def _remark(svar: Svar, found: Misnamed, *others: Misnamed) -> Remark:
    hit = Hit(svar, found.start, found.end)
    name = found.right
    if found.how == "gemen":
        message, hint = f"”{hit.excerpt}” har liten bokstav, fast det är ett namn.", f"Skriv {name}."
    elif found.how == "kommun":
        message, hint = f"”{hit.excerpt} kommun” skrivs {name} kommun.", f"Skriv {name}."
    elif found.how == "skrivning":
        message, hint = f"”{hit.excerpt}” skrivs {name}.", f"Skriv {name}."
    else:
        kind = "län" if name.removesuffix("s").endswith(" län") and not name.startswith("Region") else "organ"
        is_slip = found.how == "stavning"
        message = f"”{hit.excerpt}” är felskrivet." if is_slip else f"Inget {kind} heter ”{hit.excerpt}”."
        hint = f"Menas {name}?"
    fix = name if found.how in {"gemen", "skrivning", "kommun"} else None
    related = [Hit(svar, other.start, other.end) for other in others[:_MOST_RELATED]]
    return hit.remark(message, hint, fix=fix, related=related)
