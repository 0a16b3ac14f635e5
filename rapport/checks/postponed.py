"""Answers that put off what they are asked: effects, data that will come later, the form's own instructions.

Of data only: plans, applications and evaluations are rightly added to and told of later.
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.domain.svar import Svar

_LATER = (
    r"senare|först (?:om|efter|på|när|vid|under|20\d\d)|nästa år|på (?:längre )?sikt|längre fram|framöver|kommande år"
    r"|i nästa|efter (?:program|projekt)\w*|om några år"
)
_PUT_OFF = re.compile(
    rf"(?i)\b(?:kommer|väntas|förväntas|beräknas|redovisas|kompletteras|återkommer|syns|märks|mäts|följs)\b[^.]{{0,60}}"
    rf"\b(?:{_LATER})\b"
    r"|\b(?:kan|går|har|är|finns|låter sig)\b[^.]{0,40}\b(?:ännu (?:inte|ej)|inte (?:ännu|än)|ej ännu)\b"
    r"|\bkan (?:\w+ )?(?:inte|ej) (?:\w+ )?(?:redovisas|mätas|bedömas|utläsas|påvisas|beskrivas|ses)\b"
    r"|\bför tidigt att\b"
)
_ABOUT = re.compile(r"(?i)\beffekt|\bresultat|\butfall")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_BESIDE = 300  # characters of other text; with more than that the answer tells something as well
# What an answer promises instead of giving it: "Uppgifterna kompletteras i april."
_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_TIME = (
    rf"(?:senare(?: (?:när|då|i en|vid) [^.\n]{{3,50}})?|vid (?:ett )?senare (?:tillfälle|datum|tidpunkt)"
    rf"|inom kort|i efterhand|(?:i|under|till|före|efter|senast|den \d\d?) (?:{_MONTH})"
    r"|(?:under|till|i) (?:vår|höst|sommar|vinter)en|i vår|i höst|nästa (?:vecka|månad)"
    r"|efter (?:bokslut|årsskift|sammanställning|avstämning|helg)\w*|(?:när|så snart|så fort) [^.\n]{3,50})"
)
_DATA = (
    r"(?:[\wåäö-]+ ){0,2}(?:uppgift(?:en|er|erna)?|siffr(?:a|an|or|orna)|statistik(?:en)?|antal(?:et)?|tabell(?:en)?"
    r"|underlag(?:et)?|text(?:en)?|(?:köns)?fördelning(?:en)?|andel(?:en|ar|arna)?)"
)
# Of more than data it is so only where nothing is said of how or with what.
_ANSWER = (
    r"(?:[\wåäö-]+ ){0,2}(?:svaret|svar|avsnittet|resultat(?:et|en)?|analysen|beskrivningen|redovisningen"
    r"|sammanställningen|bedömningen|detta|denna del)"
)
_ADDED = r"(?:kommer att )?(?:kompletteras|fylls i|fyllas i|läggs in|läggas in|infogas|läggs till|läggas till)"
_SOME_TIME = (
    r"(?:senare(?: (?:när|då) [^.\n]{3,50})?|vid (?:ett )?senare (?:tillfälle|datum|tidpunkt)|inom kort|i efterhand"
    r"|(?:när|så snart|så fort) [^.\n]{3,50})"
)
_OF = r"(?: (?:på|för|om|över|från|av|till|per) [^.,\n]{2,40}?| \w+(?:are|er|or|ar|n|t))"
_COMES = (
    r"(?:kommer|kompletteras|redovisas|tillkommer|lämnas|skickas|uppdateras|fylls i|läggs in|infogas|anges)"
    r"(?: att \w+s)?"
)
_PROMISED = (
    rf"(?im)(?:^|(?<=[.!?:] ))(?:{_DATA}{_OF}?? {_COMES} {_TIME}(?=[.!]|$)"
    rf"|{_ANSWER}{_OF}?? {_ADDED} {_SOME_TIME}(?=[.!]|$)"
    r"|(?:text|svar|avsnitt|redovisning)e[nt] är (?:ännu inte|inte ännu|ej ännu|ej)"
    r" (?:klar|färdig|komplett)t?\b[^.\n]{0,60}"
    r"|[^.\n]{0,80}\beftersänds\b[^.\n]{0,40}"
    rf"|(?:vi|regionen) (?:får )?(?:återkommer|återkomma|kompletterar|komplettera)"
    rf" (?:med )?(?:{_DATA}|svaret|redovisningen|beskrivningen)\b[^.\n]{{0,60}}(?=[.!]|$))"
)
_PROMISING = (
    "kommer",
    "återkom",
    "omplettera",
    "lämnas",
    "redovisas",
    "sänds",
    "skickas",
    "uppdateras",
    "fylls i",
    "läggs in",
    "läggas in",
    " inte klar",
    " ej klar",
    " inte färdig",
    " ej färdig",
)
# What a form asks of the one who fills it in: "Beskriv här hur projektet bidrar till …".
_ASKED = (
    r"(?:Beskriv|Redogör för|Redovisa|Ange|Fyll i|Förklara|Motivera|Kommentera|Sammanfatta|Lista|Uppge|Utveckla"
    r"|Svara på|Skriv)"
)
_WHAT = (
    r"(?:(?:här|nedan|också|även|gärna|kort|kortfattat|i så fall|om möjligt|särskilt) )*"
    r"(?:här\b|nedan\b|hur\b|vilk[ae]n?t?\b|vad\b|varför\b|om (?:det|insatsen|projektet|ni)\b|på vilket sätt\b"
    r"|i vilken\b|antal\w*\b|era?\b|ert\b|kort\w*\b|minst\b|högst\b|max\b|tre\b|(?:de )?viktigaste\b|projektets\b"
    r"|insatsens\b|resultat\w*\b|mål\w*\b|målgrupp\w*\b|eventuella\b|frågan\b|belopp\w*\b|datum\b|samtliga\b)"
)
_INSTRUCTION = re.compile(
    rf"(?:^|(?<=[.!?] ))(?:\([^()\n]{{0,3}})?(?:{_ASKED} {_WHAT}[^.!?\n]{{0,200}}[.!?)]?"
    r"|Här (?:ska ni|ska du|skriver ni|skriver du|fyller ni|fyller du"
    r"|(?:anges|beskrivs|redogörs) (?:hur|vilk\w+|vad|om))\b"
    r"[^.!?:\n]{0,200}[.!?]?"
    r"|(?:Max(?:imalt|\.)?|Högst) \d[\d  ]{0,6}\d (?:tecken|ord)\b[^.\n]{0,40}\.?)",
    re.MULTILINE,
)
_TOLD_TO_ALL = re.compile(r"(?:uppgift|övning|instruktion|fråga|frågor|löd|lyder|rubrik)\w*[^.\n]{0,40}[:”»\"]? ?$")


def postponed(svar: Svar) -> Hit | None:
    """Return the sentence that puts the effects off, when the answer says hardly anything else."""
    return svar.remember(("postponed",), lambda: _postponed(svar))


def _postponed(svar: Svar) -> Hit | None:
    sentences = svar.meningar
    off = [sentence for sentence in sentences if _PUT_OFF.search(sentence.text)]
    beside = " ".join(sentence.text for sentence in sentences if sentence not in off)
    is_about = any(_ABOUT.search(sentence.text) for sentence in off)
    if not is_about or len(beside) > _MOST_BESIDE or _FIGURE.search(_YEAR.sub("", beside)):
        return None
    return Hit(svar, off[0].start, off[0].end)


def promised(svar: Svar) -> Iterator[Hit]:
    """Yield each sentence that says no more than that something will be told later."""
    yield from hits(svar, _PROMISED, signs=_PROMISING)


def instructions(svar: Svar) -> Iterator[Hit]:
    """Yield each sentence that tells somebody to write something; what is quoted, or others are told, is none."""
    for match in _INSTRUCTION.finditer(svar.text):
        before = svar.text[max(0, match.start() - 80) : match.start()]
        if not (_TOLD_TO_ALL.search(before) or before.rstrip()[-1:] in {":", "”", "»"} or before.count("”") % 2):
            yield Hit(svar, *match.span())
