"""En mening är längre än 35 ord.

Varför: Den som läser måste hålla hela meningen i minnet. En upplysning, ingen dom: en klar uppräkning kan få vara
lång. Källa: Språkrådets råd om klarspråk.

Fel: Regionen har under året, i samverkan med … , arbetat för att … , vilket …
Rätt: Regionen har under året arbetat med … Arbetet skedde i samverkan med …

Tillåt med skäl: tillåt: {lang-mening: Meningen är en uppräkning av parter.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
_MOST_WORDS, _MOST_SHOWN = 35, 2000


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every sentence of too many words."""
    for sentence in svar.meningar:
        # Counting blanks first is much faster than counting words, and never says less.
        if sentence.text.count(" ") < _MOST_WORDS or (words := sentence.word_count) <= _MOST_WORDS:
            continue
        message = f"Meningen har {words} ord."
        hit = Hit(svar, sentence.start, min(sentence.end, sentence.start + _MOST_SHOWN))
        yield hit.remark(message, "Dela den, eller gör uppräkningen till en lista.")
