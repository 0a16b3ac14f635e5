"""Acts that an answer cites by their names alone: those no more in force, and sections that an act does not have."""

import re
from collections.abc import Iterator
from functools import cache

from rapport.checks.law.acts import Cited, sections_of
from rapport.checks.rule import Hit
from rapport.domain.akter import Akt, akter
from rapport.domain.svar import Svar

_GENERIC = ("lag", "förordning")
_OTHER = re.compile(r"\b(?:föreslagn|ny|kommande|gaml|nors|dans|fins|isländ|åländ)\w* $", re.IGNORECASE)
_NEAR = 20
_SHORTEST = 3  # words of a title that tell it from every other
# Names that have been used for more than one act, or of which we do not know whether they still are.
_SHARED = frozenset({"årsredovisningslag"})


def named_acts(svar: Svar) -> Iterator[tuple[Akt, Cited]]:
    """Yield each act that an answer cites by its name and no number, with the sections that stand beside it."""
    if "lag" not in svar.text and "örordning" not in svar.text and "balk" not in svar.text:
        return
    for sentence in svar.meningar:
        for match in _names().finditer(sentence.text):
            akt = _by_name()[match["namn"].lower()]
            is_other = _OTHER.search(sentence.text[max(0, match.start() - _NEAR) : match.start()])
            if not is_other and not re.match(r"s? \(|s? ?\d{4}:", sentence.text[match.end() :]):
                yield akt, _cited(sentence.text, sentence.start, match, akt)


def of_other_kind(svar: Svar) -> Iterator[tuple[Akt, Hit]]:
    """Yield each law that is called a förordning by its title alone, and each förordning that is called a law."""
    for match in _other_names().finditer(svar.text) if "en om " in svar.text or "en med " in svar.text else ():
        yield _by_other_name()[match[0].lower()], Hit(svar, *match.span())


@cache
def _other_names() -> re.Pattern[str]:
    names = sorted(_by_other_name(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])", re.IGNORECASE)


@cache
def _by_other_name() -> dict[str, Akt]:
    """Return each act by what it would be called if it were of the other kind, where none is called so."""
    other = {"lag": "förordningen", "förordning": "lagen"}
    known = {(akt.slag, akt.rubrik) for akt in akter().values()}
    return {
        f"{other[akt.namn]} {akt.rubrik}".lower(): akt
        for akt in akter().values()
        if akt.namn in other and len(akt.rubrik.split()) >= _SHORTEST and not akt.ersatt_av
        if (other[akt.namn].removesuffix("en"), akt.rubrik) not in known
    }


def _cited(text: str, offset: int, match: re.Match[str], akt: Akt) -> Cited:
    kapitel, paragrafer, span = sections_of(text, match)
    start, end = offset + match.start(), offset + match.end()
    sections = (offset + span[0], offset + span[1])
    return Cited(start, end, akt.namn, akt.nummer, start, akt.rubrik, kapitel, paragrafer, sections)


@cache
def _names() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?<!- och )(?<!- eller )(?P<namn>{'|'.join(map(re.escape, names))})(?![\w-])", re.IGNORECASE
    )


@cache
def _by_name() -> dict[str, Akt]:
    """Return each act by the name that it alone has had: else the last one that had it."""
    names: dict[str, list[Akt]] = {}
    for akt in akter().values():
        if akt.namn not in _GENERIC or len(akt.rubrik.split()) >= _SHORTEST:
            names.setdefault(akt.utan_nummer.lower(), []).append(akt)
        if akt.rubrik_fore:
            names.setdefault(f"{akt.namn}en {akt.rubrik_fore[0]}".lower(), []).append(akt)
    found: dict[str, Akt] = {}
    for name, some in names.items():
        valid = [akt for akt in some if not akt.ersatt_av]
        if name.removesuffix("en") not in _SHARED and (one := valid or some):
            found[name] = one[0]
    return found
