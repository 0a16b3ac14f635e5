"""Ett namn eller en förkortning står lös framför det ord som den hör ihop med.

Varför: Sammansättningar skrivs ihop. Är första ledet ett namn av flera ord, ett tal eller en förkortning sätts
bindestreck: Agenda 2030-målen, 1:1-anslaget, ESF-rådet. Regeln känner bara igen de säkra fallen; Dalarnas län och
Region Dalarna är rätt. Källa: Myndigheternas skrivregler 10.1 och 10.4.

Fel: Inom Agenda 2030 målen beviljades flera EU projekt.
Rätt: Inom Agenda 2030-målen beviljades flera EU-projekt.

Fel: Regionen gör en gemensam arbetsmarknads prognos med sina projekt ägare.
Rätt: Regionen gör en gemensam arbetsmarknadsprognos med sina projektägare.

Två substantiv som inte kan stå bredvid varandra är ett ord när ordlistan eller redovisningen själv skriver dem så.

Tillåt med skäl: tillåt: {sarskrivning: Projektet heter så.}
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from rapport.checks.language.finite import is_definite
from rapport.checks.rule import Hit, Remark, hits, svar_in_order
from rapport.checks.spelling.answer import ReportWords, read, save
from rapport.checks.spelling.apart import ABSTRACT
from rapport.checks.spelling.paradigms import INDEFINITE, paradigms
from rapport.checks.spelling.verdicts import judge
from rapport.checks.words import listed, phrases, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_NOUN = r" (?P<noun>\w++)(?!-| \d)"
_DEFINITE = frozenset(
    listed(
        "projektet projekten projektens projektets programmet programmen programmets medlen målen fonden fonderna "
        "anslaget rådet stödet området arbetet strategin planen kontoret finansieringen utlysningen utlysningarna "
        "ansökningarna samarbetet insatserna länderna utbildningen utbildningarna systemet systemen lösningarna nivå"
    )
)
_INDEFINITE = frozenset(
    listed(
        "projekt program medel finansiering utlysning utlysningar ansökningar insatser länder utbildning utbildningar "
        "system lösningar"
    )
)
_MORE_NAME = r"(?: [A-ZÅÄÖ][\w–-]*){0,3}"
_NUMBERED = ("Agenda 2030", "1:1")
_NAMES = ("Horisont 2020", "Horisont", "Interreg", "Leader")
_SHORT = listed("AI EU ERUF ESF FTI IT KLIVA NPA OECD RUP SFI STEM YH FoU")
# Behind one of these a name and its noun can only be one word; behind a verb they may be subject and object.
_DETERMINERS = frozenset(
    listed(
        "det den de detta denna dessa ett en flera nya ny nytt två tre fyra fem sex pågående olika många andra större "
        "mindre samtliga alla sådana vissa några våra"
    )
)
# A first part with the s that binds it to the next: alone it is a genitive, which needs an article or the like.
_FIRST_PART = r"s (?<=(?:[nr]ings|.hets|tions|skaps|knads) )[a-zåäö]{4,}(?![\w-])"
# "Det lokala företags klimatet": nobody's is the climate, for what somebody has is in no definite form.
_NO_OWNER = r"(?<![\w-])(?:[Dd]et|[Dd]en|[Dd]e) [a-zåäö]{3,25}a (?P<ord>[a-zåäö]{4,30}s [a-zåäö]{4,30})(?![\w-])"
_OWNERS = frozenset(
    listed(
        "en ett den det varje dess deras sin sitt sina vår vårt våra någon viss hela all ingen annan respektive nästa "
        "förra föregående nuvarande tidigare"
    )
)
_NO_NOUN = frozenset(
    listed("eller samt från inom under över mellan efter utan genom mycket alla andra olika egen eget egna vara både")
)
_PREPOSITIONS = frozenset(listed("i inom till med genom via för om på ur mellan under över kring enligt mot"))


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield every name and every first part of a compound that stands loose before its noun."""
    # Who has turned the speller off waits for no dictionary.
    words = read(underlag) if underlag.allvar.get("stavning") != "av" else ReportWords()
    known = {word for answer in words.answers for word in answer.known}
    for svar, answer in zip_longest(svar_in_order(underlag), words.answers):
        names = _names_in(svar)
        yield from (_remark(hit, is_certain=is_certain) for hit, is_certain in names)
        for two in answer.apart if answer else ():
            is_told = any(hit.start < two.end and two.start < hit.end for hit, _ in names)
            if not is_told and (two.is_sure or two.whole.lower() in known):
                hit = Hit(svar, two.start, two.end)
                severity = SEVERITY if two.is_certain or two.whole.lower() in known else "info"
                what = "är isärskrivet" if " " in hit.excerpt else "har ett bindestreck för mycket"
                yield hit.remark(f"”{hit.excerpt}” {what}.", f"Skriv {two.whole}.", severity=severity)
    if words.answers:
        save()


def _names_in(svar: Svar) -> tuple[tuple[Hit, bool], ...]:
    return svar.remember(("särskrivning", "namn"), lambda: tuple(_names(svar)))


def _names(svar: Svar) -> Iterator[tuple[Hit, bool]]:
    """Yield what stands loose whatever else the report says, and whether that is beyond doubt."""
    for name, found in phrases(svar, (*_NUMBERED, *_NAMES, *_SHORT), any_case=False):
        text = found.svar.text
        more = re.compile(_MORE_NAME).match(text, found.end) if name in _NAMES else None
        noun = re.compile(_NOUN).match(text, more.end() if more else found.end)
        if noun and _is_one_word("".join(words_before(found)), name, noun["noun"]):
            yield Hit(svar, found.start, noun.end()), name not in _SHORT and noun["noun"] in _DEFINITE
    for found in hits(svar, _FIRST_PART):
        if hit := _loose(found):
            before = words_before(hit)[-1:]  # at a sentence's beginning nothing says whose it would be
            yield hit, not before or before[0][-1] in ".!?"
    for hit in hits(svar, _NO_OWNER):
        first, second = hit.excerpt.split()
        is_one = paradigms().forms(first) == {"g"} and bool(paradigms().forms(first[:-1]) & INDEFINITE)
        if is_one and is_definite(second) and judge().is_right(first + second):
            yield hit, True


def _loose(found: Hit) -> Hit | None:
    """Return a compound's first part and the word behind it; None where the first can be a genitive."""
    first = words_before(Hit(found.svar, found.start + 1, found.end))[-1]
    hit = Hit(found.svar, found.start + 1 - len(first), found.end)
    before = words_before(hit, 3)
    is_genitive = any(word in _OWNERS or word.endswith("s") for word in before)
    is_word = hit.excerpt.startswith(first) and first.isalpha()
    second = hit.excerpt.split()[-1]
    is_one = is_word and not is_genitive and second not in _NO_NOUN and judge().is_right((first + second).lower())
    return hit if is_one else None


def _is_one_word(before: str, name: str, noun: str) -> bool:
    is_definite = noun in _DEFINITE
    if not is_definite and noun not in _INDEFINITE:
        return False
    begins = before.endswith(".") and name in _NAMES
    if before in _DETERMINERS or (is_definite and (begins or before in _PREPOSITIONS)):
        return True
    return is_definite and name in _NUMBERED and not before.startswith("anslag")


def _remark(hit: Hit, *, is_certain: bool) -> Remark:
    name, _, noun = hit.excerpt.rpartition(" ")
    right = f"{name}{noun}" if name.islower() else f"{name}-{noun}"
    message = f"”{hit.excerpt}” är isärskrivet."
    # A noun with an s may be a genitive; of deeds it seldom is.
    severity = SEVERITY if is_certain or not name.islower() or name.endswith(ABSTRACT) else "info"
    return hit.remark(message, f"Skriv {right}.", fix=right if is_certain else None, severity=severity)
