"""The tables of the data set, as data: every form of it has these columns, and is described by these words.

The first column of every table but ``fragor`` and ``inkomna`` says which report a row is of.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Typ = Literal["text", "heltal", "tal"]
Value = str | int | float | None
Row = tuple[Value, ...]
Rows = Mapping[str, Iterable[Row]]  # by the names of their tables


class Kolumn(NamedTuple):
    """A column: its name, what its values are, and what it says, in Swedish."""

    namn: str
    typ: Typ
    vad: str


class Tabell(NamedTuple):
    """A table: its name, what a row of it is, in Swedish, its columns, and how many of the first tell its rows apart.

    ``nyckel`` is 0 where rows may be alike.
    """

    namn: str
    vad: str
    kolumner: tuple[Kolumn, ...]
    nyckel: int = 0

    @property
    def namn_pa_kolumner(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(kolumn.namn for kolumn in self.kolumner)


_REDOVISNING = Kolumn("redovisning", "text", "vilken redovisning: regionens korta namn och året")
_FRAGA = Kolumn("fraga", "text", "frågans nummer i formuläret, 5.1 har fyra")
_OMRADE = Kolumn("omrade", "heltal", "frågeområdets nummer")
_SKRIVET = Kolumn("skrivet", "text", "orden som de står i svaret")
_START = Kolumn("start", "heltal", "hur många tecken av svarets text som står före orden")
_MENING = Kolumn("mening", "text", "meningen som orden står i")

_AKTOR = "aktörens namn; Länsstyrelsen är det egna länets, Kommunerna länets kommuner tillsammans"


def _named(namn: str, vad: str, *kolumner: Kolumn) -> Tabell:
    """Return a table of what answers name: which answer, what, and where."""
    return Tabell(namn, vad, (_REDOVISNING, _OMRADE, _FRAGA, *kolumner, _SKRIVET, _START, _MENING))


TABELLER = (
    Tabell(
        "redovisningar",
        "en redovisning",
        (
            _REDOVISNING,
            Kolumn("region", "text", "regionens namn"),
            Kolumn("lan", "text", "länet, för en av de 21 regionerna"),
            Kolumn("ar", "heltal", "året som redovisas"),
            Kolumn("mall", "text", "vilket års formulär"),
            Kolumn("diarienummer", "text", "redovisningens eget diarienummer"),
            Kolumn("kalla", "text", "filen eller mappen som den lästes ur"),
            Kolumn("slag", "text", "vad den lästes ur: mapp, docx, pdf eller txt"),
            Kolumn("tecken", "heltal", "alla svars längd, med blanksteg"),
            Kolumn("besvarade", "heltal", "antal svar med text eller kryss"),
            Kolumn("fel", "heltal", "antal fel, utan dem som lämnats med skäl"),
            Kolumn("varningar", "heltal", "antal varningar, utan dem som lämnats med skäl"),
        ),
        nyckel=1,
    ),
    Tabell(
        "omraden",
        "ett frågeområde i en redovisning",
        (
            _REDOVISNING,
            _OMRADE,
            Kolumn("rubrik", "text", "områdets rubrik i formuläret"),
            Kolumn("tecken", "heltal", "svarens längd, med blanksteg"),
            Kolumn("maxtecken", "heltal", "områdets gräns"),
        ),
        nyckel=2,
    ),
    Tabell(
        "svar",
        "ett svar, eller en fråga utan svar",
        (
            _REDOVISNING,
            _OMRADE,
            _FRAGA,
            Kolumn("tecken", "heltal", "svarets längd, med blanksteg"),
            Kolumn("kryss", "text", "rutan som är kryssad, så som formuläret skriver den; flera med semikolon"),
            Kolumn("status", "text", "utkast, granskas eller klar, där det är känt"),
            Kolumn("text", "text", "svarets text utan formatering, en rad för varje stycke"),
        ),
        nyckel=3,
    ),
    Tabell(
        "fynd",
        "en anmärkning på en redovisning",
        (
            _REDOVISNING,
            _OMRADE,
            _FRAGA,
            Kolumn("regel", "text", "regelns namn"),
            Kolumn("allvar", "text", "fel, varning eller upplysning"),
            Kolumn("meddelande", "text", "vad som är fel"),
            Kolumn("rad", "text", "vad man kan göra"),
            _SKRIVET,
            _START,
            Kolumn("tillatet", "text", "skälet, där anmärkningen har lämnats med avsikt"),
        ),
    ),
    _named(
        "belopp",
        "ett belopp som ett svar nämner",
        Kolumn("kronor", "tal", "beloppet i kronor; tomt där det inte går att läsa"),
        Kolumn("noggrannhet", "tal", "vad det är avrundat till, i kronor"),
        Kolumn(
            "osummerat", "text", "varför det inte läggs ihop med andra, till exempel för att det är en del; annars tomt"
        ),
        Kolumn("vad", "text", "vad pengarna är: det som meningen säger, eller annars det som frågan handlar om"),
    ),
    _named(
        "mal",
        "ett mål i Agenda 2030 som ett svar nämner",
        Kolumn("mal", "heltal", "målets nummer"),
        Kolumn("namn", "text", "målets namn"),
    ),
    _named("aktorer", "en aktör som ett svar nämner", Kolumn("aktor", "text", _AKTOR)),
    _named("kommuner", "en kommun som ett svar nämner", Kolumn("kommun", "text", "kommunens namn")),
    _named("diarienummer", "ett diarienummer som ett svar nämner", Kolumn("nummer", "text", "ärendets diarienummer")),
    _named(
        "grunder",
        "vad ett svar om effekter säger att det bygger på",
        Kolumn("grund", "text", "uppföljning, utvärdering eller egen bedömning"),
    ),
    Tabell(
        "celler",
        "en cell i en tabell i ett svar",
        (
            _REDOVISNING,
            _OMRADE,
            _FRAGA,
            Kolumn("tabell", "heltal", "vilken av svarets tabeller, från 1"),
            Kolumn("rad", "heltal", "radens nummer; den första är rubriken"),
            Kolumn("kolumn", "heltal", "kolumnens nummer"),
            Kolumn("start", "heltal", "hur många tecken av svarets text som står före cellen"),
            Kolumn("text", "text", "cellens text, en rad för varje stycke"),
        ),
        nyckel=6,
    ),
    Tabell(
        "fragor",
        "en fråga i ett års formulär",
        (
            Kolumn("mall", "text", "vilket års formulär"),
            _FRAGA,
            _OMRADE,
            Kolumn("text", "text", "frågan som den står i formuläret"),
        ),
        nyckel=2,
    ),
    Tabell(
        "inkomna",
        "en fil som lämnats in, läst eller inte",
        (
            Kolumn("kalla", "text", "filen eller mappen"),
            Kolumn("redovisning", "text", "redovisningen som den gav; tom där den inte kunde läsas"),
            Kolumn("fel", "text", "varför den inte kunde läsas, och vad man kan göra"),
        ),
        nyckel=1,
    ),
)
TABELL_BY_NAMN = {tabell.namn: tabell for tabell in TABELLER}
