"""Samma fråga besvaras på två ställen.

Varför: Bara ett av svaren kan stå i dokumentet, och verktyget gissar inte vilket. Båda ställena visas.

Fel: "1.1" står i två filer, eller två gånger i samma fil.
Rätt: "1.1" står på ett ställe.

Regeln kan inte tillåtas; ta bort det ena svaret.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
