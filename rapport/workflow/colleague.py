"""A colleague's document: its answers, who saved it last, and which answers it was built from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rapport.domain.underlag import Loaded, Underlag
from rapport.store.byggen import ByggtSvar, find_build
from rapport.store.mall import newest_form
from rapport.word.package import read_package
from rapport.word.properties import BYGGE, core_value, custom_values
from rapport.word.underlag import load_parts
from rapport.workflow.load import load_form


@dataclass(frozen=True, slots=True)
class Document:
    """A colleague's document as read: who saved it last, its answers, and what they were built from (None: unknown)."""

    file: Path
    author: str
    loaded: Loaded
    built: Mapping[str, ByggtSvar] | None

    @property
    def underlag(self) -> Underlag:
        """The answers in it."""
        return self.loaded.underlag

    @property
    def missing(self) -> list[str]:
        """The questions that do not stand in it, answered or not."""
        there = self.underlag.places.by_fraga
        return [fraga for fraga in self.underlag.mall.fraga_by_id if fraga not in there]


def read_colleague(file: Path, folder: Path, mall_id: str | None = None, default: str | None = None) -> Document:
    """Read a document; ``folder`` is where it may have been built, ``default`` the form if it names none itself.

    Raises InputError for a file that is no filled-in form.
    """
    parts = read_package(file)
    values = custom_values(parts)
    chosen = mall_id or values.get("Mall") or default or newest_form(file.parent)
    loaded = load_parts(parts, file.name, load_form(chosen, file.parent))
    author = " ".join(core_value(parts, "cp:lastModifiedBy").split())
    return Document(file, author, loaded, find_build(folder, values.get(BYGGE, "")))
