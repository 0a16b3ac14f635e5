"""Mending: a phrase whose words do not agree, as it may be written instead."""

from typing import NamedTuple

from rapport.checks.agreement.inflect import adjective, noun
from rapport.checks.agreement.phrase import Phrase

SINGULAR = {"us": "en", "ud": "den", "ns": "ett", "nd": "det"}


class Clash(NamedTuple):
    """What is wrong, the phrase as it may be written instead, and whether that is beyond doubt."""

    fault: str
    mended: str | None = None
    is_sure: bool = False


def strong(gender: str) -> str:
    """Return the form of an adjective after "en" or "ett"."""
    return "an" if gender == "n" else "au"


def adjective_of(phrase: Phrase, wanted: str) -> Clash:
    """Return the clash of an adjective with a determiner and a noun that agree."""
    wrong = next(word for number, (word, _) in enumerate(phrase.adjectives) if not _fits(phrase, number, wanted))
    right = mended(phrase, phrase.determiner, wanted)
    return Clash(f"”{wrong}” passar inte ihop med ”{phrase.determiner} … {phrase.noun}”", right, is_sure=bool(right))


def _fits(phrase: Phrase, number: int, wanted: str) -> bool:
    forms = phrase.adjectives[number][1]
    return bool(forms & {wanted, "ai"}) or (number < len(phrase.adjectives) - 1 and "an" in forms)


def to(phrase: Phrase, form: str, fault: str) -> Clash:
    """Return the clash of a noun that should have another form."""
    right = noun(phrase.noun, form)
    word = phrase.determiner
    article = SINGULAR[form] if word in {"en", "ett"} else word
    wanted = strong(form[0]) if word in {"en", "ett", "varje"} else "aw"
    message = f"”{phrase.noun}” står i {fault} efter ”{word}”"
    return Clash(message, mended(phrase, article, wanted, right) if right else None)


def mended(phrase: Phrase, article: str, wanted: str, right: str | None = None) -> str | None:
    """Return the phrase with another article, its adjectives as wanted, and perhaps another noun."""
    text = phrase.hit.excerpt
    article = article.capitalize() if text[0].isupper() else article
    words = [article, *text.split(" ")[1:-1], right or phrase.noun]
    for number, (word, _) in enumerate(phrase.adjectives):
        if not _fits(phrase, number, wanted):
            other = adjective(word, wanted)
            if not other:
                return None
            words[words.index(word, 1)] = other
    return " ".join(words)
