"""The words of an expression that stand for a table, a column or a value: found in one that is not finished too."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapport.figures.cells import identifier

_TOKEN = re.compile(
    r"""(?P<text>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(?P<word>[^\W\d]\w*)|(?P<number>\d+(?:\.\d+)?)"""
    r"""|(?P<sign>[|()\[\],])"""
)
_KEYWORD = re.compile(r"\s*=(?!=)")
_NO_TABLES = {"true", "false", "none"}
_CHOOSES = "dar"  # the filter whose parameters are columns, and what they are given values


class Word(NamedTuple):
    """A word of an expression, from ``start`` to ``end``: what it stands for, by the names that tables have.

    ``varde`` is a value as an expression has it: a text within quotation marks, or a number.
    """

    kind: Literal["tabell", "kolumn", "varde"]
    start: int
    end: int
    tabell: str
    kolumn: str = ""
    varde: str = ""


def words_in(source: str) -> Iterator[Word]:
    """Yield what the words of an expression stand for; a column is one of the table named last before it."""
    reader = _Reader()
    for token in _TOKEN.finditer(source):
        if token["sign"]:
            reader.sign(token["sign"])
        else:
            yield from reader.word(token, is_keyword=bool(_KEYWORD.match(source, token.end())))
        reader.before = token


class _Reader:
    """What an expression has said so far: the table, the filter, and the parameter that is being given."""

    def __init__(self) -> None:
        self.tabell = self.verb = self.keyword = ""
        self.before: re.Match[str] | None = None
        self.brackets: list[str] = []  # those that are open: "f" for a filter's own

    def sign(self, sign: str) -> None:
        """Take in a sign."""
        if sign in "([":
            is_verbs = sign == "(" and self.before is not None and self.before[0] == self.verb
            self.brackets.append("f" if is_verbs else sign)
        elif sign in ")]" and self.brackets:
            self.brackets.pop()
        elif sign == "," and self.brackets[-1:] == ["f"]:
            self.keyword = ""

    def word(self, token: re.Match[str], *, is_keyword: bool) -> Iterator[Word]:
        """Take in a name, a text or a number, and yield what it stands for."""
        name = token["word"]
        if name and self.before is not None and self.before[0] == "|":
            self.verb, self.keyword = name, ""
        elif "f" not in self.brackets:
            if name and name.lower() not in _NO_TABLES:
                self.tabell = identifier(name)
                yield Word("tabell", *token.span(), self.tabell)
        elif name and is_keyword:
            self.keyword = identifier(name)
            if self.verb == _CHOOSES:
                yield Word("kolumn", *token.span(), self.tabell, self.keyword)
        else:
            yield from _argument(token, self.tabell, self.keyword if self.verb == _CHOOSES else "")


def _argument(token: re.Match[str], tabell: str, chosen: str) -> Iterator[Word]:
    """Yield what a filter is given: a value of a column that rows are chosen by, or else a column's name."""
    start, end = token.span()
    quoted = token["text"]
    if quoted:
        text = re.sub(r"\\(.)", r"\1", quoted[1:].removesuffix(quoted[0]))
        is_open = len(quoted) == 1 or quoted[-1] != quoted[0]
        start, end = start + 1, end - (not is_open)
    else:
        text = token[0]
    if chosen:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        yield Word("varde", start, end, tabell, chosen, text if token["number"] else f'"{escaped}"')
    elif not token["number"]:
        yield Word("kolumn", start, end, tabell, identifier(text))
