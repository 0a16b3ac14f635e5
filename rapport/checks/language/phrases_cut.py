"""Phrases cut off: phrases that always go on with the same small word, where it is lost: "inom ramen programmet"."""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import DEFINITE, paradigms
from rapport.checks.words import listed, phrases, words_before
from rapport.domain.svar import Svar

# What must stand between a verb and "att".
_VERBS = {
    "till": "syftar syftade syftat bidrar bidrog bidragit lett ledde medverkar medverkade medverkat",
    "om": "handlar handlade handlat",
    "i": "resulterar resulterade resulterat",
    "på": "fokuserar fokuserade fokuserat beror berodde",
    "för": "ansvarar ansvarade ansvarat",
    "med": "arbetar arbetade arbetat",
}
_BEFORE_ATT = {f"{verb} att": f"{verb} {word} att" for word, verbs in _VERBS.items() for verb in verbs.split()}
# Phrases that always go on with the same word, and what else may follow them.
_WHOLE = {
    "inom ramen": "för",
    "i form": "av för till inför så som under och igen",
    "på grund": "av utav härav därav utanför och i vid på med eller när som under",
    "i samband": "med därmed härmed",
    "i enlighet": "med därmed härmed",
    "i linje": "med",
    "till följd": "av därav härav en ett att",
    "med anledning": "av därav härav",
    "med avseende": "på därpå",
    "med utgångspunkt": "i från bland",
    "med hänvisning": "till därtill bland",
    "på initiativ": "av från och om som inom för i till",
}
# The same, but said only where a noun follows at once: "i enlighet lagen", and not "i kombination kan de".
_BEFORE_NOUNS = {
    "i förhållande": "till",
    "i relation": "till",
    "med tanke": "på",
    "med hänsyn": "till",
    "till skillnad": "från",
    "i motsats": "till",
    "i likhet": "med",
    "i samråd": "med",
    "i väntan": "på",
    "i avvaktan": "på",
    "på bekostnad": "av",
    "i egenskap": "av",
    "i kombination": "med",
    "i anslutning": "till",
    "i jämförelse": "med",
    "i proportion": "till",
    "i strid": "med",
    "i takt": "med",
    "i närheten": "av",
    "i utbyte": "mot",
    "på uppdrag": "av",
    "på basis": "av",
    "med hjälp": "av",
    "med stöd": "av",
    "med undantag": "för",
    "med fokus": "på",
    "med inriktning": "mot",
    "mot bakgrund": "av",
    "till förmån": "för",
    "i början": "av",
    "i slutet": "av",
    "i mitten": "av",
    "tillsammans": "med",
    **dict.fromkeys(("ta del", "tar del", "tog del", "tagit del", "i behov", "dra nytta", "dragit nytta"), "av"),
    **dict.fromkeys(("ta hänsyn", "tar hänsyn", "tagit hänsyn", "tog hänsyn", "ge upphov", "gett upphov"), "till"),
    **dict.fromkeys(("ta vara", "tar vara", "tagit vara", "ställa krav", "lägga vikt", "bygger vidare"), "på"),
    "i fråga": "om",
    "med syftet": "att",
}
# A noun that tells of another by its preposition: "behov utbildning".
_NOUNS_BEFORE = {
    **dict.fromkeys(("behov", "behovet", "användning", "användningen"), "av"),
    **dict.fromkeys(("brist", "bristen", "efterfrågan"), "på"),
    **dict.fromkeys(("tillgång", "tillgången", "anslutning"), "till"),
    **dict.fromkeys(("intresse", "intresset"), "för"),
}
# Words that the dictionary has for nouns and that stand behind one without being what it is of.
_NOUN = 6  # letters from which a word is no small word that may be a noun as well
_NO_NOUNS = frozenset(listed("år dag dels främst samt utan trots"))
_OF_SOMEBODY = ("ens", "ets", "nas", "dets")
_PARTNERS = "länsstyrelsen länsstyrelserna kommunerna kommuner länets näringslivet akademin civilsamhället regionerna"
_WITH = {
    f"i {noun} {who}": f"i {noun} med {who}"
    for noun in listed("samverkan samarbete samråd dialog")
    for who in _PARTNERS.split()
}
_NEXT_WORD = re.compile(r" ([a-zåäö]+)")


def lost_behind(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every phrase whose small word is lost, and the phrase with it."""
    for phrase, hit in phrases(svar, (*_BEFORE_ATT, *_WITH)):
        yield hit, (_BEFORE_ATT | _WITH)[phrase]
    for phrase, hit in phrases(svar, _WHOLE):
        if (found := _next_word(hit)) and found not in _WHOLE[phrase].split():
            yield hit, f"{phrase} {_WHOLE[phrase].split()[0]}"
    for phrase, hit in phrases(svar, _BEFORE_NOUNS):
        following = _next_word(hit)
        forms = paradigms().forms(following)
        if forms and (forms <= DEFINITE or (forms == {"g"} and following.endswith(_OF_SOMEBODY))):
            yield hit, f"{phrase} {_BEFORE_NOUNS[phrase]}"
    for phrase, hit in phrases(svar, _NOUNS_BEFORE):
        following = _next_word(hit)
        forms = paradigms().forms(following)
        is_noun = bool(forms) and forms <= {"us", "up", "np"} and len(following) >= _NOUN
        if is_noun and following not in _NO_NOUNS and words_before(hit)[-1:] != ["vid"]:
            yield hit, f"{phrase} {_NOUNS_BEFORE[phrase]}"


def _next_word(hit: Hit) -> str:
    """Return the word directly behind a hit, nothing where a sign or a figure follows."""
    found = _NEXT_WORD.match(hit.svar.text, hit.end)
    return found[1] if found else ""
