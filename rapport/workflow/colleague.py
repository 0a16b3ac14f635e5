"""A colleague's document: its answers, who saved it last, what it was built from, and what is tracked in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rapport.domain.mall import Mall
from rapport.domain.underlag import Loaded, Underlag
from rapport.errors import InputError
from rapport.filenames import LOOKS
from rapport.store.byggen import ByggtSvar, find_build
from rapport.word.comments import Comment, comments
from rapport.word.package import Parts, reading
from rapport.word.properties import BYGGE, core_value, custom_values
from rapport.word.resolve import accepted, rejected
from rapport.word.tracked import TrackedChange, tracked_changes
from rapport.word.underlag import load_parts
from rapport.workflow.load import load_form

Tracked = Literal["godta", "avvisa", "lamna"]


@dataclass(frozen=True, slots=True)
class Document:
    """A colleague's document as read: who saved it last, its answers, and what they were built from (None: unknown).

    ``changes`` are those that are tracked in it. They were accepted or rejected before the answers were read, or else
    the questions in ``left`` are not to be taken from it. ``comments`` are those that stand at no answer. One that
    ``is_answer`` is no form, but somebody's own document with the answer to one question. ``is_ours`` says that some
    report was built as it, though what it was built from may not be kept here.
    """

    file: Path
    author: str
    loaded: Loaded
    built: Mapping[str, ByggtSvar] | None = None
    changes: tuple[TrackedChange, ...] = ()
    left: frozenset[str] = frozenset()
    comments: tuple[Comment, ...] = ()
    is_answer: bool = False
    is_ours: bool = False
    shown: str = ""

    @property
    def name(self) -> str:
        """What it is called: its file's name, with the folder before it where another has the same."""
        return self.shown or self.file.name

    @property
    def underlag(self) -> Underlag:
        """The answers in it."""
        return self.loaded.underlag

    @property
    def missing(self) -> list[str]:
        """The questions that do not stand in it, answered or not."""
        there = self.underlag.places.by_fraga
        return [fraga for fraga in self.underlag.mall.fraga_by_id if fraga not in there]


def read_colleague(
    file: Path, folder: Path, own: Mall, mall_id: str | None = None, tracked: Tracked = "lamna"
) -> Document:
    """Read a filled-in form; ``folder`` is the report folder that it may have been built from, ``own`` its form.

    Raises InputError for a file that is no filled-in form, or that is another form.
    """
    if file.suffix.lower() in LOOKS:
        return by_looks(file, own, mall_id)
    with reading(file) as parts:
        return as_colleague(parts, file, folder, own, mall_id=mall_id, tracked=tracked)


def by_looks(file: Path, own: Mall, mall_id: str | None = None) -> Document:
    """Read a filled-in form that is a PDF or its text, which says neither who wrote it nor what it was built from."""
    from rapport.workflow.looks import load_read, read_looks
    from rapport.workflow.whose_form import form_of

    read = read_looks(file)
    told, others = form_of([line.text for line in read.lines], file.parent)
    mall = load_form(mall_id, file.parent) if mall_id else own if own.id in others else told
    _require_same(file, mall, own)
    return Document(file, "", load_read(read, file.name, mall))


def as_colleague(  # noqa: PLR0913 - as above, and the parts
    parts: Parts, file: Path, folder: Path, own: Mall, *, mall_id: str | None = None, tracked: Tracked
) -> Document:
    """Return the parts of a file as a filled-in form; see ``read_colleague``."""
    values = custom_values(parts)
    mall = load_form(mall_id or values.get("Mall") or own.id, file.parent)
    changes = tuple(tracked_changes(parts, mall))
    loaded = load_parts(settled(parts, tracked), file.name, mall)
    _require_same(file, mall, own)
    return Document(
        file,
        author_of(parts),
        loaded,
        find_build(folder, values.get(BYGGE, "")),
        changes,
        frozenset(change.fraga for change in changes if change.fraga) if tracked == "lamna" else frozenset(),
        tuple(comment for comment in comments(parts, mall) if not comment.fraga),
        is_ours=BYGGE in values,
    )


def _require_same(file: Path, mall: Mall, own: Mall) -> None:
    if mall.id != own.id:
        raise InputError(
            f"{file} är formuläret {mall.id}, men mappen besvarar {own.id}. Hämta svaren till en egen mapp."
        )


def author_of(parts: Parts) -> str:
    """Return who saved a document last; "" where it does not say."""
    return " ".join(core_value(parts, "cp:lastModifiedBy").split())


def settled(parts: Parts, tracked: Tracked) -> Parts:
    """Return a document's parts with its tracked changes accepted or rejected, or as they are."""
    return accepted(parts) if tracked == "godta" else rejected(parts) if tracked == "avvisa" else parts
