r"""Ett uttryck för en siffra kan inte räknas ut, eller en tabell i siffror/ kan inte användas.

Varför: En siffra som hämtas ur en tabell ska gå att lita på. Ett namn eller ett värde som inte finns blir
därför aldrig en nolla i tysthet, och en cell som inte är ett tal hoppas aldrig över i en summa. Tomma celler
hoppas över, och ”rapport siffror visa” säger vilka.

Fel: Stöd gavs till {{ arenden | dar(program="EURF") | antal }} projekt. (Värdet är ERUF i tabellen.)
Rätt: Stöd gavs till {{ arenden | dar(program="ERUF") | antal }} projekt.

Regeln kan inte tillåtas. Ska två klamrar synas i svaret: skriv \{{ i stället.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
