"""Ett klockslag, en vecka, ett kvartal eller ett halvår finns inte, eller är inte så långt som det sägs.

Varför: Ett dygn har 24 timmar, ett år fyra kvartal, tre tertial, två halvår och 52 eller 53 veckor. ”Kl. 25.00”,
”vecka 54” och ”femte kvartalet” är felskrivna, och läsaren vet inte vad som menas. Står månader eller en dag bredvid
ett kvartal, ett halvår eller en årstid ska de höra dit: juli–september är det tredje kvartalet, och mars är inte höst.
”Tre år (2020–2025)” och ”maj–september, alltså sex månader” går inte heller ihop.

Fel: Mötet började kl. 25.00 i vecka 54, under det fjärde kvartalet (juli–september).
Rätt: Mötet började kl. 15.00 i vecka 34, under det tredje kvartalet (juli–september).

Tillåt med skäl: tillåt: {omojlig-tid: Q5 2025 är namnet på ett program.}
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from rapport.checks.reckoning.spans import wrong_spans
from rapport.checks.reckoning.tables import tables_of
from rapport.checks.rule import Hit, Remark
from rapport.checks.time.seasons import outside, rows_outside
from rapport.checks.words import listed, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_MOST = 100
_CLOCK = re.compile(
    r"\b[Kk](?:l\.?|lockan)[ \u00a0](?:\d{1,2}(?:[.:]\d\d)?[ \u00a0]?[–-][ \u00a0]?)?"
    r"(?P<t>(?P<h>\d{1,2})(?:[.:](?P<m>\d\d))?)(?![\d:%]|[.,]\d|[ \u00a0]%)"
)
_HOUR_SIGNS = ("l. ", "l.\u00a0", "kl ", "Kl ", "lockan ")
_HOURS, _MINUTES = 24, 59
_ORDINALS = listed("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde")
_NUMBER = rf"\b(?P<tal>(?i:{'|'.join(_ORDINALS)})) "
_PARTS_OF_A_YEAR = (
    *("kvartal", "Kvartal", "ertial", "halvår", "Q"),
    *("våren", "sommaren", "hösten", "vintern", "våras", "somras", "höstas", "vintras"),
)
_PARTS = {"kvartal": 4, "tertial": 3, "halvår": 2}
_PART = re.compile(
    rf"(?:{_NUMBER}(?P<del>kvartal|tertial|halvår)et\b"
    r"|\b(?P<q>[Kk]vartal|[Tt]ertial) (?P<nr>\d)\b(?![.,:]?\d)|\bQ(?P<kort>\d)(?= 20\d\d\b))"
)
_WEEK = re.compile(
    r"\b(?:[Vv]ecka|[Vv]eckorna|v\.)[ \u00a0](?:\d{1,2}[–-])?(?P<v>5[4-9]|[6-9]\d)\b"
    r"(?![.,:]?\d|[ \u00a0](?:procent|%|kronor|kr)\b)"
)
_LONG_WEEK = re.compile(r"\b[Vv]ecka[ \u00a0]53(?: år|,)?[ \u00a0](?P<y>(?:19|20)\d\d)\b")
# What makes ”vecka” a length of time, with a number of something else behind it.
_A_WEEK = frozenset(listed("en per varje var varannan samma denna förra nästa sista första hel"))
_USUAL_WEEKS = 52


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every hour, week, quarter and half-year that there is none of."""
    if any(sign in svar.text for sign in _HOUR_SIGNS):
        yield from _hours(svar)
    if any(word in svar.text for word in _PARTS_OF_A_YEAR):
        yield from _parts_of_a_year(svar)
    for span in wrong_spans(svar.text):
        hit = Hit(svar, span.start, span.end)
        yield hit.remark(f"”{hit.excerpt}” går inte ihop: {span.told}.", "Rätta längden, eller början eller slutet.")
    if any(word in svar.text for word in ("ecka ", "ecka\u00a0", "eckorna", "v.")):
        yield from _weeks(svar)


def _matches(svar: Svar, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(svar.text), _MOST)


def _hours(svar: Svar) -> Iterator[Remark]:
    for match in _matches(svar, _CLOCK):
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if hour > _HOURS or minute > _MINUTES or (hour == _HOURS and minute):
            hit = Hit(svar, *match.span("t"))
            yield hit.remark(f"Klockslaget ”{hit.excerpt}” finns inte.", "Skriv timme och minut: kl. 13.30.")


def _parts_of_a_year(svar: Svar) -> Iterator[Remark]:
    for match in _matches(svar, _PART):
        number = _ORDINALS.index(match["tal"].lower()) + 1 if match["tal"] else int(match["nr"] or match["kort"])
        name = match["del"] or (match["q"] or "kvartal").lower()
        if not 1 <= number <= _PARTS[name]:
            message = f"”{match[0]}” finns inte: ett år har {_PARTS[name]} {name}."
            yield Hit(svar, *match.span()).remark(message, f"Skriv det {name} som menas.")
    in_rows = (
        one
        for table in tables_of(svar)
        for one in rows_outside(table.heading[0].text, [row[0][:2] for row in table.rows])
    )
    for one in (*outside(svar.text), *in_rows):
        hit = Hit(svar, one.start, one.end)
        yield hit.remark(f"”{hit.excerpt}” går inte ihop: {one.told}.", "Rätta tiden eller det som står intill.")


def _weeks(svar: Svar) -> Iterator[Remark]:
    for match in _matches(svar, _WEEK):
        hit = Hit(svar, *match.span())
        if not _A_WEEK.intersection(words_before(hit)):
            message = f"Vecka {match['v']} finns inte: ett år har 52 eller 53 veckor."
            yield hit.remark(message, "Skriv den vecka som menas.")
    for match in _matches(svar, _LONG_WEEK):
        if date(int(match["y"]), 12, 28).isocalendar().week == _USUAL_WEEKS:
            hit = Hit(svar, *match.span())
            yield hit.remark(f"{match['y']} har ingen vecka 53.", "Skriv vecka 52 eller vecka 1.")
