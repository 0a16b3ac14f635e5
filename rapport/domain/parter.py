"""Parter: bodies that regions often work with and that are no authorities, as they call themselves.

Source: the bodies' own pages, and the parties that Tillväxtverket's compilations of the regions' reports name; those
that the State has are in ``organ``. A name that has local branches may be followed by theirs: Coompanion Dalarna.
"""

from functools import cache

_PARTER = """
Almi Företagspartner; Almi Invest; Arbetarnas bildningsförbund | ABF; Bris; Byggföretagen; EU-kommissionen;
Fastighetsägarna; Folkuniversitetet; Formas; Forte; Friluftsfrämjandet; Funktionsrätt Sverige; Företagarförbundet;
Greater Copenhagen; IF Metall; Inlandsinnovation; Jernkontoret; KK-stiftelsen; Kommuninvest; Landsorganisationen | LO;
Mälardalsrådet; Medborgarskolan; Naturskyddsföreningen; Nordiska ministerrådet; Nordiska rådet; Nordregio;
Norrlandsfonden; OECD; PostNord; Riksidrottsförbundet | RF; RISE | Rise; Rädda Barnen; Röda Korset; Saco; Samhall;
Saminvest; Sensus; SJ; Skogsindustrierna; SKF; Sveaskog; Svensk Handel; Svenska kyrkan;
Swedish Incubators & Science Parks | SISP;
Teknikföretagen; Tjänstemännens centralorganisation | TCO; Unionen; Vattenfall; Visit Sweden; Visita; WWF
"""
_MED_LOKALA = """
Almi; Coompanion; Drivhuset; Företagarna; Handelskammaren; Hushållningssällskapet;
Industriellt utvecklingscentrum | IUC; LRF; Leader; Nyföretagarcentrum; RF-SISU; Studieförbundet Vuxenskolan;
Ung Företagsamhet; Winnet
"""
# A word that says something else too, unless a local branch's name follows.
_BARA_MED_LOKAL = frozenset({"Leader"})


@cache
def parter() -> dict[str, str]:
    """Return the name of each body by every way that it is written; those with local branches too."""
    rows = [[one.strip() for one in row.split("|")] for row in f"{_PARTER};{_MED_LOKALA}".split(";")]
    return {" ".join(way.split()): " ".join(row[0].split()) for row in rows for way in row} | {
        "EU-kommissionen": "Europeiska kommissionen",
        "LRF": "Lantbrukarnas Riksförbund",
        "Polisen": "Polismyndigheten",
        "Statistikmyndigheten": "Statistiska centralbyrån",
    }


@cache
def med_lokala() -> frozenset[str]:
    """Return the names, as they are written, that the name of a local branch may follow."""
    return frozenset(" ".join(way.split()) for row in _MED_LOKALA.split(";") for way in row.split("|"))


def needs_branch(name: str) -> bool:
    """Whether a name is a body's only where that of a local branch follows."""
    return name in _BARA_MED_LOKAL
