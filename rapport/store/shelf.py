"""Where forms stand: ``mallar/`` of the report folder, of the working directory and its parents, of the program."""

import re
from collections.abc import Iterator
from pathlib import Path

from rapport.errors import InputError

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]*")
_PACKAGE = Path(__file__).resolve().parents[1]


def is_form_id(text: str) -> bool:
    """Return whether a text can be a form's id: letters, digits and hyphens, so that no path can hide in it."""
    return _ID.fullmatch(text) is not None


def form_folder(mall_id: str, near: Path | None = None) -> Path:
    """Return the folder of a form: in ``mallar/`` of the report folder, of the working directory, its parents, ours.

    Raises InputError when there is no such form.
    """
    if is_form_id(mall_id):
        for folder in shelves(near):
            if (folder / mall_id / "mall.yaml").is_file():
                return folder / mall_id
    raise InputError(f"Det finns ingen mall ”{mall_id}”. De mallar som finns: {known_in_words(near)}.")


def known_forms(near: Path | None = None) -> list[str]:
    """Return the ids of all forms to be found, in order."""
    found = {file.parent.name for shelf in shelves(near) for file in shelf.glob("*/mall.yaml")}
    return sorted(name for name in found if is_form_id(name))


def known_in_words(near: Path | None) -> str:
    """Return the ids of all forms to be found, in words."""
    return ", ".join(known_forms(near)) or "inga"


def shelves(near: Path | None) -> Iterator[Path]:
    """Yield the folders in which forms are looked for, in order, those that are not there too."""
    here = Path.cwd()
    yield from (folder / "mallar" for folder in [*([near] if near else []), here, *here.parents])
    # Installed, the forms lie in the package; in a checkout, beside it.
    yield from (_PACKAGE / "mallar", _PACKAGE.parent / "mallar")
