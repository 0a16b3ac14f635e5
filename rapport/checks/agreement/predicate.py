"""Predicates: whether what a sentence says that its subject is, is inflected as the subject: "Resultatet är positivt".

Only a subject that is one definite noun with its own adjectives, at the beginning of its clause, and stands right
before the verb is looked at: in "Arbetet med insatserna är viktigt" it is another word that decides.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.checks.agreement.inflect import adjective
from rapport.checks.language.finite import OPENERS, is_finite
from rapport.checks.rule import Hit
from rapport.checks.spelling.paradigms import DEFINITE, paradigms
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_COPULAS = (
    "är|var|blir|blev|har varit|har blivit|hade varit|hade blivit|(?:bedöms|anses|upplevs|kan anses) (?:vara|bli|som)"
    "|(?:måste|ska|bör|kan|skulle|kunde|får|borde|behöver|kommer att|har visat sig|visade sig) (?:vara|bli)|kan anses"
)
_HOW = (
    "mycket|väldigt|också|inte|även|särskilt|ganska|helt|fortsatt|nu|redan|ännu inte|dock|fortfarande|inte längre"
    "|tydligt nog|därmed|således|alltjämt|så"
)
# What tells more of the subject, between it and the verb.
_OF = "(?:med|för|av|till|inom|kring|på|från|hos|mellan|bland|om|i|under)"
_ADVERBS = frozenset(_HOW.replace("|", " ").split()) | frozenset(
    listed(
        "numera väl ofta alltid sällan oftast länge nästan alltför därför idag tidvis än ännu bara snarast synnerligen"
    )
)
_CLAUSE = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n)|(?<=\batt )|(?<=\beftersom )|(?<=\bmedan )|(?<=, men ))"
    r"(?P<lead>(?:(?:Den|Det|De|Alla|den|det|de|alla) )?(?:[a-zåäö]{3,30} ){0,2}?)"
    rf"(?P<noun>[A-ZÅÄÖa-zåäö][a-zåäö]{{3,44}}) (?P<of>(?:{_OF} (?:[a-zåäö]+ ){{1,4}}?)?)(?:{_COPULAS}) "
    r"(?P<how>(?:[a-zåäö]+ ){0,3}?)(?P<adjective>[a-zåäö]{3,30})"
    r"(?: (?:och|eller) (?:mer )?(?P<second>[a-zåäö]{3,30}))?"
    r"(?=[.,;!?]|$| (?:för|till|över|i|av|på|med|om|inom|under|från|vid|genom|hos|trots|utifrån"
    r"|sedan|eftersom|innan|när|efter|först|senast|och|samt|men|att)\b)"
)
_AND = re.compile(r" (?:och|samt) (?:mer )?(?P<next>[a-zåäö]+) [a-zåäö]")
_KNOWN = frozenset(listed("au an aw ai v"))
_NOUNS = frozenset(listed("us ns np"))
_WANTED = {"ud": "au", "nd": "an", "uq": "aw", "nq": "aw"}
# Many that are named as one: "personalen är nöjda" is right as well.
_SOME = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n)|(?<=\batt ))(?P<of>(?:[Tt]vå|[Tt]re|[Ff]yra|[Ff]em|[Ss]ex|[Ss]ju|[Åå]tta|[Nn]io|[Tt]io"
    rf"|[Ff]lera|[Mm]ånga|[Nn]ågra|[Dd]e flesta) av [a-zåäö ]{{3,40}}?) (?:{_COPULAS}) (?:(?:{_HOW}) )?"
    r"(?P<adjective>[a-zåäö]{3,30})(?=[.,;!?]|$)"
)
_MANY = (
    "personalen styrelsen majoriteten minoriteten hälften delen gruppen kommunen regionen nämnden ledningen föreningen "
    "befolkningen publiken allmänheten organisationen branschen familjen klassen generationen ungdomen sektorn parten "
    "delegationen myndigheten enheten avdelningen andelen flertalet antalet paret laget teamet folket företaget "
    "samhället näringslivet nätverket rådet hushållet mängden skaran raden näringen kretsen kåren akademin ligan "
    "resten föräldern klustret partnerskapet konsortiet arbetslaget regeringen kommittén polisen brukaren"
)
OF_MANY = tuple(_MANY.split())
_BODIES = (
    "verket",
    "rådet",
    "institutet",
    "departementet",
    "ämbetet",
    "kansliet",
    "universitetet",
    "kollegiet",
    "företaget",
)
_ORDINAL = ("sta", "ste", "dje", "nde", "ande")


# Whoever is many, and "det" that points forward: "vi är stolt", "det är viktig att".
_PRONOUN = re.compile(
    rf"(?<![\w-])(?:(?P<noun>[Vv]i|[Dd]e|[Bb]åda|[Dd]et) (?:{_COPULAS})|(?:är|blir|blev) (?P<behind>vi|de|det)) "
    r"(?:(?:mycket|väldigt|också|inte|även|särskilt|ganska|helt|fortsatt|nu|redan|så) )?"
    r"(?P<adjective>[a-zåäö]{3,30})(?=[.,;!?]|$| (?:över|på|med|för|av|till|om|att|i|inom|och|under|från)\b)"
)
_ALONE = frozenset(listed("ensam först precis fel"))


class Predicate(NamedTuple):
    """A predicate that does not agree: the words from the subject on, the noun, and how it may be written."""

    hit: Hit
    noun: str
    wrong: str
    mended: str | None


def predicates_in(svar: Svar) -> Iterator[Predicate]:
    """Yield every predicate of an answer that surely does not agree with its subject."""
    for match, wanted in _clauses(svar):
        noun = match["noun"].lower()
        group = _group(match, wanted)
        word = match[group]
        found = paradigms().forms(word)
        found -= _NOUNS if "au" in found and wanted == {"aw"} else frozenset()  # "positiv" is a noun as well
        if (
            not found & {"au", "an", "aw"}
            or found & (wanted | {"ai"})
            or not found <= _KNOWN
            or word.endswith((*_ORDINAL, "mässigt", "örst", "ägst", "ängst", "ögst", "äst", "ast"))
        ):
            continue
        if svar.text.startswith(" att ", match.end(group)) and "au" not in found:
            continue  # "målen är svårt att nå" is said too
        if not match["second"] and _is_before_noun(svar.text, match.end()):
            continue
        if ("aw" in found and noun.endswith(OF_MANY)) or noun.endswith(_BODIES):
            continue
        right = adjective(word, min(wanted)) if len(wanted) == 1 else None
        hit = Hit(svar, match.start("noun"), match.end(group))
        yield Predicate(hit, noun, word, f"{hit.excerpt[: -len(word)]}{right}" if right else None)
    yield from _after_pronouns(svar)
    for match in _SOME.finditer(svar.text):
        word = match["adjective"]
        forms = paradigms().forms(word)
        if forms and forms <= {"au", "an", "v"} and (right := adjective(word, "aw")):
            hit = Hit(svar, *match.span())
            yield Predicate(hit, match["of"], word, f"{hit.excerpt[: -len(word)]}{right}")


def _clauses(svar: Svar) -> Iterator[tuple[re.Match[str], set[str]]]:
    """Yield every clause whose subject is known for sure, with the forms that its adjective may have."""
    for match in _CLAUSE.finditer(svar.text):
        forms = paradigms().forms(match["noun"].lower())
        if not forms or not forms <= DEFINITE or not _is_led_by_adjectives(match["lead"]):
            continue
        if all(map(_is_adverb, match["how"].split())) and _is_of(match["of"]):
            yield match, {_WANTED[form] for form in forms}


def _is_adverb(word: str) -> bool:
    """Whether a word only says how: "numera", "skriftligt", "vanligen"."""
    return word in _ADVERBS or word.endswith(("ligen", "vis")) or "an" in paradigms().forms(word)


def _is_before_noun(text: str, at: int) -> bool:
    """Whether another adjective follows, and then what both are of: "syftet är god och säker vård"."""
    following = _AND.match(text, at)
    return bool(following and paradigms().forms(following["next"]) & {"au", "an", "aw", "ai"})


def _is_of(attribute: str) -> bool:
    """Whether some words between a noun and its verb tell more of it, and have no clause or subject of their own."""
    words = attribute.split()
    return not (words and (OPENERS.search(attribute.replace(" och ", " ")) or any(map(is_finite, words))))


def _group(match: re.Match[str], wanted: set[str]) -> str:
    """Return which of two adjectives with "och" between is looked at: "politiskt och ekonomiskt svag" has adverbs."""
    if not match["second"]:
        return "adjective"
    first = paradigms().forms(match["adjective"])
    return "second" if first & wanted or "an" in first else "adjective"


def _after_pronouns(svar: Svar) -> Iterator[Predicate]:
    """Yield every predicate in the singular after "vi" or "de", and what is not as "det" wants it before "att"."""
    for match in _PRONOUN.finditer(svar.text):
        noun, word = match["noun"] or match["behind"], match["adjective"]
        is_it = noun.lower() == "det"
        if is_it and not svar.text.startswith((" att", " för", "."), match.end()):
            continue
        right = adjective(word, "an" if is_it else "aw")
        forms = paradigms().forms(word)  # "stolt" is the same after "en" and "ett"
        is_one = "au" in forms <= ({"au"} if is_it else {"au", "an"})
        if right and is_one and word not in _ALONE and not word.endswith(("vis", "ast", "äst", "ist", "rst")):
            hit = Hit(svar, *match.span())
            yield Predicate(hit, noun.lower(), word, f"{hit.excerpt[: -len(word)]}{right}")


def _is_led_by_adjectives(lead: str) -> bool:
    words = [word for word in lead.split() if word not in listed("Den Det De Alla den det de alla")]
    return all("aw" in paradigms().forms(word) for word in words)
