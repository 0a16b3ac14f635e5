"""Announced numbers before a list: "fem åtgärder:" before six points."""

import re
from collections.abc import Iterator

from rapport.checks.reckoning.announced import NOUN, Announced
from rapport.checks.reckoning.announced_words import NOT_COUNTED, OPEN, is_count
from rapport.domain.mangder import find_mangder
from rapport.domain.svar import Svar
from rapport.prose.blocks import List, Paragraph, placed_blocks, plain, plain_passages
from rapport.prose.sentences import sentences

_BEFORE_LIST = re.compile(r" (?:[\w-]+,? ){0,12}?[\w-]+:\s*$")
# Words for anything at all: then the points are those, also where they begin with numbers of something else.
_THINGS = re.compile(
    r" (?:saker|åtgärder|insatser|delar|punkter|steg|lärdomar|slutsatser|framgångsfaktorer|utmaningar|exempel|skäl)\b"
)
# A sentence that can do nothing but announce, although no colon ends it.
_ALL_OF_IT = re.compile(
    r"(?:[Ff]öljande )?\w+ (?:saker|lärdomar|slutsatser|framgångsfaktorer|exempel|skäl)(?: [\w-]+){0,6}\."
)


def lists_in(svar: Svar) -> Iterator[Announced]:
    """Yield the numbers that announce a list of another length."""
    before: tuple[int, Paragraph] | None = None
    for start, block in placed_blocks(svar.blocks):
        if isinstance(block, List) and before:
            yield from _list(*before, start, block)
        before = (start, block) if isinstance(block, Paragraph) else None


def _list(at: int, paragraph: Paragraph, start: int, block: List) -> Iterator[Announced]:
    text = plain(paragraph.inlines)
    is_all = bool(_ALL_OF_IT.fullmatch(text.strip()))
    if not (text.rstrip().endswith(":") or is_all) or "\n" in text.rstrip():
        return
    last = sentences(text)[-1]
    found = list(find_mangder(last.text))
    counts = [mangd for mangd in found if is_count(mangd)]
    if not counts or len(counts) != len(found) or OPEN.search(last.text):
        return
    mangd, count = counts[-1], len(block.items)
    if any(other.value == count for other in counts):
        return
    behind = last.text[mangd.end :]
    is_direct = is_all or bool(NOUN.fullmatch(behind + " ") or NOUN.fullmatch(behind))
    is_near = len(counts) == 1 and bool(_BEFORE_LIST.fullmatch(behind)) and abs(count - mangd.value) <= 2  # noqa: PLR2004
    if count == mangd.value or count < 2 or not (is_direct or is_near) or NOT_COUNTED.match(behind.lstrip()):  # noqa: PLR2004
        return
    first = [next(iter(plain_passages(item.blocks)), "") for item in block.items]
    # The things are counted in the items, or some of these are things of one before.
    numbers = [next(find_mangder(item[:40]), None) for item in first]
    is_things = _THINGS.match(behind)
    if any(item.rstrip().endswith(":") for item in first) or (any(numbers) and not is_things):
        return
    if sum(number.value for number in numbers if number) == mangd.value:
        return
    length = sum(len(passage) + 1 for passage in plain_passages((block,)))
    place = at + last.start + mangd.start
    yield Announced(mangd, count, (place, place + mangd.end - mangd.start), (start, start + length - 1))
