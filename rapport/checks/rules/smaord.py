"""Ett litet ord saknas eller är ett för mycket: ”syftar att”, ”genom stärka”, ”ska att”.

Varför: Många verb och uttryck kräver ett visst litet ord efter sig: syfta till, handla om, i samband med. När en mening
skrivs om blir det lätt kvar eller faller bort. Regeln tar bara upp uttryck där ordet måste finnas. Sådant som ”har
möjlighet att” och ”kommer (att) genomföras” lämnas i fred.

Fel: Projektet syftar att stärka byarna, genom utveckla servicen inom ramen programmet. Möten i på Ön.
Rätt: Projektet syftar till att stärka byarna, genom att utveckla servicen inom ramen för programmet. Möten på Ön.

Tillåt med skäl: tillåt: {smaord: Så står det i citatet.}
"""

from collections.abc import Iterator

from rapport.checks.by_line import by_line
from rapport.checks.language.bare_infinitives import bare_infinitives
from rapport.checks.language.government import wrong_prepositions
from rapport.checks.language.lost_words import and_for_to, without_preposition_before_to
from rapport.checks.language.made_to import made_to
from rapport.checks.language.pairs import impossible_pairs
from rapport.checks.language.phrases_cut import lost_behind
from rapport.checks.language.set_phrases import mistyped_phrases
from rapport.checks.language.smallwords import between_names, halves, prepositions_in_a_row, without_preposition
from rapport.checks.rule import Hit, Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"
_SURPLUS = r"(?<![\w-])(?:ska|bör|måste|skulle) att(?= [a-zåäö])"
_PLAIN_COUNT = r"(?<![\w-])(?:uppgår|uppgick|uppgått) (?=\d)(?!(?:19|20)\d\d till)"
_PARTS = r"(?<![\w-])(?:består|bestod|bestått) (?=(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|flera|\d))"
# "Mer en 300", "högre en i riket"; "mer en fråga om" is right.
_COMPARED = (
    r"(?<![\w-])(?P<ord>(?:mer|fler|mindre|färre|högre|lägre|större|bättre|sämre|längre|snabbare|senare|tidigare) en)"
    r"(?= (?:\d|i |vad |under |för |riket|genomsnittet|tidigare|väntat|planerat|förväntat|förra|föregående|de |det ))"
)
# "Högre utsträckning en tidigare"
_COMPARED_FAR = (
    r"(?<![\w-])(?P<ord>(?:mer|fler|mindre|färre|högre|lägre|större|bättre|sämre|längre|snabbare|oftare)"
    r"(?: [a-zåäö]+){1,2} en)"
    r"(?= (?:tidigare[.,;]|väntat|planerat|förväntat|förra|vad |(?:19|20)\d\d))"
)


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every place where a small word is missing or one too many."""
    said = [*_remarks(svar)]
    yield from said
    for hit in impossible_pairs(svar):
        if not any((one.start or 0) < hit.end and hit.start < (one.end or 0) for one in said):
            yield hit.remark(
                f"”{hit.excerpt}” står intill varandra: ett ord är fel, är för mycket eller saknas.",
                "Läs meningen och rätta.",
            )


def _remarks(svar: Svar) -> Iterator[Remark]:
    """Yield what can be said of one word or phrase at a time."""
    for hit, right in (
        *lost_behind(svar),
        *bare_infinitives(svar),
        *made_to(svar),
        *without_preposition_before_to(svar),
    ):
        yield _missing(hit, right)
    yield from _more(svar)
    yield from _wrong(svar)
    for hit, right in mistyped_phrases(svar):
        yield hit.remark(f"I ”{hit.excerpt}” är ett ord fel.", f"Skriv ”{right}”.")
    for hit, right in wrong_prepositions(svar):
        yield hit.remark(f"”{hit.excerpt}” har fel preposition.", f"Skriv ”{right}”.")


def _wrong(svar: Svar) -> Iterator[Remark]:
    """Yield what is said of words that are one too many, mistyped or lacking before a number."""
    for hit, right in and_for_to(svar):
        yield hit.remark(f"I ”{hit.excerpt}” står ”och” där det ska vara ”att”.", f"Skriv ”{right}”.")
    for hit in (*hits(svar, _COMPARED, signs=(" en ",)), *hits(svar, _COMPARED_FAR, signs=(" en ",))):
        yield hit.remark(f"I ”{hit.excerpt}” är ”en” skrivet för ”än”.", f"Skriv ”{hit.excerpt[:-2]}än”.")
    for hit in hits(svar, _SURPLUS, signs=("ska att ", "bör att ", "måste att ", "skulle att ")):
        verb = hit.excerpt.split()[0]
        yield hit.remark(f"I ”{hit.excerpt}” är ”att” ett för mycket.", f"Skriv ”{verb}”.", fix=verb)
    for hit in hits(svar, _PLAIN_COUNT, signs=(" uppgår ", " uppgick ", " uppgått ")):
        yield _missing(Hit(svar, hit.start, hit.end - 1), f"{hit.excerpt}till")
    for hit in hits(svar, _PARTS, signs=("består ", "bestod ", "bestått ")):
        yield _missing(Hit(svar, hit.start, hit.end - 1), f"{hit.excerpt}av")


def _more(svar: Svar) -> Iterator[Remark]:
    """Yield what is said of prepositions and of words that go two and two."""
    for hit in prepositions_in_a_row(svar):
        yield hit.remark(f"I ”{hit.excerpt}” står två prepositioner i rad.", "Ta bort den ena.")
    for hit, word in without_preposition(svar):
        leading, _, noun = hit.excerpt.rpartition(" ")
        yield _missing(hit, f"{leading} {word} {noun}")
    for hit, other in halves(svar):
        yield hit.remark(
            f"Meningen har ”{hit.excerpt}” men inget ”{other}”.", f"Sätt ut ”{other}”, eller ta bort ordet."
        )
    for hit in between_names(svar):
        leading, _, name = hit.excerpt.rpartition(" ")
        yield _missing(hit, f"{leading} och {name}")


def _missing(hit: Hit, right: str) -> Remark:
    text = hit.excerpt
    right = right[0].upper() + right[1:] if text[0].isupper() else right
    return hit.remark(f"I ”{text}” saknas ett litet ord.", f"Skriv ”{right}”.", fix=right)
