"""Municipalities said to lie in a part of the country, and do not: "Ölandskommunerna Borgholm och Mönsterås"."""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit
from rapport.domain.kommun_lan import lan_by_kommun
from rapport.domain.svar import Svar

# Parts of counties whose municipalities are beyond doubt.
_PARTS = {
    "Öland": "Borgholm Mörbylånga",
    "Hälsingland": "Bollnäs Hudiksvall Ljusdal Nordanstig Ovanåker Söderhamn",
    "Gästrikland": "Gävle Hofors Ockelbo Sandviken",
    "Medelpad": "Sundsvall Timrå Ånge",
    "Dalsland": "Bengtsfors Dals-Ed Färgelanda Mellerud Åmål",
    "Höga Kusten": "Härnösand Kramfors Sollefteå Örnsköldsvik",
}
_ITEM = r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
_LIST = rf"(?P<lista>{_ITEM}(?:(?:, | och | samt ){_ITEM})+)"
_SHORT = {"Hälsingland": "Hälsinge"}
_MORE = re.compile(r"gräns|grann|samarbet|tillsammans|även|förutom", re.IGNORECASE)


def outside_part(svar: Svar) -> Iterator[tuple[Hit, str, str]]:
    """Yield each municipality in a list of a part's that is none of them, with its name and the part's."""
    for part, names in _PARTS.items():
        if part not in svar.text and _SHORT.get(part, part) not in svar.text:
            continue
        short = rf"(?:{part}s?|{_SHORT.get(part, part)})"
        theirs = rf"(?:kommuner(?:na)? (?:på|i) {part}|{part}s (?:\w+ )?kommuner|{short}kommuner(?:na)?)"
        for match in re.finditer(rf"{theirs}(?:, |: | \(| – | ){_LIST}", svar.text):
            found = [one for one in re.finditer(_ITEM, match["lista"]) if one[0] in lan_by_kommun()]
            others = [one for one in found if one[0] not in names.split()]
            beside = svar.text[max(0, match.start() - 40) : match.start()]
            if others and 2 * len(others) <= len(found) and not _MORE.search(beside):
                for one in others:
                    start = match.start("lista") + one.start()
                    yield Hit(svar, start, start + len(one[0])), one[0], part
