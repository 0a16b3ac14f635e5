"""Acts of the EU that an answer cites by number: another's number, the figures in the wrong order, or one replaced."""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, Remark
from rapport.checks.time.past import is_past
from rapport.domain.eu_akter import EuAkt, eu_akter
from rapport.domain.svar import Svar
from rapport.nearest import slips

_NUMBER = re.compile(
    r"(?:\((?:EU|EG)\)|(?:\b|-)(?:[a-zåäö]+)?[Ff]örordning(?:en|ens|s)?) (?:nr\.? )?"
    r"\(?(?P<nr>\d{2,4}/\d{2,4})(?![\d/])"
)
_TITLE = re.compile(r"\)? (?:av den \d+ \w+ \d{4} )?(?:om|genom vilken)\b[^.;()\n]{0,160}")
_BEFORE = 70


def eu_remarks(svar: Svar, ar: int) -> Iterator[Remark]:
    """Yield one remark for each act of the EU that is cited wrong."""
    if not any(sign in svar.text for sign in ("(EU)", "(EG)", "örordning")):
        return
    for sentence in svar.meningar:
        for match in _NUMBER.finditer(sentence.text) if "/" in sentence.text else ():
            hit = Hit(svar, sentence.start + match.start("nr"), sentence.start + match.end("nr"))
            if remark := _remark(hit, _about(sentence.text, match), ar):
                yield remark


def _about(text: str, match: re.Match[str]) -> str:
    """Return the words that say what a cited act is about, in small letters."""
    title = _TITLE.match(text, match.end())
    before = re.split(r"[,;)]|\b(?:och|samt)\b", text[max(0, match.start() - _BEFORE) : match.start()])[-1] + match[0]
    apposition = re.match(r"\)?, (?:den |det )?(?:så kallade )?[^.,;()\d]{0,60}", text[match.end() :])
    return " ".join((before, title[0] if title else "", apposition[0] if apposition else "")).lower()


def _remark(hit: Hit, about: str, ar: int) -> Remark | None:
    known = eu_akter()
    akt = known.get(hit.excerpt)
    named = [one for one in known.values() if any(word in about for word in one.ord)]
    if akt is None:
        return _other_number(hit, named)
    if akt.ersatt_av:
        new = known[akt.ersatt_av]
        if ar < akt.fran or is_past(hit, akt.fran) or akt.ersatt_av in hit.svar.text:
            return None
        return hit.remark(f"{akt.skrivs} är {akt.namn}.", f"Nu gäller {new.namn}, {new.skrivs}.")
    if akt.ord and len(named) == 1 and named[0] is not akt:
        return hit.remark(f"{akt.skrivs} är {akt.namn}.", f"Menas {named[0].skrivs}?", fix=named[0].nummer)
    return None


def _other_number(hit: Hit, named: list[EuAkt]) -> Remark | None:
    """Return a remark on a number that nearly is that of the act that is named, or has its figures turned round."""
    turned = eu_akter().get("/".join(reversed(hit.excerpt.split("/"))))
    if turned:
        return hit.remark(f"{hit.excerpt} skrivs {turned.nummer}.", f"Skriv {turned.skrivs}.", fix=turned.nummer)
    for akt in named if len(named) == 1 else ():
        if slips(akt.nummer, hit.excerpt) == 1:
            message = f"{akt.namn[0].upper()}{akt.namn[1:]} har inte nummer {hit.excerpt}."
            return hit.remark(message, f"Skriv {akt.skrivs}.", fix=akt.nummer)
    return None
