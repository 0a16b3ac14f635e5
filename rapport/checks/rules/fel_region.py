"""En annan regions namn, län eller program står där det egna menas.

Varför: Text som har följt med från en mall eller en annan regions redovisning gör att läsaren undrar vems resultat det
är. Regeln säger bara till när meningen talar om det egna arbetet och inte nämner den egna regionen, flera regioner
eller något samarbete. Den jämför också ”länets tio kommuner” med hur många kommuner länet har, de kommuner som räknas
upp som länets med dem som ligger där, och Europeiska regionala utvecklingsfondens och Interregs program med dem som
länet hör till. I nio miljoner tecken pressmeddelanden och uppdrag från
Regeringskansliet, där andra regioner nämns med mening, gav den ingen anmärkning.

Fel: Region Dalarna har under året beviljat medel till 14 projekt. (I Region Kronobergs redovisning.)
Rätt: Region Kronoberg har under året beviljat medel till 14 projekt.

Tillåt med skäl: tillåt: {fel-region: Region Dalarna ansvarar för det gemensamma kontoret.}
"""

from collections.abc import Iterator

from rapport.checks.bodies.members import misplaced
from rapport.checks.bodies.others import taken
from rapport.checks.bodies.programmes import foreign, no_programme
from rapport.checks.places.county_counts import of_country, of_county
from rapport.checks.places.outsiders import outside_part, outsiders
from rapport.checks.rule import Hit, Remark
from rapport.domain.regioner import Lan, lan_of
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"


def check_svar(svar: Svar, redovisning: Redovisning) -> Iterator[Remark]:
    """Yield a remark for each other region that is taken for our own; none where our own is not known."""
    if not redovisning.region:
        return
    own = lan_of(redovisning.region)
    for found in taken(svar, redovisning.region, own):
        hit = Hit(svar, found.start, found.end)
        message = f"”{hit.excerpt}” står i {_genitive(redovisning.region)} redovisning, som om det vore det egna."
        menas = f"Menas {found.own}? " if found.own else ""
        hint = f"{menas}Är det rätt: säg vad den andra har med saken att göra, till exempel ”i samarbete med”."
        yield hit.remark(message, hint)
    if own:
        yield from of_county(svar, own)
        yield from _outsiders(svar, own)
        yield from _programmes(svar, own)
    for hit, name in no_programme(svar):
        hint = f"Menas {own.program}? Det är programmet för {own.lan}." if own else "Kontrollera programmets namn."
        yield hit.remark(f"Inget av Regionalfondens program heter ”{name}”.", hint)
    yield from of_country(svar)
    for hit, name, part in outside_part(svar):
        where = "på" if part == "Öland" else "i"
        yield hit.remark(f"{name} ligger inte {where} {part}.", "Kontrollera vilken kommun som menas.")


def _outsiders(svar: Svar, own: Lan) -> Iterator[Remark]:
    for found in outsiders(svar, own):
        message = f"{found.name} ligger i {found.lan}, inte i {own.lan}."
        yield found.hit.remark(message, "Kontrollera vilken kommun som menas.")


def _programmes(svar: Svar, own: Lan) -> Iterator[Remark]:
    for found in foreign(svar, own):
        hint = f"Menas {found.own}?" if found.own else "Kontrollera vilket program som menas."
        yield Hit(svar, found.start, found.end).remark(f"{own.lan} hör inte till {found.name}.", hint)
    for one in misplaced(svar):
        message = f"{one.lan} hör inte till {one.program}."
        yield Hit(svar, one.start, one.end).remark(message, "Kontrollera vilka län som programmet omfattar.")


def _genitive(name: str) -> str:
    return name if name.endswith("s") else f"{name}s"
