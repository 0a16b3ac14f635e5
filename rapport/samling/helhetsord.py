"""The words by which an amount is seen to be a part of another, or no money that was given at all."""

import re

# Right before an amount, in its sentence.
LIMIT = re.compile(
    r"\b(?:högst|lägst|max\w*|minst|upp till|tak\w* på|gräns\w* (?:på|vid)|mellan)(?: \w+)? $", re.IGNORECASE
)
MEAN = re.compile(r"\b(?:i )?(?:genomsnitt\w*|snitt\w*|medel(?:värde|tal)\w*)(?: \w+){0,3} $", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?:öka|minska?|höj|sänk|ökning|minskning|nedgång|uppgång|skillnad|steg|sjönk)\w*(?: \w+)? (?:med|på|om) $",
    re.IGNORECASE,
)
THEN = re.compile(
    r"(?:\bjämför\w* med|\bmot|\bfrån|\bi stället för|\b(?:året innan|föregående år|i fjol)[^.;\d]{0,30}"
    r"|20\d\d(?::| var det| uppgick \w+ till))(?: \w+)? $",
    re.IGNORECASE,
)
FORMER = re.compile(r"[^.;\d]{0,12}\b(?:året (?:innan|före)|föregående år|i fjol|förra året)\b", re.IGNORECASE)
EACH = re.compile(r"(?:/| per (?!år)| vardera| var(?=[,.) ]| för sig)| styck| i (?:genom)?snitt)", re.IGNORECASE)
PAID = re.compile(r"\b(?:utbetal\w*|betala\w* ut|upparbeta\w*|rekvirera\w*|förbruka\w*)", re.IGNORECASE)
PAID_BEHIND = re.compile(r"[^.;,\d]{0,15}\b(?:blev |är |har |hade )?(?:utbetal\w*|betalats ut)", re.IGNORECASE)
GRANTED = re.compile(r"\b(?:bevilja|beslut|tilldela|bevilj|avsatt|anslag)\w*", re.IGNORECASE)
OTHERS_MONEY = re.compile(
    r"\b(?:växla\w* upp|omsätt\w*|medfinansiering från|andra finansiärer|privat\w* kapital)", re.IGNORECASE
)
OTHERS_BEHIND = re.compile(r" (?:i|från) (?:EU\b|EU-medel|privat\w*|näringslivet)")
# Between a whole and its part.
PART = re.compile(
    r"\b(?:varav|därav|av vilk[ae]t?|av dessa|av dem|inklusive|inkl\.|däribland|bland annat|resten|resterande"
    r"|återstående|återstod|hälften|andel|del av|däri|i beloppet"
    r"|\w*del(?:ar|en)?,? (?:eller|cirka)|fördela[td]e?s?|procent av)\b|\beller $",
    re.IGNORECASE,
)
OF_IT = re.compile(
    r"(?:därav|varav|utav|av (?:dessa|dem|detta|beloppet|summan|anslaget|ramen|budgeten|de|den|\w+medlen))\b",
    re.IGNORECASE,
)
OF_IT_BEHIND = re.compile(
    r"[^.;\d]{0,20}\bav (?:anslaget|ramen|budgeten|beloppet|summan|detta|potten|den|dem|dessa)\b", re.IGNORECASE
)
OF_WHOLE = re.compile(r"\bav (?:de |den |det )?(?:totalt |sammanlagt |hela |beviljade |beslutade )*$", re.IGNORECASE)
BESIDES = re.compile(
    r"\b(?:därutöver|utöver|dessutom|ytterligare|därtill|härutöver|till detta kommer|plus|vid sidan av|även|också)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:total\w*|sammanlag\w*|sammantag\w*|summa\w*|tillsammans|allt som allt|\w*budget\w*|\w*ram(?:en)?|tilldela\w*"
    r"|omfatta\w*|omslut\w*|kosta\w*)\b",
    re.IGNORECASE,
)
# Between two of one kind: "till Almi och", "och kommunerna med"; a verb there says something new of the second.
SAYS = (
    r"\b(?:men|bara|endast|har|är|var|hade|ingår|återst\w+|används?|användes|går|gick|ger|ges|däri"
    r"|\w{3,}(?:ades?|ats?))\b"
)
JOINT = re.compile(rf"[^.;]*?(?:, |\b(?:och|samt|respektive|liksom) )(?:(?!{SAYS})[^.;])*")
VERB = re.compile(
    r"\b(?:fick|får|gick|går|gavs|är|var|uppgick|uppgår|kostade|\w{3,}(?:ades|ats|des|ts))\b", re.IGNORECASE
)
SOME_OF = re.compile(
    r"\b(?:störst\w*|minst\w*|mesta|merparten|det mesta|andel\w*|ingår|dessa|beloppet|varje)\b", re.IGNORECASE
)
YEAR = re.compile(r"\b20\d\d\b")
