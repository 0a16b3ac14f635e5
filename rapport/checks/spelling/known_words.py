"""Words that the dictionary lacks or cannot tell from slips, and the names that must be right in a region's report."""

# English that the field speaks. Other English is known by the English dictionary, unless Swedish is a letter away.
_ENGLISH = """
accelerator analytics barcamp benchmark benchmarking blended boost bootcamp bottom branding buddy business capacity
center challenge citizen city cleantech cluster clusters co code cohesion community creative crowdfunding dashboard
dashboards deal deeptech design digital discovery ecosystem edge empowerment engagement entrepreneurial facility
factory fintech foresight fund funding funds gaming gap governance green growth hackathon health helix hub hubben hubs
impact incubator industry innovation inspire invest lab labb labs lean lighthouse living mainstreaming maker
makerspace match matchmaking mentor microcredentials mindset mission network next open outdoor park partner peer pilot
pipeline pitch platform policy power process quadruple recovery regional resilience reskilling roadmap roadshow scale
scaleup science seed sharing skills smart soft spinoff stakeholder startup startups storytelling strategic strategy
street summit sustainable team tech testbed testbeds think tool toolbox toolkit top tourism track transition triple
twin upskilling urban valley venture vision voucher vouchers workation workshop youth
"""
# Short forms without their full stop, and English as the British spell it.
_SHORT = """
centre dnr etc exkl forts inkl jfr jmf kap ksek löpnr mdkr mkr mnkr msek osv programme
programmes prop ref resp skr specialisation tex tkr
"""
# What the field says and the dictionary lacks, in the forms that can also begin a compound.
_FIELD = """
byanät byanäten byanätet cirkularitet cirkulariteten dari elektrobränsle elektrobränslen elektrobränslena elflyg
elflyget flerårighet flerårigheten fylkeskommune geografier geografierna knappast kommune linjelagd linjelagda
sakråd sakrådet samhandling samskapa samskapande tigrinja tolvårs
"""
_KOMMUNER = """
Ale Alingsås Alvesta Aneby Arboga Arjeplog Arvidsjaur Arvika Askersund Avesta Bengtsfors Berg Bjurholm Bjuv Boden
Bollebygd Bollnäs Borgholm Borlänge Borås Botkyrka Boxholm Bromölla Bräcke Burlöv Båstad Dals Danderyd Degerfors
Dorotea Eda Ekerö Eksjö Emmaboda Enköping Eskilstuna Eslöv Essunga Fagersta Falkenberg Falköping Falun Filipstad
Finspång Flen Forshaga Färgelanda Gagnef Gislaved Gnesta Gnosjö Gotland Grums Grästorp Gullspång Gällivare Gävle
Göinge Göteborg Götene Habo Hagfors Hallsberg Hallstahammar Halmstad Hammarö Haninge Haparanda Heby Hedemora
Helsingborg Herrljunga Hjo Hofors Huddinge Hudiksvall Hultsfred Hylte Hällefors Härjedalen Härnösand Härryda
Hässleholm Håbo Höganäs Högsby Hörby Höör Jokkmokk Järfälla Jönköping Kalix Kalmar Karlsborg Karlshamn Karlskoga
Karlskrona Karlstad Katrineholm Kil Kinda Kiruna Klippan Knivsta Kramfors Kristianstad Kristinehamn Krokom Kumla
Kungsbacka Kungsör Kungälv Kävlinge Köping Laholm Landskrona Laxå Lekeberg Leksand Lerum Lessebo Lidingö Lidköping
Lilla Lindesberg Linköping Ljungby Ljusdal Ljusnarsberg Lomma Ludvika Luleå Lund Lycksele Lysekil Malmö Malung Malå
Mariestad Mark Markaryd Mellerud Mjölby Mora Motala Mullsjö Munkedal Munkfors Mölndal Mönsterås Mörbylånga Nacka
Nora Norberg Nordanstig Nordmaling Norrköping Norrtälje Norsjö Nybro Nykvarn Nyköping Nynäshamn Nässjö Ockelbo
Olofström Orsa Orust Osby Oskarshamn Ovanåker Oxelösund Pajala Partille Perstorp Piteå Ragunda Robertsfors Ronneby
Rättvik Sala Salem Sandviken Sigtuna Simrishamn Sjöbo Skara Skellefteå Skinnskatteberg Skurup Skövde Smedjebacken
Sollefteå Sollentuna Solna Sorsele Sotenäs Staffanstorp Stenungsund Stockholm Storfors Storuman Strängnäs Strömstad
Strömsund Sundbyberg Sundsvall Sunne Surahammar Svalöv Svedala Svenljunga Säffle Sälen Säter Sävsjö Söderhamn
Söderköping Södertälje Sölvesborg Tanum Tibro Tidaholm Tierp Timrå Tingsryd Tjörn Tomelilla Torsby Torsås Tranemo
Tranås Trelleborg Trollhättan Trosa Tyresö Täby Töreboda Uddevalla Ulricehamn Umeå Uppsala Uppvidinge Vadstena
Vaggeryd Valdemarsvik Vallentuna Vansbro Vara Varberg Vaxholm Vellinge Vetlanda Vilhelmina Vimmerby Vindeln Vingåker
Vänersborg Vännäs Värmdö Värnamo Västervik Västerås Växjö Vårgårda Ydre Ystad Älmhult Älvdalen Älvkarleby Älvsbyn
Ängelholm Åmål Ånge Åre Årjäng Åsele Åstorp Åtvidaberg Öckerö Ödeshög Örebro Örkelljunga Örnsköldsvik Östersund
Österåker Östhammar Överkalix Övertorneå
"""
ENGLISH = frozenset(_ENGLISH.split())
WORDS = ENGLISH | {*_SHORT.split(), *_FIELD.split(), "interreg", "leader", "coompanion", "eldrimner"}
KOMMUNER = frozenset(_KOMMUNER.split())
