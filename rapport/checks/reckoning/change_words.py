"""How running text tells of a change and of its two values."""

import re

_ENDS = "a|ar|ade|at|as|ades|ats|ning|ningen"
UP = (
    rf"(?:\w*(?<![sS]))[öÖ]k(?:{_ENDS})|stiger|stiga|steg|stigit|stigande|växer|växa|växte|vuxit"
    r"|höj(?:s|t|a|as|er|de|des|ts|ning|ningen)|uppgång(?:en)?|uppsving(?:et)?|förläng(?:s|t|er|as|a|de|des|ts|ning)"
    r"|(?:gå|går|gick|gått) upp|(?:blev|blivit|blir) (?:fler|högre|större|längre)"
)
DOWN = (
    r"\w*minsk(?:a|ar|ade|at|as|ades|ats|ning|ningen)|sjunker|sjunka|sjönk|sjunkit|sjunkande"
    r"|sänk(?:s|t|a|as|er|te|tes|ts|ning|ningen)|föll|falla|faller|fallit|nedgång(?:en)?|tapp(?:et)?|tappa(?:de|t|r)?"
    r"|krymp(?:er|a|t|te)?|reducera(?:de|des|s|ts|t|r)?|kort(?:as|ats|ades|ade)|(?:gå|går|gick|gått) ne[dr]"
    r"|(?:blev|blivit|blir) (?:färre|lägre|mindre|kortare)"
)
# Words that say that a value goes from one to the other, and not which way: then a word before them is of another.
NEUTRAL = re.compile(r"\b(?:gick|går|gått|gå|ändra\w*|förändra\w*|flytta\w*)\b(?! (?:upp|ner?|ned)\b)")
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
THEN_FROM = re.compile(r"(?:(?!\b(?:medan|men|gick|går|och)\b)[^.;\d]){0,50}?\bfrån (?:totalt |sammanlagt )?")
SO_BY = re.compile(
    r"(?:[^.;\d]|\b(?:19|20)\d\d\b){0,60}?"
    r"(?:(?:ökning|minskning|uppgång|nedgång|höjning|sänkning)(?:en)?(?: \w+)? (?:med|på|om)"
    r"|(?:alltså|det vill säga|dvs\.?|motsvarar|(?<!från )(?<!till )motsvarande|eller)(?: en)?"
    r"(?: \w*(?:ökning|minskning))?(?: (?:med|på|om))?"
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
    r"\b(?:inte|varken|ej|knappast|plats|placering|rang|takt\w*|mål\w*|skillnad\w*|gräns\w*|åldern?)\b", re.IGNORECASE
)
# What may make a plan's numbers others than those beside them; which way it goes, they say all the same.
PLANNED = re.compile(r"\b(?:planer\w*|ska|skulle|väntas|bör)\b", re.IGNORECASE)
# "till 40 per tusen, från 46"
THEN_OUT_OF = re.compile(r"(?: (?!och\b|samt\b|men\b|medan\b)[^\W\d][\w-]*){0,4},? (?:upp |ned |ner )?från ")
BEFORE_TO = re.compile(r"\btill (?:totalt |sammanlagt |hela |i snitt )?$")
_MORE_THAN = re.compile(r"\b(?:mer än|drygt|över|gott och väl) (?:en )?$", re.IGNORECASE)
_NEARLY = re.compile(
    r"\b(?:nästan|närmare|närapå|knappt|i det närmaste|nära nog|så gott som|inte fullt) (?:en )?$", re.IGNORECASE
)


def side_of(lead: str) -> str:
    """Return on what side of a change's word the true one is said to be, by what stands before the word."""
    return "over" if _MORE_THAN.search(lead) else "under" if _NEARLY.search(lead) else ""
