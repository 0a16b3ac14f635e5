"""Något står kvar som skulle ha fyllts i.

Varför: Dokumentet är offentligt. ”XX”, ”TODO”, ”[fyll i]” och Words egen ”Klicka här för att ange text”
hör till ett utkast. Det gör också Excels formler och felvärden, som ”=SUMMA(A1:A3)” och ”#DIVISION/0!”.

Fel: Totalt beviljades XX kr till [fyll i antal] projekt.
Fel: Bidraget per projekt blev #DIVISION/0! kronor.
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
_EXCEL_ERROR = (
    r"\#(?:(?:DIV(?:ISION)?/0|VÄRDEFEL|VALUE|REFERENS|REF|SAKNAS|OGILTIGT|NUM|SKÄRNING|NULL|SPILL|LÄCKER)!"
    r"|N/A\b!?|(?:NAMN|NAME)\?)"
)
_EXCEL_FORMULA = (
    r"(?<!\S)=(?:[A-ZÅÄÖ][A-ZÅÄÖ0-9.]+\([^\n\t]*\)|\$?[A-Z]{1,2}\$?[1-9]\d*(?:[-+*/:;]\$?[A-Z]{0,2}\$?\d+)*(?!\w))"
)
# Most answers hold none of these, and looking for them costs a tenth of the pattern.
_SIGNS = ("TODO", "TBD", "FIXME", "ATT G", "XX", "xx", "??", "___", "[", "licka", "orem", "LICKA", "OREM", "{", "<<")


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every leftover with its place."""
    for hit in hits(svar, _PATTERN, signs=_SIGNS):
        message = f"”{hit.excerpt}” ser ut att vara en plats som skulle ha fyllts i."
        yield hit.remark(message, "Skriv det som ska stå där, eller ta bort det.")
    for hit in hits(svar, _EXCEL_ERROR, signs=("#",)):
        message = f"”{hit.excerpt}” är ett fel ur Excel: där kunde värdet inte räknas ut."
        yield hit.remark(message, "Rätta formeln i Excel och klistra in värdet, eller skriv det som ska stå där.")
    for hit in hits(svar, _EXCEL_FORMULA, signs=("=",)):
        message = f"”{hit.excerpt}” är en formel ur Excel, inte dess värde."
        yield hit.remark(message, "Klistra in värdet, eller skriv det som ska stå där.")
