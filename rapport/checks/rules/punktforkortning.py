"""En förkortning saknar punkter eller har mellanslag i sig.

Varför: Myndigheter sätter punkt efter varje avbrutet ord och inget mellanslag emellan: t.ex., bl.a., m.m., etc. Ännu
bättre är ofta att skriva ut orden. Förkortningar som har kvar ordets sista bokstav har ingen punkt: nr, dnr, ca, kr.
Källa: Myndigheternas skrivregler (förkortningar).

Fel: Stödet gick till tex service, kultur mm.
Rätt: Stödet gick till t.ex. service, kultur m.m.

Tillåt med skäl: tillåt: {punktforkortning: mm betyder millimeter.}
"""

from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.checks.words import phrases, words_after, words_before
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.numbers import MONTHS

SEVERITY: Severity = "warning"
_RIGHT = {
    wrong: right
    for right, all_wrong in {
        "t.ex.": ("tex", "t ex", "t. ex", "t.ex"),
        "bl.a.": ("bla", "bl a", "bl. a", "bl.a"),
        "m.m.": ("mm", "m m", "m. m", "m.m"),
        "m.fl.": ("mfl", "m fl", "m. fl", "m.fl"),
        "d.v.s.": ("d v s", "d. v. s", "d.v.s"),
        "o.s.v.": ("o s v", "o. s. v", "o.s.v"),
        "fr.o.m.": ("from", "fom", "fr o m", "f o m", "fr.o.m", "f.o.m"),
        "t.o.m.": ("tom", "t o m", "t. o. m", "t.o.m"),
        "p.g.a.": ("pga", "p g a", "p. g. a", "p.g.a"),
        "s.k.": ("sk", "s k", "s. k", "s.k"),
        "o.d.": ("o d", "o. d", "o.d"),
        "f.d.": ("fd", "f d", "f. d", "f.d"),
        "dvs.": ("dvs",),
        "osv.": ("osv",),
        "etc.": ("etc",),
        "inkl.": ("inkl",),
        "exkl.": ("exkl",),
        "resp.": ("resp",),
    }.items()
    for wrong in all_wrong
}


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every abbreviation without its points."""
    for wrong, hit in phrases(svar, _RIGHT):
        follows = hit.svar.text[hit.end : hit.end + 1]
        right = _RIGHT[wrong]
        is_right = follows == "." and wrong == right.rstrip(".")
        if is_right or hit.excerpt[1:].upper() == hit.excerpt[1:] or not _is_meant(wrong, hit):
            continue
        whole = Hit(hit.svar, hit.start, hit.end + (follows == "."))
        fix = right[0].upper() + right[1:] if hit.excerpt[0].isupper() else right
        message = f"Förkortningen ”{whole.excerpt}” skrivs med punkt och utan mellanslag."
        yield whole.remark(message, f"Skriv {fix} eller hela orden.", fix=fix)


def _is_meant(wrong: str, hit: Hit) -> bool:
    """Whether it is the abbreviation and not the same letters in another sense: 5 mm, an empty (tom) room."""
    before, after = "".join(words_before(hit)), "".join(words_after(hit))
    if wrong in {"mm", "m m", "m. m", "o d"}:
        return not before[-1:].isdigit() and hit.excerpt.islower()
    if wrong in {"tom", "from"}:
        return hit.excerpt.islower() and _is_date(words_after(hit, 2))
    if wrong == "bla":
        return hit.excerpt.islower() and "bla" not in {before, after}
    return True


def _is_date(words: list[str]) -> bool:
    first = words[1:] if words[:1] == ["den"] else words
    return bool(first) and (first[0] in MONTHS or first[0][:1].isdigit())
