"""Passives: a verb that lacks its s before "av" and who does it: "arbetet genomför av länsstyrelsen".

The verbs here are often passive before "av", and never stand active right before it: counted in twelve million
characters of right text.
"""

import re
from collections.abc import Iterator

from rapport.checks.rule import Hit, hits
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_VERBS = listed(
    "administrera arrangera anordna använda avgöra bedriva bekosta beröra besluta bestämma driva efterfråga finansiera "
    "fastställa framställa främja fördela föreslå förvalta genomföra genomsyra godkänna hantera initiera inleda "
    "koordinera leda ledsaga medfinansiera missgynna prägla organisera orsaka planera presentera påverka redovisa "
    "reglera samfinansiera samordna sammankalla stödja styra tillhandahålla tillämpa uppmärksamma utforma utföra "
    "utnyttja utse utvärdera vidta äga"
)
_IRREGULAR = {
    "använda": "använder använt", "bedriva": "bedriver bedrivit", "driva": "driver drivit", "föreslå": "föreslår",
    "leda": "leder lett", "genomföra": "genomför genomfört", "utföra": "utför utfört", "beröra": "berör berört",
    "avgöra": "avgör avgjort", "styra": "styr styrt", "utse": "utser utsett", "vidta": "vidtar vidtagit",
    "stödja": "stödjer stöder stött", "tillhandahålla": "tillhandahåller tillhandahållit", "äga": "äger",
    "bestämma": "bestämmer bestämt", "fastställa": "fastställer fastställt", "godkänna": "godkänner godkänt",
    "framställa": "framställer framställt", "inleda": "inleder inlett", "tillämpa": "tillämpar tillämpat",
}  # fmt: skip
_HOW = "främst|huvudsakligen|gemensamt|till stor del|i huvudsak|delvis|också|även|i sin helhet"
_SUPINE = re.compile(r"(?:it|at|t)$")
_OWN = (
    r"(?:egna|eget|egen|samma|ekonomiska|olika|praktiska|hänsyn|princip|detta|det|dem|dessa|denna|de skälen|sina|sin"
    r"|sitt|allt|alla|tradition|nyfikenhet)\b"
)


def _active() -> dict[str, str]:
    """Return every active form with what its kind is: present, infinitive or supine."""
    found: dict[str, str] = {}
    for verb in _VERBS:
        forms = _IRREGULAR.get(verb, f"{verb}r {verb}t").split()
        found |= {verb: "inf"} | {form: "sup" if _SUPINE.search(form) else "pres" for form in forms}
    return found


_KINDS = _active()
_BEFORE_AV = rf"(?<![\w-])(?P<ord>(?:{'|'.join(_KINDS)})(?: (?:{_HOW}))? av)(?= [A-ZÅÄÖa-zåäö])(?! {_OWN})"
_MODAL = re.compile(
    r"\b(?:ska|skall|skulle|kan|kunde|bör|måste|får|kommer att|behöver|borde|att)(?: (?:också|även|därmed|nu|inte))? $"
)
_HAS = re.compile(r"\b(?:har|hade|ha)\b[^.,;:]{0,60} $")


def without_s(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every active verb before "av" and somebody, with its passive."""
    for hit in hits(svar, _BEFORE_AV, signs=(" av ",)):
        verb, _, rest = hit.excerpt.partition(" ")
        before = svar.text[max(0, hit.start - 80) : hit.start]
        kind = _KINDS[verb]
        if (kind == "sup" and not _HAS.search(before)) or (kind == "inf" and not _MODAL.search(before)):
            continue
        passive = f"{verb.removesuffix('er')}s" if verb.endswith("er") else f"{verb.removesuffix('r')}s"
        passive = f"{verb}s" if kind != "pres" or not verb.endswith(("ar", "er", "år")) else passive
        yield hit, f"{passive} {rest}"
