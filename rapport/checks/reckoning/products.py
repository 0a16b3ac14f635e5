"""So many things of so much each, with their sum: "sex träffar om fyra timmar, sammanlagt 28 timmar"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rapport.checks.reckoning.quantities import mangder_by_sentence
from rapport.domain.mangder import Mangd, in_swedish
from rapport.domain.svar import Svar

_SIGNS = (" om ", " vardera", " i varje", " var,", " à ", " per ")
# Between the number of things and what is said of each.
_OF = re.compile(r" (?:[\w-]+ )?[\w-]+ (?P<joint>om|à|á|med|fick|får|på) (?:vardera )?")
_EACH = re.compile(r"(?: (?!vardera\b|per\b|var\b)[\w-]+)??(?P<each> vardera| i varje| var(?=,)| per [\w-]+)?")
_TOGETHER = re.compile(
    r"(?:,? (?:alltså |det vill säga |dvs\.? |och )?(?:gav |blev |blir )?"
    r"(?:totalt|sammanlagt|tillsammans|sammantaget|allt som allt) |, (?:alltså|det vill säga|dvs\.?) )"
)
_MIXED = re.compile(r"\b(?:dessutom|samt|plus|utöver|ytterligare|två heldag|varav)\b", re.IGNORECASE)


class Product(NamedTuple):
    """A sum that so many each do not give: where it stands, and what they give in words."""

    start: int
    end: int
    told: str


def products(svar: Svar) -> Iterator[Product]:
    """Yield every sum that is not its number of things times what each has."""
    if not any(sign in svar.text for sign in _SIGNS):
        return
    for sentence, found in mangder_by_sentence(svar):
        for many, each, total in zip(found, found[1:], found[2:], strict=False):
            if _is_said(sentence.text, many, each, total):
                value = many.value * each.value
                slack = total.step / 2 + each.step / 2 * many.value
                if abs(value - total.value) > slack:
                    words = sentence.text[total.start : total.end]
                    told = (
                        f"{in_swedish(many.value)} gånger {each.shown(each.value)} är {total.shown(value)}, "
                        f"inte {total.shown(total.value) if total.has_unit else words}."
                    )
                    yield Product(sentence.start + total.start, sentence.start + total.end, told)


def _is_said(text: str, many: Mangd, each: Mangd, total: Mangd) -> bool:
    """Whether three quantities in a row are a number of things, what each has, and all that they have."""
    if many.has_unit or any(m.is_rough for m in (many, each, total)) or each.slag != total.slag:
        return False
    joint = _OF.fullmatch(text[many.end : each.start])
    between = text[each.end : total.start]
    amount = _EACH.fullmatch(_TOGETHER.split(between)[0])
    if not joint or not amount or not _TOGETHER.search(between) or _MIXED.search(text):
        return False
    is_each = bool(amount["each"]) or joint["joint"] in {"om", "à", "á"}
    return is_each and many.value > 1 and each.value > Decimal(0) and _is_one_unit(text, each, total)


def _is_one_unit(text: str, each: Mangd, total: Mangd) -> bool:
    """Whether what each has is counted in what all have."""
    if each.slag == "kr":
        return True
    one, other = (re.match(r"[\s\u00a0]+([\w-]+)", text[m.end : m.end + 40]) for m in (each, total))
    return bool(one and other and one[1].lower()[:5] == other[1].lower()[:5])
