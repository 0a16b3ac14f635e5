"""How running text names shares, and the numbers beside them."""

import re
from decimal import Decimal

from rapport.domain.mangder import WORDS

PARTS = {
    "tredjedel": 3,
    "fjärdedel": 4,
    "femtedel": 5,
    "sjättedel": 6,
    "sjundedel": 7,
    "åttondel": 8,
    "tiondel": 10,
}
COUNTS = {"en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9}
EVERY = {
    "annan": 2,
    "annat": 2,
    "tredje": 3,
    "fjärde": 4,
    "femte": 5,
    "sjätte": 6,
    "sjunde": 7,
    "åttonde": 8,
    "tionde": 10,
}
SMALL = "|".join(word for word, number in WORDS.items() if number <= 10)  # noqa: PLR2004 - två av tre, sju av tio
_FRACTION = (
    rf"\b(?:(?P<half>hälften)|(?P<count>{'|'.join(COUNTS)}) (?P<part>{'|'.join(PARTS)})(?:ar)?"
    rf"|(?P<some>en|{SMALL}) av (?P<all>{SMALL})"
    rf"|vart? (?P<every>{'|'.join(EVERY)})(?! (?:år|månad|vecka|dag|kvartal|gång|timme|minut|termin|halvår)))\b"
)
FRACTION = re.compile(rf"{_FRACTION}(?! (?:av de|av dem)? ?\d)", re.IGNORECASE)
# Of a number that stands behind it: en tredjedel av de 54 ombuden.
FRACTION_OF = re.compile(rf"{_FRACTION}(?= av )", re.IGNORECASE)
OF = re.compile(r"(?: [\w-]+){0,2} av (?:de |totalt |sammanlagt |samtliga |länets |alla |våra |regionens ){0,2}")
AV = re.compile(
    r"\b(?:av|bland) (?:de |totalt |sammanlagt |samtliga |länets |alla |våra |regionens ){0,2}$", re.IGNORECASE
)
THEN = re.compile(r"[^.;:,\d]{2,70} ")
# Between the counted and the share: that one is the other.
THAT_IS = re.compile(
    r"[^.;:\d]{0,60}?(?:, |\(| – | eller |, eller )(?:det vill säga |dvs\.? |alltså |motsvarande |eller |det är "
    r"|(?:något som |vilket |som )(?:är|motsvarar|ger|innebär|blev|utgör|gav)(?: alltså)? )"
    r"(?:en (?:[\w-]*andel|svarsfrekvens|andel \w+|nivå) (?:på |om )?)?"
)
BRACKET = re.compile(r"[^.;:,\d(]{0,50}\((?:motsvarande |alltså |dvs\.? )?")
BARE_COMMA = re.compile(r"(?: [\w-]+){0,2}, ")
ENDS = re.compile(r"[,.;)]|$| (?:av (?:dem|de|samtliga|alla)\b)")
MORE = re.compile(r" ?(?:mer|fler|färre|mindre|högre|lägre|över|under|än|av|per|ökning|minskning)\b")
SHARE_FIRST = re.compile(r"[^.;:,\d()]{0,50} \(")
SHARE_COMMA = re.compile(r"(?: av (?:[\w-]+ ){0,2}[\w-]+)?, (?:alltså |det vill säga )?")
OF_THEM = re.compile(r"Av (?:dem|dessa)\b")
ONE_OF_THEM = re.compile(r" (?:av dem|av dessa)\b")
FEW_WORDS = re.compile(r" (?:[\w-]+ ){1,3}")
COUNT_BEHIND = re.compile(r"(?: av (?:dem|dessa))?(?:, (?:alltså |det vill säga )?| \()")
OF_THEM_BEHIND = re.compile(r" av (?:dem|dessa)\b")
PIECES = re.compile(r"(?: stycken| st\.?| av dem)?[,).]")
OVER = re.compile(r"\b(?:drygt|över|mer än|fler än|minst)[\s\u00a0]*$", re.IGNORECASE)
UNDER = re.compile(r"\b(?:knappt|nästan|närmare|mindre än|färre än|högst|inte riktigt)[\s\u00a0]*$", re.IGNORECASE)
ABOUT, HARDLY, FAR = Decimal("0.1"), Decimal("0.005"), Decimal("0.15")
LOOSE = Decimal("0.05")
HUNDRED = Decimal(100)
