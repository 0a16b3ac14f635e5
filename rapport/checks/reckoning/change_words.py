"""How running text tells of a change and of its two values."""

import re

UP = (
    r"\w*ök(?:a|ar|ade|at|ning|ningen)|stiger|steg|stigit|växer|växte|vuxit|höj(?:s|t|de|des|ts|ning|ningen)"
    r"|uppgång(?:en)?"
)
DOWN = (
    r"\w*minsk(?:a|ar|ade|at|ning|ningen)|sjunker|sjönk|sjunkit|sänk(?:s|t|te|tes|ts|ning|ningen)|föll|fallit"
    r"|nedgång(?:en)?|krympt?e?"
)
TIMES = r"(?P<ganger>fördubbl|dubbler|tredubbl|fyrdubbl|halver)\w*"
DIRECTION = re.compile(rf"\b(?:(?P<upp>{UP})|(?P<ner>{DOWN})|{TIMES})\b", re.IGNORECASE)
MORE_WORD = re.compile(
    r"\b(?:(?P<upp>fler|högre|mer|längre)|(?P<ner>färre|lägre|mindre|kortare))\b(?= än )(?P<ganger>)"
)
TIMES_BY_WORD = {"fördubbl": "2", "dubbler": "2", "tredubbl": "3", "fyrdubbl": "4", "halver": "0.5"}
TO = re.compile(r"(?:[^\d.;:,]|\b(?:19|20)\d\d\b|,(?= ?till)){0,50}?\btill (?:totalt |sammanlagt |hela |i snitt )?")
ONLY_BEFORE_FROM = re.compile(r"från (?:totalt |sammanlagt |i snitt )?$", re.IGNORECASE)
# Where the change stands: "ökade med 20 procent, från …" and "…, en ökning med 20 procent".
BY = re.compile(r"\b(?:med|på|om)(?: hela| totalt)? $")
THEN_FROM = re.compile(r"[^.;\d]{0,50}?\bfrån (?:totalt |sammanlagt )?")
SO_BY = re.compile(
    r"[^.;\d]{0,60}?(?:(?:ökning|minskning|uppgång|nedgång|höjning|sänkning)(?:en)?(?: \w+)? (?:med|på|om)"
    r"|(?:alltså|det vill säga|dvs\.?|motsvarar|motsvarande|eller)(?: en)?(?: \w*(?:ökning|minskning))?"
    r"(?: (?:med|på|om))?"
    r"|\((?:motsvarande|med|en (?:ökning|minskning) med)?)(?: hela)? ?"
)
COMPARED = re.compile(r"[^.;:\d]{0,40}?\b(?:jämfört med|från|mot) (?:[\w-]+ ){0,3}(?:(?:19|20)\d\d )?")
# "…, tre fler än 2024, då nio beviljades", "…, sju dagar kortare än 2024, då den var 41 dagar"
MORE = re.compile(
    r"(?: [\w-]+){0,2} (?:fler|färre|högre|lägre|mer|mindre|kortare|längre) än [^.;:\d]{0,30}(?:\b(?:19|20)\d\d)?"
    r"(?:, då (?:[\w-]+ ){0,4}|,? \((?:då )?)"
)
APART = re.compile(r"[^.;:\d]{0,80}(?:, |\()(?:alltså |vilket (?:är|var) )?")
NOT = re.compile(
    r"\b(?:inte|varken|ej|knappast|plats|placering|rang|takt\w*|mål\w*|planer\w*|ska|skulle|väntas|bör)\b",
    re.IGNORECASE,
)
