"""Texten talar om ett annat år som om det vore det som redovisas.

Varför: Redovisningen gäller ett år. ”Under 2024” i redovisningen för 2025 är oftast en mening som har följt med från
förra årets text, och det som ”invigdes i mars 2026” har inte hänt när redovisningen lämnas. Tillbakablickar,
jämförelser och planer är i sin ordning: ”jämfört med 2024”, ”sedan 2024”, ”2023–2025”, ”beslutades 2024”, ”ska
invigas i mars 2026”, eller när meningen eller grannmeningen också säger vad som har hänt i år.

Fel: Under 2024 behandlades 22 ansökningar. (I redovisningen för 2025.)
Fel: Hösten 2023 hölls fyra möten, och i mars 2026 invigdes mötesplatsen.
Rätt: Under 2025 behandlades 22 ansökningar, mot 19 under 2024.

Tillåt med skäl: tillåt: {fel-ar: Svaret beskriver hur arbetet byggdes upp.}
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rapport.checks.rule import Hit, Remark
from rapport.checks.time.listed_years import in_results
from rapport.checks.time.told_years import (
    after_the_year,
    been,
    been_due,
    bound_to_this_year,
    goes_on,
    leads_on,
    not_yet,
)
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.sentences import Sentence

SEVERITY: Severity = "warning"
_YEAR = re.compile(r"(?<!\d)20\d\d")
_FEWEST_WORDS = 4  # fewer are a heading or a cell
# Year and last year are FORRA and ÅR. What ties last year to words for this one can be nothing but wrong.
_SURE = (
    r"\b[Ii] år,? \(?FORRA\b",
    r"\b(?:[Uu]nder året|[Dd]et gångna året|[Ii]nnevarande år),? \(?FORRA\b",
    r"\b(?:[Vv]erksamhets|[Rr]edovisnings|[Rr]apporterings)året,? \(?FORRA\b",
    r"\bFORRA års (?:insats|arbete|aktivitet|prestation|verksamhet|resultat|projekt|satsning|utlysning)\w*",
    r"\b(?:[Nn]ästa|[Kk]ommande) år,? \(?ÅR\b",
)
# What may look back too.
_LIKELY = (
    r"\b[Uu]nder (?:(?:år|hela|våren|sommaren|hösten|vintern) )?FORRA\b",
    r"\b[Uu]nder (?:(?:första|andra) halvåret|(?:första|senare) delen av) FORRA\b",
    r"\bÅr FORRA(?= har\b)",
    r"\b(?:[Rr]esultat|[Pp]restation|[Ee]ffekt)\w* för FORRA\b",
    r"\b(?:(?:[Ii]nsats|[Pp]restation)(?:en|er|erna)|[Aa]rbetet|[Vv]erksamheten|[Aa]ktiviteter(?:na)?) FORRA\b",
    r"\b(?:också|även) FORRA\b",
    r"\b[Vv]id utgången av FORRA\b",
)
_RANGE_AFTER = re.compile(r"\s*(?:[–/-]|(?:och|eller|till|samt|respektive) (?:\w+ ){0,2}\d)")
# What was decided a year before and holds this one.
_HOLDS = re.compile(r"\b(?:fastställdes|antogs|beslutades|togs fram)\b.*\b(?:gäller|löper|sträcker sig)\b")
_PERIOD = re.compile(r"\b20\d\d ?[–-] ?(20\d\d)\b")
# Words before it that make it the past: a comparison, something begun or done with, a clause about something else.
_PAST_BEFORE = re.compile(
    r"\b(?:redan|sedan|än|med|från|både|mellan|\d{4} (?:och|eller))\s+$"
    r"|\b(?:(?:start|inle[dt]|öppna|invig|anto)\w*|\w+[dt]es)\s+$"
    r"|\b(?:som|efter)\b[^.,;:]*$",
    re.IGNORECASE,
)
# What others did, and how the county fared: of its figures last year's are often the latest.
_OF_OTHERS = re.compile(r"\b(?:var|låg|växte|ökade|minskade|steg|sjönk)\b|^(?:Regeringen|Riksdagen|EU)\b")
_FARED = re.compile(
    r"\s*(?:(?:var|låg|växte|ökade|minskade|steg|sjönk|uppgick|omsatte|exporterade|hade)\b"
    r"|har (?:[\w-]+ ){1,6}?(?:ökat|minskat|stigit|sjunkit|vuxit|legat|varit)\b)"
)
_OF_THE_COUNTY = re.compile(
    r"\benligt\b|sysselsätt|arbetslös|befolkning|invånar|nystarta|konkurs|medelinkomst|bostadspris|konjunktur|inflation"
    r"|räntor|[Ll]änets företag|bruttoregion"
)
# Words anywhere near that tell the years apart.
_TOLD_APART = (
    r"\bÅR\b|\bi år\b|\bårets\b|\bunder året\b|\bdetta år\b|\bdessförinnan\b|\bsedan dess\b|\bdärefter\b|\bdärpå\b"
)
_COMPARED = re.compile(
    r"\bjämför|\bjämförelse|\bmotsvarande\b|\bföregående\b|\bförra (?:året|redovisningen|rapporten)\b|\bfjol"
    r"|\btidigare\b|\btill skillnad\b"
    r"|\bsenaste\b|\bsenast\b(?! (?:i|den|under|på|vid)\b)"
    r"|\bnu\b|\bi ?dag\b|\b(?:ned|upp)gång|\bökningen\b|\bminskningen\b"
    r"|\bnumera\b",
    re.IGNORECASE,
)


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield each place that speaks of last year as this one."""
    ar = redovisning.ar
    if ar is None or not _YEAR.search(svar.text):
        return
    for number, sentence in enumerate(svar.meningar):
        years = [int(year) for year in _YEAR.findall(sentence.text)]
        if not years or sentence.word_count < _FEWEST_WORDS:
            continue
        if max(years) > ar and (span := after_the_year(sentence.text, ar)):
            hit = Hit(svar, sentence.start + span[0], sentence.start + span[1])
            message = f"”{hit.excerpt}” är efter {ar}, men berättas som något som hände under året."
            yield hit.remark(message, f"Rätta datumet, eller skriv att det hände efter {ar}.")
        elif max(years) > ar and (span := not_yet(sentence.text, ar)):
            hit = Hit(svar, sentence.start + span[0], sentence.start + span[1])
            message = f"”{hit.excerpt}” kan inte ha hänt än: redovisningen gäller {ar}."
            yield hit.remark(message, "Rätta årtalet, eller skriv det som en plan.")
        elif span := been_due(sentence.text, ar):
            hit = Hit(svar, sentence.start + span[0], sentence.start + span[1])
            message = f"”{hit.excerpt}” har redan varit, men det som ska ske då är inte gjort i redovisningen för {ar}."
            yield hit.remark(message, f"Menas {ar + 1}? Är det gjort: skriv att det är det.")
        elif span := _slip(svar, number, ar):
            hit = Hit(svar, sentence.start + span[0], sentence.start + span[1])
            hint = (
                f"Gäller det {ar}: rätta årtalet, och läs om meningen, som kan vara förra årets. "
                f"Är det en tillbakablick: säg det, till exempel ”jämfört med {ar - 1}”."
            )
            yield hit.remark(f"”{hit.excerpt}” står i redovisningen för {ar}.", hint)


def _slip(svar: Svar, number: int, ar: int) -> tuple[int, int] | None:
    """Return where a sentence has a year that has been, as if it were this one."""
    sure, likely, told_apart = _patterns(ar)
    text = svar.meningar[number].text
    if match := sure.search(text):
        return match.span()
    if all(int(year) == ar for year in _YEAR.findall(text)):
        return None
    if span := bound_to_this_year(text, ar) or in_results(svar, svar.meningar[number], ar):
        return span
    if _HOLDS.search(text) or _tells_apart(svar, number, ar, told_apart):
        return None
    after = next((one.text for one in svar.meningar[number + 1 : number + 2] if _is_beside(svar, number, one)), "")
    if goes_on(after):
        return None
    told = () if leads_on(after) else been(text, ar)
    found = (m for m in (*likely.finditer(text), *told) if not _is_past(text, m))
    return next((match.span() for match in found), None)


def _is_beside(svar: Svar, number: int, other: Sentence) -> bool:
    """Whether another sentence follows in the same passage."""
    return "\n" not in svar.text[svar.meningar[number].end : other.start]


@cache
def _patterns(ar: int) -> tuple[re.Pattern[str], ...]:
    """Return what is sure to be wrong in a year's report, what is likely to be, and what tells the years apart."""
    years = [part.replace("FORRA", str(ar - 1)).replace("ÅR", str(ar)) for part in _SURE + _LIKELY + (_TOLD_APART,)]
    sure, likely = years[: len(_SURE)], years[len(_SURE) : -1]
    return re.compile("|".join(sure)), re.compile("|".join(likely)), re.compile(years[-1], re.IGNORECASE)


def _tells_apart(svar: Svar, number: int, ar: int, told_apart: re.Pattern[str]) -> bool:
    """Whether a sentence compares, or it or one beside it in its passage says what this year was."""
    sentence = svar.meningar[number]
    return bool(_COMPARED.search(sentence.text)) or any(
        told_apart.search(one.text) or _is_over(one.text, ar) for one in _beside(svar.text, svar.meningar, number)
    )


def _is_over(sentence: str, ar: int) -> bool:
    """Whether a sentence names a period of years that had ended before the report's year."""
    return any(int(last) < ar for last in _PERIOD.findall(sentence))


def _beside(text: str, meningar: Sequence[Sentence], number: int) -> Iterator[Sentence]:
    """Yield a sentence and those before and after it in its passage."""
    sentence = meningar[number]
    yield sentence
    if number and "\n" not in text[meningar[number - 1].end : sentence.start]:
        yield meningar[number - 1]
    if number + 1 < len(meningar) and "\n" not in text[sentence.end : meningar[number + 1].start]:
        yield meningar[number + 1]


def _is_past(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], match.end()
    return bool(
        _RANGE_AFTER.match(sentence, after)
        or (_FARED.match(sentence, after) and _OF_THE_COUNTY.search(sentence))
        or _PAST_BEFORE.search(before)
        or _OF_OTHERS.search(before)
    )
