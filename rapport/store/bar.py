"""Answers written on several lines without the bar that keeps the lines: as YAML reads them, they become one.

Found in the lines of the file, as a person sees them: whether YAML can read them or not is chance.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapport.finding import Finding, Place

# A question's id as forms have them: parts of letters and digits with full stops between, a digit among them.
ID = r"(?=[^\s:]*\d)[^\W_]{1,4}(?:\.[^\W_]{1,4})+"
KEY = re.compile(r"""^(?P<indent>[ ]*)(?P<key>"[^"]*"|'[^']*'|[\wåäöÅÄÖ.-]+)[ ]*:(?P<value>$|[ ].*$)""")
BAR = re.compile(r"[ ]*[|>][-+\d]*[ ]*(?:#.*)?$")
_ANSWER = re.compile(rf"text|([\"']?){ID}\1")
_TAILED = re.compile(r"[|>][-+]?[ ]+[^\s#]")
_WORD_KEY = re.compile(r"\w+[ ]*:(?:[ ]|$)")
_DASHED_KEY = re.compile(r"[ ]*-[ ]+(\w+)[ ]*:(?:[ ]|$)")
_SLIPPED_KEY = re.compile(r"(\w+)[ ]*(?:[:|]|$)")
_BEGINS = re.compile(r"(?:[-*+•–—·]|\d{1,9}[.)])[ \t]|\||\[\^[^\]\s]+\]:|[^|]*-{3,}[ ]*\|")
NOT_AS_WRITTEN = "läses inte raderna som de står"
_MOST_LINES = 2  # more than that is no short text


@dataclass(frozen=True, slots=True)
class Missing:
    """A key without its bar: its lines in the file, from 1, and the finding; ``is_sure`` if YAML reads it wrongly."""

    first: int
    last: int
    finding: Finding
    is_sure: bool

    def covers(self, line: int | None) -> bool:
        """Whether a line is the key's, one of its text, or the next one, where the parser may notice."""
        return line is not None and self.first <= line <= self.last + 1


def is_answer_key(key: str) -> bool:
    """Whether a key, as it is written, is one that an answer's text stands behind."""
    return bool(_ANSWER.fullmatch(key))


def missing_bars(source: str, path: str) -> Iterator[Missing]:
    """Yield the answers with text on several lines and no bar to keep them, in order."""
    lines = [line.rstrip("\r \t") for line in source.removeprefix("\ufeff").split("\n")]
    at = next((number for number, line in enumerate(lines) if line.startswith("svar:")), len(lines)) + 1
    while at < len(lines):
        key = KEY.match(lines[at])
        end = _end(lines, at, len(key["indent"])) if key else at + 1
        if key and is_answer_key(key["key"]) and (missing := _missing(lines[at:end], key, at + 1, path)):
            yield missing
            at = end
        else:
            at = end if key and BAR.fullmatch(key["value"]) else at + 1


def _end(lines: Sequence[str], at: int, indent: int) -> int:
    """Return the line after the last that stands under a key; a list may stand right below it."""
    end = at + 1
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line and not line.startswith((" " * (indent + 1), " " * indent + "- ")):
            break
        end = number + 1 if line else end
    return end


def _missing(lines: Sequence[str], key: re.Match[str], number: int, path: str) -> Missing | None:
    """Return what is wrong with a key and the lines under it, if anything is."""
    value = "" if key["value"].lstrip().startswith("#") else key["value"].strip()
    first = next((line for line in lines[1:] if line and not line.lstrip().startswith("#")), "")
    if key["key"] != "text" and not value and (dashed := _DASHED_KEY.match(first)) and dashed[1] in _known():
        return Missing(number, number + len(lines) - 1, _dashed(key, dashed[1], Place(path, number)), is_sure=True)
    is_barred, is_folded = bool(BAR.fullmatch(key["value"])), value.startswith(">")
    is_tailed = is_on_bars_line(value, lines[1:])
    if (is_barred and not is_folded) or (len(lines) == 1 and not is_tailed):
        return None
    if is_tailed:
        return Missing(number, number + len(lines) - 1, _tailed(key, Place(path, number), value[0]), is_sure=True)
    text = [line.strip() for line in lines[1:] if not line.lstrip().startswith("#")]
    text = text if is_barred or not value else [value, *text]
    if not is_barred and (not "".join(text) or _is_no_text(next(filter(None, text)), value)):
        return None
    is_sure = _is_glued(text) or _is_folded_up(lines[1:]) if is_barred else _matters(text)
    return Missing(number, number + len(lines) - 1, _finding(key, Place(path, number), is_folded=is_barred), is_sure)


def _is_no_text(first: str, value: str) -> bool:
    """Whether what is under a key begins as its entry, or as a value that YAML closes itself."""
    if value.startswith(("&", "!", "*", "{", "[")) or first.startswith("{"):
        return True
    slipped = _SLIPPED_KEY.match(first)
    return bool(slipped and slipped[1] in _known()) or (not value and bool(_WORD_KEY.match(first)))


@cache
def _known() -> frozenset[str]:
    from rapport.store.schema import SvarPost, keys_of

    return keys_of(SvarPost)


def _matters(text: Sequence[str]) -> bool:
    """Whether lines that become one were meant to stay apart; what is within quotation marks was meant so."""
    if text[0].startswith(('"', "'")):
        return False
    return len(text) > _MOST_LINES or "" in text or any(map(_begins, text))


def _begins(line: str) -> bool:
    """Whether a line begins as a list's, a note's or a table's, or is a table's rule."""
    return bool(_BEGINS.match(line)) or ("|" in line and "---" in line)


def _is_glued(text: Sequence[str]) -> bool:
    """Whether a folded text puts a list's, a table's or a note's line after the one above."""
    return any(above and _begins(line) for above, line in pairwise(text))


def _is_folded_up(lines: Sequence[str]) -> bool:
    """Whether a folded text has one blank line between paragraphs: read, it is a line feed, and they are one."""
    indent = min(len(line) - len(line.lstrip()) for line in lines if line)
    kinds = "".join("b" if not line else "m" if line[indent] == " " else "t" for line in lines)
    return "tbt" in kinds


def _dashed(key: re.Match[str], name: str, place: Place) -> Finding:
    fraga = key["key"].strip("\"'")
    message = f"Framför nyckeln {name} står ett bindestreck, så svaret kan inte läsas."
    hint = f"Ta bort bindestrecket och låt nycklarna under  {key['key']}:  börja lika långt in:  {name}: …"
    return Finding("yaml", "error", message, hint, Place(place.path, place.line, key.start("key") + 1), fraga=fraga)


def is_on_bars_line(value: str, below: Sequence[str]) -> bool:
    """Whether an answer's text begins on the line of its bar; a table's first row begins with a bar of its own."""
    row = next(filter(None, map(str.strip, below)), "")
    return bool(_TAILED.match(value)) and "|" not in value[1:] and not row.startswith("|")


def _tailed(key: re.Match[str], place: Place, sign: str) -> Finding:
    name, column = key["key"], key.start("key") + 1
    message = f"Efter {sign} får inget mer stå på raden: med text där {NOT_AS_WRITTEN}."
    hint = f"Skriv raden så här:  {name}: |  och börja texten på raden under, två blanksteg längre in."
    fraga = None if name == "text" else name.strip("\"'")
    return Finding("yaml", "error", message, hint, Place(place.path, place.line, column), fraga=fraga)


def is_missing_bar(finding: Finding) -> bool:
    """Whether a finding is that an answer lacks its bar."""
    return finding.rule == "yaml" and NOT_AS_WRITTEN in finding.message


def _finding(key: re.Match[str], place: Place, *, is_folded: bool) -> Finding:
    name, column = key["key"], key.start("key") + 1
    what = "Med > i stället för lodstrecket" if is_folded else f"Lodstrecket | saknas efter  {name}:  och då"
    message = f"{what} {NOT_AS_WRITTEN}: stycken, listor och noter blir till en enda rad."
    hint = f"Skriv raden så här:  {name}: |  och texten på raderna under, två blanksteg längre in."
    fraga = name.strip("\"'")
    return Finding(
        "yaml",
        "error",
        message,
        hint,
        Place(place.path, place.line, column),
        fraga=None if fraga == "text" else fraga,
    )
