"""Text i ett Worddokument står under ingen fråga.

Varför: Den hör inte till något svar och räknas inte. Inget får försvinna i det tysta.

Fel: Ett stycke mellan områdets rubrik och dess första fråga, eller en bilaga som upprepar frågorna.
Rätt: All text står under en fråga.

Regeln kan inte tillåtas; flytta eller ta bort texten.
"""

from rapport.finding import Severity

SEVERITY: Severity = "error"
