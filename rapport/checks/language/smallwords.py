"""Small words that are missing or one too many: prepositions in a row, verbs without theirs, halves of pairs."""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import NOUN, paradigms
from rapport.checks.words import listed, words_after
from rapport.domain.svar import Svar

# Prepositions that no other one follows: counted in eight million characters of right text, where none of these stood.
_FIRST = "inom|genom|mot|enligt|utifrån|kring|bland|mellan|via|från|utmed|hos|trots|gentemot"
_SECOND = "i|på|av|till|med|från|under|inom|genom|mot|enligt|utifrån|via|hos|utmed|längs|mellan"
_PAIRS = (
    "i (?:på|av|inom|genom|mot|enligt|utifrån|hos)|på av|vid (?:i|på|av|till|från|inom|genom|enligt)"
    "|för (?:till|på|av|från|genom|mot|enligt|utifrån)|av (?:på|genom|enligt|utifrån)|längs (?:i|på|av|till|från)"
)
# What begins an adverb of its own behind the first: "från i fjol", "för till exempel".
_ADVERBS = (
    "dag|år|går|fjol|morgon|kväll|natt|övrigt|huvudsak|synnerhet|stort|stor|genomsnitt|snitt|första|andra|sin|sina|sitt"
    "|vissa|vart|förväg|efterhand|regel|högsta|högre|lägre|viss|princip|praktiken|allmänhet|realiteten|sig|rimlig|vår"
    "|våra|exempel|synes|största|dess|och|att|få|stora|början|slutet|sikt|lika|grund|början|vilket|vilken|vilka|eget"
    r"|egen|egna|hand|plats|tid|annat|andra|cirka|minst|högst|omkring|knappt|drygt|\d[\d ]*"
)
_IN_A_ROW = (
    rf"(?<![\w/-])(?P<ord>(?:(?:{_FIRST}) (?:{_SECOND})|{_PAIRS}))(?= [A-Za-zÅÄÖåäö])(?! (?:{_ADVERBS})(?![\w-]))"
    r"(?! (?:\w+ ){1,3}(?:verksamm|beläg|gällande|bosatt|boende|angiv|viktig|relevant|berör|etabler|fram|befintlig))"
)
# In a clause that begins with one of these, the first may have its noun before it: "det vi satsar inom i år".
_BACKWARD = re.compile(
    r"\b(?:som|vad|vilk\w+|vars|det|den|de|dem|där|hur|man|än|stället|istället|till och)\b", re.IGNORECASE
)
_SIGNS = tuple(f" {word} " for word in _SECOND.split("|"))
# Verbs in forms that have no subject behind them: a noun that follows is what the small word should lead to.
_BOUND = {
    "till": "bidra bidragit syfta syftat",
    "i": "delta deltagit medverka medverkat resultera resulterat",
    "av": "bestå bestått",
    "för": "ansvara ansvarat",
    "med": "samverka samverkat samarbeta samarbetat",
    "på": "bero berott",
}
_WORD_BY_VERB = {verb: word for word, verbs in _BOUND.items() for verb in verbs.split()}
_AFTER_BOUND = rf"(?<![\w-])(?P<ord>(?:{'|'.join(_WORD_BY_VERB)}) [a-zåäö]{{4,40}})(?![\w-])"
_DEPENDENT = r"(?<![\w-])(?P<ord>(?:är|var|blir|blev|vara|bli|varit|blivit) (?:\w+ )?beroende) (?=[a-zåäö]{4})"
_NOT_DEPENDENT = frozenset(
    listed("utan eller samt även både bland inom under över genom från inte endast bara såväl helt")
)
_FUNCTION = frozenset(
    listed("under genom över efter avseende gällande rörande angående världen hela tillsammans dels allt alltmer")
)
_TIMES = ("vis", "gång", "gånger", "år", "dag", "dagar", "månader", "veckor", "timmar", "del", "delar", "steg", "par")
_HALVES = {
    "såväl": ("som",),
    "både": ("och", "samt", "&", "som", "eller", "men även", "men också", "liksom"),
    "antingen": ("eller",),
    "varken": ("eller", "och"),
    "vare sig": ("eller",),
}
_HALF = rf"(?<![\w-])(?i:{'|'.join(_HALVES)})(?= [\w”(])"
_BETWEEN_NAMES = r"(?<![\w-])(?P<ord>mellan [A-ZÅÄÖ][a-zåäö]{3,20} [A-ZÅÄÖ][a-zåäö]{3,20})(?![\w-])"


def prepositions_in_a_row(svar: Svar) -> Iterator[Hit]:
    """Yield every two prepositions of which one is too many."""
    for hit in hits(svar, re.compile(_IN_A_ROW, re.IGNORECASE), signs=_SIGNS):
        if not _BACKWARD.search(clause_before(hit)):
            yield hit


def without_preposition(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every verb, or "beroende", with the noun that follows at once, and the word that should stand between."""
    for hit in hits(svar, _AFTER_BOUND):
        verb, noun = hit.excerpt.split()
        forms = paradigms().forms(noun)
        if forms and forms <= NOUN and noun not in _FUNCTION and not noun.endswith(_TIMES):
            yield hit, _WORD_BY_VERB[verb]
    for hit in hits(svar, _DEPENDENT, signs=(" beroende ",)):
        following = words_after(Hit(svar, hit.start, hit.end + 1))[0]
        forms = paradigms().forms(following)
        if forms and forms <= NOUN | {"aw"} and following not in _NOT_DEPENDENT | _FUNCTION:
            yield Hit(svar, hit.start, hit.end + 1 + len(following)), "av"


def halves(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every "såväl", "både", "antingen" and "varken" whose other half is not in its sentence, with that half."""
    for hit in hits(svar, _HALF):
        rest = _sentence_after(hit)
        others = _HALVES[hit.excerpt.lower()]
        if rest and not any(re.search(rf"(?:^|[\s(]){re.escape(other)}(?:$|[\s,)])", rest) for other in others):
            yield hit, others[0]


def between_names(svar: Svar) -> Iterator[Hit]:
    """Yield "mellan" with two names behind it and nothing between them."""
    for hit in hits(svar, _BETWEEN_NAMES, signs=("mellan ",)):
        rest = _sentence_after(Hit(svar, hit.start, hit.start + len("mellan")))
        if rest and not re.search(r" (?:och|samt|eller|respektive) |[–/&,-]", rest):
            yield hit


def clause_before(hit: Hit) -> str:
    """Return what stands before a hit in its sentence."""
    before = hit.svar.text[max(0, hit.start - 300) : hit.start].rpartition("\n")[2]
    return re.split(r"[.!?:] ", before)[-1]


def _sentence_after(hit: Hit) -> str:
    """Return the rest of a hit's sentence; nothing where it is not seen to end with a full stop."""
    rest = hit.svar.text[hit.end : hit.end + 600].partition("\n")[0]
    match = re.search(r"(?<=[a-zåäö0-9”)]{2})[.!?](?= [A-ZÅÄÖ”–]|$)", rest)
    return rest[: match.start()] if match else ""
