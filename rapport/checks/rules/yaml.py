"""En fil kan inte läsas som den är.

Varför: Filerna skrivs i YAML. Ett felaktigt indrag, en tabb, ett citattecken för litet eller fel
teckenkodning gör att hela filen inte kan läsas. De andra filerna kontrolleras ändå.

Fel: "1.1": Tre insatser: bredband, service och kultur
Rätt: "1.1": "Tre insatser: bredband, service och kultur"

Regeln kan inte tillåtas.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
