"""The words by which an answer shows what the form asks for: ``begär`` in mall.yaml names these."""

import re

# For each thing asked for: its parts in words for people, and what shows each of them in Swedish text.
BEGREPP: dict[str, tuple[tuple[str, str], ...]] = {
    "kommuner": (
        (
            "kommuner",
            (
                r"(?<!fylkes)[Kk]ommun(?:er|ers|erna|ernas|en|ens|s)\b|(?<!\bper )(?<!\bpå )\b[Kk]ommun\b"
                r"|[Kk]ommun(?:al)?förbund|[Kk]ommun(?:chef|direktör|ledning|företrädare|representant)"
            ),
        ),
    ),
    "statliga myndigheter": (
        (
            "statliga myndigheter",
            (
                r"\b[Mm]yndighet(?:er|erna)\b|Myndigheten för|\b(?!Kollektivtrafik)[A-ZÅÄÖ]\w+myndighet"
                r"|\b(?!\w*(?:[Nn]ät|[Rr]am|[Rr]egel|[Hh]ant|[Kk]raft)verk)[A-ZÅÄÖ]\w+verket\b"
                r"|\b(?!Region|Kommun|Bolag|Förbund|Förening|Projekt)[A-ZÅÄÖ]\w{2,}styrelsen\b"
                r"|Arbetsförmedling|Försäkringskassan|ESF-rådet|Vinnova|Formas\b|Sametinget|Försvarsmakten|Lantmäteriet"
                r"|Tillväxtanalys|Trafikanalys|Polisen|\bSCB\b|\bSGU\b|\bSMHI\b|\bMSB\b|Statistiska centralbyrån"
                r"|(?<!fylkes)[Uu]niversitet(?:et|en)?\b|\bHögskolan\b|[Ll]ärosäte"
                r"|Post- och telestyrelsen|\bPTS\b|[Ll]änsstyrels"
            ),
        ),
    ),
    "länsstyrelsen": (("länsstyrelsen", r"[Ll]änsstyrels"),),
    "civilsamhället": (
        (
            "civilsamhället",
            (
                r"[Cc]ivilsamhäll|civila samhäll|[Ii]déburn|\b[Ii]deell|byalag|bygderåd|hembygds|[Ss]tudieförbund"
                r"|\b[Ii]drotts?(?:en|rörelsen|förbund)|SISU|[Ff]öreningsliv|[Ff]olkhögskol|[Ff]olkbildning"
                r"|Röda [Kk]orset|Rädda [Bb]arnen|[Ff]olkrörelse|[Ff]rivilligorganisation|[Rr]iksförbund"
                r"|[Pp]ensionärsorganisation"
                r"|Coompanion|Hela [Ss]verige|Hushållningssällskap|bygdegård|samfund\b|[Ii]ntresseorganisation"
                r"|[Ff]unktionsrätt|[Kk]yrkan\b|\b[Ss]ameby|\b[Ss]amiska (?:organisation|företräd|förening)"
                r"|\bLeader(?:\b|-|områd)|\b[Ll]eaderområd|[Ff]rämjandet\b|Vuxenskolan|Medborgarskolan|\bABF\b|\bPRO\b"
                r"|\bSPF\b|Winnet|\b[Vv]attenråd|\b[Bb]y(?:a?(?:nät|råd|grupp|förening)|utveckling)"
                r"|lokala utvecklingsgrupp"
                r"|\b(?!Bransch|Näringsliv|Företag|Industri|Bostad)[A-ZÅÄÖ]\w*förening(?:en)?\b"
            ),
        ),
    ),
    "näringslivet": (
        (
            "näringslivet",
            (
                r"\bNäringsliv\b|Företagarna\b|[Hh]andelskammar|\bLRF\b|\bVisita\b|[Aa]rbetsgivarorganisation"
                r"|[Bb]ransch(?:råd|organisation|förening|förbund)|[Nn]äringslivs(?:råd|organisation|bolag|förening)"
                r"|[Ff]öretags?(?:ar)?förening|[Dd]estinations(?:bolag|organisation)|\bSveriges Åkeri|Skogsindustrierna"
                r"|Transportföretagen|Teknikföretagen|Byggföretagen|Fastighetsägarna|[Åå]keri(?:er|erna|näring)"
            ),
        ),
    ),
    "samverkan": (("hur samverkan har fungerat", ""),),
    "utmaningar": (
        (
            "utmaningar",
            (
                r"\b[Uu]tmaning|[Ss]vårighet|\b[Ss]vår(?:a|t|are|ast|aste)?\b|hinder\b|\b[Hh]indr|\b[Ff]örsvår|\b[Bb]rist"
                r"|\b[Pp]roblem|\b[Dd]essvärre|\b[Tt]yvärr|\b[Ff]laskhals|\b[Mm]otgång|\b[Bb]akslag|(?:resurs|tids)krävande"
                r"|\b[Tt]rög|[a-zåäö]{3}brist(?:en|er)?\b|\b[Ss]vaghet|\bdrabba(?:des|ts)\b|\b[Ff]örsen(?:a|ing)|\b[Ss]årbar|\b[Ff]ragmenter|\b[Ff]örsämra|\b[Oo]säkerhet"
            ),
        ),
        (
            "framgångsfaktorer",
            (
                r"[Ff]ramgång|\b[Nn]yckelfaktor|\b(?:[Ee]n nyckel|[Nn]yckeln) (?:har|är|var|till)\b|[Tt]ack vare\b"
                r"|\b[Ll]yckad\w*|\blyck(?:ats|ades)\b|\b[Vv]erkningsfull|\b[Mm]öjliggj(?:ord|ort)"
                r"|\bunderlätta(?:t|ts|de|des)\b|\b[Uu]nderlättas av\b"
                r"|\b[Aa]vgörande faktor|\bAvgörande för att\b|\bvarit (?:helt )?avgörande\b"
                r"|\bfungerat (?:\w+ )?bäst\b|\b(?:varit|var) till (?:stor )?hjälp\b|\bgått bättre\b"
                r"|\b[Gg]o(?:tt|da) exempel\b|\bbäst (?:då|när|där)\b"
                r"|\bspelat en (?:stor|viktig|avgörande) roll\b|\bvarit av (?:stor|avgörande) betydelse\b"
                r"|\b[Ff]örutsättning(?:en)? för att (?:[\w-]+ ){1,6}(?:har|hade) kunnat\b|\bvarit en styrka\b"
                r"|\bbetytt mycket\b|\b(?:är|vara|varit) en (?:stor )?tillgång\b|\bUtan (?:[\w-]+ ){1,3}hade\b"
                r"|\bgett (?:snabb|god|bättre|legitimitet)\w*"
                r"|\b[Ss]tyrkan (?:har varit|är|var|ligger)\b"
            ),
        ),
    ),
    "hållbarhet": (
        (
            "ekonomisk hållbarhet",
            r"[Ee]konomi|[Ll]önsam|[Kk]onkurrenskraft|[Aa]ffärsmodell|\bBRP\b|inkomst|[Ss]ysselsättning|arbetstillfäll",
        ),
        (
            "social hållbarhet",
            (
                r"\b[Ss]ocial[at]?\b|\b[Ss]ocio|[Jj]ämställd|[Jj]ämlik|[Ii]ntegration|[Dd]elaktig|[Ii]nkluder"
                r"|[Ff]olkhälsa|\bkön(?:et|s\w*)?\b|\butrikes född|[Ff]unktions(?:ned|förmåg|rätt|variation)"
                r"|\b[Bb]arn och (?:unga|äldre)|[Bb]arn(?:perspektiv|konvention|rätt)|[Ll]ikabehandling|[Uu]tanförskap"
                r"|[Ss]egregation|\b[Tt]rygghet|\b[Ff]attig|[Ll]åginkomst"
            ),
        ),
        (
            "miljömässig hållbarhet",
            (
                r"[Mm]iljö|[Kk]limat|[Ee]kologisk|[Cc]irkulär|[Ff]ossil|[Uu]tsläpp|[Bb]iologisk mångfald|[Vv]äxthusgas"
                r"|[Kk]oldioxid|\b[Ff]örnybar|[Åå]terbruk|[Bb]iogas|[Ee]nergieffektiv|[Gg]röna? omställning"
            ),
        ),
    ),
    "jämställdhet": (("jämställdhet", r"[Jj]ämställd"),),
    "integration": (("integration", r"\b\w*[Ii]ntegration(?:en|s\w*)?\b"),),
    "mål": (
        (
            "vilka mål",
            (
                r"\b(?!ändamål|föremål|spörsmål)\w*mål(?:et|en|s|ens|ets|bild\w*|sättning\w*|område\w*|uppfyll\w*)?\b"
                r"|\bMål(?:et|en)?\b|\bRUS\b|[Uu]tvecklingsstrategi|Agenda 2030|[Pp]rioritering|\bERUF\b|\bESF\+"
                r"|Interreg|Parisavtal|i alla delar av l(?:and|än)et"
            ),
        ),
    ),
    "bedömningsgrund": (
        (
            "uppföljning, utvärdering eller egen bedömning",
            (
                r"[Uu]ppfölj|\b[Ff]ölj(?:s|er|t|ts|de|des)? upp\b|[Ff]öljt\w* upp|[Uu]tvärder"
                r"|(?<!miljö)(?<!Miljö)(?<!risk)(?<!Risk)(?<!konsekvens)[Bb]edöm"
            ),
        ),
    ),
}
# Words that show an actor only in a sentence about doing something together: they are as often what the work is about.
WEAK = {
    "civilsamhället": re.compile(
        r"\b(?!bransch|näringsliv|företag|bostadsrätt|industri)\w*förening(?:en|ar|arna|arnas)?\b", re.IGNORECASE
    ),
    "näringslivet": re.compile(
        r"\b\w*företag(?:en|et|ens|are|arna)?\b|\b[Nn]äringsliv(?:et|ets)?\b|\b\w*bolag(?:en|et)?\b|\b\w*[Kk]lust(?:er|ret)"
        r"|\bA[Ll][Mm][Ii]\b|[Ii]nkubator|[Ss]cience [Pp]ark|\bbransch(?:en|er|erna)\b|\b\w*industrin\b"
        r"|\boperatör(?:er|erna)\b|\blantbrukar(?:e|na)\b"
        r"|\bfastighetsägar(?:e|na)\b|\b(?:ABB|Boliden|Ericsson|Holmen|LKAB|SCA|SSAB|Scania"
        r"|Telia|Vattenfall|Volvo)\b|\b[Nn]yföretagar|\bVisit [A-ZÅÄÖ]|\bDestination [A-ZÅÄÖ]"
    ),
}
TOGETHER = re.compile(
    r"samverk|samarbet|tillsammans|partnerskap|dialog|nätverk|samråd|samordn|gemensam|delt(?:og|ar|agit)|medverk"
    r"|deltagare från|(?:styr|referens|arbets|berednings)grupp|hearing|synpunkter|representant"
    r"|företräd|\bhörts\b|bjudits in|\bihop med\b|\binvolver|\bingå(?:r|tt)\b",
    re.IGNORECASE,
)
COOPERATION = re.compile(r"samverk|samarbet|samspel|partnerskap|dialog|nätverk|samråd", re.IGNORECASE)
WORKED = re.compile(
    r"funger|kultur av sam|s?amverkanskultur|samarbetskultur|\b(?:god|goda|gott|bra|bättre|bäst|väl|smidig\w*|nära"
    r"|tät|täta|snabb\w*|stärk(?:t|ts)|förbättra\w*|fördjupa\w*|lyckad\w*|svår\w*|trög\w*|brist\w*|utmaning\w*|tillit\w*|försvår\w*"
    r"|förtroende\w*|framgång\w*|värdefull\w*|konstruktiv\w*|friktionsfri\w*|givande|ojämn\w*|fragmenter\w*|positiv[at]?|meningsfull\w*|upplev(?:s|des|ts)|uppskatta[dt]\w*"
    r"|avgörande|problem\w*|(?:resurs|tids)krävande)\b",
    re.IGNORECASE,
)
