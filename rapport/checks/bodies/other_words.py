"""How a report speaks of another region's name: what shows that it is meant, and what can only be one's own."""

import re

# What shows that another region is meant: a comparison, something learnt, its part in something shared.
MEANT = re.compile(
    r"jämför|liksom|precis som|i likhet|till skillnad|inspir|erfarenhet|lärdom|besök|förebild|modell|exempel"
    r"|värd\w* för"
    r"|projektägar|\bled(?:er|de|s|it|ning)\b|ordförand|sammankallande|grann|angräns|gräns|nätverk|deltag|deltog|medverk"
    r"|bjöd|inbj|bjudit|partner|konsorti|interreg|utbyte|storregional|pilot|utveckla(?:ts|des) av|initiativ|upphandl"
    r"|tillsammans|gemensam|samarbet|andra regioner|övriga regioner|flera regioner|regionerna|landsdel|tågtrafik"
    r"|sjukvård|avtal|flytta|pendl|genomsnitt|medel(?:värde|tal)|högre än|lägre än|rike[ts]",
    re.IGNORECASE,
)
ALL = (
    r"(?:[Aa]lla|[Ss]amtliga) (?:som (?:bor|lever|verkar)|invånare|kommuninvånare|medborgare|barn(?: och unga)?|unga"
    r"|ungdomar|elever|företag|kvinnor och män)(?: och \w+)?"
)
# Who has gained by what a report tells of, and what is said of them there.
FOR_WHOM = (
    r"(?:näringslivet|företagen|kompetensförsörjningen|arbetsmarknaden|besöksnäringen|innovationssystemet"
    r"|landsbygden|kommunerna|invånarna|utvecklingen|tillväxten|sysselsättningen|industrin) (?=i )"
)
GAINED = re.compile(
    r"(?:insats|arbete|projekt|resultat|slutsats|anslag|medl|råd|satsning)\w*.*"
    r"\b(?:stärk|bidra|förbättr|bättre|öka|gynna|underlätta|gett|fått|möt)\w*|\bmålet\b"
    r"|\b(?:samråd|samverka|dialog)\w* med\b.*,",
    re.IGNORECASE,
)
THING = (
    r"(?:regionala (?:utvecklingsstrategi|utvecklingsnämnd|serviceprogram)|regionfullmäktige|regionstyrelse"
    r"|utvecklingsstrategi|serviceprogram|redovisning|innovationsstrategi|handlingsplan för|långsiktiga mål"
    r"|prioriteringar|verksamhetsplan)"
)
