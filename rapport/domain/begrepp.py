"""The words by which an answer shows what the form asks for: ``begär`` in mall.yaml names these."""

import re

# For each thing asked for: its parts in words for people, and what shows each of them in Swedish text.
BEGREPP: dict[str, tuple[tuple[str, str], ...]] = {
    "kommuner": (("kommuner", r"[Kk]ommun(?!ik|al)"),),
    "statliga myndigheter": (
        (
            "statliga myndigheter",
            (
                r"\b[Mm]yndighet(?:er|erna)\b|Myndigheten för|\b[A-ZÅÄÖ]\w+verket\b|Arbetsförmedling|Försäkringskassan"
                r"|ESF-rådet|Vinnova|[A-ZÅÄÖ]\w+myndighet|\bSCB\b|Statistiska centralbyrån|[Uu]niversitet\b|Högskolan"
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
                r"|idrottsförbund|SISU|[Ff]öreningsliv|[Ff]olkhögskol|[Ff]olkbildning|Röda [Kk]orset|Rädda [Bb]arnen"
                r"|Coompanion|Hela [Ss]verige|Hushållningssällskap|bygdegård|samfund\b|[Ii]ntresseorganisation"
                r"|[Ff]unktionsrätt|[Kk]yrkan\b|\b[Ss]ameby|\b[Ss]amisk\w* organisation|\b[A-ZÅÄÖ]\w*förening(?:en)?\b"
            ),
        ),
    ),
    "näringslivet": (
        (
            "näringslivet",
            (
                r"[Nn]äringslivet\b|\bNäringsliv\b|Företagarna\b|[Hh]andelskammar|[Bb]ransch(?:råd|organisation|förening)"
                r"|[Nn]äringslivs(?:råd|organisation|bolag|förening|kontor)|[Ff]öretags?(?:ar)?förening|\bLRF\b|[Kk]luster"
                r"|\bA[Ll][Mm][Ii]\b|[Ii]nkubator|[Ss]cience [Pp]ark|[Aa]rbetsgivarorganisation"
            ),
        ),
    ),
    "samverkan": (("hur samverkan har fungerat", ""),),
    "utmaningar": (
        (
            "utmaningar",
            r"\b[Uu]tmaning|[Ss]vårighet|\b[Ss]vår(?:t|are|ast|aste)\b|hinder\b|\b[Ff]örsvår|\b[Bb]rist|\b[Pp]roblem",
        ),
        ("framgångsfaktorer", r"[Ff]ramgång|\b[Nn]yckelfaktor|[Tt]ack vare\b|\b[Ll]yckad\w*|\blyckats\b"),
    ),
    "hållbarhet": (
        ("ekonomisk hållbarhet", r"[Ee]konomi"),
        (
            "social hållbarhet",
            r"\b[Ss]ocial[at]?\b|\b[Ss]ocio|[Jj]ämställd|[Jj]ämlik|[Ii]ntegration|[Dd]elaktig|[Ii]nkluder",
        ),
        ("miljömässig hållbarhet", r"[Mm]iljö|[Kk]limat|[Ee]kologisk|[Cc]irkulär|[Ff]ossil|[Uu]tsläpp"),
    ),
    "jämställdhet": (("jämställdhet", r"[Jj]ämställd"),),
    "integration": (("integration", r"\b\w*[Ii]ntegration(?:en|s\w*)?\b"),),
    "mål": (
        (
            "vilka mål",
            (
                r"\b(?!ändamål|föremål|spörsmål)\w*mål(?:et|en|s|ens|ets|bild\w*|sättning\w*|område\w*|uppfyll\w*)?\b"
                r"|\bMål(?:et|en)?\b|\bRUS\b|[Uu]tvecklingsstrategi|Agenda 2030|[Pp]rioritering|\bERUF\b|Interreg"
                r"|i alla delar av l(?:and|än)et"
            ),
        ),
    ),
    "bedömningsgrund": (
        ("uppföljning, utvärdering eller egen bedömning", r"[Uu]ppfölj|[Ff]öljt\w* upp|[Uu]tvärder|[Bb]edöm"),
    ),
}
# Words that show an actor only in a sentence about doing something together.
WEAK = {
    "civilsamhället": re.compile(r"\b\w*förening(?:en|ar|arna|arnas)?\b"),
    "näringslivet": re.compile(r"\bföretag(?:en|et|ens|are|arna)?\b|\bnäringsliv\b|\b\w*bolag(?:en|et)?\b"),
}
TOGETHER = re.compile(
    r"samverk|samarbet|tillsammans|partnerskap|dialog|nätverk|samråd|samordn|gemensam|delt(?:og|ar|agit)|medverk",
    re.IGNORECASE,
)
COOPERATION = re.compile(r"samverk|samarbet|partnerskap|dialog|nätverk|samråd", re.IGNORECASE)
WORKED = re.compile(
    r"funger|kultur av sam|s?amverkanskultur|samarbetskultur|\b(?:god|goda|gott|bra|bättre|bäst|väl|smidig\w*|nära"
    r"|stärk(?:t|ts)|förbättra\w*|fördjupa\w*|lyckad\w*|svår\w*|trög\w*|brist\w*|utmaning\w*|tillit\w*|försvår\w*"
    r"|förtroende\w*|framgång\w*)\b",
    re.IGNORECASE,
)
