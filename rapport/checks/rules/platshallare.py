"""Något står kvar som skulle ha fyllts i.

Varför: Dokumentet är offentligt. ”XX”, ”TODO”, ”[fyll i]” och Words egen ”Klicka här för att ange text”
hör till ett utkast. Det gör också Excels formler och felvärden, som ”=SUMMA(A1:A3)” och ”#DIVISION/0!”, Words ”Fel!
Hittar inte referenskälla.”, lappar till en kollega, som ”kolla med Anna”, ”[Elin dubbelkollar]” och ”se mejl”, och
rester av mejl, som ”Mvh Anna”, och blankettens egna anvisningar, som ”Beskriv här hur …”.

Fel: Totalt beviljades XX kr till [fyll i antal] projekt.
Fel: Se Fel! Hittar inte referenskälla. Kolla med Anna om siffrorna stämmer.
Fel: Bidraget per projekt blev #DIVISION/0! kronor.
Rätt: Totalt beviljades 2 450 000 kr till fem projekt.

Tillåt med skäl: tillåt: {platshallare: XX är projektets namn.}
"""

from collections.abc import Iterator

from rapport.checks.bodies.colleagues import is_in_quotation, notes
from rapport.checks.by_line import by_line
from rapport.checks.postponed import instructions, promised
from rapport.checks.rule import Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "error"
_PATTERN = r"""(?x)
    \b(?:TODO|TBD|TBC|FIXME|ATT\ GÖRA)\b(?!-\w)
    | \b(?:X{2,}|x{2,}|Xx(?=\ [a-zåäö])|20XX|20xx|20\dX)\b
    | \bX(?=[\ \u00a0](?:kr|kronor|tkr|mnkr|procent|%|st|stycken|miljoner|antal)(?!\w))
    | \?{2,} | \(\?\)
    | (?<=[a-zåäö]\ )(?:…|\.{3,}|0{2,})(?=[\ \u00a0](?:kr|kronor|tkr|mnkr|procent|%|stycken|miljoner|personer|projekt
        |företag|deltagare|möten|kommuner|ansökningar)(?!\w))
    | (?<![\w.])N\.\ ?N\.(?!\w) | (?:(?<=\bav\ )|(?<=\bmed\ )|(?<=\bhos\ )|(?<=\btill\ ))NN\b
    | _{3,}
    | \[\s*(?:fyll|skriv|ange|infoga|lägg|komplettera|namn|datum|antal|belopp|text|källa|siffr|procent|andel
        |summa|länk\ |diarienummer|dnr|kolla|kontrollera|stäm\ av|\?|\.{3}|…)[^\]\n]*\]
    | \[[^\[\]\n]{1,80}(?:läggs?\ in|infogas|fylls\ i|skrivs\ in|kompletteras|bifogas|klistras\ in)\b[^\[\]\n]{0,40}\]
    | (?i:klicka(?:\ eller\ tryck)?\ här\ för\ att)[^.\n]*\.?
    | (?i:lorem\ ipsum|dolor\ sit\ amet|\bbla\ ?bla\b|\bvälj\ ett\ objekt\b\.?|\b(?:åååå|yyyy)[-/]mm[-/]dd\b)
    | <(?:infoga|fyll|skriv|ange|lägg)[^<>\n]*>
    | (?<!\{)\{\ *\w+\ *\|[^{}\n]*\}(?!\})
    | \{\{.*?\}\} | \{%.*?%\} | <<[^>\n]*>>
    """
_LEFT_OUT = ("[...]", "[…]")  # from a quotation
_EXCEL_ERROR = (
    r"\#(?:(?:DIV(?:ISION)?/0|VÄRDEFEL|VALUE|REFERENS|REF|SAKNAS|OGILTIGT|NUM|SKÄRNING|NULL|SPILL|LÄCKER)!"
    r"|N/A\b!?|(?:NAMN|NAME)\?)"
)
_EXCEL_FORMULA = (
    r"(?<!\S)=(?:[A-ZÅÄÖ][A-ZÅÄÖ0-9.]+\([^\n\t]*\)|\$?[A-Z]{1,2}\$?[1-9]\d*(?:[-+*/:;]\$?[A-Z]{0,2}\$?\d+)*(?!\w))"
)
# Most answers hold none of these, and looking for them costs a tenth of the pattern.
_SIGNS = (
    *(
        "TODO",
        "TBD",
        "TBC",
        "FIXME",
        "ATT G",
        "XX",
        "xx",
        "Xx",
        " X ",
        " X\u00a0",
        "0X",
        "1X",
        "2X",
        "3X",
        "??",
        "(?)",
        "___",
        " …",
        " ..",
        " 00",
        "[",
    ),
    *("{", "<", "licka", "orem", "LICKA", "OREM", "olor sit", "bla bla", "Bla bla", "blabla", "N.", " NN"),
    *("älj ett", "mm-dd", "MM-DD"),
)
# What Word writes where a reference leads nowhere.
_WORD = (
    r"(?:Fel|Error)! (?:Hittar inte|Bokmärket|Det finns ingen|Ogiltig|Använd fliken|Okänd|Reference|Bookmark|No text"
    r"|Hyperlink|Unknown)[^.\n]*\.?"
)
# What is to come, in an answer that is not yet one. That a whole result comes later is something else.
_LATER = r"""(?xm)
    (?:(?:^|(?<=[.!?:]\ ))(?:Text(?:en)?|Siffror(?:na)?|Uppgift(?:er|erna)?|Underlag(?:et)?|Tabell(?:en)?|Svar(?:et)?)
        |(?<=:\ )(?:siffror(?:na)?|uppgift(?:er|erna)?|underlag(?:et)?))\b
    (?:[^.,\n]{0,60}?(?:\ saknas(?:\ ännu)?,)?\ \b(?:kommer|kompletteras|fylls\ i|läggs\ in|skrivs)(?:\ in)?
        \ (?:senare|inom\ kort|i\ efterhand)|\ kommer)(?=[.!…]|$)
    | \b[Uu]ppgift(?:er)?\ saknas(?:\ ännu)?,\ (?:kompletteras|fylls\ i|läggs\ in|kommer)\b[^.\n]{0,60}
"""
_LATER_SIGNS = ("kommer", "komplett", "fylls i", "läggs in", "skrivs")


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every leftover with its place."""
    for hit in hits(svar, _PATTERN, signs=_SIGNS):
        if hit.excerpt in _LEFT_OUT and is_in_quotation(hit):
            continue
        message = f"”{hit.excerpt}” ser ut att vara en plats som skulle ha fyllts i."
        yield hit.remark(message, "Skriv det som ska stå där, eller ta bort det.")
    for hit in hits(svar, _EXCEL_ERROR, signs=("#",)):
        message = f"”{hit.excerpt}” är ett fel ur Excel: där kunde värdet inte räknas ut."
        yield hit.remark(message, "Rätta formeln i Excel och klistra in värdet, eller skriv det som ska stå där.")
    for hit in hits(svar, _EXCEL_FORMULA, signs=("=",)):
        message = f"”{hit.excerpt}” är en formel ur Excel, inte dess värde."
        yield hit.remark(message, "Klistra in värdet, eller skriv det som ska stå där.")
    for hit in hits(svar, _WORD, signs=("Fel!", "Error!")):
        message = f"”{hit.excerpt}” är ett fel ur Word: en hänvisning leder ingenstans."
        yield hit.remark(message, "Skriv vad som menas, till exempel tabellens namn, i stället för fältet.")
    for hit in notes(svar):
        message = f"”{hit.excerpt}” ser ut att vara en anteckning till en kollega."
        yield hit.remark(message, "Gör det som står där, och ta bort anteckningen.")
    for hit in instructions(svar):
        message = f"”{hit.excerpt}” ser ut att vara en anvisning ur en blankett."
        yield hit.remark(message, "Svara på den, och ta bort anvisningen.", severity="warning")
    later = tuple(hits(svar, _LATER, signs=_LATER_SIGNS))
    for hit in (
        *later,
        *(one for one in promised(svar) if not any(it.start < one.end and one.start < it.end for it in later)),
    ):
        message = f"”{hit.excerpt}” är inget svar: dokumentet kompletteras inte sedan det har lämnats in."
        yield hit.remark(message, "Skriv det som ska stå där, eller varför uppgiften saknas.", severity="warning")
