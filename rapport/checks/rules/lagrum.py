"""En lag eller förordning har fel nummer, fel slag eller paragrafer som den inte har.

Varför: Regeringskansliet slår upp det som åberopas. Regeln jämför nummer, slag (lag eller förordning), rubrik, kapitel
och paragrafer med de författningar som rör regional utveckling, och för dem som redovisningen bygger på också vad
paragraferna säger: att den lämnas den 21 februari står i 4 § förordningen (2024:99). Om författningar som den inte
känner säger den bara hur numret skrivs. I nio miljoner tecken pressmeddelanden och uppdrag från Regeringskansliet gav
regeln ingen felaktig anmärkning. Källa: Svensk författningssamling, september 2025.

Fel: Enligt 14 § förordningen (2024:99) och lagen om regionalt utvecklingsansvar (2010:360).
Rätt: Enligt 7 § förordningen (2024:99) och lagen (2010:630) om regionalt utvecklingsansvar.

Fel: Beslutet fattades med stöd av kommunallagen (1991:900).
Rätt: Beslutet fattades med stöd av kommunallagen (2017:725).

Tillåt med skäl: tillåt: {lagrum: Beslutet fattades med stöd av den äldre lagen.}
"""

import re
from collections.abc import Iterator

from rapport.checks.by_line import by_line
from rapport.checks.law.acts import Cited, acts
from rapport.checks.law.eu_acts import eu_remarks
from rapport.checks.law.named_acts import named_acts, of_other_kind
from rapport.checks.law.sections import elsewhere, wrong_days
from rapport.checks.law.titles import (
    begins_alike,
    has_title,
    is_of_none,
    of_former_task,
    of_no_act,
    of_other,
    title_places,
)
from rapport.checks.rule import Hit, Remark
from rapport.checks.time.past import is_past, sentence_of
from rapport.domain.akter import Akt, akter
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.nearest import slips

SEVERITY: Severity = "warning"
_NUMBER = re.compile(r"(?:1[789]|20)\d\d:[1-9]\d{0,3}")
_GENERIC = ("lag", "förordning")
_OF_EU = re.compile(r"\b(?:EU|EG|EU:s|kommission\w*|rådets|[Ee]uropaparlament\w*|delegerad\w*)\b")
_CORE = ("2024:99", "2010:630", "2017:583")  # what every report builds on: two digits swapped are one of these
_UNIQUE = _CORE[:2]  # no other act has ever had their titles
_LONG_WORD = 12
_HALF = 2  # digits may differ where the year or the number is right
_OTHER = {"lag": "förordning", "förordning": "lag"}
_TASK = "Skriv regionalt utvecklingsarbete, eller säg att det gäller tiden före 2024."
_FORM = "Skriv året med fyra siffror, kolon och löpnumret: 2024:99."


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield one remark for each act that is cited wrong: the first thing that is wrong with it."""
    yield from _swedish(svar, redovisning)
    yield from eu_remarks(svar, redovisning.ar or redovisning.mall.ar)


@by_line
def _swedish(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield one remark for each Swedish act that is cited wrong."""
    ar = redovisning.ar or redovisning.mall.ar
    for cited in acts(svar):
        if remark := _remark(svar, cited, ar) or _elsewhere(svar, cited):
            yield remark
    for akt, cited in named_acts(svar):
        whole = Hit(svar, cited.start, cited.end)
        if (
            remark := _renamed(whole, akt, ar)
            or _old(whole, akt, ar)
            or _beyond(svar, cited, akt)
            or _elsewhere(svar, cited)
        ):
            yield remark
    for akt, whole in of_other_kind(svar):
        yield whole.remark(
            f"Ingen {_OTHER[akt.slag]} heter så: {akt.nummer} är en {akt.slag}.", f"Skriv {akt.bestamd}."
        )
    for hit, meant in of_no_act(svar):
        yield hit.remark(f"Ingen författning heter ”{hit.excerpt}”.", f"Menas {meant.bestamd}?")
    for hit in of_former_task(svar, ar):
        yield hit.remark(f"”{hit.excerpt}” heter i förordningen (2017:583) numera regionalt utvecklingsarbete.", _TASK)


def _elsewhere(svar: Svar, cited: Cited) -> Remark | None:
    """Return a remark on a section that is cited for what another section says, or on the wrong day of the report."""
    for hit in wrong_days(svar, cited):
        return hit.remark(
            "Redovisningen lämnas enligt 4 § förordningen (2024:99) senast den 21 februari.", "Skriv 21 februari."
        )
    if found := elsewhere(svar, cited):
        named = f"{akter()[cited.nummer].namn}en ({cited.nummer})"
        message = f"”{found.words}” står i {found.right} § {named}, inte i {found.hit.excerpt}."
        return found.hit.remark(message, f"Skriv {found.right} §, eller kontrollera vad som menas.")
    return None


def _renamed(whole: Hit, akt: Akt, ar: int) -> Remark | None:
    """Return a remark on an act that is called by the title that it had before."""
    title, until = akt.rubrik_fore or ("", 0)
    is_old = title and whole.excerpt.lower() == f"{akt.namn}en {title}"
    if not is_old or akt.rubrik.startswith(title) or ar < until or is_past(whole, until):
        return None
    return whole.remark(f"{akt.nummer} heter sedan {until} inte ”{title}”.", f"Skriv {akt.bestamd}.")


def _remark(svar: Svar, cited: Cited, ar: int) -> Remark | None:
    number = Hit(svar, cited.number_start, cited.number_start + len(cited.nummer))
    if not _NUMBER.fullmatch(cited.nummer):
        return _malformed(number, cited)
    akt = akter().get(cited.nummer)
    if akt is None:
        return _unknown(number, cited, ar)
    whole = Hit(svar, cited.start, cited.end)
    return (
        _wrong_kind(whole, cited, akt)
        or _wrong_title(number, cited, akt, ar)
        or _old(whole, akt, ar)
        or _beyond(svar, cited, akt)
    )


def _malformed(number: Hit, cited: Cited) -> Remark | None:
    """Return a remark on what is no number of Svensk författningssamling; None where it may be another's, as EU's."""
    digits = re.findall(r"\d+", cited.nummer)
    right = f"{digits[0]}:{digits[1].lstrip('0')}"
    before = number.svar.text[max(0, cited.start - 60) : number.start]
    if ":" not in cited.nummer and ((cited.slag != "lag" and right not in akter()) or _OF_EU.search(before)):
        return None
    if not re.fullmatch(_NUMBER, right):
        right = _meant(cited) or _nearest(right, akter()) or ""
    message = f"”{number.excerpt}” är inte skrivet som ett nummer i Svensk författningssamling."
    hint = f"Menas {akter()[right].bestamd}?" if right in akter() else _FORM
    return number.remark(message, hint, fix=right if right.replace(":", "") == "".join(digits) else None)


def _unknown(number: Hit, cited: Cited, ar: int) -> Remark | None:
    """Return a remark on a number that is not that of the act that is named with it."""
    if int(cited.nummer[:4]) > max(ar + 1, 2027):
        return number.remark(f"Året i ”{cited.nummer}” har inte varit.", "Kontrollera numret.")
    if not (meant := _meant(cited)):
        return None
    akt = akter()[meant]
    message = f"{akt.utan_nummer[0].upper()}{akt.utan_nummer[1:]} har inte nummer {cited.nummer}."
    now = f" Sedan {akt.till} gäller {akter()[akt.ersatt_av].bestamd}." if akt.ersatt_av else ""
    return number.remark(message, f"Skriv {akt.bestamd}.{now}", fix=meant if _is_slip(cited.nummer, meant) else None)


def _meant(cited: Cited) -> str | None:
    """Return the number of the act that has the name or the title that is cited, or nearly the number.

    One in force goes first; one that is no more has to have nearly the number and the whole title.
    """
    for nummer, akt in akter().items():
        if akt.ersatt_av:
            continue
        is_kind = cited.slag == akt.namn or (not cited.slag and akt.rubrik)
        is_named = is_kind and (not akt.rubrik or has_title(cited, akt.rubrik))
        # Another number may be that of an older act of the same name, or of a newer one than we know.
        if is_named and (nummer in _UNIQUE or not _NUMBER.fullmatch(cited.nummer) or _is_slip(cited.nummer, nummer)):
            return nummer
        if is_kind and akt.rubrik and begins_alike(cited, akt.rubrik) and _is_slip(cited.nummer, nummer):
            return nummer
    core = next((nummer for nummer in _CORE if _is_nearly(cited.nummer, nummer)), None)
    for nummer, akt in akter().items():
        is_former = akt.ersatt_av and akt.rubrik and cited.slag == akt.namn and has_title(cited, akt.rubrik)
        if is_former and len(akt.rubrik.split()) > _HALF and _is_slip(cited.nummer, nummer):
            return nummer
    is_told = not cited.rubrik or "regional" in cited.rubrik or (core and _shares_title(cited, core))
    return core if core and is_told and akter()[core].slag == cited.slag else None


def _shares_title(cited: Cited, nummer: str) -> bool:
    """Whether an act is cited with the first word of a title, so long that no other act's begins so."""
    first = cited.rubrik.split()[1:2]
    return bool(first) and len(first[0]) >= _LONG_WORD and akter()[nummer].rubrik.split()[1:2] == first


def _is_nearly(one: str, other: str) -> bool:
    """Whether a number is another with two digits turned, or one digit other, lost or too many."""
    is_turned = sorted(one) == sorted(other) and _is_slip(one, other)
    return is_turned or slips(one, other, 1) <= 1


def _is_slip(one: str, other: str) -> bool:
    """Whether a number is another with a slip of the pen: in one digit or two, or in the year or the number alone."""
    most = 1 if set(one.split(":")).isdisjoint(other.split(":")) else _HALF
    return slips(one, other, most) <= most


def _nearest(number: str, known: dict[str, Akt]) -> str | None:
    return next((one for one in known if _is_slip(number, one)), None)


def _wrong_kind(whole: Hit, cited: Cited, akt: Akt) -> Remark | None:
    if cited.slag in _GENERIC and akt.slag in _GENERIC and cited.slag != akt.slag:
        kinds = {"lag": "en lag", "förordning": "en förordning"}
        message = f"{akt.nummer} är {kinds[akt.slag]}, inte {kinds[cited.slag]}."
        return whole.remark(message, f"Skriv {akt.bestamd}.")
    if cited.slag not in _GENERIC and cited.slag != akt.namn and cited.slag:
        others = [one for one in akter().values() if one.namn == cited.slag and not one.ersatt_av]
        if others:
            return whole.remark(f"{akt.nummer} är {akt.utan_nummer}.", f"Skriv {others[0].bestamd}.")
    return None


def _wrong_title(number: Hit, cited: Cited, akt: Akt, ar: int) -> Remark | None:
    """Return a remark on a title that is another act's, or that this one had before."""
    if not cited.rubrik or cited.slag not in _GENERIC:
        return None
    title, until = akt.rubrik_fore or ("", 0)
    places = title_places(number.svar, cited, akt)
    if title and has_title(cited, title):
        if ar < until or is_past(number, until):
            return None
        message = f"{akt.nummer} heter sedan {until} inte ”{title}”."
        return number.remark(message, f"Skriv {akt.bestamd}.", related=places)
    other = None if akt.rubrik and has_title(cited, akt.rubrik) else of_other(cited, akt)
    if other or (is_of_none(cited, akt) and not is_past(number, ar)):
        hint = f"Menas {other.bestamd}?" if other else f"Skriv {akt.bestamd}, eller rätta numret."
        return number.remark(f"{akt.nummer} är {akt.utan_nummer}.", hint, related=places)
    return None


def _old(whole: Hit, akt: Akt, ar: int) -> Remark | None:
    if not akt.till or not akt.ersatt_av or ar < akt.till or is_past(whole, akt.till):
        return None
    if akt.ersatt_av in sentence_of(whole).text:
        return None
    message = f"{akt.bestamd[0].upper()}{akt.bestamd[1:]} gäller inte längre."
    hint = f"Sedan {akt.till} gäller {akter()[akt.ersatt_av].bestamd}."
    return whole.remark(message, hint)


def _beyond(svar: Svar, cited: Cited, akt: Akt) -> Remark | None:
    """Return a remark on a chapter or a section that an act does not have."""
    sections = Hit(svar, *cited.sections)
    named = f"{akt.namn}en ({akt.nummer})"
    if cited.kapitel and not akt.har_kapitel:
        return sections.remark(f"{named[0].upper()}{named[1:]} är inte indelad i kapitel.", "Ange bara paragrafen.")
    if akt.sista is None:
        return None
    if akt.har_kapitel:
        if cited.kapitel and cited.kapitel > akt.sista:
            return sections.remark(f"{named[0].upper()}{named[1:]} har {akt.sista} kapitel.", "Kontrollera kapitlet.")
        return None
    if any(paragraf > akt.sista for paragraf in cited.paragrafer):
        message = f"{named[0].upper()}{named[1:]} har bara {akt.sista} paragrafer."
        return sections.remark(message, "Kontrollera vilken paragraf som menas.")
    return None
