"""Bare verbs: an infinitive in a sentence where nothing before it can have an infinitive: "målet är nå fler"."""

import re
from collections.abc import Iterator

from rapport.checks.language.finite import is_finite
from rapport.checks.language.verbs import is_infinitive
from rapport.checks.rule import Hit
from rapport.checks.words import listed
from rapport.domain.svar import Svar

# What an infinitive may follow, however far: one of them anywhere before is enough.
_LEADING = re.compile(
    r"[:;”\"–−•(/]|\b(?:att|ska|skall|skulle|kan|kunde|kunna|kunnat|vill|ville|vilja|velat|bör|borde|bort|måste|måst|får"
    r"|fick|få|fått|behöv\w+|låt\w*|låter|lät|hjälp\w+|ser|såg|se|sett|hör\w*|känn\w*|lär\w*|våga\w*|hinn\w*|hann"
    r"|hunnit|orka\w*|bruka\w*|börja\w*|fortsät\w+|fortsatt\w*|sluta\w*|tänk\w+|avse\w*|avsåg\w*|planera\w*|beslut\w*"
    r"|försök\w*|lyck\w+|tyck\w*|verka\w*|föref\w+|anse\w*|ansåg\w*|bedöm\w+|beräkna\w*|förvänta\w*|vänta\w*|säg\w+"
    r"|sades?|uppge\w*|anta\w*|önska\w*|hoppa\w*|väl[jt]\w*|valde|valts?|slipp\w*|slapp|ber|bad|be|bett|må|måtte|tror?s?|risker\w+|uppskatta\w*|misstänk\w+|tvinga\w*|förmå\w*|föreslå\w*|söker|sökte"
    r"|torde|kommer|kom|tend\w+|uppman\w+|kräv\w+|påst\w+|visa\w*|råka\w*|vägra\w*|mena\w*|ämna\w*|tillåt\w*|gör|heter"
    r"|kalla\w*|uppmuntra\w*|ombed\w+|inför|via|genom|likt|projektet|satsningen|temat|rubriken|insatsen|initiativet)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w-])[a-zåäö]+[aå](?![\w-])")
_ADJECTIVES = frozenset(listed("säkra snabba använda"))
_MEANT = frozenset(
    listed("det den de så programmet projekt programmet området insatsområdet delmålet målområdet spåret kursen")
)


def bare_verbs(svar: Svar) -> Iterator[Hit]:
    """Yield every such infinitive, with the word before it."""
    for sentence in svar.meningar:
        text = sentence.text
        if text[-1:] != ".":
            continue
        led = _LEADING.search(text)
        end = led.start() if led else len(text)
        for match in _WORD.finditer(text, 0, end):
            before = text[: match.start()].split()
            if match[0] not in _ADJECTIVES and is_infinitive(match[0]) and len(before) > 1 and _is_bare(before):
                first = match.start() - len(before[-1]) - 1
                yield Hit(svar, sentence.start + first, sentence.start + match.end())
                break


def _is_bare(before: list[str]) -> bool:
    """Whether what stands before an infinitive has a verb that says when, and no name that the infinitive ends."""
    is_name = before[-1][0].isupper() or before[-1][-1] == "," or before[-1] in _MEANT
    return not is_name and any(map(is_finite, before))
