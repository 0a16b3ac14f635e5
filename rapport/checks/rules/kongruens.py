"""Ett adjektiv eller substantiv passar inte ihop med ordet före: ”ett regional projekt”, ”de nya insatsen”.

Varför: Artikel, adjektiv och substantiv böjs efter varandra. Ett ord som blivit kvar från en tidigare formulering
drar uppmärksamheten från innehållet. Regeln frågar ordlistan hur orden böjs. Där den inte ger ett säkert svar
säger regeln ingenting. ”Personalen är nöjda” och ”Tillväxtverket är ansvarig” lämnas i fred.

Fel: Regionen tog fram ett regional program med flera nya insats. Resultatet är positiva. Vårt nya satsning växer.
Rätt: Regionen tog fram ett regionalt program med flera nya insatser. Resultatet är positivt. Vår nya satsning växer.

Tillåt med skäl: tillåt: {kongruens: Så står det i citatet.}
"""

from collections.abc import Iterator

from rapport.checks.agreement.bound import bound_in
from rapport.checks.agreement.clash import clash_in
from rapport.checks.agreement.degree import degrees_in
from rapport.checks.agreement.distant import distant_predicates
from rapport.checks.agreement.loose import loose_in
from rapport.checks.agreement.predicate import predicates_in
from rapport.checks.agreement.reading import phrases_in
from rapport.checks.by_line import by_line
from rapport.checks.rule import Remark
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity

SEVERITY: Severity = "warning"


@by_line
def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every determiner, adjective and noun that do not agree."""
    yield from _of_phrases(svar)
    yield from _of_predicates(svar)
    for bound in bound_in(svar):
        yield bound.hit.remark(f"I ”{bound.hit.excerpt}” är ordformen fel: {bound.fault}.", _hint(bound.mended))
    yield from _of_loose(svar)
    for degree in degrees_in(svar):
        yield degree.hit.remark(
            f"I ”{degree.hit.excerpt}” är ett ord fel: {degree.fault}.", f"Skriv ”{degree.mended}”."
        )


def _of_phrases(svar: Svar) -> Iterator[Remark]:
    """Yield what is said of determiners, adjectives and their nouns."""
    for phrase in phrases_in(svar):
        if clash := clash_in(phrase):
            message = f"I ”{phrase.hit.excerpt}” är orden inte böjda lika: {clash.fault}."
            hint = _hint(clash.mended if clash.is_sure else None)
            if clash.mended and not clash.is_sure:
                hint = f"Skriv till exempel ”{clash.mended}”."
            yield phrase.hit.remark(message, hint, fix=clash.mended if clash.is_sure else None)


def _of_predicates(svar: Svar) -> Iterator[Remark]:
    """Yield what is said of adjectives behind the verb; those near their noun tell more, and are said once."""
    near = [*predicates_in(svar)]
    for hit, noun, right in distant_predicates(svar):
        if not any(one.hit.start <= hit.start < one.hit.end for one in near):
            yield hit.remark(f"”{hit.excerpt}” är inte böjt efter ”{noun}”.", _hint(right))
    for predicate in near:
        message = f"”{predicate.wrong}” är inte böjt efter ”{predicate.noun}”."
        yield predicate.hit.remark(message, _hint(predicate.mended))


def _of_loose(svar: Svar) -> Iterator[Remark]:
    """Yield what is said of loose phrases, where none with a determiner of its own stands."""
    said = [phrase.hit for phrase in phrases_in(svar)]
    for loose in loose_in(svar):
        if not any(one.start < loose.hit.end and loose.hit.start < one.end for one in said):
            message = f"I ”{loose.hit.excerpt}” är orden inte böjda lika: {loose.fault}."
            yield loose.hit.remark(message, _hint(loose.mended))


def _hint(right: str | None) -> str:
    return f"Skriv ”{right}”." if right else "Böj orden lika."
