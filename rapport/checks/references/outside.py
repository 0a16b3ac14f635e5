"""References to numbered parts that a report of answers does not have: bilaga 3, figur 1, avsnitt 4.2.1."""

import re
from collections.abc import Iterable, Iterator

from rapport.checks.rule import Hit
from rapport.domain.svar import Svar
from rapport.prose.blocks import Table, placed_blocks, plain_passages

_KINDS = {
    "bilaga": "ingen",
    "tabell": "ingen",
    "figur": "ingen",
    "karta": "ingen",
    "diagram": "inget",
    "avsnitt": "inget",
    "kapitel": "inget",
}
_KIND = "|".join(f"[{kind[0].upper()}{kind[0]}]{kind[1:]}" for kind in _KINDS)
_REFERENCE = re.compile(rf"\b(?P<vad>{_KIND}) (?P<nr>\d{{1,2}}(?:\.\d{{1,2}})*(?![\d:/]))(?! ?[%§]| kap)")
_CAPTION = re.compile(rf"(?:{_KIND}) \d{{1,2}}(?:\.\d{{1,2}})*(?=[.:]? ?[–-]|[.:] |\n|$)")
_PAPER = (
    r"(?i)rapport|upplaga|skrift|handbok|förordning|\blag(?:en)?\b|strategi|\bplan(?:en)?\b|program|betänkande|utredning|direktiv|avtal|anvisning"
    r"|riktlinje|proposition|\bprop\.|utg\.omr|studie|utvärdering|skrivelse|kallelse|protokoll|\bSOU\b|\bRUS\b|\d{4}[:/]\d"
)
# "tabell 2 i planen" is the plan's; "bilaga 1 till denna redovisning" would be ours.
_OF_OTHER = re.compile(
    r" (?:[\w-]+ ){0,3}[\w-]*(?:lagen|balken|förordningen)\b"
    r"|,? (?:i|av|till|på|ur|från|hos)\b(?! (?:den här|denna|detta|vår|årets)? ?"
    r"(?:redovisning|svar|dokument|formulär|avsnitt|kapitel|område))"
)
_OWNER = re.compile(r"(?:[A-ZÅÄÖ]\w+s|\w+(?:ens|ets|nas|ernas)) (?:\w+ )?$")
_A_PAPER = re.compile(
    r"(?:rapporten|skrivelsen|betänkandet|boken|skriften|upplaga\w*|utredningen|propositionen|promemorian|avtalet"
    r"|överenskommelsen|förordningen|direktivet)\b"
)
_OF_PAPERS = frozenset({"bilaga", "avsnitt", "kapitel"})
# What can only be a paper beside the form, which has none.
_ATTACHED = re.compile(
    r"\b(?:[Ss]e|i|av|enligt) (?P<ord>(?:bilagan?(?: [A-Z])?|bifogade? \w+)(?=[.,;)\n]|$))"
    r"|(?P<bifogas>\bbifogas)(?: (?:till )?(?:redovisningen|denna redovisning|svaret))?[.)]"
)
_TO_OTHER = re.compile(r"(?i)ansök|sökande|avtal|beslut(?:et)?\b|protokoll|\b(?:ska|skall|måste|bör|kan|får)\b")
_NEAR = 70
_PASSAGE = 500  # so far before a reference another paper may be what the passage is about


def outside(svar: Svar) -> tuple[Hit, ...]:
    """Return every reference to a numbered part that is not said to be another paper's."""
    return svar.remember(("outside",), lambda: tuple(_outside(svar)))


def attached(svar: Svar) -> tuple[Hit, ...]:
    """Return what an answer says is attached, where no other paper's attachments can be meant."""
    return svar.remember(("attached",), lambda: tuple(_attached(svar)))


def _attached(svar: Svar) -> Iterator[Hit]:
    for match in _ATTACHED.finditer(svar.text) if "bilaga" in svar.text or "bifoga" in svar.text else ():
        sentence = svar.text[: match.start()].rpartition(". ")[2].rpartition("\n")[2]
        is_other = _TO_OTHER.search(sentence) if match["bifogas"] else re.search(_PAPER, sentence)
        if not is_other and not is_about_a_paper(svar.text, match.start()):
            yield Hit(svar, *match.span("bifogas" if match["bifogas"] else "ord"))


def is_about_a_paper(text: str, at: int) -> bool:
    """Whether what stands before a place in its passage names some other paper, which may be what is referred to."""
    return bool(_A_PAPER.search(text[max(0, at - _PASSAGE) : at].rpartition("\n")[2].lower()))


def article(reference: Hit) -> str:
    """Return how the lack of what is referred to is said: "ingen bilaga 3"."""
    kind, _, number = reference.excerpt.partition(" ")
    return f"{_KINDS[kind.lower()]} {kind.lower()} {number}"


def numbered_parts(answers: Iterable[Svar]) -> frozenset[str]:
    """Return the numbered parts that some answers do have: what has a caption, and the tables in their order."""
    found: set[str] = set()
    tables = 0
    for svar in answers:
        captions, number = svar.remember(("numbered parts",), lambda one=svar: _parts(one))  # type: ignore[misc]
        found |= captions
        tables += number
    return frozenset(found | {f"tabell {number + 1}" for number in range(tables)})


def _parts(svar: Svar) -> tuple[frozenset[str], int]:
    captions = (match[0].lower() for passage in plain_passages(svar.blocks) if (match := _CAPTION.match(passage)))
    return frozenset(captions), sum(isinstance(block, Table) for _, block in placed_blocks(svar.blocks))


def _outside(svar: Svar) -> Iterator[Hit]:
    text = svar.text
    for match in _REFERENCE.finditer(text):
        kind, number = match["vad"].lower(), match["nr"]
        if kind in {"avsnitt", "kapitel"} and number.count(".") == 1:
            continue  # it may be a question that is meant
        before = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
        is_near = _OF_OTHER.match(text, match.end()) or _OWNER.search(before) or re.search(_PAPER, before)
        is_other = is_near or (kind in _OF_PAPERS and is_about_a_paper(text, match.start()))
        is_caption = text[match.start() - 1 : match.start()] in {"", "\n"} and _CAPTION.match(text, match.start())
        if not is_other and not is_caption:
            yield Hit(svar, *match.span())
