"""Bodies that a region's report may name, as they are called now: exactly, with every capital and hyphen.

Source: Statskontoret's and Statistiska centralbyrån's registers of authorities and Svensk författningssamling (their
instructions), read in November 2026; Tillväxtverket and Europeiska kommissionen for EU's funds and programmes. What
they were called before is in ``organ_fore``.
"""

from functools import cache

from rapport.domain.regioner import LAN

# One that is written with a small letter too, of the office in town or of all of them, is no fault.
_GEMENA = """
Arbetsförmedlingen; Försäkringskassan; Kriminalvården; Kronofogdemyndigheten; Kustbevakningen; Lantmäteriet;
Länsstyrelsen; Polismyndigheten; Riksdagen; Regeringen; Åklagarmyndigheten; Säkerhetspolisen; Försvarsmakten;
Justitiekanslern; Sametinget; Europaparlamentet; Hushållningssällskapet; Handelskammaren; Östra Mellansverige;
Norra Mellansverige; Mellersta Norrland; Övre Norrland
"""
_NAMN = """
Affärsverket svenska kraftnät; Allmänna reklamationsnämnden; Arbetsgivarverket; Arbetsmiljöverket;
Arvsfondsdelegationen; Barnombudsmannen; Bokföringsnämnden; Bolagsverket; Boverket; Brottsförebyggande rådet;
Brottsoffermyndigheten; Centrala studiestödsnämnden; Diskrimineringsombudsmannen; Domstolsverket; E-hälsomyndigheten;
Ekobrottsmyndigheten; Elsäkerhetsverket; Energimarknadsinspektionen; Energimyndigheten; Etikprövningsmyndigheten;
Exportkreditnämnden; Fastighetsmäklarinspektionen; Finansinspektionen; Folke Bernadotteakademin; Folkhälsomyndigheten;
Forskningsrådet för hälsa, arbetsliv och välfärd; Forskningsrådet för miljö, areella näringar och samhällsbyggande;
Fortifikationsverket; Forum för levande historia; Försvarets materielverk; Försvarets radioanstalt; Havs- och
vattenmyndigheten; Inspektionen för arbetslöshetsförsäkringen; Inspektionen för socialförsäkringen; Inspektionen för
strategiska produkter; Inspektionen för vård och omsorg; Institutet för mänskliga rättigheter; Institutet för
rymdfysik; Institutet för språk och folkminnen; Integritetsskyddsmyndigheten; Jordbruksverket;
Jämställdhetsmyndigheten; Kammarkollegiet; Kemikalieinspektionen; Klimatpolitiska rådet; Kommerskollegium;
Konjunkturinstitutet; Konkurrensverket; Konstnärsnämnden; Konsumentverket; Kulturrådet; Livsmedelsverket;
Luftfartsverket; Läkemedelsverket; Mediemyndigheten; Medlingsinstitutet; Migrationsverket; Myndigheten för civilt
försvar; Myndigheten för delaktighet; Myndigheten för digital förvaltning; Myndigheten för familjerätt och
föräldraskapsstöd; Myndigheten för kulturanalys; Myndigheten för psykologiskt försvar; Myndigheten för tillgängliga
medier; Myndigheten för tillväxtpolitiska utvärderingar och analyser; Myndigheten för totalförsvarsanalys; Myndigheten
för ungdoms- och civilsamhällesfrågor; Myndigheten för vård- och omsorgsanalys; Myndigheten för yrkeshögskolan;
Naturhistoriska riksmuseet; Naturvårdsverket; Patent- och registreringsverket; Pensionsmyndigheten;
Polarforskningssekretariatet; Post- och telestyrelsen; Regeringskansliet; Riksantikvarieämbetet; Riksarkivet;
Riksgäldskontoret; Riksgälden; Riksrevisionen; Rymdstyrelsen; Rådet för Europeiska socialfonden i Sverige;
Rättsmedicinalverket; Sameskolstyrelsen; Sjöfartsverket; Skatteverket; Skogsstyrelsen; Skolforskningsinstitutet;
Skolinspektionen; Skolverket; Socialstyrelsen; Specialpedagogiska skolmyndigheten; Spelinspektionen; Statens
energimyndighet; Statens fastighetsverk; Statens geotekniska institut; Statens haverikommission; Statens historiska
museer; Statens institutionsstyrelse; Statens jordbruksverk; Statens kulturråd; Statens musikverk; Statens
servicecenter; Statens skolinspektion; Statens skolverk; Statens tjänstepensionsverk; Statens veterinärmedicinska
anstalt; Statens väg- och transportforskningsinstitut; Statistiska centralbyrån; Statskontoret;
Strålsäkerhetsmyndigheten; Styrelsen för ackreditering och teknisk kontroll; Styrelsen för internationellt
utvecklingssamarbete; Svenska institutet; Svenska kraftnät; Sveriges geologiska undersökning; Sveriges meteorologiska
och hydrologiska institut; Tandvårds- och läkemedelsförmånsverket; Tillväxtanalys; Tillväxtverket; Totalförsvarets
forskningsinstitut; Totalförsvarets plikt- och prövningsverk; Trafikanalys; Trafikverket; Transportstyrelsen;
Tullverket; Universitets- och högskolerådet; Universitetskanslersämbetet; Upphandlingsmyndigheten;
Utbetalningsmyndigheten; Valmyndigheten; Verket för innovationssystem; Vetenskapsrådet; Vinnova;
Arbetsmarknadsdepartementet; Finansdepartementet; Försvarsdepartementet; Justitiedepartementet; Klimat- och
näringslivsdepartementet; Kulturdepartementet; Landsbygds- och infrastrukturdepartementet; Socialdepartementet;
Utbildningsdepartementet; Utrikesdepartementet; Statsrådsberedningen; Blekinge tekniska högskola; Chalmers tekniska
högskola; Försvarshögskolan; Gymnastik- och idrottshögskolan; Göteborgs universitet; Handelshögskolan i Stockholm;
Högskolan Dalarna; Högskolan i Borås; Högskolan i Gävle; Högskolan i Halmstad; Högskolan i Skövde; Högskolan
Kristianstad; Högskolan Väst; Karlstads universitet; Karolinska institutet; Linköpings universitet;
Linnéuniversitetet; Luleå tekniska universitet; Lunds universitet; Malmö universitet; Mittuniversitetet; Mälardalens
universitet; Stockholms konstnärliga högskola; Stockholms universitet; Sveriges lantbruksuniversitet; Södertörns
högskola; Umeå universitet; Uppsala universitet; Örebro universitet; Svenska ESF-rådet; ESF-rådet; Europeiska
kommissionen; Europeiska unionen; Europeiska regionala utvecklingsfonden; Europeiska socialfonden; Europeiska
socialfonden plus; Fonden för en rättvis omställning; Europeiska regionkommittén; Europeiska investeringsbanken;
Europeiska jordbruksfonden för landsbygdsutveckling; Interreg Aurora; Interreg Europe; Interreg
Öresund-Kattegat-Skagerrak; Öresund-Kattegat-Skagerrak;
Interreg Sverige-Norge; Norra periferin och Arktis; Interreg South Baltic; Interreg
Central Baltic; Interreg Baltic Sea Region; Interreg North Sea; Horisont Europa; Strukturfondspartnerskapet; Svenskt
Näringsliv; Lantbrukarnas Riksförbund; Sveriges Kommuner och Regioner; Folkbildningsrådet; Business Sweden; Hela Sverige
ska leva
"""
# Common words as well: their capitals say nothing.
_VANLIGA = """
Blekinge tekniska högskola; Chalmers tekniska högskola; Hela Sverige ska leva; Karolinska institutet; Kulturrådet;
Lantbrukarnas Riksförbund; Norra periferin och Arktis; Strukturfondspartnerskapet; Svenska institutet; Svenskt
Näringsliv; Sveriges Kommuner och Regioner; Tillväxtanalys; Trafikanalys
"""
# Names that are often given and that nobody has, and the right ones.
_FELNAMN = """
Region Jämtland | Region Jämtland Härjedalen
Region Jämtland och Härjedalen | Region Jämtland Härjedalen
Region Härjedalen | Region Jämtland Härjedalen
Region Jämtlands län | Region Jämtland Härjedalen
Region Jönköping | Region Jönköpings län
Region Kalmar | Region Kalmar län
Region Örebro | Region Örebro län
Region Södermanland | Region Sörmland
Region Västra Götaland | Västra Götalandsregionen
Region Dalarnas län | Region Dalarna
Region Gävleborgs län | Region Gävleborg
Region Kronobergs län | Region Kronoberg
Region Uppsala län | Region Uppsala
Region Skåne län | Region Skåne
Region Blekinge län | Region Blekinge
Region Gotlands län | Region Gotland
Region Hallands län | Region Halland
Region Norrbottens län | Region Norrbotten
Region Stockholms län | Region Stockholm
Region Södermanlands län | Region Sörmland
Region Värmlands län | Region Värmland
Region Västerbottens län | Region Västerbotten
Region Västernorrlands län | Region Västernorrland
Region Västmanlands län | Region Västmanland
Region Västra Götalands län | Västra Götalandsregionen
Region Östergötlands län | Region Östergötland
Sörmlands län | Södermanlands län
Jämtland Härjedalens län | Jämtlands län
Jämtland-Härjedalens län | Jämtlands län
Örebros län | Örebro län
Kalmars län | Kalmar län
Uppsalas län | Uppsala län
Dalarna län | Dalarnas län
Kronoberg län | Kronobergs län
Gävleborg län | Gävleborgs län
Värmland län | Värmlands län
Halland län | Hallands län
Stockholm län | Stockholms län
Jönköping län | Jönköpings län
Jämtland län | Jämtlands län
Västmanland län | Västmanlands län
Västernorrland län | Västernorrlands län
Västerbotten län | Västerbottens län
Norrbotten län | Norrbottens län
Södermanland län | Södermanlands län
Östergötland län | Östergötlands län
Västra Götaland län | Västra Götalands län
Gotland län | Gotlands län
Luleå universitet | Luleå tekniska universitet
Göteborg universitet | Göteborgs universitet
Karlstad universitet | Karlstads universitet
Linköping universitet | Linköpings universitet
Lund universitet | Lunds universitet
Stockholm universitet | Stockholms universitet
Örebros universitet | Örebro universitet
Mälardalen universitet | Mälardalens universitet
Blekinge högskola | Blekinge tekniska högskola
Chalmers högskola | Chalmers tekniska högskola
Högskolan i Dalarna | Högskolan Dalarna
Högskolan i Väst | Högskolan Väst
Högskolan Borås | Högskolan i Borås
Högskolan Gävle | Högskolan i Gävle
Högskolan Halmstad | Högskolan i Halmstad
Högskolan Skövde | Högskolan i Skövde
Högskolan Halland | Högskolan i Halmstad
Högskolan i Halland | Högskolan i Halmstad
Högskolan i Kristianstad | Högskolan Kristianstad
Högskolan i Trollhättan | Högskolan Väst
Högskolan i Falun | Högskolan Dalarna
Högskolan i Södertörn | Södertörns högskola
Högskolan Södertörn | Södertörns högskola
Södertörn högskola | Södertörns högskola
Halmstads högskola | Högskolan i Halmstad
Borås högskola | Högskolan i Borås
Gävle högskola | Högskolan i Gävle
Skövde högskola | Högskolan i Skövde
Dalarnas högskola | Högskolan Dalarna
Kristianstads högskola | Högskolan Kristianstad
Högskolan i Malmö | Malmö universitet
Luleå tekniska högskola | Luleå tekniska universitet
Blekinge tekniska universitet | Blekinge tekniska högskola
Umeås universitet | Umeå universitet
Uppsalas universitet | Uppsala universitet
Malmös universitet | Malmö universitet
Östra Mellersta Sverige | Östra Mellansverige
Norra Mellersta Sverige | Norra Mellansverige
Interreg Öresund-Skagerrak-Kattegat | Interreg Öresund-Kattegat-Skagerrak
Interreg Kattegat-Skagerrak | Interreg Öresund-Kattegat-Skagerrak
Öresund-Skagerrak-Kattegat | Öresund-Kattegat-Skagerrak
Interreg Norge-Sverige | Interreg Sverige-Norge
Nordliga periferin och Arktis | Norra periferin och Arktis
Interreg Baltic Central | Interreg Central Baltic
Interreg Baltic South | Interreg South Baltic
Europeiska utvecklingsfonden | Europeiska regionala utvecklingsfonden
Europeiska regionfonden | Europeiska regionala utvecklingsfonden
Europeiska regionala fonden | Europeiska regionala utvecklingsfonden
Europeiska regionala tillväxtfonden | Europeiska regionala utvecklingsfonden
Europeiska regionutvecklingsfonden | Europeiska regionala utvecklingsfonden
Europeiska sociala fonden | Europeiska socialfonden
Fonden för en rättvis klimatomställning | Fonden för en rättvis omställning
Fonden för rättvis klimatomställning | Fonden för en rättvis omställning
Riksantikvariet | Riksantikvarieämbetet
Arbetsmarknadsförmedlingen | Arbetsförmedlingen
Arbetsmarknadsmyndigheten | Arbetsförmedlingen
Svenska Socialfondsrådet | Svenska ESF-rådet
Socialfondsrådet | Svenska ESF-rådet
Svenska socialfonden | Europeiska socialfonden
Verket för innovation | Vinnova
Verket för tillväxt | Tillväxtverket
Verket för tillväxtanalys | Tillväxtanalys
Myndigheten för civil beredskap | Myndigheten för civilt försvar
Myndigheten för civilförsvar | Myndigheten för civilt försvar
Statistikverket | Statistiska centralbyrån
Telestyrelsen | Post- och telestyrelsen
Skolmyndigheten | Skolverket
Geologiska undersökningen | Sveriges geologiska undersökning
Statens lantbruksuniversitet | Sveriges lantbruksuniversitet
Sveriges lantbrukshögskola | Sveriges lantbruksuniversitet
Sveriges Kommuner och Landskap | Sveriges Kommuner och Regioner
Jämställdhetsverket | Jämställdhetsmyndigheten
Havs- och vattenverket | Havs- och vattenmyndigheten
Statens geologiska undersökning | Sveriges geologiska undersökning
Statistiska centralverket | Statistiska centralbyrån
Centrala studienämnden | Centrala studiestödsnämnden
Universitets- och högskoleverket | Universitets- och högskolerådet
Sveriges Regioner och Kommuner | Sveriges Kommuner och Regioner
Fonden för rättvis omställning | Fonden för en rättvis omställning
Sveriges Kommuner & Regioner | Sveriges Kommuner och Regioner
"""


@cache
def namn() -> frozenset[str]:
    """Return the names of all bodies that have one only."""
    return frozenset((*_listed(_NAMN), *_listed(_GEMENA), *(lan.region for lan in LAN), *(lan.lan for lan in LAN)))


@cache
def gemena() -> frozenset[str]:
    """Return the names that may begin with a small letter too."""
    return frozenset(_listed(_GEMENA))


@cache
def vanliga() -> frozenset[str]:
    """Return the names that are common words as well, whose capitals say nothing."""
    return frozenset(_listed(_VANLIGA))


@cache
def felnamn() -> dict[str, str]:
    """Return the right names by those that are often given instead of them."""
    pairs = (line.partition(" | ") for line in _FELNAMN.strip().splitlines())
    return {wrong: right for wrong, _, right in pairs}


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(";") if (name := " ".join(part.split())))
