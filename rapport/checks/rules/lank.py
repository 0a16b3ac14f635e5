"""En länk säger inte vart den går, eller går till en adress som ingen kan öppna.

Varför: Den som läser på papper, eller får länkarna upplästa, hör bara ”här”. Texten ska säga vad som finns bakom den
(DOS-lagen, EN 301 549). En adress till den egna datorn eller till example.com är en rest av ett utkast.

Fel: Läs mer om satsningen [här](https://www.sundmark.se/satsning). Underlaget finns på http://localhost/underlag.
Rätt: Läs mer i [satsningens slutrapport](https://www.sundmark.se/satsning).

Tillåt med skäl: tillåt: {lank: Sidan har inget annat namn.}
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from rapport.checks.rule import Hit, Remark, hits
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.finding import Severity
from rapport.prose.blocks import Text, passages, plain

SEVERITY: Severity = "warning"
_EMPTY = frozenset({"här", "klicka här", "tryck här", "läs mer", "läs mer här", "länk", "länken", "denna länk", "mer"})
_NOWHERE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "example.com", "example.org", "example.net", "example.se"})  # noqa: S104
_ADDRESS = r"\bhttps?://[^\s/?#)\]”]+|\bwww\.example\.(?:com|org|net|se)\b|\bfile://[^\s)\]”]+"


def check_svar(svar: Svar, _redovisning: Redovisning) -> Iterator[Remark]:
    """Yield every link whose words say nothing, and every address that leads nowhere."""
    for hit, href in _links(svar):
        if hit.excerpt.strip(" .:›»→").casefold() in _EMPTY:
            yield hit.remark(f"Länken ”{hit.excerpt}” säger inte vart den går.", "Skriv vad som finns där.")
        if _leads_nowhere(href):
            yield _nowhere(hit, href)
    for hit in hits(svar, _ADDRESS, signs=("://", "www.example")):
        if _leads_nowhere(hit.excerpt):
            yield _nowhere(hit, hit.excerpt)


def _links(svar: Svar) -> Iterator[tuple[Hit, str]]:
    """Yield every link with words of its own, and its address."""
    at = 0
    for passage in passages(svar.blocks):
        here = at
        for inline in passage:
            length = len(plain((inline,)))
            if isinstance(inline, Text) and inline.href and "://" not in inline.text:
                yield Hit(svar, here, here + length), inline.href
            here += length
        at += len(plain(passage)) + 1


def _leads_nowhere(address: str) -> bool:
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:  # no address at all: then it is not the one that is looked for
        return False
    return host in _NOWHERE or parts.scheme == "file"


def _nowhere(hit: Hit, address: str) -> Remark:
    return hit.remark(f"Adressen ”{address}” kan läsaren inte öppna.", "Ange den riktiga adressen, eller ta bort den.")
