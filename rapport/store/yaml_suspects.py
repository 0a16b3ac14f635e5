"""Where a person most likely slipped, in a file that YAML cannot read: the line itself, not where the parser gave up.

The parser notices a line with too few blanks only at the next key. A person needs the line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapport.finding import Finding, Place
from rapport.store.bar import BAR, ID, KEY

_NO_COLON = re.compile(rf"^[ ]*(?P<key>text|kommentar|([\"']?){ID}\2)[ ]*(?:\||:\||$)")
_NO_BLANK = re.compile(r"^[ ]*(\w+):(?=[^\s])")
_AFTER_QUOTE = re.compile(r"""^[ ]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*[^\s#].*$""")
_OPEN_QUOTE = re.compile(r"""^[ ]*(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
_CURLY = re.compile(rf"^[ ]*(?P<key>[”“„’‘»](?P<id>{ID})[”“’‘«»\"']?)[ ]*:")
_ODD_BLANK = re.compile("^[ ]*([\u00a0\u2007\u202f\u3000])")
_ODD_BREAK = re.compile("[\u0085\u2028\u2029]")

Slip = tuple[int, int, str, str]


def suspects(source: str, path: str) -> Iterator[Finding]:
    """Yield the lines of an unreadable file that look like slips, in order."""
    for line, column, message, hint in _slips(source.split("\n")):
        yield Finding("yaml", "error", message, hint, Place(path, line, column))


def _slips(lines: list[str]) -> Iterator[Slip]:
    scan = _Scan()
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r")
        odd = list(_odd_signs(number, line))
        yield from odd
        if line.strip() and not odd:
            below = next((lines[at] for at in range(number, len(lines)) if lines[at].strip()), "")
            yield from scan.take(number, line, len(line) - len(line.lstrip(" ")), below)


def _odd_signs(number: int, line: str) -> Iterator[Slip]:
    if odd := _ODD_BREAK.search(line):
        yield number, odd.start() + 1, "Raden innehåller en osynlig radbrytning.", "Ta bort den och skriv om raden."
    if odd := _ODD_BLANK.match(line):
        yield number, odd.start(1) + 1, "Raden är indragen med hårda blanksteg.", "Byt dem mot vanliga blanksteg."


@dataclass(slots=True)
class _Scan:
    """Goes through the lines of a file, knowing whether they stand in a block of text."""

    key_indent: int | None = None  # of the key whose block is open
    text_indent: int | None = None  # of the block's first line
    entry_indent: int | None = None  # of an answer's status, say, if that was the last key and has its value
    comment: int | None = None  # a comment's line that may have cut the block in two

    def take(self, number: int, line: str, indent: int, below: str) -> Iterator[Slip]:
        if self.key_indent is not None:
            if indent > self.key_indent and indent >= (self.text_indent or 0):
                yield from self._text(indent)
                return
            if line.lstrip().startswith("#"):
                self.comment = self.comment or number
                return
            if not ends_answer(line, self.key_indent):
                wanted = self.text_indent or self.key_indent + 2
                message = f"Raden har {indent} blanksteg först men hör ihop med texten ovanför, som har {wanted}."
                yield number, indent + 1, message, f"Börja raden med {wanted} blanksteg, som de andra i svaret."
                return
        if curly := _CURLY.match(line):
            self.key_indent = self.text_indent = self.comment = self.entry_indent = None
            yield number, curly.start("key") + 1, *curly_quotes(curly["key"], curly["id"])
            return
        key = KEY.match(line)
        if key is None and indent == self.entry_indent and not line.lstrip().startswith(("#", "-")):
            self.entry_indent = None
            yield number, indent + 1, *NO_TEXT
            return
        self.entry_indent = indent if indent and key and key["key"] in _BESIDE_TEXT and key["value"].strip() else None
        self.key_indent = indent if key and BAR.fullmatch(key["value"]) else None
        self.text_indent = self.comment = None
        yield from _value_slips(number, line, key, below)

    def _text(self, indent: int) -> Iterator[Slip]:
        if self.comment and self.text_indent:
            yield self.comment, 1, "Raden med # avbryter texten, så resten av svaret kan inte läsas.", _NOT_IN_TEXT
        self.comment = None
        self.text_indent = self.text_indent or indent


def ends_answer(line: str, key_indent: int) -> bool:
    """Whether a line is the key, or lacks but a colon to be it, that comes after an answer."""
    indent = len(line) - len(line.lstrip(" "))
    return indent <= key_indent and (_is_key(line) or bool(_NO_COLON.match(line)))


def _is_key(line: str) -> bool:
    """Whether a line is a key that the files have, and not a sentence with a colon in it."""
    key = KEY.match(line)
    name = key["key"].strip("\"'") if key else ""
    return name in _known() or bool(re.fullmatch(ID, name)) or (bool(key) and bool(_NO_COLON.match(line)))


@cache
def _known() -> frozenset[str]:
    """Return every key of rapport.yaml, of an area file and of an answer in it."""
    from rapport.store.schema import OmradeFil, RapportFil, SvarPost, keys_of

    return keys_of(RapportFil) | keys_of(OmradeFil) | keys_of(SvarPost)


def _is_of_entry(line: str) -> bool:
    """Whether a line is one of the keys that an answer may have."""
    from rapport.store.schema import SvarPost, keys_of

    key = KEY.match(line)
    return key is not None and key["key"] in keys_of(SvarPost)


def _value_slips(number: int, line: str, key: re.Match[str] | None, below: str) -> Iterator[Slip]:
    if key is None and (tight := _NO_BLANK.match(line)) and tight[1] in _known():
        yield number, line.index(":") + 1, "Ett blanksteg saknas efter kolonet.", "Skriv till exempel  status: klar"
    elif key is None and (bare := _NO_COLON.match(line)):
        has_keys = bare["key"] not in ("text", "kommentar") and _is_of_entry(below)
        message = "Raden ska sluta med kolon" + ("." if has_keys else " och, om text följer, ett lodstreck.")
        yield number, len(line.rstrip()), message, f"Skriv  {bare['key']}:{'' if has_keys else ' |'}"
    elif key and key["value"].lstrip()[:1] in ("[", "{") and key["key"] not in ("kryss", "tillåt"):
        value = key["value"].strip()
        if value[-1:] not in ("]", "}"):
            column = line.index(value) + 1
            yield number, column, f"Värdet börjar med {value[0]}, som YAML tolkar på sitt sätt.", _AS_BLOCK
    elif key and _OPEN_QUOTE.match(key["value"]):
        column = line.index(key["value"].strip()) + 1
        yield number, column, "Citattecknet avslutas inte på raden.", _AS_BLOCK
    elif key and _AFTER_QUOTE.match(key["value"]):
        yield (
            number,
            line.index(key["value"].strip()) + 1,
            "Efter det avslutande citattecknet följer mer text.",
            _AS_BLOCK,
        )


def curly_quotes(key: str, fraga: str) -> tuple[str, str]:
    """Return what to say of a question whose number stands within the marks that Word makes."""
    return (
        f"Frågans nummer står inom böjda citattecken:  {key}",
        f'Skriv raka citattecken:  "{fraga}":  i stället för  {key}:',
    )


NO_SVAR = (
    "Raden  svar:  saknas ovanför frågorna, så svaren kan inte läsas.",
    "Skriv  svar:  på en egen rad ovanför den första frågan, längst till vänster; frågorna står två blanksteg in.",
)
NO_TEXT = (
    "Raden  text: |  saknas ovanför svarets text, som börjar här.",
    "Skriv  text: |  på en egen rad ovanför, lika långt in som  status: , och texten två blanksteg längre in.",
)
_BESIDE_TEXT = ("status", "ansvarig", "kryss", "kommentar")
_NOT_IN_TEXT = "Ta bort raden, eller skriv anteckningen under  kommentar:  i stället."
_AS_BLOCK = "Skriv texten på egna, indragna rader under  text: |  , så behövs inga citattecken."
