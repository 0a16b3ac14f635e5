"""Answers whose lines were meant apart, as written and as corrected; None is what a correction must leave alone."""

TABLE = "kommun;antal;belopp\nHedby;12;1500000\nViksele;4;300000\n"  # siffror/stod.csv
FIGURE = '{{ stod | summa("antal") | tal }}'

DASHES = {
    "tankstreck": ("– ett steg\n– två steg", "- ett steg\n- två steg"),
    "efter kolon": ("Vi gjorde:\n– kurser\n– möten", "Vi gjorde:\n- kurser\n- möten"),
    "efter kolon med stor bokstav": (
        "Insatser under året:\n– Kurser för företag.\n– Möten med kommuner.\n– Stöd till byar.",
        "Insatser under året:\n- Kurser för företag.\n- Möten med kommuner.\n- Stöd till byar.",
    ),
    "tre utan kolon": (
        "Under året har regionen\n– startat tre projekt\n– anställt två\n– avslutat ett",
        "Under året har regionen\n- startat tre projekt\n- anställt två\n- avslutat ett",
    ),
    "långa streck": ("Mål:\n— fler jobb\n— fler bostäder", "Mål:\n- fler jobb\n- fler bostäder"),
    "minustecken": ("Mål:\n− fler jobb\n− fler bostäder", "Mål:\n- fler jobb\n- fler bostäder"),
    "tabb efter": ("Mål:\n–\tfler jobb\n–\tfler bostäder", "Mål:\n- fler jobb\n- fler bostäder"),
    "utan blanksteg": ("Mål:\n–fler jobb\n–fler bostäder", "Mål:\n- fler jobb\n- fler bostäder"),
    "bindestreck utan blanksteg": ("Mål:\n-fler jobb\n-fler bostäder", "Mål:\n- fler jobb\n- fler bostäder"),
    "pil": ("Följder:\n➢ fler jobb\n➢ fler bostäder", "Följder:\n- fler jobb\n- fler bostäder"),
    "fetstil": ("– **Hedby** växer\n– **Viksele** krymper", "- **Hedby** växer\n- **Viksele** krymper"),
    "kursiv och länk": (
        "Läs mer:\n– *Kust* i [planen](https://sundmark.example/plan)\n– *Skog* i planen",
        "Läs mer:\n- *Kust* i [planen](https://sundmark.example/plan)\n- *Skog* i planen",
    ),
    "siffra ur tabell": (
        f"Stödet i siffror:\n– {FIGURE} företag\n– två kommuner",
        f"Stödet i siffror:\n- {FIGURE} företag\n- två kommuner",
    ),
    "not": (
        "Vi gjorde:\n– kurser[^1]\n– möten\n\n[^1]: Sju stycken.",
        "Vi gjorde:\n- kurser[^1]\n- möten\n\n[^1]: Sju stycken.",
    ),
    "stycken runt om": (
        "Först detta.\n\nVi gjorde:\n– kurser\n– möten\n\nSedan detta.",
        "Först detta.\n\nVi gjorde:\n- kurser\n- möten\n\nSedan detta.",
    ),
    "indragen fortsättning": (
        "Vi gjorde:\n– kurser för alla\n  som ville\n– möten\n– resor",
        "Vi gjorde:\n- kurser för alla\n  som ville\n- möten\n- resor",
    ),
    "nästlad": (
        "Vi gjorde:\n– kurser\n  – i Hedby\n  – i Viksele\n– möten",
        "Vi gjorde:\n- kurser\n  - i Hedby\n  - i Viksele\n- möten",
    ),
    "nästlad med o": (
        "Vi gjorde:\n– kurser\n   o i Hedby\n   o i Viksele\n– möten",
        "Vi gjorde:\n- kurser\n  - i Hedby\n  - i Viksele\n- möten",
    ),
    "under punkt": ("- kurser\n  – i Hedby\n  – i Viksele", "- kurser\n  - i Hedby\n  - i Viksele"),
    "två listor": (
        "Mål:\n– jobb\n– hem\n\nMedel:\n– pengar\n– tid",
        "Mål:\n- jobb\n- hem\n\nMedel:\n- pengar\n- tid",
    ),
    "tal i punkterna": ("Utfall:\n– 3 nya projekt\n– 2 avslutade", "Utfall:\n- 3 nya projekt\n- 2 avslutade"),
    "lista efter mening med punkt": (
        "Det hände mycket.\n– Hedby fick bredband\n– Viksele fick buss",
        "Det hände mycket.\n- Hedby fick bredband\n- Viksele fick buss",
    ),
}
BULLETS = {
    "o": ("Vi gjorde:\no kurser\no möten", "Vi gjorde:\n- kurser\n- möten"),
    "mittpunkt": ("· kurser\n· möten", "- kurser\n- möten"),
    "Words punkt med tabb": ("Vi gjorde:\n•\tkurser\n•\tmöten", "Vi gjorde:\n- kurser\n- möten"),
    "Outlooks punkt": ("\uf0b7 kurser\n\uf0b7 möten", "- kurser\n- möten"),
    "Outlook med tomma rader": ("• kurser\n\n• möten\n\n• resor", "- kurser\n\n- möten\n\n- resor"),
    "fyrkant": ("▪ kurser\n▪ möten", "- kurser\n- möten"),
    "Words två nivåer": (
        "•\tkurser\n  o\ti Hedby\n  o\ti Viksele\n•\tmöten",
        "- kurser\n  - i Hedby\n  - i Viksele\n- möten",
    ),
    "bokstäver": ("Vi gjorde\na) kurser\nb) möten\nc) resor", "Vi gjorde\\\na) kurser\\\nb) möten\\\nc) resor"),
    "bokstäver utan inledning": ("a) kurser\nb) möten", "a) kurser\\\nb) möten"),
    "nummer mitt i": ("Vi gjorde:\n3) kurser\n4) möten", "Vi gjorde:\n\n3) kurser\n4) möten"),
    "nummer med punkt": ("Steg:\n2. kurser\n3. möten\n4. resor", "Steg:\n\n2. kurser\n3. möten\n4. resor"),
}
ROWS = {
    "rubrik och belopp": (
        "Kommun\tAntal\tBelopp\nHedby\t12\t1 500 000 kr\nViksele\t4\t300 000 kr",
        "| Kommun | Antal | Belopp |\n| --- | --- | --- |\n| Hedby | 12 | 1 500 000 kr |\n| Viksele | 4 | 300 000 kr |",
    ),
    "efter inledning": (
        "Stödet fördelades så:\nKommun\tAntal\nHedby\t12\nSumma\t12",
        "Stödet fördelades så:\n\n| Kommun | Antal |\n| --- | --- |\n| Hedby | 12 |\n| Summa | 12 |",
    ),
    "tom cell": (
        "Kommun\tAntal\tAndel\nHedby\t\t3 %\nViksele\t4\t1 %",
        "| Kommun | Antal | Andel |\n| --- | --- | --- |\n| Hedby |  | 3 % |\n| Viksele | 4 | 1 % |",
    ),
    "år som rubrik": (
        "Kommun\t2023\t2024\nHedby\t12\t13\nViksele\t4\t5",
        "| Kommun | 2023 | 2024 |\n| --- | --- | --- |\n| Hedby | 12 | 13 |\n| Viksele | 4 | 5 |",
    ),
    "lodstreck i cell": (
        "Kommun\tAntal\nHedby | norra\t12\nViksele\t4",
        "| Kommun | Antal |\n| --- | --- |\n| Hedby \\| norra | 12 |\n| Viksele | 4 |",
    ),
    "mening under": (
        "Kommun\tAntal\nHedby\t12\nViksele\t4\nKälla: kommunerna.",
        "| Kommun | Antal |\n| --- | --- |\n| Hedby | 12 |\n| Viksele | 4 |\n\nKälla: kommunerna.",
    ),
    "siffra ur tabell": (
        f"Kommun\tAntal\nHedby\t12\nSumma\t{FIGURE}",
        f"| Kommun | Antal |\n| --- | --- |\n| Hedby | 12 |\n| Summa | {FIGURE} |",
    ),
}
ADDRESSES = {
    "adress": (
        "Region Sundmark\nStorgatan 1\n123 45 Storsunda",
        "Region Sundmark\\\nStorgatan 1\\\n123 45 Storsunda",
    ),
    "adress efter kolon": (
        "Skriv till:\nRegion Sundmark\nBox 12\n123 45 Storsunda",
        "Skriv till:\\\nRegion Sundmark\\\nBox 12\\\n123 45 Storsunda",
    ),
    "adress med telefon": (
        "Region Sundmark\nBox 12\n123 45 Storsunda\nTelefon 0123-45 67 89",
        "Region Sundmark\\\nBox 12\\\n123 45 Storsunda\\\nTelefon 0123-45 67 89",
    ),
}
# Nothing here may be changed: it is no list, or it cannot be said which one.
LEFT = {
    "repliker": "– Det har betytt mycket, säger Karin Ek.\n– Vi fortsätter, säger Bo Alm.",
    "frågor och svar": "– Vad blev bättre?\n– Det mesta.",
    "inskott på två rader": "Kommunerna i norr\n– Hedby och Viksele\n– deltog i arbetet.",
    "– och": "Det blev fler jobb\n– och fler bostäder\n– men färre bussar\n– som vi hade väntat oss.",
    "inskott som slutar med streck": "Målen:\n– som är tre –\n– nåddes.",
    "negativa tal": "Utfall:\n–5 procent\n–3 procent",
    "negativa tal med blanksteg": "Utfall:\n– 5,2\n– 3,1",
    "intervall": "Mötena hölls 2023\n–2024 och\n–2025 i Hedby.",
    "datum": "Mötena hölls den\n3. april och\n4. maj i Hedby.",
    "olika tecken utan indrag": "Vi gjorde:\n– kurser\n– möten\no i Hedby\no i Viksele",
    "text efter listan": "Vi gjorde:\n– kurser\n– möten\nDet var bra.",
    "text mitt i listan": "Vi gjorde:\n– kurser\n– möten\nmed alla\n– resor\n– besök",
    "fetstil över raderna": "Vi gjorde:\n– **kurser\n– möten**",
    "streck efter riktiga punkter": "- kurser\n- möten\n– resor\n– besök",
    "bokstäver i oordning": "Vi gjorde\na) kurser\nd) möten",
    "o som och": "Vi mötte Anna\no Bo\no Cecilia i Hedby.",
    "rader utan rubrik": "Hedby\t12\t3\nViksele\t4\t5",
    "bara text i rader": "Hedby\tkurser\nViksele\tmöten",
    "år i alla rader": "Hedby\t2019\nViksele\t2020",
    "en kolumn": "Kommun\nHedby\nViksele",
    "rad längre än rubriken": "Kommun\tAntal\nHedby\t12\t3\nViksele\t4\t5",
    "adress i löpande text": "Brevet gick till Region Sundmark\nStorgatan 1\n123 45 Storsunda",
    "adress i mening": "Kontoret finns på\nStorgatan 1\n123 45 Storsunda\noch är öppet varje dag.",
    "vers": "Skogen Står Kvar\nÄlven Går Fram\nLandet Är Vårt",
    "namn utan adress": "Anna Berg\nBo Alm\nCecilia Ek",
    "hårda radbrytningar": "Mål:  \n– jobb  \n– hem",
    "en replik": "– Det var bra, säger Anna.",
    "tal med grupp": "Vi fick\n– 3\n– 4\n– 5",
}
MORE = {
    "länkar": (
        "Prioriterat:\n– [Kustplanen](https://s.example/a)\n– [Skogsplanen](https://s.example/b)",
        "Prioriterat:\n- [Kustplanen](https://s.example/a)\n- [Skogsplanen](https://s.example/b)",
    ),
    "två noter": (
        "Arbetet:\n– ett[^a]\n– två[^b]\n– tre\n\n[^a]: Not a.\n\n[^b]: Not b.",
        "Arbetet:\n- ett[^a]\n- två[^b]\n- tre\n\n[^a]: Not a.\n\n[^b]: Not b.",
    ),
    "fet rubrik med kolon": ("**Resultat:**\n– fler jobb\n– fler hem", "**Resultat:**\n- fler jobb\n- fler hem"),
    "hela meningar": (
        "– Regionen har startat tre projekt.\n– Kommunerna har deltagit i alla.",
        "- Regionen har startat tre projekt.\n- Kommunerna har deltagit i alla.",
    ),
    "streck inne i punkten": (
        "Exempel:\n– ”Kust” – en plan för hav\n– ”Skog” – en plan för skog",
        "Exempel:\n- ”Kust” – en plan för hav\n- ”Skog” – en plan för skog",
    ),
    "procent i punkten": ("Andel:\n– 5 % i Hedby\n– 7 % i Viksele", "Andel:\n- 5 % i Hedby\n- 7 % i Viksele"),
    "indragna med tabb": ("Vi gjorde:\n\t– ett\n\t– två", "Vi gjorde:\n- ett\n- två"),
    "semikolon": ("Vi gjorde:\n– ett;\n– två;\n– tre.", "Vi gjorde:\n- ett;\n- två;\n- tre."),
    "komma och till sist": ("Vi gjorde:\n– ett,\n– två, och\n– tre.", "Vi gjorde:\n- ett,\n- två, och\n- tre."),
    "punkt utan blanksteg": ("•kurser\n•möten", "- kurser\n- möten"),
    "punkter mitt i text": (
        "Målen var:\n• kurser\n• möten\n\nDet gick bra.",
        "Målen var:\n- kurser\n- möten\n\nDet gick bra.",
    ),
    "rader med årtal": (
        "Namn\tRoll\tÅr\nAnna Ek\tchef\t2021\nBo Alm\tledare\t2022",
        "| Namn | Roll | År |\n| --- | --- | --- |\n| Anna Ek | chef | 2021 |\n| Bo Alm | ledare | 2022 |",
    ),
    "rader med tabb sist": (
        "Kommun\tAntal\t\nHedby\t12\t\nViksele\t4\t",
        "| Kommun | Antal |\n| --- | --- |\n| Hedby | 12 |\n| Viksele | 4 |",
    ),
    "rader med fetstil": (
        "Kommun\tAntal\nHedby\t**12**\nViksele\t4",
        "| Kommun | Antal |\n| --- | --- |\n| Hedby | **12** |\n| Viksele | 4 |",
    ),
    "tabb i punkten": ("– Hedby\t12\n– Viksele\t4", "- Hedby\t12\n- Viksele\t4"),
    "rader med not": (
        "Kommun\tAntal[^1]\nHedby\t12\nViksele\t4\n\n[^1]: Totalt.",
        "| Kommun | Antal[^1] |\n| --- | --- |\n| Hedby | 12 |\n| Viksele | 4 |\n\n[^1]: Totalt.",
    ),
    "rader med streck": (
        "Kommun\tBelopp\nHedby\t–\nViksele\t4 mnkr",
        "| Kommun | Belopp |\n| --- | --- |\n| Hedby | – |\n| Viksele | 4 mnkr |",
    ),
    "adress med nummer": (
        "Region Sundmark\nStorgatan 1\n123 45 Storsunda\n0123-45 67 89",
        "Region Sundmark\\\nStorgatan 1\\\n123 45 Storsunda\\\n0123-45 67 89",
    ),
    "postnummer utan blanksteg": (
        "Region Sundmark\nStorgatan 1\n12345 Storsunda",
        "Region Sundmark\\\nStorgatan 1\\\n12345 Storsunda",
    ),
    "lista före tabell": (
        "Tre mål:\n– mål 1: jobb\n– mål 2: hem\n– mål 3: väg\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "Tre mål:\n- mål 1: jobb\n- mål 2: hem\n- mål 3: väg\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    ),
    "entitet": ("Mål:\n– jobb &amp; hem\n– väg", "Mål:\n- jobb &amp; hem\n- väg"),
    "flera blanksteg": ("Mål:\n–  jobb\n–   hem", "Mål:\n- jobb\n- hem"),
    "pilar": ("→ jobb\n→ hem", "- jobb\n- hem"),
}
MORE_LEFT = {
    "bokstav och nummer": "Mål:\na) jobb\n3) hem",
    "streck och nummer": "Mål:\n– jobb\n– hem\n3) väg",
    "nummer under streck": "Mål:\n– jobb\n  3) hem\n  4) väg\n– bro",
    "fet rubrik utan kolon": "**Resultat**\n– fler jobb\n– fler hem",
    "rubriktecken i punkten": "Vi gjorde:\n– # ett\n– # två",
    "nummer i punkten": "Vi gjorde:\n– 1. ett\n– 2. två",
    "plus och minus": "Förändring:\n– 5 procentenheter i Hedby\n+ 3 procentenheter i Viksele",
    "procent utan kolon": "Resultatet var\n– 5 procent i Hedby\n– 3 procent i Viksele",
    "indragna med text under": "    – ett\n    – två\nsedan",
    "hård radbrytning i inledningen": "Vi gjorde:  \n– ett\n– två",
    "streck under nummer": "1. Först\n– ett\n– två",
    "rader med bara år som rubrik": "\t2023\t2024\nHedby\t1\t2\nViksele\t3\t4",
    "fetstil över celler": "Kommun\tAntal\n**Hedby\t12**\nViksele\t4",
    "rader med text under": "Kommun\tAntal\nHedby\t12\nViksele\t4\noch så vidare",
    "kommuner på rad": "Vi fick besök.\nHedby Kommun\nViksele Kommun\nÖstby Kommun",
    "nästan ett postnummer": "Skolan Hedby\n120 elever\n300 00 Kronor\nViksele Skola",
    "streck på en rad": "Vi gjorde: – ett – två",
    "streck i två stycken": "Vi gjorde:\n– ett\n\n– två",
    "utrop": "– Ja!\n– Nej!",
    "repliker med verb": "– Vi är nöjda, konstaterar Bo.\n– Det är bra, tycker Eva.\n– Nu går vi vidare.",
    "replik efter kolon": "Det sades:\n– Vi är nöjda.\n– Det är bra, säger Eva.",
    "årtal efter streck": "Under 2024\n– 2025 och\n– 2026 byggdes vägen.",
    "hänvisning till a och b": "Se punkterna\na) och\nb) ovan.",
    "klockslag": "Mötet hölls kl.\n9) i Hedby\n10) i Viksele",
    "streck under riktig lista": "- a\n- b\n\n– c\n– d",
    "streck ovanför riktig lista": "– a\n– b\n\n- c\n- d",
    "bara siffror ur tabell": f"Utfall:\n– {FIGURE}\n– {FIGURE} kommuner",
    "pil i löpande text": "Jobb → hem\n→ väg\n→ bro",
}
CORRECTED = {
    **DASHES,
    **{f"punkt: {name}": case for name, case in BULLETS.items()},
    **{f"rader: {name}": case for name, case in ROWS.items()},
    **ADDRESSES,
    **MORE,
}
LEFT |= MORE_LEFT

# Written without the bar, or with > : the answer's lines in its file, and as corrected.
BARS = {
    "stycken utan lodstreck": (
        '"1.1":\n    Ett stycke.\n\n    Ett till.',
        '"1.1": |\n    Ett stycke.\n\n    Ett till.',
    ),
    "på nyckelns rad": ('"1.1": Ett stycke.\n\n    Ett till.', '"1.1": |\n    Ett stycke.\n\n    Ett till.'),
    "lista": ('"1.1":\n    Vi gjorde:\n    - ett\n    - två', '"1.1": |\n    Vi gjorde:\n    - ett\n    - två'),
    "bara en lista": ('"1.1":\n    - ett\n    - två', '"1.1": |\n    - ett\n    - två'),
    "citattecken först": (
        '"1.1":\n    "Kust" är en plan.\n    Den är bra.',
        '"1.1": |\n    "Kust" är en plan.\n    Den är bra.',
    ),
    "kolon i texten": (
        '"1.1":\n    Tre insatser: bredband.\n    Och service.',
        '"1.1": |\n    Tre insatser: bredband.\n    Och service.',
    ),
    "fetstil först": (
        '"1.1":\n    **Kust** är en plan.\n    Den är bra.',
        '"1.1": |\n    **Kust** är en plan.\n    Den är bra.',
    ),
    "lång form": ('"1.1":\n    text:\n      Ett.\n\n      Två.', '"1.1":\n    text: |\n      Ett.\n\n      Två.'),
    "vikt lista": ('"1.1": >\n    Vi gjorde\n    - ett\n    - två', '"1.1": |\n    Vi gjorde\n    - ett\n    - två'),
    "vikta stycken": (
        '"1.1": >\n    Ett\n    stycke.\n\n    Ett till.',
        '"1.1": |\n    Ett\n    stycke.\n\n    Ett till.',
    ),
    "vikt utan radslut": ('"1.1": >-\n    Ett.\n\n    Två.', '"1.1": |-\n    Ett.\n\n    Två.'),
    "text på lodstreckets rad": (
        '"1.1":\n    text: | Regionen gjorde mycket.\n      Och mer.',
        '"1.1":\n    text: |\n      Regionen gjorde mycket.\n      Och mer.',
    ),
    "en enda rad på lodstreckets": (
        '"1.1":\n    text: | Regionen gjorde mycket.',
        '"1.1":\n    text: |\n      Regionen gjorde mycket.',
    ),
    "på lodstreckets rad i kort form": ('"1.1": |  Ett stycke.\n\n    Två.', '"1.1": |\n    Ett stycke.\n\n    Två.'),
    "tabell på nyckelns rad": (
        '"1.1": | a | b |\n    |---|---|\n    | 1 | 2 |',
        '"1.1": |\n    | a | b |\n    |---|---|\n    | 1 | 2 |',
    ),
    "vikt med text på raden": ('"1.1": > Ett stycke.\n    Två.', '"1.1": |\n    Ett stycke.\n    Två.'),
    "lista i nyckelns höjd": ('"1.1":\n  - ett\n  - två', None),
    "kommentar i texten": ('"1.1":\n    Ett.\n    # minns\n\n    Två.', None),
    "ojämnt indrag": ('"1.1":\n      Ett stycke.\n\n    Ett till.\n\n    Tre.', None),
}
