"""Ett svar hör till en fråga som inte finns i området.

Varför: Svaret har ingen plats i formuläret och kommer inte med i dokumentet.

Fel: "1.7": Regionen har …  (område 1 har frågorna 1.1–1.5)
Rätt: "1.5": Regionen har …

Regeln kan inte tillåtas; flytta svaret.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
