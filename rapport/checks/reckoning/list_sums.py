"""Lists with a number in every item, and their whole in the sentence before: "5,6 mnkr till tre projekt:"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rapport.checks.reckoning.announced_words import OPEN
from rapport.checks.reckoning.sums import Claim, is_near, margin_of
from rapport.domain.mangder import Mangd, find_mangder
from rapport.domain.svar import Svar
from rapport.prose.blocks import List, Paragraph, placed_blocks, plain, plain_passages
from rapport.prose.sentences import sentences

_TOTAL = re.compile(r"\b(?:totalt|sammanlagt|tillsammans|summan|samtliga|fördel\w+|av de|av dessa)\b", re.IGNORECASE)
_NOT_ALL = re.compile(r"\b(?:per|vardera|högst|minst|mer än|fler än|kan (?:ha|vara|delta)|flera)\b", re.IGNORECASE)
# What an item's number may stand behind: its name, and a colon, a dash, a comma or a verb.
_BEFORE = re.compile(r"[^\d.;]{0,80}")
_NEAR, _LONGEST = "0.15", 200


def list_sums(svar: Svar) -> Iterator[Claim]:
    """Yield every list whose numbers are not the whole that announces it."""
    intro: tuple[int, Paragraph] | None = None
    for start, block in placed_blocks(svar.blocks):
        if isinstance(block, List) and intro:
            yield from _claims(*intro, start, block)
        intro = (start, block) if isinstance(block, Paragraph) else None


def _claims(at: int, paragraph: Paragraph, start: int, block: List) -> Iterator[Claim]:
    text = plain(paragraph.inlines)
    last = sentences(text)[-1] if text.rstrip().endswith(":") else None
    if last is None or OPEN.search(last.text.partition("av de")[0]) or _NOT_ALL.search(last.text):
        return
    for slag in ("kr", "antal"):
        parts = _parts(start, block, slag)
        wholes = [m for m in find_mangder(last.text) if m.slag == slag and not m.is_rough] if parts else []
        if not parts or (slag == "antal" and not _TOTAL.search(last.text)):
            continue
        spans = tuple((part.start, part.end) for part in parts)
        claims = [
            Claim(
                "Före listan står",
                whole,
                tuple(parts),
                (at + last.start + whole.start, at + last.start + whole.end),
                spans,
                margin_of(whole, tuple(parts)),
            )
            for whole in wholes
        ]
        if not any(claim.holds for claim in claims):
            yield from [claim for claim in claims if is_near(claim, _NEAR)][:1]
            return


def _parts(start: int, block: List, slag: str) -> list[Mangd]:
    """Return the only quantity of a kind in each item; none where an item has more, or none."""
    at, parts = start, []
    for item in block.items:
        passages = list(plain_passages(item.blocks))
        if len(passages) != 1 or len(passages[0]) > _LONGEST:
            return []
        found = [m for m in find_mangder(passages[0]) if m.slag == slag]
        if len(found) != 1 or found[0].is_rough or not _BEFORE.fullmatch(passages[0][: found[0].start]):
            return []
        parts.append(found[0].moved(at))
        at += len(passages[0]) + 1
    return parts if sum((p.value for p in parts), Decimal(0)) and len(parts) > 1 else []
