"""Reading: the phrases of an answer; only one whose every word the dictionary knows is a phrase."""

import re
from collections.abc import Iterator

from rapport.checks.agreement.phrase import ADJECTIVE, LEADING, NUMBERS, PARTICIPLE, VERBS, Phrase
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import NOUN, Forms, paradigms
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar

_UNSURE = frozenset("gvx")
_START = re.compile(
    r"(?<![\w-])(?:ett|en|den|det|de|dem|denna|detta|dessa|varje|flera|många|alla|samtliga"
    r"|vår|vårt|våra|sin|sitt|sina|ingen|inget|inga|någon|några"
    r"|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv) (?=[a-zåäö])",
    re.IGNORECASE,
)
_NEXT = re.compile(r"([a-zåäöé]{2,45})(?![\w:/@’'\u00ad-])( (?=[a-zåäö]))?")
_MOST_WORDS = 7
_SHORTEST = 4
_SHORT_NOUNS = frozenset(listed("råd mål län väg del ort fas"))
# These change nothing between a determiner and its noun.
_BETWEEN = frozenset(
    listed(
        "mycket alltmer allt mer drygt knappt ungefär cirka omkring ganska helt särskilt relativt väl lika glest tätt "
        "två tre fyra fem sex sju åtta nio tio elva tolv"
    )
)
_AND = ("och", "eller", "samt")
# Small words that the dictionary has as nouns too, and words of more than one kind: nothing is said of them.
_SILENT = frozenset(
    listed(
        "med för var skulle led vida nästan ovan nedan han hon hans henne dem man om men vid till per bara även dock "
        "väl vill kan ska får har är blir kunde hade fick blev utan inte ej sig sin sitt sina vars när där här då så "
        "ut in upp ner bort fram hem kvar mot från via ur åt efter före innan under över mellan genom samt att som "
        "gift ask kaffe vad hur allt alla båda bägge alltid redan ännu sedan gärna ofta sällan ibland nog nu en ett "
        "först sist tidigast senast minsta största högsta lägsta bästa sämsta sista första flesta mesta mest minst "
        "högskolepoäng det den de sa"
    )
)
_AHEAD = 200


def phrases_in(svar: Svar) -> Iterator[Phrase]:
    """Yield every phrase of an answer, in order."""
    for match in _START.finditer(svar.text):
        found = _words(svar.text, match.end())
        if found:
            adjectives, noun, forms, end = found
            hit = Hit(svar, match.start(), end)
            rest = svar.text[end : end + _AHEAD]
            yield Phrase(hit, match[0][:-1].lower(), adjectives, noun, forms, _before(hit), rest)


def _words(text: str, at: int) -> tuple[tuple[tuple[str, Forms], ...], str, Forms, int] | None:
    """Return the adjectives from a place on, the noun behind them with what it can be, and where it ends."""
    adjectives: list[tuple[str, Forms]] = []
    follows_and = False
    for _ in range(_MOST_WORDS):
        match = _NEXT.match(text, at)
        if not match:
            return None
        word, goes_on, at = match[1], match[2], match.end()
        if goes_on and (word in _BETWEEN or (word in _AND[:2] and adjectives)):
            if word in NUMBERS and adjectives and "an" in adjectives[-1][1]:
                adjectives.pop()  # an adverb: "de totalt nio programmen"
            follows_and = word in _AND
            continue
        forms = _forms(word)
        noun = forms & NOUN
        if word.endswith("vis"):
            return None  # "ett stegvis införande": an adverb that stands as an adjective
        is_last = not forms & ADJECTIVE or (word.endswith(PARTICIPLE) and not (goes_on and _leads_on(text, at)))
        if noun and is_last:
            # "Det offentliga och självreglering" is two things, and "ljus" in "en trygg och ljus framtid" is no noun.
            is_sure = not forms & _UNSURE and not follows_and and not (goes_on and _is_noun(text, at))
            return (tuple(adjectives), word, noun, match.end(1)) if is_sure else None
        # What stands before "och" may be a noun of its own: "ett stöd eller kommunens medel".
        if not forms & ADJECTIVE or "x" in forms or not goes_on or (noun and text.startswith(_AND, at)):
            return None
        adjectives.append((word, forms))
        follows_and = False
    return None


def _is_noun(text: str, at: int) -> bool:
    """Whether the word at a place is a noun or an adjective for sure."""
    match = _NEXT.match(text, at)
    forms = _forms(match[1]) if match else frozenset()
    return bool(forms) and forms <= NOUN | ADJECTIVE


def _leads_on(text: str, at: int) -> bool:
    """Whether the word at a place may be an adjective or a noun: "ett växande behov", but not "ett växande av"."""
    match = _NEXT.match(text, at)
    return match is not None and match[1] not in _SILENT | LEADING | VERBS


def _forms(word: str) -> Forms:
    """Return what a word can be inside a phrase."""
    if word in _SILENT:
        return frozenset()
    forms = paradigms().forms(word)
    if word.endswith(PARTICIPLE) and forms == {"x"}:
        return frozenset(("ai",))  # "övergripande", which is listed without flags
    if word.endswith(PARTICIPLE) and forms & {"ai", "ns"}:
        return frozenset(("ai", "ns", "us"))  # "en växande brist", "ett växande": its gender as a noun is not asked
    if word.endswith("ska") and "us" in forms:
        return frozenset()  # "ukrainska" is a language too
    is_short = len(word) < _SHORTEST and word not in _SHORT_NOUNS
    return forms - NOUN if is_short else forms


def _before(hit: Hit) -> str:
    words = words_before(hit)
    return "" if not words or words[-1][-1] in ".!?:" else words[-1]
