"""Något står kvar som skulle ha fyllts i.

Varför: Dokumentet är offentligt. ”XX”, ”TODO”, ”[fyll i]” och Words egen ”Klicka här för att ange text”
hör till ett utkast.

Fel: Totalt beviljades XX kr till [fyll i antal] projekt.
Rätt: Totalt beviljades 2 450 000 kr till fem projekt.

Tillåt med skäl: tillåt: {platshallare: XX är projektets namn.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "error"
_PATTERN = r"""(?x)
    \b(?:TODO|TBD|FIXME|ATT\ GÖRA)\b
    | \b(?:X{2,}|x{2,})\b
    | \?{2,}
    | _{3,}
    | \[\s*(?:fyll|skriv|ange|infoga|lägg|komplettera|namn|datum|antal|belopp|text|källa|\.{3}|…)[^\]\n]*\]
    | (?i:klicka(?:\ eller\ tryck)?\ här\ för\ att)[^.\n]*\.?
    | (?i:lorem\ ipsum)
    | (?<!\{)\{\ *\w+\ *\|[^{}\n]*\}(?!\})
    | \{\{.*?\}\} | \{%.*?%\} | <<[^>\n]*>>
    """
# Most answers hold none of these, and looking for them costs a tenth of the pattern.
_SIGNS = ("TODO", "TBD", "FIXME", "ATT G", "XX", "xx", "??", "___", "[", "licka", "orem", "LICKA", "OREM", "{", "<<")


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every leftover with its place."""
    for hit in hits(svar, _PATTERN, signs=_SIGNS):
        message = f"”{hit.excerpt}” ser ut att vara en plats som skulle ha fyllts i."
        yield hit.remark(message, "Skriv det som ska stå där, eller ta bort det.")
