"""Bare infinitives: an infinitive directly behind a word that wants "att" before it: "genom stärka", "för bära"."""

import re
from collections.abc import Iterator

from rapport.checks.language.verbs import is_infinitive
from rapport.checks.rule import Hit, hits
from rapport.checks.words import listed, words_after, words_before
from rapport.domain.svar import Svar

_BARE = (
    r"[ \n(](?P<ord>(?:i syfte|[Gg]enom|[Tt]ill|[Mm]ed|av|[Ff]ör|i|på|om|vid|från|mot|ett|möjlighet(?:en|er)?) (?!ett )"
    r"[a-zåäö]{2,20}(?![\w\u00ad-]))"
)
_ADJECTIVES = frozenset(listed("använda säkra snabba få"))
_ARTICLES = frozenset(listed("en ett den det de att sin sitt sina vår vårt våra upp"))
# What is named by an infinitive: "insatsområde stärka konkurrenskraften".
_NAMED = (
    "insatsområde",
    "insatsområdet",
    "målet",
    "mål",
    "prioritering",
    "prioriteringen",
    "område",
    "området",
    "kallat",
)


def bare_infinitives(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every infinitive with the word before it that wants "att", and how they may be written."""
    for hit in hits(svar, _BARE):
        leading, _, verb = hit.excerpt.rpartition(" ")
        if is_infinitive(verb) and not _is_right_bare(hit, leading, verb):
            yield hit, f"att {verb}" if leading == "ett" else f"{leading} att {verb}"


def _is_right_bare(hit: Hit, leading: str, verb: str) -> bool:
    """Whether a bare infinitive is an adjective ("av säkra tjänster"), or stands as a name that the answer has."""
    following = words_after(hit)[0] if hit.svar.text.startswith(" ", hit.end) else ""
    if (verb in _ADJECTIVES and following not in _ARTICLES) or verb.endswith("s") or following.startswith("eget"):
        return True
    before = words_before(hit, 2)
    if leading == "med" and before == ["till", "och"]:
        return True
    if leading == "till" and verb == "känna":
        return True
    if leading == "till" and before[-1:] and before[-1].startswith(("koppla", "knyt", "knut", "hör", "hänför")):
        return True
    named = [m.start() for m in re.finditer(rf"{verb} {re.escape(following)}(?!\w)", hit.svar.text, re.IGNORECASE)]
    own = hit.end - len(verb)
    return bool(following) and any(at != own and _stands_as_a_name(hit.svar.text, at) for at in named)


def _stands_as_a_name(text: str, at: int) -> bool:
    """Whether an infinitive at a place is no part of its sentence: in capitals, or behind "insatsområde"."""
    if text[at].isupper() and text[max(0, at - 2) : at].strip(" ") not in {".", "!", "?", ""}:
        return True
    before = text[max(0, at - 40) : at].lower().rstrip(" ”:")
    return before.endswith(_NAMED)
