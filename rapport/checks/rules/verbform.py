"""Ett verb står i fel form efter ”att”, ”har” eller ”ska”: ”för att stärker”, ”ska bidrar”.

Varför: När en mening skrivs om blir verbet lätt kvar i sin förra form. Efter ”att” och ”ska” står grundformen (stärka),
efter ”har” står supinum (stärkt).

Fel: Vi arbetar för att stärker byarna och ska bidrar till målet. Vi har genomföra fyra möten.
Rätt: Vi arbetar för att stärka byarna och ska bidra till målet. Vi har genomfört fyra möten.

Tillåt med skäl: tillåt: {verbform: Så står det i citatet.}
"""

from collections.abc import Iterator

from rapport.checks.infinitives import INFINITIVES
from rapport.checks.rule import Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_LEADING = "genom att|för att|till att|med att|av att|är att|i syfte att|ska|bör|måste|skulle"
_AFTER = rf"[ \n(](?P<ord>(?:{_LEADING}) [a-zåäö]{{3,24}}r)(?![\w-])"
_AFTER_HAS = r"[ \n(](?P<ord>(?:har|hade) (?:vi |regionen |kommunerna |de )?[a-zåäö]{2,24}[aåe])(?![\w-])"
_PRESENT = {
    **{f"{verb}r": verb for verb in INFINITIVES},
    **{f"{verb[:-1]}er": verb for verb in INFINITIVES if verb.endswith("a")},
    "genomför": "genomföra",
    "gör": "göra",
    "tillgängliggör": "tillgängliggöra",
    "möjliggör": "möjliggöra",
    "synliggör": "synliggöra",
}


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every verb that stands in another form than the word before it wants."""
    for hit in hits(svar, _AFTER):
        leading, _, verb = hit.excerpt.rpartition(" ")
        if verb in _PRESENT:
            right = f"{leading} {_PRESENT[verb]}"
            yield hit.remark(f"I ”{hit.excerpt}” har verbet fel form.", f"Skriv ”{right}”.", fix=right)
    for hit in hits(svar, _AFTER_HAS, signs=("har ", "hade ")):
        if hit.excerpt.rpartition(" ")[2] in INFINITIVES:
            yield hit.remark(
                f"I ”{hit.excerpt}” har verbet fel form.", "Skriv den form som hör till ”har”, eller stryk."
            )
