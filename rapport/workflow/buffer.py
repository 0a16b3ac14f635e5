"""One file as an editor has it, read anew with each change, or what stands in for it while it cannot be read.

The last text that could be read does, with all changes since but the one that is at fault, and with its places moved
to where they are now.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from pydantic import BaseModel

from rapport.finding import Finding, Place
from rapport.store.moved import Moved, hunks, line_starts, patched
from rapport.store.nodes import Document
from rapport.store.schema import OmradeFil
from rapport.store.yaml import BOM


class Read(NamedTuple):
    """A file's text as read: ``post`` is None where nothing in it can be used."""

    document: Document | None
    post: BaseModel | None
    findings: tuple[Finding, ...]

    @property
    def names(self) -> set[str]:
        """The questions that it answers, or the papers that it has."""
        post = self.post
        return {*(post.svar if isinstance(post, OmradeFil) else getattr(post, "kallor", ()))}

    @property
    def errors(self) -> set[str]:
        """What is wrong with it, wherever in it that stands."""
        return {finding.message for finding in self.findings if finding.severity == "error"}


Reader = Callable[[str], Read]


class Buffer:
    """One file as the editor has it."""

    def __init__(self, read: Reader, saved: str) -> None:
        self._read = read
        self.text = saved
        self.now = self._good = read(saved)

    def put(self, text: str) -> None:
        """Take in the text as it is now."""
        if text == self.text:
            return
        self.text, found = text, self._read(text)
        if self._good.post is None or not _is_lost(found, self._good):
            self.now = self._good = found
        else:
            self.now = self._standing_in(found)

    def _standing_in(self, found: Read) -> Read:
        """Return what stands in for a text that cannot be read: the last that could, with what is right since."""
        good, text = self._good.document, self.text.removeprefix(BOM)
        if good is None:
            return found
        changed = hunks(good.source, text)
        if len(changed) > 1:
            at = _offset(found.findings, text)
            before = [hunk for hunk in changed if hunk.new_start <= at]
            others = [hunk for hunk in changed if hunk is not (before or changed)[-1 if before else 0]]
            read = self._read(patched(good.source, text, others))
            self._good = self._good if _is_lost(read, self._good) else read
        return _moved(self._good, text, found.findings)


def _is_lost(read: Read, good: Read) -> bool:
    """Whether a text gives nothing, or less than there was before with a new fault to blame for it.

    An answer that is taken out leaves no fault. One that is read as a part of another, half-written one does.
    """
    return read.post is None or (not good.names <= read.names and not read.errors <= good.errors)


def _offset(findings: Iterable[Finding], text: str) -> int:
    """Return where the first fault with a place stands."""
    starts = line_starts(text)
    places = (finding.place for finding in findings if finding.place.line)
    return next((starts[min(p.line or 1, len(starts)) - 1] + (p.column or 1) - 1 for p in places), len(text))


def _moved(read: Read, text: str, faults: Iterable[Finding]) -> Read:
    """Return what was read of an earlier text, its places as they are in a text that has these faults."""
    if read.document is None:
        return read
    document = replace(read.document, moved=Moved(read.document.source, text))
    starts = line_starts(read.document.source)

    def moved(place: Place) -> Place:
        if place.path != document.path or place.line is None:
            return place
        return document.place_at(starts[min(place.line, len(starts)) - 1] + (place.column or 1) - 1)

    still = (
        replace(
            finding,
            place=moved(finding.place),
            related=tuple(replace(other, place=moved(other.place)) for other in finding.related),
        )
        for finding in read.findings
    )
    return Read(document, read.post, tuple(dict.fromkeys((*faults, *still))))
