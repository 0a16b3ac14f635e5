"""Formulärets egen text saknas eller är ändrad i ett Worddokument.

Varför: Tillväxtverket läser svaren mot sina frågor. En fråga som har skrivits om, eller tagits bort, gör att
svaret hamnar under fel fråga eller inte kan bedömas.

Fel: Beskriv hur det viktigaste arbetet har genomförts.
Rätt: Beskriv hur det strategiskt viktigaste arbetet inom detta område har genomförts.

Regeln kan inte tillåtas; skriv tillbaka formulärets text.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
