"""Kommentarer är kvar i ett Worddokument.

Varför: Interna kommentarer blir offentliga när dokumentet lämnas in.

Fel: En kommentar i marginalen: ”Stämmer summan?”
Rätt: Inga kommentarer.

Regeln kan inte tillåtas; ta bort kommentarerna.
"""

from rapport.finding import Severity

SEVERITY: Severity = "warning"
