"""Cut short: the end of a sentence that has begun something and not said it.

"… och att hon.", "från regionen av.", "lagts på en namngiven.", "inom 20 dagars.", "med länsstyrelsens." What makes
such an end right is that what is meant was said before: "högre än länets", "det vi talar om", "byttes mot en ny".
"""

import re

from rapport.checks.language.finite import is_definite, is_finite
from rapport.checks.language.verbless import is_whose
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed

# A clause that has its subject and nothing more. Behind "och" only a comma shows that a clause begins.
_SUBJECT = re.compile(
    r"\b(?:att|eftersom|medan|såvida|fastän|huruvida|därför att|(?<=, )och|(?<=, )men|(?<=, )samt)"
    r" (?P<last>vi|de|hon|han|man|jag|ni|den|[a-zåäö]{4,30}(?:na|en|et|erna) själva)$"
)
_PREPOSITION = re.compile(
    r" (?P<led>i|på|av|till|för|med|från|hos|vid|under|inom|mellan|mot) (?:[a-zåäö]+ )?(?P<noun>[a-zåäö]{3,40}) "
    r"(?P<last>av|till|för|på|med|om|i|mot|från|under|inom|genom|enligt|hos)$"
)
_ASIDE = frozenset(listed("sidan grunden vägen längden början slutet stället hälften"))
# What the preposition at the end may belong to.
_BEFORE = re.compile(
    r"\b(?:som|vad|vilk\w+|dem|där|här|hur|man|alla|att|vem|vart|var|detta|dessa|denna|när|så|än|få|ing\w+|mycket"
    r"|någo\w+|några|mer|fler|det|den|de)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r" (?P<led>på|i|med|av|till|genom|för|hos|från|inom|under) (?P<last>(?:en|ett) (?P<words>[a-zåäö ]{2,40}))$"
)
_ARTICLE_LAST = re.compile(r" (?:fram|upp|ut|in|utveckla|skapa|starta|inrätta|få|har|genom) (?P<last>en|ett)$")
_ONE_BEFORE = re.compile(r"\b(?:en|ett|ny\w*|saknas|finns|om|någo\w+|ing\w+|sådan\w*|fler\w*|var och)\b", re.IGNORECASE)
# What was exchanged or told apart has been named: "ersattes av en ny"; and whom an adjective stands for.
_NAMED = re.compile(r"\b(?:by[tt]\w*|ersat\w*|ersätt\w*|övergå\w*|gått|gick|går|dels|antingen|båda|varav)\b")
_PERSONS = frozenset(
    listed(
        "anställd arbetslös sakkunnig ansvarig sjuk ung vuxen gammal utomstående närstående oberoende enskild utbildad "
        "skyldig död skadad dömd misstänkt tilltalad anhörig släkting bekant efterlevande ny likadan egen annan sådan "
        "liten stor god bra förtroendevald studerande boende kunnig okänd döv blind"
    )
)
_ADJECTIVE = frozenset(("au", "an"))
_COUNTED = re.compile(
    r"(?<![\w,])(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|några|flera) "
    r"(?P<last>(?:arbets)?(?:dagars|veckors|månaders|års|timmars|minuters|dygns|kilometers|mils|kronors))$"
)
_OTHER_COUNT = re.compile(r"\b(?:än|dagars|veckors|månaders|års|timmars|minuters|kronors|respektive|eller|till)\b")
_OWNER = re.compile(r" (?:med|till|hos|från|inom|för|genom) (?P<last>[a-zåäö]{4,40}(?:ens|ets|nas))$")
# What is held against something else is named once: "skiljer sig från länets".
_COMPARED = re.compile(
    r"\b(?:än|jämför\w*|lik\w*|skil\w*|motsvar\w*|samma|egen|eget|egna|både|såväl|relation|förhållande|parallell\w*"
    r"|samordn\w*|harmoni\w*|integrer\w*|koppla\w*|knyt\w*|tillsammans|utan|inte|respektive|snarare|utöver|sammanf\w*"
    r"|överens\w*|samspel\w*|[a-zåäö]+(?:ens|ets|nas|dess|deras)(?= [a-zåäö]))\b",
    re.IGNORECASE,
)


def cut_short(body: str) -> int:
    """Return how many of the last letters of a sentence, without its full stop, lead on to something; 0 if none do."""
    for is_cut in (
        _has_only_article,
        _has_only_subject,
        _has_loose_preposition,
        _has_lone_adjective,
        _has_lone_genitive,
    ):
        if match := is_cut(body):
            return len(match["last"])
    return 0


def _has_only_article(body: str) -> re.Match[str] | None:
    """Return "en" or "ett" that ends a sentence in which nothing has been named that there could be one more of."""
    match = _ARTICLE_LAST.search(body)
    return match if match and not _ONE_BEFORE.search(body[: match.start("last")]) else None


def _has_only_subject(body: str) -> re.Match[str] | None:
    return _SUBJECT.search(body)


def _has_loose_preposition(body: str) -> re.Match[str] | None:
    """Return a preposition behind a phrase that has one of its own, so that it can be no part of the verb."""
    match = _PREPOSITION.search(body)
    if not match or match["noun"] in _ASIDE or not is_definite(match["noun"]):
        return None
    return None if _BEFORE.search(body[: match.start()]) else match


def _has_lone_adjective(body: str) -> re.Match[str] | None:
    """Return "en" or "ett" behind a preposition with nothing but adjectives, where nobody told of what."""
    match = _ALONE.search(body)
    if not match or _NAMED.search(body):
        return None
    words = match["words"].split()
    if words[-1] in _PERSONS or not all(_is_adjective(word) for word in words):
        return None
    before = re.findall(r"\b(?:en|ett)\b", re.sub(r"[Vv]ar och en|^En", "", body[: match.start()]))
    return None if before else match


def _is_adjective(word: str) -> bool:
    forms = paradigms().forms(word)
    is_participle = word.endswith(("d", "t", "en"))  # "namngiven"; but "förfrågan" is a noun
    return bool(forms) and forms <= {*_ADJECTIVE, "v", "x"} and (bool(forms & _ADJECTIVE) or is_participle)


def _has_lone_genitive(body: str) -> re.Match[str] | None:
    """Return a genitive with nothing behind it, in a sentence where nothing shows what it would be of."""
    match = _COUNTED.search(body)
    if match:
        return None if _OTHER_COUNT.search(body[: match.start()]) else match
    match = _OWNER.search(body)
    if not match or not is_whose(match["last"]) or _COMPARED.search(body[: match.start()]):
        return None
    return match if any(map(is_finite, body.split())) else None
