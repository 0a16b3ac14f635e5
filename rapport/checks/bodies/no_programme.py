"""Names of programmes of the regional fund that no programme has: "Regionalfondens program för Sydsverige"."""

import re
from collections.abc import Iterator

from rapport.checks.bodies.programmes import DASHES, alternatives
from rapport.checks.rule import Hit
from rapport.checks.time.past import is_past
from rapport.domain.svar import Svar

_SIDE = r"(?:Norra|Södra|Östra|Västra|Mellersta|Övre|Nedre|Inre|Mellan)"
_PLACE = (
    rf"(?:(?:{_SIDE} ){{0,2}}(?:{_SIDE}|[A-ZÅÄÖ][a-zåäö]*)?(?:[sS]verige|[nN]orrland|[gG]ötaland|[sS]vealand)"
    r"(?:-[A-ZÅÄÖ]\w+| och [A-ZÅÄÖ]\w+)?|(?:Småland|Skåne)(?:-| och | med | & | samt )(?:[A-ZÅÄÖ]\w+|öarna))"
)
# The fund alone may be spoken of in any part of the country; a programme has its name.
_OF_PROGRAMME = (
    r"(?:[Rr]egionalfonds?programmet|[Rr]egionalfondens program|[Ss]trukturfondsprogrammet|ERUF-programmet"
    r"|[Pp]rogrammet för (?:[Rr]egionalfonden|Europeiska regionala utvecklingsfonden|ERUF)"
    r"|[Ss]trukturfondspartnerskapet|[Rr]egionalfonden(?= (?:för )?(?!i )))"
)
_NAMED = re.compile(rf"\b{_OF_PROGRAMME}(?:,? 20\d\d-20\d\d)?(?: för| i|,)? (?P<ord>{_PLACE})(?![\w-])")
_PLAIN = ("Sverige", "Norra Sverige", "Södra Sverige", "Norrland")
_SINCE = 2021


def no_programme(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield each name that a programme of the regional fund is said to have and none has, with those there are."""
    if "und" not in svar.text and "ERUF" not in svar.text and "fond" not in svar.text:
        return
    for match in _NAMED.finditer(svar.text.translate(DASHES)):
        name = match["ord"]
        hit = Hit(svar, *match.span("ord"))
        if name not in _PLAIN and not re.fullmatch(alternatives(), name) and not is_past(hit, _SINCE):
            yield hit, name
