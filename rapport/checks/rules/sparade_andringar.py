"""Spårade ändringar är kvar i ett Worddokument.

Varför: Mottagaren ser vad som har strukits och lagts till, och av vem. Dokumentet är offentligt.

Fel: Regionen har ~~inte~~ nått målet, med strykningen synlig.
Rätt: Regionen har nått målet, med ändringen godkänd.

Regeln kan inte tillåtas; godkänn eller avvisa ändringarna.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
