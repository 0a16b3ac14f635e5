"""En nyckel i en fil finns inte.

Varför: En felstavad nyckel läses inte, och då kan ett svar eller en inställning försvinna utan att det märks.

Fel: anvarig: Sara Lind
Rätt: ansvarig: Sara Lind

Regeln kan inte tillåtas; rätta nyckeln.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
