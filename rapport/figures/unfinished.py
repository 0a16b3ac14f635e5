"""What could come next in an expression that somebody is writing: it need not be one that can be read yet."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

What = Literal["table", "filter", "bar", "dot", "argument", "value", "nothing"]
_TOKEN = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*(?P<end>"?)|'(?:\\.|[^'\\])*(?P<end2>'?))|(?P<word>\w+)|(?P<sign>[^\w\s])"""
)


class Asked(NamedTuple):
    """What could come at the end of an expression's first part, in the place of what stands there from ``start``.

    ``before`` is what a filter is put to, and ``filter`` the one whose argument is asked for: ``name`` is its own
    name, "" where none has been written, and ``taken`` those that have. ``quote`` is a quotation mark that is open.
    """

    what: What
    start: int
    before: str = ""
    filter: str = ""
    name: str = ""
    taken: tuple[str, ...] = ()
    number: int = 0
    quote: str = ""


@dataclass
class _Frame:
    """A pair of brackets that has not ended, or the whole: where what a filter is put to begins."""

    sign: str
    pipe: int
    before: str = ""
    filter: str = ""
    name: str = ""
    taken: tuple[str, ...] = ()
    number: int = 0


def asked(source: str) -> Asked:
    """Return what could come at the end of a part of an expression, its braces not counted."""
    tokens = [*_TOKEN.finditer(source)]
    last = tokens[-1] if tokens and _is_begun(tokens[-1], len(source)) else None
    done = tokens[:-1] if last else tokens
    frames = [_Frame("", 0)]
    for number, token in enumerate(done):
        _take(frames, source, done[:number], token)
    start = last.start() if last else len(source)
    quote = last[0][0] if last and last["string"] else ""
    frame = frames[-1]
    if frame.filter:
        what: What = "value" if frame.name or frame.filter != "dar" else "argument"
        taken = (frame.before, frame.filter, frame.name, frame.taken, frame.number)
        return Asked("nothing" if what == "argument" and quote else what, start + len(quote), *taken, quote)
    if quote or frame.sign == "[":
        return Asked("nothing", start)
    return _in_pipe(source, frame.pipe, done[-1] if done else None, start)


def _in_pipe(source: str, pipe: int, before: re.Match[str] | None, start: int) -> Asked:
    """Return what could come outside of any filter's parentheses, after a token."""
    sign = before[0] if before else ""
    if before and sign in ("|", "."):
        at = before.start()
        return Asked("filter" if sign == "|" else "dot", start if sign == "|" else at, source[pipe:at])
    if sign in ("", "(", "+", "-", "*", "/"):
        return Asked("table", start)
    return Asked("nothing", start) if start < len(source) else Asked("bar", start, source[pipe:])


def _is_begun(token: re.Match[str], end: int) -> bool:
    """Whether a token is the one that is being written: a word up to the end, or a text with no end."""
    if token["string"]:
        return not (token["end"] or token["end2"])
    return bool(token["word"]) and token.end() == end


def _take(frames: list[_Frame], source: str, before: list[re.Match[str]], token: re.Match[str]) -> None:
    """Take in a token that is whole."""
    frame, sign = frames[-1], token["sign"]
    words = [one[0] for one in before[-2:]]
    if sign == "(":
        is_call = len(words) > 1 and words[0] == "|"
        pipe = source[frame.pipe : before[-2].start()] if is_call else ""
        frames.append(_Frame("(", token.end(), pipe, words[1] if is_call else ""))
    elif sign == "[":
        frames.append(_Frame("[", token.end(), frame.before, frame.filter, frame.name, frame.taken, frame.number))
    elif sign in (")", "]") and len(frames) > 1:
        frames.pop()
    elif sign == "," and frame.sign == "(":
        frame.name, frame.number = "", frame.number + 1
    elif sign == "=" and frame.sign == "(" and words:
        frame.name, frame.taken = words[-1], (*frame.taken, words[-1])
    elif sign in ("+", "-", "*", "/") and not frame.filter:
        frame.pipe = token.end()
