"""Bare infinitives: an infinitive directly behind a word that wants "att" before it: "genom stärka", "för bära".

And one in a sentence where nothing before it can have an infinitive ("målet är nå fler"), or with the
subject before it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapport.checks.language.finite import is_finite
from rapport.checks.language.verbs import is_infinitive
from rapport.checks.rule import Hit, hits
from rapport.checks.spelling.paradigms import DEFINITE, paradigms
from rapport.checks.words import listed, words_after, words_before
from rapport.domain.svar import Svar

_BARE = (
    r"[ \n(](?P<ord>(?:i syfte|[Gg]enom|[Tt]ill|[Mm]ed|av|[Ff]ör|i|på|om|vid|från|mot|ett|möjlighet(?:en|er)?) (?!ett )"
    r"[a-zåäö]{2,20}(?![\w\u00ad-]))"
)
_ADJECTIVES = frozenset(listed("använda säkra snabba få"))
_ARTICLES = frozenset(listed("en ett den det de att sin sitt sina vår vårt våra upp"))
# What is named by an infinitive: "insatsområde stärka konkurrenskraften".
_NAMED = (
    "insatsområde",
    "insatsområdet",
    "målet",
    "mål",
    "prioritering",
    "prioriteringen",
    "område",
    "området",
    "kallat",
)
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
_VERB = re.compile(r"(?<![\w-])[a-zåäö]+[aå](?![\w-])")
_MEANT = frozenset(
    listed("det den de så programmet projekt programmet området insatsområdet delmålet målområdet spåret kursen")
)
_SUBJECT = re.compile(
    r"(?:(?:De|Den|Det|Alla|Våra|Vår|Vårt) (?P<adjectives>(?:[a-zåäö]{2,30} ){0,2}))?"
    r"(?P<noun>[A-ZÅÄÖa-zåäö][a-zåäö]{3,40})"
    r" (?P<verb>[a-zåäö]{2,24}[aåeoöy])(?= [a-zåäö0-9])"
)


def bare_infinitives(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every infinitive with the word before it that wants "att", and how they may be written."""
    for hit in hits(svar, _BARE):
        leading, _, verb = hit.excerpt.rpartition(" ")
        if is_infinitive(verb) and not _is_right_bare(hit, leading, verb):
            yield hit, f"att {verb}" if leading == "ett" else f"{leading} att {verb}"


def _is_right_bare(hit: Hit, leading: str, verb: str) -> bool:
    """Whether a bare infinitive is an adjective ("av säkra tjänster"), or stands as a name that the answer has."""
    following = words_after(hit)[0] if hit.svar.text.startswith(" ", hit.end) else ""
    if (verb in _ADJECTIVES and following not in _ARTICLES) or verb.endswith("s") or following.startswith("eget"):
        return True
    before = words_before(hit, 2)
    if leading == "med" and before == ["till", "och"]:
        return True
    if leading == "till" and verb == "känna":
        return True
    if leading == "till" and before[-1:] and before[-1].startswith(("koppla", "knyt", "knut", "hör", "hänför")):
        return True
    named = [m.start() for m in re.finditer(rf"{verb} {re.escape(following)}(?!\w)", hit.svar.text, re.IGNORECASE)]
    own = hit.end - len(verb)
    return bool(following) and any(at != own and _stands_as_a_name(hit.svar.text, at) for at in named)


def _stands_as_a_name(text: str, at: int) -> bool:
    """Whether an infinitive at a place is no part of its sentence: in capitals, or behind "insatsområde"."""
    if text[at].isupper() and text[max(0, at - 2) : at].strip(" ") not in {".", "!", "?", ""}:
        return True
    before = text[max(0, at - 40) : at].lower().rstrip(" ”:")
    return before.endswith(_NAMED)


def bare_verbs(svar: Svar) -> Iterator[Hit]:
    """Yield every such infinitive, with the word before it."""
    for sentence in svar.meningar:
        text = sentence.text
        if text[-1:] != ".":
            continue
        for match in _VERB.finditer(text, 0, _led_from(text)):
            before = text[: match.start()].split()
            if before and before[-1][-1] == "," and is_infinitive(match[0]):
                break  # a row of infinitives begins
            if match[0] not in _ADJECTIVES and is_infinitive(match[0]) and len(before) > 1 and _is_bare(before):
                first = match.start() - len(before[-1]) - 1
                yield Hit(svar, sentence.start + first, sentence.start + match.end())
                break


@lru_cache(maxsize=2_000)  # a sentence is asked about again with each letter that is typed in its answer
def _led_from(sentence: str) -> int:
    """Return where a sentence has the first word that an infinitive may depend on; its end where it has none."""
    led = _LEADING.search(sentence)
    return led.start() if led else len(sentence)


def _is_bare(before: list[str]) -> bool:
    """Whether what stands before an infinitive has a verb that says when, and no name that the infinitive ends."""
    last = before[-1]
    is_noun = last in _ARTICLES or bool(paradigms().forms(last) & {"au", "aw"})  # "en ny servicebrygga"
    is_name = last[0].isupper() or any(word[-1] == "," for word in before[-2:]) or last in (*_MEANT, *_NAMED) or is_noun
    return not is_name and any(map(is_finite, before))


def bare_predicates(svar: Svar) -> Iterator[Hit]:
    """Yield every noun that begins a sentence and has an infinitive for its verb: "Styrgruppen bestå av"."""
    for sentence in svar.meningar:
        match = _SUBJECT.match(sentence.text)
        before = svar.text[max(0, sentence.start - 3) : sentence.start].rstrip()
        if not match or (before and before[-1] not in ".!?") or not _are_adjectives(match["adjectives"]):
            continue
        subject, verb = match["noun"].lower(), match["verb"]
        forms, verbal = paradigms().forms(subject), paradigms().forms(verb)
        if forms and forms <= DEFINITE and "inf" in verbal and verbal <= {"v", "inf", "pres"}:
            yield Hit(svar, sentence.start, sentence.start + match.end("verb"))


def _are_adjectives(words: str | None) -> bool:
    return all("aw" in paradigms().forms(word) for word in (words or "").split())
