"""Results told with another year than the report's: one that has been, or one in which nothing could be done yet."""

import re
from collections.abc import Iterator
from functools import cache

from rapport.checks.dates import MONTH
from rapport.checks.words import listed

BACK = 3  # years: what is further back is history
_YEAR = r"20\d\d(?![\d–-]| års\b)"
_SPAN = (
    r"(?:(?:hela|början|slutet|mitten|inledningen|första|andra|tredje|fjärde|senare|sista|halvåret|kvartalet|tertialet"
    r"|delen|halvan|av|våren|sommaren|hösten|vintern|året|år|den|månad|\d\d?(?:[–-]\d\d?)?"
    rf"|(?:mån|tis|ons|tors|fre|lör|sön)dagen|{MONTH}) )"
)
_PREPOSITION = r"(?:under|i|den|år|våren|sommaren|hösten|vintern|(?:mån|tis|ons|tors|fre|lör|sön)dagen) "
# A time that begins a clause, and then the verb: Swedish lets nothing else come between.
_FRONT = re.compile(
    rf"(?:^|(?<=[;:] )|(?<=, och )|(?<=, men ))"
    rf"(?P<tid>(?:(?i:{_PREPOSITION}){_SPAN}{{0,5}})?(?P<ar>{_YEAR})) (?P<verb>[a-zåäö]+)\b(?! ing(?:a|en|et)\b)"
)
_BEHIND = re.compile(rf"\b(?P<verb>[a-zåäö]+)(?: i [A-ZÅÄÖ]\w+)? (?P<tid>{_PREPOSITION}{_SPAN}{{0,5}}(?P<ar>{_YEAR}))")
_PERFECT = re.compile(
    rf"\bhar (?:[\wåäö]+ ){{0,2}}(?P<tid>under {_SPAN}{{0,4}}(?P<ar>{_YEAR}))(?= [a-zåäö]+(?:t|ts)\b)"
)
_NOUN = re.compile(
    rf"\b(?P<tid>(?:[Pp]restation|[Ee]ffekt)(?:er|erna|en)? (?:under|för|från) {_SPAN}{{0,4}}(?P<ar>{_YEAR}))"
)
_SINCE = re.compile(rf"\b(?P<tid>[Ss]edan {_SPAN}{{0,4}}(?P<ar>{_YEAR}))")
# What binds another year to words for this one.
_HELD = r"(?:hölls|genomfördes|arrangerades|anordnades|invigdes|ägde rum)"
_THIS_YEAR = tuple(
    re.compile(rf"(?P<tid>{before}{_SPAN}{{0,4}}(?P<ar>{_YEAR})){after}")
    for before, after in (
        (rf"\b(?:under året|i år),? {_PREPOSITION}", ""),
        (rf"\b[Uu]nder året [^.;:]{{0,60}}, (?:den|det|varav den) (?:första|andra|sista|senaste) {_PREPOSITION}", ""),
        (rf"\b[Åå]rets \w+ (?:\w+ ){{0,2}}{_HELD} {_PREPOSITION}", ""),
        (rf"\b(?i:{_PREPOSITION})", rf"(?= {_HELD} årets\b)"),
        (r"\b[Hh]ittills i år,? till och med ", ""),
        (r"\b(?:[Dd]enna r|[Dd]en här r|[Rr])edovisning(?:en)? (?:avser|gäller|omfattar) (?:verksamhetsåret )?", ""),
    )
)
# What a report counts as done in its year; what began, was founded or decided may as well be history.
_DONE = frozenset(
    listed(
        "genomfördes genomförde anordnades anordnade arrangerades arrangerade beviljades beviljade behandlades "
        "behandlade erbjöds erbjöd besöktes besökte utbildades utbildade samlades samlade deltog fördelades fördelade "
        "utbetalades publicerades publicerade slutfördes slutförde avslutades avslutade invigdes invigde träffades "
        "träffade möttes prövades prövade registrerades rekryterades rekryterade handlades inkom hölls höll"
    )
)
_BEGUN = frozenset(
    listed(
        "lanserades lanserade öppnades öppnade startades startade påbörjades påbörjade fastställdes bildades "
        "beslutades beslutade infördes införde inrättades inleddes inledde antogs antog togs skedde lämnades "
        "överlämnades färdigställdes"
    )
)
_SUPINE = re.compile(
    r"\b(?:genomförts?|hållits?|startats?|invigts?|beviljats?|arrangerats?|anordnats?|samlats?|deltagit|öppnats?"
    r"|avslutats?|behandlats?|utbildats?|besökts?|publicerats?|slutförts?|träffats?|erbjudits?|antagits?|lanserats?)\b"
)
# The first weeks of the next year have been when the report is handed in.
_EARLY = re.compile(r"januari|februari|början|inledning|vinter|första", re.IGNORECASE)
# What leads from a result to what came of it.
_LED_ON = re.compile(
    r"till grund|grunden för|bygger|byggde|följ\w+ upp|uppfölj|ledde till|resultera|lett till|utgångspunkt|utgör"
    r"|underlag|\bvisar?|visade|enkät|undersökning|utvärdering|\bsenare\b|\bsedan\b|fortsatt|fortsätt|förstud|används|använts|bakgrund",
    re.IGNORECASE,
)


def bound_to_this_year(sentence: str, ar: int) -> tuple[int, int] | None:
    """Return where another year stands with words for this one: ”under året, i maj 2023”."""
    for pattern in _THIS_YEAR:
        for match in pattern.finditer(sentence):
            year = int(match["ar"])
            if ar - 2 * BACK <= year < ar or year > ar + 1:
                return match.span("tid")
    return None


def not_yet(sentence: str, ar: int) -> tuple[int, int] | None:
    """Return where something is told as done at a time when the report had been handed in."""
    for match in _FRONT.finditer(sentence):
        if _is_after(match, ar) and _is_done(match["verb"], sentence[match.end() :], is_bare=_is_bare(match["tid"])):
            return match.span("tid")
    for match in _BEHIND.finditer(sentence):
        if _is_after(match, ar) and match["verb"] in _DONE | _BEGUN:
            return match.start("verb"), match.end("tid")
    since = next((m for m in _SINCE.finditer(sentence) if int(m["ar"]) > ar + 1), None)
    return since.span("tid") if since else None


def _is_after(match: re.Match[str], ar: int) -> bool:
    year = int(match["ar"])
    return year > ar + 1 or (year == ar + 1 and not _EARLY.search(match["tid"]))


def _is_bare(time: str) -> bool:
    """Whether a year is named without any part of it."""
    return len(time.split()) <= 2  # noqa: PLR2004 - a preposition and the year


def _is_done(verb: str, rest: str, *, is_bare: bool) -> bool:
    if verb in {"har", "hade"}:
        return bool(_SUPINE.search(rest.partition(",")[0]))
    return verb in _DONE or (verb in _BEGUN and not is_bare)


def been(sentence: str, ar: int) -> Iterator[re.Match[str]]:
    """Yield each place where a result is told with one of the years before; what leads on to this year is none."""
    if not _has_been(ar).search(sentence) or _LED_ON.search(sentence):
        return
    for match in _FRONT.finditer(sentence):
        if match["verb"] in _DONE or match["verb"] == "har":
            yield match
    yield from _PERFECT.finditer(sentence)
    yield from _NOUN.finditer(sentence)


@cache
def _has_been(ar: int) -> re.Pattern[str]:
    return re.compile("|".join(str(ar - back) for back in range(1, BACK + 1)))


def leads_on(sentence: str) -> bool:
    """Whether a sentence says what came of what the one before it told."""
    return bool(_LED_ON.search(sentence)) or bool(
        re.match(r"(?:Den|Det|De|Denna|Detta|Dessa|Resultate[nt]) (?:har|är|visa|används)", sentence)
    )
