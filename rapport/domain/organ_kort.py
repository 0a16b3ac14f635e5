"""What bodies, funds and strategies are shortened to: every way that is right, the usual one first.

Source: the register of authorities (Ekonomistyrningsverket's and Statskontoret's short names) and the bodies' own
pages; read in November 2026.
"""

from functools import cache

_KORT = """
Arbetsförmedlingen | AF
Boverket | BOV
Brottsförebyggande rådet | BRÅ, Brå
Centrala studiestödsnämnden | CSN
Energimarknadsinspektionen | Ei, EI
Europeiska regionala utvecklingsfonden | ERUF, Eruf, ERDF
Europeiska socialfonden | ESF, ESF+, Esf
Europeiska socialfonden plus | ESF+, ESF
Folkhälsomyndigheten | FOHM, Fohm, FHM
Fonden för en rättvis omställning | FRO, JTF, FRO/JTF, JTF/FRO
Försäkringskassan | FK
Havs- och vattenmyndigheten | HaV, HAV
Inspektionen för vård och omsorg | IVO
Integritetsskyddsmyndigheten | IMY
Jordbruksverket | SJV
Lantbrukarnas Riksförbund | LRF
Linnéuniversitetet | LNU, Lnu
Luleå tekniska universitet | LTU
Länsstyrelsen | LST, Lst
Mittuniversitetet | MIUN, Miun
Myndigheten för civilt försvar | MCF
Myndigheten för delaktighet | MFD
Myndigheten för digital förvaltning | Digg, DIGG
Myndigheten för samhällsskydd och beredskap | MSB
Myndigheten för ungdoms- och civilsamhällesfrågor | MUCF
Myndigheten för yrkeshögskolan | MYH, Myh
Mälardalens universitet | MDU
Naturvårdsverket | NV
Norra periferin och Arktis | NPA
Patent- och registreringsverket | PRV
Post- och telestyrelsen | PTS
Riksantikvarieämbetet | RAÄ
Rådet för Europeiska socialfonden i Sverige | ESF, ESF-rådet
Skogsstyrelsen | SKS
Specialpedagogiska skolmyndigheten | SPSM
Statens geotekniska institut | SGI
Statens jordbruksverk | SJV
Statens veterinärmedicinska anstalt | SVA
Statens väg- och transportforskningsinstitut | VTI
Statistiska centralbyrån | SCB
Statistikmyndigheten | SCB
Sveriges Kommuner och Regioner | SKR
Sveriges geologiska undersökning | SGU
Sveriges lantbruksuniversitet | SLU
Sveriges meteorologiska och hydrologiska institut | SMHI
Tillväxtverket | TVV
Totalförsvarets forskningsinstitut | FOI
Trafikverket | TRV
Universitets- och högskolerådet | UHR
Universitetskanslersämbetet | UKÄ
Vetenskapsrådet | VR
regionala serviceprogrammet | RSP
regionala utvecklingsplanen | RUP
regionala utvecklingsprogrammet | RUP
regionala utvecklingsstrategin | RUS
regional utvecklingsstrategi | RUS
regionala kompetensförsörjningsstrategin | RKS
små och medelstora företag | SMF, SME
"""


@cache
def kort() -> dict[str, tuple[str, ...]]:
    """Return the right short forms of each name."""
    rows = (line.partition(" | ") for line in _KORT.strip().splitlines())
    return {name: tuple(one.strip() for one in short.split(",")) for name, _, short in rows}
