"""Acts that a region's report may cite: title, number, and how many sections or chapters, where that is known.

Source: Svensk författningssamling, the texts and registers of Regeringskansliet's rättsdatabaser as of September 2025;
the acts on regional development were read in full. A title that an act had before, and an act that another has taken
the place of, stand with their years. Where sections or chapters are not given nothing is said of them.
"""

from dataclasses import dataclass
from functools import cache

# number | kind and title | "§" the last section of an act without chapters, "kap" the last chapter | replaced, year
_AKTER = """
2024:99   | förordning om resultatredovisning av det regionala utvecklingsarbetet | § 11
2010:630  | lag om regionalt utvecklingsansvar | § 10
2017:583  | förordning om regionalt utvecklingsarbete | §
2009:145  | förordning med instruktion för Tillväxtverket | § 22
2003:596  | förordning om bidrag för projektverksamhet inom den regionala utvecklingspolitiken | §
2022:1467 | förordning om statligt stöd till regionala investeringar | § 54
2022:1468 | förordning om statligt stöd för att regionalt främja företag | § 37
2022:1469 | förordning om statlig medfinansiering för åtgärder inom det nationella programmet för Fonden för en rättvis\
 omställning | § 43
2022:1379 | förordning om förvaltning av program för vissa EU-fonder | kap 4
2000:284  | förordning om stöd till kommersiell service | §
2000:281  | förordning om regionalt transportbidrag | §
1997:263  | förordning om länsplaner för regional transportinfrastruktur | §
2009:236  | förordning om en nationell plan för transportinfrastruktur | §
2010:1065 | lag om kollektivtrafik | kap
2017:868  | förordning med länsstyrelseinstruktion | §
2018:1300 | förordning om statligt stöd för driftsäkra och robusta posttjänster och elektroniska kommunikationer | §
2020:266  | förordning om statligt stöd för utbyggnad av bredbandsinfrastruktur | §
2022:482  | lag om elektronisk kommunikation | kap
2016:605  | förordning om tillämpning av Europeiska unionens statsstödsregler | §
2009:128  | lag om yrkeshögskolan | §
2009:130  | förordning om yrkeshögskolan | kap
2011:1108 | förordning om vuxenutbildning | kap 7
2022:66   | lag om konsultation i frågor som rör det samiska folket | §
2016:937  | förordning om statsbidrag för regional yrkesinriktad vuxenutbildning | §
2022:856  | lag om omställningsstudiestöd | §
2015:218  | förordning om statsbidrag till folkbildningen | §
2010:1919 | lag om fördelning av vissa statsbidrag till regional kulturverksamhet | §
2013:801  | bibliotekslag | § 18
2015:517  | förordning om stöd till lokala klimatinvesteringar | § 28
2017:1319 | förordning om statligt stöd till åtgärder som bidrar till industrins klimatomställning | § 21
2021:995  | förordning om länsstyrelsernas regionala arbete mot mäns våld mot kvinnor | §
2022:1826 | förordning om EU:s gemensamma jordbrukspolitik | kap
2017:725  | kommunallag | kap 13
2018:597  | lag om kommunal bokföring och redovisning | kap
2000:605  | förordning om årsredovisning och budgetunderlag | kap
2007:515  | myndighetsförordning | § 30
2007:603  | förordning om intern styrning och kontroll | §
2009:600  | språklag | § 15
2017:900  | förvaltningslag | § 49
2018:1937 | lag om tillgänglighet till digital offentlig service | § 23
2009:400  | offentlighets- och sekretesslag | kap
2018:218  | lag med kompletterande bestämmelser till EU:s dataskyddsförordning | kap
1990:782  | arkivlag | §
2008:567  | diskrimineringslag | kap 6
2009:724  | lag om nationella minoriteter och minoritetsspråk | § 21
2018:1197 | lag om Förenta nationernas konvention om barnets rättigheter | §
2016:1145 | lag om offentlig upphandling | kap
2008:962  | lag om valfrihetssystem | kap
2010:900  | plan- och bygglag | kap 16
1998:808  | miljöbalk | kap 33
2017:720  | klimatlag | §
2010:800  | skollag | kap 29
1992:1434 | högskolelag | kap 5
1993:100  | högskoleförordning | kap 12
2017:30   | hälso- och sjukvårdslag | kap
2025:400  | socialtjänstlag | kap
2001:99   | lag om den officiella statistiken | §
2001:100  | förordning om den officiella statistiken | §
1999:1078 | bokföringslag | kap
1974:152  | regeringsform | kap 15
2000:1383 | lag om kommunernas bostadsförsörjningsansvar | §
2009:47   | lag om vissa kommunala befogenheter | kap
2016:1146 | lag om upphandling inom försörjningssektorerna | kap
2016:1147 | lag om upphandling av koncessioner | kap
2003:778  | lag om skydd mot olyckor | kap
2006:412  | lag om allmänna vattentjänster | §
1977:1160 | arbetsmiljölag | kap
1976:580  | lag om medbestämmande i arbetslivet | §
1982:80   | lag om anställningsskydd | §
2010:659  | patientsäkerhetslag | kap
2018:585  | säkerhetsskyddslag | kap
1970:994  | jordabalk | kap
2007:825  | förordning med länsstyrelseinstruktion | § | 2017:868 2018
2007:713  | förordning om regionalt tillväxtarbete | § | 2017:583 2017
2003:595  | förordning om regionalt utvecklingsarbete | § | 2017:583 2017
2002:34   | lag om samverkansorgan i länen | § | 2010:630 2019
1997:734  | lag om ansvar för viss kollektiv persontrafik | § | 2010:1065 2012
2015:210  | förordning om statligt stöd för att regionalt främja små och medelstora företag | § | 2022:1468 2023
2015:211  | förordning om statligt stöd till regionala investeringar | § | 2022:1467 2023
2014:1383 | förordning om förvaltning av EU:s strukturfonder | kap | 2022:1379 2023
2015:61   | förordning om statligt stöd inom det nationella socialfondsprogrammet | § | 2022:1379 2023
2015:406  | förordning om stöd för landsbygdsutvecklingsåtgärder | kap | 2022:1826 2023
2015:407  | förordning om lokalt ledd utveckling | § | 2022:1826 2023
1991:900  | kommunallag | kap | 2017:725 2018
1997:614  | lag om kommunal redovisning | kap | 2018:597 2019
1986:223  | förvaltningslag | § | 2017:900 2018
1980:100  | sekretesslag | kap | 2009:400 2009
1998:204  | personuppgiftslag | § | 2018:218 2018
2007:1091 | lag om offentlig upphandling | kap | 2016:1145 2017
2003:389  | lag om elektronisk kommunikation | kap | 2022:482 2022
1987:10   | plan- och bygglag | kap | 2010:900 2011
1985:1100 | skollag | kap | 2010:800 2011
1982:763  | hälso- och sjukvårdslag | § | 2017:30 2017
2001:453  | socialtjänstlag | kap | 2025:400 2026
"""
# Titles that acts still in force had until a year.
_RUBRIK_FORE = {
    "2017:583": ("om regionalt tillväxtarbete", 2024),
    "2010:630": ("om regionalt utvecklingsansvar i vissa län", 2019),
}


@dataclass(frozen=True, slots=True)
class Akt:
    """One act: its number, its kind ("lag", "förordning", "balk"), and its title behind the kind, "" where it has none.

    ``namn`` is its name where the kind is part of it ("språklag"). ``sista`` is its last section where it has no
    chapters, otherwise its last chapter; None where it is not known. ``ersatt_av`` has taken its place from ``till``.
    """

    nummer: str
    slag: str
    namn: str
    rubrik: str
    har_kapitel: bool
    sista: int | None
    ersatt_av: str | None
    till: int | None

    @property
    def utan_nummer(self) -> str:
        """How it is named in running text, in the definite form."""
        return f"{self.namn}en {self.rubrik}".rstrip()

    @property
    def bestamd(self) -> str:
        """The same with its number."""
        return f"{self.namn}en ({self.nummer}){' ' if self.rubrik else ''}{self.rubrik}"

    @property
    def rubrik_fore(self) -> tuple[str, int] | None:
        """The title that it had before, and until what year."""
        return _RUBRIK_FORE.get(self.nummer)


@cache
def akter() -> dict[str, Akt]:
    """Return every act by its number."""
    return {akt.nummer: akt for akt in map(_akt, _AKTER.strip().splitlines())}


def _akt(line: str) -> Akt:
    nummer, title, parts, *gone = (part.strip() for part in line.split("|"))
    namn, _, rubrik = title.partition(" ") if title.startswith(("lag ", "förordning ")) else (title, "", "")
    slag = next(kind for kind in ("förordning", "lag", "balk", "form") if namn.endswith(kind))
    kind, _, last = parts.partition(" ")
    instead, _, year = gone[0].partition(" ") if gone else ("", "", "")
    sista = int(last) if last else None
    return Akt(nummer, slag, namn, rubrik, kind == "kap", sista, instead or None, int(year or 0) or None)
