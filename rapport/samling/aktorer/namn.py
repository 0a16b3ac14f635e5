"""What a body is called in the data set: without a genitive's s, a county's board and region by the county."""

import re
from collections.abc import Iterator
from functools import cache

from rapport.domain.organ import namn
from rapport.domain.regioner import LAN, Lan, lan_of
from rapport.samling.aktorer.kanda import Aktor
from rapport.samling.aktorer.ord import SEQ

LANSSTYRELSEN = "Länsstyrelsen"  # of the reporting region's own county
_BOARD = re.compile(r"Länsstyrelsen (?:i )?(?P<lan>.+)")
# The head of several that is said once: "Regionerna Gävleborg och Västernorrland".
_SEVERAL = re.compile(
    rf"(?<![\w-])(?P<head>[Rr]egionerna|[Ll]änsstyrelserna|Region|Länsstyrelsen)(?: i)? "
    rf"(?P<row>{SEQ}(?:, {SEQ}){{0,20}}(?:,? (?:och|samt) {SEQ}))"
)
# Behind a name, what its own s is not followed by: the next noun stands behind a genitive's.
_NO_NOUN = re.compile(
    r"[ \u00a0](?:och|samt|respektive|har|hade|är|var|som|i|på|för|av|till|med|vid|från|om|under|inom|att|där|kan|ska"
    r"|\w+[dt]e|\w+er|\w+ar)\b|[ \u00a0]?[^ \u00a0a-zåäö]|$"
)


def named_at(text: str, start: int, end: int) -> Aktor:
    """Return the body whose name stands somewhere."""
    name = text[start:end].replace("\u00a0", " ")
    bare = name.removesuffix("s")
    if bare != name and (bare in namn() or not (_NO_NOUN.match(text, end) or name in namn() or bare.endswith("s"))):
        name = bare
    board = _BOARD.fullmatch(name)
    return Aktor(board_of(board["lan"]) if board else name, start, end)


def board_of(county: str) -> str:
    """Return the name of the board of a county, which may be called by its region or its place."""
    lan = _by_place().get(county) or _by_place().get(county.removesuffix("s")) or lan_of(county)
    if lan:
        return f"Länsstyrelsen i {lan.lan}"
    bare = re.sub(r"^Region | län$", "", county)
    return f"Länsstyrelsen i {bare if bare.endswith('s') else f'{bare}s'} län" if bare else ""


def of_places(text: str) -> Iterator[Aktor]:
    """Yield the regions and the boards that are said with one word for them all."""
    for match in _SEVERAL.finditer(text):
        is_region = match["head"].lower().startswith("region")
        for place in re.finditer(SEQ, match["row"]):
            if lan := _by_place().get(place[0]) or _by_place().get(place[0].removesuffix("s")):
                start = match.start("row") + place.start()
                yield Aktor(lan.region if is_region else board_of(lan.lan), start, start + len(place[0]))


@cache
def _by_place() -> dict[str, Lan]:
    """Return each county by what it is called: Dalarna, Dalarnas län, Region Dalarna."""
    ways = ((re.sub(r"^Region | län$", "", lan.region), re.sub(r"s? län$", "", lan.lan), lan.lan) for lan in LAN)
    return {way: lan for lan, found in zip(LAN, ways, strict=True) for way in found}
