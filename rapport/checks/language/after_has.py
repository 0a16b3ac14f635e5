"""After "har": the first verb behind it in its clause, however far: "har nämnden i våras prioritera".

Between them stand only words that can be no verb. Where the clause before may be one without "som" ("de medel
kommunen har räcker"), the verb may be the main clause's own, and nothing is said.
"""

import re
from collections.abc import Iterator

from rapport.checks.language.finite import is_definite, is_finite_behind
from rapport.checks.language.verbless import is_no_verb
from rapport.checks.language.verbs import is_infinitive, is_passive_infinitive
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_HAS = re.compile(r"(?<= )(?:har|hade)(?P<rest>(?: [A-ZÅÄÖa-zåäö]+){2,9})")
_STOP = frozenset(
    listed("som sedan säkra snabba använda att och men eller samt än där när om vad hur såväl både för lätt svårt råd")
)
_ADVERBS = frozenset(
    listed(
        "inför inte också även redan nu alltid aldrig därmed därför dessutom numera tidigare hittills bland annat dock "
        "vi de det den man tillsammans successivt delvis främst särskilt således alltså ännu året län läns för"
    )
)
_OPENING = re.compile(
    r"\b(?:som|vad|vilk\w+|hur|där|när|om|allt|mer|än|så|eftersom|vars|vi|man|dem|ju|medan|då|innan|trots|oavsett|senast|gången)\b"
    r"|^(?:Att|Sedan|Var) ",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b(?:det|den|de) ((?:[a-zåäö]+ )*)", re.IGNORECASE)
_PREPOSITIONS = frozenset(listed("med under i på till från för av inom en ett den det de sin sitt sina två tre fyra"))


def wrong_after_has(svar: Svar) -> Iterator[Hit]:
    """Yield "har" with all up to the first verb behind it, where that verb is no supine."""
    for sentence in svar.meningar:
        if " har " not in sentence.text and " hade " not in sentence.text:
            continue
        for match in _HAS.finditer(sentence.text):
            if _may_lack_som(sentence.text[: match.start()]):
                continue
            number = _wrong(match["rest"].split())
            if number is not None:
                end = match.start("rest") + sum(len(word) + 1 for word in match["rest"].split()[: number + 1])
                yield Hit(svar, sentence.start + match.start(), sentence.start + end)


def _wrong(words: list[str]) -> int | None:
    """Return the number of the first word that is a verb, where it stands in a form that "har" does not have."""
    for number, word in enumerate(words):
        if word in _STOP and not (word == "för" and number == 0):
            return None
        if word in _ADVERBS or word[0].isupper():
            continue
        before, after = words[number - 1] if number else "", words[number + 1] if number + 1 < len(words) else ""
        if number and _is_no_supine(word, before, after):
            return number
        if not is_no_verb(word):
            return None
    return None


def _is_no_supine(word: str, before: str, after: str) -> bool:
    if is_infinitive(word) or is_passive_infinitive(word):
        return True
    if not is_finite_behind(word, before):
        return False
    return not word.endswith("de") or "aw" not in paradigms().forms(word) or after in _PREPOSITIONS


def _may_lack_som(before: str) -> bool:
    """Whether a clause before "har" may tell of something without "som": "det ansvar kommunerna" is one."""
    clause = re.split(r"[,;:]", before)[-1]
    if _OPENING.search(clause):
        return True
    for match in _THAT.finditer(clause):
        words = match[1].split()
        noun = next((word for word in words if "aw" not in paradigms().forms(word)), "")
        if not is_definite(noun):
            return True
    return False
