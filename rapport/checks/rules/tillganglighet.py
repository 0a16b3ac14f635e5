"""Ett Worddokument saknar något som gör det tillgängligt, eller har något som inte hör dit.

Varför: Enligt lagen om tillgänglighet till digital offentlig service ska dokument som publiceras kunna läsas av
alla (EN 301 549, kapitel 10): språk, titel, rubrikrader i tabeller och alternativtexter. Makron är ett fel.

Fel: En tabell utan rubrikrad.
Rätt: Första raden är markerad som rubrikrad.

Regeln kan inte tillåtas; rätta dokumentet.
"""

from rapport.finding import Severity

SEVERITY: Severity = "warning"
