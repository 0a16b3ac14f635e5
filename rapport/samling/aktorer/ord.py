"""The words by which a name is seen to be a body's, or something else's."""

import re
from functools import cache

from rapport.domain.kommun_lan import before_kommun
from rapport.domain.regioner import LAN

# A sentence's first word has a capital too: these begin no name.
_OPENING = (
    r"(?:I|Med|Från|För|Hos|Av|Till|Genom|Under|På|Enligt|När|Även|Utöver|Inom|Vid|Dåvarande|Tidigare|Både|Samt|Och|Men"
    r"|Den|Det|De|En|Ett|Bland|Efter|Sedan|Därtill|Vidare|Tillsammans|Förutom|Länets|Regionens|Vi|Vår|Våra|Vårt)"
)
CAP = r"[A-ZÅÄÖÉØÆ](?>(?:[\w’&+]|-(?=\w))*)(?:- och [a-zåäö]+)?"
# A municipality's name is none of these: municipalities have a table of their own.
SEQ = rf"(?!{_OPENING}(?![\w-])){CAP}(?:[ \u00a0](?:& |till (?=[A-ZÅÄÖ]))?{CAP}){{0,6}}(?![ \u00a0](?:kommun|stad)\b)"
SENTENCE_START = re.compile(r"(?:^|[.!?:…\n][”)]?[ \u00a0]*|\n[-–•*] *|[”\"(])$")


def _any(words: str) -> str:
    """Return a pattern of any of some words, which blanks part; _ is a blank in one."""
    return "(?:" + "|".join(words.split()).replace("_", "[ \u00a0]") + ")"


# What a body begins with, the rest of its name behind: "Samordningsförbundet Norrvik", "Högskolan i Norrvik".
_HEADS = _any(
    r"""
    Länsstyrelsen (?:[A-ZÅÄÖ]\w+h|H)ögskolan Universitetet Regionförbundet Landstinget Stiftelsen Föreningen
    Samordningsförbundet Kommunförbundet Kommunalförbundet (?:Energi|Innovations)kontor(?:et)? Biosfärområdet? Klustret
    Science_Park Business_Region Campus Destination Visit Studieförbundet Sparbanken Sparbanksstiftelsen Teknikcollege
    Länsmuseet Kunskapsförbundet Utbildningsförbundet Räddningstjänsten Region Invest_in Made_in Film_i Filmregion
    Kulturparken Länsförsäkringar Samhällsorganisationen Intresseorganisationen Regionsamverkan Europaforum
    """
)
HEADED = re.compile(rf"(?<![\w-]){_HEADS}(?: (?:i|för|på))? {SEQ}(?: (?:museum|län|folkhögskola|universitet)(?!\w))?")
# What is no part of a name, and says that one follows: "klustret Paper Province".
_LABELS = _any(
    r"""
    kluster klust förening stiftels bolag organisation företag inkubator kooperativ koncern nätverk myndighet aktör
    tankesmedj förbund institut forskningscent\w+
    """
)
AFTER_LABEL = re.compile(rf"(?<![\w-])(?P<slag>(?i:\w*?{_LABELS}(?:en|n|et|t|ret|erna|ena)?)) (?P<namn>{SEQ})")
# What a body ends with: "Ostviks kommunförbund", "Brunnsjö Bostäder AB", "Trøndelag fylkeskommune".
_ENDS = _any(
    r"""
    AB HB ek\._för\. (?:[a-zåäö]+_)?ekonomisk_förening Sparbank Science_Park [Uu]niversitet
    (?:[a-zåäö]+_)?(?:hög|folkhög)skola \w*museum (?:[a-zåäö]+_)?akademi
    \w*(?:förbund|förening|sällskap|stiftelse|organisation) fylkeskommune landskapsregering sameby handelskammare
    Handelskammaren [Kk]luster [Ii]nstitut [Ii]nkubator (?:[Tt]ekniska_)?college teater naturbruksgymnasium
    """
)
ENDED = re.compile(rf"(?<![\w-]){SEQ} {_ENDS}(?: {CAP}){{0,4}}(?=s?(?![\w-]))")
# One word that is a body's by its ending: a fund of a region's own, a department.
WORD = re.compile(
    r"(?<![\w-])(?:[A-ZÅÄÖ][a-zåäö]+- och )?[A-ZÅÄÖ]?[a-zåäöA-ZÅÄÖ]{3,}(?:departementet|inspektionen|institutet"
    r"|förbundet|universitetet|myndigheten|verket|museet|fonden|stiftelsen)(?=s?(?![\w-]))"
)
_WORKS = _any("nät regel ram läro kraft hant konst bygg väg trä såg gas järn stål värme avlopps renings tim mål sam")
_FUNDS = _any("regional social landsbygds jordbruks sammanhållnings struktur utvecklings omställnings europa pensions")
NO_WORD = re.compile(
    rf"{_WORKS}verket|{_FUNDS}\w*fonden|\w*(?:trafik|väg|tillsyns|region|kommun)\w*myndigheten|inspektionen",
    re.IGNORECASE,
)
_WITH = _any(
    r"""
    tillsammans ihop samver\w+ samarbet\w+ samråd\w* dialog\w* partnerskap\w* avtal\w* överenskommelse\w* möte\w*
    kontakt\w*
    """
)
_DONE = _any(
    r"""
    finansier driv drev led arranger genomför utför gjor samordn äg förvalt utbild anordn gav ge beställ bilda initier
    stöd stött
    """
)
# Behind these stands a body: whom something is done with, by or for.
CONTEXT = re.compile(
    rf"(?<!\w)(?i:{_WITH} (?:\w+ )?med|på uppdrag av|(?:uppdrag|verksamhetsbidrag|basfinansiering|bidrag)\w* till"
    rf"|med (?:medel|stöd|hjälp|data) (?:från|av)|{_DONE}\w*(?<!nde)(?<!ndet)(?<!ing)(?<!ingen)(?: \w+)? av"
    r"|medlem\w* i|representant\w* (?:från|för)|företrädare för|forskare (?:från|vid)|studie\w* (?:från|av)"
    r"|(?:rapport\w*|statistik|underlag|data) från|(?:organisationer|aktörer|myndigheter|företag) som"
    rf"|part(?:er|ners?)? (?:är|som)|hos) (?P<namn>(?-i:{SEQ}))"
)
# What a name that opens a sentence does, if it is a body's.
_ACTS = _any(
    r"""
    driv drev led ansvar samordn delt medverk erbjud erbjöd arranger förvalt finansier bistår bistod handlägg handlad
    rådg utreder kartlägg undervis
    """
)
DOES = re.compile(rf"(?<![\w-])(?P<namn>{SEQ}) {_ACTS}\w*(?= )")
# Before a name: then it is a project's, a plan's, a goal's.
_TITLED = _any(
    r"""
    projekt program satsning strategi insats mål prioritering områd plan konferens mäss utställning utlysning tidning
    rapport rubrik stråk modell metod utbildning kurs led plattform initiativ nätverksträff kampanj tävling verktyg
    avtal överenskommelse
    """
)
NO_BODY_BEFORE = re.compile(rf"{_TITLED}\w* (?:om )?[”\"]?$|[”\"]$", re.IGNORECASE)
_NOT_BODIES = """
EU Sverige Norge Finland Danmark Norden Europa Tyskland Polen Estland Lettland Litauen Island Åland Kina USA Ukraina
Bryssel Oslo Kommunen Kommunerna Kommuner Myndigheten Europeiska Nationella Regionala Nordiska Staten Statens Post
Agenda Interreg Eruf ERUF ESF ESF+ FRO JTF Leader RUS RUP RSP Regionen Länet Landsbygdsprogrammet Horisont
Erasmus Erasmus+ SMF FN Parisavtalet Almedalen
"""
_NO_BODIES = frozenset(_NOT_BODIES.split())


def is_body(name: str) -> bool:
    """Whether a name may be a body's: it is no place's and no programme's."""
    words = re.split(r"[ \u00a0]", name)
    bare = {name, name.removesuffix("s"), words[0], words[0].partition("-")[0]}
    return bare.isdisjoint(_NO_BODIES) and bare.isdisjoint(_places()) and not any(map(NO_WORD.fullmatch, bare))


@cache
def _places() -> frozenset[str]:
    lan = {one.lan for one in LAN} | {one.program for one in LAN}
    bare = {re.sub(r"^Region | län$", "", one.region) for one in LAN}
    return frozenset(lan | bare | {one.removesuffix(" län").removesuffix("s") for one in lan} | before_kommun().keys())
