"""Results told with another year than the report's: one that has been, or one in which nothing could be done yet."""

import re
from collections.abc import Iterator

from rapport.checks.words import listed
from rapport.prose.numbers import MONTHS

BACK = 3  # years: what is further back is history
_YEAR = r"(?P<ar>20\d\d)(?![\d–-]| års\b)"
_SPANS = listed(
    "hela början slutet mitten inledningen första andra tredje fjärde senare sista halvåret kvartalet tertialet delen "
    "halvan av våren sommaren hösten vintern året år den månad"
)
_SPAN = rf"(?:(?:{'|'.join((*_SPANS, *MONTHS))}|\d\d?(?:[–-]\d\d?)?|(?:mån|tis|ons|tors|fre|lör|sön)dagen) )"
_PREPOSITION = r"(?:under|i|den|år|våren|sommaren|hösten|vintern|(?:mån|tis|ons|tors|fre|lör|sön)dagen) "
# A time with its year; the words before it and behind it say what it is to the report.
_TIME = re.compile(rf"(?:^|\b(?i:{_PREPOSITION}){_SPAN}{{0,5}}){_YEAR}")
# A time that begins a clause, and then the verb: Swedish lets nothing else come between.
_BEGINS = re.compile(r"(?:^|[;:] |, och |, men )$")
_VERB = re.compile(r" ([a-zåäö]+)\b(?! ing(?:a|en|et)\b)")
_VERB_BEFORE = re.compile(r"\b([a-zåäö]+)(?: i [A-ZÅÄÖ]\w+)? $")
_HAS, _SUPINE_NEXT = re.compile(r"\bhar (?:\w+ ){0,2}$"), re.compile(r" [a-zåäö]+(?:t|ts)\b")
_OF_RESULTS = re.compile(r"\b(?:[Pp]restation|[Ee]ffekt)(?:er|erna|en)? (?:för |från )?$")
_SINCE = re.compile(r"\b[Ss]edan (?:\w+ ){0,2}(?P<ar>20\d\d)(?!\d)")
# What binds another year to words for this one.
_HELD = r"(?:hölls|genomfördes|arrangerades|anordnades|invigdes|ägde rum)"
_THIS_YEAR = re.compile(
    r"(?:\b(?:under året|i år),? |\b[Uu]nder året [^.;:]{0,60}, (?:den|det|varav den) (?:första|andra|sista|senaste) "
    rf"|\b[Åå]rets \w+ (?:\w+ ){{0,2}}{_HELD} )$"
)
_THIS_YEARS = re.compile(rf" {_HELD} årets\b")
_REPORTED = re.compile(
    r"\b(?:[Hh]ittills i år,? till och med (?:\w+ ){0,3}"
    rf"|(?:[Dd]enna r|[Dd]en här r|[Rr])edovisning(?:en)? (?:avser|gäller|omfattar) (?:\w+ )?){_YEAR}"
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
    r"\b(?:genomför|håll|starta|invig|bevilja|arrangera|anordna|samla|deltag|öppna|avsluta|behandla|utbilda|besök|publicera"
    r"|slutför|träffa|erbjud|antag|lansera)(?:i?ts?)\b"
)
_DECIDED = frozenset(
    listed(
        "beviljades antogs beslutades godkändes fastställdes slutredovisades undertecknades tecknades stiftades hölls"
    )
)
_DAY = re.compile(rf"\b(?:den )?\d{{1,2}} (?:{'|'.join(MONTHS)}) (?P<ar>20\d\d)(?![\d–-])")
_OF_THIS_YEAR = re.compile(r"^(?:Årets|Under året|I år)\b|\bårets\b(?! (?:slut|sista|redovisning|bokslut|utgång))")
# What makes the day one of what came of it, or one to come.
_NOT_OF_IT = re.compile(
    r"[;:]|, (?:som|vilke[tn]|där|men|medan|och)\b|\b(?:ska|kommer|väntas|planer\w*|inför|efter|därefter|sedan|trädde"
    r"|nästa|till och med|fram till|senast|förläng\w*|slut|årsskiftet|årsredovisning\w*|redovisning\w*|bokslut\w*"
    r"|följande|redan|först|som)\b"
)
# The first weeks of the next year have been when the report is handed in.
_EARLY = re.compile(r"januari|februari|början|inledning|vinter|första", re.IGNORECASE)
# A day to come that has been: the report is handed in after its year, and what has still to be done is not done before.
_DUE = re.compile(
    rf"\b(?:(?P<report>[Rr]edovisning(?:en)?\b[^.;]{{0,120}}? lämnas\b[^.;]{{0,140}}?\bsenast)"
    rf"|(?:lämnas|redovisas|presenteras|öppnar|startar) senast"
    r"|(?:väntas|beräknas|förväntas|planeras)(?: (?:bli|vara) klara?| komma| ske| lämnas| presenteras)?"
    r"(?: i| till| under| senast)"
    rf"|(?:ska|kommer att) (?:vara klar|lämnas|slutrapporteras|redovisas|avslutas|presenteras|öppna|starta|invigas"
    rf"|beslutas|antas|färdigställas)(?: in)?(?: senast| under| till)?"
    rf"|[Nn]ästa (?:\w+ ){{1,2}}(?:hålls|öppnar|sker|startar|börjar))"
    rf" (?:den |i )?(?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS)}|våren|sommaren|hösten|vintern) )?(?P<ar>20\d\d)\b(?![–-])"
)
_OF_YEAR = re.compile(r"\b(?:för|av|avseende) (?:år )?(?P<ar>20\d\d)")
_TO_GOVERNMENT = re.compile(r"\b[Rr]egering|[Dd]enna redovisning|[Dd]en här redovisning")
_WAS_DUE = re.compile(
    r"\b(?:enligt|beslutade|skulle|lämnades|vilket|skjut\w*|sköt\w*|försen\w*|ursprunglig\w*|att (?:\w+ ){1,4}ska)\b|”"
)
# What leads from a result to what came of it.
_LED_ON = re.compile(
    r"till grund|grunden för|bygg(?:er|de)|följ\w+ upp|uppfölj|ledde till|resultera|lett till|utgångspunkt|utgör"
    r"|underlag|\bvisar?|visade|enkät|undersökning|utvärdering|\bsenare\b|\bsedan\b|fortsatt|fortsätt|förstud"
    r"|använ[dt]s|bakgrund",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:Den|Det|De|Denna|Detta|Dessa|Resultate[nt]) (?:har|är|visa|används)")


def bound_to_this_year(sentence: str, ar: int) -> tuple[int, int] | None:
    """Return where another year stands with words for this one: ”under året, i maj 2023”."""
    for match in _TIME.finditer(sentence):
        if _is_another(match, ar):
            if before := _THIS_YEAR.search(sentence[: match.start()]):
                return before.start(), match.end()
            if _THIS_YEARS.match(sentence, match.end()):
                return match.span()
    return next((m.span() for m in _REPORTED.finditer(sentence) if _is_another(m, ar)), None)


def _is_another(match: re.Match[str], ar: int) -> bool:
    """Whether a year is a slip for the report's: next year's may as well be a plan."""
    return ar - 2 * BACK <= int(match["ar"]) < ar or int(match["ar"]) > ar + 1


def after_the_year(sentence: str, ar: int) -> tuple[int, int] | None:
    """Return where a day of next year is told as one of this: ”årets projekt beviljades medel den 20 januari …”."""
    if str(ar + 1) not in sentence:
        return None
    this = _OF_THIS_YEAR.search(sentence)
    for match in _DAY.finditer(sentence, this.end()) if this else ():
        between = sentence[this.end() : match.start()] if this else ""
        verbs = [word for word in re.findall(r"[a-zåäö]+", between) if word in _DONE | _BEGUN | _DECIDED]
        if int(match["ar"]) == ar + 1 and verbs and not _NOT_OF_IT.search(f"{between} {sentence[match.end() :]}"):
            return match.span()
    return None


def been_due(sentence: str, ar: int) -> tuple[int, int] | None:
    """Return where something to be done is dated in the past: ”redovisningen lämnas senast den 21 februari 2025”."""
    for match in _DUE.finditer(sentence):
        of_year = _OF_YEAR.search(match[0])
        is_ours = match["report"] and _TO_GOVERNMENT.search(sentence)
        last = (int(of_year["ar"]) if of_year else ar) if is_ours else ar - 1
        if ar - BACK <= int(match["ar"]) <= last and (is_ours or not _WAS_DUE.search(sentence)):
            return match.span("ar")
    return None


def not_yet(sentence: str, ar: int) -> tuple[int, int] | None:
    """Return where something is told as done at a time when the report had been handed in."""
    for match in _TIME.finditer(sentence):
        year = int(match["ar"])
        if year <= ar or (year == ar + 1 and _EARLY.search(match[0])):
            continue
        before, after = sentence[: match.start()], _VERB.match(sentence, match.end())
        if after and _BEGINS.search(before) and _is_done(after[1], sentence[after.end() :], match[0]):
            return match.span()
        if (verb := _VERB_BEFORE.search(before)) and verb[1] in _DONE | _BEGUN:
            return verb.start(), match.end()
    since = next((m for m in _SINCE.finditer(sentence) if int(m["ar"]) > ar + 1), None)
    return since.span() if since else None


def _is_done(verb: str, rest: str, time: str) -> bool:
    if verb in {"har", "hade"}:
        return bool(_SUPINE.search(rest.partition(",")[0]))
    is_bare = len(time.split()) <= 2  # noqa: PLR2004 - a preposition and the year
    return verb in _DONE or (verb in _BEGUN and not is_bare)


def been(sentence: str, ar: int) -> Iterator[re.Match[str]]:
    """Yield each place where a result is told with one of the years before; what leads on to this year is none."""
    if _LED_ON.search(sentence):
        return
    for match in _TIME.finditer(sentence):
        if ar - BACK <= int(match["ar"]) < ar and _is_result(
            sentence[: match.start()], match[0], sentence[match.end() :]
        ):
            yield match


def _is_result(before: str, time: str, after: str) -> bool:
    """Whether the words around a time make it that of something done."""
    verb = _VERB.match(after)
    if verb and _BEGINS.search(before) and (verb[1] in _DONE or verb[1] == "har"):
        return True
    is_perfect = time.startswith("under ") and _HAS.search(before) and _SUPINE_NEXT.match(after)
    return bool(is_perfect or _OF_RESULTS.search(before))


def goes_on(sentence: str) -> bool:
    """Whether a sentence says what has become of what the one before it told."""
    return bool(_GOES_ON.match(sentence))


def leads_on(sentence: str) -> bool:
    """Whether a sentence speaks of what something led to."""
    return bool(_LED_ON.search(sentence))
