"""Dold text är kvar i ett Worddokument.

Varför: Den syns inte på sidan och räknas inte, men följer med filen till mottagaren.

Fel: Ett stycke formaterat som dold text.
Rätt: Stycket är framtaget eller borttaget.

Regeln kan inte tillåtas; ta fram eller ta bort texten.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
