"""Ett litet ord saknas eller är ett för mycket: ”syftar att”, ”genom stärka”, ”ska att”.

Varför: Många verb och uttryck kräver ett visst litet ord efter sig: syfta till, handla om, i samband med. När en mening
skrivs om blir det lätt kvar eller faller bort. Regeln tar bara upp uttryck där ordet måste finnas. Sådant som ”har
möjlighet att” och ”kommer (att) genomföras” lämnas i fred. På två miljoner tecken rätt svenska gav den en anmärkning,
och den var riktig.

Fel: Projektet syftar att stärka byarna, genom utveckla servicen inom ramen programmet.
Rätt: Projektet syftar till att stärka byarna, genom att utveckla servicen inom ramen för programmet.

Tillåt med skäl: tillåt: {smaord: Så står det i citatet.}
"""

import re
from collections.abc import Iterator

from rapport.checks.infinitives import INFINITIVES
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import listed, phrases
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
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
    "med utgångspunkt": "i från",
    "med hänvisning": "till därtill",
    "på initiativ": "av från och om",
}
_BARE = (
    r"[ \n(](?P<ord>(?:[Gg]enom|[Tt]ill|[Mm]ed|av|[Ff]ör|i syfte|möjlighet|möjligheten|möjligheter) "
    r"[a-zåäö]{2,20}(?![\w-]))"
)
_SURPLUS = r"(?<![\w-])(?:ska|bör|måste|skulle) att(?= [a-zåäö])"
_PLAIN_COUNT = r"(?<![\w-])(?:uppgår|uppgick|uppgått) (?=\d)"
_PARTNERS = "länsstyrelsen länsstyrelserna kommunerna kommuner länets näringslivet akademin civilsamhället regionerna"
_PARTS = r"(?<![\w-])(?:består|bestod|bestått) (?=(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|\d))"
_WITH = {
    f"i {noun} {who}": f"i {noun} med {who}"
    for noun in listed("samverkan samarbete samråd dialog")
    for who in _PARTNERS.split()
}


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every place where a small word is missing or one too many."""
    for phrase, hit in phrases(svar, (*_BEFORE_ATT, *_WITH)):
        right = (_BEFORE_ATT | _WITH)[phrase]
        yield _missing(hit, right)
    for phrase, hit in phrases(svar, _WHOLE):
        if (found := _next_word(hit)) and found not in _WHOLE[phrase].split():
            yield _missing(hit, f"{phrase} {_WHOLE[phrase].split()[0]}")
    yield from _before_infinitives(svar)
    for hit in hits(svar, _SURPLUS, signs=("ska att ", "bör att ", "måste att ", "skulle att ")):
        verb = hit.excerpt.split()[0]
        yield hit.remark(f"I ”{hit.excerpt}” är ”att” ett för mycket.", f"Skriv ”{verb}”.", fix=verb)
    for hit in hits(svar, _PLAIN_COUNT, signs=(" uppgår ", " uppgick ", " uppgått ")):
        yield _missing(Hit(svar, hit.start, hit.end - 1), f"{hit.excerpt}till")
    for hit in hits(svar, _PARTS, signs=("består ", "bestod ", "bestått ")):
        yield _missing(Hit(svar, hit.start, hit.end - 1), f"{hit.excerpt}av")


def _before_infinitives(svar: Svar) -> Iterator[Remark]:
    """Yield every infinitive that stands directly behind a word that wants "att"."""
    for hit in hits(svar, _BARE):
        leading, _, verb = hit.excerpt.rpartition(" ")
        if verb in INFINITIVES:
            yield _missing(hit, f"{leading} att {verb}")


def _next_word(hit: Hit) -> str:
    """Return the word directly behind a hit, nothing where a sign or a figure follows."""
    found = re.compile(r" ([a-zåäö]+)").match(hit.svar.text, hit.end)
    return found[1] if found else ""


def _missing(hit: Hit, right: str) -> Remark:
    text = hit.excerpt
    right = right[0].upper() + right[1:] if text[0].isupper() else right
    return hit.remark(f"I ”{text}” saknas ett litet ord.", f"Skriv ”{right}”.", fix=right)
