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
# The same in round brackets, where much else stands: what is to come, who sees to it, and what to do.
_LACKING = r"siffra|siffran|siffror|siffrorna|antal|antalet|belopp|beloppet|datum|namn|källa|länk|dnr|diarienummer"
_WHAT = (
    r"(?:(?:exakt|slutlig|korrekt|rätt|ny|aktuell|uppdaterad)\w* )?"
    rf"(?:{_LACKING}|uppgift|uppgiften|uppgifter|uppgifterna|summa|summan|procent|procenttal|andel|andelen|text|texten"
    r"|underlag|underlaget|tabell|tabellen|diagram|diagrammet|bild|bilden|karta|kartan|citat|statistik|statistiken)"
)
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_SOON = (
    r"senare|snart|strax|inom|nästa|i ?morgon|på (?:mån|tis|ons|tors|fre)dag|när|efter|vecka|v\. ?\d"
    rf"|i (?:{_MONTHS})"
)
_WHO = rf"(?:(?-i:{_NAME}(?: {_NAME})?)|vi|jag|ekonomi\w*|controllern?|kollegan?|projektledaren|handläggaren)"
_IN_ROUND = (
    (
        rf"{_WHAT}(?: (?:på|för|om|över|från|av) [\w ]{{1,30}}?)? "
        rf"(?:(?:kommer|väntas|lämnas)(?=\)|[^()]{{0,40}}\b(?:{_SOON})\b)|fylls (?:i|på)\b|läggs in"
        r"|kompletteras|infogas|skrivs in|behövs|inväntas|efterfrågade?)"
    ),
    rf"(?:{_LACKING}) saknas(?: ännu| än)?(?=\))",
    (
        rf"{_WHO} (?:(?:dubbel)?kollar|återkommer|fixar|fyller i|kompletterar|lägger in|skriver in|mejlar|letar"
        r"|stämmer av|har siffr|vet(?=\)))"
    ),
    r"återkommer(?= med\b| om\b| när\b|\))",
    r"(?:in)?väntar(?: på)? (?:[\w:]+ )?(?:siffr|uppgift|underlag|statistik|svar från (?-i:[A-ZÅÄÖ]))",
    rf"(?:fråga|mejla|ring|stäm av med) (?-i:{_NAME})(?=\)| (?:om|när|hur|på))",
    r"(?:ange|infoga|fyll (?:i|på)|skriv(?: in)?|lägg (?:in|till)|byt ut|ta bort)\b(?!-)",
    rf"(?:kontrollera|verifiera|kolla|uppdatera|räkna om|ersätt)(?: (?:{_LACKING}|detta|det här))?(?=!?\))",
    r"ersätts med (?:rätt|ny|slutlig|exakt|aktuell|korrekt)",
    (
        r"(?:kommer|kompletteras|fylls i|läggs in|infogas|skrivs in|klistras in)"
        r"(?: (?:senare|snart|inom kort|i efterhand|här))*(?=\))"
    ),
    r"(?:de(?:tta|n här|t här) )?(?:stycket?|meningen|texten|punkten|detta) (?:ska )?(?:tas bort|utgår|stryks)",
    r"(?:ska (?:vi|detta|det|den|in|bort)|stämmer)\b[^()]{0,60}\?",
)
_BRACKETED = (
    rf"(?i)\((?:(?:OBS|NB|prel\.?|preliminärt?)[!:,]? )?(?:{'|'.join(_IN_ROUND)})[^()\n]{{0,80}}\)"
    rf"|\b(?:av|den|till|på|med|blev|var|fick) \((?:{_LACKING})\)"
)
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
    (_BRACKETED, ("(",)),
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
