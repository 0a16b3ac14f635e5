"""Ett diarienummer är felskrivet, står inte i registret, eller bär inte det som svaret säger.

Varför: Med diarienumret kan läsaren begära ut handlingen. Ett nummer som inte kan finnas leder ingenstans. Regeln lär
sig formen av registret (kallor.yaml) och av redovisningens egna nummer, och visar det som avviker med det troliga
rätta: Skift och 7 ger snedstreck, så RUN7113/2022 ska vara RUN/113/2022. Utan register jämför den numren med varandra:
två som nästan är lika och handlar om samma sak, ett som två projekt har, flera sätt att skriva dem, ett år som inte
kan vara rätt eller är yngre än beslutet intill. Finns det ett register ska numret stå där.
En tjänsteskrivelse eller kallelse är ett förslag och inget beslut, och ett beslut som är yngre än redovisningens år
är inte årets resultat.

Fel: Planen (RUN7113/2022) antogs i juni.
Fel: Serviceprogrammet (RUN/118/2024) antogs i juni. Serviceprogrammet (RUN/181/2024) styr bidragen.
Rätt: Planen (RUN/113/2022) antogs i juni.

Tillåt med skäl: tillåt: {diarienummer: Numret är en annan myndighets.}
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rapport.checks.cases.context import cut_off, lost_parts, lost_signs, misplaced
from rapport.checks.cases.numbers import by_letters, doubts, misread
from rapport.checks.cases.papers import of_two_papers
from rapport.checks.cases.projects import of_two_projects
from rapport.checks.cases.twins import twins
from rapport.checks.rule import Hit, Remark, svar_in_order
from rapport.domain.diarienummer import example, is_of_form
from rapport.domain.kalla import Kalla, Register
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Related, Severity
from rapport.nearest import slips

SEVERITY: Severity = "warning"
_RIGHT = r"([A-ZÅÄÖ]{2,5})/\d{1,5}/((?:19|20)\d\d)"
_SLIPPED = r"([A-ZÅÄÖ]{2,5})7(\d{1,4})[/7]((?:19|20)\d\d)"
_MENTION = (
    r"(?<![\w/])[A-ZÅÄÖa-zåäö]{2,5}"
    r"(?:(?: ?[/:.-] ?|7| )\d{1,5} ?[/7:.\\-]{1,2} ?\d{2,4}|/\d{1,5})(?![\w/]|[-:]\d)"
)
# What every mention has in it; only where it stands is a mention looked for.
_JOINT = r"[/7:.\\-] ?\d"
_LONGEST, _MOST = 30, 100
_DECIDED = r"(?i)\b(?:besluta|beslöt|beslut\b|antog|antagit|antagen|fastställ|godkän|bevilja)"
_PROPOSED = {"tjänsteskrivelse", "kallelse", "ansökan"}
_LIKE = 2  # as many signs may differ between a number and the one it was meant to be


def check(underlag: Underlag) -> Iterator[Remark]:
    """Yield every case number that is not written as it should be, or does not bear what the answer says."""
    svar_list = list(svar_in_order(underlag))
    prefixes = _prefixes(underlag.diarienummer or "").union(*map(_prefixes_in, svar_list))
    papers: dict[str, list[Kalla]] = {}
    for kalla in underlag.kallor.kallor:
        papers.setdefault(kalla.diarienummer or "", []).append(kalla)
    papers.pop("", None)
    said: set[tuple[str, int]] = set()
    for remark in _by_themselves(underlag, svar_list, papers, prefixes):
        said.add((remark.fraga or "", remark.start or 0))
        yield remark
    numbered = [svar for svar in svar_list if re.search(r"\d", svar.text)]
    groups = by_letters(numbered)
    unread = [doubt for svar in numbered for doubt in misread(svar)]
    unread += [doubt for svar in numbered for doubt in (*lost_signs(svar, groups), *cut_off(svar, groups))]
    unread += [doubt for svar in svar_list for doubt in lost_parts(svar, numbered)]
    for doubt in (
        *unread,
        *of_two_papers(groups),
        *doubts(groups, underlag.ar),
        *twins(groups),
        *misplaced(groups, underlag.ar),
        *of_two_projects(groups),
    ):
        hit, other = doubt.case.hit, doubt.other
        is_known = bool(papers) and other is not None  # a register tells better which of two is right
        if not is_known and (hit.svar.fraga, hit.start) not in said:
            said.add((hit.svar.fraga, hit.start))
            related = (other.hit,) if other else ()
            yield hit.remark(doubt.message, doubt.hint, related=related, severity=None if doubt.is_sure else "info")


def _by_themselves(
    underlag: Underlag, svar_list: Sequence[Svar], papers: dict[str, list[Kalla]], prefixes: frozenset[str]
) -> Iterator[Remark]:
    """Yield what is wrong with a number by itself, or held against the register."""
    register = underlag.kallor
    for hit in (hit for svar in svar_list for hit in _mentions(svar)):
        number = hit.excerpt
        if number in papers:
            yield from _borne(hit, papers[number], underlag.ar)
        elif re.fullmatch(_RIGHT, number) or is_of_form(number, register.monster):
            yield from _unknown(hit, register, papers, underlag)
        elif _is_wrong(number, prefixes):
            right = _probable(number, papers)
            hint = f"Ska det vara {right}? Kontrollera mot handlingen." if right else "Skriv det som handlingens."
            yield hit.remark(f"Diarienumret ”{number}” är felskrivet.", hint)


def _mentions(svar: Svar) -> tuple[Hit, ...]:
    return svar.remember(("diarienummer", "mentions"), lambda: tuple(islice(_find_mentions(svar), _MOST)))


def _find_mentions(svar: Svar) -> Iterator[Hit]:
    end = 0
    for joint in re.finditer(_JOINT, svar.text):
        first = max(end, joint.start() - _LONGEST)
        match = re.compile(_MENTION).search(svar.text, first, joint.start() + _LONGEST)
        if match and match.start() <= joint.start():
            end = match.end()
            yield Hit(svar, *match.span())


def _prefixes_in(svar: Svar) -> frozenset[str]:
    return svar.remember(("diarienummer", "prefixes"), lambda: _prefixes(svar.text))


def _prefixes(text: str) -> frozenset[str]:
    """Return what the case numbers in a text begin with."""
    return frozenset(match[1] for match in re.finditer(_RIGHT, text))


def _borne(hit: Hit, papers: list[Kalla], ar: int | None) -> Iterator[Remark]:
    """Yield a finding where the papers of a case are not what the answer makes of them."""
    sentence = next(s for s in hit.svar.meningar if s.start <= hit.start < s.end)
    related = [Related(kalla.place) for kalla in papers]
    decided = [kalla.datum for kalla in papers if kalla.slag == "beslut" and kalla.datum]
    if all(kalla.slag in _PROPOSED for kalla in papers) and re.search(_DECIDED, sentence.text):
        message = f"Av {hit.excerpt} har registret bara {papers[0].slag}, alltså ett förslag och inget beslut."
        hint = "Lägg till beslutet i kallor.yaml, eller skriv att det är ett förslag."
        yield hit.remark(message, hint, related=related)
    elif ar and decided and min(decided).year > ar:
        message = f"{hit.excerpt} beslutades {min(decided)}, efter det år som redovisas."
        yield hit.remark(message, f"Räkna det inte till {ar} års resultat.", related=related)


def _unknown(hit: Hit, register: Register, known: dict[str, list[Kalla]], underlag: Underlag) -> Iterator[Remark]:
    """Yield a finding for a number that no paper has, or that cannot be a paper's."""
    number = hit.excerpt
    year = re.search(r"(?:19|20)\d\d$", number)
    if year and underlag.ar and int(year[0]) > underlag.ar + 1:
        message = f"Diarienumret {number} har ett år som ligger efter redovisningen."
        meant = _nearest(number, known)
        hint = f"Menades {meant} ({known[meant][0].titel})?" if meant else "Kontrollera numret mot handlingen."
        yield hit.remark(message, hint)
    elif known and number != underlag.diarienummer:
        right = _nearest(number, known)
        hint = f"Menades {right} ({known[right][0].titel})?" if right else "Lägg till handlingen i kallor.yaml."
        yield hit.remark(f"Diarienumret {number} står inte i kallor.yaml.", hint)
    elif register.monster and not is_of_form(number, register.monster):
        message = f"Diarienumret ”{number}” har inte regionens form."
        yield hit.remark(message, f"Formen är {example(register.monster[0])}.")


def _is_wrong(number: str, prefixes: frozenset[str]) -> bool:
    letters = re.match(r"[^\W\d_]+", number)
    prefix = letters[0] if letters else ""
    is_ours = prefix.upper() in prefixes and (prefix.isupper() or "/" in number)
    return bool(re.fullmatch(_SLIPPED, number)) or is_ours


def _probable(number: str, known: dict[str, list[Kalla]]) -> str | None:
    """Return what was most likely meant, when the letters, the number and the year can be told."""
    if match := re.fullmatch(_SLIPPED, number) or re.fullmatch(
        r"([^\W\d_]{2,5})\W*(\d{1,5})(?:\W+|7)((?:19|20)\d\d)", number
    ):
        return f"{match[1].upper()}/{match[2]}/{match[3]}"
    return _nearest(number, known)


def _nearest(number: str, known: dict[str, list[Kalla]]) -> str | None:
    """Return the registered number that differs least, when it differs in at most two signs."""
    distance, other = min(((slips(number, other, _LIKE), other) for other in known), default=(_LIKE + 1, ""))
    return other if distance <= _LIKE else None
