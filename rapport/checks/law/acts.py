"""The acts that an answer cites: where, by what number, kind and title, and which sections of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapport.domain.svar import Svar

# Acts that are called by their letters: LOU (2016:1145).
_LETTERS = ("LOU", "LUF", "LUK", "LOV", "PBL", "OSL", "SoL", "HSL", "PUL")
_SIGNS = ("lag", "Lag", "örordning", "balk", "SFS", *_LETTERS)
_KIND = (
    rf"(?<![\w-])(?P<slag>{'|'.join(_LETTERS)}|(?:[A-Za-zÅÄÖåäö]{{2,40}}- och )?"
    r"[A-Za-zÅÄÖåäö-]{0,40}(?:[Ff]örordning|[Ll]ag|balk)(?:en|ens|s)?)"
)
# Right or wrong: what has the wrong sign, too many digits or too few is told of.
_NUMBER = r"\d{3,6} ?[:;./–-] ?\d{1,6})(?!\d|[:./–-]\d)"
_OWN_TITLE = r"(?P<fore> (?:om|med) (?:(?!\b(?:lag|förordning)(?:en)?\b)[^.;:()\n§]){3,150}?)"
_ACT = re.compile(
    rf"{_KIND}(?:{_OWN_TITLE}?,? \((?:SFS |nr )?(?P<nummer>{_NUMBER}|,? (?:SFS |nr )?(?<!\d)(?P<lost>{_NUMBER})"
    rf"|\bSFS (?P<sfs>{_NUMBER}"
)
_TITLE = re.compile(r"\)?(?P<efter> (?:om|med) [^.;:()\n§]{3,160})")
_ONE = r"\d{1,3}(?: ?[a-f]\b)?"
_ROW = rf"{_ONE}(?:(?: ?[–-] ?|, ?| och | samt | eller ){_ONE}){{0,8}}"
_KAP = r"(?:(?P<kap>\d{1,2})(?: ?[a-f])? kap\.?)"
_SUB = r"(?: (?:första|andra|tredje|fjärde|femte) stycket)?(?: (?:punkt )?\d{1,2})?(?: [a-f]\b)?(?: och \d{1,2})?"
_SECTIONS = rf"(?:{_KAP}(?: |$))?(?:(?P<par>{_ROW})[ \u00a0]?§{{1,2}}{_SUB}|§{{1,2}}[ \u00a0]?(?P<par_efter>{_ROW}))?"
_BEFORE = re.compile(rf"(?:^|(?<=[\s(])){_SECTIONS},?(?: i| enligt)? ?$")
_AFTER = re.compile(rf"\)?,? (?:se |enligt )?{_SECTIONS}")
_NEAR = 90


@dataclass(frozen=True, slots=True)
class Cited:
    """One act that is cited: ``start`` to ``end`` from the word that says its kind to its number.

    ``slag`` is that word in small letters and without ending, "" behind SFS alone; ``rubrik`` the title as it is
    written, from "om" on, and ``kapitel`` and ``paragrafer`` what of it is meant, with where they stand.
    """

    start: int
    end: int
    slag: str
    nummer: str
    number_start: int
    rubrik: str
    kapitel: int | None
    paragrafer: tuple[int, ...]
    sections: tuple[int, int]


def acts(svar: Svar) -> Iterator[Cited]:
    """Yield every act that an answer names by a number, right or wrong."""
    if not any(sign in svar.text for sign in _SIGNS):
        return
    for sentence in svar.meningar:
        if not any(map(str.isdigit, sentence.text)) or not any(sign in sentence.text for sign in _SIGNS):
            continue
        for match in _ACT.finditer(sentence.text):
            yield _cited(sentence.text, sentence.start, match)


def _cited(text: str, offset: int, match: re.Match[str]) -> Cited:
    group = next(name for name in ("nummer", "lost", "sfs") if match[name])
    after = _TITLE.match(text, match.end())
    title = (match["fore"] or (after["efter"] if after else "")).strip()
    kapitel, paragrafer, span = sections_of(text, match)
    return Cited(
        offset + match.start(),
        offset + match.end(group) + text.startswith(")", match.end(group)),
        "" if match["slag"] in _LETTERS else _bare((match["slag"] or "").lower()),
        match[group],
        offset + match.start(group),
        title,
        kapitel,
        paragrafer,
        (offset + span[0], offset + span[1]),
    )


def _bare(word: str) -> str:
    """Return a word for an act without its ending: "lagen", "språklagens" are "lag" and "språklag"."""
    return re.sub(r"(?<=(?:ning|.lag|balk))(?:ens?|s)$", "", f" {word}").strip()


def sections_of(text: str, match: re.Match[str]) -> tuple[int | None, tuple[int, ...], tuple[int, int]]:
    """Return the chapter and the sections that stand just before an act or just behind it."""
    near = max(0, match.start() - _NEAR)
    before = _BEFORE.search(text[near : match.start()])
    for found, shift in ((before, near), (_AFTER.match(text, match.end()), 0)):
        if found and (found["kap"] or found["par"] or found["par_efter"]):
            numbers = tuple(int(one) for one in re.findall(r"\d+", found["par"] or found["par_efter"] or ""))
            words = found[0].strip(" ,)")
            start = shift + found.start() + found[0].index(words)
            kapitel = int(found["kap"]) if found["kap"] else None
            return kapitel, numbers, (start, start + len(words))
    return None, (), (match.start(), match.start())
