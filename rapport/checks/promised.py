"""What an answer promises for later instead of giving it, as in "Uppgifterna kompletteras i april".

Only of data, and of the answer itself: plans, applications and evaluations are rightly added to and told of later.
"""

from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.domain.svar import Svar

_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_TIME = (
    rf"(?:senare|inom kort|i efterhand|(?:i|under|till|före|efter|senast|den \d\d?) (?:{_MONTH})"
    r"|(?:under|till|i) (?:vår|höst|sommar|vinter)en|i vår|i höst|nästa (?:vecka|månad)"
    r"|efter (?:bokslut|årsskift|sammanställning|avstämning|helg)\w*|(?:när|så snart|så fort) [^.\n]{3,50})"
)
_DATA = (
    r"(?:[\wåäö-]+ ){0,2}(?:uppgift(?:en|er|erna)?|siffr(?:a|an|or|orna)|statistik(?:en)?|antal(?:et)?|tabell(?:en)?"
    r"|underlag(?:et)?|text(?:en)?|(?:köns)?fördelning(?:en)?|andel(?:en|ar|arna)?)"
)
_OF = r"(?: (?:på|för|om|över|från|av|till|per) [^.,\n]{2,40}?| \w+(?:are|er|or|ar|n|t))"
_COMES = r"(?:kommer|kompletteras|redovisas|lämnas|skickas|uppdateras|fylls i|läggs in|infogas|anges)(?: att \w+s)?"
_PROMISED = (
    rf"(?im)(?:^|(?<=[.!?:] ))(?:{_DATA}{_OF}?? {_COMES} {_TIME}(?=[.!]|$)"
    r"|[^.\n]{0,80}\beftersänds\b[^.\n]{0,40}"
    rf"|(?:vi|regionen) (?:får )?(?:återkommer|återkomma|kompletterar|komplettera)"
    rf" (?:med )?(?:{_DATA}|svaret|redovisningen|beskrivningen)\b[^.\n]{{0,60}}(?=[.!]|$))"
)
_SIGNS = (
    "kommer",
    "återkom",
    "omplettera",
    "lämnas",
    "redovisas",
    "sänds",
    "skickas",
    "uppdateras",
    "fylls i",
    "läggs in",
)


def promised(svar: Svar) -> Iterator[Hit]:
    """Yield each sentence that says no more than that something will be told later."""
    yield from hits(svar, _PROMISED, signs=_SIGNS)
