"""What a form asks of the one who fills it in, left in the answer: "Beskriv här hur projektet bidrar till …"."""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit
from rapport.domain.svar import Svar

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


def instructions(svar: Svar) -> Iterator[Hit]:
    """Yield each sentence that tells somebody to write something; what is quoted, or others are told, is none."""
    for match in _INSTRUCTION.finditer(svar.text):
        before = svar.text[max(0, match.start() - 80) : match.start()]
        if not (_TOLD_TO_ALL.search(before) or before.rstrip()[-1:] in {":", "”", "»"} or before.count("”") % 2):
            yield Hit(svar, *match.span())
