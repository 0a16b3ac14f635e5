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

from rapport.checks.members import misplaced
from rapport.checks.others import taken
from rapport.checks.outsiders import outsiders
from rapport.checks.programmes import foreign
from rapport.checks.rule import Hit, Remark, hits
from rapport.domain.regioner import Lan, lan_of
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_WORDS = (
    *(
        "noll",
        "en",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
        "tretton",
        "fjorton",
    ),
    *("femton", "sexton", "sjutton", "arton", "nitton", "tjugo"),
)
_MUNICIPALITIES = (
    r"\b(?:[Ll]änets (?:samtliga |alla )?|(?:[Ss]amtliga|[Aa]lla) (?:av länets )?)"
    r"(?P<ord>\d{1,3}|[a-zåäö]{2,12}) kommuner\b(?! och regioner)"
)


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
        yield from _municipalities(svar, own)
        yield from _outsiders(svar, own)
        yield from _programmes(svar, own)


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


def _municipalities(svar: Svar, own: Lan) -> Iterator[Remark]:
    """Yield a remark where the county is said to have another number of municipalities than it has."""
    for hit in hits(svar, _MUNICIPALITIES, signs=("kommuner",)):
        after, before = svar.text[hit.end : hit.end + 30], svar.text[max(0, hit.start - 12) : hit.start].lower()
        word = hit.excerpt
        number = int(word) if word.isdigit() else _WORDS.index(word) if word in _WORDS else own.kommuner
        if number != own.kommuner and ("länets" in before or after.startswith(" kommuner i länet")):
            message = f"{own.lan} har {_told(own.kommuner)}, inte {word}."
            yield hit.remark(message, "Kontrollera antalet, och att texten inte har följt med från en annan region.")


def _told(number: int) -> str:
    if number == 1:
        return "en kommun"
    return f"{_WORDS[number] if number <= len(_WORDS) - 8 else number} kommuner"
