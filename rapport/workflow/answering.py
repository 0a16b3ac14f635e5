"""An answer as a page has it: its entry in its file, what tells that from others, and two of them made one.

What two have written since one and the same entry is merged as ``importera`` merges: a key at a time, the text
paragraph by paragraph. What cannot be decided is never guessed.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from rapport.errors import InputError
from rapport.figures.evaluate import spans
from rapport.prose.blocks import Text
from rapport.prose.expression import Expression
from rapport.prose.markdown import Prose, parse
from rapport.prose.merging.alike import key
from rapport.prose.merging.shown import as_blocks
from rapport.prose.merging.threeway import merge
from rapport.prose.merging.written import as_written
from rapport.prose.render import render
from rapport.store.area_file import AreaFile
from rapport.store.entry import KEYS, changed_values, entry_of, fingerprint
from rapport.store.schema import SvarPost
from rapport.store.yaml import nfc
from rapport.workflow.report import Report

__all__ = ["AreaFile", "SvarPost", "Values", "entry", "merged", "merged_text", "put", "stamp", "with_changes"]

_TOKENS = range(0xE000, 0xF8FF)  # letters that nobody's text has: each stands for an expression while texts are merged
Values = Mapping[str, str | list[str] | dict[str, str]]
T = TypeVar("T")


def entry(report: Report, fraga: str) -> SvarPost:
    """Return what a report has at a question as it stands; InputError where its form has no such question."""
    mall = report.underlag.mall
    if fraga not in mall.fraga_by_id:
        raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(mall.fraga_by_id)}.")
    path = report.underlag.places.of_fraga(fraga, mall.omrade_of(fraga).nummer).path
    return entry_of(report.area(path), fraga) if path else SvarPost()


def stamp(post: SvarPost) -> str:
    """Return what tells an entry from every other, however it is written in its file and whoever reads it."""
    return fingerprint(post)[:20]


def with_changes(post: SvarPost, values: Values) -> SvarPost:
    """Return an entry with some of its keys changed; InputError where a value cannot be what it is said to be."""
    said: dict[str, Any] = post.model_dump(by_alias=True) | dict(values)
    try:
        return SvarPost.model_validate(said)
    except ValidationError as error:
        names = ", ".join(dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()))
        raise InputError(f"Svaret kan inte ändras så: {names} har ett värde som inte går att använda.") from error


def put(report: Report, fraga: str, post: SvarPost) -> None:
    """Let a report have an entry at a question, unsaved; only what is another than it was is changed."""
    if changed := changed_values(entry(report, fraga), post):
        report.set(fraga, **changed)


def merged(base: SvarPost, ours: SvarPost, theirs: SvarPost) -> SvarPost | None:
    """Return what two have made of an entry as one; None where both have changed the same, each in their way."""
    found: dict[str, Any] = {}
    for name in KEYS:
        was, here, there = (getattr(post, name) for post in (base, ours, theirs))
        value = _chosen(was, here, there)
        if value is None and name == "text":
            value = merged_text(was, here, there)
        if value is None:
            return None
        found[name] = value
    waivers = [post.tillat for post in (base, ours, theirs)]
    rules = dict.fromkeys(rule for reasons in reversed(waivers) for rule in reasons)
    chosen = {rule: _chosen(*(reasons.get(rule, "") for reasons in waivers)) for rule in rules}
    if None in chosen.values():
        return None
    found["tillat"] = {rule: why for rule, why in chosen.items() if why or theirs.tillat.get(rule) == ""}
    return theirs.model_copy(update=found)


def _chosen(was: T, here: T, there: T) -> T | None:
    """Return what two have made of a value where at most one has changed it, or both alike; else None."""
    if here in (was, there):
        return there
    return here if there == was else None


def merged_text(base: str, ours: str, theirs: str) -> str | None:
    """Return what two have made of a text, as Markdown; None where both have changed one paragraph."""
    sources = {text[start:end] for text in (base, ours, theirs) for start, end in spans(text)}
    tokens = {source: chr(sign) for source, sign in zip(sorted(sources), _TOKENS, strict=False)}
    if len(tokens) < len(sources) or any(token in base + ours + theirs for token in tokens.values()):
        return None
    was, here, there = (_parsed(text, tokens) for text in (base, ours, theirs))
    if not (was.blocks and here.blocks and there.blocks):
        return None  # two answers where there was none, or one that somebody has emptied
    outcome = merge(was.blocks, here.blocks, there.blocks)
    if outcome.clashes:
        return None
    wanted = [key(part) for part in outcome.parts]
    for text in (as_written(ours, here, outcome.kept), render(as_blocks(outcome.parts))):
        found = _written(nfc(text), tokens)
        if [key(block) for block in _parsed(found, tokens).blocks] == wanted:
            return found
    return None


def _parsed(text: str, tokens: Mapping[str, str]) -> Prose:
    """Return what a text says, each expression in it a letter of its own."""
    return parse(
        text, tuple(Expression(start, end, Text(tokens.get(text[start:end], ""))) for start, end in spans(text))
    )


def _written(text: str, tokens: Mapping[str, str]) -> str:
    return text.translate({ord(token): source for source, token in tokens.items()})
