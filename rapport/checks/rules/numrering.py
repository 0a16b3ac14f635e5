"""En frågas eller ett områdes nummer har gått förlorat eller är fel i ett Worddokument.

Varför: Numren är automatiska i Word och försvinner lätt när text klistras in. Då numreras resten av området om,
och hänvisningar leder fel.

Fel: Fråga 3.3 visas som ”3.2”, eftersom 3.2 har tappat sitt nummer.
Rätt: Fråga 3.3 visas som ”3.3”.

Regeln kan inte tillåtas; rätta numreringen.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
