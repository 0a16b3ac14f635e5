"""Ett stycke slutar utan punkt, eller punkterna i en lista slutar olika.

Varför: En hel mening slutar med punkt. I en lista ska alla leden sluta likadant: hela meningar med punkt, korta led
utan. Rubriker i fetstil, tabellceller, tabellers rubriker och källor och inledningar till listor behöver ingen punkt.
Att bara listans sista led har punkt är tillåtet. Källa: Myndigheternas skrivregler (punkt, punktuppställningar).

Fel: Möjligheten att köpa stöd skulle stärka mindre regioners analyser
Rätt: Möjligheten att köpa stöd skulle stärka mindre regioners analyser.

Tillåt med skäl: tillåt: {slutpunkt: Stycket är en rubrik.}
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapport.checks.passages import Passage, passages_of
from rapport.checks.rule import Hit, Remark, hits
from rapport.checks.words import has_verb
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "info"
_FEWEST_WORDS = 6
_ADDRESS = r"[/@]|[a-zåäö]\.[a-z]"
_FULL_STOP = r"[.] (?<=[a-zåäö]{3}[.] )(?=[A-ZÅÄÖ])"
_TWICE = r"\.\.(?<=[a-zåäö)]\.\.)(?![.\w])"
# What stands at a table or a figure, not in running text: "Tabell 3. Företag som fick stöd".
_CAPTION = re.compile(
    r"(?:(?:Tabell|Figur|Diagram|Bild|Karta|Foto)(?: \d{1,2}(?:\.\d{1,2})*[a-d]?)?(?:[.:]|,? [–-])"
    r"|(?:Tabell|Figur|Diagram|Karta) \d{1,2} |(?:Källa|Källor|Not|Anm|Anmärkning|Kommentar)\.?:)",
)
_HINT = "Sätt punkt, eller skriv färdigt meningen."


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield the last word of every paragraph that lacks its full stop, and of list items unlike the others."""
    lists: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages_of(svar):
        if passage.kind == "punkt" and not passage.before_list:
            lists[passage.group].append(passage)
        elif passage.kind == "stycke" and _lacks_stop(passage):
            message = "Stycket slutar utan punkt."
            yield _last_word(svar, passage).remark(message, _HINT)
    for items in lists.values():
        yield from _unlike(svar, items)
    for hit in hits(svar, _TWICE, signs=("..",)):
        yield hit.remark("Två punkter står i rad.", "Ta bort den ena.", fix=".")


def _lacks_stop(passage: Passage) -> bool:
    text = passage.text.rstrip()
    if passage.is_bold or passage.before_list or _ends(text) or len(text.split()) < _FEWEST_WORDS:
        return False
    caption = _CAPTION.match(text)
    rest = text[caption.end() :] if caption else text
    if re.search(_FULL_STOP, rest):
        return True
    return not caption and not passage.before_table and has_verb(text)


def _ends(text: str) -> bool:
    """Whether a text ends with a sign that ends a sentence, one that no sentence ends with, or an address."""
    body = text.rstrip("”’)' ")
    if not body or not (body[-1].isalnum() or body[-1] == "%"):
        return True
    return bool(re.search(_ADDRESS, body.split()[-1]))


def _unlike(svar: Svar, items: Sequence[Passage]) -> Iterator[Remark]:
    """Yield the first item of a list that ends otherwise than most of them, the others beside it."""
    with_stop = [item for item in items if item.text.rstrip().endswith(".")]
    without = [item for item in items if _ends_openly(item)]
    if not with_stop or not without or with_stop == [items[-1]]:
        return
    if len(with_stop) >= len(without):
        odd, message, hint = without, "slutar utan punkt, men de andra i listan har punkt.", _HINT
    else:
        odd, message, hint = with_stop, "slutar med punkt, men de andra i listan saknar.", "Gör alla led lika."
    first, *others = [_last_word(svar, item) for item in odd]
    subject = "Ledet" if not others else f"{len(odd)} led"
    yield first.remark(f"{subject} {message}", hint, related=others)


def _ends_openly(item: Passage) -> bool:
    return not _ends(item.text.rstrip())


def _last_word(svar: Svar, passage: Passage) -> Hit:
    body = passage.text.rstrip()
    start = max(body.rfind(" "), body.rfind("\n")) + 1
    return Hit(svar, passage.start + start, passage.start + len(body))
