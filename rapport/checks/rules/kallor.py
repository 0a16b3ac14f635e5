"""Registret över källor, kallor.yaml, säger något som inte stämmer.

Varför: Svaren hänvisar till papper genom deras diarienummer och titlar. Pekar registret på en fil som inte finns,
eller är ett datum eller diarienummer fel, hittar ingen papperet när någon frågar efter det.

Fel: fil: beslut-etablering.pdf (en fil som inte ligger i mappen kallor), datum: 2025-02-30,
diarienummer: RUN7113/2022 där mönstret är RUN/löpnummer/år
Rätt: datum: 2025-12-01, diarienummer: RUN/113/2022

Regeln är en varning och kan inte tillåtas: rätta raden i kallor.yaml.
"""

from rapport.finding import Severity

SEVERITY: Severity = "warning"
