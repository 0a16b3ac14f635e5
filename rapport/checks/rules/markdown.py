"""Ett svar innehåller något som ett svar i formuläret inte kan ha.

Varför: Svar består av stycken, **fet** och *kursiv* text, listor, länkar, tabeller och fotnoter. Rubriker,
bilder, HTML, citatblock och kod har ingen plats i formuläret.

Fel: # Bredband
Rätt: **Bredband**

Regeln kan inte tillåtas; skriv om stället.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
