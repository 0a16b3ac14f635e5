"""Formulärets egen text saknas eller är ändrad i ett Worddokument.

Varför: Tillväxtverket läser svaren mot sina frågor. En fråga som har skrivits om, eller tagits bort, gör att
svaret hamnar under fel fråga eller inte kan bedömas.

Fel: Fråga 1.1 frågar efter det viktigaste arbetet, formuläret efter det strategiskt viktigaste.
Rätt: Fråga 1.1 står ord för ord som i formuläret.

Regeln kan inte tillåtas; skriv tillbaka formulärets text.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
