"""What is left of the work on an answer: notes from one colleague to another, and what an e-mail began or ended with.

These are orders, which nobody gives the government, questions, and where to look.
"""

from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.domain.svar import Svar

_NAME = r"[A-ZÅÄÖ][a-zåäö]+\b"
_ORDERS = rf"""(?xm)
    \((?:[Kk]omplettera|[Ff]yll\ i|[Dd]ubbelkolla|[Kk]olla|[Ss]täm\ av|[Ll]ägg\ till|[Uu]ppdatera)\b[^()\n]{{0,80}}\)
    | \((?:[Kk]ompletteras|[Uu]ppdateras|[Ff]ylls\ i|[Kk]ollas)\b[^()\n]{{0,60}}!\)
    | \((?:källa|siffra|antal|belopp|datum|vem|vilka|stämmer)(?:\ detta|\ det)?\?\)
    | (?:^|(?<=[.!?:(]\ )|(?<=\())(?:(?:[Kk]olla|[Ss]täm\ av|[Cc]hecka)\ (?:\w+\ )?med\ {_NAME}
        |[Dd]ubbelkolla\b|[Ff]råga\ {_NAME}(?=\ (?:om|vad|hur|när)\b))[^.()\n]{{0,80}}
    | (?<=[,;–]\ )(?:stäm\ av|dubbelkolla|kolla)\ med\ \w+
    | \bOBS!?:?\ (?=[^.\n]{{0,60}}(?:[Ss]täm\ av|[Kk]olla|[Kk]omplettera|[Ff]yll\ i|[Dd]ubbelkolla|[Tt]a\ bort|innan\ vi
        |[Uu]ppdatera\b|utkast))[^.\n]{{0,100}}
    | \b[Ss]e\ (?:mejl|mail|mejlet|mailet|e-post|e-posten|chatten|Teams-tråden)\b(?:\ från\ {_NAME})?
"""
_SIGNS_OF_ORDERS = (
    *("(fyll", "(Fyll", "ompletter", "ppdatera", "ägg till", "?)", "olla ", "ollas", "täm av", "hecka ", "ubbelkolla"),
    *("Fråga ", "fråga ", "OBS", "mejl", "mail", "e-post", "chatten", "Teams"),
)
_TO_BE_DONE = r"""(?x)
    \([^()\n]{0,40}\b(?:ska|måste|bör|behöver)\ (?:uppdateras|kompletteras|stämmas\ av|kontrolleras|kollas|ses\ över
        |dubbelkollas|bekräftas|fyllas\ i|läggas\ till|verifieras|tas\ bort|skrivas\ om)\b[^()\n]{0,30}\)
"""
_SIGNS_OF_WHAT_IS_TO_BE_DONE = ("ska ", "måste ", "bör ", "behöver ")
# What somebody does with a text, as it is said in square brackets; else these stand in quotations only.
_IN_BRACKETS = r"""(?x)
    \[[^\[\]\n]{0,80}\b(?:(?:dubbel)?kolla[rs]?|kontrollera[rs]?|återkommer|uppdatera[rs]?|kompletterar?|tas?\ bort
        |(?:fyller|skriver|lägger|stämmer)\ (?:i|in|av)|stryks?|inväntar|väntar\ på|fixar?|utgår|byts?\ ut|saknas
        |stämmer|ska\ (?:vi|in|bort|uppdateras)|ersätts?\ med)\b[^\[\]\n]{0,80}\]
    | \[[^\[\]\n]{2,80}\?\ ?\]
    | \[(?:KÄLLA|REF|BILD|TABELL|DIAGRAM|FIGUR|KARTA|LÄNK|OBS|TEXT|SIFFRA|DATUM|NAMN|BELOPP|ANTAL)\b[^\[\]\n]{0,60}\]
"""
_MAIL = rf"""(?xm)
    //\ ?{_NAME}(?=\s*$) | (?<![\w.])@{_NAME}(?=,?\ (?:kan|ska|vill|har|kolla|fixa|lägg)\b)
    | \b(?:Mvh|MVH|[Mm]ed\ vänliga?\ hälsning(?:ar)?)\b[^.\n]{{0,40}}
    | \b[Hh]är\ (?:kommer|är)\ (?:(?:mitt|min|vårt|vår|ett|lite|mina|våra)\ )?(?:underlag|text|svar|bidrag|inspel)
        (?:en|et)?\ (?:till|på|för)\ (?:fråga\ )?\d[^\n]{{0,3}}
    | ^(?:UTKAST|ARBETSMATERIAL|Utkast|Arbetsmaterial)(?=\ ?(?:[.:–]|\d|\(|$))
    | (?:^|(?<=[.!?]\ ))(?:Förslag\ till\ text|Textförslag|(?:Kommentar|Fråga|Notering)\ (?:till|från)\ {_NAME}):
        [^.\n]{{0,60}}
"""
_SIGNS_OF_MAIL = (
    *("//", "@", "Mvh", "MVH", "hälsning", "är kommer ", "är är ", "tkast", "TKAST", "rbetsmaterial", "ARBETSM"),
    *("Förslag t", "Textf", "Kommentar ", "Fråga ", "Notering "),
)
_ALL = (
    (_ORDERS, _SIGNS_OF_ORDERS),
    (_TO_BE_DONE, _SIGNS_OF_WHAT_IS_TO_BE_DONE),
    (_MAIL, _SIGNS_OF_MAIL),
)


def notes(svar: Svar) -> Iterator[Hit]:
    """Yield every note to a colleague, and every piece of an e-mail."""
    done = 0
    found = [hit for pattern, signs in _ALL for hit in hits(svar, pattern, signs=signs)]
    found += (hit for hit in hits(svar, _IN_BRACKETS, signs=("[",)) if not is_in_quotation(hit))
    for hit in sorted(found, key=lambda hit: hit.start):
        if hit.start >= done:
            done = hit.end
            yield hit


def is_in_quotation(hit: Hit) -> bool:
    """Whether words stand between quotation marks, where brackets hold what the writer put in or left out."""
    line = hit.svar.text.rfind("\n", 0, hit.start) + 1
    return hit.svar.text.count("”", line, hit.start) % 2 == 1
