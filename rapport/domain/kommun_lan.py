"""Sweden's municipalities by county: what each is called, and how its name is written before ``kommun``.

Source: the register of counties and municipalities (Statistiska centralbyrån, "Län och kommuner 2026") and
Arbetsförmedlingen's list of municipalities with their names in full; where the two differ both ways of writing pass.
"""

from functools import cache

# Behind a name: * takes an s before "kommun", ? may take one, = how it is written there; otherwise it stands as it is.
_KOMMUNER = """
Blekinge län | Karlshamn*, Karlskrona, Olofström*, Ronneby, Sölvesborg*
Dalarnas län | Avesta, Borlänge, Falun=Falu, Gagnef*, Hedemora, Leksand*, Ludvika, Malung-Sälen*, Mora, Orsa,
    Rättvik*, Smedjebacken*, Säter*, Vansbro, Älvdalen*
Gotlands län | Gotland*
Gävleborgs län | Bollnäs, Gävle, Hofors, Hudiksvall*, Ljusdal*, Nordanstig*, Ockelbo, Ovanåker*, Sandviken*,
    Söderhamn*
Hallands län | Falkenberg*, Halmstad*, Hylte, Kungsbacka, Laholm*, Varberg*
Jämtlands län | Berg*, Bräcke, Härjedalen*, Krokom*, Ragunda, Strömsund*, Åre, Östersund*
Jönköpings län | Aneby, Eksjö, Gislaved*, Gnosjö, Habo, Jönköping*, Mullsjö, Nässjö, Sävsjö, Tranås, Vaggeryd*,
    Vetlanda, Värnamo
Kalmar län | Borgholm*, Emmaboda, Hultsfred*, Högsby, Kalmar, Mönsterås, Mörbylånga, Nybro, Oskarshamn*, Torsås,
    Vimmerby, Västervik*
Kronobergs län | Alvesta, Lessebo, Ljungby, Markaryd*, Tingsryd*, Uppvidinge, Växjö, Älmhult*
Norrbottens län | Arjeplog*, Arvidsjaur*, Boden*, Gällivare, Haparanda, Jokkmokk*, Kalix, Kiruna, Luleå, Pajala,
    Piteå, Älvsbyn*, Överkalix, Övertorneå
Skåne län | Bjuv*, Bromölla, Burlöv*, Båstad*, Eslöv*, Helsingborg*, Hässleholm*, Höganäs, Hörby, Höör*, Klippan*,
    Kristianstad*, Kävlinge, Landskrona, Lomma, Lund*, Malmö, Osby, Perstorp*, Simrishamn*, Sjöbo, Skurup*,
    Staffanstorp*, Svalöv*, Svedala, Tomelilla, Trelleborg*, Vellinge, Ystad*, Åstorp*, Ängelholm*, Örkelljunga,
    Östra Göinge
Stockholms län | Botkyrka, Danderyd*, Ekerö, Haninge, Huddinge, Järfälla, Lidingö, Nacka, Norrtälje, Nykvarn*,
    Nynäshamn*, Salem*, Sigtuna, Sollentuna, Solna, Stockholm*, Sundbyberg*, Södertälje, Tyresö, Täby, Upplands
    Väsby, Upplands-Bro, Vallentuna, Vaxholm*, Värmdö, Österåker*
Södermanlands län | Eskilstuna, Flen*, Gnesta, Katrineholm*, Nyköping*, Oxelösund*, Strängnäs, Trosa, Vingåker*
Uppsala län | Enköping*, Heby, Håbo, Knivsta, Tierp*, Uppsala, Älvkarleby, Östhammar*
Värmlands län | Arvika, Eda, Filipstad*, Forshaga, Grums, Hagfors, Hammarö, Karlstad*, Kil*, Kristinehamn*,
    Munkfors, Storfors, Sunne, Säffle, Torsby, Årjäng*
Västerbottens län | Bjurholm*, Dorotea, Lycksele, Malå, Nordmaling*, Norsjö, Robertsfors, Skellefteå, Sorsele,
    Storuman*, Umeå, Vilhelmina, Vindeln*, Vännäs, Åsele
Västernorrlands län | Härnösand*, Kramfors, Sollefteå, Sundsvall*, Timrå, Ånge, Örnsköldsvik*
Västmanlands län | Arboga, Fagersta, Hallstahammar*, Kungsör*, Köping*, Norberg*, Sala, Skinnskatteberg*,
    Surahammar*, Västerås
Västra Götalands län | Ale, Alingsås, Bengtsfors, Bollebygd*, Borås, Dals-Ed*, Essunga, Falköping*, Färgelanda,
    Grästorp*, Gullspång*, Göteborg*, Götene, Herrljunga, Hjo, Härryda, Karlsborg*, Kungälv*, Lerum*, Lidköping*,
    Lilla Edet*, Lysekil*, Mariestad*, Mark*, Mellerud*, Munkedal*, Mölndal*, Orust?, Partille, Skara, Skövde,
    Sotenäs, Stenungsund*, Strömstad*, Svenljunga, Tanum*, Tibro, Tidaholm*, Tjörn*, Tranemo, Trollhättan*,
    Töreboda, Uddevalla, Ulricehamn*, Vara, Vårgårda, Vänersborg*, Åmål*, Öckerö
Örebro län | Askersund*, Degerfors, Hallsberg*, Hällefors, Karlskoga, Kumla, Laxå, Lekeberg*, Lindesberg*,
    Ljusnarsberg*, Nora, Örebro
Östergötlands län | Boxholm*, Finspång*, Kinda, Linköping*, Mjölby, Motala, Norrköping*, Söderköping*, Vadstena,
    Valdemarsvik*, Ydre, Åtvidaberg*, Ödeshög*
"""


@cache
def lan_by_kommun() -> dict[str, str]:
    """Return the county of each municipality by its name."""
    return {name: lan for lan, name, _ in _all()}


@cache
def before_kommun() -> dict[str, tuple[str, ...]]:
    """Return how each municipality's name is written before ``kommun``, the usual way first."""
    return {name: written for _, name, written in _all()}


@cache
def _all() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    joined = _KOMMUNER.strip().replace("\n    ", " ")
    rows = (line.split(" | ") for line in joined.splitlines())
    return tuple((lan, *_written(token)) for lan, tokens in rows for token in tokens.split(", "))


def _written(token: str) -> tuple[str, tuple[str, ...]]:
    name, _, other = token.partition("=")
    bare = name.rstrip("*?")
    if other:
        return bare, (other,)
    if token.endswith("*"):
        return bare, (f"{bare}s",)
    return bare, (bare, f"{bare}s") if token.endswith("?") else (bare,)
