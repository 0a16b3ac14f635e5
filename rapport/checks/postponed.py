"""Answers about effects that put them off: they will come later, or cannot be told yet."""

import re

from rapport.checks.rule import Hit
from rapport.domain.svar import Svar

_LATER = (
    r"senare|först (?:om|efter|på|när|vid|under|20\d\d)|nästa år|på (?:längre )?sikt|längre fram|framöver|kommande år"
    r"|i nästa|efter (?:program|projekt)\w*|om några år"
)
_PUT_OFF = re.compile(
    rf"(?i)\b(?:kommer|väntas|förväntas|beräknas|redovisas|kompletteras|återkommer|syns|märks|mäts|följs)\b[^.]{{0,60}}"
    rf"\b(?:{_LATER})\b"
    r"|\b(?:kan|går|har|är|finns|låter sig)\b[^.]{0,40}\b(?:ännu (?:inte|ej)|inte (?:ännu|än)|ej ännu)\b"
    r"|\bkan (?:\w+ )?(?:inte|ej) (?:\w+ )?(?:redovisas|mätas|bedömas|utläsas|påvisas|beskrivas|ses)\b"
    r"|\bför tidigt att\b"
)
_ABOUT = re.compile(r"(?i)\beffekt|\bresultat|\butfall")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_BESIDE = 300  # characters of other text; with more than that the answer tells something as well


def postponed(svar: Svar) -> Hit | None:
    """Return the sentence that puts the effects off, when the answer says hardly anything else."""
    return svar.remember(("postponed",), lambda: _postponed(svar))


def _postponed(svar: Svar) -> Hit | None:
    sentences = svar.meningar
    off = [sentence for sentence in sentences if _PUT_OFF.search(sentence.text)]
    beside = " ".join(sentence.text for sentence in sentences if sentence not in off)
    is_about = any(_ABOUT.search(sentence.text) for sentence in off)
    if not is_about or len(beside) > _MOST_BESIDE or _FIGURE.search(_YEAR.sub("", beside)):
        return None
    return Hit(svar, off[0].start, off[0].end)
