"""Bodies that are no more, or that are called something else now: until when, and what stands in their place.

Source: Svensk författningssamling (the instructions that were repealed), Statskontoret's and Statistiska centralbyrån's
registers of authorities, the regions' and the universities' own accounts of their history; read in November 2026.
"""

from dataclasses import dataclass
from functools import cache

# name; other name | = renamed, > succeeded by, x ended | now | from what year
_FORE = """
Post- och telegrafstyrelsen; Telegrafstyrelsen; Telegrafverket; Televerket | > | Post- och telestyrelsen | 1993
Statens vägverk | = | Trafikverket | 2010
Statens järnvägar | > | Trafikverket (spåren) eller SJ (tågen) | 2001
Statens energiverk | > | Energimyndigheten | 1991
Statens industriverk; Styrelsen för teknisk utveckling | > | Tillväxtverket eller Vinnova | 1991
Statens vattenfallsverk | > | Vattenfall (elen) eller Svenska kraftnät (stamnätet) | 1992
Statens naturvårdsverk | = | Naturvårdsverket | 1995
Statens planverk; Bostadsstyrelsen | > | Boverket | 1988
Länsbostadsnämnden; Lantbruksnämnden; Länsskolnämnden | > | länsstyrelsen eller Skolverket | 1993
Skolöverstyrelsen | > | Skolverket | 1991
Universitets- och högskoleämbetet | > | Universitetskanslersämbetet eller Universitets- och högskolerådet | 1992
Lantbruksstyrelsen; Statens jordbruksnämnd | > | Jordbruksverket | 1991
Domänverket | > | Sveaskog | 1993
Statens råd för byggnadsforskning | > | Formas | 2001
Överstyrelsen för civil beredskap; Civilförsvarsstyrelsen | > | Myndigheten för civilt försvar | 2002
SP Sveriges Tekniska Forskningsinstitut; Innventia | > | RISE | 2017
Ersta Sköndal Bräcke högskola; Ersta Sköndal högskola | = | Marie Cederschiöld högskola | 2021
Verket för näringslivsutveckling; Närings- och teknikutvecklingsverket; Nutek; NUTEK | > | Tillväxtverket | 2009
Glesbygdsverket | > | Tillväxtverket | 2009
Institutet för tillväxtpolitiska studier; ITPS | > | Tillväxtanalys | 2009
Turistdelegationen | > | Tillväxtverket | 2006
Vägverket | > | Trafikverket | 2010
Banverket | > | Trafikverket | 2010
Rikstrafiken | > | Trafikverket | 2011
Statens institut för kommunikationsanalys; SIKA | > | Trafikanalys | 2010
Luftfartsstyrelsen | > | Transportstyrelsen | 2009
Järnvägsstyrelsen | > | Transportstyrelsen | 2009
Verket för förvaltningsutveckling; Verva | x | | 2009
Ungdomsstyrelsen | = | Myndigheten för ungdoms- och civilsamhällesfrågor | 2014
Högskoleverket | > | Universitetskanslersämbetet eller Universitets- och högskolerådet | 2013
Verket för högskoleservice | > | Universitets- och högskolerådet | 2013
Internationella programkontoret för utbildningsområdet; Internationella programkontoret | > |\
 Universitets- och högskolerådet | 2013
Myndigheten för kvalificerad yrkesutbildning; KY-myndigheten | > | Myndigheten för yrkeshögskolan | 2009
Myndigheten för skolutveckling | > | Skolverket | 2008
Nationellt centrum för flexibelt lärande | > | Skolverket | 2008
Specialpedagogiska institutet; Specialskolemyndigheten | > | Specialpedagogiska skolmyndigheten | 2008
Fiskeriverket | > | Havs- och vattenmyndigheten | 2011
Djurskyddsmyndigheten | > | Statens jordbruksverk | 2007
Skogsvårdsstyrelsen | > | Skogsstyrelsen | 2006
Statens folkhälsoinstitut; Folkhälsoinstitutet | > | Folkhälsomyndigheten | 2014
Smittskyddsinstitutet | > | Folkhälsomyndigheten | 2014
Handisam; Myndigheten för handikappolitisk samordning | = | Myndigheten för delaktighet | 2014
Hjälpmedelsinstitutet | > | Myndigheten för delaktighet | 2014
Handikappombudsmannen; Jämställdhetsombudsmannen; JämO | > | Diskrimineringsombudsmannen | 2009
Integrationsverket | x | | 2007
Statens invandrarverk | = | Migrationsverket | 2000
Arbetsmarknadsstyrelsen; Arbetsmarknadsverket; Länsarbetsnämnden | > | Arbetsförmedlingen | 2008
Arbetslivsinstitutet | x | | 2007
Arbetarskyddsstyrelsen; Yrkesinspektionen | > | Arbetsmiljöverket | 2001
Myndigheten för arbetsmiljökunskap; Mynak | > | Arbetsmiljöverket | 2026
Riksförsäkringsverket | > | Försäkringskassan | 2005
Premiepensionsmyndigheten | > | Pensionsmyndigheten | 2010
Riksskatteverket | > | Skatteverket | 2004
Lantmäteriverket | > | Lantmäteriet | 2008
Datainspektionen | = | Integritetsskyddsmyndigheten | 2021
Lotteriinspektionen | = | Spelinspektionen | 2019
Rikspolisstyrelsen | > | Polismyndigheten | 2015
Statens räddningsverk; Räddningsverket | > | Myndigheten för civilt försvar | 2009
Krisberedskapsmyndigheten; Styrelsen för psykologiskt försvar | > | Myndigheten för civilt försvar | 2009
Myndigheten för samhällsskydd och beredskap; MSB | = | Myndigheten för civilt försvar (MCF) | 2026
Statens kärnkraftinspektion; Statens strålskyddsinstitut | > | Strålsäkerhetsmyndigheten | 2008
Riksrevisionsverket; Riksdagens revisorer | > | Riksrevisionen | 2003
Ekonomistyrningsverket; ESV | > | Statskontoret | 2026
E-legitimationsnämnden | > | Myndigheten för digital förvaltning | 2018
Statens medieråd; Myndigheten för press, radio och tv | > | Mediemyndigheten | 2024
Presstödsnämnden | > | Mediemyndigheten | 2015
Talboks- och punktskriftsbiblioteket | = | Myndigheten för tillgängliga medier | 2013
Delegationen mot segregation; Delmos | x | | 2023
Myndigheten för stöd till trossamfund | > | Myndigheten för ungdoms- och civilsamhällesfrågor | 2026
Statens konstråd | x | | 2026
Statens centrum för arkitektur och design | x | | 2026
Riksutställningar | > | Riksantikvarieämbetet | 2017
Myndigheten för vårdanalys | = | Myndigheten för vård- och omsorgsanalys | 2015
Forskningsrådet för arbetsliv och socialvetenskap | = | Forte | 2013
Byggforskningsrådet | > | Formas | 2001
Myndigheten för utländska investeringar i Sverige; Invest Sweden; Exportrådet; Sveriges exportråd | > |\
 Business Sweden | 2013
Innovationsbron | > | Almi | 2013
Näringsdepartementet | > |\
 Landsbygds- och infrastrukturdepartementet (regional utveckling, landsbygd, transporter) eller\
 Klimat- och näringslivsdepartementet (näringsliv, energi, klimat) | 2023
Infrastrukturdepartementet | > | Landsbygds- och infrastrukturdepartementet (för energi Klimat- och\
 näringslivsdepartementet) | 2023
Miljödepartementet; Miljö- och energidepartementet | > | Klimat- och näringslivsdepartementet | 2023
Landsbygdsdepartementet | > | Landsbygds- och infrastrukturdepartementet | 2015
Jordbruksdepartementet | > | Landsbygds- och infrastrukturdepartementet | 2011
Integrations- och jämställdhetsdepartementet | x | | 2011
Sveriges Kommuner och Landsting; Sveriges kommuner och landsting; Sveriges Kommuner & Landsting; SKL | = |\
 Sveriges Kommuner och Regioner (SKR) | 2019
Svenska Kommunförbundet; Svenska kommunförbundet; Landstingsförbundet | > | Sveriges Kommuner och Regioner (SKR) | 2007
Högskolan i Kalmar; Växjö universitet; Högskolan i Växjö | > | Linnéuniversitetet | 2010
Mälardalens högskola; MDH | = | Mälardalens universitet (MDU) | 2022
Högskolan på Gotland | > | Uppsala universitet Campus Gotland | 2013
Malmö högskola | = | Malmö universitet | 2018
Mitthögskolan | = | Mittuniversitetet | 2005
Högskolan i Trollhättan/Uddevalla | = | Högskolan Väst | 2006
Högskolan i Karlskrona/Ronneby | = | Blekinge tekniska högskola | 2000
Högskolan i Karlstad | = | Karlstads universitet | 1999
Högskolan i Örebro | = | Örebro universitet | 1999
Högskolan i Luleå | = | Luleå tekniska universitet | 1997
Lärarhögskolan i Stockholm | > | Stockholms universitet | 2008
Dramatiska institutet; Stockholms dramatiska högskola; Dans- och cirkushögskolan; Operahögskolan i Stockholm | > |\
 Stockholms konstnärliga högskola | 2014
Landstinget; landstinget | > | regionen | 2020
Stockholms läns landsting | = | Region Stockholm | 2019
Landstinget i Uppsala län; Uppsala läns landsting; Regionförbundet Uppsala län | > | Region Uppsala | 2017
Landstinget Sörmland; Södermanlands läns landsting; Regionförbundet Sörmland | > | Region Sörmland | 2019
Landstinget i Östergötland; Östergötlands läns landsting; Regionförbundet Östsam | > | Region Östergötland | 2015
Landstinget i Jönköpings län; Jönköpings läns landsting; Regionförbundet Jönköpings län | > |\
 Region Jönköpings län | 2015
Landstinget Kronoberg; Kronobergs läns landsting; Regionförbundet södra Småland | > | Region Kronoberg | 2015
Landstinget i Kalmar län; Kalmar läns landsting; Regionförbundet i Kalmar län | > | Region Kalmar län | 2019
Landstinget Blekinge; Blekinge läns landsting | = | Region Blekinge | 2019
Landstinget Halland; Hallands läns landsting | = | Region Halland | 2011
Landstinget i Värmland; Värmlands läns landsting | > | Region Värmland | 2019
Örebro läns landsting; Regionförbundet Örebro | > | Region Örebro län | 2015
Landstinget Västmanland; Västmanlands läns landsting | > | Region Västmanland | 2017
Landstinget Dalarna; Dalarnas läns landsting | > | Region Dalarna | 2019
Landstinget Gävleborg; Gävleborgs läns landsting | > | Region Gävleborg | 2015
Landstinget Västernorrland; Västernorrlands läns landsting | = | Region Västernorrland | 2018
Jämtlands läns landsting; Regionförbundet Jämtlands län | > | Region Jämtland Härjedalen | 2015
Västerbottens läns landsting | > | Region Västerbotten | 2019
Norrbottens läns landsting | = | Region Norrbotten | 2017
Malmöhus läns landsting; Kristianstads läns landsting; Regionförbundet Skåne | > | Region Skåne | 1999
Bohuslandstinget; Älvsborgs läns landsting; Skaraborgs läns landsting | > | Västra Götalandsregionen | 1999
Troms og Finnmark fylkeskommune; Troms og Finnmark fylke | x | | 2024
Viken fylkeskommune; Viken fylke; Vestfold og Telemark fylkeskommune; Vestfold og Telemark fylke | x | | 2024
Hedmark fylkeskommune; Hedmark fylke; Oppland fylkeskommune; Oppland fylke | > | Innlandet fylkeskommune | 2020
Nord-Trøndelag fylkeskommune; Sør-Trøndelag fylkeskommune | > | Trøndelag fylkeskommune | 2018
Interreg Nord; Interreg Botnia-Atlantica; Botnia-Atlantica | > | Interreg Aurora | 2024
En nationell strategi för hållbar regional tillväxt och attraktionskraft;\
 nationella strategin för hållbar regional tillväxt och attraktionskraft;\
 Nationella strategin för hållbar regional tillväxt och attraktionskraft | > |\
 den nationella strategin för hållbar regional utveckling i hela landet 2021–2030 | 2021
TE-byrån; TE-byråerna; TE-byrå | > | arbets- och näringstjänster hos kommunerna i Finland | 2025
NTM-centralen; NTM-centralerna; NTM-central | > | livskraftscentralerna i Finland | 2026
Regionförvaltningsverket; Regionförvaltningsverken | > | Tillstånds- och tillsynsverket i Finland | 2026
Kopparbergs län | = | Dalarnas län | 1997
Malmöhus län; Kristianstads län | > | Skåne län | 1997
Göteborgs och Bohus län; Älvsborgs län; Skaraborgs län | > | Västra Götalands län | 1998
"""


@dataclass(frozen=True, slots=True)
class Fore:
    """A name of the past: ``nu`` is what it is called now, or what came in its place, "" where nothing did.

    ``till`` is the first year in which it was wrong. ``ar_samma`` says that the body is the same and just renamed.
    ``fullt`` is its name in full, where this is a short one.
    """

    namn: str
    nu: str
    till: int
    ar_samma: bool
    fullt: str

    @property
    def hint(self) -> str:
        """What became of it, and what to write."""
        if self.ar_samma:
            told = f"Namnet är {self.nu} sedan {self.till}."
        elif self.nu:
            told = f"I stället finns {self.nu}."
        else:
            told = "Skriv vem som har uppgiften nu."
        return f"{told} Gäller det förr: skriv ”dåvarande {self.namn}”, eller årtalet."


@cache
def fore() -> dict[str, Fore]:
    """Return every name of the past."""
    found: dict[str, Fore] = {}
    for line in _FORE.strip().splitlines():
        names, sign, nu, till = (part.strip() for part in line.split("|"))
        full, *others = (name.strip() for name in names.split(";"))
        found |= {name: Fore(name, nu, int(till), sign == "=", full) for name in (full, *others)}
    return found
