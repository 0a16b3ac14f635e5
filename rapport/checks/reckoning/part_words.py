"""How running text joins parts to each other and to their whole."""

import re

from rapport.checks.words import listed

TOTAL = (
    r"(?:totalt|sammanlagt|tillsammans|sammantaget|summa|sammantagna|i allt|allt som allt|inalles|tillhopa|ihop"
    r"|sammanräknat|summerat)"
)
# What may stand between two parts: the end of the first one's words, a comma or "och", and a few of the next one's.
JOINT = re.compile(r"[^.;:()\d]{0,70}?(?:, (?!och|samt)|(?P<last>,? (?:och|samt|respektive) ))(?:[\w-]+,? ){0,5}")
LAST_ONE = re.compile(r"[^.;:()\d,]{1,60},? (?:och|samt) (?P<ett>en|ett|ingen|inget)(?= )", re.IGNORECASE)
AFTER = re.compile(rf"[^.;:\d]{{0,50}}?[,(–] ?(?:[\w.]+ ){{0,3}}?{TOTAL} (?:[a-zåäö]+ ){{0,2}}")
COLON = re.compile(r"[^.;:\d]{1,60}: ?")
BRACKET = re.compile(r"[^.;:,\d]{1,40} \(")
COMMA = re.compile(r"(?P<noun>[^.;:,()\d]{1,60}), ")
DIVIDED = re.compile(
    r"[^.;:\d]{0,60}?(?:fördela\w*|uppdela\w*|delades? upp|bestod|består|bestående)(?: (?:sig|upp|jämnt))?"
    r" (?:på|av|mellan|med) (?:[\w-]+,? ){0,2}"
)
# Plural adjectives without a noun of their own mean the whole's: "30 arbetsgivare, 18 privata och 14 offentliga".
BARE_ADJECTIVE = re.compile(
    r"[\s\u00a0](?!(?:andra|samma|båda|alla|flera|andra|ytterligare|resterande|kvarvarande|nästa|första|förra)\b)"
    r"(?:[\w-]{2,}(?<!na)a|[\w-]+(?:ade|ande|ende))(?=,| och | samt |[.;)]| ?$)"
)
ENDS = re.compile(r" [\w-]+ ?(?:[.,;)–]|$)")
OF_WHICH = re.compile(r"[^.;:,\d]{0,60},? varav (?:[\w-]+ ){0,3}")
WENT = re.compile(
    r"[^.;:\d]{0,80}?\b(?:gick|går|fördelades|fördelas|användes|används|avsattes|betalades|fick|beviljades) "
    r"(?:[\w-]+ ){0,3}"
)
WERE = re.compile(r" ?(?:[\w-]+ ){1,4}?(?:var|är|leds|leddes|drivs|drevs|ägs|ägdes|utgjordes)(?: av)? ")
OF = re.compile(r"\bav (?:(?:de|dem|dessa|årets|totalt|sammanlagt|samtliga|alla) ){0,2}$", re.IGNORECASE)
OF_THEM = re.compile(r"Av (?:dem|dessa|deltagarna|de sökande|de som deltog) (?:var|är) ")
SAYS_TOTAL = re.compile(rf"\b{TOTAL}(?: \w+)? $", re.IGNORECASE)
# "Av dem kom 27 från …, 19 från …", "Sju ligger i …, fem i …": then the parts are of what was counted just before.
OF_THEM_WENT = re.compile(r"Av (?:dem|dessa|de [\w-]+) (?:[\w-]+ ){1,2}")
THEY_ARE = re.compile(r" (?:ligger|låg|finns|fanns|är|var|kommer|kom|drivs|hölls|genomfördes|gick|startade|bor) ")
ARE_THERE = re.compile(r"[^.;:\d]{1,60}? (?:finns|fanns|kom|kommer|är|var|ligger|låg|gick|bor|hör hemma) ")
NEITHER = re.compile(r"\b(?:annat|annan|inte|uppge|uppgett|okänt|icke-bin\w+|vill)\b")
# Parts that do not pretend to be all, or may be counted twice.
OPEN = re.compile(
    r"\b(?:varav|därav|bland annat|bl\.? ?a\.?|bland dem|däribland|till exempel|t\.ex\.|exempelvis|främst|framför allt"
    r"|i huvudsak|resten|resterande|övriga|återstående|kvar\w*|dessutom|med flera|m\.fl\.|m\.m\.|etc|osv|båda|unika"
    r"|både|inklusive|exklusive|utöver|förutom|samma|ytterligare|även|också|sedan|varje|vardera|var för sig|per"
    r"|respektive|jämfört|mot|i stället för|året innan|inte)\b",
    re.IGNORECASE,
)
SOME = re.compile(r"\b(?:bland annat|bl\.? ?a\.|till exempel|t\.ex\.|exempelvis|däribland|främst) (?:[\w-]+ ){0,3}$")
REST = re.compile(r"(?:De )?(?:[Rr]esten|[Öö]vriga|[Åå]terstående|[Rr]esterande|[Dd]en återstående)\b")
REST_BEHIND = re.compile(r"\b(?:resten|resterande|återstående|övriga)\b")
BY_SEX = ({"kvinnor", "män"}, {"flickor", "pojkar"}, {"tjejer", "killar"}, {"kvinnliga", "manliga"}, {"kvinna", "män"})
SEXES = frozenset().union(*BY_SEX)
WHERE = frozenset(("i", "till", "från", "på", "för", "hos", "inom", "av", "åt", "vid", "med", "om"))
PLACES = frozenset(("i", "på", "vid", "utanför", "längs"))
PEOPLE = frozenset(
    listed("personer deltagare stycken st individer besökare elever ungdomar organisationer aktörer parter medlemmar")
)
# What is counted besides who took part in it.
NOT_SUMS = frozenset(
    listed(
        "möten tillfällen dagar timmar gånger träffar orter platser kommuner län procent år månader veckor punkter "
        "tjänster heltider heltidstjänster årsarbetskrafter årsarbetare årsverken"
    )
)
# So far from the whole, as a share of it, may the parts be and still be meant to be all of it.
NEAR, SOMEWHAT_NEAR, VERY_NEAR = "0.25", "0.6", "0.1"
