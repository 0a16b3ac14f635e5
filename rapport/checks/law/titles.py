"""Titles that acts are cited with, held against their own."""

import re
from collections.abc import Iterator
from itertools import takewhile

from rapport.checks.law.acts import Cited
from rapport.checks.rule import Hit
from rapport.checks.time.past import is_past
from rapport.domain.akter import Akt, akter
from rapport.domain.svar import Svar

_NEWEST = 2024  # since when the titles on regional development are what they are

_LONG = 8  # letters of a word that may have another ending: "om kollektivtrafiken"
_ENDING = 3
_TELLING = 3  # words of a title that are another act's: "om nationella minoriteter"
# A title that sounds like those on regional development: "lagen om regionalt tillväxtansvar".
_SOUNDS = re.compile(
    r"(?<![\w-])(?P<slag>[Ll]agen|[Ff]örordningen)"
    r" (?P<titel>om (?:det )?regional[at]?t? \w+(?:ansvar|arbete|politik)(?:et|en)?)(?!\w|-| \()"
)
# Not as a title: those are told of with their acts.
_FORMER_TASK = re.compile(
    r"(?<!om )(?<!om det )(?<!medel för )\b[Rr]egional(?:t tillväxtarbete|a tillväxtarbetet)(?!\w)"
)
# After these a title is not shortened but another: "om regionalt …".
_NO_END = re.compile(
    r"(?:om|med|för|till|av|i|på|och|inom|den|det|de|vissa|\w+(?:al|alt|ala|igt|iga|ella|ellt|änna|sk|skt|ska))"
)
# Behind these "om" is no title: "förordningen (2024:99) om det behövs".
_NO_TITLE = re.compile(
    r"om (?:att|hur|när|vad|vilk\w+|man|vi|ni|inte|så|någo\w+|det|den|detta|dessa|de|en|ett|regionen|kommunen|länet"
    r"|sådan\w*"
    r"|bland|\w+ (?:ska|är|har|inte|kan|får))\b"
)
_THE = re.compile(r"om (?:den|det) (?:officiell|regional|kommunal|nationell)")


def has_title(cited: Cited, title: str) -> bool:
    """Whether an act is cited with a title, whatever words follow."""
    words, wanted = _words(cited.rubrik), _words(title)
    return words[: len(wanted)] == wanted


def begins_alike(cited: Cited, title: str) -> bool:
    """Whether an act is cited with the first words of a title, so many that no other has them."""
    return len(_common(cited, title)) > _TELLING


def of_other(cited: Cited, akt: Akt) -> Akt | None:
    """Return the act whose title another's number is cited with."""
    same = len(_common(cited, akt.rubrik))
    for other in akter().values():
        if other.rubrik and other.namn == cited.slag and not other.ersatt_av:
            begins = len(_common(cited, other.rubrik))
            if begins > same and begins >= min(_TELLING, len(other.rubrik.split())):
                return other
    return None


def is_of_none(cited: Cited, akt: Akt) -> bool:
    """Whether the title that a known act is cited with goes on otherwise than its own, where no title can end.

    One that only leaves words of its own out, as "lagen (2016:1145) om upphandling", is shortened.
    """
    if not akt.rubrik or (_NO_TITLE.match(cited.rubrik) and not _THE.match(cited.rubrik)):
        return False
    common = _common(cited, akt.rubrik)
    departs, own = _words(cited.rubrik)[len(common) :], _words(akt.rubrik)
    kept = [own.index(word) for word in departs if word in own]
    is_cut = not departs or (departs[0] in own and kept == sorted(kept))
    if is_cut and _lacks_one(common, departs, own):
        return True
    is_whole = len(common) == len(own)
    return not is_whole and not is_cut and (not common or bool(_NO_END.fullmatch(common[-1])))


def _lacks_one(common: list[str], departs: list[str], own: list[str]) -> bool:
    """Whether a title has lost a word inside it and goes on to its end: such is not shortened but wrong."""
    rest = own[len(common) + 1 :]
    return len(common) >= _TELLING and bool(rest) and departs[: len(rest)] == rest


def title_places(svar: Svar, cited: Cited, akt: Akt) -> list[Hit]:
    """Return where the title stands that an act is cited with, as far as the first word that is not its own."""
    start = svar.text.find(cited.rubrik, cited.start)
    words = list(re.finditer(r"[\w:-]+", cited.rubrik))
    last = words[min(len(_common(cited, akt.rubrik)), len(words) - 1)]
    return [Hit(svar, start, start + last.end())] if start >= 0 else []


def of_former_task(svar: Svar, ar: int) -> Iterator[Hit]:
    """Yield the first place where an answer calls the regions' task by the name that its förordning no more has."""
    for match in _FORMER_TASK.finditer(svar.text):
        hit = Hit(svar, *match.span())
        until = (akter()["2017:583"].rubrik_fore or ("", 0))[1]
        if ar > until and not is_past(hit, until):
            yield hit
            return


def of_no_act(svar: Svar) -> Iterator[tuple[Hit, Akt]]:
    """Yield each title without a number that is like those on regional development and no act's, and the one meant."""
    if "regional" not in svar.text:
        return
    known = {one for akt in akter().values() for one in (akt.rubrik, (akt.rubrik_fore or ("",))[0]) if one}
    for match in _SOUNDS.finditer(svar.text):
        title = match["titel"].lower()
        meant = akter()["2010:630" if match["slag"].lower() == "lagen" else "2017:583"]
        if not any(one.startswith(title) or title.startswith(one) for one in known):
            hit = Hit(svar, *match.span())
            if not is_past(hit, _NEWEST):
                yield hit, meant


def _words(title: str) -> list[str]:
    return re.findall(r"[\w:-]+", title.lower())


def _common(cited: Cited, title: str) -> list[str]:
    """Return the first words of a title that an act is cited with; their endings may differ."""
    pairs = zip(_words(cited.rubrik), _words(title), strict=False)
    return [one for one, _ in takewhile(_is_alike, pairs)]


def _is_alike(pair: tuple[str, str]) -> bool:
    one, other = pair
    is_long = min(len(one), len(other)) >= _LONG and abs(len(one) - len(other)) <= _ENDING
    return one == other or (is_long and one[:-2] == other[: len(one) - 2])
